#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>

namespace unbracket {

/// Whether one of so many numbers, side by side in a vector of the compiler's, is below 0.
template <class Number, std::size_t count, class Vector>
[[gnu::always_inline]] inline bool has_negative(const Vector& numbers) {
    static_assert(sizeof(Number) == 2 || sizeof(Number) == 4 || sizeof(Number) == 8);
    std::array<std::uint64_t, count * sizeof(Number) / sizeof(std::uint64_t)> words{};
    std::memcpy(words.data(), &numbers, sizeof words);
    std::uint64_t any = 0;
    for (const std::uint64_t word : words) {
        any |= word;
    }
    constexpr std::uint64_t ones = std::numeric_limits<std::uint64_t>::max();
    constexpr std::uint64_t most = std::numeric_limits<std::make_unsigned_t<Number>>::max();
    constexpr std::uint64_t lowest = ones / most; // the lowest bit of each number in a word
    return (any & lowest << (8 * sizeof(Number) - 1)) != 0;
}

} // namespace unbracket
