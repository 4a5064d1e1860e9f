#include "unbracket/zone/reading.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/completion.hpp"
#include "unbracket/zone/losses.hpp"
#include "unbracket/zone/reduced.hpp"

#include <algorithm>

// Two readings out of the many a party's entries allow. The favourable one shows how an outcome can
// be accepted: every quantity at the end that helps. Both ends of an option's range occur in some
// reading, and all upper ends occur together, as for any system of "at least as much as" between
// bounds. Against a draft, the outcome's options must be high where the draft's are low: the others
// are then cut to what lies between, which respects the orders. A weight is taken heavy where what
// it multiplies helps and light where it hurts, as in reduced.cpp, whose sums this reading attains.
// The harsh one is low everywhere at once; its weights are the caller's choice, since no choice is
// the worst for all outcomes.
//
// Sources: Weber (1987), Decision making with incomplete information [weber1987incomplete];
// Dechter, Meiri and Pearl (1991), Temporal constraint networks, section 3, for ends that occur
// together [dechter1991temporal]

namespace unbracket {

namespace {

std::vector<Rational> upper_ends(const IssueAppraisal& issue) {
    std::vector<Rational> values;
    for (const OptionAppraisal& option : issue.options) {
        values.push_back(option.value.high);
    }
    return values;
}

/// Values with the chosen option as high and the reference as low as they can be together. Cutting
/// one number to every option's range respects the order, since both ends do; raising all that is
/// at least the chosen option to the chosen one's upper end respects it too.
std::vector<Rational> stretched(const IssueAppraisal& issue, OptionId chosen, OptionId reference) {
    const Rational& high = issue.options[as_index(chosen)].value.high;
    const Rational floor = high - difference(issue, chosen, reference).high;
    std::vector<Rational> values;
    for (std::size_t at = 0; at < issue.options.size(); ++at) {
        const Interval& own = issue.options[at].value;
        Rational value = std::max(own.low, std::min(own.high, floor));
        if (is_at_least(issue, OptionId(at), chosen)) {
            value = std::max(value, high);
        }
        values.push_back(std::move(value));
    }
    return values;
}

void fill_bonuses_and_losses(const Case& negotiation, PartyId party, bool is_favourable,
                             PartyReading& reading) {
    for (std::size_t at = 0; at < negotiation.bonuses.size(); ++at) {
        const Bonus& bonus = negotiation.bonuses[at];
        if (bonus.party == party) {
            reading.bonuses.emplace_back(at, is_favourable ? bonus.value.high : bonus.value.low);
        }
    }
    for (std::size_t at = 0; at < negotiation.risks.size(); ++at) {
        const Risk& risk = negotiation.risks[at];
        if (risk.party == party) {
            reading.losses.emplace_back(at, is_favourable ? risk.loss.low : risk.loss.high);
        }
    }
}

/// Against a draft, what the completion earns or loses counts the other way round.
void turn_for_completion(const Case& negotiation, const Outcome& outcome, PartyReading& reading) {
    for (auto& [at, value] : reading.bonuses) {
        const Bonus& bonus = negotiation.bonuses[at];
        if (holds(bonus.when, reading.fallback_completion) && !holds(bonus.when, outcome)) {
            value = bonus.value.low;
        }
    }
    for (auto& [at, value] : reading.losses) {
        const Risk& risk = negotiation.risks[at];
        const std::size_t issue = as_index(risk.option.issue);
        if (lowers(risk, risk.option.issue, reading.fallback_completion[issue]) &&
            !lowers(risk, risk.option.issue, outcome[issue])) {
            value = risk.loss.high;
        }
    }
}

Rational loss_in(const Case& negotiation, const PartyReading& reading, IssueId issue,
                 OptionId option) {
    Rational sum;
    for (const auto& [at, value] : reading.losses) {
        if (lowers(negotiation.risks[at], issue, option)) {
            sum += value;
        }
    }
    return sum;
}

Rational bonuses_in(const Case& negotiation, const PartyReading& reading, const Outcome& outcome) {
    Rational sum;
    for (const auto& [at, value] : reading.bonuses) {
        if (holds(negotiation.bonuses[at].when, outcome)) {
            sum += value;
        }
    }
    return sum;
}

/// What weight multiplies on one issue: value minus fallback, bonuses counted.
Rational bracket_in(const Case& negotiation, const PartyReading& reading, IssueId issue,
                    const Outcome& outcome) {
    const Rational less = negotiation.supposed_less_of(reading.party);
    const auto net = [&](OptionId option) {
        return reading.values[as_index(issue)][as_index(option)] -
               loss_in(negotiation, reading, issue, option);
    };
    const Rational here =
        net(outcome[as_index(issue)]) + bonuses_in(negotiation, reading, outcome) + less;
    if (reading.fallback) {
        return here - *reading.fallback;
    }
    return here - net(reading.fallback_completion[as_index(issue)]) -
           bonuses_in(negotiation, reading, reading.fallback_completion);
}

} // namespace

PartyReading favourable_reading(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                                const Outcome& outcome) {
    UNBRACKET_REQUIRE(accepts(negotiation, appraisal, party, outcome, Certainty::possible),
                      "a favourable reading needs an outcome the party possibly accepts");
    const PartyAppraisal& own = appraisal[as_index(party)];
    PartyReading reading;
    reading.party = party;
    fill_bonuses_and_losses(negotiation, party, true, reading);
    if (const auto* fallback = std::get_if<Interval>(&own.fallback)) {
        reading.fallback = fallback->low;
    } else {
        reading.fallback_completion =
            extreme_completion(negotiation, appraisal, party, outcome, Certainty::possible);
        turn_for_completion(negotiation, outcome, reading);
    }
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        const IssueAppraisal& issue = own.issues[at];
        if (!issue.is_concerned() || reading.fallback ||
            outcome[at] == reading.fallback_completion[at]) {
            reading.values.push_back(upper_ends(issue));
        } else {
            reading.values.push_back(
                stretched(issue, outcome[at], reading.fallback_completion[at]));
        }
    }
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        const IssueAppraisal& issue = own.issues[at];
        if (!issue.is_concerned()) {
            reading.weights.emplace_back(0);
        } else if (bracket_in(negotiation, reading, IssueId(at), outcome).sign() >= 0) {
            reading.weights.push_back(issue.weight.high);
        } else {
            reading.weights.push_back(issue.weight.low);
        }
    }
    return reading;
}

PartyReading harsh_reading(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                           const std::vector<bool>& heavy) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    PartyReading reading;
    reading.party = party;
    fill_bonuses_and_losses(negotiation, party, false, reading);
    if (const auto* fallback = std::get_if<Interval>(&own.fallback)) {
        reading.fallback = fallback->high;
    } else {
        for (const DraftSetting& setting :
             negotiation.draft(std::get<DraftId>(own.fallback)).content) {
            reading.fallback_completion.push_back(setting.options.front());
        }
    }
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        const IssueAppraisal& issue = own.issues[at];
        std::vector<Rational> values;
        for (const OptionAppraisal& option : issue.options) {
            if (option.is_unknown) {
                reading.red_lines.emplace_back(IssueId(at), OptionId(values.size()));
            }
            values.push_back(option.value.low);
        }
        reading.values.push_back(std::move(values));
        const bool is_heavy = issue.is_concerned() && heavy[at];
        reading.weights.push_back(!issue.is_concerned() ? Rational(0)
                                  : is_heavy            ? issue.weight.high
                                                        : issue.weight.low);
    }
    return reading;
}

} // namespace unbracket
