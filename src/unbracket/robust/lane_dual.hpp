#pragma once

#include "unbracket/search/dual.hpp"
#include "unbracket/search/problem.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace unbracket {

/// So many problems of one shape are bounded side by side.
inline constexpr std::size_t dual_lanes = 16;
using LaneNumbers = std::array<double, dual_lanes>;

/// Problems that differ in their numbers only: is there a row for every issue such that every
/// party's constant plus the values of the rows is at least 0? Numbers are whole and held in
/// doubles; constraints are not looked at, so a "no" stands and a choice is a proposal.
struct LaneProblem {
    std::size_t parties = 0;
    std::vector<Row> first_row;         // one more than there are issues
    std::vector<LaneNumbers> values;    // [row * parties + party]
    std::vector<LaneNumbers> constants; // [party]
    std::array<bool, dual_lanes> is_open{};

    std::size_t issue_count() const { return first_row.size() - 1; }
    bool any_open() const;
};

/// Weighted sums of the best rows, exact for whole multipliers while these sum to at most 2^53
/// divided by the largest sum of a party. Negative: the problem of that lane has no solution.
LaneNumbers lane_bounds(const LaneProblem& problem, std::span<const double> multipliers);

/// Where the steps of a lane that stays open ended: multipliers with the largest at
/// `multiplier_limit`, and what they are of sums divided by how far each party's sums lie apart,
/// summing to 1.
struct LaneEnd {
    Multipliers multipliers;
    std::vector<double> weights;
};

struct LaneDualOptions {
    int steps = 60;
    double reach = 0.02;             // how far below the best bound a first step aims
    std::span<const double> start;   // weights as of LaneEnd; none: all parties alike
    double most_multipliers = 4'096; // their sum, see lane_bounds()
    /// A choice whose sums all reach 0, by lane; true closes the lane.
    std::function<bool(std::size_t, const RowChoice&)> on_choice;
    /// Whole multipliers with a negative bound were found for this lane, which is closed.
    std::function<void(std::size_t, std::span<const double>)> on_proof;
    /// The best found for a lane that stays open; only asked for where given.
    std::function<void(std::size_t, const LaneEnd&)> on_open = nullptr;
};

/// Looks for multipliers or choices for every open lane, all lanes at once, by the subgradient
/// steps of search/dual.cpp; closes those it settles. What it says is exact.
void minimise_lanes(LaneProblem& problem, const LaneDualOptions& options);

} // namespace unbracket
