#include "unbracket/robust/entry_ends.hpp"

#include "unbracket/model/entered.hpp"

#include <algorithm>

// Entries as numbers that can be moved inside their own range. A weight, a stance, a score, a
// fallback and a curve's word are changed where they are appraised; bonuses and risks stand outside
// of appraisals and are changed in the case.
//
// Source: Ríos Insua and French (1991), A framework for sensitivity analysis in discrete
// multi-objective decision-making [rios1991framework]

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

Rating* find_rating(std::vector<std::optional<Rating>>& ratings, EntryId id) {
    const auto found = std::find_if(ratings.begin(), ratings.end(), [&](const auto& rating) {
        return rating && rating->entry == id;
    });
    return found == ratings.end() ? nullptr : &**found;
}

/// The rating that an entry is, in a case that may be changed.
Rating* find_rating(Case& negotiation, const Entry& entry, EntryId id) {
    for (Assessment& assessment : negotiation.issues[as_index(*entry.issue)].assessments) {
        if (assessment.party != entry.party) {
            continue;
        }
        Rating* stance = find_rating(assessment.stances, id);
        return stance != nullptr ? stance : find_rating(assessment.scores, id);
    }
    return nullptr;
}

void set_fallback(Case& negotiation, EntryId id, const Rational& value) {
    for (Fallback& fallback : negotiation.fallbacks) {
        if (fallback.entry == id && fallback.in_force) {
            fallback.periods[*fallback.in_force].value = StanceQuantity(single(value));
        }
    }
}

} // namespace

std::optional<Interval> range_of_entry(const Case& negotiation, const Appraisal& appraisal,
                                       EntryId id) {
    const Entry& entry = negotiation.entry(id);
    std::optional<Interval> range = entered_range(negotiation, id);
    if (range && entry.issue && entry.party && entry.option) {
        const IssueAppraisal& issue =
            appraisal[as_index(*entry.party)].issues[as_index(*entry.issue)];
        const Interval& taken = issue.options[as_index(*entry.option)].value;
        range = Interval{std::max(range->low, taken.low), std::min(range->high, taken.high)};
    }
    return range;
}

bool CaseVersion::has_readings() const {
    const auto& counted = negotiation.agreement.counted;
    return std::none_of(counted.begin(), counted.end(), [&](PartyId party) {
        const PartyAppraisal& own = appraisal[as_index(party)];
        return own.gap || has_no_weight(own);
    });
}

bool set_entry(Case& negotiation, EntryId id, const Rational& value) {
    const Entry& entry = negotiation.entry(id);
    if (entry.kind == EntryKind::bonus) {
        find_entered(negotiation.bonuses, id)->value = single(value);
    } else if (entry.kind == EntryKind::risk) {
        find_entered(negotiation.risks, id)->loss = single(value);
    } else if (entry.kind == EntryKind::fallback) {
        set_fallback(negotiation, id, value);
    } else if (entry.kind == EntryKind::weight) {
        for (Assessment& own : negotiation.issues[as_index(*entry.issue)].assessments) {
            if (own.weight && own.weight->entry == id) {
                own.weight->quantity = single(value);
            }
        }
    } else if (Rating* rating = entry.issue ? find_rating(negotiation, entry, id) : nullptr) {
        rating->worth = single(value);
    } else {
        return false;
    }
    return true;
}

CaseVersion with_entry_at(const Case& negotiation, EntryId entry, const Rational& value) {
    const EntryKind kind = negotiation.entry(entry).kind;
    CaseVersion version{negotiation, {}};
    if (kind == EntryKind::bonus || kind == EntryKind::risk) {
        set_entry(version.negotiation, entry, value);
        version.appraisal = appraise(version.negotiation);
    } else {
        version.appraisal = appraise(negotiation, EntryOverride{entry, single(value)});
    }
    return version;
}

} // namespace unbracket
