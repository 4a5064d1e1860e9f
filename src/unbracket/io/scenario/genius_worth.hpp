#pragma once

#include "unbracket/io/scenario/genius_parts.hpp"
#include "unbracket/io/scenario/scenario.hpp"

#include <optional>
#include <string>
#include <vector>

// What the numbers of a utility space are worth, by one of the two semantics.

namespace unbracket::genius {

/// The worth of each of these numbers before the issue's weight counts; a problem where the
/// function is not known.
std::vector<Rational> worth_of_numbers(const Issue& issue, const ScenarioIssue& numbers,
                                       Semantics semantics, Diagnostics& problems);

/// The worth of each evaluation before the issue's weight counts.
std::vector<Rational> worth_of_evaluations(const std::vector<Rational>& evaluations,
                                           Semantics semantics);

/// Adds what the rectangles are worth to the profile. `issues` and `scenario_issues` are one list
/// in two forms; a problem for each bound on an issue that there is not, or that is no number.
void add_rectangles(const Space& space, const std::vector<ScenarioIssue>& scenario_issues,
                    Semantics semantics, ScenarioProfile& profile, Diagnostics& problems);

} // namespace unbracket::genius
