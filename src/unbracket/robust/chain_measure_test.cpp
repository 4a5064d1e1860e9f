#include "unbracket/base/philox.hpp"
#include "unbracket/base/random.hpp"
#include "unbracket/robust/chain_measure.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace unbracket {
namespace {

using Values = std::vector<double>;

constexpr std::size_t draws = 20'000;

std::vector<Interval> ranges_of(const std::vector<std::pair<int, int>>& ends) {
    std::vector<Interval> ranges;
    for (const auto& [low, high] : ends) {
        ranges.push_back({low, high});
    }
    return ranges;
}

std::vector<Values> drawn(const std::vector<Interval>& ranges) {
    const ChainMeasure measure(ranges);
    std::vector<double> units(measure.units_needed());
    std::vector<std::uint32_t> steps(ranges.size());
    std::vector<Values> all;
    for (std::uint32_t draw = 0; draw < draws; ++draw) {
        for (std::size_t at = 0; at < units.size(); ++at) {
            units[at] = unit_of(philox({draw, static_cast<std::uint32_t>(at), 0, 0}, {3, 0})[0]);
        }
        measure.place(units, steps);
        Values values;
        Rational before = ranges.front().low;
        for (std::size_t at = 0; at < ranges.size(); ++at) {
            const Rational number = measure.numbers()[at].at(steps[at]);
            EXPECT_TRUE(ranges[at].contains(number));
            EXPECT_GE(number, before) << "the order holds exactly";
            before = number;
            values.push_back(number.approximate());
        }
        all.push_back(values);
    }
    return all;
}

/// The definition: each in its range, all thrown away unless the order holds.
std::vector<Values> rejected_until_ordered(const std::vector<Interval>& ranges) {
    Random random(4);
    std::vector<Values> all;
    while (all.size() < draws) {
        Values values;
        for (const Interval& range : ranges) {
            const double low = range.low.approximate();
            values.push_back(low + random.unit() * (range.high.approximate() - low));
        }
        if (std::is_sorted(values.begin(), values.end())) {
            all.push_back(values);
        }
    }
    return all;
}

double share_of(const std::vector<Values>& all, const std::function<bool(const Values&)>& holds) {
    double hits = 0;
    for (const Values& values : all) {
        hits += holds(values) ? 1 : 0;
    }
    return hits / static_cast<double>(all.size());
}

TEST(ChainMeasure, TwoNumbersOfOneRangeFillATriangle) {
    const auto all = drawn(ranges_of({{0, 100}, {0, 100}}));
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[1] < 50; }), 0.25, 0.015);
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[0] < 50; }), 0.75, 0.015);
}

TEST(ChainMeasure, TwoRangesThatOverlapFillTheirExactArea) {
    // The lower number in 0..2, the upper in 1..3: a square of 4 less a triangle of 1/2. Of the
    // remaining 7/2 the strip with the lower number below 1 takes 2.
    const auto all = drawn(ranges_of({{0, 2}, {1, 3}}));
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[0] < 1; }), 4.0 / 7, 0.015);
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[1] > 2; }), 4.0 / 7, 0.015);
}

TEST(ChainMeasure, RangesThatDoNotOverlapAreIndependent) {
    const auto all = drawn(ranges_of({{0, 10}, {10, 20}}));
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[0] < 5; }), 0.5, 0.015);
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[0] < 5 && v[1] < 15; }), 0.25, 0.015);
}

TEST(ChainMeasure, ASingleNumberStaysWhereItIs) {
    for (const Values& values : drawn(ranges_of({{0, 50}, {50, 50}, {50, 100}}))) {
        ASSERT_EQ(values[1], 50);
    }
}

TEST(ChainMeasure, AgreesWithPlainRejection) {
    for (const auto& ranges : {ranges_of({{0, 30}, {10, 60}, {10, 100}}),
                               ranges_of({{0, 100}, {0, 100}, {0, 100}, {20, 100}}),
                               ranges_of({{0, 5}, {0, 100}, {3, 100}, {90, 100}})}) {
        const auto all = drawn(ranges);
        const auto plain = rejected_until_ordered(ranges);
        for (std::size_t at = 0; at < ranges.size(); ++at) {
            for (const double bound : {2.0, 8.0, 20.0, 40.0, 70.0, 95.0}) {
                const auto is_below = [&](const Values& v) { return v[at] < bound; };
                EXPECT_NEAR(share_of(all, is_below), share_of(plain, is_below), 0.025)
                    << "number " << at << " below " << bound;
            }
        }
    }
}

TEST(ChainMeasure, ANarrowRangeIsFilledAsEvenlyAsAWideOne) {
    const Interval narrow{10, Rational(1001, 100)};
    const auto all = drawn({narrow, {10, 100}});
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[0] < 10.003; }), 0.3, 0.015);
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[0] < 10.007; }), 0.7, 0.015);
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[1] < 55; }), 0.5, 0.015);
}

TEST(ChainMeasure, NumbersInOneNarrowRangeAreSortedInIt) {
    // Two of a narrow range below one of a wide one: the smaller of two, and the larger.
    const Interval narrow{10, Rational(1001, 100)};
    const auto all = drawn({narrow, narrow, {10, 100}});
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[0] < 10.005; }), 0.75, 0.015);
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[1] < 10.005; }), 0.25, 0.015);
    EXPECT_LT(share_of(all, [](const Values& v) { return v[0] == v[1]; }), 0.003) << "no ties";
}

TEST(ChainMeasure, AWideRangeMayLieBelowANarrowOne) {
    const auto all = drawn({{0, Rational(1001, 100)}, {10, Rational(1001, 100)}, {10, 11}});
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[0] < 5; }), 0.5, 0.015);
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[1] < 10.005; }), 0.5, 0.015);
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[2] < 10.5; }), 0.5, 0.02);
}

TEST(ChainMeasure, SharesOfThreeOverlappingRangesAreThoseOfTheirVolumes) {
    // x in 0..1, y in 0..2, z in 1..2, x <= y <= z. With y below 1: area 1/2 times 1. With y above
    // 1: x anywhere, y below z, area 1/2.
    const auto all = drawn(ranges_of({{0, 1}, {0, 2}, {1, 2}}));
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[1] < 1; }), 0.5, 0.015);
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v[0] < 0.5; }), 0.625, 0.015);
}

TEST(ChainMeasure, VolumesAreOfAnySize) {
    // A hundred and fifty ranges a billionth wide, below one of a thousand.
    const Rational tiny(1, 1'000'000'000);
    std::vector<Interval> ranges;
    for (int at = 0; at < 150; ++at) {
        ranges.push_back({tiny * Rational(at, 150), tiny * Rational(at + 150, 150)});
    }
    ranges.push_back({tiny, 1000});
    const auto all = drawn(ranges);
    EXPECT_NEAR(share_of(all, [](const Values& v) { return v.back() < 500; }), 0.5, 0.015);
    EXPECT_GT(share_of(all, [](const Values& v) { return v[75] > 0.4e-9 && v[75] < 1.6e-9; }),
              0.99);
}

TEST(ChainMeasure, NoNumberIsMovedToAnEndOfItsRange) {
    const std::vector<Interval> ranges = {{0, 3}, {1, Rational(301, 100)}, {2, 90}};
    for (const Values& values : drawn(ranges)) {
        for (std::size_t at = 0; at < ranges.size(); ++at) {
            ASSERT_GT(values[at], ranges[at].low.approximate());
            ASSERT_LT(values[at], ranges[at].high.approximate());
        }
    }
}

TEST(ChainMeasureDeathTest, EndsGoUp) {
    EXPECT_DEATH(ChainMeasure(ranges_of({{0, 9}, {1, 8}})), "ends of a chain's ranges go up");
}

TEST(ChainMeasure, ManyStepsOfACurveKeepTheirOrder) {
    std::vector<Interval> ranges;
    for (int step = 0; step < 60; ++step) {
        ranges.push_back({Rational(step, 2), Rational(30 + step, 2) + 20});
    }
    const auto all = drawn(ranges);
    EXPECT_GT(share_of(all, [](const Values& v) { return v[30] > 15; }), 0.99);
}

} // namespace
} // namespace unbracket
