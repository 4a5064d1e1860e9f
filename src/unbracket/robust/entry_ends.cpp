#include "unbracket/robust/entry_ends.hpp"

#include "unbracket/model/entered.hpp"

#include <algorithm>
#include <cstdint>
#include <variant>

// Entries as numbers that can be moved inside their own range. A weight, a stance, a score, a
// fallback and a curve's word are changed where they are appraised; bonuses and risks stand outside
// of appraisals and are changed in the case. Where judgements or orders of weights tie a party's
// entries together, the least and the largest number that its readings leave are linear programmes.
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

template <class Entered>
std::size_t place_of(const std::vector<Entered>& all, EntryId id) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [id](const Entered& each) { return each.entry == id; });
    return static_cast<std::size_t>(found - all.begin());
}

bool shares_number(const std::vector<Rational>& one, const std::vector<Rational>& other) {
    for (std::size_t at = 0; at < one.size(); ++at) {
        if (one[at].sign() != 0 && other[at].sign() != 0) {
            return true;
        }
    }
    return false;
}

/// Whether some judgement or order of weights speaks of what the number is part of.
bool is_tied(const Case& negotiation, const PartyAppraisal& own, const CoupledReadings& readings,
             EntryId id, const ReadingFunction& product) {
    const Entry& entry = negotiation.entry(id);
    const bool is_ordered = entry.issue && !own.issues[as_index(*entry.issue)].at_least.empty();
    if (entry.kind == EntryKind::weight || is_ordered) {
        return true;
    }
    const auto asked = readings.asked_of_readings();
    return std::any_of(asked.begin(), asked.end(), [&](const CoupledReadings::Asked& each) {
        bool is_shared = (each.row.fallback * product.fallback).sign() != 0 ||
                         shares_number(each.row.bonuses, product.bonuses) ||
                         shares_number(each.row.losses, product.losses);
        for (std::size_t issue = 0; issue < product.values.size(); ++issue) {
            is_shared = is_shared || shares_number(each.row.values[issue], product.values[issue]);
        }
        return is_shared;
    });
}

/// Towards the other end, to a number that some reading takes.
Rational taken_end(const Case& negotiation, EntryId id, const Rational& end,
                   const Rational& other) {
    for (const std::int64_t part : {0, 1, 16, 128, 512}) {
        const Rational at = end + (other - end) * Rational(part, 1'024);
        if (with_entry_at(negotiation, id, at).has_readings()) {
            return at;
        }
    }
    return end;
}

/// What binding judgements and orders of weights leave of a range.
Interval left_of(const Case& negotiation, const Appraisal& appraisal, EntryId id,
                 const Interval& range) {
    const auto& party = negotiation.entry(id).party;
    const PartyAppraisal* own = party ? &appraisal[as_index(*party)] : nullptr;
    if (own == nullptr || own->couplings.empty() || own->scale == Scale::none || own->gap) {
        return range;
    }
    const CoupledReadings readings(negotiation, appraisal, *party);
    const auto number = number_of_entry(negotiation, *own, id);
    if (!number || !is_tied(negotiation, *own, readings, id, number->product)) {
        return range;
    }
    const auto left = readings.range(*number, range);
    return left ? Interval{taken_end(negotiation, id, left->low, left->high),
                           taken_end(negotiation, id, left->high, left->low)}
                : range;
}

} // namespace

std::optional<ReadingNumber> number_of_entry(const Case& negotiation, const PartyAppraisal& own,
                                             EntryId id) {
    const Entry& entry = negotiation.entry(id);
    const ReadingFunction nothing(negotiation, own);
    ReadingNumber number{nothing, nothing};
    const auto under_issue = [&](IssueId issue) { number.weight.weights[as_index(issue)] = 1; };
    if (entry.kind == EntryKind::weight) {
        number.product.weights[as_index(*entry.issue)] = 1;
        number.weight.constant = 1;
    } else if (entry.kind == EntryKind::fallback) {
        number.product.fallback = 1, number.weight.whole = 1;
    } else if (entry.kind == EntryKind::bonus) {
        number.product.bonuses[place_of(negotiation.bonuses, id)] = 1, number.weight.whole = 1;
    } else if (entry.kind == EntryKind::risk) {
        const std::size_t at = place_of(negotiation.risks, id);
        number.product.losses[at] = 1;
        under_issue(negotiation.risks[at].option.issue);
    } else if (entry.issue && entry.option && entry.kind != EntryKind::curve_value &&
               own.issues[as_index(*entry.issue)].is_concerned()) {
        number.product.values[as_index(*entry.issue)][as_index(*entry.option)] = 1;
        under_issue(*entry.issue);
    } else {
        return std::nullopt;
    }
    return number;
}

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
    return range && !range->is_single() ? left_of(negotiation, appraisal, id, *range) : range;
}

bool CaseVersion::has_readings() const {
    const auto& counted = negotiation.agreement.counted;
    return std::none_of(counted.begin(), counted.end(), [&](PartyId party) {
        const PartyAppraisal& own = appraisal[as_index(party)];
        const bool is_tied = !own.couplings.empty() && own.scale != Scale::none;
        return own.gap || has_no_weight(own) ||
               (is_tied && std::holds_alternative<ReadingRefusal>(
                               CoupledReadings(negotiation, appraisal, party).some()));
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
