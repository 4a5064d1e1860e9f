#include "unbracket/base/random.hpp"
#include "unbracket/search/find_choice.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <optional>

namespace unbracket {

namespace {

bool any_leaf(const RowChoice&) {
    return true;
}

/// Two parties, one issue a row of `values`: pairs of (first party, second party) for each option.
SearchProblem
two_party_problem(const std::vector<std::vector<std::pair<std::int64_t, std::int64_t>>>& values,
                  std::int64_t first_need, std::int64_t second_need) {
    SearchProblem problem;
    problem.party_count = problem.required_count = 2;
    problem.constants = {-first_need, -second_need};
    problem.first_row = {0};
    for (const auto& issue : values) {
        for (const auto& [first, second] : issue) {
            problem.values.insert(problem.values.end(), {first, second});
        }
        problem.first_row.push_back(static_cast<Row>(problem.values.size() / 2));
    }
    return problem;
}

std::int64_t draw_value(Random& random) {
    return random.between(-20, 20);
}

SearchProblem random_problem(Random& random) {
    SearchProblem problem;
    problem.required_count = static_cast<std::size_t>(random.between(1, 5));
    problem.party_count = problem.required_count + static_cast<std::size_t>(random.between(0, 2));
    const auto optional = static_cast<std::int64_t>(problem.party_count - problem.required_count);
    problem.optional_needed = static_cast<std::size_t>(random.between(0, optional));
    problem.first_row = {0};
    for (std::int64_t issue = random.between(1, 6); issue > 0; --issue) {
        problem.first_row.push_back(problem.first_row.back() +
                                    static_cast<Row>(random.between(1, 4)));
    }
    for (std::size_t i = 0; i < problem.row_count() * problem.party_count; ++i) {
        problem.values.push_back(draw_value(random));
    }
    for (std::size_t i = 0; i < problem.party_count; ++i) {
        problem.constants.push_back(draw_value(random));
    }
    if (problem.issue_count() > 1 && random.chance(1, 2)) {
        problem.forbidden.push_back({{{0}, {problem.first_row[1]}}});
        problem.at_most.push_back({1, {{{0}}, {{problem.first_row[1]}}}});
    }
    return problem;
}

std::optional<RowChoice> first_by_enumeration(const SearchProblem& problem) {
    RowChoice choice(problem.first_row.begin(), problem.first_row.end() - 1);
    for (;;) {
        if (satisfies(problem, choice)) {
            return choice;
        }
        std::size_t at = 0;
        while (at < choice.size() && ++choice[at] == problem.first_row[at + 1]) {
            choice[at] = problem.first_row[at];
            ++at;
        }
        if (at == choice.size()) {
            return std::nullopt;
        }
    }
}

} // namespace

TEST(FindChoice, FindsTheOnlyChoiceThatSuitsBoth) {
    const auto problem = two_party_problem({{{10, 0}, {0, 10}}, {{10, 0}, {0, 10}}}, 10, 10);
    const SearchAnswer answer = find_choice(problem, any_leaf);
    ASSERT_TRUE(std::holds_alternative<ChoiceFound>(answer.answer));
    EXPECT_TRUE(satisfies(problem, std::get<ChoiceFound>(answer.answer).choice));
}

TEST(FindChoice, ProvesAtTheRootThatTogetherTheyNeedTooMuch) {
    const auto problem = two_party_problem({{{10, 0}, {0, 10}}, {{10, 0}, {0, 10}}}, 11, 10);
    const SearchAnswer answer = find_choice(problem, any_leaf);
    const auto* none = std::get_if<NoChoice>(&answer.answer);
    ASSERT_NE(none, nullptr);
    const auto* root = std::get_if<RootProof>(&none->proof);
    ASSERT_NE(root, nullptr);
    const std::vector<std::uint32_t> issues = {0, 1};
    EXPECT_LT(weighted_bound(problem, {problem.constants, issues}, root->multipliers), 0);
}

TEST(FindChoice, WalksATreeWhereNoMultipliersSuffice) {
    const auto problem = two_party_problem({{{10, 0}, {0, 10}}}, 5, 5);
    const SearchAnswer answer = find_choice(problem, any_leaf);
    const auto* none = std::get_if<NoChoice>(&answer.answer);
    ASSERT_NE(none, nullptr);
    EXPECT_TRUE(std::holds_alternative<TreeProof>(none->proof));
}

TEST(FindChoice, LeavesTheLastWordToTheLeafTest) {
    const auto problem = two_party_problem({{{1, 1}, {2, 2}}}, 0, 0);
    const SearchAnswer answer =
        find_choice(problem, [](const RowChoice& choice) { return choice[0] == 0; });
    ASSERT_TRUE(std::holds_alternative<ChoiceFound>(answer.answer));
    EXPECT_EQ(std::get<ChoiceFound>(answer.answer).choice[0], 0U);
}

TEST(FindChoice, AgreesWithEnumerationOnRandomProblems) {
    for (std::uint64_t seed = 1; seed <= 3'000; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        const SearchProblem problem = random_problem(random);
        const SearchAnswer answer = find_choice(problem, any_leaf);
        const bool exists = first_by_enumeration(problem).has_value();
        ASSERT_EQ(std::holds_alternative<ChoiceFound>(answer.answer), exists);
        if (const auto* found = std::get_if<ChoiceFound>(&answer.answer)) {
            ASSERT_TRUE(satisfies(problem, found->choice));
        }
    }
}

TEST(FindChoice, SaysCutWhenTheBudgetRunsOut) {
    const auto problem = two_party_problem({{{10, 0}, {0, 10}}}, 5, 5);
    const SearchAnswer answer = find_choice(problem, any_leaf, {.node_budget = 1});
    EXPECT_TRUE(std::holds_alternative<SearchCut>(answer.answer));
}

TEST(FindChoice, StopsWhenSomebodyRaisesTheFlag) {
    Random random(3);
    SearchProblem problem;
    problem.party_count = problem.required_count = 4;
    problem.first_row = {0};
    for (int issue = 0; issue < 30; ++issue) {
        problem.first_row.push_back(problem.first_row.back() + 3);
    }
    for (std::size_t i = 0; i < problem.row_count() * problem.party_count; ++i) {
        problem.values.push_back(random.between(0, 1'000'000));
    }
    problem.constants.assign(4, -16'400'000);
    CancelFlag flag;
    flag.raise();
    const SearchAnswer answer = find_choice(problem, any_leaf, {.cancel = &flag});
    EXPECT_LT(answer.nodes, 200'000U);
}

} // namespace unbracket
