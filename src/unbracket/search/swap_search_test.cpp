#include "unbracket/search/swap_search.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {

namespace {

/// Two parties, two issues of two options. Each option but the first of both issues costs one party
/// a point and gives the other two.
SearchProblem exchange() {
    SearchProblem problem;
    problem.party_count = problem.required_count = 2;
    problem.constants = {0, 0};
    problem.first_row = {0, 2, 4};
    problem.values = {0, 0, -1, 2, 0, 0, 2, -1};
    return problem;
}

double smallest(std::span<const double> sums) {
    return *std::min_element(sums.begin(), sums.end());
}

double first(std::span<const double> sums) {
    return sums.front();
}

} // namespace

TEST(SwapSearch, TakesTheBestSingleChange) {
    EXPECT_EQ(climb_by_swaps(exchange(), {0, 2}, first), (RowChoice{0, 3}));
}

TEST(SwapSearch, TakesTwoChangesWhereNoneAloneHelps) {
    EXPECT_EQ(climb_by_swaps(exchange(), {0, 2}, smallest), (RowChoice{1, 3}));
}

TEST(SwapSearch, LeavesAChoiceThatNothingImproves) {
    EXPECT_EQ(climb_by_swaps(exchange(), {1, 3}, smallest), (RowChoice{1, 3}));
}

TEST(SwapSearch, KeepsToConstraints) {
    SearchProblem problem = exchange();
    problem.forbidden.push_back({{{1}, {3}}});
    EXPECT_EQ(climb_by_swaps(problem, {0, 2}, smallest), (RowChoice{0, 2}));
}

TEST(SwapSearch, ARaisedFlagLeavesTheChoiceWhereItIs) {
    CancelFlag cancel;
    cancel.raise();
    EXPECT_EQ(climb_by_swaps(exchange(), {0, 2}, first, &cancel), (RowChoice{0, 2}));
}

} // namespace unbracket
