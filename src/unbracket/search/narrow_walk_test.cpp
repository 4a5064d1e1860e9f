#include "unbracket/search/narrow_walk.hpp"

#include "tests/support/search_problems.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <set>

namespace unbracket {
namespace {

using testing::problem_of;

const LeafTest any_leaf = [](const RowChoice&) { return true; };
const LeafTest no_leaf = [](const RowChoice&) { return false; };

TreePlan planned(const SearchProblem& problem) {
    return plan_tree(problem, Dual(problem), Multipliers(problem.required_count, 1));
}

struct Walked {
    std::set<RowChoice> leaves;
    TreeResult result;
};

Walked walked(const SearchProblem& problem, const TreePlan& plan, const TreeOptions& options = {}) {
    Walked walked;
    const LeafTest collect = [&](const RowChoice& choice) {
        walked.leaves.insert(choice);
        return false;
    };
    walked.result = NarrowWalk(problem, plan).search(collect, options);
    return walked;
}

std::set<RowChoice> solutions(const SearchProblem& problem) {
    std::set<RowChoice> found;
    testing::for_each_choice(problem, [&](const RowChoice& choice) {
        if (satisfies(problem, choice)) {
            found.insert(choice);
        }
    });
    return found;
}

/// Problems in which some choices suit everybody and most do not.
SearchProblem drawn_problem(std::int64_t most, Random& random) {
    const testing::PlainIssues issues =
        testing::drawn_issues({.parties = 3, .issues = 5, .most = most}, random);
    return problem_of(issues, std::vector<std::int64_t>(3, -random.between(2 * most, 4 * most)));
}

TEST(NarrowWalk, ArrivesAtWhatSuitsEverybodyAndNothingElseWhereNothingIsRounded) {
    SCOPED_TRACE(testing::repeat_command("NarrowWalk.ArrivesAtWhatSuits*"));
    Random random(testing::suite_seed());
    std::size_t met = 0;
    for (int round = 0; round < 200; ++round) {
        const SearchProblem problem = drawn_problem(300, random);
        const Walked all = walked(problem, planned(problem));
        ASSERT_EQ(all.leaves, solutions(problem));
        ASSERT_EQ(all.result.end, SearchEnd::exhausted);
        met += all.leaves.size();
    }
    EXPECT_GT(met, 200U);
}

TEST(NarrowWalk, LeavesOutNoSolutionWhereDropsAreRounded) {
    SCOPED_TRACE(testing::repeat_command("NarrowWalk.LeavesOutNoSolution*"));
    Random random(testing::suite_seed());
    constexpr std::int64_t most = value_limit / 8;
    std::size_t met = 0, near = 0;
    for (int round = 0; round < 200; ++round) {
        const SearchProblem problem = drawn_problem(most, random);
        const std::set<RowChoice> wanted = solutions(problem);
        const std::set<RowChoice> leaves = walked(problem, planned(problem)).leaves;
        ASSERT_TRUE(std::includes(leaves.begin(), leaves.end(), wanted.begin(), wanted.end()));
        SearchProblem looser = problem; // by what the units of all issues may add up to
        for (std::int64_t& constant : looser.constants) {
            constant += most / 1'000;
        }
        for (const RowChoice& leaf : leaves) {
            ASSERT_TRUE(satisfies(looser, leaf));
        }
        met += wanted.size(), near += leaves.size();
    }
    EXPECT_GT(met, 200U);
    EXPECT_GE(near, met);
}

TEST(NarrowWalk, KeepsSlacksThatAreExactlyUsedUp) {
    // The unit is four, since half of 65,536 does not fit; the second row takes all of the slack,
    // the third one unit more.
    const SearchProblem problem = problem_of({{{65'536}, {0}, {-4}}});
    const Walked all = walked(problem, planned(problem));
    EXPECT_EQ(all.leaves, (std::set<RowChoice>{{0}, {1}}));
}

TEST(NarrowWalk, FindsTheFirstChoiceThatPassesTheLeafTest) {
    const SearchProblem problem = problem_of({{{5, 1}, {4, 4}, {1, 5}}}, {-3, -3});
    const TreePlan plan = planned(problem);
    NarrowWalk walk(problem, plan);
    const TreeResult found = walk.search(any_leaf, {});
    EXPECT_EQ(found.end, SearchEnd::found);
    EXPECT_EQ(found.choice, (RowChoice{1}));
    EXPECT_EQ(walk.search(no_leaf, {}).end, SearchEnd::exhausted);
    EXPECT_EQ(walk.search(any_leaf, {}).choice, found.choice) << "walks leave nothing behind";
}

TEST(NarrowWalk, TriesNoNodesWhereALaneIsNegativeAtTheRoot) {
    const SearchProblem problem = problem_of({{{5, 1}, {1, 5}}}, {-6, 0});
    const Walked none = walked(problem, planned(problem));
    EXPECT_EQ(none.result.end, SearchEnd::exhausted);
    EXPECT_EQ(none.result.nodes, 0U);
}

TEST(NarrowWalk, LooksOnlyAtAShareOfTheRootsSlack) {
    // One party: what a choice takes off the best sum is the drop of the root's lane.
    const SearchProblem problem = problem_of({{{50}, {30}, {10}}, {{50}, {40}, {0}}});
    const TreePlan plan = planned(problem);
    for (const int percent : {10, 25, 30, 40, 60, 99}) {
        std::set<RowChoice> wanted;
        testing::for_each_choice(problem, [&](const RowChoice& choice) {
            const std::int64_t sum = problem.row(choice[0])[0] + problem.row(choice[1])[0];
            if (100 - sum <= percent) {
                wanted.insert(choice);
            }
        });
        EXPECT_EQ(walked(problem, plan, {.slack_percent = percent}).leaves, wanted) << percent;
    }
}

TEST(NarrowWalk, StopsAtItsBudgetAndWhereItIsToldTo) {
    Random random(3);
    const testing::PlainIssues issues =
        testing::drawn_issues({.parties = 2, .issues = 12, .most = 0}, random);
    const SearchProblem problem = problem_of(issues);
    const TreePlan plan = planned(problem);
    NarrowWalk walk(problem, plan);
    const TreeResult cut = walk.search(no_leaf, {.node_budget = 1'000});
    EXPECT_EQ(cut.end, SearchEnd::cut);
    EXPECT_EQ(cut.nodes, 1'000U);
    CancelFlag cancel;
    cancel.raise();
    const TreeResult stopped = walk.search(no_leaf, {.cancel = &cancel});
    EXPECT_EQ(stopped.end, SearchEnd::cut);
    EXPECT_LT(stopped.nodes, 100'000U);
}

TEST(NarrowWalk, TakesNoMoreNodesThanTheWalkOfACertificate) {
    SCOPED_TRACE(testing::repeat_command("NarrowWalk.TakesNoMoreNodes*"));
    Random random(testing::suite_seed());
    for (int round = 0; round < 100; ++round) {
        const SearchProblem problem = drawn_problem(300, random);
        const TreePlan plan = planned(problem);
        const TreeResult narrow = NarrowWalk(problem, plan).search(no_leaf, {});
        ASSERT_LE(narrow.nodes, search_tree(problem, plan, no_leaf).nodes);
    }
}

TEST(NarrowWalk, SuitsProblemsOfSumsAlone) {
    SearchProblem problem = problem_of({{{1}, {2}}});
    EXPECT_TRUE(NarrowWalk::suits(problem));
    problem.at_most.push_back({});
    EXPECT_FALSE(NarrowWalk::suits(problem));
    problem.at_most.clear(), problem.forbidden.push_back({});
    EXPECT_FALSE(NarrowWalk::suits(problem));
    problem.forbidden.clear(), problem.optional_needed = 1;
    EXPECT_FALSE(NarrowWalk::suits(problem));
}

} // namespace
} // namespace unbracket
