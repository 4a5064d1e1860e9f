#pragma once

#include "unbracket/zone/central_reading.hpp"
#include "unbracket/zone/part.hpp"

namespace unbracket {

/// The part of the outcomes that break no rule, norm, and no red line or limit of a counted party,
/// under a bonus pattern. What parties intend is left out.
Part feasible_part(const CentralCase& central, BonusPattern pattern);

} // namespace unbracket
