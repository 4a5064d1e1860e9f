#include "unbracket/frontier/additive.hpp"

#include "tests/support/gain_tables.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <array>

// The frontier of two and three parties, by lists and by the table that takes over from them.

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

TEST(ListFront, KeepsEveryTotalOfOpposedParties) {
    const std::vector<Pair> points = points_of(list_front(problem_of(zero_sum(4, 1))));
    ASSERT_EQ(points.size(), 16U);
    for (std::int32_t at = 0; at < 16; ++at) {
        EXPECT_EQ(points[static_cast<std::size_t>(at)], Pair(at, 15 - at));
    }
}

TEST(ListFront, OfSparseTotalsStaysAList) {
    // Totals lie a million apart: 256 points among 255 million places.
    const std::vector<Pair> points = points_of(list_front(problem_of(zero_sum(8, 1'000'000))));
    ASSERT_EQ(points.size(), 256U);
    EXPECT_EQ(points.front(), Pair(0, 255'000'000));
    EXPECT_EQ(points[1], Pair(1'000'000, 254'000'000));
    EXPECT_EQ(points.back(), Pair(255'000'000, 0));
}

TEST(ListFront, OfDenseTotalsGoesOnInATable) {
    // After some issues the list is long beside the places that are reached.
    const std::vector<Pair> points = points_of(list_front(problem_of(zero_sum(12, 1))));
    ASSERT_EQ(points.size(), 4'096U);
    for (std::int32_t at = 0; at < 4'096; ++at) {
        ASSERT_EQ(points[static_cast<std::size_t>(at)], Pair(at, 4'095 - at));
    }
}

TEST(ListFront, OfDenseTotalsInWideCellsIsTheSame) {
    testing::PlainIssues issues;
    for (int issue = 0; issue < 10; ++issue) {
        const std::int64_t step = std::int64_t{1} << issue;
        issues.push_back({{0, 100 * step}, {step, 0}});
    }
    const std::vector<Pair> points = points_of(list_front(problem_of(issues)));
    ASSERT_EQ(points.size(), 1'024U);
    EXPECT_EQ(points.front(), Pair(0, 102'300));
    EXPECT_EQ(points[1'000], Pair(1'000, 2'300));
}

TEST(ListFront, TakesColumnsWhicheverIsTheLarger) {
    const testing::PlainIssues issues = {{{9, 1}, {2, 3}}, {{5, 1}, {4, 2}, {0, 6}}};
    testing::PlainIssues turned = issues;
    for (auto& options : turned) {
        for (auto& values : options) {
            std::swap(values[0], values[1]);
        }
    }
    std::vector<Pair> swapped;
    for (const auto& [one, other] : points_of(list_front(problem_of(turned)))) {
        swapped.emplace_back(other, one);
    }
    std::sort(swapped.begin(), swapped.end());
    EXPECT_EQ(swapped, points_of(list_front(problem_of(issues))));
    EXPECT_EQ(swapped, plain_points(issues));
}

TEST(ListFront, ReachesTheLargestTotalsThatAreAllowed) {
    const std::int64_t half = additive_limit / 2;
    const testing::PlainIssues issues = {{{half, 0}, {0, half}}, {{half, 0}, {0, half}}};
    EXPECT_EQ(points_of(list_front(problem_of(issues))),
              (std::vector<Pair>{{0, 2 * half}, {half, half}, {2 * half, 0}}));
}

TEST(ListFront, OfAPartyWithoutInterestsIsTheBestOfTheOther) {
    EXPECT_EQ(points_of(list_front(problem_of({{{0, 4}, {0, 7}}, {{0, 1}, {0, 0}}}))),
              (std::vector<Pair>{{0, 8}}));
    EXPECT_EQ(points_of(list_front(problem_of({{{0, 0}}}))), (std::vector<Pair>{{0, 0}}));
}

TEST(ListFront, DoesNotDependOnTheOrderOfIssues) {
    Random random(11);
    testing::PlainIssues issues = testing::drawn_issues({.issues = 6, .most = 300}, random);
    const auto points = points_of(list_front(problem_of(issues)));
    std::reverse(issues.begin(), issues.end());
    EXPECT_EQ(points_of(list_front(problem_of(issues))), points);
}

TEST(ListFront, IsThatOfEnumerationOnEveryScale) {
    for (std::uint64_t index = 0; index < testing::shared_count(2'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("ListFront.IsThatOf*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        testing::DrawnShape shape{.most = random.chance(1, 2) ? 5 : 50'000};
        shape.issues = static_cast<std::size_t>(random.between(1, 5));
        const auto issues = testing::drawn_issues(shape, random);
        const auto expected = plain_points(issues);
        EXPECT_EQ(points_of(list_front(problem_of(issues))), expected);
        EXPECT_EQ(points_of(additive_front(problem_of(issues))), expected);
    }
}

using Triple = std::array<std::int32_t, 3>;

/// In the order of the front.
std::vector<Triple> triples_of(const Front& front) {
    std::vector<Triple> triples;
    for (std::size_t at = 0; at < front.size(); ++at) {
        triples.push_back({front[at][0], front[at][1], front[at][2]});
    }
    return triples;
}

std::vector<Triple> plain_triples(const testing::PlainIssues& issues) {
    std::vector<Triple> triples;
    for (const auto& [totals, count] : testing::plain_frontier(table_of(issues))) {
        triples.push_back({static_cast<std::int32_t>(totals[0]),
                           static_cast<std::int32_t>(totals[1]),
                           static_cast<std::int32_t>(totals[2])});
    }
    return triples;
}

/// Each issue is worth a step to the one who gets it, and many times as much to the last: every
/// total is efficient.
testing::PlainIssues shared_out(int issues, std::int64_t times) {
    testing::PlainIssues all;
    for (int issue = 0; issue < issues; ++issue) {
        const std::int64_t step = std::int64_t{1} << issue;
        all.push_back({{step, 0, 0}, {0, step, 0}, {0, 0, times * step}});
    }
    return all;
}

void expect_the_order_of_the_table(const testing::PlainIssues& issues) {
    const AdditiveProblem problem = problem_of(issues);
    const Front by_lists = list_front(problem), by_table = dense_front(problem);
    EXPECT_EQ(by_lists.width, by_table.width);
    EXPECT_EQ(by_lists.totals, by_table.totals);
}

TEST(ListFrontOfThree, KeepsWhatOneOfTheThreeGainsBy) {
    // (2, 2, 1) is improved on by (2, 2, 2) alone; (0, 3, 1) and (3, 0, 1) by nothing.
    const testing::PlainIssues issues = {{{2, 2, 1}, {2, 2, 2}, {0, 3, 1}, {3, 0, 1}}};
    std::vector<Triple> triples = triples_of(list_front(problem_of(issues)));
    std::sort(triples.begin(), triples.end());
    EXPECT_EQ(triples, (std::vector<Triple>{{0, 3, 1}, {2, 2, 2}, {3, 0, 1}}));
}

TEST(ListFrontOfThree, LeavesOutWhatOnlyTogetherIsImprovedOn) {
    // Of each issue every option is efficient; two middles, (4, 4, 4), are not: (5, 5, 6) beats it.
    const testing::PlainIssues issues = {{{0, 5, 3}, {2, 2, 2}, {5, 0, 3}},
                                         {{0, 5, 3}, {2, 2, 2}, {5, 0, 3}}};
    std::vector<Triple> triples = triples_of(list_front(problem_of(issues)));
    std::sort(triples.begin(), triples.end());
    EXPECT_EQ(triples,
              (std::vector<Triple>{{0, 10, 6}, {2, 7, 5}, {5, 5, 6}, {7, 2, 5}, {10, 0, 6}}));
}

TEST(ListFrontOfThree, ListsEqualTotalsOnce) {
    EXPECT_EQ(triples_of(list_front(problem_of(
                             {{{0, 1, 0}, {1, 0, 0}}, {{0, 1, 0}, {1, 0, 0}}, {{0, 0, 7}}})))
                  .size(),
              3U);
    EXPECT_EQ(triples_of(list_front(problem_of({{{0, 0, 0}}}))), (std::vector<Triple>{{0, 0, 0}}));
}

TEST(ListFrontOfThree, ListsPointsInTheOrderOfTheTable) {
    expect_the_order_of_the_table(shared_out(3, 5));     // stays a list
    expect_the_order_of_the_table(shared_out(7, 1));     // goes on in a table
    expect_the_order_of_the_table(shared_out(7, 1'000)); // in one of wide cells
    expect_the_order_of_the_table({{{9, 1, 4}, {2, 3, 7}}, {{5, 1, 0}, {4, 2, 0}, {0, 6, 2}}});
}

TEST(ListFrontOfThree, OfAWideSecondColumnIsTheSameThoughItsFilterIsDear) {
    testing::PlainIssues issues;
    for (std::int64_t issue = 0; issue < 5; ++issue) {
        issues.push_back({{1, 0, 0}, {0, 100'000 + issue, 0}, {0, 0, 200'000 - issue}});
    }
    expect_the_order_of_the_table(issues);
    std::vector<Triple> triples = triples_of(list_front(problem_of(issues)));
    std::sort(triples.begin(), triples.end());
    EXPECT_EQ(triples, plain_triples(issues));
}

TEST(ListFrontOfThree, MergesManyOptionsAFewAtATime) {
    // Forty options on an issue, each better for one and worse for another than its neighbours.
    testing::PlainIssues issues(2);
    for (std::int64_t at = 0; at < 40; ++at) {
        issues[0].push_back({at, 39 - at, at % 3});
        issues[1].push_back({2 * at % 41, at, 40 - at});
    }
    std::vector<Triple> triples = triples_of(list_front(problem_of(issues)));
    std::sort(triples.begin(), triples.end());
    EXPECT_EQ(triples, plain_triples(issues));
    expect_the_order_of_the_table(issues);
}

TEST(ListFrontOfThree, StopsWhereTheFlagIsRaised) {
    AdditiveProblem problem = problem_of(shared_out(7, 1));
    CancelFlag cancel;
    cancel.raise();
    problem.cancel = &cancel;
    EXPECT_TRUE(list_front(problem).was_stopped);
}

TEST(ListFrontOfThree, IsThatOfEnumerationOnEveryScale) {
    for (std::uint64_t index = 0; index < testing::shared_count(2'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("ListFrontOfThree.IsThatOf*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        testing::DrawnShape shape{.most = random.chance(1, 2) ? 5 : 300};
        shape.parties = 3;
        shape.issues = static_cast<std::size_t>(random.between(1, 5));
        const auto issues = testing::drawn_issues(shape, random);
        std::vector<Triple> triples = triples_of(list_front(problem_of(issues)));
        std::sort(triples.begin(), triples.end());
        EXPECT_EQ(triples, plain_triples(issues));
        expect_the_order_of_the_table(issues);
    }
}

} // namespace
} // namespace unbracket
