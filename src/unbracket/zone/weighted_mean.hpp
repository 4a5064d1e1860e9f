#pragma once

#include "unbracket/base/interval.hpp"
#include "unbracket/model/party.hpp"

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

/// What a party may have on one issue that concerns it, and what the issue may weigh for it.
struct RangedTerm {
    Interval weight;
    Interval value;
};

/// Least and most of all issues together: with stances the weighted mean over all weights in their
/// ranges, else the sum. Cost: two sorts.
Interval combined(Scale scale, const std::vector<RangedTerm>& terms);

} // namespace unbracket
