#include "unbracket/model/entered.hpp"
#include "unbracket/robust/lint_parts.hpp"

#include <algorithm>
#include <set>
#include <string>

// Hard limits side by side. A demand that one side's entries call a limit and the other side's call
// a price favours one side, so both the list and the comparison are by party.

namespace unbracket::linting {

namespace {

const Assessment* assessment_of(const Case& negotiation, const Entry& entry) {
    return entry.party && entry.issue ? negotiation.issue(*entry.issue).of(*entry.party) : nullptr;
}

bool is_red_line_rating(const std::vector<std::optional<Rating>>& ratings, OptionId option) {
    return as_index(option) < ratings.size() && ratings[as_index(option)] &&
           ratings[as_index(option)]->is_red_line;
}

bool is_limit_in_force(const Case& negotiation, EntryId entry) {
    const Limit* limit = find_entered(negotiation.limits, entry);
    return limit != nullptr && limit->is_on;
}

bool is_refusal(const Case& negotiation, EntryId entry) {
    const IntentEntry* intent = find_entered(negotiation.intents, entry);
    return intent != nullptr && intent->intent == Intent::refuses;
}

bool switches_on(const Alternative& alternative, const std::string& limit) {
    return std::any_of(alternative.answers.begin(), alternative.answers.end(),
                       [&](const Alternative::Answer& answer) {
                           return std::any_of(answer.settings.begin(), answer.settings.end(),
                                              [&](const Setting& setting) {
                                                  return setting.value.text == "on" &&
                                                         (setting.address == limit ||
                                                          setting.address == limit + ".status");
                                              });
                       });
}

bool is_limit_if_answered(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    const bool is_limit = entry.kind == EntryKind::limit || entry.kind == EntryKind::norm;
    return is_limit && !is_limit_in_force(negotiation, id) &&
           !switching_alternatives(negotiation, id).empty();
}

PartyLimits limits_of(const Case& negotiation, std::optional<PartyId> party) {
    PartyLimits limits{party, {}, {}};
    for (std::size_t i = 0; i < negotiation.entries.size(); ++i) {
        const Entry& entry = negotiation.entries[i];
        const bool is_own = party ? entry.party == party : entry.kind == EntryKind::norm;
        if (is_own && is_hard_limit(negotiation, EntryId(i))) {
            limits.entries.emplace_back(i);
        } else if (is_own && is_limit_if_answered(negotiation, EntryId(i))) {
            limits.if_answered.emplace_back(i);
        }
    }
    return limits;
}

/// The issues that an entry speaks about: its own, or those that the body of a limit names.
std::vector<IssueId> issues_of(const Case& negotiation, EntryId id) {
    std::vector<IssueId> issues;
    if (const auto own = negotiation.entry(id).issue) {
        issues.push_back(*own);
    }
    if (const Limit* limit = find_entered(negotiation.limits, id)) {
        for (const Literal& literal : limit->body) {
            issues.push_back(literal.issue);
        }
    }
    return issues;
}

/// What entries of counted parties say about each issue.
struct SpokenAbout {
    std::vector<std::set<PartyId>> limited;    // parties with a hard limit there
    std::vector<std::set<AlternativeId>> open; // alternatives that touch such an entry
};

SpokenAbout spoken_about(const Case& negotiation) {
    SpokenAbout about;
    about.limited.resize(negotiation.issues.size());
    about.open.resize(negotiation.issues.size());
    for (std::size_t i = 0; i < negotiation.entries.size(); ++i) {
        const Entry& entry = negotiation.entries[i];
        if (!entry.party || !negotiation.is_counted(*entry.party)) {
            continue;
        }
        const bool is_limit = is_hard_limit(negotiation, EntryId(i));
        const auto alternatives = alternatives_on(negotiation, entry);
        for (const IssueId issue : issues_of(negotiation, EntryId(i))) {
            about.open[as_index(issue)].insert(alternatives.begin(), alternatives.end());
            if (is_limit) {
                about.limited[as_index(issue)].insert(*entry.party);
            }
        }
    }
    return about;
}

/// A weight of none and no word on any option: the issue is left to the others.
bool is_left_to_others(const Assessment& assessment) {
    const auto is_rated = [](const std::optional<Rating>& rating) { return rating.has_value(); };
    const auto* word =
        assessment.weight ? std::get_if<WeightWord>(&assessment.weight->quantity) : nullptr;
    const auto* range =
        assessment.weight ? std::get_if<Interval>(&assessment.weight->quantity) : nullptr;
    const bool weighs_nothing = (word != nullptr && *word == WeightWord::none) ||
                                (range != nullptr && range->high == Rational(0));
    return weighs_nothing && !assessment.curve && !assessment.order &&
           std::none_of(assessment.stances.begin(), assessment.stances.end(), is_rated);
}

} // namespace

bool is_hard_limit(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    const Assessment* assessment = assessment_of(negotiation, entry);
    switch (entry.kind) {
    case EntryKind::stance:
        return assessment != nullptr && entry.option &&
               is_red_line_rating(assessment->stances, *entry.option);
    case EntryKind::score:
        return assessment != nullptr && entry.option &&
               is_red_line_rating(assessment->scores, *entry.option);
    case EntryKind::order:
        return assessment != nullptr && assessment->order && !assessment->order->red_lines.empty();
    case EntryKind::curve_redline:
        return assessment != nullptr && assessment->curve && assessment->curve->red_line &&
               assessment->curve->red_line->bound.has_value();
    case EntryKind::limit:
    case EntryKind::norm:
        return is_limit_in_force(negotiation, id);
    case EntryKind::intent:
        return is_refusal(negotiation, id);
    case EntryKind::weight:
    case EntryKind::curve_value:
    case EntryKind::weight_order:
    case EntryKind::fallback:
    case EntryKind::rule:
    case EntryKind::bonus:
    case EntryKind::risk:
        break;
    }
    return false;
}

std::vector<AlternativeId> switching_alternatives(const Case& negotiation, EntryId limit) {
    std::vector<AlternativeId> found;
    for (std::size_t i = 0; i < negotiation.alternatives.size(); ++i) {
        if (switches_on(negotiation.alternatives[i], negotiation.entry(limit).address)) {
            found.emplace_back(i);
        }
    }
    return found;
}

std::vector<PartyLimits> list_limits(const Case& negotiation) {
    const auto is_empty = [](const PartyLimits& limits) {
        return limits.entries.empty() && limits.if_answered.empty();
    };
    std::vector<PartyLimits> all;
    for (std::size_t i = 0; i < negotiation.parties.size(); ++i) {
        PartyLimits limits = limits_of(negotiation, PartyId(i));
        if (negotiation.is_counted(PartyId(i)) || !is_empty(limits)) {
            all.push_back(std::move(limits));
        }
    }
    PartyLimits norms = limits_of(negotiation, std::nullopt);
    if (!is_empty(norms)) {
        all.push_back(std::move(norms));
    }
    return all;
}

std::vector<UnequalCoding> find_unequal_codings(const Case& negotiation) {
    const SpokenAbout about = spoken_about(negotiation);
    std::vector<UnequalCoding> found;
    for (std::size_t i = 0; i < negotiation.issues.size(); ++i) {
        UnequalCoding coding{IssueId(i), {}, {}, {}};
        for (const Assessment& assessment : negotiation.issues[i].assessments) {
            const bool has_limit = about.limited[i].count(assessment.party) != 0;
            if (negotiation.is_counted(assessment.party) &&
                (has_limit || !is_left_to_others(assessment))) {
                (has_limit ? coding.with_limit : coding.without_limit).push_back(assessment.party);
            }
        }
        if (!coding.with_limit.empty() && !coding.without_limit.empty()) {
            coding.alternatives.assign(about.open[i].begin(), about.open[i].end());
            found.push_back(std::move(coding));
        }
    }
    return found;
}

} // namespace unbracket::linting
