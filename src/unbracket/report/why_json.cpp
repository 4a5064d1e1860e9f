#include "unbracket/report/why_json.hpp"

#include "unbracket/report/formalities_text.hpp"
#include "unbracket/report/why_text.hpp"

namespace unbracket {

namespace {

std::vector<std::string> statement_ids(const Case& negotiation,
                                       const std::vector<StatementId>& statements) {
    std::vector<std::string> ids;
    for (const StatementId id : statements) {
        ids.push_back(negotiation.statement(id).key);
    }
    return ids;
}

Node member_node(const Case& negotiation, const ConflictMember& member) {
    Node node = table_node();
    add_member(node, "entry", text_node(negotiation.entry(member.entry).address));
    add_member(node, "statements", json_statements_under(negotiation, member.entry));
    add_member(node, "outcome_without",
               member.without ? json_outcome(negotiation, *member.without) : null_node());
    return node;
}

Node gap_node(const Case& negotiation, const FallbackGap& gap, const JsonOptions& options) {
    Node node = table_node();
    add_member(node, "parties", json_parties(negotiation, gap.parties));
    add_member(node, "shortfall", json_rational(gap.shortfall, options));
    add_member(node, "outcome", json_outcome(negotiation, gap.outcome));
    add_member(node, "proved", json_proved(gap.is_proved));
    return node;
}

Node unknown_node(const Case& negotiation, const UnknownStop& stop) {
    Node node = table_node();
    add_member(node, "outcome", json_outcome(negotiation, stop.outcome));
    add_member(node, "options", json_list(stop.unknown, [&](const UnknownStop::Option& option) {
                   const Issue& issue = negotiation.issue(option.issue);
                   Node unknown = table_node();
                   add_member(unknown, "party", text_node(negotiation.party(option.party).key));
                   add_member(unknown, "issue", text_node(issue.key));
                   add_member(unknown, "option",
                              *json_outcome(negotiation, stop.outcome).find(issue.key));
                   return unknown;
               }));
    return node;
}

Node conflict_node(const Case& negotiation, const WhyQuestion& question, std::size_t at,
                   const JsonOptions& options) {
    const ConflictSet& conflict = question.list.conflicts[at];
    const std::optional<FallbackGap>& gap = question.gaps[at];
    const std::optional<UnknownStop>& unknown = question.unknown[at];
    std::vector<EntryId> entries;
    for (const ConflictMember& member : conflict.members) {
        entries.push_back(member.entry);
    }
    Node node = table_node();
    add_member(node, "entries", json_addresses(negotiation, entries));
    add_member(node, "text", text_node(conflict_sentence(negotiation, conflict)));
    add_member(node, "minimal", boolean_node(conflict.is_minimal));
    add_member(node, "members", json_list(conflict.members, [&](const ConflictMember& member) {
                   return member_node(negotiation, member);
               }));
    add_member(node, "gap", gap ? gap_node(negotiation, *gap, options) : null_node());
    add_member(node, "unknown", unknown ? unknown_node(negotiation, *unknown) : null_node());
    return node;
}

Node correction_node(const Case& negotiation, const Correction& correction) {
    Node node = table_node();
    add_member(node, "entries", json_addresses(negotiation, correction.entries));
    add_member(node, "outcome", json_outcome(negotiation, correction.outcome));
    return node;
}

/// `question`, `conflicts`, `complete` and `corrections`.
void add_question(const Case& negotiation, const WhyQuestion& question, const JsonOptions& options,
                  Node& node) {
    add_member(node, "question",
               text_node(question.certainty == Certainty::possible ? "possible" : "sure"));
    Node conflicts = list_node({});
    for (std::size_t at = 0; at < question.list.conflicts.size(); ++at) {
        conflicts.items.push_back(conflict_node(negotiation, question, at, options));
    }
    add_member(node, "conflicts", std::move(conflicts));
    add_member(node, "complete", boolean_node(question.list.is_complete()));
    add_member(node, "corrections",
               json_list(question.list.corrections, [&](const Correction& correction) {
                   return correction_node(negotiation, correction);
               }));
}

Node sticking_node(const Case& negotiation, const StickingPoint& point) {
    const Issue& issue = negotiation.issue(point.issue);
    Node node = table_node();
    add_member(node, "issue", text_node(issue.key));
    add_member(node, "point",
               issue.point ? text_node(negotiation.points[as_index(*issue.point)].key)
                           : null_node());
    add_member(node, "conflicts", json_count(point.conflicts));
    add_member(node, "entries", json_count(point.entries));
    add_member(node, "named_by", json_texts(statement_ids(negotiation, point.named_by)));
    return node;
}

} // namespace

Node why_json(const LoadedCase& loaded, const WhyResult& result, const JsonOptions& options) {
    const Case& negotiation = loaded.negotiation;
    Node node = table_node();
    add_identity(node, negotiation);
    add_member(node, "verdict", text_node(to_text(kind_of(result.verdict))));
    if (result.questions.empty()) {
        add_member(node, "question", null_node());
        add_member(node, "conflicts", list_node({}));
        add_member(node, "complete",
                   boolean_node(kind_of(result.verdict) == VerdictKind::agreement));
        add_member(node, "corrections", list_node({}));
    } else {
        add_question(negotiation, result.questions.front(), options, node);
    }
    Node sure = null_node();
    if (result.questions.size() > 1) {
        sure = table_node();
        add_question(negotiation, result.questions.back(), options, sure);
    }
    add_member(node, "also", std::move(sure));
    add_member(node, "sticking_points", json_list(result.sticking, [&](const StickingPoint& point) {
                   return sticking_node(negotiation, point);
               }));
    add_formalities(negotiation, formalities_of(negotiation, std::nullopt), node);
    return node;
}

} // namespace unbracket
