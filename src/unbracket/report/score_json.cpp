#include "unbracket/report/score_json.hpp"

#include "unbracket/report/formalities_text.hpp"

#include <limits>
#include <utility>

namespace unbracket {

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

namespace {

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

Node objection_node(const Case& negotiation, const Objection& objection, JsonSources sources) {
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
    if (sources == JsonSources::present) {
        add_member(node, "statements",
                   objection.entry ? json_statements_under(negotiation, *objection.entry)
                                   : list_node({}));
    }
    return node;
}

} // namespace

Node json_objections(const Case& negotiation, const std::vector<Objection>& objections,
                     JsonSources sources) {
    return json_list(objections, [&](const Objection& objection) {
        return objection_node(negotiation, objection, sources);
    });
}

Node json_party_score(const Case& negotiation, const PartyScore& party, JsonSources sources,
                      const JsonOptions& options) {
    Node node = table_node();
    add_member(node, "required", boolean_node(party.is_required));
    add_member(node, "counted", boolean_node(party.is_counted));
    add_member(node, "accepts", text_node(acceptance_name(party.acceptance)));
    add_member(node, "surplus", party.surplus ? json_range(*party.surplus, options) : null_node());
    add_member(node, "surplus_attained", boolean_node(party.surplus_is_attained));
    add_member(node, "objections", json_objections(negotiation, party.objections, sources));
    return node;
}

Node json_completions(std::uint64_t completions) {
    const bool is_saturated = completions == std::numeric_limits<std::uint64_t>::max();
    return is_saturated ? null_node() : json_count(completions);
}

void add_score(Node& node, const Case& negotiation, const DraftScore& score,
               const JsonOptions& options) {
    add_member(node, "completions", json_completions(score.completions));
    add_member(node, "exact", boolean_node(score.is_exact));
    add_member(node, "possibly_proved", boolean_node(score.is_possibly_proved));
    add_member(node, "broken", json_objections(negotiation, score.broken, JsonSources::absent));
    Node& parties = add_member(node, "parties", table_node());
    for (const PartyScore& party : score.parties) {
        add_member(parties, negotiation.party(party.party).key,
                   json_party_score(negotiation, party, JsonSources::absent, options));
    }
}

Node score_json(const Case& negotiation, const DraftScore& score, const JsonOptions& options) {
    Node node = table_node();
    add_identity(node, negotiation);
    add_member(node, "draft",
               score.draft ? text_node(negotiation.draft(*score.draft).key) : null_node());
    add_member(node, "agreement", text_node(acceptance_name(score.agreement)));
    add_score(node, negotiation, score, options);
    add_formalities(negotiation,
                    score.draft
                        ? formalities_of(negotiation, negotiation.draft(*score.draft).content)
                        : formalities_of(negotiation, std::nullopt),
                    node);
    return node;
}

} // namespace unbracket
