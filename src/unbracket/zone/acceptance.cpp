#include "unbracket/zone/acceptance.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/zone/completion.hpp"
#include "unbracket/zone/coupled_readings.hpp"
#include "unbracket/zone/reduced.hpp"
#include "unbracket/zone/weighted_mean.hpp"

#include <algorithm>

// The definition of acceptance, as exact arithmetic: no red line or limit of the party's own is
// broken, and its additive value reaches its fallback. "In some reading" and "in every reading" are
// decided without looking at readings, by the sums of reduced.cpp; here one outcome is given, so
// that bonuses are known and the sums are exact in both directions. One thing those sums do not
// see: weights that may all be 0 are no reading, and a sum of 0 that only they attain does not
// count. Red lines and limits come first; no value compensates them, which is where this departs
// from additive value theory.
//
// Source: Keeney and Raiffa (1976), Decisions with multiple objectives, chapter 3, for additive
// values [keeney1976decisions]

namespace unbracket {

namespace {

/// The comparison with a fallback that is a number or range.
ValueComparison compare_with_number(const Case& negotiation, const Appraisal& appraisal,
                                    PartyId party, const Outcome& outcome, Certainty certainty) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    const Interval& fallback = std::get<Interval>(own.fallback);
    Rational shift = own.less_than_fallback() -
                     (certainty == Certainty::possible ? fallback.low : fallback.high);
    for (const Bonus& bonus : negotiation.bonuses) {
        if (bonus.party == party && holds(bonus.when, outcome)) {
            shift += end_of(bonus.value, certainty);
        }
    }
    const bool has_stances = own.scale == Scale::stances;
    ValueComparison comparison{has_stances ? Rational(0) : shift, false};
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        const IssueAppraisal& issue = own.issues[at];
        if (!issue.is_concerned()) {
            continue;
        }
        Rational bracket =
            end_of(advantage(negotiation, appraisal, party, IssueId(at), outcome[at]), certainty);
        if (has_stances) {
            bracket += shift;
        }
        comparison.sum += weighed(own.scale, bracket, issue.weight, certainty);
        comparison.is_carried =
            comparison.is_carried || (bracket.sign() >= 0 && issue.weight.high.sign() > 0);
    }
    return comparison;
}

/// Whether ranges and orders alone let the value suit the party.
bool suits_in_ranges(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                     const Outcome& outcome, Certainty certainty) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    if (own.scale == Scale::none) {
        return true;
    }
    ValueComparison comparison;
    if (std::holds_alternative<DraftId>(own.fallback)) {
        const Outcome completion =
            extreme_completion(negotiation, appraisal, party, outcome, certainty);
        comparison = compare_with({negotiation, appraisal}, party, outcome, completion, certainty);
    } else {
        comparison = compare_with_number(negotiation, appraisal, party, outcome, certainty);
    }
    // A sum of 0 may come from no weight at all; some issue must be able to carry weight then.
    const bool needs_carrying = certainty == Certainty::possible && may_lack_weight(own);
    return comparison.sum.sign() >= (own.wants_more ? 1 : 0) &&
           (comparison.is_carried || !needs_carrying);
}

bool suits_value(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                 const Outcome& outcome, Certainty certainty) {
    const bool suits = suits_in_ranges(negotiation, appraisal, party, outcome, certainty);
    // Judgements only leave readings out: what none accepted among more readings none accepts
    // among fewer, and what all accepted all accept.
    if (appraisal[as_index(party)].couplings.empty() || suits == (certainty == Certainty::sure)) {
        return suits;
    }
    const CoupledReadings readings(negotiation, appraisal, party);
    return certainty == Certainty::possible
               ? std::holds_alternative<WeightedReading>(readings.reaching(outcome))
               : std::holds_alternative<ReadingRefusal>(readings.missing(outcome));
}

/// Least and most of the outcome's options together: their sum, or their weighted mean.
Interval total_advantage(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                         const Outcome& outcome) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    std::vector<RangedTerm> terms;
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        if (own.issues[at].is_concerned()) {
            terms.push_back({own.issues[at].weight,
                             advantage(negotiation, appraisal, party, IssueId(at), outcome[at])});
        }
    }
    return combined(own.scale, terms);
}

bool has_order_red_line(const Order& order, OptionId option) {
    return std::find(order.red_lines.begin(), order.red_lines.end(), option) !=
           order.red_lines.end();
}

} // namespace

bool is_fallback_omitted(const Case& negotiation, const Omissions& omissions, PartyId party) {
    const auto entry = negotiation.fallback_entry(party);
    return entry && is_omitted(omissions, *entry);
}

Intent intent_under(const Case& negotiation, const Omissions& omissions, PartyId party) {
    for (const IntentEntry& entry : negotiation.intents) {
        if (entry.party == party && !is_omitted(omissions, entry.entry)) {
            return entry.intent;
        }
    }
    return Intent::seeks;
}

bool is_unwilling(const Case& negotiation, const Omissions& omissions, PartyId party,
                  Certainty certainty) {
    const Intent intent = intent_under(negotiation, omissions, party);
    return intent == Intent::refuses ||
           (intent == Intent::doubtful && certainty == Certainty::sure);
}

bool is_red_line(const CaseView& view, PartyId party, IssueId issue, OptionId option) {
    const Omissions& omissions = view.omissions;
    const IssueAppraisal& own = view.appraisal[as_index(party)].issues[as_index(issue)];
    if (!own.is_concerned() || !own.options[as_index(option)].is_red_line) {
        return false;
    }
    if (omissions.empty()) {
        return true;
    }
    const Assessment& assessment = *view.negotiation.issue(issue).of(party);
    const auto& ratings = assessment.scores.empty() ? assessment.stances : assessment.scores;
    const bool by_rating = !ratings.empty() && ratings[as_index(option)] &&
                           ratings[as_index(option)]->is_red_line &&
                           !is_omitted(omissions, ratings[as_index(option)]->entry);
    const bool by_order = assessment.order && has_order_red_line(*assessment.order, option) &&
                          !is_omitted(omissions, assessment.order->entry);
    const bool by_curve = assessment.curve && assessment.curve->red_line &&
                          !is_omitted(omissions, assessment.curve->red_line->entry) &&
                          ratings.empty() && !by_order &&
                          !(assessment.order && has_order_red_line(*assessment.order, option));
    return by_rating || by_order || by_curve;
}

bool breaks(const Limit& limit, const Outcome& outcome) {
    if (!limit.is_on || !holds(limit.premise, outcome)) {
        return false;
    }
    return holds(limit.body, outcome) == (limit.sense == LimitSense::never);
}

bool breaks(const Rule& rule, const Outcome& outcome) {
    if (const auto* implication = std::get_if<Implication>(&rule.body)) {
        return holds(implication->premise, outcome) && !holds(implication->conclusion, outcome);
    }
    if (const auto* exclusion = std::get_if<Exclusion>(&rule.body)) {
        return holds(exclusion->forbidden, outcome);
    }
    const auto& at_most = std::get<AtMost>(rule.body);
    const auto held =
        std::count_if(at_most.conditions.begin(), at_most.conditions.end(),
                      [&](const Condition& condition) { return holds(condition, outcome); });
    return held > at_most.count;
}

bool breaks_plan(const Case& negotiation, const Outcome& outcome, const Omissions& omissions) {
    const bool breaks_rule =
        std::any_of(negotiation.rules.begin(), negotiation.rules.end(), [&](const Rule& rule) {
            return !is_omitted(omissions, rule.entry) && breaks(rule, outcome);
        });
    return breaks_rule || std::any_of(negotiation.limits.begin(), negotiation.limits.end(),
                                      [&](const Limit& limit) {
                                          return !limit.party &&
                                                 !is_omitted(omissions, limit.entry) &&
                                                 breaks(limit, outcome);
                                      });
}

Refusal refusal_by_limits(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                          const Outcome& outcome, const Asked& asked) {
    if (is_unwilling(negotiation, asked.omissions, party, asked.certainty)) {
        return Refusal::intent;
    }
    const PartyAppraisal& own = appraisal[as_index(party)];
    const CaseView view{negotiation, appraisal, asked.omissions};
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        if (is_red_line(view, party, IssueId(at), outcome[at])) {
            return Refusal::red_line;
        }
        if (asked.certainty == Certainty::sure && own.issues[at].is_concerned() &&
            own.issues[at].options[as_index(outcome[at])].is_unknown) {
            return Refusal::unknown_option;
        }
    }
    for (const Limit& limit : negotiation.limits) {
        if (limit.party == party && !is_omitted(asked.omissions, limit.entry) &&
            breaks(limit, outcome)) {
            return Refusal::limit;
        }
    }
    return Refusal::none;
}

Refusal refusal(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                const Outcome& outcome, const Asked& asked) {
    const Refusal by_limits = refusal_by_limits(negotiation, appraisal, party, outcome, asked);
    if (by_limits != Refusal::none) {
        return by_limits;
    }
    if (is_fallback_omitted(negotiation, asked.omissions, party)) {
        return Refusal::none;
    }
    return suits_value(negotiation, appraisal, party, outcome, asked.certainty) ? Refusal::none
                                                                                : Refusal::value;
}

bool is_agreement(const Case& negotiation, const Appraisal& appraisal, const Outcome& outcome,
                  const Asked& asked) {
    if (breaks_plan(negotiation, outcome, asked.omissions)) {
        return false;
    }
    int accepting = 0;
    for (const PartyId party : negotiation.agreement.counted) {
        const bool is_accepting = accepts(negotiation, appraisal, party, outcome, asked);
        if (!is_accepting && negotiation.is_required(party)) {
            return false;
        }
        accepting += is_accepting ? 1 : 0;
    }
    return accepting >= negotiation.agreement.at_least.value_or(0);
}

Interval surplus(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                 const Outcome& outcome) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    if (own.scale == Scale::none) {
        return single(0);
    }
    if (!own.couplings.empty()) {
        if (const auto range = CoupledReadings(negotiation, appraisal, party).surplus(outcome)) {
            return *range;
        }
    }
    const std::uint64_t contents = tied_completions(negotiation, own, party);
    if (contents > 1 && contents <= most_tied_completions) {
        const auto end = [&](Certainty certainty) {
            return extreme_gain(negotiation, appraisal, party, outcome, certainty);
        };
        return {end(Certainty::sure), end(Certainty::possible)};
    }
    Interval range = total_advantage(negotiation, appraisal, party, outcome);
    for (const Bonus& bonus : negotiation.bonuses) {
        if (bonus.party == party) {
            range = range + bonus_range(negotiation, own, bonus, holds(bonus.when, outcome));
        }
    }
    if (const auto* fallback = std::get_if<Interval>(&own.fallback)) {
        range = range - *fallback;
    }
    return range + single(own.supposed_less);
}

} // namespace unbracket
