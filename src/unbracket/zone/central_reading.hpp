#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/reading.hpp"

#include <vector>

namespace unbracket {

/// The central reading of a party with scores or stances. It is one of the party's readings, and
/// its numbers are
///   - for weights, values, bonuses, losses and a fallback in numbers the middle of the range;
///   - where an order ranks classes that share one range, places equally far apart inside it, the
///     i-th lowest of r at i/(r+1), unless a neighbour of another range forbids that: then middles;
///   - for an option that is unknown the middle of what it may be worth, and no red line;
///   - for a fallback "as good as that draft" the value of the draft in this reading; where the
///     draft leaves contents open, the middle between its least and its most, each open issue and
///     each bonus it may or may not earn taken by itself.
/// A party of doubtful intent takes part. The fallback is always given as a number.
PartyReading central_reading(const Case& negotiation, const Appraisal& appraisal, PartyId party);

/// The same for every counted party that has scores or stances, in the order of their ids.
std::vector<PartyReading> central_readings(const Case& negotiation, const Appraisal& appraisal);

/// A case of single numbers: everything counted parties say stands at its central reading.
struct CentralCase {
    Case negotiation;
    Appraisal appraisal;
};
CentralCase central_case(const Case& negotiation, const Appraisal& appraisal);

/// How many options of counted parties are unknown and stand at their middle in these readings.
std::size_t unknown_options(const Case& negotiation, const Appraisal& appraisal);

} // namespace unbracket
