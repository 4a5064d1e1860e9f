#pragma once

#include "unbracket/zone/case_view.hpp"
#include "unbracket/zone/reduced.hpp"

namespace unbracket {

/// Makes the sums of a party with scores, as reduce() gives them, closer upper bounds where bonuses
/// are undecided: what such a bonus adds at most leaves the constant and is shared out among the
/// options that it asks for. Issues that do not concern the party get values where they are asked
/// for. Does nothing for other parties, and where the fallback is a draft.
void share_out_bonuses(const CaseView& context, PartyId party, Certainty certainty,
                       const BonusPattern& pattern, ReducedValues& reduced);

} // namespace unbracket
