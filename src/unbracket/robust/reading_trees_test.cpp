#include "unbracket/robust/reading_trees.hpp"

#include "tests/support/search_problems.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <array>
#include <numeric>

namespace unbracket {
namespace {

constexpr std::size_t parties = 3;

bool has_solution(const SearchProblem& problem) {
    bool is_found = false;
    testing::for_each_choice(problem, [&](const RowChoice& choice) {
        is_found = is_found || satisfies(problem, choice);
    });
    return is_found;
}

Multipliers even_root() {
    return shortened(Multipliers(parties, multiplier_limit));
}

LeafTest satisfying(const SearchProblem& problem) {
    return [&problem](const RowChoice& choice) { return satisfies(problem, choice); };
}

/// One of a family: the same issues, each number a little off.
SearchProblem varied(SearchProblem problem, Random& random) {
    for (std::int64_t& value : problem.values) {
        value += random.between(-20, 20);
    }
    return problem;
}

/// Most of what one party gains the others lose, and all need so many percent of what they can have
/// on average: near 100 the tree is large, and no choice suits all.
SearchProblem hard_problem(Random& random, std::int64_t percent) {
    SearchProblem problem;
    problem.party_count = problem.required_count = parties;
    problem.first_row = {0};
    std::int64_t most = 0; // of all parties together
    for (Row issue = 0; issue < 22; ++issue) {
        problem.first_row.push_back(3 * (issue + 1));
        std::int64_t best = 0;
        for (int row = 0; row < 3; ++row) {
            std::array<std::int64_t, parties> drawn{};
            for (std::int64_t& value : drawn) {
                value = random.between(0, 10'000);
            }
            const std::int64_t sum = std::accumulate(drawn.begin(), drawn.end(), std::int64_t{0});
            for (const std::int64_t value : drawn) {
                problem.values.push_back(5 * value - sum);
            }
            best = std::max(best, (5 - std::int64_t{parties}) * sum);
        }
        most += best;
    }
    problem.constants.assign(parties, -most * percent / 100 / std::int64_t{parties});
    return problem;
}

const LeafTest no_leaf = [](const RowChoice&) { return false; };

TEST(ReadingTrees, AnswersAreThoseOfEnumerationWhateverCameBefore) {
    SCOPED_TRACE(testing::repeat_command("ReadingTrees.AnswersAreThoseOfEnumeration*"));
    Random random(testing::suite_seed());
    std::array<int, 2> met{};
    for (std::size_t family = 0; family < testing::shared_count(300); ++family) {
        SearchProblem first = testing::problem_of(
            testing::drawn_issues({.parties = parties, .issues = 5, .most = 300}, random),
            std::vector<std::int64_t>(parties, -random.between(600, 1'000)));
        if (family % 2 == 1) {
            testing::draw_constraints(first, random);
        }
        ReadingTrees trees;
        for (int member = 0; member < 8; ++member) {
            const SearchProblem problem = varied(first, random);
            std::uint64_t nodes = 0;
            const SearchEnd end =
                trees.search(problem, even_root(), satisfying(problem), {}, nodes);
            const bool is_solvable = has_solution(problem);
            ASSERT_EQ(end, is_solvable ? SearchEnd::found : SearchEnd::exhausted);
            ++met[is_solvable ? 1 : 0];
        }
    }
    EXPECT_GT(met[0], 20);
    EXPECT_GT(met[1], 20);
}

TEST(ReadingTrees, LanesOfHardTreesMakeTheOthersSmaller) {
    Random random(5);
    const SearchProblem first = hard_problem(random, 96);
    ReadingTrees kept;
    std::uint64_t with = 0, without = 0;
    for (int member = 0; member < 12; ++member) {
        const SearchProblem problem = varied(first, random);
        ASSERT_EQ(kept.search(problem, even_root(), no_leaf, {}, with), SearchEnd::exhausted);
        ReadingTrees fresh;
        ASSERT_EQ(fresh.search(problem, even_root(), no_leaf, {}, without), SearchEnd::exhausted);
    }
    EXPECT_FALSE(kept.lanes().empty());
    EXPECT_LT(with, without);
}

TEST(ReadingTrees, GoesOnFromLanesThatWereKeptElsewhere) {
    Random random(5);
    const SearchProblem problem = hard_problem(random, 96);
    ReadingTrees first, second;
    std::uint64_t nodes = 0, later = 0;
    first.search(problem, even_root(), no_leaf, {}, nodes);
    second.learn_from(first.lanes());
    EXPECT_EQ(second.search(problem, even_root(), no_leaf, {}, later), SearchEnd::exhausted);
    EXPECT_LT(later, nodes);
}

TEST(ReadingTrees, TheFirstChoiceDoesNotDependOnWhatWasSearchedBefore) {
    Random random(5);
    ReadingTrees fresh, kept;
    std::uint64_t nodes = 0;
    kept.search(hard_problem(random, 96), even_root(), no_leaf, {}, nodes);
    ASSERT_FALSE(kept.lanes().empty());
    int met = 0;
    for (int round = 0; round < 40; ++round) {
        const SearchProblem problem = hard_problem(random, 40 + round);
        std::array<RowChoice, 2> first;
        std::array<SearchEnd, 2> ends{};
        for (const std::size_t at : {0U, 1U}) {
            const LeafTest leaf = [&](const RowChoice& choice) {
                first[at] = choice;
                return satisfies(problem, choice);
            };
            ends[at] = (at == 0 ? fresh : kept).find_first(problem, even_root(), leaf, {});
        }
        if (ends[0] == SearchEnd::found) {
            ASSERT_EQ(ends[1], SearchEnd::found);
            ASSERT_EQ(first[1], first[0]);
            ASSERT_TRUE(satisfies(problem, first[0]));
            ++met;
        }
    }
    EXPECT_GT(met, 10);
}

TEST(ReadingTrees, TheFirstChoiceIsCutAtItsBudget) {
    Random random(5);
    const SearchProblem problem = hard_problem(random, 70);
    EXPECT_EQ(ReadingTrees().find_first(problem, even_root(), no_leaf, {.node_budget = 500}),
              SearchEnd::cut);
}

TEST(ReadingTrees, KeepsToItsBudgetAndSaysWhereItRanOut) {
    Random random(5);
    const SearchProblem problem = hard_problem(random, 70);
    for (const std::uint64_t budget : {0U, 100U, 3'000U, 4'000U, 30'000U}) {
        ReadingTrees trees;
        std::uint64_t nodes = 0;
        EXPECT_EQ(trees.search(problem, even_root(), no_leaf, {.node_budget = budget}, nodes),
                  SearchEnd::cut);
        EXPECT_EQ(nodes, budget);
    }
}

TEST(ReadingTrees, StopsWhereItIsToldTo) {
    Random random(5);
    const SearchProblem problem = hard_problem(random, 50);
    CancelFlag cancel;
    cancel.raise();
    ReadingTrees trees;
    std::uint64_t nodes = 0;
    EXPECT_EQ(trees.search(problem, even_root(), no_leaf, {.cancel = &cancel}, nodes),
              SearchEnd::cut);
    EXPECT_LT(nodes, 200'000U);
}

TEST(ReadingTrees, ShortMultipliersFitEightBits) {
    EXPECT_EQ(shortened({multiplier_limit, 0, 2'048}), (Multipliers{255, 0, 127}));
}

} // namespace
} // namespace unbracket
