#include "unbracket/report/diff_phrase.hpp"

namespace unbracket::differing {

namespace {

std::string signed_number(const Rational& number) {
    const std::string text = number.to_decimal_text(2);
    return (number.sign() > 0 && text != "0" ? "+" : "") + text;
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
    case DraftChange::not_known:
        return "not_known";
    case DraftChange::known_in_one:
        return "known_in_one";
    case DraftChange::not_compared:
        return "not_compared";
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
    case ThingKind::movement:
        return "supposed movement";
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

} // namespace unbracket::differing
