#include "unbracket/report/score_json.hpp"
#include "unbracket/report/steps_text.hpp"

#include <utility>

namespace unbracket {

namespace {

Node said_node(const Case& negotiation, const std::vector<StatementId>& said) {
    return json_list(said,
                     [&](StatementId id) { return text_node(negotiation.statement(id).key); });
}

/// {"options": condition, "object": null}, or the other way round.
Node side_node(const Case& negotiation, const Condition& condition, const std::string& object) {
    Node node = table_node();
    add_member(node, "options",
               condition.empty() ? null_node() : json_condition(negotiation, condition));
    add_member(node, "object", json_text_or_null(object));
    return node;
}

Node parties_node(const Case& negotiation, const std::optional<DraftScore>& score,
                  const JsonOptions& options) {
    if (!score) {
        return null_node();
    }
    Node node = table_node();
    add_member(node, "exact", boolean_node(score->is_exact));
    Node& parties = add_member(node, "parties", table_node());
    for (const PartyScore& party : score->parties) {
        Node& one = add_member(parties, negotiation.party(party.party).key, table_node());
        add_member(one, "surplus",
                   party.surplus ? json_range(*party.surplus, options) : null_node());
        add_member(one, "accepts", text_node(acceptance_name(party.acceptance)));
    }
    return node;
}

Node numbers_node(const StepSet& steps) {
    return json_list(steps, [](std::size_t at) { return json_count(at + 1); });
}

Node step_node(const Case& negotiation, std::size_t at, const StepReport& report,
               const JsonOptions& options) {
    const Step& step = negotiation.steps[at];
    Node node = table_node();
    add_member(node, "number", json_count(at + 1));
    add_member(node, "title", json_text_or_null(step.title));
    add_member(node, "demanded_by",
               step.demanded_by ? text_node(negotiation.party(*step.demanded_by).key)
                                : null_node());
    add_member(node, "said", said_node(negotiation, step.said));
    add_member(node, "first", side_node(negotiation, step.first, step.first_object));
    add_member(node, "then", side_node(negotiation, step.then, step.then_object));
    add_member(node, "can_hold_both", boolean_node(report.can_hold_both));
    add_member(node, "goes_first", json_parties(negotiation, report.movers));
    add_member(node, "after_first", parties_node(negotiation, report.after_first, options));
    add_member(node, "after_both", parties_node(negotiation, report.after_both, options));
    add_member(node, "without_status_quo", json_list(report.without_status_quo, [&](IssueId issue) {
                   return text_node(negotiation.issue(issue).key);
               }));
    return node;
}

Node order_node(const Case& negotiation, const std::optional<std::vector<Deed>>& order) {
    if (!order) {
        return null_node();
    }
    return json_list(*order, [&](const Deed& deed) {
        Node node = table_node();
        const auto* issue = std::get_if<IssueId>(&deed);
        add_member(node, "issue",
                   issue != nullptr ? text_node(negotiation.issue(*issue).key) : null_node());
        add_member(node, "object",
                   issue != nullptr ? null_node() : text_node(std::get<std::string>(deed)));
        return node;
    });
}

Node verdict_node(const Case& negotiation, const ObjectVerdict& verdict) {
    Node node = table_node();
    add_member(node, "object", json_text_or_null(verdict.object));
    add_member(node, "verdict", text_node(to_text(verdict.kept)));
    add_member(node, "outcome",
               verdict.outcome ? json_outcome(negotiation, *verdict.outcome) : null_node());
    return node;
}

} // namespace

Node steps_json(const LoadedCase& loaded, const StepsResult& result, const JsonOptions& options) {
    const Case& negotiation = loaded.negotiation;
    Node answer = table_node();
    add_identity(answer, negotiation);
    Node& steps = add_member(answer, "steps", list_node({}));
    for (std::size_t at = 0; at < result.steps.size(); ++at) {
        steps.items.push_back(step_node(negotiation, at, result.steps[at], options));
    }
    add_member(answer, "conflicts", json_list(result.conflicts.sets, numbers_node));
    add_member(answer, "conflicts_complete", boolean_node(result.conflicts.is_complete));
    add_member(answer, "order", order_node(negotiation, result.order));
    add_member(answer, "agreement_object", json_text_or_null(negotiation.agreement.object));
    add_member(answer, "verdict_without_steps", text_node(to_text(result.without_steps)));
    add_member(answer, "verdicts", json_list(result.verdicts, [&](const ObjectVerdict& verdict) {
                   return verdict_node(negotiation, verdict);
               }));
    add_member(answer, "complete", boolean_node(!result.was_stopped));
    return answer;
}

} // namespace unbracket
