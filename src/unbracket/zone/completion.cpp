#include "unbracket/zone/completion.hpp"

#include "unbracket/base/odometer.hpp"
#include "unbracket/base/require.hpp"
#include "unbracket/zone/losses.hpp"
#include "unbracket/zone/reduced.hpp"
#include "unbracket/zone/weighted_mean.hpp"

#include <algorithm>

// A fallback "as good as that draft" is compared with an outcome issue by issue, and where the
// draft leaves an issue open, one of its options has to be taken: the one that helps (possible) or
// hurts (sure) most. Without bonuses the terms do not see each other, so each issue takes its own
// best. A bonus over several open issues ties them together. These few are run through in all
// combinations, the others keep their own best in each of them: cutset conditioning, with the tied
// issues as the cutset. It is exact, because once the tied issues are settled every bonus is a
// constant. Cost: the product of the tied issues' open options; the caller asks for it beforehand
// and gives up above a limit.
//
// With weights in ranges the completion that is best for "at least g" depends on g, so the gain is
// found by Dinkelbach's steps: take the completion that suits the gain reached so far best, and the
// gain that it really gives. Each step but the last raises the gain (lowers it, for the smallest),
// and completions are finitely many.
//
// Source: Dechter (1990), Enhancement schemes for constraint processing, section on cutset
// decomposition [dechter1990enhancement]; Dinkelbach (1967), On nonlinear fractional programming
// [dinkelbach1967nonlinear]

namespace unbracket {

namespace {

const Draft& fallback_draft(const Case& negotiation, const PartyAppraisal& appraisal) {
    const auto* draft = std::get_if<DraftId>(&appraisal.fallback);
    UNBRACKET_REQUIRE(draft != nullptr, "the party's fallback is a draft");
    return negotiation.draft(*draft);
}

/// Issues with several options in the draft that a bonus of the party may or may not be earned by.
std::vector<IssueId> tied_issues(const Case& negotiation, const PartyAppraisal& appraisal,
                                 PartyId party) {
    const Draft& draft = fallback_draft(negotiation, appraisal);
    std::vector<bool> is_tied(negotiation.issues.size(), false);
    for (const Bonus& bonus : negotiation.bonuses) {
        if (bonus.party != party || matches(draft, bonus.when) != Match::maybe) {
            continue;
        }
        for (const Literal& literal : bonus.when) {
            const std::size_t at = as_index(literal.issue);
            is_tied[at] = draft.content[at].options.size() > 1;
        }
    }
    std::vector<IssueId> tied;
    for (std::size_t at = 0; at < is_tied.size(); ++at) {
        if (is_tied[at]) {
            tied.emplace_back(at);
        }
    }
    return tied;
}

/// Value of the option minus that of the reference plus a shift, at the end the question asks for.
Rational bracket_against(const Case& negotiation, const PartyAppraisal& own, PartyId party,
                         const Literal& pair, Certainty certainty) {
    const OptionId option = pair.options[0], reference = pair.options[1];
    const Interval range = difference(own.issues[as_index(pair.issue)], option, reference) -
                           loss_difference(negotiation, party, pair.issue, option, reference);
    return end_of(range, certainty);
}

/// What the bonuses add over the completion, at the end the question asks for.
Rational bonus_against(const Case& negotiation, PartyId party, const Outcome& outcome,
                       const Outcome& completion, Certainty certainty) {
    Rational sum;
    for (const Bonus& bonus : negotiation.bonuses) {
        if (bonus.party != party) {
            continue;
        }
        const bool here = holds(bonus.when, outcome), there = holds(bonus.when, completion);
        if (here && !there) {
            sum += end_of(bonus.value, certainty);
        } else if (there && !here) {
            sum += end_of(single(0) - bonus.value, certainty);
        }
    }
    return sum;
}

} // namespace

ValueComparison compare_with(const CaseView& view, PartyId party, const Outcome& outcome,
                             const Outcome& completion, Certainty certainty) {
    const Case& negotiation = view.negotiation;
    const PartyAppraisal& own = view.appraisal[as_index(party)];
    const Rational bonus = own.less_than_fallback() +
                           bonus_against(negotiation, party, outcome, completion, certainty);
    const bool has_stances = own.scale == Scale::stances;
    ValueComparison comparison{has_stances ? Rational(0) : bonus, false};
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        if (!own.issues[at].is_concerned()) {
            continue;
        }
        Rational bracket = bracket_against(negotiation, own, party,
                                           {IssueId(at), {outcome[at], completion[at]}}, certainty);
        if (has_stances) {
            bracket += bonus;
        }
        const Interval& weight = own.issues[at].weight;
        comparison.sum += weighed(own.scale, bracket, weight, certainty);
        comparison.is_carried =
            comparison.is_carried || (bracket.sign() >= 0 && weight.high.sign() > 0);
    }
    return comparison;
}

namespace {

/// Chooses the untied issues one by one; a term grows with its bracket whatever the weight.
void choose_untied(const CaseView& view, PartyId party, const Outcome& outcome, Certainty certainty,
                   Outcome& completion) {
    const Case& negotiation = view.negotiation;
    const PartyAppraisal& own = view.appraisal[as_index(party)];
    const Draft& draft = fallback_draft(negotiation, own);
    const std::vector<IssueId> tied = tied_issues(negotiation, own, party);
    for (std::size_t at = 0; at < completion.size(); ++at) {
        const bool is_tied = std::find(tied.begin(), tied.end(), IssueId(at)) != tied.end();
        if (is_tied || !own.issues[at].is_concerned()) {
            continue;
        }
        std::optional<Rational> best;
        for (const OptionId reference : draft.content[at].options) {
            const Rational bracket = bracket_against(
                negotiation, own, party, {IssueId(at), {outcome[at], reference}}, certainty);
            if (!best || (certainty == Certainty::possible ? bracket > *best : bracket < *best)) {
                best = bracket, completion[at] = reference;
            }
        }
    }
}

Odometer odometer_of(const Draft& draft, const std::vector<IssueId>& tied) {
    std::vector<std::size_t> sizes;
    for (const IssueId issue : tied) {
        sizes.push_back(draft.content[as_index(issue)].options.size());
    }
    return Odometer(std::move(sizes));
}

} // namespace

Outcome extreme_completion(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                           const Outcome& outcome, Certainty certainty) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    const Draft& draft = fallback_draft(negotiation, own);
    const std::vector<IssueId> tied = tied_issues(negotiation, own, party);
    const CaseView view{negotiation, appraisal};
    Outcome completion;
    for (const DraftSetting& setting : draft.content) {
        completion.push_back(setting.options.front());
    }
    choose_untied(view, party, outcome, certainty, completion);
    Odometer odometer = odometer_of(draft, tied);
    std::optional<ValueComparison> best;
    Outcome best_completion;
    do {
        for (std::size_t i = 0; i < tied.size(); ++i) {
            const std::size_t at = as_index(tied[i]);
            completion[at] = draft.content[at].options[odometer[i]];
        }
        ValueComparison comparison = compare_with(view, party, outcome, completion, certainty);
        if (!best || (certainty == Certainty::possible ? comparison > *best : comparison < *best)) {
            best = std::move(comparison), best_completion = completion;
        }
    } while (odometer.advance());
    return best_completion;
}

namespace {

/// The gain over one completion at the end the question asks for, whatever the weights.
Rational gain_over(const CaseView& view, PartyId party, const Outcome& outcome,
                   const Outcome& completion, Certainty certainty) {
    const PartyAppraisal& own = view.appraisal[as_index(party)];
    std::vector<RangedTerm> terms;
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        if (own.issues[at].is_concerned()) {
            const Rational bracket =
                bracket_against(view.negotiation, own, party,
                                {IssueId(at), {outcome[at], completion[at]}}, certainty);
            terms.push_back({own.issues[at].weight, {bracket, bracket}});
        }
    }
    return end_of(combined(own.scale, terms), certainty) + own.supposed_less +
           bonus_against(view.negotiation, party, outcome, completion, certainty);
}

} // namespace

Rational extreme_gain(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                      const Outcome& outcome, Certainty certainty) {
    Appraisal moved = appraisal;
    PartyAppraisal& own = moved[as_index(party)];
    std::optional<Rational> gain;
    while (true) {
        const Outcome completion =
            extreme_completion(negotiation, moved, party, outcome, certainty);
        Rational next = gain_over({negotiation, appraisal}, party, outcome, completion, certainty);
        if (gain && (certainty == Certainty::possible ? next <= *gain : next >= *gain)) {
            return *gain;
        }
        own.accepts_less = -next;
        gain = std::move(next);
    }
}

std::uint64_t tied_completions(const Case& negotiation, const PartyAppraisal& appraisal,
                               PartyId party) {
    if (!std::holds_alternative<DraftId>(appraisal.fallback)) {
        return 1;
    }
    constexpr std::uint64_t most = std::uint64_t{1} << 62U;
    std::uint64_t count = 1;
    for (const IssueId issue : tied_issues(negotiation, appraisal, party)) {
        const auto size =
            fallback_draft(negotiation, appraisal).content[as_index(issue)].options.size();
        count = count > most / size ? most : count * size;
    }
    return count;
}

bool are_comparable(const Case& negotiation, const Appraisal& appraisal, std::uint64_t outcomes) {
    std::uint64_t left = most_comparisons;
    for (std::size_t i = 0; i < negotiation.parties.size(); ++i) {
        const std::uint64_t contents = tied_completions(negotiation, appraisal[i], PartyId(i));
        if (contents > 1 && contents > left / outcomes) {
            return false;
        }
        left -= contents > 1 ? contents * outcomes : 0;
    }
    return true;
}

} // namespace unbracket
