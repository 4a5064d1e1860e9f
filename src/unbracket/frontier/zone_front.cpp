#include "unbracket/frontier/zone_front.hpp"

#include "unbracket/frontier/cover_blocks.hpp"
#include "unbracket/frontier/total_order.hpp"
#include "unbracket/zone/data_order.hpp"
#include "unbracket/zone/party_sets.hpp"

#include <algorithm>
#include <limits>
#include <utility>

// A rule that needs fewer parties than are counted also accepts what breaks a limit of one that is
// not needed. Whether such a party accepts cannot be read off its gain then. So the zone is taken
// apart by whose limits are kept: for each choice of parties that have limits, the outcomes that
// keep all of theirs and that enough parties accept, those outside the choice not counted. Every
// accepted outcome keeps the limits of some choice, the parties that make it enough; so the zone is
// the union of these pieces. Gains alone decide inside a piece, and whatever is efficient in the
// union is efficient in each piece it lies in: the frontiers of the pieces, with what another piece
// improves on left out, are the frontier of the zone.
//
// Sources: Shapley (1962), Simple games, for minimal winning coalitions [shapley1962simple]; Kung,
// Luccio and Preparata (1975), On finding the maxima of a set of vectors [kung1975finding]

namespace unbracket {

namespace {

/// Listed points of a piece; where there are more, nothing is said of the whole.
constexpr std::size_t most_points = 1'000'000;

using Parties = std::vector<PartyId>;

/// Counted parties that the rule can do without.
struct OptionalParties {
    Parties limited;               // that have limits and may accept
    std::size_t free = 0;          // that have none and may accept
    bool has_refusing_one = false; // that has limits and accepts nothing
};

OptionalParties optional_parties(const CentralCase& central) {
    const Case& negotiation = central.negotiation;
    OptionalParties optional;
    for (const PartyId party : negotiation.agreement.counted) {
        if (negotiation.is_required(party)) {
            continue;
        }
        const bool refuses = negotiation.intent_of(party) == Intent::refuses;
        const bool is_limited = has_limits(central, party);
        optional.has_refusing_one = optional.has_refusing_one || (refuses && is_limited);
        if (!refuses && is_limited) {
            optional.limited.push_back(party);
        } else if (!refuses) {
            ++optional.free;
        }
    }
    DataOrder(negotiation, central.appraisal).sort(optional.limited);
    return optional;
}

/// Whose limits are kept in each piece of the zone; none where the table of all limits holds it
/// whole. Nothing where more than most_limit_choices are needed.
std::optional<std::vector<Parties>> limit_choices(const CentralCase& central) {
    const AgreementRule& rule = central.negotiation.agreement;
    const OptionalParties optional = optional_parties(central);
    const std::size_t limited = optional.limited.size();
    const auto wanted = static_cast<std::size_t>(std::max(rule.at_least.value_or(0), 0));
    const std::size_t missing = wanted - std::min(wanted, rule.required.size());
    const bool is_out_of_reach = missing > limited + optional.free;
    const bool needs_all = missing == limited + optional.free && !optional.has_refusing_one;
    if (is_out_of_reach || needs_all || (limited == 0 && !optional.has_refusing_one)) {
        return std::vector<Parties>{};
    }
    const std::size_t least = missing - std::min(missing, optional.free);
    std::size_t ways = 0;
    for (std::size_t count = least; count <= std::min(missing, limited); ++count) {
        ways += count_choices(limited, count, most_limit_choices);
    }
    if (ways > most_limit_choices) {
        return std::nullopt;
    }
    std::vector<Parties> choices;
    for (std::size_t count = least; count <= std::min(missing, limited); ++count) {
        add_choices(optional.limited, count, rule.required, choices);
    }
    return choices;
}

/// Frontiers of pieces put together.
class Pieces {
public:
    Pieces(const CentralCase& central, const FrontierOptions& options)
        : central_(central), options_(options) {
        options_.zone_only = true;
        options_.most_listed = std::max(options.most_listed, most_points);
        whole_.table = gain_table(central, central.negotiation.agreement.required);
        whole_.frontier.slack.assign(width(), 0);
    }

    void add(const Parties& bound) {
        const GainTable piece = gain_table(central_, bound);
        if (piece.is_empty || whole_.frontier.end == FrontierEnd::cut) {
            return;
        }
        Frontier front = find_frontier(piece, options_);
        if (front.end == FrontierEnd::cut || front.size > front.points.size()) {
            cut();
            return;
        }
        whole_.frontier.is_counted = whole_.frontier.is_counted && front.is_counted;
        note_slack(piece, front);
        if (whole_.frontier.end == FrontierEnd::cut) {
            return;
        }
        const std::vector<Row> rows = whole_.table.rows_of(piece.problem, piece.row_options);
        for (EfficientPoint& point : front.points) {
            for (Row& row : point.choice) {
                row = rows[row];
            }
            point.totals = whole_.table.totals(point.choice);
            points_.push_back(std::move(point));
        }
    }

    ZoneFront merged(std::size_t most_listed) {
        leave_best();
        Frontier& frontier = whole_.frontier;
        frontier.size = frontier.points.size();
        // A cover is listed whole: its guarantee speaks of listed outcomes.
        if (frontier.end == FrontierEnd::complete) {
            shorten(frontier.points, most_listed);
        }
        return std::move(whole_);
    }

private:
    std::size_t width() const { return whole_.table.columns.size(); }

    void cut() {
        whole_.frontier = {.end = FrontierEnd::cut, .slack = std::vector<std::int64_t>(width(), 0)};
        points_.clear();
    }

    /// What a piece may miss, in units of the whole.
    void note_slack(const GainTable& piece, const Frontier& front) {
        for (std::size_t at = 0; at < width(); ++at) {
            const GainColumn& from = piece.columns[at];
            const Rational missed = from.step * Rational(front.slack[at]);
            const auto units = (missed / whole_.table.columns[at].step).ceil_to_int64();
            if (!units) {
                cut();
                return;
            }
            std::int64_t& slack = whole_.frontier.slack[at];
            slack = std::max(slack, *units);
            if (slack > 0) {
                whole_.frontier.end = FrontierEnd::covered;
            }
        }
    }

    /// For each point numbers in the order of each column's totals, none below 0; nothing where the
    /// flag was raised.
    std::optional<std::vector<std::int64_t>> heights() const {
        Totals all;
        for (const EfficientPoint& point : points_) {
            all.insert(all.end(), point.totals.begin(), point.totals.end());
        }
        auto heights = ordered_totals(whole_.table, all, options_.cancel);
        std::vector<std::int64_t> least(width(), std::numeric_limits<std::int64_t>::max());
        for (std::size_t at = 0; heights && at < heights->size(); ++at) {
            least[at % width()] = std::min(least[at % width()], (*heights)[at]);
        }
        for (std::size_t at = 0; heights && at < heights->size(); ++at) {
            (*heights)[at] -= least[at % width()];
        }
        return heights;
    }

    /// Moves to the frontier what no other point improves on. Equal ones of several pieces may be
    /// the same outcomes.
    void leave_best() {
        std::stable_sort(points_.begin(), points_.end(),
                         [](const auto& a, const auto& b) { return a.totals > b.totals; });
        const auto all = heights();
        CoverBlocks<std::int64_t> blocks(width());
        std::vector<EfficientPoint>& best = whole_.frontier.points;
        std::uint64_t compared = 0;
        for (std::size_t at = 0; at < points_.size(); ++at) {
            EfficientPoint& point = points_[at];
            compared += blocks.size();
            if (!all || compared > options_.cover_budget || is_raised(options_.cancel)) {
                cut();
                return;
            }
            const auto first = all->begin() + static_cast<std::ptrdiff_t>(at * width());
            const std::vector<std::int64_t> own(first,
                                                first + static_cast<std::ptrdiff_t>(width()));
            if (!best.empty() && best.back().totals == point.totals) {
                unite(best.back(), point);
            } else if (!blocks.last_covering(own)) {
                blocks.add(own);
                best.push_back(std::move(point));
            }
        }
        std::reverse(best.begin(), best.end());
    }

    void unite(EfficientPoint& kept, const EfficientPoint& other) {
        const bool is_same = kept.choice == other.choice && kept.outcomes == 1;
        whole_.frontier.is_counted = whole_.frontier.is_counted && is_same && other.outcomes == 1;
        kept.outcomes = std::max(kept.outcomes, other.outcomes);
    }

    const CentralCase& central_;
    FrontierOptions options_;
    ZoneFront whole_;
    std::vector<EfficientPoint> points_;
};

} // namespace

std::optional<ZoneFront> zone_front(const CentralCase& central, const FrontierOptions& options) {
    const std::optional<std::vector<Parties>> choices = limit_choices(central);
    if (!choices || choices->empty()) {
        return std::nullopt;
    }
    Pieces pieces(central, options);
    for (const Parties& bound : *choices) {
        pieces.add(bound);
    }
    return pieces.merged(options.most_listed);
}

bool is_zone_whole(const CentralCase& central) {
    return limit_choices(central).has_value();
}

} // namespace unbracket
