#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace unbracket {

// Exponential and logarithm from +, -, *, / alone, so that a sample is the same on every platform
// and loops over them become vector code. The method is that of Cody and Waite (1980), Software
// manual for the elementary functions, chapters 5 and 6: take off a whole power of two, then a
// polynomial on what is left. Vectors are passed by reference, as their calling convention depends
// on the processor; __builtin_bit_cast is std::bit_cast without a call, for the same reason, and
// everything is inlined, so that copies for wider vectors hold copies of it.

namespace elementary {
inline constexpr double shifter = 0x1.8p52; // adding it rounds to a whole number
inline constexpr std::uint64_t exponent_bias = 1023;
inline constexpr int mantissa_bits = 52;
inline constexpr double ln2_high = 0x1.62e42fee00000p-1;
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;
inline constexpr double log2_e = 0x1.71547652b82fep+0;
} // namespace elementary

namespace elementary {

/// One number, or one vector of them, by itself. Several that are taken through these functions
/// side by side, so that their chains of operations need not wait for each other, come as a type
/// with the same members.
template <class Real, class RealBits>
struct Alone {
    using Reals = Real;
    using Bits = RealBits;
    using All = std::array<Real, 1>;

    template <class Call>
    [[gnu::always_inline]] static void each(const Call& call) {
        call(std::size_t{0});
    }
};

template <class Side>
[[gnu::always_inline]] inline void exponentials(const typename Side::All& given,
                                                typename Side::All& powers) {
    using Reals = typename Side::Reals;
    using Bits = typename Side::Bits;
    typename Side::All shifted, r, sum;
    Side::each([&](std::size_t at) {
        const Reals number = given[at];
        const Reals least = number < -700 ? number * 0 - 700 : number;
        const Reals x = least > 700 ? number * 0 + 700 : least;
        shifted[at] = x * log2_e + shifter;
        const Reals power = shifted[at] - shifter;
        r[at] = (x - power * ln2_high) - power * ln2_low;
        sum[at] = r[at] * (1.0 / 6227020800) + 1.0 / 479001600;
    });
    const auto add = [&](double coefficient) {
        Side::each([&](std::size_t at) { sum[at] = sum[at] * r[at] + coefficient; });
    };
    add(1.0 / 39916800), add(1.0 / 3628800), add(1.0 / 362880), add(1.0 / 40320);
    add(1.0 / 5040), add(1.0 / 720), add(1.0 / 120), add(1.0 / 24);
    add(1.0 / 6), add(0.5), add(1.0), add(1.0);
    Side::each([&](std::size_t at) {
        // The whole number stands in the last bits of `shifted`.
        const Bits scale = (__builtin_bit_cast(Bits, shifted[at]) + exponent_bias) << mantissa_bits;
        powers[at] = sum[at] * __builtin_bit_cast(Reals, scale);
    });
}

template <class Side>
[[gnu::always_inline]] inline void logarithms(const typename Side::All& given,
                                              typename Side::All& results) {
    using Reals = typename Side::Reals;
    using Bits = typename Side::Bits;
    constexpr std::uint64_t root_half = 0x3fe6a09e667f3bcdULL; // sqrt(1/2)
    constexpr std::uint64_t one = 0x3ff0000000000000ULL;
    constexpr std::uint64_t mantissa = 0x000fffffffffffffULL;
    constexpr std::uint64_t at_two_to_52 = 0x4330000000000000ULL;
    typename Side::All power, f, square, sum;
    Side::each([&](std::size_t at) {
        // `moved` has the power of two, plus the bias, above the mantissa of x / sqrt(1/2).
        const Bits moved = __builtin_bit_cast(Bits, given[at]) + (one - root_half);
        const Bits biased = (moved >> mantissa_bits) | at_two_to_52;
        power[at] = __builtin_bit_cast(Reals, biased) - (0x1p52 + exponent_bias);
        const Bits reduced = (moved & mantissa) + root_half;
        const Reals m = __builtin_bit_cast(Reals, reduced);
        f[at] = (m - 1.0) / (m + 1.0);
        square[at] = f[at] * f[at];
        sum[at] = square[at] * (1.0 / 19) + 1.0 / 17;
    });
    const auto add = [&](double coefficient) {
        Side::each([&](std::size_t at) { sum[at] = sum[at] * square[at] + coefficient; });
    };
    add(1.0 / 15), add(1.0 / 13), add(1.0 / 11), add(1.0 / 9);
    add(1.0 / 7), add(1.0 / 5), add(1.0 / 3), add(1.0);
    Side::each([&](std::size_t at) {
        results[at] = power[at] * ln2_high + (f[at] * sum[at] * 2.0 + power[at] * ln2_low);
    });
}

template <class Real, class Bits>
[[gnu::always_inline]] inline void exponential_into(const Real& number, Real& result) {
    const std::array<Real, 1> given = {number};
    std::array<Real, 1> power{};
    exponentials<Alone<Real, Bits>>(given, power);
    result = power[0];
}

template <class Real, class Bits>
[[gnu::always_inline]] inline void logarithm_into(const Real& number, Real& result) {
    const std::array<Real, 1> given = {number};
    std::array<Real, 1> taken{};
    logarithms<Alone<Real, Bits>>(given, taken);
    result = taken[0];
}

} // namespace elementary

/// e^x to about 15 digits for x from -700 to 700; further out the value at these ends.
inline double exponential(double x) {
    double result = 0;
    elementary::exponential_into<double, std::uint64_t>(x, result);
    return result;
}

/// The natural logarithm to about 14 digits, of normal positive numbers.
inline double logarithm(double x) {
    double result = 0;
    elementary::logarithm_into<double, std::uint64_t>(x, result);
    return result;
}

/// 1 - e^-x out of x and e^-x, without losing digits where x is small.
template <class Real>
[[gnu::always_inline]] inline void find_missing(const Real& x, const Real& power, Real& missing) {
    missing = x < 1e-5 ? x - x * x * 0.5 : 1.0 - power;
}

} // namespace unbracket
