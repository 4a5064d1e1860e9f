#include "unbracket/search/lanes.hpp"
#include "unbracket/search/tree_walk.hpp"

#include "tests/support/search_problems.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

// Plans of trees, and walks through them.

namespace unbracket {
namespace {

using testing::problem_of;

TreePlan planned(const SearchProblem& problem, const LaneOptions& options = {}) {
    return plan_tree(problem, Dual(problem), Multipliers(problem.required_count, 1), options);
}

const LeafTest any_leaf = [](const RowChoice&) { return true; };
const LeafTest no_leaf = [](const RowChoice&) { return false; };

/// Every choice that a walk through the tree arrives at.
template <class Slack>
std::set<RowChoice> leaves_of(const SearchProblem& problem, const TreePlan& plan) {
    std::set<RowChoice> leaves;
    const LeafTest collect = [&](const RowChoice& choice) {
        leaves.insert(choice);
        return false;
    };
    const auto tables = LaneTables<Slack>::build(problem, plan);
    WalkShared<Slack> shared{problem, plan, tables, collect, nullptr, {}};
    for (const std::uint32_t issue : plan.order) {
        std::vector<Row>& rows = shared.rows_by_depth.emplace_back();
        for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
            rows.push_back(row);
        }
    }
    TreeWalker<Slack> walker(shared);
    EXPECT_EQ(walker.walk({}, UINT64_MAX).end, SearchEnd::exhausted);
    return leaves;
}

TEST(PlanTree, HasALaneForEachPartyAndTheRoots) {
    const TreePlan plan = planned(problem_of({{{3, 0}, {0, 3}}}), {.dives = 0});
    EXPECT_EQ(plan.lanes, (std::vector<Multipliers>{{1, 0}, {0, 1}, {1, 1}}));
}

TEST(PlanTree, OfOnePartyHasNoOtherLane) {
    EXPECT_EQ(planned(problem_of({{{3}, {0}}})).lanes, (std::vector<Multipliers>{{1}}));
}

TEST(PlanTree, TakesFirstTheIssueWhoseBestOptionIsFarthestAhead) {
    const TreePlan plan =
        planned(problem_of({{{5, 0}, {4, 0}}, {{9, 0}, {1, 0}}, {{5, 0}, {2, 0}}}));
    EXPECT_EQ(plan.order, (std::vector<std::uint32_t>{1, 2, 0}));
}

TEST(PlanTree, BreaksTiesByTheSpreadThenByPlace) {
    const TreePlan plan =
        planned(problem_of({{{5, 0}, {5, 0}}, {{5, 0}, {5, 0}, {1, 0}}, {{7, 0}, {7, 0}}}));
    EXPECT_EQ(plan.order, (std::vector<std::uint32_t>{1, 0, 2}));
}

TEST(PlanTree, IsTheSameTwiceAndKeepsToItsNumberOfLanes) {
    Random random(9);
    const auto issues = testing::drawn_issues({.parties = 4, .issues = 12, .most = 1'000}, random);
    const SearchProblem problem = problem_of(issues, std::vector<std::int64_t>(4, -7'000));
    const TreePlan one = planned(problem), other = planned(problem);
    EXPECT_EQ(one.order, other.order);
    EXPECT_EQ(one.lanes, other.lanes);
    EXPECT_LE(planned(problem, {.sampled_lanes = 2}).lanes.size(), 4U + 1U + 2U);
}

TEST(PlanTree, OnceCancelledHasFewerLanesButAWholeOrder) {
    CancelFlag cancel;
    cancel.raise();
    Random random(9);
    const SearchProblem problem =
        problem_of(testing::drawn_issues({.parties = 3, .issues = 9, .most = 1'000}, random),
                   {-5'000, -5'000, -5'000});
    const TreePlan plan = planned(problem, {.cancel = &cancel});
    EXPECT_EQ(plan.lanes.size(), 4U);
    EXPECT_EQ(plan.order.size(), 9U);
}

TEST(LaneTables, HoldTheSlackAtTheRootAndWhatEachRowCosts) {
    const SearchProblem problem = problem_of({{{3, 0}, {1, 5}}}, {-1, -2});
    const TreePlan plan{{0}, {{1, 0}, {1, 1}}};
    const auto tables = LaneTables<std::int32_t>::build(problem, plan);
    EXPECT_EQ(tables.width, 8U);
    EXPECT_EQ(tables.root[0], 2);
    EXPECT_EQ(tables.root[1], 3);
    EXPECT_EQ(tables.root[7], 0);
    EXPECT_EQ(tables.drops[0], 0);
    EXPECT_EQ(tables.drops[8], 2);
    EXPECT_EQ(tables.drops[1], 3);
    EXPECT_EQ(tables.drops[9], 0);
}

TEST(LaneTables, FitANarrowWidthOnlyWhereAllSumsDo) {
    const std::int64_t half = std::int64_t{1} << 30;
    const TreePlan plan{{0}, {{1}}};
    EXPECT_TRUE(LaneTables<std::int32_t>::fit(problem_of({{{0}, {half - 1}}}), plan));
    EXPECT_FALSE(LaneTables<std::int32_t>::fit(problem_of({{{0}, {half}}}), plan));
    EXPECT_TRUE(LaneTables<std::int32_t>::fit(problem_of({{{0}}}, {half - 1}), plan));
    EXPECT_FALSE(LaneTables<std::int32_t>::fit(problem_of({{{0}}}, {half}), plan));
    EXPECT_FALSE(LaneTables<std::int32_t>::fit(problem_of({{{0}, {1}}}, {-half - 5}), plan));
    EXPECT_TRUE(LaneTables<std::int64_t>::fit(problem_of({{{0}, {value_limit}}}), plan));
}

TEST(TreeWalk, ArrivesAtEveryChoiceThatSuitsAndInBothWidthsAtTheSame) {
    for (std::uint64_t index = 0; index < testing::shared_count(2'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("TreeWalk.ArrivesAt*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        testing::DrawnShape shape{.options = 3};
        shape.parties = static_cast<std::size_t>(random.between(1, 3));
        std::vector<std::int64_t> needs;
        for (std::size_t party = 0; party < shape.parties; ++party) {
            needs.push_back(-random.between(0, 25));
        }
        SearchProblem problem = problem_of(testing::drawn_issues(shape, random), needs);
        testing::draw_constraints(problem, random);
        const TreePlan plan = planned(problem);
        const auto leaves = leaves_of<std::int32_t>(problem, plan);
        EXPECT_EQ(leaves, leaves_of<std::int64_t>(problem, plan));
        testing::for_each_choice(problem, [&](const RowChoice& choice) {
            // Single-party lanes are exact at a leaf, so that nothing else arrives either.
            EXPECT_EQ(leaves.contains(choice), satisfies(problem, choice));
        });
    }
}

TEST(TreeWalk, NeedsNoLaneToBeExactWhereTheLeafTestIs) {
    const SearchProblem problem = problem_of({{{3, 0}, {0, 3}}, {{1, 1}, {2, 0}}}, {-3, -1});
    const TreePlan bare{{0, 1}, {{1, 1}}};
    const auto leaves = leaves_of<std::int64_t>(problem, bare);
    EXPECT_TRUE(leaves.contains({0, 2}));
    EXPECT_GT(leaves.size(), 1U);
}

TEST(SearchTree, CutsAtTheBudgetAndWhenCancelled) {
    const SearchProblem problem = problem_of(testing::PlainIssues(6, {{1}, {1}, {1}}));
    const TreePlan plan = planned(problem);
    EXPECT_EQ(search_tree(problem, plan, no_leaf, {.node_budget = 10}).end, SearchEnd::cut);
    EXPECT_EQ(search_tree(problem, plan, no_leaf).end, SearchEnd::exhausted);
    CancelFlag cancel;
    cancel.raise();
    EXPECT_NE(search_tree(problem, plan, no_leaf, {.cancel = &cancel}).end, SearchEnd::found);
}

TEST(SearchTree, WantsEnoughOptionalParties) {
    SearchProblem problem = problem_of({{{5, 0, 0}, {0, 5, 0}, {0, 4, 4}}}, {0, -4, -4});
    problem.required_count = 1;
    problem.optional_needed = 2;
    const TreeResult both = search_tree(problem, planned(problem), any_leaf);
    ASSERT_EQ(both.end, SearchEnd::found);
    EXPECT_EQ(both.choice, (RowChoice{2}));
    problem.constants = {0, -5, -4};
    EXPECT_EQ(search_tree(problem, planned(problem), any_leaf).end, SearchEnd::exhausted);
}

} // namespace
} // namespace unbracket
