#pragma once

#include "unbracket/base/rational.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace unbracket::reference {

/// A claim about a number: `sign` is <, <=, >, >= (of `low`) or empty: somewhere from low to high.
struct Claim {
    std::string sign;
    Rational low;
    Rational high;
};

bool holds(const Claim& claim, const Rational& number);

/// The largest sets of claims that hold for one number, by that number. Ends are whole numbers from
/// 0 to `largest`: looking at every half of one is then enough.
std::vector<std::vector<std::size_t>> largest_agreeing(const std::vector<Claim>& claims,
                                                       int largest);

} // namespace unbracket::reference
