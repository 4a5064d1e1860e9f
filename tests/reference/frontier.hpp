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

/// The gains of one outcome; nothing where it is not feasible or, if `zone_only`, some counted
/// party does not accept it.
std::optional<Gains> gains_by(const Case& whole, const std::map<PartyId, Reading>& readings,
                              const Outcome& outcome, bool zone_only);

/// The gains of all feasible outcomes, or of those every counted party accepts, with the number of
/// outcomes that have them.
std::map<Gains, std::uint64_t>
all_gains(const Case& whole, const std::map<PartyId, Reading>& readings, bool zone_only);

/// The Pareto frontier by its definition: the gains of each feasible outcome that no other feasible
/// outcome improves on, with the number of outcomes that have them. `readings` holds one reading of
/// each counted party with scores or stances. Feasible outcomes break no rule, no norm, and no red
/// line or limit of a counted party; `zone_only` looks at those alone that every counted party
/// accepts. Cost: the square of the number of outcomes.
std::map<Gains, std::uint64_t> frontier(const Case& whole,
                                        const std::map<PartyId, Reading>& readings, bool zone_only);

} // namespace unbracket::reference
