#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace unbracket {

/// A sum for each of many draws: a number each, and rows of them that are added. Rows are as long
/// as there are draws, and hold whole numbers whose sums stay below 2^53, so that none is rounded.
struct LaneSums {
    const double* first = nullptr;
    std::vector<const double*> rows;
};

/// Sums are formed for so many draws at once, and one by one for what is left over.
inline constexpr std::size_t lanes_at_once = 8;

/// Clears the marks of draws whose sum is below 0. Eights of draws of which none is marked cost
/// next to nothing. Says whether some mark is left.
bool clear_below_zero(const LaneSums& sums, std::span<std::uint8_t> marks);

// Marks are 0 or 1; both rows are of one length.

/// Marks what is marked in either.
void add_marks(std::span<const std::uint8_t> more, std::span<std::uint8_t> marks);
/// Leaves the marks of what is marked in both.
void keep_marks(std::span<const std::uint8_t> own, std::span<std::uint8_t> marks);
/// Counts the marks of each draw in.
void count_marks(std::span<const std::uint8_t> own, std::span<std::uint8_t> counts);

} // namespace unbracket
