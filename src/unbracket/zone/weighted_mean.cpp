#include "unbracket/zone/weighted_mean.hpp"

#include <algorithm>
#include <optional>
#include <utility>

// The best weighted mean over a box of weights: sort by value; some cut of that order is optimal,
// with upper weights above it and lower weights below (the usual exchange argument for a linear
// fractional objective on a box; Charnes and Cooper 1962 for the general case). The smallest mean
// is minus the largest one of the negated values.
//
// Source: Charnes and Cooper (1962), Programming with linear fractional functionals
// [charnes1962programming]

namespace unbracket {

Rational largest_mean(std::vector<WeightedTerm> terms) {
    std::stable_sort(terms.begin(), terms.end(), [](const WeightedTerm& a, const WeightedTerm& b) {
        return a.value > b.value;
    });
    Rational weight_sum, value_sum;
    for (const WeightedTerm& term : terms) {
        weight_sum += term.weight.low;
        value_sum += term.weight.low * term.value;
    }
    std::optional<Rational> best;
    if (weight_sum.sign() > 0) {
        best = value_sum / weight_sum;
    }
    for (const WeightedTerm& term : terms) {
        const Rational extra = term.weight.high - term.weight.low;
        weight_sum += extra;
        value_sum += extra * term.value;
        if (weight_sum.sign() <= 0) {
            continue;
        }
        Rational mean = value_sum / weight_sum;
        if (!best || mean > *best) {
            best = std::move(mean);
        }
    }
    return best.value_or(0);
}

Interval combined(Scale scale, const std::vector<RangedTerm>& terms) {
    if (scale != Scale::stances) {
        Interval sum = single(0);
        for (const RangedTerm& term : terms) {
            sum = sum + term.value;
        }
        return sum;
    }
    std::vector<WeightedTerm> most, negated_least;
    for (const RangedTerm& term : terms) {
        most.push_back({term.weight, term.value.high});
        negated_least.push_back({term.weight, -term.value.low});
    }
    return {-largest_mean(std::move(negated_least)), largest_mean(std::move(most))};
}

} // namespace unbracket
