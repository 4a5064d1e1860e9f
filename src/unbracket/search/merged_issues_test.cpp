#include "unbracket/base/random.hpp"
#include "unbracket/search/merged_choice.hpp"
#include "unbracket/search/merged_issues.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace unbracket {

namespace {

/// Issues of two options for one party, worth 0 and 1, 0 and 2, 0 and 3, and so on.
SearchProblem plain_problem(std::size_t issues) {
    SearchProblem problem;
    problem.party_count = problem.required_count = 1;
    problem.constants = {0};
    problem.first_row = {0};
    for (std::size_t issue = 1; issue <= issues; ++issue) {
        problem.values.insert(problem.values.end(), {0, static_cast<std::int64_t>(issue)});
        problem.first_row.push_back(static_cast<Row>(2 * issue));
    }
    return problem;
}

std::vector<RowChoice> all_choices(const SearchProblem& problem) {
    std::vector<RowChoice> choices = {{}};
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        std::vector<RowChoice> longer;
        for (const RowChoice& choice : choices) {
            for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
                longer.push_back(choice);
                longer.back().push_back(row);
            }
        }
        choices = std::move(longer);
    }
    return choices;
}

/// By definition: the choices that satisfy the problem.
std::set<RowChoice> solutions(const SearchProblem& problem) {
    std::set<RowChoice> found;
    for (const RowChoice& choice : all_choices(problem)) {
        if (satisfies(problem, choice)) {
            found.insert(choice);
        }
    }
    return found;
}

std::set<RowChoice> unmerged_solutions(const MergedIssues& merged) {
    std::set<RowChoice> found;
    for (const RowChoice& choice : solutions(merged.problem)) {
        found.insert(merged.unmerged(choice));
        EXPECT_EQ(merged.merged(merged.unmerged(choice)), choice);
    }
    return found;
}

std::vector<Row> random_rows(const SearchProblem& problem, std::size_t issue, Random& random) {
    std::vector<Row> rows;
    for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
        if (rows.empty() || random.chance(1, 3)) {
            rows.push_back(row);
        }
    }
    return rows;
}

std::vector<std::vector<Row>> random_literals(const SearchProblem& problem, Random& random) {
    std::vector<std::vector<Row>> literals;
    const auto last = static_cast<std::int64_t>(problem.issue_count()) - 1;
    const std::int64_t first = random.between(0, last - 1);
    for (std::int64_t issue = first; issue <= random.between(first + 1, last); ++issue) {
        literals.push_back(random_rows(problem, static_cast<std::size_t>(issue), random));
    }
    return literals;
}

SearchProblem random_problem(Random& random) {
    SearchProblem problem;
    problem.required_count = static_cast<std::size_t>(random.between(1, 3));
    problem.party_count = problem.required_count + static_cast<std::size_t>(random.between(0, 1));
    problem.optional_needed = problem.party_count - problem.required_count;
    problem.first_row = {0};
    for (std::int64_t issue = random.between(2, 6); issue > 0; --issue) {
        problem.first_row.push_back(problem.first_row.back() +
                                    static_cast<Row>(random.between(1, 3)));
    }
    for (std::size_t at = 0; at < problem.row_count() * problem.party_count; ++at) {
        problem.values.push_back(random.between(-9, 9));
    }
    for (std::size_t party = 0; party < problem.party_count; ++party) {
        problem.constants.push_back(random.between(-5, 15));
    }
    for (std::int64_t count = random.between(0, 4); count > 0; --count) {
        problem.forbidden.push_back({random_literals(problem, random)});
    }
    if (random.chance(1, 3)) {
        problem.at_most.push_back(
            {1, {random_literals(problem, random), random_literals(problem, random)}});
    }
    return problem;
}

} // namespace

TEST(MergedIssues, AreTheIssuesWhereNothingTiesThem) {
    const SearchProblem problem = plain_problem(3);
    const MergedIssues merged = merge_tied_issues(problem, 64);
    EXPECT_EQ(merged.problem.first_row, problem.first_row);
    EXPECT_EQ(merged.problem.values, problem.values);
    EXPECT_EQ(merged.unmerged({0, 3, 4}), (RowChoice{0, 3, 4}));
}

TEST(MergedIssues, HaveARowForEachCombinationThatIsAllowed) {
    SearchProblem problem = plain_problem(3);
    problem.forbidden = {{{{1}, {5}}}}; // the better options of the first and the last issue
    const MergedIssues merged = merge_tied_issues(problem, 64);
    EXPECT_EQ(merged.groups, (std::vector<std::vector<std::uint32_t>>{{0, 2}, {1}}));
    EXPECT_EQ(merged.problem.values, (std::vector<std::int64_t>{0, 3, 1, 0, 2}));
    EXPECT_TRUE(merged.problem.forbidden.empty());
    EXPECT_EQ(merged.unmerged({1, 4}), (RowChoice{0, 3, 5}));
    EXPECT_EQ(merged.merged({0, 3, 5}), (RowChoice{1, 4}));
    EXPECT_EQ(merged.merged({1, 3, 5}), std::nullopt) << "may not go together";
}

TEST(MergedIssues, AreEmptyWhereNoCombinationIsLeft) {
    SearchProblem problem = plain_problem(2);
    problem.forbidden = {{{{0}, {2, 3}}}, {{{1}, {2, 3}}}};
    EXPECT_TRUE(merge_tied_issues(problem, 64).is_empty());
    EXPECT_FALSE(merge_tied_issues(problem, 3).is_empty()) << "too large to be merged";
}

TEST(MergedIssues, KeepWhatWouldMakeTooManyRows) {
    SearchProblem problem = plain_problem(3);
    problem.forbidden = {{{{1}, {3}}}, {{{3}, {5}}}};
    const MergedIssues merged = merge_tied_issues(problem, 5);
    EXPECT_EQ(merged.groups.size(), 2U);
    EXPECT_EQ(merged.problem.forbidden.size(), 1U);
    EXPECT_EQ(unmerged_solutions(merged), solutions(problem));
}

TEST(MergedIssues, DoNotDependOnTheOrderOfCombinations) {
    SearchProblem problem = plain_problem(4);
    problem.forbidden = {{{{1}, {3}}}, {{{3}, {5}}}, {{{5}, {7}}}};
    const MergedIssues merged = merge_tied_issues(problem, 5);
    std::reverse(problem.forbidden.begin(), problem.forbidden.end());
    const MergedIssues reversed = merge_tied_issues(problem, 5);
    EXPECT_EQ(merged.groups, reversed.groups);
    EXPECT_EQ(merged.rows, reversed.rows);
}

TEST(MergedIssues, HaveTheSolutionsOfTheProblem) {
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        const SearchProblem problem = random_problem(random);
        for (const std::size_t most_rows : {1U, 4U, 9U, 64U}) {
            const MergedIssues merged = merge_tied_issues(problem, most_rows);
            EXPECT_EQ(unmerged_solutions(merged), solutions(problem)) << most_rows << " rows";
        }
    }
}

TEST(MergedChoice, IsFoundExactlyWhereThereIsOne) {
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        const SearchProblem problem = random_problem(random);
        const std::set<RowChoice> all = solutions(problem);
        const auto is_odd = [](const RowChoice& choice) { return choice.front() % 2 == 1; };
        const bool has_odd = std::any_of(all.begin(), all.end(), is_odd);
        const SearchAnswer answer = find_choice_merged(problem, is_odd);
        const auto* found = std::get_if<ChoiceFound>(&answer.answer);
        ASSERT_EQ(found != nullptr, has_odd);
        EXPECT_TRUE(found == nullptr || (all.count(found->choice) == 1 && is_odd(found->choice)));
        EXPECT_EQ(std::holds_alternative<NoChoice>(answer.answer), !has_odd);
    }
}

/// Twelve issues of five options, every two neighbours tied by four combinations: too much for the
/// first 3,000 nodes.
SearchProblem long_chain(Random& random) {
    SearchProblem problem;
    problem.party_count = problem.required_count = 3;
    problem.first_row = {0};
    for (Row issue = 1; issue <= 12; ++issue) {
        problem.first_row.push_back(5 * issue);
    }
    for (std::size_t at = 0; at < problem.row_count() * 3; ++at) {
        problem.values.push_back(random.between(0, 99));
    }
    for (Row issue = 0; issue < 12; issue += 2) {
        for (Row row = 0; row < 4; ++row) {
            problem.forbidden.push_back(
                {{{5 * issue + row}, {5 * issue + 5, 5 * issue + 6, 5 * issue + 7 + row % 3}}});
        }
    }
    return problem;
}

TEST(MergedChoice, AgreesWithThePlainSearchWhereThatIsHard) {
    std::uint64_t cut_short = 0, held = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        SearchProblem problem = long_chain(random);
        problem.constants.assign(3, -random.between(740, 800));
        const auto is_rare = [](const RowChoice& choice) {
            std::uint64_t sum = 0;
            for (const Row row : choice) {
                sum = sum * 31 + row;
            }
            return sum % 10'007 == 0;
        };
        const SearchAnswer plain = find_choice(problem, is_rare);
        const SearchAnswer merged = find_choice_merged(problem, is_rare);
        cut_short += plain.nodes > 3'000 ? 1 : 0;
        ASSERT_EQ(merged.answer.index(), plain.answer.index());
        if (const auto* found = std::get_if<ChoiceFound>(&merged.answer)) {
            EXPECT_TRUE(satisfies(problem, found->choice) && is_rare(found->choice));
            ++held;
        }
    }
    EXPECT_TRUE(held > 0 && held < 40) << held << " have a choice";
    EXPECT_GT(cut_short, 0U);
}

TEST(MergedChoice, IsCutByItsBudget) {
    Random random(7);
    SearchProblem problem = long_chain(random);
    problem.constants.assign(3, -720);
    const auto none = [](const RowChoice&) { return false; };
    const SearchAnswer answer = find_choice_merged(problem, none, {.node_budget = 50});
    EXPECT_LE(answer.nodes, 50U);
}

} // namespace unbracket
