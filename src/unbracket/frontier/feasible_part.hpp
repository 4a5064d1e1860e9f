#pragma once

#include "unbracket/zone/central_reading.hpp"
#include "unbracket/zone/part.hpp"

namespace unbracket {

/// What leaves the intents of all parties out of a question.
Omissions without_intents(const Case& negotiation);

/// The part of the outcomes that break no rule, norm, and no red line or limit of these counted
/// parties, under a bonus pattern. What parties intend is left out.
Part feasible_part(const CentralCase& central, const std::vector<PartyId>& bound,
                   BonusPattern pattern);
/// The same with the limits of all counted parties.
Part feasible_part(const CentralCase& central, BonusPattern pattern);

} // namespace unbracket
