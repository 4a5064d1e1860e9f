#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"

namespace unbracket {

/// From a party's worst to its best total over all outcomes and readings: what a missing fallback
/// may be. Limits are ignored, red-lined options count at their worth, losses are taken off, each
/// bonus is added where it makes the range wider. The party's fallback itself is not looked at.
Interval total_range(const Case& negotiation, PartyId party, const PartyAppraisal& appraisal);

} // namespace unbracket
