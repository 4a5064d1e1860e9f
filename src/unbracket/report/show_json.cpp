#include "unbracket/report/show_json.hpp"

#include "unbracket/report/json_value.hpp"
#include "unbracket/report/show_phrase.hpp"

#include <utility>

namespace unbracket {

namespace {

Node date_or_null(const std::optional<Date>& date) {
    return date ? text_node(to_iso(*date)) : null_node();
}

/// {"value": text, "basis": text}
Node entered(const Case& negotiation, EntryId entry, std::string value) {
    Node node = table_node();
    add_member(node, "value", text_node(std::move(value)));
    add_member(node, "basis", text_node(std::string(phrase::name(negotiation.entry(entry).basis))));
    return node;
}

Node party_node(const Case& negotiation, PartyId id) {
    const Party& party = negotiation.party(id);
    std::vector<std::string> roles;
    for (const Role role : party.roles) {
        roles.emplace_back(phrase::name(role));
    }
    Node node = table_node();
    add_member(node, "id", text_node(party.key));
    add_member(node, "name", text_node(party.name));
    add_member(node, "roles", json_texts(roles));
    add_member(node, "required", boolean_node(negotiation.is_required(id)));
    add_member(node, "counted", boolean_node(negotiation.is_counted(id)));
    const FallbackPeriod* period = negotiation.fallback_in_force(id);
    const auto entry = negotiation.fallback_entry(id);
    add_member(node, "fallback",
               period != nullptr && entry
                   ? entered(negotiation, *entry, phrase::fallback(negotiation, *period))
                   : null_node());
    add_member(node, "intent", text_node(std::string(phrase::name(negotiation.intent_of(id)))));
    return node;
}

Node ratings_node(const Case& negotiation, const Issue& issue,
                  const std::vector<std::optional<Rating>>& ratings) {
    Node node = table_node();
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        if (ratings[i]) {
            add_member(node, issue.options[i].key,
                       entered(negotiation, ratings[i]->entry, phrase::rating(*ratings[i])));
        }
    }
    return node;
}

Node curve_node(const Case& negotiation, const Curve& curve) {
    Node node = table_node();
    for (const Curve::Knot& knot : curve.knots) {
        add_member(node, std::string(to_text(knot.word)),
                   entered(negotiation, knot.entry, knot.at.to_decimal_text()));
    }
    if (curve.red_line) {
        add_member(node, "redline",
                   entered(negotiation, curve.red_line->entry, phrase::red_line(*curve.red_line)));
    }
    return node;
}

Node assessment_node(const Case& negotiation, const Issue& issue, const Assessment& own) {
    Node node = table_node();
    add_member(node, "weight",
               own.weight
                   ? entered(negotiation, own.weight->entry, phrase::quantity(own.weight->quantity))
                   : null_node());
    const auto& ratings = own.scores.empty() ? own.stances : own.scores;
    add_member(node, own.scores.empty() ? "stances" : "scores",
               ratings_node(negotiation, issue, ratings));
    if (own.curve) {
        add_member(node, "curve", curve_node(negotiation, *own.curve));
    }
    if (own.order) {
        add_member(node, "order",
                   entered(negotiation, own.order->entry, phrase::order(issue, *own.order)));
    }
    return node;
}

Node issue_node(const Case& negotiation, const Issue& issue) {
    Node options = list_node({});
    for (std::size_t i = 0; i < issue.options.size(); ++i) {
        Node option = table_node();
        add_member(option, "id", json_option(issue, OptionId(i)));
        add_member(option, "title", text_node(issue.options[i].title));
        options.items.push_back(std::move(option));
    }
    Node node = table_node();
    add_member(node, "id", text_node(issue.key));
    add_member(node, "title", text_node(issue.title));
    add_member(node, "point",
               issue.point ? text_node(negotiation.points[as_index(*issue.point)].key)
                           : null_node());
    add_member(node, "status_quo",
               issue.status_quo ? json_option(issue, *issue.status_quo) : null_node());
    add_member(node, "options", std::move(options));
    Node parties = table_node();
    for (const Assessment& own : issue.assessments) {
        add_member(parties, negotiation.party(own.party).key,
                   assessment_node(negotiation, issue, own));
    }
    add_member(node, "parties", std::move(parties));
    return node;
}

Node limit_node(const Case& negotiation, const Limit& limit) {
    Node node = entered(negotiation, limit.entry, phrase::limit(negotiation, limit));
    add_member(node, "address", text_node(negotiation.entry(limit.entry).address));
    add_member(node, "party",
               limit.party ? text_node(negotiation.party(*limit.party).key) : null_node());
    return node;
}

Node draft_node(const Case& negotiation, const Draft& draft) {
    Node content = table_node();
    for (std::size_t i = 0; i < negotiation.issues.size(); ++i) {
        add_member(content, negotiation.issues[i].key,
                   text_node(phrase::setting(negotiation.issues[i], draft.content[i])));
    }
    Node node = table_node();
    add_member(node, "id", text_node(draft.key));
    add_member(node, "title", json_text_or_null(draft.title));
    add_member(node, "date", date_or_null(draft.date));
    add_member(node, "by", json_parties(negotiation, draft.by));
    add_member(node, "content", std::move(content));
    return node;
}

Node alternative_node(const Alternative& alternative) {
    std::vector<std::string> answers;
    for (const Alternative::Answer& answer : alternative.answers) {
        answers.push_back(answer.key);
    }
    Node node = table_node();
    add_member(node, "id", text_node(alternative.key));
    add_member(node, "question", text_node(alternative.question));
    add_member(node, "answers", json_texts(answers));
    return node;
}

template <class Things, class Write>
Node written(const Things& things, Write write) {
    Node list = list_node({});
    for (const auto& thing : things) {
        list.items.push_back(write(thing));
    }
    return list;
}

} // namespace

Node show_json(const Case& negotiation) {
    Node parties = list_node({});
    for (std::size_t i = 0; i < negotiation.parties.size(); ++i) {
        parties.items.push_back(party_node(negotiation, PartyId(i)));
    }
    Node whole = table_node();
    add_identity(whole, negotiation);
    add_member(whole, "parties", std::move(parties));
    add_member(whole, "issues", written(negotiation.issues, [&](const Issue& issue) {
                   return issue_node(negotiation, issue);
               }));
    add_member(whole, "limits", written(negotiation.limits, [&](const Limit& limit) {
                   return limit_node(negotiation, limit);
               }));
    add_member(whole, "rules", written(negotiation.rules, [&](const Rule& rule) {
                   return entered(negotiation, rule.entry, phrase::rule(negotiation, rule));
               }));
    add_member(whole, "drafts", written(negotiation.drafts, [&](const Draft& draft) {
                   return draft_node(negotiation, draft);
               }));
    add_member(whole, "alternatives", written(negotiation.alternatives, alternative_node));
    return whole;
}

} // namespace unbracket
