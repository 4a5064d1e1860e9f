#pragma once

#include <cstdint>

namespace unbracket {

/// Counter-based random numbers (SplitMix64 of Steele, Lea and Flood, 2014): the same seed gives
/// the same numbers on every platform. The distributions are ours, since those of the standard
/// library differ between platforms.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// Uniform over low..high, both included; low <= high. Unbiased (rejection).
    std::int64_t between(std::int64_t low, std::int64_t high) {
        const std::uint64_t span =
            static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
        if (span == ~std::uint64_t{0}) {
            return static_cast<std::int64_t>(next());
        }
        const std::uint64_t size = span + 1;
        const std::uint64_t limit = ~std::uint64_t{0} - (~std::uint64_t{0} % size + 1) % size;
        std::uint64_t draw = next();
        while (draw > limit) {
            draw = next();
        }
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + draw % size);
    }
    /// True in `numerator` of `denominator` cases.
    bool chance(std::int64_t numerator, std::int64_t denominator) {
        return between(1, denominator) <= numerator;
    }
    /// Multiple of 2^-53 in [0, 1).
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

private:
    std::uint64_t state_;
};

} // namespace unbracket
