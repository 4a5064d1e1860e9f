#include "unbracket/base/random.hpp"
#include "unbracket/zone/weighted_mean.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace unbracket {
namespace {

TEST(WeightedMean, TakesHeavyWhatIsAboveTheBestMeanAndLightWhatIsBelow) {
    // (3 * 80 + 2 * 20) / 5
    EXPECT_EQ(largest_mean({{{1, 3}, 80}, {{2, 2}, 20}}), Rational(56));
    // (1 * 80 + 2 * 20) / 3
    EXPECT_EQ(largest_mean({{{1, 1}, 80}, {{2, 5}, 20}}), Rational(40));
}

TEST(WeightedMean, LeavesAMiddlingValueLight) {
    // Taking the 60 heavy would pull (2 * 90 + 1 * 10) / 3 down.
    EXPECT_EQ(largest_mean({{{0, 5}, 60}, {{1, 1}, 10}, {{1, 2}, 90}}), Rational(190, 3));
}

TEST(WeightedMean, OfWeightsThatMayAllBeZeroIsTheBestValueAlone) {
    EXPECT_EQ(largest_mean({{{0, 4}, 30}, {{0, 1}, 70}}), Rational(70));
    EXPECT_EQ(largest_mean({{{0, 4}, -30}, {{0, 1}, -70}}), Rational(-30));
}

TEST(WeightedMean, OfNoWeightAtAllIsZero) {
    EXPECT_EQ(largest_mean({}), Rational(0));
    EXPECT_EQ(largest_mean({{{0, 0}, 30}}), Rational(0));
}

TEST(WeightedMean, PassesOverAValueThatCanWeighNothing) {
    EXPECT_EQ(largest_mean({{{0, 0}, 100}, {{0, 2}, 30}}), Rational(30));
}

TEST(CombinedRange, OfStancesIsTheLeastAndTheLargestMean) {
    // Least: (1 * 80 + 2 * 20) / 3, most: (3 * 80 + 2 * 20) / 5.
    EXPECT_EQ(combined(Scale::stances, {{{1, 3}, {80, 80}}, {{2, 2}, {20, 20}}}),
              (Interval{40, 56}));
    // Least: (3 * 0 + 2 * 10) / 5, most: (3 * 80 + 2 * 20) / 5.
    EXPECT_EQ(combined(Scale::stances, {{{1, 3}, {0, 80}}, {{2, 2}, {10, 20}}}), (Interval{4, 56}));
}

TEST(CombinedRange, OfScoresIsTheSumWhateverTheWeights) {
    EXPECT_EQ(combined(Scale::scores, {{{1, 3}, {5, 8}}, {{9, 9}, {-2, 1}}}), (Interval{3, 9}));
    EXPECT_EQ(combined(Scale::none, {}), (Interval{0, 0}));
}

/// The mean at every corner of the box; one of them is the largest.
Rational largest_over_corners(const std::vector<WeightedTerm>& terms) {
    std::optional<Rational> best;
    for (unsigned corner = 0; corner < 1U << terms.size(); ++corner) {
        Rational weights, values;
        for (std::size_t at = 0; at < terms.size(); ++at) {
            const Interval& range = terms[at].weight;
            const Rational& weight = (corner >> at & 1U) != 0 ? range.high : range.low;
            weights += weight;
            values += weight * terms[at].value;
        }
        if (weights.sign() > 0 && (!best || values / weights > *best)) {
            best = values / weights;
        }
    }
    return best.value_or(0);
}

TEST(WeightedMean, IsTheLargestOverAllCornersOfTheWeights) {
    Random random(17);
    for (int round = 0; round < 500; ++round) {
        std::vector<WeightedTerm> terms;
        for (std::int64_t left = random.between(1, 6); left > 0; --left) {
            const std::int64_t low = random.chance(1, 2) ? 0 : random.between(0, 5);
            terms.push_back({{low, low + random.between(0, 6)}, random.between(-20, 20)});
        }
        ASSERT_EQ(largest_mean(terms), largest_over_corners(terms)) << round;
    }
}

} // namespace
} // namespace unbracket
