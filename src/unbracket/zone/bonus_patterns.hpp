#pragma once

#include "unbracket/zone/case_view.hpp"
#include "unbracket/zone/reduced.hpp"

#include <vector>

namespace unbracket {

/// Every pattern of earned and missed bonuses of these parties, or one that leaves all undecided
/// when there are more than six. Bonuses of others stay undecided. The order depends on data alone.
std::vector<BonusPattern> bonus_patterns(const CaseView& context,
                                         const std::vector<PartyId>& parties);

} // namespace unbracket
