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

constexpr PhiloxCounter philox(PhiloxCounter counter, PhiloxKey key) {
    constexpr std::uint64_t first_factor = 0xD2511F53, second_factor = 0xCD9E8D57;
    constexpr std::uint32_t first_step = 0x9E3779B9, second_step = 0xBB67AE85;
    constexpr int rounds = 10;
    for (int round = 0; round < rounds; ++round) {
        const std::uint64_t first = first_factor * counter[0];
        const std::uint64_t second = second_factor * counter[2];
        counter = {static_cast<std::uint32_t>(second >> 32) ^ counter[1] ^ key[0],
                   static_cast<std::uint32_t>(second),
                   static_cast<std::uint32_t>(first >> 32) ^ counter[3] ^ key[1],
                   static_cast<std::uint32_t>(first)};
        key = {key[0] + first_step, key[1] + second_step};
    }
    return counter;
}

/// A word as a number strictly between 0 and 1: the middle of one of 2^32 equal cells.
constexpr double unit_of(std::uint32_t word) {
    return (static_cast<double>(word) + 0.5) * 0x1.0p-32;
}

} // namespace unbracket
