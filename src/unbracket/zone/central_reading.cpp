#include "unbracket/zone/central_reading.hpp"

#include "unbracket/zone/losses.hpp"
#include "unbracket/zone/reduced.hpp"
#include "unbracket/zone/verdict.hpp"

#include <algorithm>
#include <utility>

// Answers that need one number for everything, such as a frontier, are given for the reading in the
// middle of a party's entries. Ranges are tightened by orders and curves beforehand, so that both
// ends of what is worth more lie above those of what is worth less; middles then keep every order.
// But a bare order would put all its classes at the same middle and lose what it says. Its classes
// are therefore spread over the range they share, equally far apart: these are the means of the
// order statistics of that many independent uniform draws, the least committed way to place them.
//
// Source: David and Nagaraja (2003), Order statistics, section 3.1, for the means i/(r+1)
// [david2003order]

namespace unbracket {

namespace {

std::vector<Rational> middles(const IssueAppraisal& issue) {
    std::vector<Rational> values;
    for (const OptionAppraisal& option : issue.options) {
        values.push_back(middle(option.value));
    }
    return values;
}

bool keeps_order(const IssueAppraisal& issue, const std::vector<Rational>& values) {
    return std::all_of(issue.at_least.begin(), issue.at_least.end(), [&](const auto& pair) {
        return values[as_index(pair.first)] >= values[as_index(pair.second)];
    });
}

/// The classes of an order from best to worst without its red lines, which are not ranked.
std::vector<std::vector<OptionId>> ranked_classes(const IssueAppraisal& issue, const Order& order) {
    std::vector<std::vector<OptionId>> classes;
    for (std::vector<OptionId> tied : order.classes) {
        std::erase_if(tied,
                      [&](OptionId option) { return issue.options[as_index(option)].is_red_line; });
        if (!tied.empty()) {
            classes.push_back(std::move(tied));
        }
    }
    return classes;
}

/// Spreads each run of classes with one common range equally over it.
void spread(const IssueAppraisal& issue, const std::vector<std::vector<OptionId>>& classes,
            std::vector<Rational>& values) {
    const auto range_of = [&](std::size_t at) -> const Interval& {
        return issue.options[as_index(classes[at].front())].value;
    };
    for (std::size_t first = 0; first < classes.size();) {
        std::size_t end = first + 1;
        while (end < classes.size() && range_of(end) == range_of(first)) {
            ++end;
        }
        const Interval& range = range_of(first);
        for (std::size_t at = first; at < end; ++at) {
            const Rational place(static_cast<std::int64_t>(end - at),
                                 static_cast<std::int64_t>(end - first + 1));
            for (const OptionId option : classes[at]) {
                values[as_index(option)] = range.low + place * (range.high - range.low);
            }
        }
        first = end;
    }
}

std::vector<Rational> central_values(const IssueAppraisal& issue, const Assessment* assessment) {
    std::vector<Rational> values = middles(issue);
    if (assessment == nullptr || !assessment->order || issue.at_least.empty()) {
        return values;
    }
    std::vector<Rational> apart = values;
    spread(issue, ranked_classes(issue, *assessment->order), apart);
    return keeps_order(issue, apart) ? apart : values;
}

Rational loss_in(const Case& negotiation, const PartyReading& reading, IssueId issue,
                 OptionId option) {
    Rational sum;
    for (const auto& [at, loss] : reading.losses) {
        if (lowers(negotiation.risks[at], issue, option)) {
            sum += loss;
        }
    }
    return sum;
}

/// What the draft may bring on one issue, losses taken off.
Interval draft_value(const Case& negotiation, const PartyReading& reading, const Draft& draft,
                     IssueId issue) {
    std::optional<Interval> range;
    for (const OptionId option : draft.content[as_index(issue)].options) {
        const Interval value = single(reading.values[as_index(issue)][as_index(option)] -
                                      loss_in(negotiation, reading, issue, option));
        range = range ? hull(*range, value) : value;
    }
    return *range;
}

Interval draft_bonuses(const Case& negotiation, const PartyReading& reading, const Draft& draft) {
    Interval sum;
    for (const auto& [at, value] : reading.bonuses) {
        const Match match = matches(draft, negotiation.bonuses[at].when);
        if (match == Match::yes) {
            sum = sum + single(value);
        } else if (match == Match::maybe) {
            sum = sum + hull(single(0), single(value));
        }
    }
    return sum;
}

Rational value_of_draft(const Case& negotiation, const PartyAppraisal& own,
                        const PartyReading& reading, const Draft& draft) {
    Interval sum;
    Rational weights;
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        if (own.issues[at].is_concerned()) {
            const Interval value = draft_value(negotiation, reading, draft, IssueId(at));
            sum = sum + Interval{reading.weights[at] * value.low, reading.weights[at] * value.high};
            weights += reading.weights[at];
        }
    }
    const Rational total = own.scale == Scale::stances ? middle(sum) / weights : middle(sum);
    return total + middle(draft_bonuses(negotiation, reading, draft));
}

} // namespace

PartyReading central_reading(const Case& negotiation, const Appraisal& appraisal, PartyId party) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    PartyReading reading;
    reading.party = party;
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        const IssueAppraisal& issue = own.issues[at];
        reading.weights.push_back(issue.is_concerned() ? middle(issue.weight) : Rational(0));
        reading.values.push_back(central_values(issue, negotiation.issues[at].of(party)));
    }
    for (std::size_t at = 0; at < negotiation.bonuses.size(); ++at) {
        if (negotiation.bonuses[at].party == party) {
            reading.bonuses.emplace_back(at, middle(negotiation.bonuses[at].value));
        }
    }
    for (std::size_t at = 0; at < negotiation.risks.size(); ++at) {
        if (negotiation.risks[at].party == party) {
            reading.losses.emplace_back(at, middle(negotiation.risks[at].loss));
        }
    }
    if (const auto* fallback = std::get_if<Interval>(&own.fallback)) {
        reading.fallback = middle(*fallback);
    } else {
        reading.fallback = value_of_draft(negotiation, own, reading,
                                          negotiation.draft(std::get<DraftId>(own.fallback)));
    }
    return reading;
}

std::vector<PartyReading> central_readings(const Case& negotiation, const Appraisal& appraisal) {
    std::vector<PartyReading> readings;
    for (const PartyId party : negotiation.agreement.counted) {
        if (appraisal[as_index(party)].scale != Scale::none) {
            readings.push_back(central_reading(negotiation, appraisal, party));
        }
    }
    return readings;
}

CentralCase central_case(const Case& negotiation, const Appraisal& appraisal) {
    const std::vector<PartyReading> readings = central_readings(negotiation, appraisal);
    return {pinned(negotiation, readings), pinned(appraisal, readings)};
}

std::size_t unknown_options(const Case& negotiation, const Appraisal& appraisal) {
    std::size_t count = 0;
    for (const PartyId party : negotiation.agreement.counted) {
        for (const IssueAppraisal& issue : appraisal[as_index(party)].issues) {
            count += static_cast<std::size_t>(
                std::count_if(issue.options.begin(), issue.options.end(),
                              [](const OptionAppraisal& option) { return option.is_unknown; }));
        }
    }
    return count;
}

} // namespace unbracket
