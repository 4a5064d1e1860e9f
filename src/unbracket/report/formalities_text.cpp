#include "unbracket/report/formalities_text.hpp"

#include "unbracket/report/json_value.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/show_phrase.hpp"
#include "unbracket/report/timeline_phrase.hpp"

#include <string>
#include <vector>

namespace unbracket {

namespace {

std::string need_text(const Case& negotiation, const Ratification& ratification,
                      RatificationNeed need) {
    const std::string when =
        ratification.when.empty() ? "" : phrase::condition(negotiation, ratification.when);
    switch (need) {
    case RatificationNeed::always:
        return "whatever is agreed on";
    case RatificationNeed::needed:
        return "for this (" + when + ")";
    case RatificationNeed::open:
        return "only if " + when;
    case RatificationNeed::not_needed:
        break;
    }
    return "not for this (only if " + when + ")";
}

std::string ratification_text(const Case& negotiation, const Ratification& ratification,
                              RatificationNeed need) {
    return negotiation.party(ratification.party).name + ": " +
           (ratification.by.empty() ? "nobody named" : ratification.by) + ", " +
           need_text(negotiation, ratification, need);
}

std::string deadline_text(const Case& negotiation, std::size_t at, DeadlineState state) {
    const Deadline& deadline = negotiation.deadlines[at];
    std::string text = phrase::occurrence_text(negotiation, {OccurrenceKind::deadline, at}) +
                       (deadline.date ? ", " + to_reading_text(*deadline.date) : ", no date");
    if (state == DeadlineState::passed || state == DeadlineState::today) {
        text += std::string(" (") + to_text(state) + ")";
    }
    return text;
}

Node said_node(const Case& negotiation, const std::vector<StatementId>& said) {
    return json_list(said,
                     [&](StatementId id) { return text_node(negotiation.statement(id).key); });
}

Node ratification_node(const Case& negotiation, const Ratification& ratification,
                       RatificationNeed need) {
    Node node = table_node();
    add_member(node, "party", text_node(negotiation.party(ratification.party).key));
    add_member(node, "by", json_text_or_null(ratification.by));
    add_member(node, "when",
               ratification.when.empty() ? null_node()
                                         : json_condition(negotiation, ratification.when));
    add_member(node, "need", text_node(to_text(need)));
    add_member(node, "said", said_node(negotiation, ratification.said));
    return node;
}

} // namespace

Node deadline_node(const Case& negotiation, const Deadline& deadline) {
    Node node = table_node();
    add_member(node, "party",
               deadline.party ? text_node(negotiation.party(*deadline.party).key) : null_node());
    add_member(node, "title", json_text_or_null(deadline.title));
    add_member(node, "date", deadline.date ? text_node(to_iso(*deadline.date)) : null_node());
    add_member(node, "pace", json_text_or_null(deadline.pace));
    add_member(node, "hard", boolean_node(deadline.is_hard));
    return node;
}

void put_formalities(const Case& negotiation, const Formalities& formalities, Page& page) {
    std::vector<std::string> ratifications, deadlines;
    for (std::size_t at = 0; at < formalities.ratifications.size(); ++at) {
        ratifications.push_back(ratification_text(negotiation, negotiation.ratifications[at],
                                                  formalities.ratifications[at]));
    }
    for (std::size_t at = 0; at < formalities.deadlines.size(); ++at) {
        deadlines.push_back(deadline_text(negotiation, at, formalities.deadlines[at]));
    }
    page.heading("RATIFY");
    if (!ratifications.empty()) {
        page.line(listed_apart(ratifications, page.most(6)) + ".");
    }
    page.heading("DEADLINES");
    if (!deadlines.empty()) {
        page.line(listed_apart(deadlines, page.most(6)) + ".");
    }
    page.heading("");
}

void add_formalities(const Case& negotiation, const Formalities& formalities, Node& node) {
    Node& ratifications = add_member(node, "ratification", list_node({}));
    for (std::size_t at = 0; at < formalities.ratifications.size(); ++at) {
        ratifications.items.push_back(ratification_node(negotiation, negotiation.ratifications[at],
                                                        formalities.ratifications[at]));
    }
    Node& deadlines = add_member(node, "deadlines", list_node({}));
    for (std::size_t at = 0; at < formalities.deadlines.size(); ++at) {
        const Deadline& deadline = negotiation.deadlines[at];
        Node& own = deadlines.items.emplace_back(deadline_node(negotiation, deadline));
        add_member(own, "state", json_text_or_null(to_text(formalities.deadlines[at])));
        add_member(own, "said", said_node(negotiation, deadline.said));
    }
}

} // namespace unbracket
