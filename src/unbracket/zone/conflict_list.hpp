#pragma once

#include "unbracket/zone/claim.hpp"
#include "unbracket/zone/conflict.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace unbracket {

/// Entries such that an outcome is accepted once they are left out, and no smaller part of them
/// would do; in the order of a conflict.
struct Correction {
    std::vector<EntryId> entries;
    Outcome outcome;
};

/// Why a list ended: it holds everything, or as many as it may, or the search was cut.
enum class ListEnd { complete, full, cut };

struct ConflictList {
    /// Fewest entries first, then in an order of their data.
    std::vector<ConflictSet> conflicts;
    std::vector<Correction> corrections;
    ListEnd end = ListEnd::cut; // of both
    std::uint64_t nodes = 0;

    bool is_complete() const { return end == ListEnd::complete; }
};

struct ConflictOptions {
    ClaimOptions claim; // the budget is for the whole list
    std::size_t most_conflicts = std::numeric_limits<std::size_t>::max();
    std::size_t most_corrections = std::numeric_limits<std::size_t>::max();
};

/// The minimal conflicts of a case in which no outcome is accepted (possibly or surely), and the
/// minimal corrections. Where an outcome is accepted both lists are empty and complete. With one of
/// the numbers reached, or the budget spent, what was found so far; which part of the lists that is
/// depends on the map that was built in (see subset_map.hpp), complete lists do not. That they are
/// complete rests on the map's word that no subset is left. Cost: up to exponential in the entries
/// concerned; a few hundred decisions for thirty of them.
ConflictList find_conflicts(const Case& negotiation, const Appraisal& appraisal,
                            Certainty certainty, const ConflictOptions& options = {});

/// The same over these entries alone, while all other entries hold.
ConflictList find_conflicts_among(const CaseView& view, Certainty certainty,
                                  std::vector<EntryId> entries,
                                  const ConflictOptions& options = {});

} // namespace unbracket
