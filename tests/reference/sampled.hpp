#pragma once

#include "unbracket/base/random.hpp"

#include "tests/reference/reading.hpp"

#include <vector>

namespace unbracket::reference {

/// A reading of each counted party that has stances or scores, in the order of their ids.
using CaseReading = std::vector<Reading>;

/// Draws a reading by the definition of the reference measure and plain rejection: a point of the
/// simplex until it is inside the polytope of normalised weights, values until they keep all
/// orders, other numbers as they come. An unknown option is no red line, a doubtful party takes
/// part.
Reading draw_by_rejection(const Case& whole, const PartyView& view, Random& random);
CaseReading draw_by_rejection(const Case& whole, Random& random);

/// Some outcome breaks no rule and no norm and is accepted by enough parties in these readings.
bool has_agreement(const Case& whole, const CaseReading& readings);
bool is_agreement(const Case& whole, const CaseReading& readings, const Outcome& outcome);

} // namespace unbracket::reference
