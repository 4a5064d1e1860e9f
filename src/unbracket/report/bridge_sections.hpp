#pragma once

#include "unbracket/report/page.hpp"
#include "unbracket/robust/bridges.hpp"

#include <string>
#include <vector>

// The parts of the screen of movements. Each puts its heading and sentences on the page, or nothing
// where it has nothing to say.

namespace unbracket::screen {

struct Movements {
    const Case& negotiation;
    const BridgesResult& result;
};

/// Issues of an outcome that are named on a short screen.
inline constexpr std::size_t most_issues = 6;

/// `the rule "x" (assumed); Alta's limit "y" (assumed)`
std::string opened_text(const Case& negotiation, const std::vector<EntryId>& entries);

/// What no movement changes and may stand in the way: norms, parties that want no agreement, and
/// where all readings are asked about, options that may be red lines.
std::vector<std::string> unmoved_obstacles(const Movements& movements, const Page& page);

/// Why a list that is full ended where it was the search for sets of limits that did.
std::string sets_are_full();

/// Why a list ended: `when_full` is said of one that holds as many as it may.
struct Ending {
    ListEnd end;
    std::string when_full;
};

/// After a list of `count` things of which at most `shown` were shown.
void put_rest(std::size_t count, std::size_t shown, const Ending& ending, Page& page);

void put_points(const Movements& movements, Page& page);
void put_effects(const Movements& movements, Page& page);
void put_curve(const Movements& movements, Page& page);

} // namespace unbracket::screen
