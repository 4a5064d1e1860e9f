#include "unbracket/search/dual.hpp"

#include "tests/support/search_problems.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace unbracket {
namespace {

using testing::problem_of;

DualResult minimised(const SearchProblem& problem, const DualOptions& options = {}) {
    const auto issues = all_issues(problem);
    return Dual(problem).minimise({problem.constants, issues}, options);
}

/// The largest weighted sum of all choices.
std::int64_t plain_bound(const SearchProblem& problem, const Multipliers& multipliers) {
    std::int64_t largest = std::numeric_limits<std::int64_t>::min();
    testing::for_each_choice(problem, [&](const RowChoice& choice) {
        std::int64_t sum = 0;
        for (std::size_t party = 0; party < problem.required_count; ++party) {
            std::int64_t own = problem.constants[party];
            for (const Row row : choice) {
                own += problem.row(row)[party];
            }
            sum += multipliers[party] * own;
        }
        largest = std::max(largest, sum);
    });
    return largest;
}

TEST(WeightedBound, IsTheLargestWeightedSumOfAllChoices) {
    for (std::uint64_t index = 0; index < testing::shared_count(2'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("WeightedBound.*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        SearchProblem problem =
            problem_of(testing::drawn_issues({.parties = 3, .options = 3}, random), {-5, 4, -20});
        for (std::int64_t& value : problem.values) {
            value -= 6; // a best option may be worth less than nothing
        }
        const Multipliers multipliers = {random.between(0, 9), random.between(0, 9), 1};
        const auto issues = all_issues(problem);
        EXPECT_EQ(weighted_bound(problem, {problem.constants, issues}, multipliers),
                  plain_bound(problem, multipliers));
    }
}

TEST(WeightedBound, OfNoFreeIssueIsTheWeightedSumItself) {
    const SearchProblem problem = problem_of({{{3, 0}, {0, 3}}});
    EXPECT_EQ(weighted_bound(problem, {{5, -2}, {}}, {2, 7}), -4);
}

TEST(WeightedBound, LooksAtRequiredPartiesAlone) {
    SearchProblem problem = problem_of({{{3, 100}, {0, 100}}}, {-1, 100});
    problem.required_count = 1;
    const auto issues = all_issues(problem);
    EXPECT_EQ(weighted_bound(problem, {problem.constants, issues}, {2}), 4);
}

TEST(Dual, FindsThatOpposedPartiesCannotBothHaveMostOfIt) {
    const SearchProblem problem = problem_of({{{10, 0}, {0, 10}}, {{10, 0}, {0, 10}}}, {-11, -11});
    const DualResult result = minimised(problem);
    EXPECT_LT(result.bound, 0);
    EXPECT_EQ(result.bound, plain_bound(problem, result.multipliers));
    EXPECT_FALSE(result.was_stopped);
}

TEST(Dual, FindsNothingWhereAChoiceSuitsAll) {
    const SearchProblem problem = problem_of({{{10, 0}, {0, 10}}, {{10, 0}, {0, 10}}}, {-10, -10});
    EXPECT_GE(minimised(problem).bound, 0);
}

TEST(Dual, OfPartiesOnVeryDifferentScalesFindsTheSame) {
    const std::int64_t large = 1'000'000'000;
    const SearchProblem problem =
        problem_of({{{1, 0}, {0, large}}, {{1, 0}, {0, large}}}, {-1, -large - 1});
    const DualResult result = minimised(problem, {.steps = 400});
    EXPECT_EQ(result.bound, plain_bound(problem, result.multipliers));
    for (const std::int64_t multiplier : result.multipliers) {
        EXPECT_GE(multiplier, 0);
        EXPECT_LE(multiplier, multiplier_limit);
    }
}

TEST(Dual, StopsAtAChoiceThatSuits) {
    const SearchProblem problem = problem_of({{{10, 0}, {0, 10}}, {{10, 0}, {0, 10}}}, {-5, -5});
    std::size_t seen = 0;
    const DualResult result = minimised(problem, {.on_choice = [&](const RowChoice& choice) {
                                            EXPECT_EQ(choice.size(), 2U);
                                            ++seen;
                                            return true;
                                        }});
    EXPECT_TRUE(result.was_stopped);
    EXPECT_EQ(seen, 1U);
}

TEST(Dual, OfOnePartyIsItsBestSum) {
    const SearchProblem problem = problem_of({{{3}, {7}}, {{1}, {2}}}, {-10});
    const DualResult result = minimised(problem);
    EXPECT_LT(result.bound, 0);
    EXPECT_EQ(result.bound, -result.multipliers.front());
}

TEST(Dual, NeverRulesOutWhatEnumerationFinds) {
    std::size_t ruled_out = 0;
    for (std::uint64_t index = 0; index < testing::shared_count(3'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + testing::repeat_command("Dual.*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        const std::vector<std::int64_t> needs = {-random.between(5, 25), -random.between(5, 25)};
        const SearchProblem problem =
            problem_of(testing::drawn_issues({.options = 3}, random), needs);
        const DualResult result = minimised(problem);
        EXPECT_EQ(result.bound, plain_bound(problem, result.multipliers));
        ruled_out += result.bound < 0 ? 1U : 0U;
        testing::for_each_choice(problem, [&](const RowChoice& choice) {
            EXPECT_FALSE(result.bound < 0 && satisfies(problem, choice));
        });
    }
    EXPECT_GT(ruled_out, 0U);
}

} // namespace
} // namespace unbracket
