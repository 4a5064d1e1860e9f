#include "unbracket/report/trend_text.hpp"

#include "unbracket/report/phrase.hpp"
#include "unbracket/report/show_phrase.hpp"
#include "unbracket/report/timeline_text.hpp"

#include <algorithm>
#include <utility>

// One table for each party, alike in form whatever stands in it. Each party is told and drawn in
// its own points: no figure of one is set against a figure of another.

namespace unbracket {

namespace trend {

namespace {

/// -1, 0 or 1: whether an end went down, stayed, or went up; what has no bound lies below all.
int step(const std::optional<Rational>& before, const std::optional<Rational>& after) {
    if (!before || !after) {
        return (after ? 1 : 0) - (before ? 1 : 0);
    }
    return *before < *after ? 1 : *after < *before ? -1 : 0;
}

const PartyStand* stand_of(const TimelineDate& date, PartyId party) {
    if (date.stands) {
        for (const PartyStand& stand : *date.stands) {
            if (stand.party == party) {
                return &stand;
            }
        }
    }
    return nullptr;
}

void take_ends(const BestAgreement& best, PlotAxis& axis) {
    for (const auto& end : {best.sure, best.possible}) {
        if (end) {
            axis.take(*end);
        }
    }
}

} // namespace

PlotAxis axis_of(const std::vector<Moment>& moments) {
    PlotAxis axis{0, 0};
    for (const Moment& moment : moments) {
        for (const BestAgreement& best : {moment.stand->best, best_of(*moment.stand)}) {
            take_ends(best, axis);
        }
    }
    return axis;
}

std::vector<Moment> moments_of(const Timeline& timeline, PartyId party) {
    std::vector<Moment> moments;
    const auto take = [&](std::optional<std::size_t> at, const TimelineDate& date) {
        const PartyStand* stand = stand_of(date, party);
        if (stand != nullptr &&
            (moments.empty() || !moments.back().stand->has_same_figures(*stand))) {
            moments.push_back({at, stand});
        }
    };
    take(std::nullopt, timeline.start);
    for (std::size_t i = 0; i < timeline.dates.size(); ++i) {
        take(i, timeline.dates[i]);
    }
    return moments;
}

std::vector<LeverInForce> levers_of(const Timeline& timeline, PartyId party) {
    std::vector<LeverInForce> levers;
    const auto take = [&](const TimelineDate& date) {
        const PartyStand* stand = stand_of(date, party);
        for (std::size_t i = 0; stand != nullptr && i < stand->levers.size(); ++i) {
            LeverInForce lever = stand->levers[i];
            const auto known = std::find_if(levers.begin(), levers.end(), [&](LeverInForce other) {
                other.points = lever.points;
                return other == lever;
            });
            if (known == levers.end()) {
                levers.push_back(std::move(lever));
            } else {
                known->points = lever.points;
            }
        }
    };
    take(timeline.start);
    std::for_each(timeline.dates.begin(), timeline.dates.end(), take);
    return levers;
}

std::vector<PartyId> parties_of(const Timeline& timeline) {
    std::vector<PartyId> parties;
    for (std::size_t at = 0; at < timeline.whole.negotiation.parties.size(); ++at) {
        if (!moments_of(timeline, PartyId(at)).empty()) {
            parties.emplace_back(at);
        }
    }
    return parties;
}

const BestAgreement& best_of(const PartyStand& stand) {
    return stand.best_with_levers ? *stand.best_with_levers : stand.best;
}

std::string best_text(const BestAgreement& best) {
    const std::string cut = best.is_proved ? "" : " or more";
    if (!best.possible) {
        return best.is_proved ? "none open" : "not found";
    }
    if (!best.sure) {
        return "up to " + best.possible->to_decimal_text(2) + cut;
    }
    return range_text({*best.sure, *best.possible}) + cut;
}

std::string movement(const std::pair<std::optional<Rational>, std::optional<Rational>>& before,
                     const std::pair<std::optional<Rational>, std::optional<Rational>>& after) {
    const int low = step(before.first, after.first);
    const int high = step(before.second, after.second);
    return low == 0 && high == 0   ? "stays"
           : low >= 0 && high >= 0 ? "moves up"
           : low <= 0 && high <= 0 ? "moves down"
           : low < 0               ? "widens"
                                   : "narrows";
}

} // namespace trend

namespace {

using trend::Moment;
using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t picture_steps = 20;

/// `....|==....`: from what is sure to what is possible; from the left edge where nothing is sure.
std::string picture(const PlotAxis& axis, const BestAgreement& best) {
    std::string cells(picture_steps + 1, '.');
    if (best.possible) {
        const std::size_t from = best.sure ? axis.place(*best.sure, picture_steps) : 0;
        const std::size_t to = axis.place(*best.possible, picture_steps);
        std::fill(cells.begin() + static_cast<std::ptrdiff_t>(from),
                  cells.begin() + static_cast<std::ptrdiff_t>(to) + 1, '=');
        cells[0] = best.sure ? cells[0] : '<';
    }
    cells[axis.place(0, picture_steps)] = '|';
    return cells;
}

std::string without_agreement(const PartyStand& stand) {
    const auto* draft = std::get_if<std::string>(&stand.fallback);
    const std::string value =
        draft != nullptr ? "as draft " + *draft : range_text(std::get<Interval>(stand.fallback));
    const std::string_view trend = phrase::name(stand.entered_trend);
    return !stand.is_entered                        ? with_remark(value, "not entered")
           : stand.entered_trend == Trend::unstated ? value
                                                    : with_remark(value, trend);
}

class TrendSection {
public:
    TrendSection(const Timeline& timeline, Page& page)
        : timeline_(timeline), case_(timeline.whole.negotiation), page_(page) {}

    void put() {
        const std::vector<PartyId> parties = trend::parties_of(timeline_);
        if (parties.empty()) {
            return;
        }
        page_.heading("TREND");
        page_.line("By how much the best agreement that the others accept is worth more to a party "
                   "than none, in its own points: from what is sure to what is possible, \"up to\" "
                   "where nothing is sure (< in the picture). At | both are worth the same.");
        for (const PartyId party : parties) {
            put_party(party);
        }
        if (has_points_) {
            page_.line("Levers: nobody says whether the values entered hold them already. Both are "
                       "given; no verdict uses levers.");
        }
    }

private:
    std::string from_text(const Moment& moment) const {
        return moment.date ? phrase::date_text(timeline_, *moment.date) : "before";
    }

    Rows rows_of(PartyId party, const std::vector<Moment>& moments) const {
        const PlotAxis axis = trend::axis_of(moments);
        Rows rows = {{case_.party(party).name, "without agreement",
                      accepts_less(party) ? "best above what it accepts" : "best above that",
                      axis.low.to_decimal_text(1) + ".." + axis.high.to_decimal_text(1)}};
        for (std::size_t i = left_out(moments); i < moments.size(); ++i) {
            const PartyStand& stand = *moments[i].stand;
            rows.push_back({from_text(moments[i]), without_agreement(stand),
                            trend::best_text(stand.best), picture(axis, stand.best)});
            if (stand.best_with_levers) {
                const bool is_own = stand.moved_by != single(0);
                rows.push_back({"",
                                is_own ? "levers " + range_text(stand.moved_by) : "others' levers",
                                trend::best_text(*stand.best_with_levers),
                                picture(axis, *stand.best_with_levers)});
            }
        }
        return rows;
    }

    /// Whether the case supposes that the party accepts less than it has without agreement, from
    /// where its gains count.
    bool accepts_less(PartyId party) const {
        const auto& all = case_.supposed_less;
        return std::any_of(all.begin(), all.end(),
                           [party](const SupposedLess& less) { return less.party == party; });
    }

    std::size_t left_out(const std::vector<Moment>& moments) const {
        return moments.size() - std::min(moments.size(), page_.most(6));
    }

    void put_party(PartyId party) {
        const std::vector<Moment> moments = trend::moments_of(timeline_, party);
        page_.table(rows_of(party, moments), 1);
        if (const std::size_t left = left_out(moments); left > 0) {
            page_.line(counted(left, "earlier row", "earlier rows") + " left out; -v shows all.");
        }
        page_.line(case_.party(party).name + ": " + movements(moments, accepts_less(party)) +
                   standing_words(*moments.back().stand, accepts_less(party)) + ".");
        put_levers(party);
    }

    /// `moves down (20..60 -> 10..60)`, `stays (20..60)`
    static std::string fallback_movement(const Interval& from, const Interval& to) {
        const std::string move = trend::movement({from.low, from.high}, {to.low, to.high});
        return move + " (" + range_text(from) + (from == to ? "" : " -> " + range_text(to)) + ")";
    }

    /// How both moved from the first row on which there is an entry to the last.
    static std::string movements(const std::vector<Moment>& moments, bool accepts_less) {
        const auto entered = std::find_if(moments.begin(), moments.end() - 1,
                                          [](const Moment& one) { return one.stand->is_entered; });
        const PartyStand& first = *entered->stand;
        const PartyStand& last = *moments.back().stand;
        if (&first == &last) {
            return moments.size() == 1 ? "no date moves these figures; " : "";
        }
        const auto* before = std::get_if<Interval>(&first.fallback);
        const auto* after = std::get_if<Interval>(&last.fallback);
        std::string text;
        if (before != nullptr && after != nullptr) {
            text =
                "what it has without agreement " +
                with_levers(fallback_movement(*before, *after),
                            fallback_movement(*before + first.moved_by, *after + last.moved_by)) +
                "; ";
        }
        return text + "the best agreement above " +
               (accepts_less ? "what it is supposed to accept " : "that ") +
               with_levers(best_movement(first.best, last.best),
                           best_movement(trend::best_of(first), trend::best_of(last))) +
               "; ";
    }

    static std::string with_levers(const std::string& entered, const std::string& moved) {
        return entered == moved ? entered : entered + ", with levers " + moved;
    }

    static std::string best_movement(const BestAgreement& was, const BestAgreement& is) {
        return trend::movement({was.sure, was.possible}, {is.sure, is.possible});
    }

    /// Whether some agreement is worth at least as much as none, or as what is accepted, at the
    /// end.
    static std::string standing_words(const PartyStand& stand, bool accepts_less) {
        const auto words = [&](const BestAgreement& best) -> std::string {
            if (stand.excludes_equality && best.possible && best.possible->sign() == 0 &&
                !(best.sure && *best.sure >= 0)) {
                return "in some reading, or only nearly: what binds it excludes equality";
            }
            if (best.sure && *best.sure >= 0) {
                return "in every reading";
            }
            if (best.possible && *best.possible >= 0) {
                return best.is_proved ? "in some reading, none in every reading"
                                      : "in some reading";
            }
            return best.is_proved ? "in no reading" : "in no reading that was found";
        };
        const std::string entered = words(stand.best);
        const std::string moved = words(trend::best_of(stand));
        return std::string("at the end the others accept an agreement that is worth at least ") +
               (accepts_less ? "what it is supposed to accept " : "as much to it as none ") +
               entered + (moved == entered ? "" : " as entered, with levers " + moved);
    }

    /// Levers at any time, by name: those in the figures, and those that cannot be.
    void put_levers(PartyId party) {
        std::vector<std::string> sized, unsized;
        for (const LeverInForce& lever : trend::levers_of(timeline_, party)) {
            (lever.points ? sized : unsized).push_back(lever_text(lever));
        }
        has_points_ = has_points_ || !sized.empty();
        if (!sized.empty()) {
            page_.line("Levers in the figures: " + listed_apart(sized, page_.most(4)) + ".");
        }
        if (!unsized.empty()) {
            page_.line("Not in the figures, since no size in points is entered: " +
                       listed_apart(unsized, page_.most(4)) + ".");
        }
    }

    std::string lever_text(const LeverInForce& lever) const {
        std::string text = lever.title.empty() ? lever.key : lever.title;
        text = text.empty() ? "a lever without a name" : text;
        const auto add = [&](const std::string& remark) { text = with_remark(text, remark); };
        if (!lever.direction.empty()) {
            add(lever.direction);
        }
        if (lever.by) {
            add("by " + case_.party(*lever.by).name);
        }
        if (lever.through) {
            add("through " + case_.party(*lever.through).name);
        }
        return text;
    }

    const Timeline& timeline_;
    const Case& case_;
    Page& page_;
    bool has_points_ = false;
};

} // namespace

void put_trend(const Timeline& timeline, Page& page) {
    TrendSection(timeline, page).put();
}

} // namespace unbracket
