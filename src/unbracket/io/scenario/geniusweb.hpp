#pragma once

#include "unbracket/io/scenario/scenario_format.hpp"

namespace unbracket {

/// Domains and linear additive profiles of GeniusWeb (JSON), discrete and numeric issues. The
/// reservation is a bid: what a party has without agreement is the utility of that bid, issues that
/// it leaves out count nothing.
FileRole geniusweb_role(const Node& root);
Result<Scenario> read_geniusweb(const std::vector<ScenarioFile>& files,
                                const ScenarioOptions& options, ScenarioNotes& notes);

/// A domain and a file for each profile, all issues discrete. Worth is moved and divided as
/// NegoLog's. The reservation bid is an outcome of the least utility that is not below the
/// fallback, which leaves what is accepted as it is; where none of the first 1,000,000 outcomes
/// will do, or more would have to be looked at, that is a problem. Patterns are one.
Result<std::vector<NamedText>> write_geniusweb(const Scenario& scenario);

/// See ScenarioFormat::changed.
std::vector<std::string> changed_by_geniusweb(const Scenario& scenario);

} // namespace unbracket
