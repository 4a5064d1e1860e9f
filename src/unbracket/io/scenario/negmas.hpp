#pragma once

#include "unbracket/io/scenario/scenario_format.hpp"

namespace unbracket {

/// Domains and utility functions of NegMAS (YAML or JSON): additive ones made of tables, affine,
/// linear, constant and identity functions; linear and affine functions of numbers; constants;
/// hyper-rectangles, whose ranges are open as NegMAS has them; discounts around any of these, which
/// are passed over and told. A reserved value of minus infinity is the least worth there is; a
/// reserved outcome counts where there is no reserved value. Issues are categorical, whole numbers
/// or real numbers on a grid.
FileRole negmas_role(const Node& root);
Result<Scenario> read_negmas(const std::vector<ScenarioFile>& files, const ScenarioOptions& options,
                             ScenarioNotes& notes);

/// A domain and an additive function of tables for each profile, in YAML that is JSON too. Worth is
/// divided only where decimals could not say it. Patterns are a problem.
Result<std::vector<NamedText>> write_negmas(const Scenario& scenario);

/// See ScenarioFormat::changed.
std::vector<std::string> changed_by_negmas(const Scenario& scenario);

} // namespace unbracket
