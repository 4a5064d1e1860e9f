#include "unbracket/robust/hinges.hpp"

#include "unbracket/model/entered.hpp"
#include "unbracket/robust/entry_ends.hpp"
#include "unbracket/robust/evidence.hpp"
#include "unbracket/robust/trials.hpp"
#include "unbracket/zone/acceptance.hpp"

#include <algorithm>

// Which single entry settles the answer? The entry is put at one end of its own range, and the case
// is decided again: if it is no longer `depends`, the entry is a hinge. Both ends are tried, one
// entry at a time.
//
// An end may be one that no reading takes, because an order cuts it off; then the nearest end that
// a reading takes is tried instead. A bonus or a risk is pinned in the case, since no range of an
// option holds it. A doubtful intent has two ends of its own: the party refuses, or it does not.
//
// A better value never makes an outcome less acceptable, so for values the ends tell all. A weight
// may help one outcome and hurt another: at either end something is possible, and in between
// nothing. Each outcome stays possible on one side of some weight, since acceptance is linear in
// it, so what is left between the two sides is searched by halving.
//
// Source: Ríos Insua and French (1991), A framework for sensitivity analysis in discrete
// multi-objective decision-making [rios1991framework], who ask which single judgement, moved inside
// its bounds, changes the decision.

namespace unbracket {

namespace {

constexpr int most_rounds = 12;
constexpr int most_halvings = 12;

class HingeFinder {
public:
    HingeFinder(const Case& negotiation, const Appraisal& appraisal, const Outcome& possible,
                const ClaimOptions& options, HingeScope scope)
        : case_(negotiation), appraisal_(appraisal), possible_(possible),
          trials_(negotiation, options), scope_(scope) {}

    RestsOn find() {
        RestsOn found;
        for (const EntryId entry : verdict_entries(case_, appraisal_)) {
            const auto range = range_of_entry(case_, appraisal_, entry);
            const bool is_open = range ? !range->is_single() : is_doubtful(entry);
            if (!is_open || !trials_.may_try()) {
                continue;
            }
            const Hinge hinge = range ? hinge_of_range(entry, *range) : hinge_of_intent(entry);
            if (hinge.at_low || hinge.at_high || hinge.none_at) {
                found.entries.push_back(entry);
                found.hinges.push_back(hinge);
            }
        }
        found.is_complete = trials_.is_complete();
        return found;
    }

private:
    bool is_doubtful(EntryId entry) const {
        const IntentEntry* intent = find_entered(case_.intents, entry);
        return intent != nullptr && intent->intent == Intent::doubtful;
    }

    Hinge hinge_of_range(EntryId entry, const Interval& range) {
        Hinge hinge{entry, range, settled_at(entry, range.low), settled_at(entry, range.high)};
        const bool is_weight = case_.entry(entry).kind == EntryKind::weight;
        if (is_weight && scope_ == HingeScope::inside && !hinge.at_low && !hinge.at_high) {
            hinge.none_at = none_inside(entry, range);
        }
        return hinge;
    }

    /// A weight between the ends at which no outcome is possible.
    std::optional<Rational> none_inside(EntryId entry, const Interval& range) {
        Rational from = range.low, to = range.high; // possible up to `from`, and from `to` on
        from = reach(entry, from, to, possible_);
        to = reach(entry, to, from, possible_);
        for (int round = 0; round < most_rounds && from < to && trials_.may_try(); ++round) {
            const Rational at = middle({from, to});
            const CaseVersion version = with_entry_at(case_, entry, at);
            const ClaimAnswer answer =
                trials_.decide(version.negotiation, version.appraisal, Certainty::possible);
            if (std::holds_alternative<NoOutcome>(answer.answer)) {
                return at;
            }
            const auto* found = std::get_if<OutcomeFound>(&answer.answer);
            if (found == nullptr) {
                return std::nullopt;
            }
            // Acceptance is linear in the weight: the outcome stays possible to one side at least.
            const Rational down = reach(entry, at, from, found->outcome);
            const Rational up = reach(entry, at, to, found->outcome);
            from = down == from ? up : from;
            to = up == to ? down : to;
            if (down != from && up != to && from < down && up < to) {
                return std::nullopt;
            }
        }
        return std::nullopt;
    }

    /// How far from a weight towards a bound the outcome stays possible: the bound, or a weight
    /// short of where it ends.
    Rational reach(EntryId entry, Rational at, Rational bound, const Outcome& outcome) const {
        const auto is_possible = [&](const Rational& value) {
            const CaseVersion version = with_entry_at(case_, entry, value);
            return version.has_readings() && is_agreement(version.negotiation, version.appraisal,
                                                          outcome, Certainty::possible);
        };
        if (!is_possible(at) || is_possible(bound)) {
            return is_possible(at) ? bound : at;
        }
        for (int step = 0; step < most_halvings; ++step) {
            const Rational half = (at + bound) / Rational(2);
            (is_possible(half) ? at : bound) = half;
        }
        return at;
    }

    Hinge hinge_of_intent(EntryId entry) {
        const auto settled_with = [&](Intent intent) {
            Case changed = case_;
            find_entered(changed.intents, entry)->intent = intent;
            return settled(changed, appraisal_);
        };
        return {entry, {}, settled_with(Intent::refuses), settled_with(Intent::seeks)};
    }

    std::optional<VerdictKind> settled_at(EntryId entry, const Rational& value) {
        const CaseVersion version = with_entry_at(case_, entry, value);
        return version.has_readings() ? settled(version.negotiation, version.appraisal)
                                      : std::nullopt; // a value that no reading takes
    }

    /// The verdict of a changed version, where it is no longer `depends`.
    std::optional<VerdictKind> settled(const Case& negotiation, const Appraisal& appraisal) {
        const bool stays_possible =
            is_agreement(negotiation, appraisal, possible_, Certainty::possible);
        if (!stays_possible &&
            trials_.has_no_outcome(negotiation, appraisal, Certainty::possible)) {
            return VerdictKind::no_agreement;
        }
        const ClaimAnswer sure = trials_.decide(negotiation, appraisal, Certainty::sure);
        return std::holds_alternative<OutcomeFound>(sure.answer)
                   ? std::optional(VerdictKind::agreement)
                   : std::nullopt;
    }

    const Case& case_;
    const Appraisal& appraisal_;
    const Outcome& possible_;
    Trials trials_;
    HingeScope scope_;
};

} // namespace

RestsOn find_hinges(const Case& negotiation, const Appraisal& appraisal,
                    const Outcome& possible_outcome, const ClaimOptions& options,
                    HingeScope scope) {
    return HingeFinder(negotiation, appraisal, possible_outcome, options, scope).find();
}

} // namespace unbracket
