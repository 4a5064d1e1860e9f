#include "unbracket/frontier/additive.hpp"

#include "tests/support/gain_tables.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <limits>

// Outcomes that have given totals, and how many there are.

namespace unbracket {
namespace {

using testing::table_of;

Front front_with(std::size_t width, std::vector<std::int32_t> totals) {
    return {width, std::move(totals)};
}

TEST(Recover, FindsTheRowsOfOneIssue) {
    const AdditiveProblem problem = *additive_problem(table_of({{{0, 2}, {2, 0}, {1, 1}}}));
    const Recovery recovery = recover(problem, front_with(2, {1, 1, 0, 2}));
    ASSERT_EQ(recovery.reached.size(), 2U);
    EXPECT_EQ(recovery.reached[0].choice, (RowChoice{2}));
    EXPECT_EQ(recovery.reached[1].choice, (RowChoice{0}));
    EXPECT_TRUE(recovery.is_counted);
}

TEST(Recover, NamesRowsOfTheTableWhereOptionsWereLeftOut) {
    // The first option of either issue is improved on, so that places and rows differ.
    const GainTable table = table_of({{{0, 0}, {2, 0}, {0, 2}}, {{0, 0}, {1, 0}}});
    const Recovery recovery = recover(*additive_problem(table), front_with(2, {1, 2}));
    EXPECT_EQ(recovery.reached[0].choice, (RowChoice{2, 4}));
}

TEST(Recover, CountsOptionsThatAreWorthTheSame) {
    const AdditiveProblem problem =
        *additive_problem(table_of({{{1, 1}, {1, 1}, {1, 1}}, {{0, 4}, {0, 4}}}));
    const Recovery recovery = recover(problem, front_with(2, {1, 5}));
    EXPECT_EQ(recovery.reached[0].ways, 6U);
}

TEST(Recover, AddsUpWaysOverAllSplits) {
    // Two of four switches: six ways to be in the middle, one to be at either end.
    const testing::PlainIssues issues(4, {{0, 1}, {1, 0}});
    const AdditiveProblem problem = *additive_problem(table_of(issues));
    const Recovery recovery = recover(problem, front_with(2, {2, 2, 0, 4, 4, 0, 1, 3}));
    EXPECT_EQ(recovery.reached[0].ways, 6U);
    EXPECT_EQ(recovery.reached[1].ways, 1U);
    EXPECT_EQ(recovery.reached[2].ways, 1U);
    EXPECT_EQ(recovery.reached[3].ways, 4U);
}

TEST(Recover, OfNoTargetsIsNothing) {
    const AdditiveProblem problem = *additive_problem(table_of({{{0, 1}}, {{1, 0}}}));
    EXPECT_TRUE(recover(problem, front_with(2, {})).reached.empty());
}

TEST(Recover, CountsUpToTheLargestNumber) {
    // 2^63 outcomes are counted; from 2^64 on there are at least as many as can be said.
    const std::vector<std::vector<std::int64_t>> alike = {{1, 1}, {1, 1}};
    const auto ways = [&](std::size_t issues) {
        const AdditiveProblem problem =
            *additive_problem(table_of(testing::PlainIssues(issues, alike)));
        const auto total = static_cast<std::int32_t>(issues);
        return recover(problem, front_with(2, {total, total})).reached[0].ways;
    };
    EXPECT_EQ(ways(63), std::uint64_t{1} << 63U);
    EXPECT_EQ(ways(64), std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(ways(90), std::numeric_limits<std::uint64_t>::max());
}

TEST(Recover, FindsAnOutcomeAndTheCountOfEveryPointOfAFront) {
    for (std::uint64_t index = 0; index < testing::shared_count(2'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("Recover.FindsAn*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        testing::DrawnShape shape{.most = random.chance(1, 2) ? 3 : 2'000};
        shape.issues = static_cast<std::size_t>(random.between(1, 5));
        shape.parties = static_cast<std::size_t>(random.between(2, 3));
        shape.most = shape.parties == 3 ? 20 : shape.most;
        const GainTable table = table_of(testing::drawn_issues(shape, random));
        const AdditiveProblem problem = *additive_problem(table);
        const Front front = additive_front(problem);
        const Recovery recovery = recover(problem, front);
        const auto expected = testing::plain_frontier(table);
        ASSERT_EQ(front.size(), expected.size());
        EXPECT_TRUE(recovery.is_counted);
        for (std::size_t at = 0; at < front.size(); ++at) {
            const std::vector<std::int64_t> totals(front[at].begin(), front[at].end());
            EXPECT_EQ(testing::plain_totals(table, recovery.reached[at].choice), totals);
            EXPECT_EQ(recovery.reached[at].ways, expected.at(totals));
        }
    }
}

} // namespace
} // namespace unbracket
