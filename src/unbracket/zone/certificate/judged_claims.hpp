#pragma once

#include "unbracket/zone/certificate/acceptance.hpp"

#include <vector>

namespace unbracket::certificate {

/// Reads `never_missed` of a claim: parties for which judgements leave no reading in which the
/// outcome misses their fallback, and why. By party.
std::vector<bool> read_never_missed(const Facts& facts, const Node& claim, const Outcome& outcome,
                                    Objection& objection);

/// Raises an objection unless each of these is a reading that keeps what binds it together.
void check_some_readings(const Facts& facts, const Node& readings, Objection& objection);

/// Raises an objection unless the statements named by the claim, and orders of weights among the
/// entries named, leave the party no reading.
void check_judged_contradiction(const Facts& facts, PartyId party, const Node& claim,
                                const std::vector<bool>& entries, Objection& objection);

/// Whether some binding statement accepts, for the party, what its own limits exclude.
bool excludes_what_it_accepts(const Facts& facts, PartyId party);

} // namespace unbracket::certificate
