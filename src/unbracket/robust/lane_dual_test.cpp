#include "unbracket/base/random.hpp"
#include "unbracket/robust/lane_dual.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// Two issues of two rows each for two parties, the same in every lane but for its constants.
LaneProblem small_problem() {
    LaneProblem problem;
    problem.parties = 2;
    problem.first_row = {0, 2, 4};
    // One party gets 10 from the first row of each issue, the other from the second.
    for (const auto& [first, second] : {std::pair(10, 0), {0, 10}, {10, 0}, {0, 10}}) {
        problem.values.emplace_back();
        problem.values.back().fill(first);
        problem.values.emplace_back();
        problem.values.back().fill(second);
    }
    problem.constants.assign(2, {});
    problem.is_open.fill(true);
    return problem;
}

void set_needs(LaneProblem& problem, std::size_t lane, double first, double second) {
    problem.constants[0][lane] = -first, problem.constants[1][lane] = -second;
}

/// By trying all four choices.
bool is_solvable(const LaneProblem& problem, std::size_t lane) {
    for (const auto& [first, second] : {std::pair<Row, Row>(0, 2), {0, 3}, {1, 2}, {1, 3}}) {
        const auto sum = [&](Row party) {
            return problem.values[first * 2 + party][lane] +
                   problem.values[second * 2 + party][lane];
        };
        if (sum(0) >= 0 && sum(1) >= 0) {
            return true;
        }
    }
    return false;
}

TEST(LaneDual, BoundsAreWeightedSumsOfTheBestRows) {
    LaneProblem problem = small_problem();
    set_needs(problem, 3, 4, 7);
    const std::vector<double> multipliers = {2, 1};
    const LaneNumbers bounds = lane_bounds(problem, multipliers);
    EXPECT_EQ(bounds[0], 40); // twice 20
    EXPECT_EQ(bounds[3], 40 - 8 - 7);
}

TEST(LaneDual, SettlesEachLaneByItself) {
    LaneProblem problem = small_problem();
    for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
        const double need = lane % 2 == 0 ? 10 : 11; // both get 10, or one of them 11
        set_needs(problem, lane, need, need);
    }
    std::vector<std::size_t> yes, no;
    LaneDualOptions options;
    options.on_choice = [&](std::size_t lane, const RowChoice& choice) {
        EXPECT_NE(choice[0], choice[1] - 2) << "one issue each";
        yes.push_back(lane);
        return true;
    };
    options.on_proof = [&](std::size_t lane, std::span<const double> multipliers) {
        EXPECT_LT(lane_bounds(problem, multipliers)[lane], 0);
        no.push_back(lane);
    };
    minimise_lanes(problem, options);
    EXPECT_EQ(no.size(), dual_lanes / 2);
    for (const std::size_t lane : no) {
        EXPECT_EQ(lane % 2, 1U);
        EXPECT_FALSE(problem.is_open[lane]);
    }
    for (const std::size_t lane : yes) {
        EXPECT_EQ(lane % 2, 0U);
    }
}

TEST(LaneDual, LeavesClosedLanesAlone) {
    LaneProblem problem = small_problem();
    problem.is_open.fill(false);
    LaneDualOptions options;
    options.on_choice = [](std::size_t, const RowChoice&) -> bool {
        ADD_FAILURE();
        return true;
    };
    options.on_proof = [](std::size_t, std::span<const double>) { ADD_FAILURE(); };
    minimise_lanes(problem, options);
    EXPECT_FALSE(problem.any_open());
}

TEST(LaneDual, NeverClosesALaneThatHasASolution) {
    Random random(11);
    for (int round = 0; round < 200; ++round) {
        LaneProblem problem = small_problem();
        for (LaneNumbers& row : problem.values) {
            for (double& value : row) {
                value = static_cast<double>(random.between(-20, 20));
            }
        }
        std::array<bool, dual_lanes> has_solution{};
        for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
            has_solution[lane] = is_solvable(problem, lane);
        }
        LaneDualOptions options;
        const std::vector<double> start = {0.25, 0.75};
        if (round % 2 == 1) {
            options.steps = 20, options.reach = 0.0025, options.start = start;
        }
        options.on_choice = [&](std::size_t lane, const RowChoice&) {
            EXPECT_TRUE(has_solution[lane]);
            return true;
        };
        options.on_proof = [&](std::size_t lane, std::span<const double>) {
            EXPECT_FALSE(has_solution[lane]);
        };
        minimise_lanes(problem, options);
    }
}

TEST(LaneDual, ChoicesHaveTheSumsTheyAreProposedFor) {
    Random random(12);
    std::size_t met = 0;
    for (int round = 0; round < 100; ++round) {
        LaneProblem problem = small_problem();
        for (LaneNumbers& row : problem.values) {
            for (double& value : row) {
                value = static_cast<double>(random.between(-9, 20));
            }
        }
        LaneDualOptions options;
        options.on_choice = [&](std::size_t lane, const RowChoice& choice) {
            for (std::size_t party = 0; party < 2; ++party) {
                EXPECT_GE(problem.values[choice[0] * 2 + party][lane] +
                              problem.values[choice[1] * 2 + party][lane],
                          0);
            }
            ++met;
            return round % 2 == 0; // else the next steps propose again
        };
        options.on_proof = [](std::size_t, std::span<const double>) {};
        minimise_lanes(problem, options);
    }
    EXPECT_GT(met, 1'000U);
}

TEST(LaneDual, BeginsWhereItIsToldAndSaysWhereItEnded) {
    // Nobody can have 8 of 10 from each issue, yet halves of both rows would give 10 to both; the
    // first party counts twice from the start, since no step moves away from there.
    LaneProblem problem = small_problem();
    for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
        set_needs(problem, lane, 8, 8);
    }
    const std::vector<double> start = {2.0 / 3, 1.0 / 3};
    LaneDualOptions options;
    options.steps = 1, options.start = start;
    options.on_choice = [](std::size_t, const RowChoice&) { return false; };
    options.on_proof = [](std::size_t, std::span<const double>) { ADD_FAILURE(); };
    std::size_t ends = 0;
    options.on_open = [&](std::size_t, const LaneEnd& end) {
        EXPECT_EQ(end.weights, start);
        EXPECT_EQ(end.multipliers, (Multipliers{multiplier_limit, (multiplier_limit + 1) / 2}));
        ++ends;
    };
    minimise_lanes(problem, options);
    EXPECT_EQ(ends, dual_lanes);
}

} // namespace
} // namespace unbracket
