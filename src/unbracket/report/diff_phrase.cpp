#include "unbracket/report/diff_phrase.hpp"

#include "unbracket/report/phrase.hpp"
#include "unbracket/report/show_phrase.hpp"

#include <algorithm>

namespace unbracket::differing {

namespace {

const Assessment* assessment_of(const Case& negotiation, const Entry& entry) {
    return entry.party && entry.issue ? negotiation.issue(*entry.issue).of(*entry.party) : nullptr;
}

std::string rating_value(const std::vector<std::optional<Rating>>& ratings, const Entry& entry) {
    const std::size_t option = entry.option ? as_index(*entry.option) : ratings.size();
    return option < ratings.size() && ratings[option] ? phrase::rating(*ratings[option]) : "";
}

std::string knot_value(const Assessment& own, EntryId id) {
    if (own.curve) {
        for (const Curve::Knot& knot : own.curve->knots) {
            if (knot.entry == id) {
                return knot.at.to_decimal_text();
            }
        }
    }
    return {};
}

std::string assessed_value(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    const Assessment* own = assessment_of(negotiation, entry);
    if (own == nullptr) {
        return {};
    }
    if (entry.kind == EntryKind::weight) {
        return own->weight ? phrase::quantity(own->weight->quantity) : "";
    }
    if (entry.kind == EntryKind::order) {
        return own->order ? phrase::order(negotiation.issue(*entry.issue), *own->order) : "";
    }
    if (entry.kind == EntryKind::curve_redline) {
        return own->curve && own->curve->red_line ? phrase::red_line(*own->curve->red_line) : "";
    }
    if (entry.kind == EntryKind::curve_value) {
        return knot_value(*own, id);
    }
    return rating_value(entry.kind == EntryKind::score ? own->scores : own->stances, entry);
}

/// The text of the one thing of a list that has this entry.
template <class Things, class Write>
std::string written(const Things& things, EntryId id, Write write) {
    const auto found = std::find_if(things.begin(), things.end(),
                                    [id](const auto& thing) { return thing.entry == id; });
    return found == things.end() ? std::string() : write(*found);
}

std::string listed_value(const Case& negotiation, EntryId id) {
    const auto limit = [&](const Limit& one) { return phrase::limit(negotiation, one); };
    const auto rule = [&](const Rule& one) { return phrase::rule(negotiation, one); };
    const auto bonus = [](const Bonus& one) { return phrase::range(one.value); };
    const auto risk = [](const Risk& one) { return phrase::range(one.loss); };
    const auto intent = [](const IntentEntry& one) {
        return std::string(phrase::name(one.intent));
    };
    const auto weights = [&](const WeightOrder& one) { return phrase::order(negotiation, one); };
    return written(negotiation.limits, id, limit) + written(negotiation.rules, id, rule) +
           written(negotiation.bonuses, id, bonus) + written(negotiation.risks, id, risk) +
           written(negotiation.intents, id, intent) +
           written(negotiation.weight_orders, id, weights);
}

std::string signed_number(const Rational& number) {
    return (number.sign() > 0 ? "+" : "") + number.to_decimal_text(2);
}

} // namespace

bool differs_in_wording_only(const Case& negotiation, const DraftDiff& diff, IssueId issue) {
    const auto& before = negotiation.draft(diff.before).content[as_index(issue)].options;
    const auto& after = negotiation.draft(diff.after).content[as_index(issue)].options;
    if (before.size() != 1 || after.size() != 1 || before == after) {
        return false;
    }
    const auto substance = [&](OptionId option) {
        return negotiation.issue(issue).options[as_index(option)].wording_of.value_or(option);
    };
    return substance(before[0]) == substance(after[0]);
}

std::string_view name(DraftChange change) {
    switch (change) {
    case DraftChange::kept:
        return "kept";
    case DraftChange::changed:
        return "changed";
    case DraftChange::added:
        return "added";
    case DraftChange::dropped:
        return "dropped";
    case DraftChange::merged:
        return "merged";
    case DraftChange::renumbered:
        return "renumbered";
    }
    return "";
}

std::string_view name(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::added:
        return "added";
    case ChangeKind::removed:
        return "removed";
    case ChangeKind::changed:
        return "changed";
    }
    return "";
}

std::string_view name(ThingKind kind) {
    switch (kind) {
    case ThingKind::party:
        return "party";
    case ThingKind::issue:
        return "issue";
    case ThingKind::option:
        return "option";
    case ThingKind::draft:
        return "draft";
    case ThingKind::question:
        return "question";
    }
    return "";
}

std::string gain_text(const Interval& gain) {
    return gain.is_single() ? signed_number(gain.low)
                            : signed_number(gain.low) + ".." + signed_number(gain.high);
}

std::string gain_with_limits(const PartyGain& gain) {
    if (gain.crosses_after) {
        return gain_text(gain.gain) +
               (gain.crosses_before ? ", still past its red line" : ", past its red line");
    }
    return gain_text(gain.gain) + (gain.crosses_before ? ", no longer past its red line" : "");
}

std::string entry_value(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    if (entry.kind == EntryKind::fallback && entry.party) {
        const FallbackPeriod* period = negotiation.fallback_in_force(*entry.party);
        return period == nullptr ? "not in force" : phrase::fallback(negotiation, *period);
    }
    const std::string assessed = assessed_value(negotiation, id);
    return assessed.empty() ? listed_value(negotiation, id) : assessed;
}

} // namespace unbracket::differing
