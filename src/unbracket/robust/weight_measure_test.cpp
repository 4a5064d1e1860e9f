#include "unbracket/base/philox.hpp"
#include "unbracket/base/random.hpp"
#include "unbracket/robust/weight_measure.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numeric>

namespace unbracket {
namespace {

constexpr std::size_t draws = 40'000;
/// More than four standard deviations of a share of so many draws.
constexpr double four_deviations = 0.0105;

using Weights = std::vector<double>; // that sum to 1

std::vector<Interval> box_of(const std::vector<std::pair<int, int>>& ends) {
    std::vector<Interval> box;
    for (const auto& [low, high] : ends) {
        box.push_back({low, high});
    }
    return box;
}

/// Normalised weights of many draws.
std::vector<Weights> drawn(const std::vector<Interval>& box) {
    const WeightMeasure measure(box);
    std::vector<double> units(measure.units_needed() * draws), places(box.size() * draws);
    for (std::size_t at = 0; at < units.size(); ++at) {
        units[at] = unit_of(philox({static_cast<std::uint32_t>(at), 0, 0, 0}, {1, 0})[0]);
    }
    measure.place(units, draws, places);
    std::vector<Weights> all;
    for (std::size_t lane = 0; lane < draws; ++lane) {
        Weights weights;
        for (std::size_t at = 0; at < box.size(); ++at) {
            const double low = box[at].low.approximate(), high = box[at].high.approximate();
            weights.push_back(low + places[at * draws + lane] * (high - low));
            EXPECT_GE(weights.back(), low - 1e-12);
            EXPECT_LE(weights.back(), high + 1e-12);
        }
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        for (double& weight : weights) {
            weight /= sum;
        }
        all.push_back(weights);
    }
    return all;
}

double share_of(const std::vector<Weights>& all, const std::function<bool(const Weights&)>& holds) {
    double hits = 0;
    for (const Weights& weights : all) {
        hits += holds(weights) ? 1 : 0;
    }
    return hits / static_cast<double>(all.size());
}

/// Whether normalised weights come from the box: some factor puts all of them inside.
bool is_inside(const std::vector<Interval>& box, const Weights& weights) {
    double least = 0, most = 1e300;
    for (std::size_t at = 0; at < box.size(); ++at) {
        least = std::max(least, box[at].low.approximate() / weights[at]);
        most = std::min(most, box[at].high.approximate() / weights[at]);
    }
    return least <= most;
}

/// The definition: a point of the simplex, kept where it lies in the polytope.
std::vector<Weights> rejected_until_inside(const std::vector<Interval>& box, std::size_t wanted) {
    Random random(2);
    std::vector<Weights> kept;
    while (kept.size() < wanted) {
        Weights weights;
        for (std::size_t at = 0; at < box.size(); ++at) {
            weights.push_back(-std::log(random.unit() + 1e-17));
        }
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        for (double& weight : weights) {
            weight /= sum;
        }
        if (is_inside(box, weights)) {
            kept.push_back(weights);
        }
    }
    return kept;
}

TEST(WeightMeasure, TwoWeightsAreUniformBetweenTheirExtremeShares) {
    const auto all = drawn(box_of({{1, 4}, {2, 3}})); // the first from 1/4 to 2/3
    for (const double part : {0.1, 0.25, 0.5, 0.9}) {
        const double bound = 0.25 + part * (2.0 / 3 - 0.25);
        EXPECT_NEAR(share_of(all, [&](const Weights& w) { return w[0] < bound; }), part,
                    four_deviations);
    }
}

TEST(WeightMeasure, UniformInTheBoxWouldBeAnotherMeasure) {
    // With both weights from 0 to 1 a uniform box has the first below a fifth in 1/8 of all draws.
    const auto all = drawn(box_of({{0, 1}, {0, 1}}));
    EXPECT_NEAR(share_of(all, [](const Weights& w) { return w[0] < 0.2; }), 0.2, four_deviations);
}

TEST(WeightMeasure, WeightsWithoutALowerEndFillTheWholeSimplex) {
    const auto all = drawn(box_of({{0, 40}, {0, 10}, {0, 25}}));
    const auto first_is_heavy = [](const Weights& w) { return w[0] > 0.5; };
    const auto third_is_heavy = [](const Weights& w) { return w[2] > 0.5; };
    EXPECT_NEAR(share_of(all, first_is_heavy), 0.25, four_deviations); // (1/2)^2 of its area
    EXPECT_NEAR(share_of(all, third_is_heavy), 0.25, four_deviations);
    EXPECT_NEAR(share_of(all, [](const Weights& w) { return w[0] < w[1] && w[1] < w[2]; }), 1.0 / 6,
                four_deviations);
}

TEST(WeightMeasure, ATriangleIsCutIntoItsExactParts) {
    // Ranges 1..2: the hexagon whose ratios stay within 2. By symmetry each order is a sixth.
    const auto all = drawn(box_of({{1, 2}, {1, 2}, {1, 2}}));
    EXPECT_NEAR(share_of(all, [](const Weights& w) { return w[0] < w[1] && w[1] < w[2]; }), 1.0 / 6,
                four_deviations);
    // Shoelace over (1/2,1/4), (2/5,2/5), (1/4,1/2), (1/5,2/5), (1/4,1/4), (2/5,1/5): area 1/20;
    // the part with the first weight above 2/5 is the triangle (1/2,1/4), (2/5,2/5), (2/5,1/5).
    const double hexagon = 1.0 / 20, corner = 0.5 * (2.0 / 5 - 1.0 / 5) * (1.0 / 2 - 2.0 / 5);
    EXPECT_NEAR(share_of(all, [](const Weights& w) { return w[0] > 0.4; }), corner / hexagon,
                four_deviations);
}

TEST(WeightMeasure, ASingleNumberKeepsItsPlaceBesideARange) {
    const auto all = drawn(box_of({{1, 1}, {1, 3}})); // the second from 1/2 to 3/4
    EXPECT_NEAR(share_of(all, [](const Weights& w) { return w[1] < 0.625; }), 0.5, four_deviations);
}

TEST(WeightMeasure, SingleNumbersKeepTheirRatio) {
    const auto all = drawn(box_of({{1, 1}, {2, 2}, {0, 3}}));
    for (const Weights& weights : all) {
        ASSERT_NEAR(weights[1], 2 * weights[0], 1e-12);
    }
    EXPECT_NEAR(share_of(all, [](const Weights& w) { return w[2] < 0.25; }), 0.5, four_deviations);
}

TEST(WeightMeasure, OneDirectionNeedsNoDraw) {
    EXPECT_EQ(WeightMeasure(box_of({{3, 3}, {1, 1}})).units_needed(), 0U);
    EXPECT_EQ(WeightMeasure(box_of({{1, 40}})).units_needed(), 0U);
    std::vector<double> places(2);
    WeightMeasure(box_of({{1, 40}})).place({}, 2, places);
    EXPECT_EQ(places, (std::vector<double>{1, 1}));
}

TEST(WeightMeasure, AgreesWithPlainRejection) {
    for (const auto& box :
         {box_of({{5, 10}, {0, 40}, {20, 30}, {30, 40}}), box_of({{10, 11}, {1, 20}, {2, 9}}),
          box_of({{0, 1}, {0, 40}, {0, 40}}), box_of({{1, 9}, {1, 9}, {1, 9}, {1, 9}, {1, 9}})}) {
        const auto all = drawn(box);
        const auto plain = rejected_until_inside(box, 20'000);
        for (std::size_t at = 0; at < box.size(); ++at) {
            for (const double bound : {0.05, 0.1, 0.2, 0.3, 0.4, 0.6}) {
                const auto is_below = [&](const Weights& w) { return w[at] < bound; };
                EXPECT_NEAR(share_of(all, is_below), share_of(plain, is_below), 0.02)
                    << "weight " << at << " below " << bound;
            }
        }
    }
}

TEST(WeightMeasure, NarrowRangesOfManyWeightsHaveTheirSharesInTheMiddle) {
    const std::vector<Interval> box(28, Interval{80, 120});
    const auto all = drawn(box);
    double sum = 0;
    for (const Weights& weights : all) {
        ASSERT_TRUE(
            is_inside(std::vector<Interval>(28, Interval{Rational(799, 10), 121}), weights));
        sum += weights[5];
    }
    EXPECT_NEAR(sum / static_cast<double>(draws), 1.0 / 28, 1e-4);
}

TEST(WeightTables, ThatAreKeptChangeNoDraw) {
    const std::vector<Interval> box = {{5, 30}, {0, 40}, {10, 10}, {1, 2}};
    WeightTables tables;
    const WeightMeasure alone(box), first(box, &tables), second(box, &tables);
    EXPECT_EQ(tables.size(), 1U);
    constexpr std::size_t lanes = 64;
    std::vector<double> units(alone.units_needed() * lanes);
    for (std::size_t at = 0; at < units.size(); ++at) {
        units[at] = static_cast<double>(at * 37 % 251) / 251;
    }
    units.front() = 0, units[1] = 1 - 0x1p-33; // the ends of the table
    std::vector<std::vector<double>> places(3, std::vector<double>(box.size() * lanes));
    alone.place(units, lanes, places[0]);
    first.place(units, lanes, places[1]);
    second.place(units, lanes, places[2]);
    EXPECT_EQ(places[0], places[1]);
    EXPECT_EQ(places[0], places[2]);
    const WeightMeasure other({{5, 30}, {0, 40}, {10, 10}, {1, 3}}, &tables);
    EXPECT_EQ(tables.size(), 2U) << "another box, another table";
}

} // namespace
} // namespace unbracket
