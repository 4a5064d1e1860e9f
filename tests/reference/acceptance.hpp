#pragma once

#include "tests/reference/view.hpp"

namespace unbracket::reference {

/// Some reading of the party accepts the outcome: it breaks none of the party's limits and red
/// lines, and is worth at least the fallback. Found by trying every corner of the weights, every
/// completion of a draft, and the ends of all ranges. Cost: 2^issues times completions.
bool possibly_accepts(const Case& whole, const PartyView& view, const Outcome& outcome);

/// Every reading of the party accepts the outcome. An outcome with an option that is unknown for
/// the party never is, nor any when its intent is not certain.
bool surely_accepts(const Case& whole, const PartyView& view, const Outcome& outcome);

/// What an outcome is worth to the party above its fallback, least and most over the readings, in
/// the party's own points: for stances of the weighted mean. Limits are not looked at. The party
/// has stances or scores.
Interval surplus(const Case& whole, const PartyView& view, const Outcome& outcome);

bool possibly_accepts(const Case& whole, PartyId party, const Outcome& outcome);
bool surely_accepts(const Case& whole, PartyId party, const Outcome& outcome);

/// Every way to settle what the draft leaves open or unknown.
std::vector<Outcome> completions(const Draft& draft);

} // namespace unbracket::reference
