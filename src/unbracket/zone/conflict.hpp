#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/claim.hpp"

#include <vector>

namespace unbracket {

/// Entries that cannot all hold while every other entry is left out, such that the rest can
/// whenever any one of them goes. Leaving out a fallback means that any value suits its party.
struct ConflictSet {
    std::vector<EntryId> entries; // fallbacks first, else as in the file
    bool is_minimal = true;       // false when the budget ran out before every entry was tried
};

/// The entries a conflict can consist of: red lines, limits and fallbacks of counted parties, rules
/// and norms. A fallback that was not entered is no entry, so it always holds. In the order in
/// which they are tried: fallbacks first, and by their data, so that ids and the order of the file
/// do not matter.
std::vector<EntryId> conflict_candidates(const Case& negotiation, const Appraisal& appraisal);

/// One minimal conflict set of a case in which no outcome is accepted (possibly or surely), by
/// deletion: entries are left out one after the other for good as long as the rest still conflicts
/// (Chinneck and Dravnieks 1991). Cost: one decision for each candidate.
ConflictSet minimal_conflict(const Case& negotiation, const Appraisal& appraisal,
                             Certainty certainty, const ClaimOptions& options = {});

} // namespace unbracket
