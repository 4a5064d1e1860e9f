#pragma once

#include "unbracket/robust/better_outcome.hpp"
#include "unbracket/robust/diff_drafts.hpp"
#include "unbracket/robust/draft_changes.hpp"
#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/robust/score.hpp"

#include <optional>
#include <vector>

namespace unbracket {

/// Whether some outcome is better than a text for all, and what each party would gain by it.
struct Improvement {
    BetterAnswer found;
    /// Of the outcome over the text, of every party with scores or stances; empty without one. Over
    /// all readings and all contents, and in the central reading.
    std::vector<PartyGain> gains;
    std::vector<PartyGain> central_gains;
    Acceptance agreement = Acceptance::never; // of that outcome
};

/// Why a draft is or is not accepted, and what would change that.
struct DraftWhy {
    DraftScore score;
    std::vector<std::vector<IssueCost>> costs; // by place in `score.parties`
    SingleChanges changes;
    /// Better in every reading, and in the central one; the latter only where there is more than
    /// one reading and nothing is better in every one. Nothing where a counted party's entries
    /// contradict each other.
    std::optional<Improvement> in_every_reading;
    std::optional<Improvement> in_central_reading;
};

/// The budget is for each of the two questions whether something is better for all.
DraftWhy why_draft(const LoadedCase& loaded, DraftId draft, const ClaimOptions& options = {});

} // namespace unbracket
