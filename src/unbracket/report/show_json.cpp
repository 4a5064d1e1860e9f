#include "unbracket/report/show_json.hpp"

#include "unbracket/model/case_words.hpp"
#include "unbracket/report/entry_value.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/robust/regimes.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

namespace {

Node date_or_null(const std::optional<Date>& date) {
    return date ? text_node(to_iso(*date)) : null_node();
}

Node word_node(std::string_view word) {
    return text_node(std::string(word));
}

/// {"entry": address, "value", "text", "basis", "firmness"}
Node entered(const Case& negotiation, EntryId entry, EntryValue said) {
    Node node = table_node();
    add_member(node, "entry", text_node(negotiation.entry(entry).address));
    add_entry(node, negotiation, entry, std::move(said));
    return node;
}

/// The one of a party, or nothing.
template <class Things>
auto of_party(const Things& things, PartyId party) {
    const auto* found = things.data();
    const auto* const end = found + things.size();
    while (found != end && found->party != party) {
        ++found;
    }
    return found == end ? nullptr : found;
}

Node fallback_node(const Case& negotiation, PartyId party, const JsonOptions& options) {
    const FallbackPeriod* period = negotiation.fallback_in_force(party);
    const auto entry = negotiation.fallback_entry(party);
    if (period == nullptr || !entry) {
        return null_node();
    }
    Node node = entered(negotiation, *entry, written_value(negotiation, *period, options));
    add_member(node, "trend", json_text_or_null(case_word(period->trend)));
    return node;
}

Node persons_node(const Case& negotiation, PartyId party) {
    Node list = list_node({});
    for (const Person& person : negotiation.persons) {
        if (person.party == party) {
            Node node = table_node();
            add_member(node, "id", text_node(person.key));
            add_member(node, "title", json_text_or_null(person.title));
            add_member(node, "speaks", boolean_node(person.speaks));
            add_member(node, "decides", boolean_node(person.decides));
            list.items.push_back(std::move(node));
        }
    }
    return list;
}

Node party_node(const Case& negotiation, PartyId id, const JsonOptions& options) {
    const Party& party = negotiation.party(id);
    const IntentEntry* intent = of_party(negotiation.intents, id);
    const WeightOrder* order = of_party(negotiation.weight_orders, id);
    Node node = table_node();
    add_member(node, "id", text_node(party.key));
    add_member(node, "name", text_node(party.name));
    add_member(node, "roles",
               json_list(party.roles, [](Role role) { return word_node(case_word(role)); }));
    add_member(node, "required", boolean_node(negotiation.is_required(id)));
    add_member(node, "counted", boolean_node(negotiation.is_counted(id)));
    add_member(node, "fallback", fallback_node(negotiation, id, options));
    add_member(node, "intent",
               intent != nullptr ? entered(negotiation, intent->entry, written_value(*intent))
                                 : null_node());
    add_member(node, "weight_order",
               order != nullptr
                   ? entered(negotiation, order->entry, written_value(negotiation, *order))
                   : null_node());
    add_member(node, "persons", persons_node(negotiation, id));
    return node;
}

Node agreement_node(const Case& negotiation) {
    const AgreementRule& rule = negotiation.agreement;
    Node node = table_node();
    add_member(node, "required", json_parties(negotiation, rule.required));
    add_member(node, "counted", json_parties(negotiation, rule.counted));
    add_member(node, "at_least",
               rule.at_least ? json_count(static_cast<std::uint64_t>(*rule.at_least))
                             : null_node());
    return node;
}

Node ratings_node(const Case& negotiation, const Issue& issue,
                  const std::vector<std::optional<Rating>>& ratings, const JsonOptions& options) {
    Node node = table_node();
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        if (ratings[i]) {
            Node& rating = add_member(
                node, issue.options[i].key,
                entered(negotiation, ratings[i]->entry, written_value(*ratings[i], options)));
            add_member(rating, "worth_if_opened",
                       ratings[i]->is_red_line ? json_quantity(ratings[i]->worth, options)
                                               : null_node());
        }
    }
    return node;
}

Node curve_node(const Case& negotiation, const Curve& curve, const JsonOptions& options) {
    Node node = table_node();
    for (const Curve::Knot& knot : curve.knots) {
        add_member(node, std::string(to_text(knot.word)),
                   entered(negotiation, knot.entry, written_value(knot, options)));
    }
    if (curve.red_line) {
        add_member(node, "redline",
                   entered(negotiation, curve.red_line->entry, written_value(*curve.red_line)));
    }
    return node;
}

Node assessment_node(const Case& negotiation, const Issue& issue, const Assessment& own,
                     const JsonOptions& options) {
    Node node = table_node();
    add_member(node, "weight",
               own.weight
                   ? entered(negotiation, own.weight->entry, written_value(*own.weight, options))
                   : null_node());
    const auto& ratings = own.scores.empty() ? own.stances : own.scores;
    add_member(node, own.scores.empty() ? "stances" : "scores",
               ratings_node(negotiation, issue, ratings, options));
    if (own.curve) {
        add_member(node, "curve", curve_node(negotiation, *own.curve, options));
    }
    if (own.order) {
        add_member(node, "order",
                   entered(negotiation, own.order->entry, written_value(issue, *own.order)));
    }
    return node;
}

Node range_node(const NumericRange& range, const JsonOptions& options) {
    Node node = table_node();
    add_member(node, "min", json_rational(range.minimum, options));
    add_member(node, "max", json_rational(range.maximum, options));
    add_member(node, "step", json_rational(range.step, options));
    add_member(node, "unit", json_text_or_null(range.unit));
    return node;
}

/// Whether nobody spoke of the option; null where the file has statements about none.
Node invented_node(const InventedOptions& invented, IssueOption option) {
    const auto& found = invented.options;
    return invented.has_statements
               ? boolean_node(std::find(found.begin(), found.end(), option) != found.end())
               : null_node();
}

Node options_node(const Issue& issue, IssueId id, const InventedOptions& invented) {
    Node options = list_node({});
    for (std::size_t i = 0; i < issue.options.size(); ++i) {
        const Option& own = issue.options[i];
        Node option = table_node();
        add_member(option, "id", json_option(issue, OptionId(i)));
        add_member(option, "title", text_node(own.title));
        add_member(option, "text", json_text_or_null(own.text));
        add_member(option, "wording_of",
                   own.wording_of ? json_option(issue, *own.wording_of) : null_node());
        add_member(option, "invented", invented_node(invented, {id, OptionId(i)}));
        options.items.push_back(std::move(option));
    }
    return options;
}

Node document_or_null(const Case& negotiation, const std::optional<DocumentId>& id) {
    return id ? text_node(negotiation.documents[as_index(*id)].key) : null_node();
}

Node issue_node(const Case& negotiation, IssueId id, const InventedOptions& invented,
                const JsonOptions& options) {
    const Issue& issue = negotiation.issue(id);
    Node node = table_node();
    add_member(node, "id", text_node(issue.key));
    add_member(node, "title", text_node(issue.title));
    add_member(node, "point",
               issue.point ? text_node(negotiation.points[as_index(*issue.point)].key)
                           : null_node());
    add_member(node, "document", document_or_null(negotiation, issue.document));
    add_member(node, "between", json_parties(negotiation, issue.between));
    add_member(node, "range", issue.range ? range_node(*issue.range, options) : null_node());
    add_member(node, "status_quo",
               issue.status_quo ? json_option(issue, *issue.status_quo) : null_node());
    add_member(node, "options", options_node(issue, id, invented));
    Node& parties = add_member(node, "parties", table_node());
    for (const Assessment& own : issue.assessments) {
        add_member(parties, negotiation.party(own.party).key,
                   assessment_node(negotiation, issue, own, options));
    }
    return node;
}

Node limit_node(const Case& negotiation, const Limit& limit) {
    Node node = entered(negotiation, limit.entry, written_value(negotiation, limit));
    add_member(node, "title", json_text_or_null(limit.title));
    add_member(node, "party",
               limit.party ? text_node(negotiation.party(*limit.party).key) : word_node(norm_word));
    add_member(node, "on", boolean_node(limit.is_on));
    return node;
}

Node rule_node(const Case& negotiation, const Rule& rule) {
    Node node = entered(negotiation, rule.entry, written_value(negotiation, rule));
    add_member(node, "title", json_text_or_null(rule.title));
    return node;
}

Node bonus_node(const Case& negotiation, const Bonus& bonus, const JsonOptions& options) {
    Node node = entered(negotiation, bonus.entry, written_value(negotiation, bonus, options));
    add_member(node, "party", text_node(negotiation.party(bonus.party).key));
    add_member(node, "when", json_condition(negotiation, bonus.when));
    return node;
}

Node risk_node(const Case& negotiation, const Risk& risk, const JsonOptions& options) {
    Node node = entered(negotiation, risk.entry, written_value(negotiation, risk, options));
    add_member(node, "party", text_node(negotiation.party(risk.party).key));
    add_member(node, "option", json_condition(negotiation, {risk.option}));
    return node;
}

Node by_issue(const Case& negotiation, const std::vector<std::pair<IssueId, std::string>>& texts) {
    Node node = table_node();
    for (const auto& [issue, text] : texts) {
        add_member(node, negotiation.issue(issue).key, text_node(text));
    }
    return node;
}

Node draft_node(const Case& negotiation, const Draft& draft) {
    Node node = table_node();
    add_member(node, "id", text_node(draft.key));
    add_member(node, "title", json_text_or_null(draft.title));
    add_member(node, "date", date_or_null(draft.date));
    add_member(node, "by", json_parties(negotiation, draft.by));
    add_member(node, "on_table", word_node(case_word(draft.on_table)));
    Node& content = add_member(node, "content", table_node());
    for (std::size_t i = 0; i < negotiation.issues.size(); ++i) {
        const Issue& issue = negotiation.issues[i];
        add_member(content, issue.key, json_setting(issue, draft.content[i]));
    }
    add_member(node, "texts", by_issue(negotiation, draft.texts));
    add_member(node, "numbers", by_issue(negotiation, draft.point_numbers));
    return node;
}

Node point_node(const Case& negotiation, const Point& point) {
    Node node = table_node();
    add_member(node, "id", text_node(point.key));
    add_member(node, "title", json_text_or_null(point.title));
    add_member(node, "document", document_or_null(negotiation, point.document));
    add_member(node, "content_is_unknown", boolean_node(point.content_is_unknown));
    return node;
}

Node document_node(const TreatyDocument& document) {
    Node node = table_node();
    add_member(node, "id", text_node(document.key));
    add_member(node, "title", json_text_or_null(document.title));
    add_member(node, "basis", json_text_or_null(document.basis));
    add_member(node, "content_is_unknown", boolean_node(document.content_is_unknown));
    return node;
}

template <class Word>
Node ranges_node(const WordTable& words, std::size_t count, const JsonOptions& options) {
    Node node = table_node();
    for (std::size_t i = 0; i < count; ++i) {
        const auto word = static_cast<Word>(i);
        add_member(node, std::string(to_text(word)), json_range(words[word], options));
    }
    return node;
}

/// The ranges that words stand for in this case.
Node words_node(const WordTable& words, const JsonOptions& options) {
    Node node = table_node();
    add_member(node, "stances", ranges_node<StanceWord>(words, stance_word_count, options));
    add_member(node, "weights", ranges_node<WeightWord>(words, weight_word_count, options));
    add_member(node, "no_weight", json_range(missing_weight, options));
    return node;
}

Node alternative_node(const Alternative& alternative) {
    Node node = table_node();
    add_member(node, "id", text_node(alternative.key));
    add_member(node, "question", json_text_or_null(alternative.question));
    add_member(node, "answers",
               json_list(alternative.answers,
                         [](const Alternative::Answer& answer) { return text_node(answer.key); }));
    return node;
}

Node statement_node(const Case& negotiation, const Statement& statement) {
    Node node = table_node();
    add_member(node, "id", text_node(statement.key));
    add_member(node, "who", json_text_or_null(statement.who));
    add_member(node, "speaks_for",
               statement.speaks_for ? text_node(negotiation.party(*statement.speaks_for).key)
                                    : null_node());
    add_member(node, "attribution", word_node(case_word(statement.attribution)));
    add_member(node, "date", date_or_null(statement.date));
    add_member(node, "source", json_text_or_null(statement.source));
    add_member(node, "kind", word_node(case_word(statement.kind)));
    add_member(node, "claim", text_node(statement.claim));
    add_member(node, "supports", json_texts(statement.supports));
    add_member(node, "suggests", json_texts(statement.suggests));
    return node;
}

} // namespace

Node show_json(const Case& negotiation, const JsonOptions& options) {
    const auto with_case = [&](auto write) {
        return [&negotiation, write](const auto& thing) { return write(negotiation, thing); };
    };
    const auto with_numbers = [&](auto write) {
        return [&, write](const auto& thing) { return write(negotiation, thing, options); };
    };
    Node whole = table_node();
    add_identity(whole, negotiation);
    add_member(whole, "summary", json_text_or_null(negotiation.summary));
    add_member(whole, "agreement", agreement_node(negotiation));
    Node& parties = add_member(whole, "parties", list_node({}));
    for (std::size_t i = 0; i < negotiation.parties.size(); ++i) {
        parties.items.push_back(party_node(negotiation, PartyId(i), options));
    }
    add_member(whole, "documents", json_list(negotiation.documents, document_node));
    add_member(whole, "points", json_list(negotiation.points, with_case(point_node)));
    const InventedOptions invented = find_invented(negotiation);
    Node& issues = add_member(whole, "issues", list_node({}));
    for (std::size_t i = 0; i < negotiation.issues.size(); ++i) {
        issues.items.push_back(issue_node(negotiation, IssueId(i), invented, options));
    }
    add_member(whole, "words", words_node(negotiation.words, options));
    add_member(whole, "limits", json_list(negotiation.limits, with_case(limit_node)));
    add_member(whole, "rules", json_list(negotiation.rules, with_case(rule_node)));
    add_member(whole, "bonuses", json_list(negotiation.bonuses, with_numbers(bonus_node)));
    add_member(whole, "risks", json_list(negotiation.risks, with_numbers(risk_node)));
    add_member(whole, "drafts", json_list(negotiation.drafts, with_case(draft_node)));
    add_member(whole, "alternatives", json_list(negotiation.alternatives, alternative_node));
    add_member(whole, "statements", json_list(negotiation.statements, with_case(statement_node)));
    return whole;
}

} // namespace unbracket
