#pragma once

#include "unbracket/base/ids.hpp"

#include <cstddef>
#include <vector>

namespace unbracket {

/// All sets of so many parties, small ones first, each size in the order of the file. Bit i stands
/// for the i-th party.
std::vector<std::size_t> sets_in_order(std::size_t parties);

std::vector<PartyId> members_of(const std::vector<PartyId>& parties, std::size_t set);

} // namespace unbracket
