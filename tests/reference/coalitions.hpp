#pragma once

#include "unbracket/model/case.hpp"

#include "tests/reference/reading.hpp"

#include <cstdint>
#include <map>
#include <set>

namespace unbracket::reference {

/// By each set of counted parties, how many outcomes exactly its members accept, by looking at each
/// outcome that breaks no rule and no norm. `readings` holds one reading of each counted party with
/// scores or stances; others accept what keeps to their limits. Who refuses everything accepts
/// nothing.
std::map<std::set<PartyId>, std::uint64_t> coalitions(const Case& whole,
                                                      const std::map<PartyId, Reading>& readings);

} // namespace unbracket::reference
