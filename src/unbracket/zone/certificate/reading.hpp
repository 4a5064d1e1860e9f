#pragma once

#include "unbracket/zone/certificate/acceptance.hpp"
#include "unbracket/zone/certificate/fields.hpp"

#include <optional>
#include <vector>

namespace unbracket::certificate {

/// One complete set of numbers for one party.
struct Reading {
    std::vector<Fraction> weights;             // by issue; 1 for scores, 0 where not concerned
    std::vector<std::vector<Fraction>> values; // by issue and option, before losses
    Fraction fallback;
    std::optional<Outcome> fallback_draft; // in place of `fallback`
    std::vector<Fraction> bonuses;         // by position in the case
    std::vector<Fraction> losses;          // by position in the case
};

/// Raises an objection where a number is missing, out of its range or against an order.
Reading read_reading(const Facts& facts, PartyId party, const Node& node, Objection& objection);

/// Whether the party's value of the outcome reaches its fallback in that reading.
bool reaches_fallback(const Facts& facts, PartyId party, const Reading& reading,
                      const Outcome& outcome);

} // namespace unbracket::certificate
