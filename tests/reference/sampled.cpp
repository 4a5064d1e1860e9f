#include "tests/reference/sampled.hpp"

#include "tests/reference/acceptance.hpp"
#include "tests/reference/condition.hpp"
#include "tests/reference/verdict.hpp"

#include <algorithm>
#include <cmath>

namespace unbracket::reference {

namespace {

/// A double as a fraction of 2^-40.
Rational fraction(double number) {
    constexpr double cells = 0x1p40;
    return {static_cast<std::int64_t>(number * cells), static_cast<std::int64_t>(cells)};
}

Rational between(const Interval& range, Random& random) {
    return range.low + (range.high - range.low) * fraction(random.unit());
}

/// Whether some factor brings all weights into their ranges.
bool comes_from_box(const std::vector<IssueView>& issues, const std::vector<double>& weights) {
    double least = 0, most = 1e300;
    for (std::size_t at = 0; at < issues.size(); ++at) {
        const Interval& range = issues[at].weight;
        if (range.high.sign() == 0) {
            continue;
        }
        least = std::max(least, range.low.approximate() / weights[at]);
        most = std::min(most, range.high.approximate() / weights[at]);
    }
    return least <= most * (1 + 1e-12);
}

bool are_single(const std::vector<IssueView>& issues) {
    return std::all_of(issues.begin(), issues.end(),
                       [](const IssueView& issue) { return issue.weight.is_single(); });
}

std::vector<Rational> draw_weights(const PartyView& view, Random& random) {
    std::vector<Rational> weights;
    if (view.scale == Scale::scores || are_single(view.issues)) {
        for (const IssueView& issue : view.issues) {
            weights.push_back(issue.weight.high);
        }
        return weights;
    }
    std::vector<double> drawn(view.issues.size());
    do {
        for (std::size_t at = 0; at < drawn.size(); ++at) {
            const bool can_weigh = view.issues[at].weight.high.sign() > 0;
            drawn[at] = can_weigh ? -std::log(1 - random.unit()) + 1e-9 : 0;
        }
    } while (!comes_from_box(view.issues, drawn));
    for (const double weight : drawn) {
        weights.push_back(fraction(weight));
    }
    return weights;
}

bool keeps_order(const IssueView& issue, const std::vector<Rational>& values) {
    for (std::size_t a = 0; a < values.size(); ++a) {
        for (std::size_t b = 0; b < values.size(); ++b) {
            if (issue.at_least[a][b] && values[a] < values[b]) {
                return false;
            }
        }
    }
    return true;
}

/// Options that are worth the same have one draw, or no draw would ever keep the order.
std::vector<Rational> draw_values(const IssueView& issue, Random& random) {
    std::vector<Rational> values;
    do {
        values.clear();
        for (std::size_t a = 0; a < issue.value.size(); ++a) {
            std::size_t same = a;
            for (std::size_t b = a; b-- > 0;) {
                same = issue.at_least[a][b] && issue.at_least[b][a] ? b : same;
            }
            values.push_back(same < a ? values[same] : between(issue.value[a], random));
        }
    } while (!keeps_order(issue, values));
    return values;
}

} // namespace

Reading draw_by_rejection(const Case& whole, const PartyView& view, Random& random) {
    Reading reading;
    reading.wants_agreement = view.intent != Intent::refuses;
    reading.weights = draw_weights(view, random);
    for (const IssueView& issue : view.issues) {
        reading.values.push_back(draw_values(issue, random));
        reading.red_lines.push_back(issue.is_red_line);
    }
    for (const Bonus& bonus : whole.bonuses) {
        reading.bonuses.push_back(bonus.party == view.party ? between(bonus.value, random) : 0);
    }
    for (const Risk& risk : whole.risks) {
        reading.losses.push_back(risk.party == view.party ? between(risk.loss, random) : 0);
    }
    if (const auto* range = std::get_if<Interval>(&view.fallback)) {
        reading.fallback = between(*range, random);
    } else if (const auto* draft = std::get_if<DraftId>(&view.fallback)) {
        const std::vector<Outcome> all = completions(whole.draft(*draft));
        const auto last = static_cast<std::int64_t>(all.size()) - 1;
        reading.fallback = all[static_cast<std::size_t>(random.between(0, last))];
    }
    return reading;
}

CaseReading draw_by_rejection(const Case& whole, Random& random) {
    CaseReading readings;
    for (const PartyId party : whole.agreement.counted) {
        const PartyView view = view_of(whole, party);
        if (view.scale != Scale::none) {
            readings.push_back(draw_by_rejection(whole, view, random));
        }
    }
    return readings;
}

bool is_agreement(const Case& whole, const CaseReading& readings, const Outcome& outcome) {
    if (!is_permitted(whole, outcome)) {
        return false;
    }
    int accepting = 0;
    std::size_t at = 0;
    for (const PartyId party : whole.agreement.counted) {
        const PartyView view = view_of(whole, party);
        const bool is_accepting = view.scale == Scale::none
                                      ? possibly_accepts(whole, view, outcome)
                                      : accepts(whole, view, readings[at++], outcome);
        if (!is_accepting && whole.is_required(party)) {
            return false;
        }
        accepting += is_accepting ? 1 : 0;
    }
    return accepting >= whole.agreement.at_least.value_or(0);
}

bool has_agreement(const Case& whole, const CaseReading& readings) {
    const std::vector<Outcome> outcomes = all_outcomes(whole);
    return std::any_of(outcomes.begin(), outcomes.end(), [&](const Outcome& outcome) {
        return is_agreement(whole, readings, outcome);
    });
}

} // namespace unbracket::reference
