#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/base/interval.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/zone/claim.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace unbracket {

/// A lever or a cost on a party, on one day.
struct LeverInForce {
    std::string key;
    std::string title;
    std::optional<PartyId> by;
    std::optional<PartyId> through;
    std::string direction; // raises | lowers, or empty
    std::string size;      // in words, as entered
    /// What it adds to the no-agreement value on that day: between nothing and all of it until it
    /// is in full force. Nothing where no points are entered for that value.
    std::optional<Interval> points;
    friend bool operator==(const LeverInForce&, const LeverInForce&) = default;
};

/// By how much the best agreement open to a party is worth more to it than no agreement, in its own
/// points; below 0 where none is worth as much.
struct BestAgreement {
    std::optional<Rational> sure;     // nothing: the others surely accept no outcome
    std::optional<Rational> possible; // nothing: they accept none in any reading
    bool is_proved = true;            // else the budget ran out, and a better one may be open
    friend bool operator==(const BestAgreement&, const BestAgreement&) = default;
};

/// Where a party stands between agreeing and going on without.
struct PartyStand {
    PartyId party;
    std::variant<Interval, std::string> fallback; // as entered: its range, or the id of a draft
    bool is_entered = false;                      // else from its worst to its best total
    Trend entered_trend = Trend::unstated;
    std::vector<LeverInForce> levers; // on this party, in the order of the file
    Interval moved_by = single(0);    // the points of all of them together
    BestAgreement best;               // no-agreement values as entered
    /// The same when the levers on all parties move these values; nothing where none has points.
    std::optional<BestAgreement> best_with_levers;
    /// Something that binds the party excludes equality: readings may only come near to the ends of
    /// these figures.
    bool excludes_equality = false;
    /// Whether both differ in nothing but levers whose size is not entered.
    bool has_same_figures(const PartyStand& other) const {
        return fallback == other.fallback && is_entered == other.is_entered &&
               entered_trend == other.entered_trend && moved_by == other.moved_by &&
               best == other.best && best_with_levers == other.best_with_levers &&
               excludes_equality == other.excludes_equality;
    }
};

/// The levers and costs on a party as known on that day. One without a date is in force always.
std::vector<LeverInForce> levers_on(const Case& negotiation, PartyId party, const Date& day);

/// Every counted party that has scores or stances, by id. The best agreement is looked for among
/// outcomes that break no rule, no norm and no limit of its own, and that the agreement rule
/// accepts once this party does; what it has without agreement excludes none of them. The case must
/// leave each party a reading. Cost: two best gains for each party, four where a lever has points.
std::vector<PartyStand> find_stands(const Case& negotiation, const Date& day,
                                    const ClaimOptions& options = {});

} // namespace unbracket
