#pragma once

#include "unbracket/io/scenario/scenario_format.hpp"

namespace unbracket {

/// Profiles of NegoLog (JSON): `reservationValue`, `issueWeights`, `issues` with the utility of
/// each value, between 0 and 1. There is no file for the domain; `specs.json` is passed over.
FileRole negolog_role(const Node& root);
Result<Scenario> read_negolog(const std::vector<ScenarioFile>& files,
                              const ScenarioOptions& options, ScenarioNotes& notes);

/// A file for each profile. Worth is moved and divided so that weights sum to 1 and every utility
/// lies between 0 and 1, all in decimals that say it exactly. Patterns are a problem.
Result<std::vector<NamedText>> write_negolog(const Scenario& scenario);

/// See ScenarioFormat::changed.
std::vector<std::string> changed_by_negolog(const Scenario& scenario);

} // namespace unbracket
