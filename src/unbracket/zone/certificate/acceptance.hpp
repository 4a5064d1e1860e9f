#pragma once

#include "unbracket/zone/certificate/constraint.hpp"
#include "unbracket/zone/certificate/judgements.hpp"

#include <vector>

namespace unbracket::certificate {

/// All that the checker works out from a case before it looks at any claim.
struct Facts {
    const Case& given;
    std::vector<PartyRanges> parties;           // filled for counted parties only
    Constraints plan;                           // rules and norms
    std::vector<std::vector<Condition>> limits; // what each party's own limits forbid
    std::vector<std::vector<Judged>> judged;    // what binds each party's readings together

    const PartyRanges& ranges(PartyId party) const { return parties[as_index(party)]; }
};

Facts gather_facts(const Case& given);

/// Whether the agreement rule looks at the party.
bool is_counted(const Facts& facts, PartyId party);

/// Whether the party's own red lines and limits, its wish for an agreement and its unknown options
/// leave room for acceptance; nothing about values.
bool is_open_to(const Facts& facts, PartyId party, Question question, const Outcome& outcome);

/// Whether the outcome crosses a red line or limit of the party, or has an option that is unknown
/// to it where every reading is asked about.
bool crosses_limits(const Facts& facts, PartyId party, Question question, const Outcome& outcome);

/// Whether the party accepts in some (every) reading; rules and norms are not looked at.
Answer accepts(const Facts& facts, PartyId party, Question question, const Outcome& outcome);

/// Intent alone: a party that refuses accepts nothing, a doubtful one nothing surely.
bool may_accept_anything(const Case& given, PartyId party, Question question);

} // namespace unbracket::certificate
