#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/frontier/gain_table.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace unbracket {

/// For each of many totals, which stand one after the other, one number a column, [at * columns +
/// column]: the numbers of a column are in the order of its exact totals, and equal where these
/// are. They are the whole steps, or ranks where the column has digits. Nothing where the flag was
/// raised. Cost: sorting, for each column with digits.
std::optional<std::vector<std::int64_t>> ordered_totals(const GainTable& table,
                                                        std::span<const std::int64_t> totals,
                                                        const CancelFlag* cancel);

} // namespace unbracket
