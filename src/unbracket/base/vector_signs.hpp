#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace unbracket {

/// Whether one of so many numbers, side by side in a vector of the compiler's, is below 0.
template <class Number, std::size_t count, class Vector>
[[gnu::always_inline]] inline bool has_negative(const Vector& numbers) {
    static_assert(sizeof(Number) == 4 || sizeof(Number) == 8);
    std::array<std::uint64_t, count * sizeof(Number) / sizeof(std::uint64_t)> words{};
    std::memcpy(words.data(), &numbers, sizeof words);
    std::uint64_t any = 0;
    for (const std::uint64_t word : words) {
        any |= word;
    }
    constexpr std::uint64_t highest = std::uint64_t{1} << 63U;
    return (any & (sizeof(Number) == 8 ? highest : highest | highest >> 32U)) != 0;
}

} // namespace unbracket
