#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/frontier/coalition_counts.hpp"
#include "unbracket/robust/loaded_case.hpp"

#include <cstddef>
#include <optional>

namespace unbracket {

/// How many outcomes each set of counted parties accepts, in the central reading.
struct AcceptanceCounts {
    CoalitionCounts counts;
    bool is_central = false;         // some number is a range; else there is only one reading
    std::size_t unknown_options = 0; // taken at their middle, not as red lines
    /// Accepted by all required parties and by as many as the agreement rule asks for; nothing
    /// where sets are not told apart and the rule does not ask for all.
    std::optional<Rational> agreements;
};

/// A problem where a party's entries leave it no reading.
Result<AcceptanceCounts> count_acceptance(const LoadedCase& loaded,
                                          const CountOptions& options = {});

} // namespace unbracket
