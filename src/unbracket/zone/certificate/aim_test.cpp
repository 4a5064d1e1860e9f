#include "unbracket/base/random.hpp"
#include "unbracket/zone/certificate/aim.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <numeric>

// What an aim needs of weighed gains, by hand and against every place on small grids: an outcome
// that meets the aim never has less, whatever the weights.

namespace unbracket::certificate {
namespace {

using Gains = std::vector<Fraction>;

Fraction fraction(std::int64_t top, std::int64_t bottom = 1) {
    return {Integer(top), Integer(bottom)};
}

/// A party that may have from 0 to `most` steps.
GainGrid grid(const Fraction& start, const Fraction& step, std::int64_t most) {
    return {start, step, false, {}, Integer(most)};
}

std::vector<std::optional<Fraction>> same_units(std::size_t count) {
    return std::vector<std::optional<Fraction>>(count, Fraction(1));
}

/// Calls `use` with all steps that the parties may have together, and the gains these are.
void for_each_steps(const std::vector<GainGrid>& grids,
                    const std::function<void(const std::vector<Integer>&, const Gains&)>& use) {
    std::vector<Integer> steps(grids.size());
    while (true) {
        Gains gains;
        for (std::size_t at = 0; at < grids.size(); ++at) {
            gains.push_back(grids[at].start + grids[at].step * Fraction(steps[at]));
        }
        use(steps, gains);
        std::size_t at = 0;
        while (at < grids.size() && steps[at] == grids[at].most) {
            steps[at++] = 0;
        }
        if (at == grids.size()) {
            return;
        }
        ++steps[at];
    }
}

/// The smallest weighed sum of steps with which the aim is met; nothing where none meets it.
std::optional<Integer> smallest_sum(const Aim& aim, const Weighing& weighing) {
    std::optional<Integer> smallest;
    for_each_steps(weighing.grids, [&](const std::vector<Integer>& steps, const Gains& gains) {
        if (aim.is_met(gains)) {
            const Integer sum =
                std::inner_product(steps.begin(), steps.end(), weighing.shares.begin(), Integer(0));
            smallest = smallest ? std::min(*smallest, sum) : sum;
        }
    });
    return smallest;
}

Integer need_of(const Aim& aim, const std::vector<GainGrid>& grids, std::vector<Integer> weights) {
    return aim.need(weigh(grids, std::move(weights)));
}

TEST(Aim, AtScoresNeedsTheCheapestOrderOfParties) {
    const std::vector<GainGrid> grids = {grid(0, 1, 9), grid(0, 1, 9)};
    const auto aim = aim_at_scores({same_units(2), {fraction(2), fraction(5)}});
    // Both above 2 are 3 and 3; one at 2 and the other above 5 are 2 and 6.
    EXPECT_EQ(need_of(*aim, grids, {1, 1}), 6);
    EXPECT_EQ(need_of(*aim, grids, {1, 10}), 1 * 6 + 10 * 2);
    EXPECT_FALSE(aim->is_met({fraction(2), fraction(5)}));
    EXPECT_TRUE(aim->is_met({fraction(6), fraction(2)}));
}

TEST(Aim, AtTheFirstScoreAloneNeedsEverybodyAboveIt) {
    const std::vector<GainGrid> grids = {grid(0, 1, 9), grid(0, 2, 9)};
    const auto aim = aim_at_scores({same_units(2), {fraction(3)}});
    EXPECT_EQ(need_of(*aim, grids, {1, 1}), 1 * 4 + 2 * 2);
    EXPECT_FALSE(aim->is_met({fraction(3), fraction(9)}));
}

TEST(Aim, AtAProductNeedsWhatTheMeanAsksFor) {
    const std::vector<GainGrid> grids = {grid(0, 1, 9), grid(0, 1, 9)};
    const auto aim = aim_at_product({true, true}, fraction(16));
    // 4 and 4 have the product 16, and no more; 8 together are too few.
    EXPECT_EQ(need_of(*aim, grids, {1, 1}), 9);
    EXPECT_FALSE(aim->is_met({fraction(4), fraction(4)}));
    EXPECT_TRUE(aim->is_met({fraction(4), fraction(5)}));
    // Without a weight the second has 9 at most, so the first needs more than 16/9.
    EXPECT_EQ(need_of(*aim, grids, {1, 0}), 2);
}

TEST(Aim, AtNoGainOfSomePartiesNeedsAStepOfEach) {
    const std::vector<GainGrid> grids = {grid(-4, 3, 9), grid(-4, 3, 9)};
    const auto aim = aim_at_product({true, false}, std::nullopt);
    EXPECT_EQ(need_of(*aim, grids, {1, 1}), 3 * (2 + 2));
    EXPECT_FALSE(aim->is_met({fraction(0), fraction(5)}));
    EXPECT_FALSE(aim->is_met({fraction(2), fraction(-1)}));
}

TEST(Aim, AtASumCountsTheSmallestWeightInFull) {
    const std::vector<GainGrid> grids = {grid(0, 1, 9), grid(0, 1, 9)};
    const auto aim = aim_at_sum({{true, true}, fraction(7)});
    EXPECT_EQ(need_of(*aim, grids, {1, 1}), 8);
    EXPECT_EQ(need_of(*aim, grids, {3, 1}), 8);
    const auto alone = aim_at_sum({{true, false}, fraction(7)});
    EXPECT_EQ(need_of(*alone, grids, {1, 1}), 8);
}

TEST(Aim, AnywhereLetsPartiesLose) {
    const std::vector<GainGrid> grids = {grid(-5, 1, 9), grid(-5, 1, 9)};
    const auto aim = aim_at_sum({{true, true}, fraction(1), true});
    EXPECT_TRUE(aim->is_met({fraction(-2), fraction(4)}));
    EXPECT_EQ(need_of(*aim, grids, {1, 1}), 12);
    EXPECT_EQ(need_of(*aim, grids, {1, 0}), 0);
}

TEST(Aim, CannotBeMetByWhatNothingChanges) {
    GainGrid fixed = grid(3, 100, 0);
    fixed.is_fixed = true;
    const auto aim = aim_at_sum({{true, false}, fraction(3)});
    EXPECT_GT(need_of(*aim, {fixed, grid(0, 1, 9)}, {1, 0}), 0);
}

// Gains from 0 on in steps of one: the sum of three equal weights w has to be above
// 3 w P^(1/3), so the steps needed are the least whole number above that.
TEST(Aim, AtAProductNeedsTheLeastNumberAboveARoot) {
    const std::vector<GainGrid> grids(3, grid(0, 1, 1'000));
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
    const auto work_of = [](const Aim& aim, std::size_t count, const Integer& weight) {
        const std::vector<GainGrid> grids(count, grid(0, 1, 10));
        return aim.work(weigh(grids, std::vector<Integer>(count, weight)));
    };
    const Integer wide = Integer(1) << 3'000;
    const auto product = aim_at_product({true, true, true}, Fraction(8));
    EXPECT_LT(work_of(*product, 3, 1) * 1'000, work_of(*product, 3, wide));
    const auto scores = [](std::size_t count) {
        return aim_at_scores({same_units(count), Gains(count, Fraction(1))});
    };
    EXPECT_LT(work_of(*scores(2), 2, 1) * 1'000, work_of(*scores(12), 12, 1));
    EXPECT_LT(work_of(*scores(13), 13, 1), work_of(*scores(12), 12, 1));
}

/// Drawn grids, weights and aims.
class Draw {
public:
    explicit Draw(std::uint64_t seed) : random_(seed) {
        for (auto count = random_.between(1, 4); count > 0; --count) {
            grids_.push_back(drawn_grid());
        }
    }

    const std::vector<GainGrid>& grids() const { return grids_; }

    std::vector<Integer> weights() {
        std::vector<Integer> weights;
        for (std::size_t at = 0; at < grids_.size(); ++at) {
            weights.push_back(Integer(random_.between(0, 4)));
        }
        return weights;
    }

    std::unique_ptr<Aim> aim() {
        const Gains reached = gains();
        switch (random_.between(0, 4)) {
        case 0:
            return aim_at_scores(scores(reached));
        case 1:
            return aim_at_product(members(), product(reached));
        case 2:
            return aim_at_product(members(), std::nullopt);
        case 3:
            return aim_at_sum({members(), sum(reached)});
        default:
            return aim_at_sum({std::vector<bool>(grids_.size(), true), sum(reached), true});
        }
    }

private:
    GainGrid drawn_grid() {
        const Fraction start = fraction(random_.between(-9, 6), random_.between(1, 3));
        if (random_.chance(1, 6)) {
            return {start, Fraction(1'000), true, {}, Integer(0)};
        }
        return grid(start, fraction(random_.between(1, 5), random_.between(1, 3)),
                    random_.between(1, 6));
    }

    /// On the grids, or anywhere.
    Gains gains() {
        Gains gains;
        const bool is_on_grids = random_.chance(1, 2);
        for (const GainGrid& each : grids_) {
            gains.push_back(is_on_grids
                                ? each.start + each.step * Fraction(Integer(random_.between(0, 5)))
                                : fraction(random_.between(0, 9), random_.between(1, 3)));
        }
        return gains;
    }

    std::vector<bool> members() {
        std::vector<bool> members;
        for (std::size_t at = 0; at < grids_.size(); ++at) {
            members.push_back(random_.chance(2, 3));
        }
        return members;
    }

    Scores scores(const Gains& reached) {
        Scores scores;
        for (std::size_t at = 0; at < grids_.size(); ++at) {
            scores.units.push_back(random_.chance(4, 5)
                                       ? std::optional(fraction(random_.between(1, 4), 2))
                                       : std::nullopt);
            if (scores.units.back()) {
                scores.ascending.push_back(reached[at] / *scores.units.back());
            }
        }
        std::sort(scores.ascending.begin(), scores.ascending.end());
        if (random_.chance(1, 4) && !scores.ascending.empty()) {
            scores.ascending.resize(1);
        }
        return scores;
    }

    static Fraction product(const Gains& reached) {
        Fraction product = 1;
        for (const Fraction& gain : reached) {
            product *= gain > 0 ? gain : Fraction(1);
        }
        return product;
    }

    static Fraction sum(const Gains& reached) {
        return std::accumulate(reached.begin(), reached.end(), Fraction(0));
    }

    Random random_;
    std::vector<GainGrid> grids_;
};

TEST(Aim, NeedsNoMoreThanWhatMeetsItHas) {
    SCOPED_TRACE(testing::repeat_command("Aim.NeedsNoMoreThanWhatMeetsItHas"));
    std::size_t met = 0, sharp = 0;
    for (std::size_t i = 0; i < testing::shared_count(100'000); ++i) {
        const std::uint64_t seed = testing::suite_seed() * 1'000'003 + i;
        Draw draw(seed);
        const Weighing weighing = weigh(draw.grids(), draw.weights());
        const auto aim = draw.aim();
        const auto smallest = smallest_sum(*aim, weighing);
        if (smallest) {
            ++met;
            const Integer need = aim->need(weighing);
            sharp += need == *smallest ? 1U : 0U;
            ASSERT_LE(need, *smallest) << "seed " << seed;
        }
    }
    EXPECT_GT(met, 0U);
    EXPECT_GT(sharp, met / 2);
}

} // namespace
} // namespace unbracket::certificate
