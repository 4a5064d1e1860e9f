#pragma once

#include <bit>
#include <cstdint>

namespace unbracket {

// Exponential and logarithm from +, -, *, / alone, so that a sample is the same on every platform
// and loops over them become vector code. The method is that of Cody and Waite (1980), Software
// manual for the elementary functions, chapters 5 and 6: take off a whole power of two, then a
// polynomial on what is left.

namespace elementary {
inline constexpr double shifter = 0x1.8p52; // adding it rounds to a whole number
inline constexpr std::int64_t exponent_bias = 1023;
inline constexpr int mantissa_bits = 52;
inline constexpr double ln2_high = 0x1.62e42fee00000p-1;
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;
inline constexpr double log2_e = 0x1.71547652b82fep+0;
} // namespace elementary

/// e^x to about 15 digits for x from -700 to 700; further out the value at these ends.
inline double exponential(double x) {
    x = x < -700 ? -700 : x;
    x = x > 700 ? 700 : x;
    const double shifted = x * elementary::log2_e + elementary::shifter;
    const double power = shifted - elementary::shifter;
    const double r = (x - power * elementary::ln2_high) - power * elementary::ln2_low;
    double sum = 1.0 / 6227020800;
    sum = sum * r + 1.0 / 479001600;
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
    const std::uint64_t whole = std::bit_cast<std::uint64_t>(shifted);
    const std::uint64_t scale = (whole + static_cast<std::uint64_t>(elementary::exponent_bias))
                                << elementary::mantissa_bits;
    return sum * std::bit_cast<double>(scale);
}

/// The natural logarithm to about 14 digits, of normal positive numbers.
inline double logarithm(double x) {
    constexpr std::uint64_t root_half = 0x3fe6a09e667f3bcdULL; // sqrt(1/2)
    constexpr std::uint64_t one = 0x3ff0000000000000ULL;
    constexpr std::uint64_t mantissa = 0x000fffffffffffffULL;
    // `moved` has the power of two, plus the bias, above the mantissa of x / sqrt(1/2).
    const std::uint64_t moved = std::bit_cast<std::uint64_t>(x) + (one - root_half);
    const std::uint64_t biased = moved >> elementary::mantissa_bits;
    const double power = std::bit_cast<double>(biased | 0x4330000000000000ULL) -
                         (0x1p52 + elementary::exponent_bias);
    const double m = std::bit_cast<double>((moved & mantissa) + root_half);
    const double f = (m - 1.0) / (m + 1.0);
    const double square = f * f;
    double sum = 1.0 / 19;
    sum = sum * square + 1.0 / 17;
    sum = sum * square + 1.0 / 15;
    sum = sum * square + 1.0 / 13;
    sum = sum * square + 1.0 / 11;
    sum = sum * square + 1.0 / 9;
    sum = sum * square + 1.0 / 7;
    sum = sum * square + 1.0 / 5;
    sum = sum * square + 1.0 / 3;
    sum = sum * square + 1.0;
    return power * elementary::ln2_high + (2.0 * f * sum + power * elementary::ln2_low);
}

} // namespace unbracket
