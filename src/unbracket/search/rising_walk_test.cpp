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

/// Hands every offer on, and keeps it.
class Watched final : public RisingGoal {
public:
    explicit Watched(const SearchProblem& problem) : goal_(problem) {}

    bool offer(const RowChoice& choice) override {
        offered_.push_back(choice);
        return goal_.offer(choice);
    }
    std::int64_t need(const Multipliers& lane) const override { return goal_.need(lane); }

    std::optional<std::int64_t> best() const { return goal_.best(); }
    const std::vector<RowChoice>& offered() const { return offered_; }

private:
    FirstParty goal_;
    std::vector<RowChoice> offered_;
};

std::vector<RowChoice> all_choices(const SearchProblem& problem) {
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
    return all;
}

/// By trying all.
std::optional<std::int64_t> best_of_all(const SearchProblem& problem) {
    FirstParty goal(problem);
    for (const RowChoice& choice : all_choices(problem)) {
        goal.offer(choice);
    }
    return goal.best();
}

TreePlan plan_of(const SearchProblem& problem) {
    const Dual dual(problem);
    const DualResult root = dual.minimise({problem.constants, all_issues(problem)}, {});
    return plan_tree(problem, dual, root.multipliers, {.sampled_lanes = 3, .dives = 6});
}

/// What a choice uses up of a lane's slack.
std::int64_t drop_of(const SearchProblem& problem, const Multipliers& lane,
                     const RowChoice& choice) {
    std::int64_t drop = largest_sum(problem, lane);
    for (std::size_t party = 0; party < problem.party_count; ++party) {
        drop -= lane[party] * sum_of(problem, choice, party);
    }
    return drop;
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

TEST(RisingWalk, InAShareOfTheSlackLooksAtNoOtherChoicesAndLeavesNoBetterOneOfThese) {
    Random random(5);
    std::size_t looked_at = 0, passed_over = 0;
    for (int index = 0; index < 50; ++index) {
        SCOPED_TRACE(index);
        const SearchProblem problem = random_problem(random);
        const TreePlan plan = plan_of(problem);
        const Multipliers& root = plan.lanes[root_lane(problem, plan)];
        Watched goal(problem);
        const std::int64_t needed = goal.need(root);
        const std::int64_t half = (largest_sum(problem, root) - needed) / 2;
        EXPECT_TRUE(walk_rising(problem, plan, goal, {.slack_percent = 50, .completions = 50})
                        .is_exhausted);
        looked_at += goal.offered().size();
        for (const RowChoice& choice : goal.offered()) {
            EXPECT_LE(drop_of(problem, root, choice), half);
        }
        // A better choice so far leaves less of the slack, for others as well.
        const std::int64_t left = half - (goal.need(root) - needed);
        for (const RowChoice& choice : all_choices(problem)) {
            const bool is_better =
                satisfies(problem, choice) && sum_of(problem, choice, 0) > goal.best().value_or(-1);
            EXPECT_FALSE(is_better && drop_of(problem, root, choice) <= left);
            passed_over += is_better ? 1 : 0;
        }
    }
    EXPECT_GT(looked_at, 0U);
    EXPECT_GT(passed_over, 0U) << "of no use where half of the slack holds the best of all";
}

TEST(RisingWalk, ThatIsCutIsNotExhausted) {
    Random random(1);
    const SearchProblem problem = random_problem(random);
    FirstParty goal(problem);
    EXPECT_FALSE(walk_rising(problem, plan_of(problem), goal, {.node_budget = 3}).is_exhausted);
}

} // namespace unbracket
