#pragma once

#include "unbracket/base/rational.hpp"
#include "unbracket/search/problem.hpp"

#include <cstdint>
#include <vector>

namespace unbracket {

/// Something additive over the rows of a part that has to reach 0: a constant and a value a row.
struct RowValues {
    Rational constant;
    std::vector<Rational> values; // by row
};

/// The same in whole numbers, each times the unit.
struct ScaledColumn {
    Rational unit;
    std::int64_t constant = 0;
    std::vector<std::int64_t> values;
};

/// Whether a sum of exactly 0 is enough.
enum class AtZero { suits, refused };

/// Exactly where the sums then fit the search's width, else rounded upwards: a sum that reaches 0
/// still does.
ScaledColumn scaled_column(const RowValues& values, const std::vector<Row>& first_row,
                           AtZero at_zero);

/// An order of columns by their numbers, so that neither names nor the order of the file matter.
bool stands_before(const ScaledColumn& first, const ScaledColumn& second);

} // namespace unbracket
