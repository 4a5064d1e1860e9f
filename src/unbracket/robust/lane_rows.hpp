#pragma once

#include "unbracket/robust/lane_dual.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace unbracket {

/// So many lanes are looked at together, from a multiple of that on.
inline constexpr std::size_t lanes_together = 8;

/// The row of each issue that is worth most to the lane's own weights, by issue; the first of
/// those that are worth the same. `weights` are by party. For some lanes; the same bits on every
/// processor.
void choose_rows(const LaneProblem& problem, const std::vector<LaneNumbers>& weights,
                 std::size_t first_lane, std::vector<LaneNumbers>& rows);

/// Adds what the best row of each issue is worth under the same multipliers to those lanes.
void add_best_rows(const LaneProblem& problem, std::span<const double> multipliers,
                   std::size_t first_lane, LaneNumbers& bounds);

} // namespace unbracket
