#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <optional>
#include <vector>

namespace unbracket {

/// Who has to accept in one part of a question about the agreement rule.
struct PartySet {
    std::vector<PartyId> accepting;
    std::optional<int> at_least; // counted parties in all, where the sets would be too many
};

/// The smallest sets of parties whose acceptance makes an agreement, in an order of their data;
/// none when there are not enough. Where they would be more than 128, one set that counts.
std::vector<PartySet> party_sets(const Case& negotiation, const Appraisal& appraisal);

/// Whose bonuses can matter to the part.
const std::vector<PartyId>& parties_that_matter(const Case& negotiation, const PartySet& set);

} // namespace unbracket
