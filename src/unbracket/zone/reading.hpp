#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace unbracket {

/// One complete numeric preference model of a party that agrees with all its entries.
struct PartyReading {
    PartyId party;
    std::vector<Rational> weights;             // by issue; 0 where the party is not concerned
    std::vector<std::vector<Rational>> values; // [issue][option], before losses; empty likewise
    std::optional<Rational> fallback;          // nothing: as good as the completion
    Outcome fallback_completion;               // of the fallback draft
    std::vector<std::pair<std::size_t, Rational>> bonuses; // by position in the case
    std::vector<std::pair<std::size_t, Rational>> losses;  // risks by position in the case
    std::vector<std::pair<IssueId, OptionId>> red_lines; // unknown options that are red lines here
    bool refuses = false; // everything: its intent is doubtful, and here it wants no agreement
};

/// A reading in which the party accepts the outcome. The party must possibly accept it and have
/// scores or stances.
PartyReading favourable_reading(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                                const Outcome& outcome);

/// A reading that is as hard on the outcomes as its weights allow: low values, low bonuses, high
/// losses, high fallback, unknown options red lines; weights from `heavy`, one for each issue, at
/// their upper end, else lower.
PartyReading harsh_reading(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                           const std::vector<bool>& heavy);

} // namespace unbracket
