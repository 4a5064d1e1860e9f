#include "unbracket/robust/ripeness.hpp"

#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/best_gain.hpp"

#include <algorithm>

// When is a party ready to settle? Zartman's answer is two perceptions: going on hurts, and there
// is a way out. A file holds neither, but it holds what lies under both: what a party has without
// agreement, what is said to move that, and the best agreement that the others would accept. This
// puts them side by side, in the party's own points, on each day. It makes no score of them and
// compares no two parties, since their points have nothing in common.
//
// A lever moves what somebody has without agreement; what anybody wants stays as it is. No verdict
// uses levers, since nobody says whether the value entered holds them already: both figures are
// given. Until a lever is in full force nobody knows how much of it works, so its effect is the
// range from nothing to all of it, and is never drawn out as a line in time.
//
// Source: Zartman (2000), Ripeness: the hurting stalemate and beyond [zartman2000ripeness]

namespace unbracket {

namespace {

std::optional<Interval> points_on(const Case& negotiation, const Driver& driver, PartyId party) {
    const std::string address = "fallback." + negotiation.party(party).key;
    for (const auto& [moved, points] : driver.moves) {
        if (moved == address) {
            return points;
        }
    }
    return std::nullopt;
}

/// Each party's levers together, by party id.
using Movements = std::vector<Interval>;

/// The appraisal with each no-agreement value moved to that end of its range which the question
/// asks for.
Appraisal moved(Appraisal appraisal, const Movements& by, Certainty certainty) {
    for (std::size_t at = 0; at < appraisal.size(); ++at) {
        appraisal[at].accepts_less = -(certainty == Certainty::possible ? by[at].low : by[at].high);
    }
    return appraisal;
}

class StandSearch {
public:
    StandSearch(const Case& negotiation, const Date& day, const ClaimOptions& options)
        : case_(negotiation), day_(day), options_(options), appraisal_(appraise(negotiation)) {}

    std::vector<PartyStand> run() {
        std::vector<PartyStand> stands;
        Movements movements(case_.parties.size(), single(0));
        for (const PartyId party : case_.agreement.counted) {
            PartyStand stand = entered(party);
            movements[as_index(party)] = stand.moved_by;
            if (has_gain(appraisal_, party)) {
                stands.push_back(std::move(stand));
            }
        }
        const bool has_moves =
            std::any_of(movements.begin(), movements.end(),
                        [](const Interval& points) { return points != single(0); });
        for (PartyStand& stand : stands) {
            stand.best = best_for(stand.party, Movements(movements.size(), single(0)));
            if (has_moves) {
                stand.best_with_levers = best_for(stand.party, movements);
            }
        }
        return stands;
    }

private:
    PartyStand entered(PartyId party) const {
        PartyStand stand;
        stand.party = party;
        const auto& fallback = appraisal_[as_index(party)].fallback;
        stand.is_entered = appraisal_[as_index(party)].has_fallback_entry;
        if (const auto* draft = std::get_if<DraftId>(&fallback)) {
            stand.fallback = case_.draft(*draft).key;
        } else {
            stand.fallback = std::get<Interval>(fallback);
        }
        if (const FallbackPeriod* period = case_.fallback_in_force(party)) {
            stand.entered_trend = period->trend;
        }
        const auto& couplings = appraisal_[as_index(party)].couplings;
        stand.excludes_equality =
            std::any_of(couplings.begin(), couplings.end(),
                        [](const Coupling& each) { return each.is_strict(); });
        stand.levers = levers_on(case_, party, day_);
        for (const LeverInForce& lever : stand.levers) {
            stand.moved_by = stand.moved_by + lever.points.value_or(single(0));
        }
        return stand;
    }

    BestAgreement best_for(PartyId party, const Movements& movements) const {
        BestAgreement best;
        const Interval& own = movements[as_index(party)];
        best.sure = best_gain(party, movements, Certainty::sure, best.is_proved);
        best.possible = best_gain(party, movements, Certainty::possible, best.is_proved);
        if (best.sure) {
            *best.sure -= own.high;
        }
        if (best.possible) {
            *best.possible -= own.low;
        }
        return best;
    }

    std::optional<Rational> best_gain(PartyId party, const Movements& movements,
                                      Certainty certainty, bool& is_proved) const {
        const BestGainAnswer answer =
            find_best_gain(with_required(party), moved(appraisal_, movements, certainty),
                           {.certainty = certainty, .parties = {party}}, options_);
        is_proved = is_proved && answer.is_proved && (!answer.best || answer.best->is_optimal);
        return answer.best ? std::optional(answer.best->gain) : std::nullopt;
    }

    /// The case in which an agreement needs this party too.
    Case with_required(PartyId party) const {
        Case whole = case_;
        std::vector<PartyId>& required = whole.agreement.required;
        if (!whole.is_required(party)) {
            required.insert(std::lower_bound(required.begin(), required.end(), party), party);
        }
        return whole;
    }

    const Case& case_;
    const Date day_;
    const ClaimOptions& options_;
    const Appraisal appraisal_;
};

} // namespace

std::vector<LeverInForce> levers_on(const Case& negotiation, PartyId party, const Date& day) {
    std::vector<LeverInForce> levers;
    for (const Driver& driver : negotiation.drivers) {
        const bool has_begun = driver.exists && (!driver.from || *driver.from <= day);
        std::optional<Interval> points = points_on(negotiation, driver, party);
        if (!has_begun || (driver.on != party && !points)) {
            continue;
        }
        if (points && driver.full && *driver.full > day) {
            points = hull(single(0), *points);
        }
        levers.push_back({driver.key, driver.title, driver.by, driver.through, driver.direction,
                          driver.size, points});
    }
    return levers;
}

std::vector<PartyStand> find_stands(const Case& negotiation, const Date& day,
                                    const ClaimOptions& options) {
    return StandSearch(negotiation, day, options).run();
}

} // namespace unbracket
