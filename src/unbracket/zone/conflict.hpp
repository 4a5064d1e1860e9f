#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/claim.hpp"
#include "unbracket/zone/conflict_oracle.hpp"

#include <optional>
#include <vector>

namespace unbracket {

/// An entry of a conflict set, and an outcome in which all the others of the set hold: what shows
/// that the set needs this one.
struct ConflictMember {
    EntryId entry;
    std::optional<Outcome> without; // nothing where the budget ran out
};

/// Entries that cannot all hold while every other entry is left out, such that the rest can
/// whenever any one of them goes. Leaving out a fallback means that any value suits its party.
/// Without members where no outcome is accepted whatever is left out.
struct ConflictSet {
    std::vector<ConflictMember> members; // fallbacks first, else as in the file
    bool is_minimal = true; // false where the budget ran out before every entry was tried

    std::vector<EntryId> entries() const;
};

/// For reading: fallbacks first, each kind as in the file.
bool reads_before(const Case& negotiation, EntryId first, EntryId second);

/// The entries a conflict can consist of: red lines, limits, fallbacks and intents of counted
/// parties, rules and norms. A fallback that was not entered is no entry, so it always holds. In
/// the order in which they are tried: fallbacks first, and by their data, so that ids and the order
/// of the file do not matter.
std::vector<EntryId> conflict_candidates(const Case& negotiation, const Appraisal& appraisal);

/// One minimal conflict set of a case in which no outcome is accepted (possibly or surely), by
/// deletion: entries are left out one after the other for good as long as the rest still conflicts
/// (Chinneck and Dravnieks 1991). The budget is for all decisions together. Cost: at most one
/// decision for each candidate.
ConflictSet minimal_conflict(const Case& negotiation, const Appraisal& appraisal,
                             Certainty certainty, const ClaimOptions& options = {});

/// Makes a conflicting set of the oracle's items minimal and names its members.
ConflictSet shrunk(const Case& negotiation, ConflictOracle& oracle, Subset& conflicting);

} // namespace unbracket
