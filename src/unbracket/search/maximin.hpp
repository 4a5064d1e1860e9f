#pragma once

#include "unbracket/search/problem.hpp"
#include "unbracket/search/tree_search.hpp"

#include <cstdint>
#include <vector>

namespace unbracket {

/// Bounds of the largest t such that some choice gives every required party a sum of at least t.
struct MaximinBounds {
    std::int64_t reached = 0;  // some choice gives every party at least this
    std::int64_t excluded = 0; // no choice gives every party this much; reached + 1 when closed
};

/// The common maximin of a problem by bisection over exact decisions; the problem's own constants
/// are ignored. Values must not be negative. Each decision gets `options.node_budget` nodes; where
/// one is cut the two bounds stay apart and both are still proved.
MaximinBounds common_maximin(const SearchProblem& problem, const TreeOptions& options = {});

/// The largest share of every party's own best sum, in ten-thousandths, for which no multipliers
/// were found that rule it out: above it the root bound says no, below it a search has to say.
std::int64_t bound_threshold(const SearchProblem& problem);

/// For each party the sum of its best value on every issue.
std::vector<std::int64_t> best_sums(const SearchProblem& problem);

} // namespace unbracket
