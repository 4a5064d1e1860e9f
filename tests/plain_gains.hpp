#pragma once

#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <algorithm>
#include <variant>

// For comparing gains with enumeration.

namespace unbracket::testing {

/// All counted parties have values, and fallbacks that are numbers, so that gains are known
/// exactly.
inline bool has_plain_gains(const Case& whole, const Appraisal& appraisal) {
    const auto& counted = whole.agreement.counted;
    return std::all_of(counted.begin(), counted.end(), [&](PartyId party) {
        const PartyAppraisal& own = appraisal[as_index(party)];
        return own.scale != Scale::none && std::holds_alternative<Interval>(own.fallback);
    });
}

/// Whether the outcome breaks nothing of the plan and no limit of a counted party.
inline bool keeps_to_limits(const CaseView& view, const Outcome& outcome) {
    const Case& whole = view.negotiation;
    const auto& counted = whole.agreement.counted;
    return !breaks_plan(whole, outcome, view.omissions) &&
           std::all_of(counted.begin(), counted.end(), [&](PartyId party) {
               return refusal_by_limits(whole, view.appraisal, party, outcome,
                                        {Certainty::possible, view.omissions}) == Refusal::none;
           });
}

} // namespace unbracket::testing
