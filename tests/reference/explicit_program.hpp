#pragma once

#include "unbracket/base/rational.hpp"

#include <optional>
#include <vector>

namespace unbracket::reference {

/// coefficients . x + constant >= 0, for variables that are themselves at least 0.
struct LinearRow {
    std::vector<Rational> coefficients;
    Rational constant;
};

/// The most that `coefficients . x + constant` can be under the rows, or nothing where the rows
/// cannot be kept; the set they leave must be bounded. The textbook's tableau with Bland's rule.
std::optional<Rational> largest(const LinearRow& objective, const std::vector<LinearRow>& rows);

} // namespace unbracket::reference
