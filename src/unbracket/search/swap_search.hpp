#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/search/problem.hpp"

#include <cstdint>
#include <functional>
#include <span>

namespace unbracket {

/// How good sums are, the larger the better. Only proposals rest on it.
using Appeal = std::function<double(std::span<const double> sums)>;

/// Climbs from a choice that breaks no constraint to one that no change of one issue, and of no two
/// issues at once, makes better. The same start gives the same end. Cost: a few passes over all
/// pairs of rows; a raised flag ends the climb where it is.
RowChoice climb_by_swaps(const SearchProblem& problem, RowChoice start, const Appeal& appeal,
                         const CancelFlag* cancel = nullptr);

} // namespace unbracket
