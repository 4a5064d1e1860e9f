#pragma once

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

/// Several numbers side by side; arithmetic goes place by place.
inline constexpr std::size_t wide_count = 8;
using WideReal [[gnu::vector_size(wide_count * sizeof(double))]] = double;
using WideBits [[gnu::vector_size(wide_count * sizeof(std::uint64_t))]] = std::uint64_t;

namespace elementary {

template <class Real, class Bits>
[[gnu::always_inline]] inline void exponential_into(const Real& number, Real& result) {
    const Real least = number < -700 ? number * 0 - 700 : number;
    const Real x = least > 700 ? number * 0 + 700 : least;
    const Real shifted = x * log2_e + shifter;
    const Real power = shifted - shifter;
    const Real r = (x - power * ln2_high) - power * ln2_low;
    Real sum = r * (1.0 / 6227020800) + 1.0 / 479001600;
    sum = sum * r + 1.0 / 39916800;
    sum = sum * r + 1.0 / 3628800;
    sum = sum * r + 1.0 / 362880;
    sum = sum * r + 1.0 / 40320;
    sum = sum * r + 1.0 / 5040;
    sum = sum * r + 1.0 / 720;
    sum = sum * r + 1.0 / 120;
    sum = sum * r + 1.0 / 24;
    sum = sum * r + 1.0 / 6;
    sum = sum * r + 0.5;
    sum = sum * r + 1.0;
    sum = sum * r + 1.0;
    // The whole number stands in the last bits of `shifted`.
    const Bits scale = (__builtin_bit_cast(Bits, shifted) + exponent_bias) << mantissa_bits;
    result = sum * __builtin_bit_cast(Real, scale);
}

template <class Real, class Bits>
[[gnu::always_inline]] inline void logarithm_into(const Real& x, Real& result) {
    constexpr std::uint64_t root_half = 0x3fe6a09e667f3bcdULL; // sqrt(1/2)
    constexpr std::uint64_t one = 0x3ff0000000000000ULL;
    constexpr std::uint64_t mantissa = 0x000fffffffffffffULL;
    constexpr std::uint64_t at_two_to_52 = 0x4330000000000000ULL;
    // `moved` has the power of two, plus the bias, above the mantissa of x / sqrt(1/2).
    const Bits moved = __builtin_bit_cast(Bits, x) + (one - root_half);
    const Bits biased = (moved >> mantissa_bits) | at_two_to_52;
    const Real power = __builtin_bit_cast(Real, biased) - (0x1p52 + exponent_bias);
    const Bits reduced = (moved & mantissa) + root_half;
    const Real m = __builtin_bit_cast(Real, reduced);
    const Real f = (m - 1.0) / (m + 1.0);
    const Real square = f * f;
    Real sum = square * (1.0 / 19) + 1.0 / 17;
    sum = sum * square + 1.0 / 15;
    sum = sum * square + 1.0 / 13;
    sum = sum * square + 1.0 / 11;
    sum = sum * square + 1.0 / 9;
    sum = sum * square + 1.0 / 7;
    sum = sum * square + 1.0 / 5;
    sum = sum * square + 1.0 / 3;
    sum = sum * square + 1.0;
    result = power * ln2_high + (f * sum * 2.0 + power * ln2_low);
}

} // namespace elementary

/// e^x to about 15 digits for x from -700 to 700; further out the value at these ends.
inline double exponential(double x) {
    double result = 0;
    elementary::exponential_into<double, std::uint64_t>(x, result);
    return result;
}
[[gnu::always_inline]] inline void exponential(const WideReal& x, WideReal& result) {
    elementary::exponential_into<WideReal, WideBits>(x, result);
}

/// The natural logarithm to about 14 digits, of normal positive numbers.
inline double logarithm(double x) {
    double result = 0;
    elementary::logarithm_into<double, std::uint64_t>(x, result);
    return result;
}
[[gnu::always_inline]] inline void logarithm(const WideReal& x, WideReal& result) {
    elementary::logarithm_into<WideReal, WideBits>(x, result);
}

/// 1 - e^-x out of x and e^-x, without losing digits where x is small.
template <class Real>
[[gnu::always_inline]] inline void find_missing(const Real& x, const Real& power, Real& missing) {
    missing = x < 1e-5 ? x - x * x * 0.5 : 1.0 - power;
}

} // namespace unbracket
