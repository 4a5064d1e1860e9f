#pragma once

#include "unbracket/model/case.hpp"

#include "tests/reference/reading.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace unbracket::reference {

/// What each of some parties gains by an outcome: its value minus its fallback.
using Gains = std::vector<Rational>;

/// Outcomes that break no rule and no norm: those that break no red line or limit of a counted
/// party either, those that the agreement rule accepts, or those that every counted party accepts.
enum class Among { feasible, zone, suits_all };

/// The gains of one outcome; nothing where it is none of these.
std::optional<Gains> gains_by(const Case& whole, const std::map<PartyId, Reading>& readings,
                              const Outcome& outcome, Among among);

/// The gains of these outcomes, with the number of outcomes that have them. `readings` holds one
/// reading of each counted party with scores or stances.
std::map<Gains, std::uint64_t> all_gains(const Case& whole,
                                         const std::map<PartyId, Reading>& readings, Among among);

/// The Pareto frontier by its definition: the gains of each of these outcomes that no other of them
/// improves on, with the number of outcomes that have them. Cost: the square of their number.
std::map<Gains, std::uint64_t> frontier(const Case& whole,
                                        const std::map<PartyId, Reading>& readings, Among among);

} // namespace unbracket::reference
