#include "unbracket/base/random.hpp"
#include "unbracket/search/rising_walk.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>

namespace unbracket {

namespace {

/// Three parties, seven issues of one to four options, three pairs of rows that may not go together
/// and a rule that two pairs may not both.
SearchProblem random_problem(Random& random) {
    SearchProblem problem;
    problem.party_count = problem.required_count = 3;
    problem.first_row = {0};
    for (int issue = 0; issue < 7; ++issue) {
        const auto rows = static_cast<Row>(random.between(1, 4));
        problem.first_row.push_back(problem.first_row.back() + rows);
    }
    for (std::size_t at = 0; at < problem.row_count() * problem.party_count; ++at) {
        problem.values.push_back(random.between(0, 100));
    }
    for (std::size_t party = 0; party < problem.party_count; ++party) {
        problem.constants.push_back(-random.between(300, 420));
    }
    const auto row_of = [&](std::size_t issue) {
        return static_cast<Row>(
            random.between(problem.first_row[issue], problem.first_row[issue + 1] - 1));
    };
    for (std::size_t pair = 0; pair < 3; ++pair) {
        problem.forbidden.push_back({{{row_of(pair)}, {row_of(pair + 3)}}});
    }
    problem.at_most.push_back({1, {{{row_of(1)}, {row_of(6)}}, {{row_of(2)}, {row_of(5)}}}});
    return problem;
}

std::int64_t sum_of(const SearchProblem& problem, const RowChoice& choice, std::size_t party) {
    std::int64_t sum = problem.constants[party];
    for (const Row row : choice) {
        sum += problem.row(row)[party];
    }
    return sum;
}

/// The first party's sum is to be large where nobody's is below 0.
class FirstParty final : public RisingGoal {
public:
    explicit FirstParty(const SearchProblem& problem) : problem_(problem) {}

    bool offer(const RowChoice& choice) override {
        if (!satisfies(problem_, choice)) {
            return false;
        }
        const std::int64_t sum = sum_of(problem_, choice, 0);
        if (best_ && sum <= *best_) {
            return false;
        }
        best_ = sum;
        return true;
    }
    std::int64_t need(const Multipliers& lane) const override {
        return best_ ? lane[0] * (*best_ + 1) : 0;
    }

    std::optional<std::int64_t> best() const { return best_; }

private:
    const SearchProblem& problem_;
    std::optional<std::int64_t> best_;
};

/// By trying all.
std::optional<std::int64_t> best_of_all(const SearchProblem& problem) {
    std::vector<RowChoice> all = {{}};
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        std::vector<RowChoice> longer;
        for (const RowChoice& choice : all) {
            for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
                longer.push_back(choice);
                longer.back().push_back(row);
            }
        }
        all.swap(longer);
    }
    FirstParty goal(problem);
    for (const RowChoice& choice : all) {
        goal.offer(choice);
    }
    return goal.best();
}

TreePlan plan_of(const SearchProblem& problem) {
    const Dual dual(problem);
    const DualResult root = dual.minimise({problem.constants, all_issues(problem)}, {});
    return plan_tree(problem, dual, root.multipliers, {.sampled_lanes = 3, .dives = 6});
}

} // namespace

TEST(RisingWalk, EndsAtTheBestChoiceWithTablesAndWithout) {
    for (std::uint64_t index = 0; index < testing::shared_count(500); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("RisingWalk.EndsAtTheBestChoiceWithTablesAndWithout"));
        Random random(testing::suite_seed() * 1'000'081 + index);
        const SearchProblem problem = random_problem(random);
        const TreePlan plan = plan_of(problem);
        const std::optional<std::int64_t> best = best_of_all(problem);
        for (const std::size_t completions : {0U, 4U, 50U, 10'000U}) {
            FirstParty goal(problem);
            const RisingResult result =
                walk_rising(problem, plan, goal, {.completions = completions});
            EXPECT_TRUE(result.is_exhausted);
            EXPECT_EQ(goal.best(), best) << completions;
        }
    }
}

TEST(RisingWalk, InAShareOfTheSlackFindsNothingBetterThanTheBest) {
    Random random(5);
    for (int index = 0; index < 50; ++index) {
        const SearchProblem problem = random_problem(random);
        FirstParty goal(problem);
        walk_rising(problem, plan_of(problem), goal, {.slack_percent = 50, .completions = 50});
        const std::optional<std::int64_t> best = best_of_all(problem);
        EXPECT_TRUE(!goal.best() || *goal.best() <= *best);
    }
}

TEST(RisingWalk, ThatIsCutIsNotExhausted) {
    Random random(1);
    const SearchProblem problem = random_problem(random);
    FirstParty goal(problem);
    EXPECT_FALSE(walk_rising(problem, plan_of(problem), goal, {.node_budget = 3}).is_exhausted);
}

} // namespace unbracket
