#include "unbracket/report/diff_phrase.hpp"
#include "unbracket/report/diff_text.hpp"
#include "unbracket/report/formalities_text.hpp"
#include "unbracket/report/standing_json.hpp"
#include "unbracket/report/timeline_phrase.hpp"
#include "unbracket/report/timeline_text.hpp"
#include "unbracket/report/trend_text.hpp"

#include <utility>

namespace unbracket {

namespace {

Node occurrence_node(const Case& negotiation, const Occurrence& occurrence) {
    Node node = table_node();
    add_member(node, "kind", text_node(std::string(phrase::name(occurrence.kind))));
    add_member(node, "id", json_text_or_null(phrase::occurrence_id(negotiation, occurrence)));
    add_member(node, "text", text_node(phrase::occurrence_text(negotiation, occurrence)));
    return node;
}

Node entries_node(const Timeline& timeline, std::size_t at, const JsonOptions& options) {
    const TimelineDate& date = timeline.dates[at];
    const LoadedCase* before = case_before(timeline, at);
    if (before == nullptr || !date.known) {
        return list_node({});
    }
    const CasePair cases{before->negotiation, date.known->negotiation, "", ""};
    return json_list(date.changes.entries, [&](const EntryChange& change) {
        return differing::entry_change_node(cases, change, options);
    });
}

void add_standing(const TimelineDate& date, const JsonOptions& options, const Case& whole,
                  Node& node) {
    add_member(node, "standing", date.standing ? standing_json(*date.standing) : null_node());
    add_member(node, "trend", date.stands ? trend_json(whole, *date.stands, options) : null_node());
    add_member(node, "problems", json_list(date.problems, [](const Diagnostic& problem) {
                   return text_node(problem.what);
               }));
}

/// What holds before the first date.
Node start_node(const Timeline& timeline, const JsonOptions& options) {
    Node node = table_node();
    add_standing(timeline.start, options, timeline.whole.negotiation, node);
    return node;
}

Node date_node_of(const Timeline& timeline, std::size_t at, const JsonOptions& options) {
    const Case& whole = timeline.whole.negotiation;
    const TimelineDate& date = timeline.dates[at];
    Node node = table_node();
    add_member(node, "date", text_node(to_iso(date.date)));
    add_member(node, "read", boolean_node(date.is_read));
    add_member(node, "occurrences", json_list(date.occurrences, [&](const Occurrence& one) {
                   return occurrence_node(whole, one);
               }));
    add_member(node, "superseded", json_list(date.superseded, [&](StatementId id) {
                   return text_node(whole.statement(id).key);
               }));
    add_member(node, "entries", entries_node(timeline, at, options));
    const Standing* standing = standing_after(timeline, at);
    add_member(node, "verdict",
               standing == nullptr ? null_node() : text_node(to_text(standing->verdict)));
    add_standing(date, options, whole, node);
    return node;
}

} // namespace

Node timeline_json(const Timeline& timeline, const JsonOptions& options) {
    const Case& whole = timeline.whole.negotiation;
    Node answer = table_node();
    add_identity(answer, whole);
    const std::optional<Date> own = phrase::own_date(timeline);
    add_member(answer, "entered_ahead_after", own ? text_node(to_iso(*own)) : null_node());
    add_member(answer, "before", start_node(timeline, options));
    Node dates = list_node({});
    for (std::size_t i = 0; i < timeline.dates.size(); ++i) {
        dates.items.push_back(date_node_of(timeline, i, options));
    }
    add_member(answer, "dates", std::move(dates));
    add_member(answer, "undated", json_list(timeline.undated, [&](const Occurrence& one) {
                   return occurrence_node(whole, one);
               }));
    add_member(answer, "deadlines", json_list(whole.deadlines, [&](const Deadline& deadline) {
                   return deadline_node(whole, deadline);
               }));
    add_member(answer, "complete", boolean_node(!timeline.was_stopped));
    return answer;
}

} // namespace unbracket
