#pragma once

#include "unbracket/frontier/frontier.hpp"

#include <optional>

namespace unbracket {

/// The Pareto frontier of a zone in which some counted party's limits may be broken, because the
/// agreement rule does not need that party.
struct ZoneFront {
    /// Outcomes that keep the limits of the required parties; what the frontier refers to. Its
    /// columns stand in the same order as those of the table of all limits.
    GainTable table;
    Frontier frontier;
};

/// Nothing where the table of all limits holds the whole zone, or where the parties whose limits
/// may be broken can be chosen in more than `most_limit_choices` ways: see is_zone_whole().
std::optional<ZoneFront> zone_front(const CentralCase& central, const FrontierOptions& options);

inline constexpr std::size_t most_limit_choices = 128;

/// Whether the frontier of the zone, of zone_front() or else of the table of all limits, is that of
/// the whole zone; else it leaves out what breaks a limit of a party that is not needed.
bool is_zone_whole(const CentralCase& central);

} // namespace unbracket
