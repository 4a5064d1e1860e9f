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
// An end may be one that no reading takes, because an order or a binding judgement cuts it off;
// then the nearest end that a reading takes is tried instead. A doubtful intent has two ends of its
// own: the party refuses, or it does not.
//
// A better value never makes an outcome less acceptable, so for values the ends tell all, unless
// judgements or orders of weights tie the party's entries together: then a lower value of one may
// ask for higher ones of others. A weight may help one outcome and hurt another. In both cases
// something may be possible at either end, and in between nothing. The readings in which an outcome
// is accepted are convex (reading_hull.cpp), so the numbers of one entry for which it is possible
// are an interval, whose ends are linear programmes. Numbers that no interval covers are decided:
// nothing is possible there, or an outcome is found whose interval covers it. An outcome accepted
// in every reading is so for all numbers outside of an interval, hence at an end.
//
// Source: Ríos Insua and French (1991), A framework for sensitivity analysis in discrete
// multi-objective decision-making [rios1991framework], who ask which single judgement, moved inside
// its bounds, changes the decision.

namespace unbracket {

namespace {

constexpr int most_rounds = 24;

/// Numbers of a range for which something is known to be possible.
class CoveredNumbers {
public:
    /// Both ends are covered.
    explicit CoveredNumbers(const Interval& range)
        : range_(range),
          parts_{{{range.low, range.low}, true, true}, {{range.high, range.high}, true, true}} {}

    struct Part {
        Interval numbers;
        bool has_low, has_high;
    };
    void cover(const Part& part) {
        const auto starts_first = [](const Part& a, const Part& b) {
            return a.numbers.low != b.numbers.low ? a.numbers.low < b.numbers.low
                                                  : a.has_low && !b.has_low;
        };
        parts_.insert(std::upper_bound(parts_.begin(), parts_.end(), part, starts_first), part);
    }

    /// A number that no part covers.
    std::optional<Rational> open() const {
        Rational reached = range_.low;
        bool is_covered = false; // the number reached itself
        for (const auto& [numbers, has_low, has_high] : parts_) {
            if (numbers.low > reached) {
                return middle({reached, numbers.low});
            }
            if (numbers.low == reached && !is_covered && !has_low) {
                return reached;
            }
            is_covered = numbers.high > reached    ? has_high
                         : numbers.high == reached ? is_covered || has_high
                                                   : is_covered;
            reached = std::max(reached, numbers.high);
        }
        return std::nullopt;
    }

private:
    Interval range_;
    std::vector<Part> parts_;
};

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
        found.is_complete = trials_.is_complete() && is_complete_;
        return found;
    }

private:
    bool is_doubtful(EntryId entry) const {
        const IntentEntry* intent = find_entered(case_.intents, entry);
        return intent != nullptr && intent->intent == Intent::doubtful;
    }

    Hinge hinge_of_range(EntryId entry, const Interval& range) {
        Hinge hinge{entry, range, settled_at(entry, range.low), settled_at(entry, range.high)};
        const bool is_none_at_end =
            hinge.at_low == VerdictKind::no_agreement || hinge.at_high == VerdictKind::no_agreement;
        if (scope_ == HingeScope::inside && !is_none_at_end) {
            hinge.none_at = none_inside(entry, range);
        }
        return hinge;
    }

    /// Whether there may be no outcome for some number although there is one at both ends.
    bool may_fail_inside(EntryId entry) const {
        const Entry& known = case_.entry(entry);
        if (!known.party) {
            return false;
        }
        const PartyAppraisal& own = appraisal_[as_index(*known.party)];
        const bool has_values = own.scale != Scale::none && !own.gap;
        return has_values && (known.kind == EntryKind::weight || !own.couplings.empty());
    }

    /// A number between the ends at which no outcome is possible.
    std::optional<Rational> none_inside(EntryId entry, const Interval& range) {
        if (!may_fail_inside(entry)) {
            return std::nullopt;
        }
        const PartyId party = *case_.entry(entry).party;
        const auto number = number_of_entry(case_, appraisal_[as_index(party)], entry);
        if (!number) {
            is_complete_ = false;
            return std::nullopt;
        }
        const CoupledReadings readings(case_, appraisal_, party);
        CoveredNumbers covered(range);
        covered.cover(possible_part(entry, readings, *number, range, possible_));
        for (int round = 0; round < most_rounds; ++round) {
            const auto at = covered.open();
            if (!at) {
                return std::nullopt;
            }
            if (!trials_.may_try()) {
                break;
            }
            const CaseVersion version = with_entry_at(case_, entry, *at);
            if (!version.has_readings()) {
                break; // a fallback that is missing follows the values
            }
            const ClaimAnswer answer =
                trials_.decide(version.negotiation, version.appraisal, Certainty::possible);
            if (std::holds_alternative<NoOutcome>(answer.answer)) {
                return at;
            }
            const auto* found = std::get_if<OutcomeFound>(&answer.answer);
            if (found == nullptr) {
                break;
            }
            covered.cover({{*at, *at}, true, true});
            covered.cover(possible_part(entry, readings, *number, range, found->outcome));
        }
        is_complete_ = false;
        return std::nullopt;
    }

    /// The numbers of the range for which the outcome is possible.
    CoveredNumbers::Part possible_part(EntryId entry, const CoupledReadings& readings,
                                       const ReadingNumber& number, const Interval& range,
                                       const Outcome& outcome) const {
        const auto known = readings.range(number, range, &outcome);
        const Interval part =
            known ? Interval{std::max(known->low, range.low), std::min(known->high, range.high)}
                  : Interval{range.low, range.low};
        const auto is_possible = [&](const Rational& value) {
            const CaseVersion version = with_entry_at(case_, entry, value);
            return version.has_readings() && is_agreement(version.negotiation, version.appraisal,
                                                          outcome, Certainty::possible);
        };
        if (part.low > part.high) {
            return {{range.low, range.low}, true, true};
        }
        return {part, is_possible(part.low), is_possible(part.high)};
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
    bool is_complete_ = true; // inside of ranges
};

} // namespace

RestsOn find_hinges(const Case& negotiation, const Appraisal& appraisal,
                    const Outcome& possible_outcome, const ClaimOptions& options,
                    HingeScope scope) {
    return HingeFinder(negotiation, appraisal, possible_outcome, options, scope).find();
}

} // namespace unbracket
