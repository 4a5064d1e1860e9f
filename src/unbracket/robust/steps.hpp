#pragma once

#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/robust/score.hpp"
#include "unbracket/robust/step_order.hpp"
#include "unbracket/zone/verdict.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace unbracket {

/// One demand about the order of steps, and what is at risk for whoever goes first.
struct StepReport {
    /// Some outcome holds what comes first and what comes then.
    bool can_hold_both = true;
    /// Counted parties but the one that demands the step: those who would go first, as far as the
    /// file says. All counted ones where nobody is named.
    std::vector<PartyId> movers;
    /// What each party has if the first part is carried out and nothing follows: other issues stay
    /// at their status quo; one of the second part without it takes any option but those that were
    /// to follow, any other one any option. Nothing where the first part is no options.
    std::optional<DraftScore> after_first;
    /// The same with both parts carried out; nothing where one of them is no options.
    std::optional<DraftScore> after_both;
    std::vector<IssueId> without_status_quo; // issues that are open in `after_first`
};

/// The verdict when what is agreed on is of that kind, and all steps that matter then are kept.
struct ObjectVerdict {
    std::string object; // empty: no kind that a step names
    VerdictKind kept = VerdictKind::undecided;
    std::optional<Outcome> outcome; // agreed on, or possible, with an order that keeps the steps
};

struct StepsResult {
    std::vector<StepReport> steps; // by position in the case
    StepConflicts conflicts;
    std::optional<std::vector<Deed>> order; // that keeps all steps at once
    VerdictKind without_steps = VerdictKind::undecided;
    /// Outcomes of no kind named first, then the kinds in the order of the file.
    std::vector<ObjectVerdict> verdicts;
    bool was_stopped = false;
};

/// Whether the orders that are demanded can be kept, whether an agreement exists that keeps them,
/// and what is at risk for those who go first. A step matters for an outcome that holds its second
/// part, and for every outcome where its second part is the kind of agreement asked about; the
/// outcome must then hold its first part too, and some order of deeds must keep all such steps.
/// Cost: a few decisions for each kind of agreement, two scores for each step.
StepsResult find_steps(const LoadedCase& loaded, const ClaimOptions& options = {});

} // namespace unbracket
