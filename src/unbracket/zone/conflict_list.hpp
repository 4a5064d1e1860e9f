#pragma once

#include "unbracket/zone/claim.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace unbracket {

/// An entry of a conflict, and an outcome in which all the others of the conflict hold: what shows
/// that the conflict needs this one.
struct ConflictMember {
    EntryId entry;
    std::optional<Outcome> without; // nothing where the budget ran out
};

/// Entries that cannot all hold while every other one is left out. Fallbacks first, else as in the
/// file; without members where no outcome is accepted whatever is left out.
struct Conflict {
    std::vector<ConflictMember> members;
    bool is_minimal = true; // false where the budget ran out before every member was tried
};

/// Entries such that an outcome is accepted once they are left out, and no smaller part of them
/// would do; in the order of a conflict.
struct Correction {
    std::vector<EntryId> entries;
    Outcome outcome;
};

struct ConflictList {
    std::vector<Conflict> conflicts;     // fewest members first
    std::vector<Correction> corrections; // fewest entries first
    bool is_complete = false;            // all minimal conflicts and all minimal corrections
    std::uint64_t nodes = 0;
};

struct ConflictOptions {
    ClaimOptions claim; // the budget is for the whole list
    std::size_t most_conflicts = std::numeric_limits<std::size_t>::max();
};

/// The minimal conflicts of a case in which no outcome is accepted (possibly or surely), and the
/// minimal corrections. Where an outcome is accepted both lists are empty and complete. With
/// `most_conflicts` reached, or the budget spent, what was found so far. Cost: up to exponential in
/// the entries concerned; a few hundred decisions for thirty of them.
ConflictList find_conflicts(const Case& negotiation, const Appraisal& appraisal,
                            Certainty certainty, const ConflictOptions& options = {});

/// The same over these entries alone, while all other entries hold.
ConflictList find_conflicts_among(const CaseView& view, Certainty certainty,
                                  std::vector<EntryId> entries,
                                  const ConflictOptions& options = {});

} // namespace unbracket
