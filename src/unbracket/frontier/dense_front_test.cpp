#include "unbracket/frontier/dense_table.hpp"

#include "tests/support/gain_tables.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::table_of;
using Totals = std::vector<std::int32_t>;

AdditiveProblem problem_of(const testing::PlainIssues& issues) {
    return *additive_problem(table_of(issues));
}

/// The points of a front, in ascending order.
std::vector<Totals> points_of(const Front& front) {
    std::vector<Totals> points;
    for (std::size_t at = 0; at < front.size(); ++at) {
        points.emplace_back(front[at].begin(), front[at].end());
    }
    std::sort(points.begin(), points.end());
    return points;
}

std::vector<Totals> plain_points(const testing::PlainIssues& issues) {
    std::vector<Totals> points;
    for (const auto& [totals, count] : testing::plain_frontier(table_of(issues))) {
        points.emplace_back(totals.begin(), totals.end());
    }
    return points;
}

TEST(TableLayout, KeepsTheColumnWithTheLargestTotals) {
    const TableLayout layout(problem_of({{{4, 9, 1}}}));
    EXPECT_EQ(layout.kept, 1U);
    EXPECT_EQ(layout.axes, (std::vector<std::size_t>{2, 0}));
    EXPECT_EQ(layout.sizes, (std::vector<std::size_t>{2, 5}));
    EXPECT_EQ(layout.strides, (std::vector<std::size_t>{5, 1}));
    EXPECT_EQ(layout.cells, 10U);
}

TEST(TableLayout, GivesTheSumOfTotalsTheSumOfTheirPlaces) {
    const TableLayout layout(problem_of({{{4, 9, 1}}, {{2, 2, 2}}}));
    const Totals one = {4, 9, 1}, other = {2, 2, 2}, both = {6, 11, 3};
    EXPECT_EQ(layout.place_of(one) + layout.place_of(other), layout.place_of(both));
}

TEST(RaiseAll, PutsTheLargerOfACellAndARaisedOne) {
    // Long enough for whole vectors and a rest, with negative cells for what is not reached.
    for (const std::size_t count : {0U, 1U, 7U, 8U, 15U, 16U, 17U, 33U, 100U}) {
        std::vector<std::int16_t> from, to, expected;
        for (std::size_t at = 0; at < count; ++at) {
            from.push_back(at % 3 == 0 ? std::int16_t{-32'000} : static_cast<std::int16_t>(at));
            to.push_back(at % 2 == 0 ? std::int16_t{40} : std::int16_t{-32'000});
            expected.push_back(std::max(to[at], static_cast<std::int16_t>(from[at] + 5)));
        }
        raise_all(from.data(), to.data(), count, std::int16_t{5});
        EXPECT_EQ(to, expected) << count;
    }
}

TEST(RaiseAll, DoesTheSameInWideCells) {
    const std::int32_t nothing = BestTable<std::int32_t>::nothing;
    for (const std::size_t count : {0U, 1U, 3U, 4U, 7U, 8U, 9U, 31U, 64U}) {
        std::vector<std::int32_t> from, to, expected;
        for (std::size_t at = 0; at < count; ++at) {
            from.push_back(at % 3 == 0 ? nothing : static_cast<std::int32_t>(at * 1'000'000));
            to.push_back(at % 2 == 0 ? 20'000'000 : nothing);
            expected.push_back(std::max(to[at], from[at] + 7'000'000));
        }
        raise_all(from.data(), to.data(), count, 7'000'000);
        EXPECT_EQ(to, expected) << count;
    }
}

TEST(DenseFront, OfOneOptionIsThatOption) {
    EXPECT_EQ(points_of(dense_front(problem_of({{{2, 3, 4}}}))), (std::vector<Totals>{{2, 3, 4}}));
    EXPECT_EQ(points_of(dense_front(problem_of({{{0, 0}}}))), (std::vector<Totals>{{0, 0}}));
}

TEST(DenseFront, LeavesOutWhatOnlyTogetherIsImprovedOn) {
    // Of each issue every option is efficient; the pair of middles, (4, 4), is not: (5, 5) beats
    // it.
    const testing::PlainIssues issues = {{{0, 5}, {2, 2}, {5, 0}}, {{0, 5}, {2, 2}, {5, 0}}};
    EXPECT_EQ(points_of(dense_front(problem_of(issues))),
              (std::vector<Totals>{{0, 10}, {2, 7}, {5, 5}, {7, 2}, {10, 0}}));
}

TEST(DenseFront, ListsEqualTotalsOnce) {
    const testing::PlainIssues issues = {{{0, 1, 0}, {1, 0, 0}}, {{0, 1, 0}, {1, 0, 0}}};
    EXPECT_EQ(points_of(dense_front(problem_of(issues))),
              (std::vector<Totals>{{0, 2, 0}, {1, 1, 0}, {2, 0, 0}}));
}

TEST(DenseFront, OfPartiesThatWantTheSameIsOnePoint) {
    const testing::PlainIssues issues = {{{0, 0, 0}, {1, 2, 3}}, {{4, 4, 4}, {2, 2, 2}}};
    EXPECT_EQ(points_of(dense_front(problem_of(issues))), (std::vector<Totals>{{5, 6, 7}}));
}

TEST(DenseFront, IsTheSameOnBothSidesOfTheLimitOfNarrowCells) {
    // The last party's totals reach 30,000, which fits 16 bit, and 30,001, which does not.
    for (const std::int64_t last : {29'999, 30'000, 30'001, 32'767, 32'768, 70'000}) {
        const testing::PlainIssues issues = {{{0, 3, last - 10}, {2, 0, 0}, {0, 0, last - 7}},
                                             {{1, 0, 7}, {0, 1, 7}, {3, 3, 0}}};
        EXPECT_EQ(points_of(dense_front(problem_of(issues))), plain_points(issues)) << last;
    }
}

TEST(DenseFront, OfFourAndFivePartiesIsThatOfEnumeration) {
    for (std::uint64_t index = 0; index < testing::shared_count(600); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("DenseFront.OfFourAndFive*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        testing::DrawnShape shape{.issues = 4, .most = random.between(1, 4)};
        shape.parties = static_cast<std::size_t>(random.between(3, 5));
        const auto issues = testing::drawn_issues(shape, random);
        EXPECT_EQ(points_of(dense_front(problem_of(issues))), plain_points(issues));
    }
}

TEST(DenseFront, CrossesTheEdgesOfItsBlocks) {
    // More than 8,192 places, so that an option shifts from one block into the next.
    testing::PlainIssues issues;
    for (int issue = 0; issue < 8; ++issue) {
        issues.push_back({{1'500, 0}, {0, 1'600 + issue}, {700, 900}});
    }
    EXPECT_EQ(points_of(dense_front(problem_of(issues))), plain_points(issues));
}

} // namespace
} // namespace unbracket
