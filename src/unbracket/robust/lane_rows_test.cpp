#include "unbracket/base/random.hpp"
#include "unbracket/robust/lane_rows.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

struct Drawn {
    LaneProblem problem;
    std::vector<LaneNumbers> weights; // by party
};

Drawn random_problem(Random& random) {
    Drawn drawn;
    LaneProblem& problem = drawn.problem;
    problem.parties = static_cast<std::size_t>(random.between(1, 6));
    problem.first_row = {0};
    for (std::int64_t issues = random.between(1, 5); issues > 0; --issues) {
        problem.first_row.push_back(problem.first_row.back() +
                                    static_cast<Row>(random.between(1, 5)));
    }
    problem.values.resize(problem.first_row.back() * problem.parties);
    drawn.weights.resize(problem.parties);
    for (LaneNumbers& row : problem.values) {
        for (double& number : row) {
            number = static_cast<double>(random.between(-9, 9)); // small, so that some are equal
        }
    }
    for (LaneNumbers& party : drawn.weights) {
        for (double& weight : party) {
            weight = random.unit();
        }
    }
    return drawn;
}

double worth_of(const Drawn& drawn, Row row, std::size_t lane) {
    double sum = 0;
    for (std::size_t party = 0; party < drawn.problem.parties; ++party) {
        sum += drawn.weights[party][lane] *
               drawn.problem.values[row * drawn.problem.parties + party][lane];
    }
    return sum;
}

Row best_row(const Drawn& drawn, std::size_t issue, std::size_t lane) {
    Row best = drawn.problem.first_row[issue];
    for (Row row = best; row < drawn.problem.first_row[issue + 1]; ++row) {
        best = worth_of(drawn, row, lane) > worth_of(drawn, best, lane) ? row : best;
    }
    return best;
}

TEST(LaneRows, AreTheFirstBestOnesOfEachLane) {
    SCOPED_TRACE(testing::repeat_command("LaneRows.AreTheFirstBestOnesOfEachLane"));
    Random random(testing::suite_seed());
    for (int round = 0; round < 200; ++round) {
        const Drawn drawn = random_problem(random);
        const LaneNumbers untouched = [] {
            LaneNumbers numbers;
            numbers.fill(-1);
            return numbers;
        }();
        std::vector<LaneNumbers> rows(drawn.problem.issue_count(), untouched);
        choose_rows(drawn.problem, drawn.weights, lanes_together, rows);
        for (std::size_t issue = 0; issue < rows.size(); ++issue) {
            for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
                const bool is_chosen = lane >= lanes_together && lane < 2 * lanes_together;
                EXPECT_EQ(rows[issue][lane],
                          is_chosen ? static_cast<double>(best_row(drawn, issue, lane)) : -1.0);
            }
        }
    }
}

TEST(LaneRows, AddTheirWorthUnderOneSetOfMultipliers) {
    SCOPED_TRACE(testing::repeat_command("LaneRows.AddTheirWorthUnderOneSetOfMultipliers"));
    Random random(testing::suite_seed());
    for (int round = 0; round < 200; ++round) {
        Drawn drawn = random_problem(random);
        std::vector<double> multipliers;
        for (LaneNumbers& party : drawn.weights) {
            multipliers.push_back(static_cast<double>(random.between(0, 9)));
            party.fill(multipliers.back());
        }
        LaneNumbers bounds;
        bounds.fill(7);
        add_best_rows(drawn.problem, multipliers, 0, bounds);
        for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
            double expected = 7;
            for (std::size_t issue = 0; issue < drawn.problem.issue_count(); ++issue) {
                const Row best = best_row(drawn, issue, lane);
                expected += lane < lanes_together ? worth_of(drawn, best, lane) : 0.0;
            }
            EXPECT_EQ(bounds[lane], expected) << lane;
        }
    }
}

} // namespace
} // namespace unbracket
