#include "unbracket/report/phrase_entry.hpp"

#include "unbracket/model/entered.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/show_phrase.hpp"
#include "unbracket/robust/evidence.hpp"

#include <algorithm>

namespace unbracket {

namespace {

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

std::string comparison_words(Comparison comparison) {
    switch (comparison) {
    case Comparison::less:
        return "below ";
    case Comparison::at_most:
        return "up to ";
    case Comparison::greater:
        return "above ";
    case Comparison::at_least:
        break;
    }
    return "from ";
}

std::string with_unit(const Issue& issue, const Rational& number) {
    const bool has_unit = issue.range && !issue.range->unit.empty();
    return number_text(number) + (has_unit ? " " + issue.range->unit : "");
}

/// "Flow left to Bera: 60 % and Inspection: none".
std::string by_titles(const Case& negotiation, const Condition& condition) {
    std::vector<std::string> parts;
    for (const Literal& literal : condition) {
        const Issue& issue = negotiation.issue(literal.issue);
        std::vector<std::string> options;
        for (const OptionId option : literal.options) {
            options.push_back(option_name(issue, option));
        }
        parts.push_back(issue_name(issue) + ": " + phrase::list(options, "or"));
    }
    return phrase::list(parts);
}

std::string words_of(const Case& negotiation, const Rule& rule) {
    return phrase::rule(negotiation, rule, by_titles);
}

std::string words_of(const Case& negotiation, const Limit& limit) {
    return phrase::limit_on(negotiation, limit, by_titles);
}

/// Its title or the name that somebody gave it; else what it says, since a number says nothing.
template <class Things>
std::string titled(const Case& negotiation, const Things& things, EntryId entry) {
    const auto* thing = find_entered(things, entry);
    const bool is_numbered = thing->key.find_first_not_of("0123456789") == std::string::npos;
    return quoted(!thing->title.empty() ? thing->title
                  : is_numbered         ? words_of(negotiation, *thing)
                                        : thing->key);
}

class EntryPhrase {
public:
    EntryPhrase(const Case& negotiation, EntryId id)
        : case_(negotiation), id_(id), entry_(negotiation.entry(id)) {}

    std::string text() const {
        switch (entry_.kind) {
        case EntryKind::weight:
            return "how much " + quoted(issue_name(issue())) + " weighs for " + party();
        case EntryKind::stance:
        case EntryKind::score:
            return rating();
        case EntryKind::order:
            return owner() + " order of the options of " + quoted(issue_name(issue()));
        case EntryKind::curve_value:
            return knot();
        case EntryKind::curve_redline:
            return curve_red_line();
        case EntryKind::weight_order:
            return owner() + " order of the issues by weight";
        case EntryKind::fallback:
            return "what " + party() + " has without agreement (" +
                   fallback_phrase(case_, *entry_.party) + ")";
        case EntryKind::limit:
            return owner() + " limit " + titled(case_, case_.limits, id_);
        case EntryKind::norm:
            return "the norm " + titled(case_, case_.limits, id_);
        case EntryKind::rule:
            return "the rule " + titled(case_, case_.rules, id_);
        case EntryKind::bonus:
            return "what a combination adds for " + party() + " (" + entry_.address + ")";
        case EntryKind::risk:
            return "what " + party() + " may lose afterwards (" + entry_.address + ")";
        case EntryKind::intent:
            break;
        }
        return "whether " + party() + " wants an agreement";
    }

private:
    const Issue& issue() const { return case_.issue(*entry_.issue); }
    std::string party() const { return case_.party(*entry_.party).name; }
    std::string owner() const { return possessive(party()); }

    /// `"teams from Coda" (Inspection of the weirs)`
    std::string option() const {
        return quoted(option_name(issue(), *entry_.option)) + " (" + issue_name(issue()) + ")";
    }

    std::string rating() const {
        const Assessment& assessment = *issue().of(*entry_.party);
        const bool has_score = entry_.kind == EntryKind::score;
        const auto& ratings = has_score ? assessment.scores : assessment.stances;
        const auto& rating = ratings[as_index(*entry_.option)];
        if (rating && rating->is_red_line) {
            return owner() + " red line against " + option();
        }
        return owner() + (has_score ? " score for " : " stance on ") + option();
    }

    std::string knot() const {
        const Curve& curve = *issue().of(*entry_.party)->curve;
        const auto knot =
            std::find_if(curve.knots.begin(), curve.knots.end(),
                         [this](const Curve::Knot& each) { return each.entry == id_; });
        return owner() + " \"" + std::string(to_text(knot->word)) + "\" at " +
               with_unit(issue(), knot->at) + " (" + issue_name(issue()) + ")";
    }

    std::string curve_red_line() const {
        const Curve& curve = *issue().of(*entry_.party)->curve;
        const std::string line = owner() + " red line on " + quoted(issue_name(issue()));
        if (!curve.red_line || !curve.red_line->bound) {
            return line + " (none)";
        }
        const auto& [comparison, number] = *curve.red_line->bound;
        return line + " (" + comparison_words(comparison) + with_unit(issue(), number) + ")";
    }

    const Case& case_;
    EntryId id_;
    const Entry& entry_;
};

std::string firmness_words(Firmness firmness) {
    switch (firmness) {
    case Firmness::unstated:
        return "";
    case Firmness::declared:
        return ", declared";
    case Firmness::long_held:
        return ", long held";
    case Firmness::tested:
        return ", tested";
    case Firmness::suspected:
        break;
    }
    return ", suspected";
}

std::string speaker(const Case& negotiation, const Statement& statement) {
    const bool is_known = statement.who.empty() && statement.person;
    return is_known ? negotiation.persons[as_index(*statement.person)].title : statement.who;
}

std::string statement_phrase(const Case& negotiation, const Statement& statement) {
    const std::string who = speaker(negotiation, statement);
    std::string text = statement.key + (who.empty() ? "" : ", " + who);
    text += statement.date ? ", " + to_reading_text(*statement.date) : "";
    return statement.claim.empty() ? text : text + ": \"" + statement.claim + "\"";
}

} // namespace

std::string entry_phrase(const Case& negotiation, EntryId entry) {
    return EntryPhrase(negotiation, entry).text();
}

bool is_limit(const Case& negotiation, EntryId entry) {
    const Entry& given = negotiation.entry(entry);
    if (given.kind == EntryKind::stance || given.kind == EntryKind::score) {
        const Assessment& assessment = *negotiation.issue(*given.issue).of(*given.party);
        const auto& ratings =
            given.kind == EntryKind::score ? assessment.scores : assessment.stances;
        const auto& rating = ratings[as_index(*given.option)];
        return rating && rating->is_red_line;
    }
    if (given.kind == EntryKind::curve_redline) {
        const std::optional<Curve>& curve = negotiation.issue(*given.issue).of(*given.party)->curve;
        return curve->red_line && curve->red_line->bound;
    }
    return given.kind == EntryKind::limit || given.kind == EntryKind::norm ||
           given.kind == EntryKind::rule;
}

namespace {

std::string reported_phrase(WhoseWords words, bool has_party) {
    switch (words) {
    case WhoseWords::own:
        return "in its own words";
    case WhoseWords::experts:
        return "judged by experts";
    case WhoseWords::narrator:
        return "told by the narrator";
    case WhoseWords::others:
        break;
    }
    return has_party ? "said by others" : "reported";
}

} // namespace

std::string basis_phrase(const Case& negotiation, EntryId entry) {
    const Entry& given = negotiation.entry(entry);
    std::string words;
    switch (given.basis) {
    case Basis::reported:
        words = reported_phrase(whose_words(negotiation, given), given.party.has_value());
        break;
    case Basis::inferred:
        words = "inferred";
        break;
    case Basis::assumed:
        words = "assumed";
        break;
    }
    return words + firmness_words(given.firmness);
}

std::string entry_with_basis(const Case& negotiation, EntryId entry) {
    return with_remark(entry_phrase(negotiation, entry), basis_phrase(negotiation, entry));
}

namespace {

std::string entered_fallback(const Case& negotiation, PartyId party) {
    const FallbackPeriod* period = negotiation.fallback_in_force(party);
    if (period == nullptr && negotiation.fallback_entry(party)) {
        return "entered for later, or as a draft that does not exist yet: from its worst to its "
               "best";
    }
    if (period == nullptr) {
        return "not entered: from its worst to its best";
    }
    if (const auto* draft = std::get_if<DraftId>(&period->value)) {
        return "as good as " + draft_name(negotiation.draft(*draft));
    }
    const auto& quantity = std::get<StanceQuantity>(period->value);
    if (const auto* word = std::get_if<StanceWord>(&quantity)) {
        return std::string(to_text(*word));
    }
    return range_text(std::get<Interval>(quantity));
}

} // namespace

std::string fallback_phrase(const Case& negotiation, PartyId party) {
    const Rational less = negotiation.supposed_less_of(party);
    return entered_fallback(negotiation, party) +
           (less.sign() > 0 ? ", less " + points_text(less) + " as supposed" : "");
}

std::string statements_phrase(const Case& negotiation, EntryId entry) {
    std::vector<std::string> phrases;
    const Entry& given = negotiation.entry(entry);
    for (const auto* statements : {&given.supported_by, &given.suggested_by}) {
        for (const StatementId id : *statements) {
            phrases.push_back(statement_phrase(negotiation, negotiation.statement(id)));
        }
    }
    constexpr std::size_t most_statements = 3;
    return listed_apart(phrases, most_statements);
}

bool all_assumed(const Case& negotiation, const std::vector<EntryId>& entries) {
    return std::all_of(entries.begin(), entries.end(), [&](EntryId entry) {
        return negotiation.entry(entry).basis == Basis::assumed;
    });
}

} // namespace unbracket
