#pragma once

#include "tests/reference/frontier.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace unbracket::reference {

/// Gains with the number of outcomes that have them.
using GainCounts = std::map<Gains, std::uint64_t>;

// The solutions by their definitions: of all the gains given, those that are best. `zone` holds the
// gains of all acceptable outcomes; nothing is best of nothing.

/// The largest product; where that is 0, most parties with a gain above 0, then their product.
GainCounts nash(const GainCounts& zone);

/// First the largest smallest gain, then the largest second smallest, and so on.
GainCounts egalitarian(const GainCounts& zone);

/// The same of gains divided by the largest gain of that party; who cannot gain is left out.
GainCounts kalai_smorodinsky(const GainCounts& zone);

/// The largest sum.
GainCounts utilitarian(const GainCounts& outcomes);

} // namespace unbracket::reference
