#include "unbracket/base/random.hpp"
#include "unbracket/zone/certificate/aim.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

// What an aim needs of weighed gains, against every place on small grids: an outcome that meets the
// aim never has less, whatever the weights.

namespace unbracket::certificate {
namespace {

GainGrid random_grid(Random& random) {
    GainGrid grid;
    grid.start = Fraction(Integer(random.between(-6, 6)), Integer(random.between(1, 3)));
    grid.is_fixed = random.between(0, 5) == 0;
    grid.most = grid.is_fixed ? 0 : random.between(1, 6);
    grid.step = grid.is_fixed
                    ? Fraction(1'000)
                    : Fraction(Integer(random.between(1, 4)), Integer(random.between(1, 3)));
    return grid;
}

std::vector<Fraction> random_gains(Random& random, std::size_t count) {
    std::vector<Fraction> gains;
    for (std::size_t at = 0; at < count; ++at) {
        gains.emplace_back(Integer(random.between(0, 9)), Integer(random.between(1, 3)));
    }
    return gains;
}

std::vector<bool> random_set(Random& random, std::size_t count) {
    std::vector<bool> set;
    for (std::size_t at = 0; at < count; ++at) {
        set.push_back(at == 0 || random.between(0, 3) > 0);
    }
    return set;
}

std::unique_ptr<Aim> random_aim(Random& random, std::size_t count) {
    const std::vector<Fraction> gains = random_gains(random, count);
    Fraction sum = 0, product = 1;
    for (const Fraction& gain : gains) {
        sum += gain, product *= gain;
    }
    switch (random.between(0, 2)) {
    case 0:
        return aim_at_sum({random_set(random, count), sum, random.between(0, 1) == 0});
    case 1:
        return aim_at_product(random_set(random, count),
                              random.between(0, 3) == 0 ? std::nullopt : std::optional(product));
    default:
        break;
    }
    Scores scores;
    for (const bool takes_part : random_set(random, count)) {
        scores.units.push_back(takes_part
                                   ? std::optional(Fraction(static_cast<int>(random.between(1, 3))))
                                   : std::nullopt);
        if (takes_part) {
            scores.ascending.push_back(gains[scores.ascending.size()]);
        }
    }
    std::sort(scores.ascending.begin(), scores.ascending.end());
    if (scores.ascending.size() > 1 && random.between(0, 2) == 0) {
        scores.ascending.resize(1);
    }
    return aim_at_scores(std::move(scores));
}

/// Calls `use` with each place on the grids: so many steps for each party.
void for_each_place(const std::vector<GainGrid>& grids,
                    const std::function<void(const std::vector<Integer>&)>& use) {
    std::vector<Integer> steps(grids.size());
    std::size_t at = 0;
    while (at < grids.size()) {
        use(steps);
        for (at = 0; at < grids.size() && steps[at] == grids[at].most; ++at) {
            steps[at] = 0;
        }
        if (at < grids.size()) {
            ++steps[at];
        }
    }
}

} // namespace

TEST(Aim, NeedsNoMoreThanAnyPlaceThatMeetsItHas) {
    std::size_t met = 0, tight = 0;
    for (std::size_t round = 0; round < testing::shared_count(4'000); ++round) {
        Random random(testing::suite_seed() * 1'000'003 + round);
        SCOPED_TRACE(testing::repeat_command("Aim.NeedsNoMoreThanAnyPlaceThatMeetsItHas"));
        const auto count = static_cast<std::size_t>(random.between(1, 4));
        std::vector<GainGrid> grids;
        std::vector<Integer> weights;
        for (std::size_t at = 0; at < count; ++at) {
            grids.push_back(random_grid(random));
            weights.emplace_back(random.between(0, 4));
        }
        const std::unique_ptr<Aim> aim = random_aim(random, count);
        const Weighing weighing = weigh(grids, weights);
        const Integer need = aim->need(weighing);
        for_each_place(grids, [&](const std::vector<Integer>& steps) {
            std::vector<Fraction> gains;
            Integer weighed = 0;
            for (std::size_t at = 0; at < count; ++at) {
                gains.push_back(grids[at].start + grids[at].step * Fraction(steps[at]));
                weighed += weighing.shares[at] * steps[at];
            }
            if (aim->is_met(gains)) {
                ASSERT_GE(weighed, need) << "round " << round;
                ++met, tight += weighed == need ? 1U : 0U;
            }
        });
    }
    EXPECT_GT(met, 0U);
    EXPECT_GT(tight, 0U);
}

// Gains from 0 on in steps of one: the sum of three equal weights w has to be above
// 3 w P^(1/3), so the steps needed are the least whole number above that.
TEST(Aim, AtAProductNeedsTheLeastNumberAboveARoot) {
    GainGrid grid;
    grid.start = 0, grid.step = 1, grid.most = 1'000;
    const std::vector<GainGrid> grids(3, grid);
    for (const int product : {0, 1, 7, 8, 9, 26, 27, 28, 999, 1'000, 1'001}) {
        const auto aim = aim_at_product({true, true, true}, Fraction(product));
        for (const Integer& weight : {Integer(1), Integer(2), Integer(Integer(1) << 3'000)}) {
            const Integer need = aim->need(weigh(grids, {weight, weight, weight}));
            const Integer goal = 27 * weight * weight * weight * product;
            const Integer least = std::max(need, Integer(3 * weight));
            EXPECT_EQ(need, least) << "everybody gains";
            EXPECT_GT(need * need * need, goal);
            const Integer fewer = need - 1;
            EXPECT_TRUE(need == 3 * weight || fewer * fewer * fewer <= goal) << product;
        }
    }
}

TEST(Aim, WorksLongerForLongerNumbersAndMoreParties) {
    GainGrid grid;
    grid.start = 0, grid.step = 1, grid.most = 10;
    const auto work_of = [&](const Aim& aim, std::size_t count, const Integer& weight) {
        const std::vector<GainGrid> grids(count, grid);
        return aim.work(weigh(grids, std::vector<Integer>(count, weight)));
    };
    const Integer wide = Integer(1) << 3'000;
    const auto product = aim_at_product({true, true, true}, Fraction(8));
    EXPECT_LT(work_of(*product, 3, 1) * 1'000, work_of(*product, 3, wide));
    const auto scores = [](std::size_t count) {
        return aim_at_scores({std::vector<std::optional<Fraction>>(count, Fraction(1)),
                              std::vector<Fraction>(count, Fraction(1))});
    };
    EXPECT_LT(work_of(*scores(2), 2, 1) * 1'000, work_of(*scores(12), 12, 1));
    EXPECT_LT(work_of(*scores(13), 13, 1), work_of(*scores(12), 12, 1));
}

} // namespace unbracket::certificate
