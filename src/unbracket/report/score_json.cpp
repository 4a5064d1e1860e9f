#include "unbracket/report/score_json.hpp"

#include <limits>
#include <utility>

namespace unbracket {

namespace {

const char* acceptance_name(Acceptance acceptance) {
    switch (acceptance) {
    case Acceptance::surely:
        return "surely";
    case Acceptance::possibly:
        return "possibly";
    case Acceptance::never:
        return "never";
    case Acceptance::no_reading:
        break;
    }
    return "no_reading";
}

const char* objection_name(const Case& negotiation, const Objection& objection) {
    switch (objection.kind) {
    case Refusal::none:
        return negotiation.entry(*objection.entry).kind == EntryKind::norm ? "norm" : "rule";
    case Refusal::intent:
        return "intent";
    case Refusal::red_line:
        return "red_line";
    case Refusal::unknown_option:
        return "unknown_option";
    case Refusal::limit:
        return "limit";
    case Refusal::value:
        break;
    }
    return "value";
}

Node objection_node(const Case& negotiation, const Objection& objection) {
    Node node = table_node();
    add_member(node, "kind", text_node(objection_name(negotiation, objection)));
    add_member(node, "entry",
               objection.entry ? text_node(negotiation.entry(*objection.entry).address)
                               : null_node());
    if (objection.issue && objection.option) {
        const Issue& issue = negotiation.issue(*objection.issue);
        add_member(node, "issue", text_node(issue.key));
        add_member(node, "option", json_option(issue, *objection.option));
    }
    add_member(node, "certain", boolean_node(objection.is_certain));
    return node;
}

Node objection_list(const Case& negotiation, const std::vector<Objection>& objections) {
    std::vector<Node> items;
    for (const Objection& objection : objections) {
        items.push_back(objection_node(negotiation, objection));
    }
    return list_node(std::move(items));
}

Node party_node(const Case& negotiation, const PartyScore& party, const JsonOptions& options) {
    Node node = table_node();
    add_member(node, "required", boolean_node(party.is_required));
    add_member(node, "counted", boolean_node(party.is_counted));
    add_member(node, "accepts", text_node(acceptance_name(party.acceptance)));
    add_member(node, "surplus", party.surplus ? json_range(*party.surplus, options) : null_node());
    add_member(node, "surplus_attained", boolean_node(party.surplus_is_attained));
    add_member(node, "objections", objection_list(negotiation, party.objections));
    return node;
}

} // namespace

Node score_json(const Case& negotiation, const DraftScore& score, const JsonOptions& options) {
    const bool is_saturated = score.completions == std::numeric_limits<std::uint64_t>::max();
    Node node = table_node();
    add_identity(node, negotiation);
    add_member(node, "draft",
               score.draft ? text_node(negotiation.draft(*score.draft).key) : null_node());
    add_member(node, "agreement", text_node(acceptance_name(score.agreement)));
    add_member(node, "completions", is_saturated ? null_node() : json_count(score.completions));
    add_member(node, "exact", boolean_node(score.is_exact));
    add_member(node, "broken", objection_list(negotiation, score.broken));
    Node& parties = add_member(node, "parties", table_node());
    for (const PartyScore& party : score.parties) {
        add_member(parties, negotiation.party(party.party).key,
                   party_node(negotiation, party, options));
    }
    return node;
}

} // namespace unbracket
