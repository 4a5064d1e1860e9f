#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace unbracket {

/// Counter-based random numbers: Philox4x32-10 of Salmon, Moraes, Dror and Shaw (2011), Parallel
/// random numbers: as easy as 1, 2, 3, section 3.3. Four 32-bit words follow from a counter and a
/// key alone, so that any draw can be made again without those before it.
using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

constexpr PhiloxKey philox_key(std::uint64_t seed) {
    return {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)};
}

inline constexpr int philox_rounds = 10;

/// One round of the four words of a counter.
[[gnu::always_inline]] constexpr void philox_round(const PhiloxKey& key, std::uint32_t& a,
                                                   std::uint32_t& b, std::uint32_t& c,
                                                   std::uint32_t& d) {
    constexpr std::uint64_t first_factor = 0xD2511F53, second_factor = 0xCD9E8D57;
    const std::uint64_t first = first_factor * a, second = second_factor * c;
    a = static_cast<std::uint32_t>(second >> 32) ^ b ^ key[0];
    b = static_cast<std::uint32_t>(second);
    c = static_cast<std::uint32_t>(first >> 32) ^ d ^ key[1];
    d = static_cast<std::uint32_t>(first);
}

/// The key of the round after that of `key`.
constexpr PhiloxKey next_philox_key(const PhiloxKey& key) {
    constexpr std::uint32_t first_step = 0x9E3779B9, second_step = 0xBB67AE85;
    return {key[0] + first_step, key[1] + second_step};
}

constexpr PhiloxCounter philox(PhiloxCounter counter, PhiloxKey key) {
    for (int round = 0; round < philox_rounds; ++round) {
        philox_round(key, counter[0], counter[1], counter[2], counter[3]);
        key = next_philox_key(key);
    }
    return counter;
}

/// A word as a number strictly between 0 and 1: the middle of one of 2^32 equal cells.
constexpr double unit_of(std::uint32_t word) {
    return (static_cast<double>(word) + 0.5) * 0x1.0p-32;
}

} // namespace unbracket
