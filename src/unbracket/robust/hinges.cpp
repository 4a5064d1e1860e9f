#include "unbracket/robust/hinges.hpp"

#include "unbracket/model/entered.hpp"
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
// Source: Ríos Insua and French (1991), A framework for sensitivity analysis in discrete
// multi-objective decision-making [rios1991framework], who ask which single judgement, moved inside
// its bounds, changes the decision. We ask only at the ends, where exact decisions are cheap.

namespace unbracket {

namespace {

std::optional<Interval> rating_range(const Case& negotiation, const Assessment& assessment,
                                     EntryId id) {
    for (const auto* ratings : {&assessment.stances, &assessment.scores}) {
        for (const auto& rating : *ratings) {
            if (rating && rating->entry == id && !rating->is_red_line) {
                return in_numbers(negotiation.words, rating->worth);
            }
        }
    }
    return std::nullopt;
}

std::optional<Interval> weight_range(const Case& negotiation, const Assessment& assessment) {
    if (!assessment.weight) {
        return std::nullopt;
    }
    return in_numbers(negotiation.words, assessment.weight->quantity);
}

std::optional<Interval> knot_range(const Case& negotiation, const Assessment& assessment,
                                   EntryId id) {
    if (!assessment.curve) {
        return std::nullopt;
    }
    for (const Curve::Knot& knot : assessment.curve->knots) {
        if (knot.entry == id) {
            return negotiation.words[knot.word];
        }
    }
    return std::nullopt;
}

/// All weights can only be 0, which no reading has.
bool has_no_weight(const PartyAppraisal& own) {
    return own.scale == Scale::stances &&
           std::all_of(own.issues.begin(), own.issues.end(), [](const IssueAppraisal& issue) {
               return !issue.is_concerned() || issue.weight.high.sign() == 0;
           });
}

std::optional<Interval> fallback_range(const Case& negotiation, PartyId party) {
    const FallbackPeriod* period = negotiation.fallback_in_force(party);
    const auto* quantity =
        period == nullptr ? nullptr : std::get_if<StanceQuantity>(&period->value);
    return quantity == nullptr ? std::nullopt
                               : std::optional(in_numbers(negotiation.words, *quantity));
}

/// The range as it stands in the file, for entries that have one.
std::optional<Interval> entered_range(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    const Assessment* assessment =
        entry.issue && entry.party ? negotiation.issue(*entry.issue).of(*entry.party) : nullptr;
    if (entry.kind == EntryKind::bonus) {
        return find_entered(negotiation.bonuses, id)->value;
    }
    if (entry.kind == EntryKind::risk) {
        return find_entered(negotiation.risks, id)->loss;
    }
    if (entry.kind == EntryKind::fallback) {
        return fallback_range(negotiation, *entry.party);
    }
    if (assessment == nullptr) {
        return std::nullopt;
    }
    if (entry.kind == EntryKind::weight) {
        return weight_range(negotiation, *assessment);
    }
    return entry.kind == EntryKind::curve_value ? knot_range(negotiation, *assessment, id)
                                                : rating_range(negotiation, *assessment, id);
}

class HingeFinder {
public:
    HingeFinder(const Case& negotiation, const Appraisal& appraisal, const Outcome& possible,
                const ClaimOptions& options)
        : case_(negotiation), appraisal_(appraisal), possible_(possible),
          trials_(negotiation, options) {}

    RestsOn find() {
        RestsOn found;
        for (const EntryId entry : verdict_entries(case_, appraisal_)) {
            const auto range = possible_range(entry);
            const bool is_open = range ? !range->is_single() : is_doubtful(entry);
            if (!is_open || !trials_.may_try()) {
                continue;
            }
            const Hinge hinge = range ? hinge_of_range(entry, *range) : hinge_of_intent(entry);
            if (hinge.at_low || hinge.at_high) {
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

    /// The range as entered, less what orders cut off it.
    std::optional<Interval> possible_range(EntryId id) const {
        const Entry& entry = case_.entry(id);
        std::optional<Interval> range = entered_range(case_, id);
        if (range && entry.issue && entry.party && entry.option) {
            const IssueAppraisal& issue =
                appraisal_[as_index(*entry.party)].issues[as_index(*entry.issue)];
            const Interval& taken = issue.options[as_index(*entry.option)].value;
            range = Interval{std::max(range->low, taken.low), std::min(range->high, taken.high)};
        }
        return range;
    }

    Hinge hinge_of_range(EntryId entry, const Interval& range) {
        return {entry, range, settled_at(entry, range.low), settled_at(entry, range.high)};
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
        const EntryKind kind = case_.entry(entry).kind;
        if (kind != EntryKind::bonus && kind != EntryKind::risk) {
            return settled(case_, appraise(case_, EntryOverride{entry, single(value)}));
        }
        Case changed = case_;
        if (kind == EntryKind::bonus) {
            find_entered(changed.bonuses, entry)->value = single(value);
        } else {
            find_entered(changed.risks, entry)->loss = single(value);
        }
        return settled(changed, appraise(changed));
    }

    /// The verdict of a changed version, where it is no longer `depends`.
    std::optional<VerdictKind> settled(const Case& negotiation, const Appraisal& appraisal) {
        for (const PartyId party : negotiation.agreement.counted) {
            const PartyAppraisal& own = appraisal[as_index(party)];
            if (own.gap || has_no_weight(own)) {
                return std::nullopt; // a value that no reading takes
            }
        }
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
};

} // namespace

RestsOn find_hinges(const Case& negotiation, const Appraisal& appraisal,
                    const Outcome& possible_outcome, const ClaimOptions& options) {
    return HingeFinder(negotiation, appraisal, possible_outcome, options).find();
}

} // namespace unbracket
