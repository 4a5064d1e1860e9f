#include "unbracket/search/maximin.hpp"

#include "tests/support/search_problems.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

using testing::problem_of;

std::int64_t plain_maximin(const SearchProblem& problem) {
    std::int64_t best = 0;
    testing::for_each_choice(problem, [&](const RowChoice& choice) {
        std::vector<std::int64_t> sums(problem.party_count, 0);
        for (const Row row : choice) {
            for (std::size_t party = 0; party < problem.party_count; ++party) {
                sums[party] += problem.row(row)[party];
            }
        }
        best = std::max(best, *std::min_element(sums.begin(), sums.end()));
    });
    return best;
}

TEST(BestSums, AddUpTheBestOfEveryIssue) {
    EXPECT_EQ(best_sums(problem_of({{{3, 0}, {1, 5}}, {{2, 2}, {0, 9}}})),
              (std::vector<std::int64_t>{5, 14}));
}

TEST(CommonMaximin, OfOpposedPartiesIsTheMiddle) {
    const MaximinBounds bounds =
        common_maximin(problem_of({{{10, 0}, {0, 10}}, {{10, 0}, {0, 10}}}));
    EXPECT_EQ(bounds.reached, 10);
    EXPECT_EQ(bounds.excluded, 11);
}

TEST(CommonMaximin, IsNothingWhereOnePartyGetsNothing) {
    const MaximinBounds bounds = common_maximin(problem_of({{{10, 0}, {4, 0}}}));
    EXPECT_EQ(bounds.reached, 0);
    EXPECT_EQ(bounds.excluded, 1);
}

TEST(CommonMaximin, IgnoresTheConstants) {
    const testing::PlainIssues issues = {{{4, 2}, {1, 3}}};
    EXPECT_EQ(common_maximin(problem_of(issues, {-1'000, 50})).reached,
              common_maximin(problem_of(issues)).reached);
}

TEST(CommonMaximin, WithoutABudgetKeepsBothBoundsProved) {
    testing::PlainIssues issues;
    Random random(5);
    for (int issue = 0; issue < 8; ++issue) {
        issues.push_back({{random.between(0, 99), random.between(0, 99)},
                          {random.between(0, 99), random.between(0, 99)},
                          {random.between(0, 99), random.between(0, 99)}});
    }
    const SearchProblem problem = problem_of(issues);
    const std::int64_t best = plain_maximin(problem);
    for (const std::uint64_t budget : {0U, 1U, 5U, 50U}) {
        const MaximinBounds bounds = common_maximin(problem, {.node_budget = budget});
        EXPECT_LE(bounds.reached, best) << budget;
        EXPECT_GT(bounds.excluded, best) << budget;
    }
}

TEST(CommonMaximin, IsThatOfEnumeration) {
    for (std::uint64_t index = 0; index < testing::shared_count(2'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("CommonMaximin.IsThat*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        testing::DrawnShape shape{.options = 3, .most = random.chance(1, 2) ? 5 : 10'000};
        shape.parties = static_cast<std::size_t>(random.between(1, 4));
        const SearchProblem problem = problem_of(testing::drawn_issues(shape, random));
        const MaximinBounds bounds = common_maximin(problem);
        EXPECT_EQ(bounds.reached, plain_maximin(problem));
        EXPECT_EQ(bounds.excluded, bounds.reached + 1);
    }
}

TEST(BoundThreshold, OfOpposedPartiesIsHalf) {
    const std::int64_t threshold =
        bound_threshold(problem_of({{{100, 0}, {0, 100}}, {{100, 0}, {0, 100}}}));
    EXPECT_EQ(threshold, 5'000);
}

TEST(BoundThreshold, OfPartiesThatWantTheSameIsAll) {
    EXPECT_EQ(bound_threshold(problem_of({{{100, 7}, {0, 0}}, {{3, 50}, {0, 0}}})), 10'000);
}

TEST(BoundThreshold, IsNeverBelowWhatSomeChoiceReaches) {
    for (std::uint64_t index = 0; index < testing::shared_count(300); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("BoundThreshold.IsNever*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        const SearchProblem problem =
            problem_of(testing::drawn_issues({.options = 3, .most = 1'000}, random));
        const std::int64_t threshold = bound_threshold(problem);
        const std::vector<std::int64_t> best = best_sums(problem);
        testing::for_each_choice(problem, [&](const RowChoice& choice) {
            std::int64_t share = 10'000;
            for (std::size_t party = 0; party < problem.party_count; ++party) {
                std::int64_t sum = 0;
                for (const Row row : choice) {
                    sum += problem.row(row)[party];
                }
                share = best[party] == 0 ? share : std::min(share, sum * 10'000 / best[party]);
            }
            EXPECT_LE(share, threshold);
        });
    }
}

} // namespace
} // namespace unbracket
