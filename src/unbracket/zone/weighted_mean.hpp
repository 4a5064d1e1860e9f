#pragma once

#include "unbracket/base/interval.hpp"

#include <vector>

namespace unbracket {

/// A value with the range its weight may take; 0 <= low <= high.
struct WeightedTerm {
    Interval weight;
    Rational value;
};

/// Largest weighted mean over all weights in their ranges that do not sum to 0; 0 when every weight
/// can only be 0. Cost: one sort.
Rational largest_mean(std::vector<WeightedTerm> terms);

} // namespace unbracket
