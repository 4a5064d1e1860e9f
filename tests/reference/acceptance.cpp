#include "tests/reference/acceptance.hpp"

#include "unbracket/base/require.hpp"

#include "tests/reference/condition.hpp"

#include <algorithm>

// A party accepts an outcome where it gains over its fallback, less what it is supposed to give up:
// the sum of what it gains on each issue, times the weight there for a party with stances, is at
// least 0. Given the weights, an issue brings most when each of its numbers lies at the right end
// of its range, and no two issues share a number; the sum is linear in the weights, so a corner of
// them decides.

namespace unbracket::reference {

namespace {

/// What a party gains over its fallback: on each issue, and whatever the issue.
struct Gains {
    std::vector<Interval> by_issue;
    Interval anyway;
};

Interval bonus_of(const Case& whole, PartyId party, const Outcome& outcome,
                  const std::optional<Outcome>& draft) {
    Interval sum = single(0);
    for (const Bonus& bonus : whole.bonuses) {
        if (bonus.party != party) {
            continue;
        }
        const bool in_outcome = holds(bonus.when, outcome);
        const bool in_draft = draft && holds(bonus.when, *draft);
        if (in_outcome && !in_draft) {
            sum = sum + bonus.value;
        } else if (in_draft && !in_outcome) {
            sum = sum - bonus.value;
        }
    }
    return sum;
}

/// What is at risk with the option, less what is at risk with the one of a draft.
Interval loss_on(const Case& whole, PartyId party, IssueId issue, OptionId option,
                 std::optional<OptionId> drafted) {
    Interval sum = single(0);
    for (const Risk& risk : whole.risks) {
        if (risk.party != party) {
            continue;
        }
        const bool on_option = holds(risk.option, issue, option);
        const bool on_drafted = drafted && holds(risk.option, issue, *drafted);
        if (on_option && !on_drafted) {
            sum = sum + risk.loss;
        } else if (on_drafted && !on_option) {
            sum = sum - risk.loss;
        }
    }
    return sum;
}

/// Value of one option less that of another in the same reading, 0 for one and the same. An extreme
/// lies where each of the two stands at an end of its own range or of the other's.
Interval difference(const IssueView& issue, std::size_t a, std::size_t b) {
    const Interval& first = issue.value[a];
    const Interval& second = issue.value[b];
    const std::vector<Rational> ends = {first.low, first.high, second.low, second.high};
    std::optional<Interval> range;
    for (const Rational& value : ends) {
        for (const Rational& other : ends) {
            const bool fits = first.contains(value) && second.contains(other) &&
                              (!issue.at_least[a][b] || value >= other) &&
                              (!issue.at_least[b][a] || other >= value);
            if (fits) {
                const Interval gap = single(value - other);
                range = range ? hull(*range, gap) : gap;
            }
        }
    }
    UNBRACKET_ASSERT(range.has_value());
    return *range;
}

Gains gains_over_number(const Case& whole, const PartyView& view, const Outcome& outcome,
                        const Interval& fallback) {
    Gains gains;
    for (std::size_t i = 0; i < outcome.size(); ++i) {
        const Interval loss = loss_on(whole, view.party, IssueId(i), outcome[i], std::nullopt);
        gains.by_issue.push_back(view.issues[i].value[as_index(outcome[i])] - loss);
    }
    gains.anyway =
        bonus_of(whole, view.party, outcome, std::nullopt) - fallback + single(view.supposed_less);
    return gains;
}

Gains gains_over_draft(const Case& whole, const PartyView& view, const Outcome& outcome,
                       const Outcome& draft) {
    Gains gains;
    for (std::size_t i = 0; i < outcome.size(); ++i) {
        const std::size_t option = as_index(outcome[i]);
        const std::size_t drafted = as_index(draft[i]);
        const Interval loss = loss_on(whole, view.party, IssueId(i), outcome[i], draft[i]);
        gains.by_issue.push_back(difference(view.issues[i], option, drafted) - loss);
    }
    gains.anyway = bonus_of(whole, view.party, outcome, draft) + single(view.supposed_less);
    return gains;
}

/// One for a fallback in numbers, one for each completion of a draft.
std::vector<Gains> all_gains(const Case& whole, const PartyView& view, const Outcome& outcome) {
    std::vector<Gains> all;
    if (const auto* number = std::get_if<Interval>(&view.fallback)) {
        all.push_back(gains_over_number(whole, view, outcome, *number));
    } else if (const auto* draft = std::get_if<DraftId>(&view.fallback)) {
        for (const Outcome& completion : completions(whole.draft(*draft))) {
            all.push_back(gains_over_draft(whole, view, outcome, completion));
        }
    }
    return all;
}

/// Lowest and highest total gain at each corner of the weights; scores have one corner.
std::vector<Interval> totals(const PartyView& view, const Gains& gains) {
    std::vector<Interval> all;
    if (view.scale == Scale::scores) {
        Interval sum = gains.anyway;
        for (const Interval& gain : gains.by_issue) {
            sum = sum + gain;
        }
        return {sum};
    }
    for (const std::vector<Rational>& weights : view.weight_corners) {
        Interval sum = single(0);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const Interval gain = gains.by_issue[i] + gains.anyway;
            sum = sum + Interval{weights[i] * gain.low, weights[i] * gain.high};
        }
        all.push_back(sum);
    }
    return all;
}

bool has_red_line(const PartyView& view, const Outcome& outcome) {
    for (std::size_t i = 0; i < outcome.size(); ++i) {
        if (view.issues[i].is_red_line[as_index(outcome[i])]) {
            return true;
        }
    }
    return false;
}

bool has_unknown(const PartyView& view, const Outcome& outcome) {
    for (std::size_t i = 0; i < outcome.size(); ++i) {
        if (view.issues[i].may_be_red_line[as_index(outcome[i])]) {
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<Outcome> completions(const Draft& draft) {
    std::vector<Outcome> all = {{}};
    for (const DraftSetting& setting : draft.content) {
        std::vector<Outcome> longer;
        for (const Outcome& begun : all) {
            for (const OptionId option : setting.options) {
                longer.push_back(begun);
                longer.back().push_back(option);
            }
        }
        all = std::move(longer);
    }
    return all;
}

bool possibly_accepts(const Case& whole, const PartyView& view, const Outcome& outcome) {
    if (!view.has_reading || view.intent == Intent::refuses || has_red_line(view, outcome) ||
        !keeps_limits_of(whole, view.party, outcome)) {
        return false;
    }
    if (view.scale == Scale::none) {
        return true;
    }
    for (const Gains& gains : all_gains(whole, view, outcome)) {
        for (const Interval& total : totals(view, gains)) {
            if (total.high >= Rational(0)) {
                return true;
            }
        }
    }
    return false;
}

bool surely_accepts(const Case& whole, const PartyView& view, const Outcome& outcome) {
    if (!view.has_reading || view.intent != Intent::seeks || has_red_line(view, outcome) ||
        has_unknown(view, outcome) || !keeps_limits_of(whole, view.party, outcome)) {
        return false;
    }
    if (view.scale == Scale::none) {
        return true;
    }
    for (const Gains& gains : all_gains(whole, view, outcome)) {
        for (const Interval& total : totals(view, gains)) {
            if (total.low < Rational(0)) {
                return false;
            }
        }
    }
    return true;
}

Interval surplus(const Case& whole, const PartyView& view, const Outcome& outcome) {
    std::optional<Interval> range;
    for (const Gains& gains : all_gains(whole, view, outcome)) {
        const std::vector<Interval> sums = totals(view, gains);
        for (std::size_t corner = 0; corner < sums.size(); ++corner) {
            Rational weight = view.scale == Scale::scores ? Rational(1) : Rational(0);
            for (std::size_t i = 0; view.scale != Scale::scores && i < outcome.size(); ++i) {
                weight += view.weight_corners[corner][i];
            }
            const Interval mean{sums[corner].low / weight, sums[corner].high / weight};
            range = range ? hull(*range, mean) : mean;
        }
    }
    UNBRACKET_ASSERT(range.has_value());
    return *range;
}

bool possibly_accepts(const Case& whole, PartyId party, const Outcome& outcome) {
    return possibly_accepts(whole, view_of(whole, party), outcome);
}

bool surely_accepts(const Case& whole, PartyId party, const Outcome& outcome) {
    return surely_accepts(whole, view_of(whole, party), outcome);
}

} // namespace unbracket::reference
