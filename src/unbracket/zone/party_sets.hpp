#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <cstddef>
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

/// How many ways there are to choose so many parties, or more than `most` as soon as there are that
/// many.
std::size_t count_choices(std::size_t from, std::size_t chosen, std::size_t most);

/// Adds every way to take so many more of these parties to those chosen already.
void add_choices(const std::vector<PartyId>& from, std::size_t missing,
                 const std::vector<PartyId>& chosen, std::vector<std::vector<PartyId>>& choices);

/// Whose bonuses can matter to the part.
const std::vector<PartyId>& parties_that_matter(const Case& negotiation, const PartySet& set);

} // namespace unbracket
