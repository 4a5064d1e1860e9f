#pragma once

#include "unbracket/model/case.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace unbracket {

/// What is carried out at some time: what was decided on an issue, or an agreement of some kind (a
/// truce, a settlement), by its name.
using Deed = std::variant<IssueId, std::string>;

/// Steps of a case, by position.
using StepSet = std::vector<std::size_t>;

/// An order of all deeds that these steps name, in which each step is kept: what comes first is
/// done before the last part of what comes then. Nothing where there is none. Cost: deeds squared
/// times steps.
std::optional<std::vector<Deed>> order_keeping(const Case& negotiation, const StepSet& steps);

/// Everything that these steps say of options, as one condition; nothing where no outcome meets it,
/// so that they never all matter at once.
std::optional<Condition> joint_condition(const Case& negotiation, const StepSet& steps);

/// A part of these steps that no order keeps, and every smaller part of which some order keeps; of
/// steps that no order keeps.
StepSet minimal_conflict(const Case& negotiation, StepSet steps);

/// Sets of steps that some outcome makes matter at once and that no order keeps, minimal.
struct StepConflicts {
    std::vector<StepSet> sets; // small ones first
    bool is_complete = true;   // false where there are more than `most_compared_steps`
};
inline constexpr std::size_t most_compared_steps = 12;
StepConflicts find_step_conflicts(const Case& negotiation);

} // namespace unbracket
