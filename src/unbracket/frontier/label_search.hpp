#pragma once

#include "unbracket/frontier/frontier.hpp"

namespace unbracket {

/// The frontier issue by issue for any number of parties, with rules, limits and bonuses across
/// issues. Exact while the budget of comparisons lasts, then a cover. All points are listed.
Frontier search_labels(const GainTable& table, const FrontierOptions& options);

} // namespace unbracket
