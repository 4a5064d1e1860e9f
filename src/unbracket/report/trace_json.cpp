#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/entry_value.hpp"
#include "unbracket/report/trace_text.hpp"

#include <utility>

namespace unbracket {

namespace {

class TraceJson {
public:
    TraceJson(const Case& negotiation, const Trace& trace, const JsonOptions& options)
        : case_(negotiation), trace_(trace), options_(options) {}

    Node whole() const {
        Node node = table_node();
        add_identity(node, case_);
        add_member(node, "kind", word(tracing::kind_name(trace_.thing)));
        add_member(node, "name", name());
        add_people(node);
        add_member(node, "entry", entry());
        add_member(node, "reported_by", statements(trace_.reported_by));
        add_member(node, "inferred_from", statements(trace_.inferred_from));
        add_member(node, "voices", json_count(trace_.voices));
        add_member(node, "entries", json_addresses(case_, trace_.entries));
        add_member(node, "alone", json_addresses(case_, trace_.alone));
        add_member(node, "judged_by", statements(trace_.judged_by));
        add_member(node, "binds", json_list(trace_.binds, [this](PartyId party) {
                       return text_node(case_.party(party).key);
                   }));
        add_member(node, "relayed_by", statements(trace_.relayed_by));
        add_member(node, "superseded_by", statements(trace_.superseded_by));
        add_member(node, "contradicts", statements(trace_.contradicts));
        add_member(node, "alternatives", json_list(trace_.alternatives, [this](AlternativeId id) {
                       return text_node(case_.alternatives[as_index(id)].key);
                   }));
        add_member(node, "records", json_list(trace_.records, [this](const Record& record) {
                       Node one = table_node();
                       add_member(one, "kind", word(tracing::name(record.kind)));
                       add_member(one, "name", text_node(tracing::record_name(case_, record)));
                       return one;
                   }));
        add_member(node, "conflicts", json_list(trace_.conflicts, [this](const auto& conflict) {
                       const bool is_sure = conflict.question == Certainty::sure;
                       Node one = table_node();
                       add_member(one, "question", text_node(is_sure ? "sure" : "possible"));
                       add_member(one, "entries", json_addresses(case_, conflict.entries));
                       return one;
                   }));
        add_member(node, "conflicts_complete", boolean_node(trace_.conflicts_are_all));
        add_member(node, "verdict", text_node(to_text(trace_.verdict)));
        add_member(node, "without", verdict(trace_.without));
        add_member(node, "answers", json_list(trace_.answers, [](const AnswerVerdict& answer) {
                       Node one = table_node();
                       add_member(one, "answer", text_node(answer.key));
                       add_member(one, "verdict", verdict(answer.verdict));
                       add_member(one, "problem", json_text_or_null(answer.problem));
                       return one;
                   }));
        return node;
    }

private:
    static Node word(std::string_view text) { return text_node(std::string(text)); }
    static Node verdict(const std::optional<VerdictKind>& kind) {
        return kind ? text_node(to_text(*kind)) : null_node();
    }

    Node statements(const std::vector<StatementId>& ids) const {
        return json_list(ids,
                         [this](StatementId id) { return text_node(case_.statement(id).key); });
    }

    /// Of an entry or a statement.
    void add_people(Node& node) const {
        std::string entered_by;
        std::string checked_by;
        if (const auto* id = std::get_if<EntryId>(&trace_.thing)) {
            entered_by = case_.entry(*id).entered_by;
            checked_by = case_.entry(*id).checked_by;
        } else if (const auto* said = std::get_if<StatementId>(&trace_.thing)) {
            entered_by = case_.statement(*said).entered_by;
            checked_by = case_.statement(*said).checked_by;
        }
        add_member(node, "entered_by", json_text_or_null(entered_by));
        add_member(node, "checked_by", json_text_or_null(checked_by));
    }

    Node name() const {
        return std::visit(
            Overloaded{[this](EntryId id) { return text_node(case_.entry(id).address); },
                       [](const std::vector<EntryId>&) { return null_node(); },
                       [this](StatementId id) { return text_node(case_.statement(id).key); },
                       [this](DraftId id) { return text_node(case_.draft(id).key); },
                       [this](AlternativeId id) {
                           return text_node(case_.alternatives[as_index(id)].key);
                       }},
            trace_.thing);
    }

    Node entry() const {
        const auto* id = std::get_if<EntryId>(&trace_.thing);
        if (id == nullptr) {
            return null_node();
        }
        Node node = table_node();
        add_entry(node, case_, *id, written_value(case_, *id, options_));
        add_member(node, "party",
                   case_.entry(*id).party ? text_node(case_.party(*case_.entry(*id).party).key)
                                          : null_node());
        add_member(node, "coverage", word(tracing::coverage_of(case_, *id)));
        add_member(node, "can_move_verdict", boolean_node(trace_.can_move_verdict));
        const SourcePosition& at = case_.entry(*id).at;
        add_member(node, "line", at.file.empty() ? null_node() : json_count(at.line));
        return node;
    }

    const Case& case_;
    const Trace& trace_;
    const JsonOptions& options_;
};

} // namespace

Node trace_json(const Case& negotiation, const Trace& trace, const JsonOptions& options) {
    return TraceJson(negotiation, trace, options).whole();
}

} // namespace unbracket
