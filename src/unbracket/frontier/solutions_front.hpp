#pragma once

#include "unbracket/frontier/solutions.hpp"

#include <optional>

namespace unbracket {

/// All solutions read off the complete frontier of a table whose issues stand alone; nothing where
/// it has no such frontier of two or three parties, or one of more than 100,000 points.
std::optional<Solutions> solutions_of_front(const GainTable& table, const SolutionOptions& options);

/// The same off a frontier of the table's feasible outcomes that is complete and listed in full, of
/// at least one point and one column, whatever ties issues together.
Solutions solutions_of_points(const GainTable& table, const Frontier& frontier,
                              const SolutionOptions& options);

} // namespace unbracket
