#include "unbracket/frontier/additive.hpp"

#include "tests/support/gain_tables.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::table_of;

TEST(AdditiveProblem, LeavesOutOptionsThatAnotherOneImprovesOn) {
    const auto problem = additive_problem(table_of({{{3, 0}, {2, 0}, {0, 3}}, {{1, 1}, {1, 1}}}));
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->rows, (std::vector<Row>{0, 2, 3, 4}));
    EXPECT_EQ(problem->values, (std::vector<std::int32_t>{3, 0, 0, 3, 1, 1, 1, 1}));
    EXPECT_EQ(problem->first, (std::vector<std::size_t>{0, 2, 4}));
}

TEST(AdditiveProblem, LeavesConstantsOut) {
    const auto problem = additive_problem(table_of({{{3, 0}, {0, 3}}}, {-100, 7}));
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->values, (std::vector<std::int32_t>{3, 0, 0, 3}));
}

TEST(AdditiveProblem, AddsUpTheLargestValuesOfAColumn) {
    const auto problem = additive_problem(table_of({{{3, 0}, {0, 5}}, {{1, 9}, {2, 0}}}));
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->most(0), 5);
    EXPECT_EQ(problem->most(1), 14);
}

TEST(AdditiveProblem, IsCutIntoIssuesThatKeepTheirRows) {
    const auto problem =
        additive_problem(table_of({{{3, 0}, {0, 5}}, {{1, 9}, {2, 0}}, {{4, 4}, {5, 3}}}));
    ASSERT_TRUE(problem);
    const AdditiveProblem part = problem->slice(1, 3);
    EXPECT_EQ(part.issue_count(), 2U);
    EXPECT_EQ(part.rows, (std::vector<Row>{2, 3, 4, 5}));
    EXPECT_EQ(part.first, (std::vector<std::size_t>{0, 2, 4}));
    EXPECT_EQ(part.option(2)[0], 4);
    EXPECT_EQ(part.most(1), 13);
}

TEST(AdditiveProblem, IsNoneWhereAConditionTiesIssuesTogether) {
    const GainTable table = table_of({{{3, 0}, {0, 5}}, {{1, 9}, {2, 0}}});
    GainTable forbidding = table;
    forbidding.problem.forbidden.push_back({{{0}, {2}}});
    EXPECT_FALSE(additive_problem(forbidding));
    GainTable limited = table;
    limited.problem.at_most.push_back({1, {{{0}}, {{2}}}});
    EXPECT_FALSE(additive_problem(limited));
    GainTable conditional = table;
    conditional.conditionals.push_back({0, 0, {{0}, {2}}, 4});
    EXPECT_FALSE(additive_problem(conditional));
}

TEST(AdditiveProblem, IsNoneWhereATotalExceedsTheLimit) {
    const std::int64_t half = additive_limit / 2;
    EXPECT_TRUE(additive_problem(table_of({{{half, 0}}, {{half, 0}}})));
    EXPECT_FALSE(additive_problem(table_of({{{half, 0}}, {{half + 1, 0}}})));
    EXPECT_FALSE(additive_problem(table_of({{{0, half}}, {{0, half + 1}}})));
}

TEST(AdditiveProblem, CountsOnlyEfficientOptionsTowardsTheLimit) {
    // The largest value of either party stands in one option, which improves on the other two.
    const std::int64_t most = additive_limit;
    const auto problem = additive_problem(table_of({{{most, most}, {most, 0}, {0, most}}}));
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->rows, (std::vector<Row>{0}));
}

TEST(DenseCells, AreTheProductOfAllColumnsButTheLargest) {
    const auto cells = [](const testing::PlainIssues& issues) {
        return dense_cells(*additive_problem(table_of(issues)));
    };
    EXPECT_EQ(cells({{{9, 4}}}), 5);
    EXPECT_EQ(cells({{{4, 9}}}), 5);
    EXPECT_EQ(cells({{{4, 9, 1}}}), 10);
    EXPECT_EQ(cells({{{4, 4, 4}}}), 25);
    EXPECT_EQ(cells({{{0, 0}}}), 1);
    EXPECT_EQ(cells({{{7}}}), 1);
}

TEST(DenseCells, OfManyWideColumnsStayCounted) {
    const std::int64_t most = additive_limit;
    const auto problem = additive_problem(table_of({{{most, most, most, most}}}));
    EXPECT_EQ(dense_cells(*problem), INT64_MAX);
    EXPECT_FALSE(fits_table(*problem));
}

TEST(FitsTable, AllowsTwiceAsManyCellsWhereTheyAreNarrow) {
    const auto fits = [](std::int64_t a, std::int64_t b, std::int64_t c) {
        return fits_table(*additive_problem(table_of({{{a, b, c}}})));
    };
    EXPECT_TRUE(fits(4'999, 9'999, 30'000));
    EXPECT_FALSE(fits(4'999, 10'000, 30'000));
    EXPECT_TRUE(fits(4'999, 4'999, 30'001));
    EXPECT_FALSE(fits(4'999, 5'000, 30'001));
}

} // namespace
} // namespace unbracket
