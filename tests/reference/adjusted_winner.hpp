#pragma once

#include "unbracket/base/rational.hpp"

#include <array>
#include <vector>

namespace unbracket::reference {

/// Points of two parties for one issue.
using IssuePoints = std::array<Rational, 2>;

/// Adjusted winner as Brams and Taylor tell it: whoever has more points on an issue gets it (the
/// first where both have the same), then the one who is ahead hands over issues, those with the
/// smallest ratio of its points to the other's first, the last one in part, until both have the
/// same number of points. Returns the first party's share of each issue.
std::vector<Rational> adjusted_winner(const std::vector<IssuePoints>& issues);

} // namespace unbracket::reference
