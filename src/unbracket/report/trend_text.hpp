#pragma once

#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/report/svg.hpp"
#include "unbracket/robust/timeline.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace unbracket {

/// What a party has without agreement against the best agreement open to it, by date. A section of
/// the timeline; nothing where no date has figures.
void put_trend(const Timeline& timeline, Page& page);

/// The stands of one date, as docs/schema/timeline.schema.json says.
Node trend_json(const Case& negotiation, const std::vector<PartyStand>& stands,
                const JsonOptions& options);

namespace trend {

/// How a party stood from one date on; nothing: before the first date.
struct Moment {
    std::optional<std::size_t> date;
    const PartyStand* stand = nullptr;
};
/// The dates on which figures of that party's stand changed, in order of time.
std::vector<Moment> moments_of(const Timeline& timeline, PartyId party);
/// The parties that have a stand on some date, in the order of the file.
std::vector<PartyId> parties_of(const Timeline& timeline);

/// With the levers where these have points, else as entered.
const BestAgreement& best_of(const PartyStand& stand);

/// Every lever on that party at some time, once.
std::vector<LeverInForce> levers_of(const Timeline& timeline, PartyId party);

/// `-5..20`, `up to 20` where nothing is sure, `none open`
std::string best_text(const BestAgreement& best);

/// How one range lies to an earlier one: `stays`, `moves up`, `moves down`, `widens`, `narrows`.
/// Nothing as an end: without any bound on that side.
std::string movement(const std::pair<std::optional<Rational>, std::optional<Rational>>& before,
                     const std::pair<std::optional<Rational>, std::optional<Rational>>& after);

/// The numbers of a party's pictures, and 0, where agreement and none are worth the same.
PlotAxis axis_of(const std::vector<Moment>& moments);

/// Elements for a drawing from that height on, and where they end.
struct Drawing {
    std::string elements;
    std::size_t bottom = 0;
};
Drawing drawing(const Timeline& timeline, std::size_t top);

} // namespace trend

} // namespace unbracket
