#include "unbracket/report/compare_json.hpp"

#include "unbracket/report/diff_text.hpp"
#include "unbracket/report/formalities_text.hpp"
#include "unbracket/report/score_json.hpp"
#include "unbracket/report/show_phrase.hpp"

#include <utility>

namespace unbracket {

namespace {

Node dominances(const Case& negotiation, const ComparedDrafts& compared) {
    return json_list(compared.dominances, [&](const Dominance& one) {
        Node node = table_node();
        add_member(node, "better", text_node(negotiation.draft(one.better).key));
        add_member(node, "worse", text_node(negotiation.draft(one.worse).key));
        add_member(node, "reading",
                   text_node(one.over == ReadingRange::every_reading ? "every" : "central"));
        return node;
    });
}

/// `draft`, `date`, `on_table` and `agreement`.
Node standing(const Case& negotiation, const DraftScore& score) {
    const Draft& draft = negotiation.draft(*score.draft);
    Node node = table_node();
    add_member(node, "draft", text_node(draft.key));
    add_member(node, "date", draft.date ? text_node(to_iso(*draft.date)) : null_node());
    add_member(node, "on_table", text_node(std::string(phrase::name(draft.on_table))));
    add_member(node, "agreement", text_node(acceptance_name(score.agreement)));
    return node;
}

Formalities formalities_of_draft(const Case& negotiation, const DraftScore& score) {
    return formalities_of(negotiation, negotiation.draft(*score.draft).content);
}

} // namespace

Node score_json(const Case& negotiation, const ComparedDrafts& compared,
                const JsonOptions& options) {
    Node whole = table_node();
    add_identity(whole, negotiation);
    add_member(whole, "drafts", json_list(compared.scores, [&](const DraftScore& score) {
                   Node node = standing(negotiation, score);
                   add_score(node, negotiation, score, options);
                   add_ratification(negotiation, formalities_of_draft(negotiation, score), node);
                   return node;
               }));
    add_member(whole, "dominances", dominances(negotiation, compared));
    add_deadlines(negotiation, formalities_of(negotiation, std::nullopt), whole);
    return whole;
}

Node diff_json(const Case& negotiation, const ComparedDrafts& compared,
               const JsonOptions& options) {
    Node whole = table_node();
    add_identity(whole, negotiation);
    if (compared.steps.size() == 1) {
        add_difference(whole, negotiation, compared.steps.front(), options);
    } else {
        add_member(whole, "steps", json_list(compared.steps, [&](const DraftDiff& step) {
                       Node node = table_node();
                       add_difference(node, negotiation, step, options);
                       return node;
                   }));
    }
    add_member(whole, "drafts", json_list(compared.scores, [&](const DraftScore& score) {
                   return standing(negotiation, score);
               }));
    add_member(whole, "dominances", dominances(negotiation, compared));
    return whole;
}

} // namespace unbracket
