#pragma once

#include <cstddef>
#include <cstdint>

namespace unbracket {

/// How many of some pairs of sums reach their lines.
struct PairTally {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    std::uint64_t both = 0;
};

/// The largest block that a kernel takes.
inline constexpr std::size_t most_sums = 16'384;

/// Counts over `count` pairs, at most `most_sums`. Cost: a fraction of a nanosecond a pair.
PairTally tally_pairs(const std::int16_t* first, const std::int16_t* second, std::size_t count,
                      std::int16_t first_line, std::int16_t second_line);
PairTally tally_pairs(const std::int32_t* first, const std::int32_t* second, std::size_t count,
                      std::int32_t first_line, std::int32_t second_line);

/// Adds `code` to each place of `codes` whose sum reaches the line.
void add_codes(const std::int16_t* sums, std::size_t count, std::int16_t line, std::uint8_t code,
               std::uint8_t* codes);
void add_codes(const std::int32_t* sums, std::size_t count, std::int32_t line, std::uint8_t code,
               std::uint8_t* codes);
void add_codes(const std::int64_t* sums, std::size_t count, std::int64_t line, std::uint8_t code,
               std::uint8_t* codes);

/// Counts how often each code stands at a place that is permitted; `tally` has 256 places.
void tally_codes(const std::uint8_t* codes, const std::uint8_t* is_permitted, std::size_t count,
                 std::uint64_t* tally);

} // namespace unbracket
