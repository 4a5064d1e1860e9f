#pragma once

#include "unbracket/frontier/solutions.hpp"

#include <optional>

namespace unbracket {

/// All solutions read off the complete frontier of a table whose issues stand alone; nothing where
/// it has no such frontier of two or three parties, or one of more than 100,000 points.
std::optional<Solutions> solutions_of_front(const GainTable& table, const SolutionOptions& options);

} // namespace unbracket
