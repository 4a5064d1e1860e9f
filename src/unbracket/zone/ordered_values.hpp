#pragma once

#include "unbracket/zone/appraisal.hpp"

#include <vector>

namespace unbracket {

/// Values of the issue's options, inside their ranges and in their order, for which the weighted
/// sum is largest: one of finitely many choices. Coefficients are by option. Exact; the cost grows
/// with the ways to split ordered options that have coefficients into upper and lower ones.
std::vector<Rational> largest_in_order(const IssueAppraisal& issue,
                                       const std::vector<Rational>& coefficients);

} // namespace unbracket
