#include "unbracket/report/phrase.hpp"

#include "unbracket/base/overloaded.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

namespace {

std::string joined(const std::vector<std::string>& names, std::string_view separator,
                   std::string_view last_separator, std::size_t most) {
    // Cutting a list to say "and 1 more" would save nothing.
    const std::size_t shown = names.size() <= most + 1 ? names.size() : most;
    std::string text;
    for (std::size_t i = 0; i < shown; ++i) {
        const bool is_last = i + 1 == names.size();
        text += i == 0 ? "" : is_last ? std::string(last_separator) : std::string(separator);
        text += names[i];
    }
    if (shown < names.size()) {
        text += std::string(last_separator) + std::to_string(names.size() - shown) + " more";
    }
    return text;
}

void add_once(std::vector<std::string>& names, std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(std::move(name));
    }
}

std::string question_on(const Draft& draft) {
    const std::string& name = draft.title.empty() ? draft.key : draft.title;
    return "Was the draft \"" + name + "\" on the table?";
}

std::string question_on(const Case& negotiation, const Statement& statement) {
    std::vector<std::string> parties, drafts;
    for (const Judgement& judgement : statement.judgements) {
        add_once(parties, negotiation.party(judgement.party).name);
        add_once(drafts, "\"" + negotiation.draft(judgement.draft).key + "\"");
    }
    const std::string who = statement.who.empty() ? "" : " (" + statement.who + ")";
    return "Does what " + statement.key + who + " says of " + listed(parties, parties.size()) +
           " and the draft" + (drafts.size() > 1 ? "s " : " ") + listed(drafts, drafts.size()) +
           " hold?";
}

} // namespace

std::string listed(const std::vector<std::string>& names, std::size_t most) {
    return joined(names, ", ", " and ", most);
}

std::string listed_apart(const std::vector<std::string>& phrases, std::size_t most) {
    return joined(phrases, "; ", "; ", most);
}

std::string count_text(std::uint64_t count) {
    std::string digits = std::to_string(count);
    for (std::size_t place = digits.size(); place > 3;) {
        place -= 3;
        digits.insert(place, ",");
    }
    return digits;
}

std::string count_cell(const ZoneCount& count, std::uint64_t number) {
    return count.is_counted ? count_text(number) : "-";
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return count_text(count) + " " + std::string(count == 1 ? one : many);
}

std::string possessive(std::string_view name) {
    return std::string(name) + (name.ends_with('s') ? "'" : "'s");
}

std::string number_text(const Rational& number) {
    const std::string text = number.to_decimal_text(2);
    const auto shown = parse_fraction(text);
    return shown && *shown == number ? text : "about " + text;
}

std::string points_text(const Rational& points) {
    return number_text(points) + (points == Rational(1) ? " point" : " points");
}

std::string range_text(const Interval& interval, Places places) {
    constexpr int digits_below_one = 3;
    const auto text = [&](const Rational& number) {
        const bool is_small = number < Rational(1) && Rational(-1) < number;
        return number.to_decimal_text(
            is_small && places != Places::none ? digits_below_one : static_cast<int>(places));
    };
    const std::string low = text(interval.low);
    return interval.is_single() ? low : low + ".." + text(interval.high);
}

std::string with_remark(std::string phrase, std::string_view remark) {
    if (phrase.ends_with(')')) {
        phrase.back() = ';';
        return phrase + " " + std::string(remark) + ")";
    }
    return phrase + " (" + std::string(remark) + ")";
}

std::string case_title(const Case& negotiation) {
    return negotiation.title.empty() ? "Case without a title" : negotiation.title;
}

namespace {

/// Whose part of a case this is, by name.
std::string viewer(const Case& negotiation) {
    constexpr std::string_view prefix = "party:";
    const std::string_view view = negotiation.view;
    const auto party = view.starts_with(prefix) ? negotiation.find_party(view.substr(prefix.size()))
                                                : std::nullopt;
    return party ? negotiation.party(*party).name : "the public";
}

} // namespace

std::string supposed_movements(const Case& negotiation) {
    std::string text;
    for (const SupposedLess& less : negotiation.supposed_less) {
        text += " - supposing that " + negotiation.party(less.party).name + " accepts " +
                points_text(less.points) + " less, from where its gains count";
    }
    return text;
}

std::string less_supposed(const Case& negotiation) {
    return negotiation.supposed_less.empty() ? "" : ", lowered by what is supposed";
}

std::string case_heading(const Case& negotiation) {
    std::string heading = case_title(negotiation);
    heading += negotiation.as_of ? " - as of " + to_reading_text(*negotiation.as_of) : "";
    heading += supposed_movements(negotiation);
    return heading + (negotiation.view.empty() ? "" : " - as " + viewer(negotiation) + " sees it");
}

std::string party_names(const Case& negotiation, const std::vector<PartyId>& parties,
                        std::size_t most) {
    std::vector<std::string> names;
    for (const PartyId party : parties) {
        names.push_back(negotiation.party(party).name);
    }
    return listed(names, most);
}

std::string issue_name(const Issue& issue) {
    return issue.title.empty() ? issue.key : issue.title;
}

std::string option_name(const Issue& issue, OptionId option) {
    const Option& chosen = issue.options[as_index(option)];
    const std::string& name = chosen.title.empty() ? chosen.key : chosen.title;
    const bool has_unit = issue.range && !issue.range->unit.empty();
    return has_unit ? name + " " + issue.range->unit : name;
}

std::string outcome_text(const Case& negotiation, const Outcome& outcome, std::size_t most) {
    std::vector<std::string> choices;
    for (std::size_t at = 0; at < outcome.size(); ++at) {
        const Issue& issue = negotiation.issues[at];
        choices.push_back(issue_name(issue) + ": " + option_name(issue, outcome[at]));
    }
    return listed_apart(choices, most);
}

std::string clause_number(const Case& negotiation, const Draft& draft, IssueId issue) {
    for (const auto& [numbered, number] : draft.point_numbers) {
        if (numbered == issue) {
            return number;
        }
    }
    const std::optional<PointId>& point = negotiation.issue(issue).point;
    return point ? negotiation.points[as_index(*point)].key : std::string();
}

std::string draft_name(const Draft& draft) {
    return draft.title.empty() ? draft.key : "\"" + draft.title + "\"";
}

std::string question_text(const Case& negotiation, const OpenQuestion& question) {
    return std::visit(
        Overloaded{
            [&](AlternativeId id) { return negotiation.alternatives[as_index(id)].question; },
            [&](DraftId id) { return question_on(negotiation.draft(id)); },
            [&](StatementId id) { return question_on(negotiation, negotiation.statement(id)); }},
        question.subject);
}

std::string reason_text(const Case& negotiation, const UndecidedVerdict& verdict) {
    switch (verdict.reason) {
    case UndecidedReason::stopped:
        return "stopped before the search was finished";
    case UndecidedReason::budget:
        return "the node budget ran out before the search was finished";
    case UndecidedReason::open_fallback:
        break;
    }
    return "the draft that is the fallback of " +
           (verdict.party ? negotiation.party(*verdict.party).name : "a party") +
           " leaves too many contents open that bonuses tie together";
}

std::string verdict_words(VerdictKind verdict) {
    switch (verdict) {
    case VerdictKind::agreement:
        return "agreement";
    case VerdictKind::no_agreement:
        return "no agreement";
    case VerdictKind::depends:
        return "not settled";
    case VerdictKind::undecided:
        return "not decided";
    case VerdictKind::contradiction:
        break;
    }
    return "contradiction";
}

} // namespace unbracket
