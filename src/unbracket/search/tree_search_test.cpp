#include "unbracket/base/random.hpp"
#include "unbracket/search/tree_search.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace unbracket {

namespace {

constexpr std::size_t parties = 4;

/// What one party gains the others lose, and all need nearly as much as they can have at once, so
/// that the tree is large.
SearchProblem hard_problem(std::uint64_t seed, std::int64_t need) {
    Random random(seed);
    SearchProblem problem;
    problem.party_count = problem.required_count = parties;
    problem.first_row = {0};
    for (int issue = 0; issue < 18; ++issue) {
        problem.first_row.push_back(problem.first_row.back() + 3);
    }
    for (Row row = 0; row < problem.row_count(); ++row) {
        std::vector<std::int64_t> drawn;
        for (std::size_t party = 0; party < parties; ++party) {
            drawn.push_back(random.between(0, 10'000) * std::int64_t{parties});
        }
        const std::int64_t sum = std::accumulate(drawn.begin(), drawn.end(), std::int64_t{0});
        for (const std::int64_t value : drawn) {
            problem.values.push_back(value - sum / std::int64_t{parties});
        }
    }
    problem.constants.assign(parties, -need);
    return problem;
}

TreePlan plain_plan(const SearchProblem& problem) {
    TreePlan plan;
    plan.order.resize(problem.issue_count());
    std::iota(plan.order.begin(), plan.order.end(), 0U);
    for (std::size_t party = 0; party < parties; ++party) {
        plan.lanes.emplace_back(parties, 0);
        plan.lanes.back()[party] = 1;
    }
    plan.lanes.emplace_back(parties, 1);
    return plan;
}

TreeResult searched(const SearchProblem& problem, unsigned threads, std::uint64_t budget) {
    return search_tree(problem, plain_plan(problem), [](const RowChoice&) { return true; },
                       {.node_budget = budget, .threads = threads});
}

} // namespace

TEST(TreeSearch, FindsTheSameWithAnyNumberOfThreads) {
    for (const std::int64_t need : {-100, -60}) {
        const SearchProblem problem = hard_problem(7, need);
        const TreeResult one = searched(problem, 1, UINT64_MAX);
        EXPECT_GT(one.nodes, 262'144U) << "too few for threads to share";
        for (const unsigned threads : {2U, 3U, 7U}) {
            const TreeResult many = searched(problem, threads, UINT64_MAX);
            EXPECT_EQ(one.end, many.end);
            EXPECT_EQ(one.choice, many.choice);
            EXPECT_EQ(one.nodes, many.nodes);
        }
    }
}

TEST(TreeSearch, CutsAtTheSamePlaceWithAnyNumberOfThreads) {
    const SearchProblem problem = hard_problem(7, -4);
    for (const std::uint64_t budget : {std::uint64_t{300'000}, std::uint64_t{400'000}}) {
        const TreeResult one = searched(problem, 1, budget);
        const TreeResult many = searched(problem, 4, budget);
        EXPECT_EQ(one.end, many.end);
        EXPECT_EQ(one.nodes, many.nodes);
    }
}

TEST(TreeSearch, CountsTheNodesOfAFinishedTreeWhateverTheBudgetWas) {
    const SearchProblem problem = hard_problem(7, -4);
    const TreeResult whole = searched(problem, 1, UINT64_MAX);
    ASSERT_EQ(whole.end, SearchEnd::exhausted);
    const std::uint64_t needed = whole.nodes + whole.besides;
    EXPECT_EQ(searched(problem, 1, needed).end, SearchEnd::exhausted);
    EXPECT_EQ(searched(problem, 1, needed).nodes, whole.nodes);
    EXPECT_EQ(searched(problem, 1, needed - 1).end, SearchEnd::cut);
}

/// Two issues of two options, each dear to one of two parties; both together need the whole slack.
SearchProblem two_gifts() {
    SearchProblem problem;
    problem.party_count = problem.required_count = 2;
    problem.first_row = {0, 2, 4};
    problem.values = {10, 0, 0, 8, 0, 10, 8, 0};
    problem.constants = {-8, -8};
    return problem;
}

TEST(TreeSearch, NarrowedItVisitsOnlyOutcomesThatSpareTheRootsSlack) {
    SearchProblem problem = two_gifts();
    const TreePlan plan{{0, 1}, {{1, 0}, {0, 1}, {1, 1}}};
    const auto narrowed = [&](int percent) {
        return search_tree(problem, plan, [](const RowChoice&) { return true; },
                           {.slack_percent = percent});
    };
    EXPECT_EQ(narrowed(0).choice, (RowChoice{0, 2})) << "the best sum loses nothing";
    problem.constants = {-8, -9};
    EXPECT_EQ(narrowed(10).choice, (RowChoice{0, 2}));
    problem.values = {10, 0, 0, 8, 0, 7, 8, 0}; // now only the second options suit both
    problem.constants = {-8, -8};
    EXPECT_EQ(narrowed(100).choice, (RowChoice{1, 3}));
    EXPECT_EQ(narrowed(0).end, SearchEnd::exhausted) << "the first two lose less in sum";
}

TEST(TreeSearch, WideValuesAreSearchedInSixtyFourBits) {
    SearchProblem problem = hard_problem(7, -100);
    for (std::int64_t& value : problem.values) {
        value *= 1'000'000;
    }
    for (std::int64_t& constant : problem.constants) {
        constant *= 1'000'000;
    }
    const TreeResult narrow = searched(hard_problem(7, -100), 1, UINT64_MAX);
    const TreeResult wide = searched(problem, 1, UINT64_MAX);
    EXPECT_EQ(narrow.end, wide.end);
    EXPECT_EQ(narrow.choice, wide.choice);
    EXPECT_EQ(narrow.nodes, wide.nodes);
}

} // namespace unbracket
