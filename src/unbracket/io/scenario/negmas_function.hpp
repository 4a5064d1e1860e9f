#pragma once

#include "unbracket/io/scenario/reading.hpp"
#include "unbracket/io/scenario/scenario.hpp"
#include "unbracket/io/scenario/weighted.hpp"
#include "unbracket/model/document.hpp"

#include <string>
#include <vector>

// What one utility function of NegMAS is worth.

namespace unbracket::negmas {

/// The function inside the discounts around it; `discounts` counts them.
const Node& without_discounts(const Node& function, std::size_t& discounts);

/// Fills scores, patterns and the constant of the profile, which has none yet. Read are additive
/// functions, linear and affine ones, constants, mappings of one issue, generalised additive ones
/// whose factors look at one issue or are affine, weighted sums of any of these, and
/// hyper-rectangles. Everything else is refused with a reason, and so is what NegMAS would stop
/// over: lists that are not as long as there are issues, values without worth. Weights that NegMAS
/// takes as 1 are counted in the findings.
void read_function(const Node& function, const std::vector<ScenarioIssue>& issues,
                   ScenarioProfile& profile, TreeReader& reader, const Findings& findings);

} // namespace unbracket::negmas
