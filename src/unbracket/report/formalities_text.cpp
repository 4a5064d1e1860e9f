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

std::string ratifications_text(const Case& negotiation, const Formalities& formalities,
                               const Page& page) {
    std::vector<std::string> texts;
    for (std::size_t at = 0; at < formalities.ratifications.size(); ++at) {
        texts.push_back(ratification_text(negotiation, negotiation.ratifications[at],
                                          formalities.ratifications[at]));
    }
    return listed_apart(texts, page.most(6)) + ".";
}

/// Names of the texts for which the same has to be ratified as for this one.
std::vector<std::string> alike(const std::vector<TextFormalities>& texts,
                               const Formalities& formalities) {
    std::vector<std::string> names;
    for (const TextFormalities& text : texts) {
        if (text.formalities.ratifications == formalities.ratifications) {
            names.push_back(text.name);
        }
    }
    return names;
}

void put_ratifications(const Case& negotiation, const std::vector<TextFormalities>& texts,
                       Page& page) {
    page.heading("RATIFY");
    if (negotiation.ratifications.empty()) {
        return;
    }
    for (const TextFormalities& text : texts) {
        const std::vector<std::string> names = alike(texts, text.formalities);
        const std::string needs = ratifications_text(negotiation, text.formalities, page);
        if (names.size() == texts.size()) {
            page.line(needs);
            return;
        }
        if (names.front() == text.name) {
            page.item("-", listed(names, names.size()) + ": " + needs);
        }
    }
}

void put_deadlines(const Case& negotiation, const Formalities& formalities, Page& page) {
    std::vector<std::string> deadlines;
    for (std::size_t at = 0; at < formalities.deadlines.size(); ++at) {
        deadlines.push_back(deadline_text(negotiation, at, formalities.deadlines[at]));
    }
    page.heading("DEADLINES");
    if (!deadlines.empty()) {
        page.line(listed_apart(deadlines, page.most(6)) + ".");
    }
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
    put_formalities(negotiation, std::vector<TextFormalities>{{"", formalities}}, page);
}

void put_formalities(const Case& negotiation, const std::vector<TextFormalities>& texts,
                     Page& page) {
    put_ratifications(negotiation, texts, page);
    put_deadlines(negotiation, texts.front().formalities, page);
    page.heading("");
}

void add_ratification(const Case& negotiation, const Formalities& formalities, Node& node) {
    Node& ratifications = add_member(node, "ratification", list_node({}));
    for (std::size_t at = 0; at < formalities.ratifications.size(); ++at) {
        ratifications.items.push_back(ratification_node(negotiation, negotiation.ratifications[at],
                                                        formalities.ratifications[at]));
    }
}

void add_deadlines(const Case& negotiation, const Formalities& formalities, Node& node) {
    Node& deadlines = add_member(node, "deadlines", list_node({}));
    for (std::size_t at = 0; at < formalities.deadlines.size(); ++at) {
        const Deadline& deadline = negotiation.deadlines[at];
        Node& own = deadlines.items.emplace_back(deadline_node(negotiation, deadline));
        add_member(own, "state", json_text_or_null(to_text(formalities.deadlines[at])));
        add_member(own, "said", said_node(negotiation, deadline.said));
    }
}

void add_formalities(const Case& negotiation, const Formalities& formalities, Node& node) {
    add_ratification(negotiation, formalities, node);
    add_deadlines(negotiation, formalities, node);
}

} // namespace unbracket
