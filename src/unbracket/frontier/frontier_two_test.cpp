#include "unbracket/frontier/additive.hpp"

#include "tests/support/gain_tables.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

// The frontier of two parties, by lists and by the table that takes over from them.

namespace unbracket {
namespace {

using testing::table_of;
using Pair = std::pair<std::int32_t, std::int32_t>;

AdditiveProblem problem_of(const testing::PlainIssues& issues) {
    return *additive_problem(table_of(issues));
}

std::vector<Pair> points_of(const Front& front) {
    std::vector<Pair> points;
    for (std::size_t at = 0; at < front.size(); ++at) {
        points.emplace_back(front[at][0], front[at][1]);
    }
    std::sort(points.begin(), points.end());
    return points;
}

std::vector<Pair> plain_points(const testing::PlainIssues& issues) {
    std::vector<Pair> points;
    for (const auto& [totals, count] : testing::plain_frontier(table_of(issues))) {
        points.emplace_back(totals[0], totals[1]);
    }
    return points;
}

/// What one wins the other loses, in steps of powers of two: every total is efficient.
testing::PlainIssues zero_sum(int issues, std::int64_t scale) {
    testing::PlainIssues all;
    for (int issue = 0; issue < issues; ++issue) {
        const std::int64_t step = scale << issue;
        all.push_back({{0, step}, {step, 0}});
    }
    return all;
}

TEST(FrontOfTwo, KeepsEveryTotalOfOpposedParties) {
    const std::vector<Pair> points = points_of(front_of_two(problem_of(zero_sum(4, 1))));
    ASSERT_EQ(points.size(), 16U);
    for (std::int32_t at = 0; at < 16; ++at) {
        EXPECT_EQ(points[static_cast<std::size_t>(at)], Pair(at, 15 - at));
    }
}

TEST(FrontOfTwo, OfSparseTotalsStaysAList) {
    // Totals lie a million apart: 256 points among 255 million places.
    const std::vector<Pair> points = points_of(front_of_two(problem_of(zero_sum(8, 1'000'000))));
    ASSERT_EQ(points.size(), 256U);
    EXPECT_EQ(points.front(), Pair(0, 255'000'000));
    EXPECT_EQ(points[1], Pair(1'000'000, 254'000'000));
    EXPECT_EQ(points.back(), Pair(255'000'000, 0));
}

TEST(FrontOfTwo, OfDenseTotalsGoesOnInATable) {
    // After some issues the list is longer than a twelfth of the places that are reached.
    const std::vector<Pair> points = points_of(front_of_two(problem_of(zero_sum(12, 1))));
    ASSERT_EQ(points.size(), 4'096U);
    for (std::int32_t at = 0; at < 4'096; ++at) {
        ASSERT_EQ(points[static_cast<std::size_t>(at)], Pair(at, 4'095 - at));
    }
}

TEST(FrontOfTwo, OfDenseTotalsInWideCellsIsTheSame) {
    testing::PlainIssues issues;
    for (int issue = 0; issue < 10; ++issue) {
        const std::int64_t step = std::int64_t{1} << issue;
        issues.push_back({{0, 100 * step}, {step, 0}});
    }
    const std::vector<Pair> points = points_of(front_of_two(problem_of(issues)));
    ASSERT_EQ(points.size(), 1'024U);
    EXPECT_EQ(points.front(), Pair(0, 102'300));
    EXPECT_EQ(points[1'000], Pair(1'000, 2'300));
}

TEST(FrontOfTwo, TakesColumnsWhicheverIsTheLarger) {
    const testing::PlainIssues issues = {{{9, 1}, {2, 3}}, {{5, 1}, {4, 2}, {0, 6}}};
    testing::PlainIssues turned = issues;
    for (auto& options : turned) {
        for (auto& values : options) {
            std::swap(values[0], values[1]);
        }
    }
    std::vector<Pair> swapped;
    for (const auto& [one, other] : points_of(front_of_two(problem_of(turned)))) {
        swapped.emplace_back(other, one);
    }
    std::sort(swapped.begin(), swapped.end());
    EXPECT_EQ(swapped, points_of(front_of_two(problem_of(issues))));
    EXPECT_EQ(swapped, plain_points(issues));
}

TEST(FrontOfTwo, ReachesTheLargestTotalsThatAreAllowed) {
    const std::int64_t half = additive_limit / 2;
    const testing::PlainIssues issues = {{{half, 0}, {0, half}}, {{half, 0}, {0, half}}};
    EXPECT_EQ(points_of(front_of_two(problem_of(issues))),
              (std::vector<Pair>{{0, 2 * half}, {half, half}, {2 * half, 0}}));
}

TEST(FrontOfTwo, OfAPartyWithoutInterestsIsTheBestOfTheOther) {
    EXPECT_EQ(points_of(front_of_two(problem_of({{{0, 4}, {0, 7}}, {{0, 1}, {0, 0}}}))),
              (std::vector<Pair>{{0, 8}}));
    EXPECT_EQ(points_of(front_of_two(problem_of({{{0, 0}}}))), (std::vector<Pair>{{0, 0}}));
}

TEST(FrontOfTwo, DoesNotDependOnTheOrderOfIssues) {
    Random random(11);
    testing::PlainIssues issues = testing::drawn_issues({.issues = 6, .most = 300}, random);
    const auto points = points_of(front_of_two(problem_of(issues)));
    std::reverse(issues.begin(), issues.end());
    EXPECT_EQ(points_of(front_of_two(problem_of(issues))), points);
}

TEST(FrontOfTwo, IsThatOfEnumerationOnEveryScale) {
    for (std::uint64_t index = 0; index < testing::shared_count(2'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("FrontOfTwo.IsThatOf*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        testing::DrawnShape shape{.most = random.chance(1, 2) ? 5 : 50'000};
        shape.issues = static_cast<std::size_t>(random.between(1, 5));
        const auto issues = testing::drawn_issues(shape, random);
        const auto expected = plain_points(issues);
        EXPECT_EQ(points_of(front_of_two(problem_of(issues))), expected);
        EXPECT_EQ(points_of(additive_front(problem_of(issues))), expected);
    }
}

} // namespace
} // namespace unbracket
