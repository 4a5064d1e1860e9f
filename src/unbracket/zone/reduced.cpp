#include "unbracket/zone/reduced.hpp"

#include "unbracket/zone/losses.hpp"

#include <algorithm>

// A party with weights w, values v, fallback f and bonus B accepts x iff sum_j w_j (v_j(x_j) + B -
// f)
// >= 0, because the weights sum to something positive: normalising them cancels. For fixed B every
// term depends on its own weight and value only, so over a box of readings each term takes its best
// (or worst) end on its own: the larger weight where the bracket helps, the smaller where it hurts.
// So "accepted in some reading" and "accepted in every reading" are sums over issues again. A
// fallback "as good as draft d" replaces v_j(x_j) - f by the range of v_j(x_j) - v_j(d_j), which is
// 0 where the draft has the same option. Parties with scores have weight 1 everywhere and B and f
// as constants. Keeney and Raiffa (1976) for additive values; partial information as ranges after
// Weber (1987).
//
// Sources: Keeney and Raiffa (1976), Decisions with multiple objectives [keeney1976decisions];
// Weber (1987), Decision making with incomplete information [weber1987incomplete]

namespace unbracket {

const Rational& end_of(const Interval& range, Certainty certainty) {
    return certainty == Certainty::possible ? range.high : range.low;
}

namespace {

/// What a bonus adds over the fallback at most, at the end the question asks for. Where the
/// fallback draft may or may not earn the bonus, the larger of both keeps the sum an upper bound:
/// over the draft's completions the rest of the sum takes its own extreme.
Rational bonus_bound(const Case& negotiation, const PartyAppraisal& appraisal, const Bonus& bonus,
                     Certainty certainty, BonusState state) {
    if (state == BonusState::undecided) {
        return std::max(bonus_bound(negotiation, appraisal, bonus, certainty, BonusState::on),
                        bonus_bound(negotiation, appraisal, bonus, certainty, BonusState::off));
    }
    const Interval earned = state == BonusState::on ? bonus.value : single(0);
    const auto* draft = std::get_if<DraftId>(&appraisal.fallback);
    if (draft == nullptr) {
        return end_of(earned, certainty);
    }
    const Interval when_matched = state == BonusState::on ? single(0) : single(0) - bonus.value;
    switch (matches(negotiation.draft(*draft), bonus.when)) {
    case Match::no:
        return end_of(earned, certainty);
    case Match::yes:
        return end_of(when_matched, certainty);
    case Match::maybe:
        break;
    }
    return std::max(end_of(earned, certainty), end_of(when_matched, certainty));
}

/// Sum of bonuses over the pattern, at the end the question asks for.
Rational bonus_sum(const Case& negotiation, const PartyAppraisal& appraisal, PartyId party,
                   Certainty certainty, const BonusPattern& pattern) {
    Rational sum;
    for (std::size_t at = 0; at < negotiation.bonuses.size(); ++at) {
        if (negotiation.bonuses[at].party == party) {
            sum += bonus_bound(negotiation, appraisal, negotiation.bonuses[at], certainty,
                               pattern[at]);
        }
    }
    return sum;
}

} // namespace

Rational weighed(Scale scale, const Rational& bracket, const Interval& weight,
                 Certainty certainty) {
    if (scale != Scale::stances) {
        return bracket;
    }
    const bool takes_heavy = (bracket.sign() >= 0) == (certainty == Certainty::possible);
    return (takes_heavy ? weight.high : weight.low) * bracket;
}

Interval advantage(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                   IssueId issue, OptionId option) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    const IssueAppraisal& issue_appraisal = own.issues[as_index(issue)];
    if (const auto* draft = std::get_if<DraftId>(&own.fallback)) {
        std::optional<Interval> range;
        for (const OptionId reference :
             negotiation.draft(*draft).content[as_index(issue)].options) {
            const Interval against = difference(issue_appraisal, option, reference) -
                                     loss_difference(negotiation, party, issue, option, reference);
            range = range ? hull(*range, against) : against;
        }
        return *range;
    }
    return issue_appraisal.options[as_index(option)].value -
           loss_of(negotiation, party, issue, option);
}

Match matches(const Draft& draft, const Condition& condition) {
    Match match = Match::yes;
    for (const Literal& literal : condition) {
        const auto& options = draft.content[as_index(literal.issue)].options;
        const auto inside = std::count_if(options.begin(), options.end(), [&](OptionId option) {
            return std::binary_search(literal.options.begin(), literal.options.end(), option);
        });
        if (inside == 0) {
            return Match::no;
        }
        if (static_cast<std::size_t>(inside) < options.size()) {
            match = Match::maybe;
        }
    }
    return match;
}

bool holds(const Condition& condition, const Outcome& outcome) {
    return std::all_of(condition.begin(), condition.end(), [&](const Literal& literal) {
        return std::binary_search(literal.options.begin(), literal.options.end(),
                                  outcome[as_index(literal.issue)]);
    });
}

Interval bonus_range(const Case& negotiation, const PartyAppraisal& appraisal, const Bonus& bonus,
                     bool is_earned) {
    const Interval earned = is_earned ? bonus.value : single(0);
    const auto* draft = std::get_if<DraftId>(&appraisal.fallback);
    if (draft == nullptr) {
        return earned;
    }
    const Interval when_matched = is_earned ? single(0) : single(0) - bonus.value;
    switch (matches(negotiation.draft(*draft), bonus.when)) {
    case Match::no:
        return earned;
    case Match::yes:
        return when_matched;
    case Match::maybe:
        break;
    }
    return hull(earned, when_matched);
}

ReducedValues reduce(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                     Certainty certainty, const BonusPattern& pattern) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    ReducedValues reduced;
    reduced.values.resize(own.issues.size());
    const Rational bonus = bonus_sum(negotiation, own, party, certainty, pattern);
    Rational needed; // what the fallback asks for, at the end the question asks for
    if (const auto* fallback = std::get_if<Interval>(&own.fallback)) {
        needed = certainty == Certainty::possible ? fallback->low : fallback->high;
    }
    const bool has_stances = own.scale == Scale::stances;
    const Rational constant = bonus - needed + own.less_than_fallback();
    const Rational shift = has_stances ? constant : Rational(0);
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        const IssueAppraisal& issue = own.issues[at];
        for (std::size_t option = 0; option < issue.options.size(); ++option) {
            const Interval range =
                advantage(negotiation, appraisal, party, IssueId(at), OptionId(option));
            reduced.values[at].push_back(
                weighed(own.scale, end_of(range, certainty) + shift, issue.weight, certainty));
        }
    }
    if (own.scale == Scale::scores) {
        reduced.constant = constant;
    }
    return reduced;
}

} // namespace unbracket
