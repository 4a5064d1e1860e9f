#include "unbracket/base/interval.hpp"
#include "unbracket/base/random.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

TEST(Interval, HoldsItsEndsAndNothingBeyond) {
    const Interval range{Rational(-1, 2), 3};
    EXPECT_TRUE(range.contains(Rational(-1, 2)));
    EXPECT_TRUE(range.contains(3));
    EXPECT_TRUE(range.contains(0));
    EXPECT_FALSE(range.contains(Rational(-501, 1000)));
    EXPECT_FALSE(range.contains(Rational(3001, 1000)));
}

TEST(Interval, OfOneNumberIsSingle) {
    EXPECT_TRUE(single(Rational(1, 3)).is_single());
    EXPECT_EQ(single(5), (Interval{5, 5}));
    EXPECT_FALSE((Interval{5, Rational(51, 10)}).is_single());
    EXPECT_TRUE((Interval{Rational(2, 4), Rational(1, 2)}).is_single());
}

TEST(Interval, AddsEndByEnd) {
    EXPECT_EQ((Interval{1, 4} + Interval{-2, 10}), (Interval{-1, 14}));
}

TEST(Interval, SubtractsTheFarEnd) {
    EXPECT_EQ((Interval{1, 4} - Interval{-2, 10}), (Interval{-9, 6}));
    // Two numbers of one range may differ, so a range less itself is not nothing.
    EXPECT_EQ((Interval{1, 4} - Interval{1, 4}), (Interval{-3, 3}));
}

TEST(Interval, HullCoversBothAndTheGapBetween) {
    EXPECT_EQ(hull({0, 1}, {5, 6}), (Interval{0, 6}));
    EXPECT_EQ(hull({5, 6}, {0, 1}), (Interval{0, 6}));
    EXPECT_EQ(hull({0, 9}, {2, 3}), (Interval{0, 9}));
    EXPECT_EQ(hull({0, 4}, {2, 7}), (Interval{0, 7}));
}

TEST(Interval, MiddleIsExact) {
    EXPECT_EQ(middle({0, 1}), Rational(1, 2));
    EXPECT_EQ(middle({-3, 3}), Rational(0));
    EXPECT_EQ(middle({Rational(1, 3), Rational(1, 2)}), Rational(5, 12));
}

TEST(Interval, OfSumsAndDifferencesHoldsThoseOfAllMembers) {
    Random random(3);
    const auto some = [&] {
        const Rational low(random.between(-50, 50), random.between(1, 6));
        return Interval{low, low + Rational(random.between(0, 30), random.between(1, 6))};
    };
    const auto member = [&](const Interval& range) {
        return range.low + (range.high - range.low) * Rational(random.between(0, 7), 7);
    };
    for (int round = 0; round < 500; ++round) {
        const Interval a = some(), b = some();
        const Rational x = member(a), y = member(b);
        EXPECT_TRUE((a + b).contains(x + y));
        EXPECT_TRUE((a - b).contains(x - y));
        EXPECT_TRUE(hull(a, b).contains(x) && hull(a, b).contains(y));
        EXPECT_TRUE(a.contains(middle(a)));
    }
}

} // namespace
} // namespace unbracket
