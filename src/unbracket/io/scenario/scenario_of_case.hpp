#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/scenario/scenario.hpp"
#include "unbracket/model/case.hpp"

#include <string>

namespace unbracket {

/// The case as a scenario: a profile for each party that has to accept, in single numbers. A
/// problem for every entry that would change an answer and that no scenario can say: ranges,
/// unknowns, orders, red lines, limits, norms, rules, doubtful or refusing parties, parties that
/// may stand in for each other. What answers nothing by itself (statements, drafts, open questions
/// and the like, and parties that need not accept) is left out and named in the remarks, entry by
/// entry. Worked out without the engine.
Result<Scenario> scenario_of_case(const Case& negotiation, const std::string& format,
                                  ScenarioNotes& notes);

} // namespace unbracket
