#include "unbracket/base/elementary.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace unbracket {
namespace {

// The math library is the reference here; the engine itself must not call it.
TEST(Elementary, TheExponentialAgreesWithTheLibrary) {
    for (double x = -690; x <= 690; x += 0.37) {
        EXPECT_NEAR(exponential(x) / std::exp(x), 1.0, 1e-14) << x;
    }
    for (double x = -1; x <= 1; x += 0.001) {
        EXPECT_NEAR(exponential(x) / std::exp(x), 1.0, 1e-15) << x;
    }
}

TEST(Elementary, TheExponentialOfZeroIsOne) {
    EXPECT_EQ(exponential(0), 1.0);
}

TEST(Elementary, TheExponentialStaysAtItsEnds) {
    EXPECT_EQ(exponential(-1e9), exponential(-700));
    EXPECT_EQ(exponential(1e9), exponential(700));
}

TEST(Elementary, TheLogarithmAgreesWithTheLibrary) {
    for (double x = 1e-300; x < 1e300; x *= 1.37) {
        EXPECT_NEAR(logarithm(x), std::log(x), 1e-14 * (1 + std::fabs(std::log(x)))) << x;
    }
    for (double x = 0.5; x < 2; x += 0.001) {
        EXPECT_NEAR(logarithm(x), std::log(x), 1e-15) << x;
    }
}

TEST(Elementary, TheLogarithmOfOneIsZero) {
    EXPECT_EQ(logarithm(1), 0.0);
}

TEST(Elementary, NumbersSideBySideAreThoseOfEachAlone) {
    constexpr std::size_t wide_count = 8;
    using WideReal [[gnu::vector_size(wide_count * sizeof(double))]] = double;
    using WideBits [[gnu::vector_size(wide_count * sizeof(std::uint64_t))]] = std::uint64_t;
    WideReal x{}, powers, logarithms;
    for (std::size_t at = 0; at < wide_count; ++at) {
        x[at] = 0.37 * static_cast<double>(at * at) + 0.01;
    }
    elementary::exponential_into<WideReal, WideBits>(x, powers);
    elementary::logarithm_into<WideReal, WideBits>(x, logarithms);
    for (std::size_t at = 0; at < wide_count; ++at) {
        EXPECT_EQ(powers[at], exponential(x[at]));
        EXPECT_EQ(logarithms[at], logarithm(x[at]));
    }
}

TEST(Elementary, OneUndoesTheOther) {
    for (double x = -600; x <= 600; x += 1.7) {
        EXPECT_NEAR(logarithm(exponential(x)), x, 1e-12);
    }
}

} // namespace
} // namespace unbracket
