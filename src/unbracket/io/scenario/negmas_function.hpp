#pragma once

#include "unbracket/io/scenario/scenario.hpp"
#include "unbracket/io/scenario/weighted.hpp"
#include "unbracket/model/document.hpp"

#include <string>
#include <vector>

// What one utility function of NegMAS is worth.

namespace unbracket::negmas {

/// The name of the kind behind the last dot of `type`; empty where there is none.
std::string kind_of(const Node& node);

/// The function inside the discounts around it; `discounts` counts them.
const Node& without_discounts(const Node& function, std::size_t& discounts);

/// Fills scores, patterns and the constant of the profile.
void read_function(const Node& function, const std::vector<ScenarioIssue>& issues,
                   ScenarioProfile& profile, TreeReader& reader, Diagnostics& oddities);

} // namespace unbracket::negmas
