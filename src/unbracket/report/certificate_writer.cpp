#include "unbracket/report/certificate_writer.hpp"

#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/json_value.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

// Only writes down what the engine found; whether it proves anything is for the checker to say.
// Numbers of readings are exact text, multipliers are whole numbers of any width.

namespace unbracket {

namespace {

constexpr std::int64_t widest_json_whole = std::int64_t{1} << 53U;

Node exact_text(const Rational& number) {
    return text_node(number.to_fraction_text());
}

Node multiplier_node(const Rational& number) {
    const auto small = number.small();
    const bool fits = small && small->denominator == 1 && small->numerator <= widest_json_whole;
    return fits ? number_node(std::to_string(small->numerator)) : exact_text(number);
}

Node multipliers_node(const Case& negotiation, const PartyMultipliers& multipliers,
                      const ColumnMultipliers& columns) {
    Node node = table_node();
    for (const auto& [party, multiplier] : multipliers) {
        add_member(node, negotiation.party(party).key, multiplier_node(multiplier));
    }
    for (const auto& [column, multiplier] : columns) {
        add_member(node, "#" + std::to_string(column + 1), multiplier_node(multiplier));
    }
    return node;
}

/// `s2`, `order.weight.alta`, and further ones with a number.
std::string name_of(const Case& negotiation, const RowName& name) {
    const auto* statement = std::get_if<StatementId>(&name.origin);
    const std::string origin = statement != nullptr
                                   ? negotiation.statement(*statement).key
                                   : negotiation.entry(std::get<EntryId>(name.origin)).address;
    return name.number == 1 ? origin : origin + " " + std::to_string(name.number);
}

void add_row_weights(const Case& negotiation, const RowWeights& weights, Node& node) {
    Node rows = table_node();
    for (const auto& [name, weight] : weights.rows) {
        add_member(rows, name_of(negotiation, name), multiplier_node(weight));
    }
    add_member(node, "judgements", std::move(rows));
    if (weights.some_weight.sign() > 0) {
        add_member(node, "some_weight", multiplier_node(weights.some_weight));
    }
}

Node column_node(const Case& negotiation, const CoupledColumn& column) {
    Node node = table_node();
    add_member(node, "party", text_node(negotiation.party(column.party).key));
    const Overloaded add_source{
        [&](const RowWeights& weights) {
            add_row_weights(negotiation, weights, node);
            add_member(node, "outcome", multiplier_node(weights.outcome));
        },
        [&](const PartyReading& reading) {
            add_member(node, "reading", write_reading(negotiation, reading));
        },
    };
    std::visit(add_source, column.source);
    return node;
}

void add_columns(const Case& negotiation, const PartProof& proof, Node& part) {
    std::vector<Node> columns;
    for (const CoupledColumn& column : proof.columns) {
        columns.push_back(column_node(negotiation, column));
    }
    if (!columns.empty()) {
        add_member(part, "columns", list_node(std::move(columns)));
    }
}

void add_pattern(const Case& negotiation, const BonusPattern& pattern, Node& part) {
    Node bonuses = table_node();
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] != BonusState::undecided) {
            add_member(bonuses, negotiation.entry(negotiation.bonuses[at].entry).address,
                       boolean_node(pattern[at] == BonusState::on));
        }
    }
    if (!bonuses.members.empty()) {
        add_member(part, "bonuses", std::move(bonuses));
    }
}

Node issue_list(const Case& negotiation, const std::vector<IssueId>& order) {
    std::vector<Node> issues;
    for (const IssueId issue : order) {
        issues.push_back(text_node(negotiation.issue(issue).key));
    }
    return list_node(std::move(issues));
}

void add_tree(const Case& negotiation, const TreePartProof& tree, Node& part) {
    std::vector<Node> lanes;
    for (std::size_t at = 0; at < tree.lanes.size(); ++at) {
        lanes.push_back(multipliers_node(negotiation, tree.lanes[at],
                                         at < tree.lane_columns.size() ? tree.lane_columns[at]
                                                                       : ColumnMultipliers()));
    }
    add_member(part, "kind", text_node("tree"));
    add_member(part, "weights", list_node(std::move(lanes)));
    add_member(part, "order", issue_list(negotiation, tree.order));
    add_member(part, "nodes", json_count(tree.nodes));
}

/// A part that limits alone empty is a tree without a node.
TreePartProof bare_tree(const Case& negotiation) {
    TreePartProof tree;
    for (std::size_t at = 0; at < negotiation.issues.size(); ++at) {
        tree.order.emplace_back(at);
    }
    return tree;
}

} // namespace

Node write_part(const Case& negotiation, const PartProof& proof) {
    Node part = table_node();
    add_member(part, "accepting", json_parties(negotiation, proof.accepting));
    add_pattern(negotiation, proof.pattern, part);
    if (proof.at_least) {
        add_member(part, "at_least", number_node(std::to_string(*proof.at_least)));
    }
    add_columns(negotiation, proof, part);
    const Overloaded add_proof{
        [&](const EmptyPartProof&) { add_tree(negotiation, bare_tree(negotiation), part); },
        [&](const RootPartProof& root) {
            add_member(part, "kind", text_node("root"));
            add_member(part, "weights",
                       list_node({multipliers_node(negotiation, root.multipliers, root.columns)}));
        },
        [&](const TreePartProof& tree) { add_tree(negotiation, tree, part); },
        [&](const CoupledPartProof&) { add_member(part, "kind", text_node("judgements")); },
    };
    std::visit(add_proof, proof.proof);
    return part;
}

namespace {

Node claim_node(const char* name) {
    Node claim = table_node();
    add_member(claim, "claim", text_node(name));
    return claim;
}

Node none_claim(const Case& negotiation, const char* name, const NoOutcome& none) {
    Node claim = claim_node(name);
    std::vector<Node> parts;
    for (const PartProof& proof : none.parts) {
        parts.push_back(write_part(negotiation, proof));
    }
    add_member(claim, "parts", list_node(std::move(parts)));
    return claim;
}

Node possible_claim(const Case& negotiation, const Outcome& outcome,
                    const std::vector<PartyReading>& readings) {
    Node claim = claim_node("possible");
    add_member(claim, "outcome", json_outcome(negotiation, outcome));
    add_member(claim, "readings", write_readings(negotiation, readings));
    return claim;
}

Node sure_claim(const Case& negotiation, const AgreementVerdict& agreement) {
    Node claim = claim_node("sure");
    add_member(claim, "outcome", json_outcome(negotiation, agreement.outcome));
    Node refusals = table_node();
    for (const CoupledColumn& refusal : agreement.refusals) {
        const auto& weights = std::get<RowWeights>(refusal.source);
        Node node = table_node();
        add_row_weights(negotiation, weights, node);
        add_member(node, "outcome", multiplier_node(weights.outcome));
        add_member(refusals, negotiation.party(refusal.party).key, std::move(node));
    }
    if (!refusals.members.empty()) {
        add_member(claim, "never_missed", std::move(refusals));
    }
    return claim;
}

Node no_reading_claim(const Case& negotiation, const ContradictionVerdict& contradiction) {
    Node claim = claim_node("no_reading");
    add_member(claim, "party", text_node(negotiation.party(contradiction.party).key));
    add_member(claim, "entries", json_addresses(negotiation, contradiction.entries));
    if (!contradiction.statements.empty() || contradiction.refusal) {
        std::vector<Node> statements;
        for (const StatementId statement : contradiction.statements) {
            statements.push_back(text_node(negotiation.statement(statement).key));
        }
        add_member(claim, "statements", list_node(std::move(statements)));
    }
    if (contradiction.refusal) {
        add_row_weights(negotiation, *contradiction.refusal, claim);
    }
    return claim;
}

/// What can be claimed; a proof that no certificate can carry is left out.
std::vector<Node> claims_of(const Case& negotiation, const Verdict& verdict) {
    std::vector<Node> claims;
    const bool is_carried = is_certifiable(verdict);
    const Overloaded add_claims{
        [&](const AgreementVerdict& agreement) {
            claims.push_back(sure_claim(negotiation, agreement));
        },
        [&](const NoAgreementVerdict& none) {
            if (is_carried) {
                claims.push_back(none_claim(negotiation, "none_possible", none.proof));
            }
        },
        [&](const DependsVerdict& depends) {
            claims.push_back(
                possible_claim(negotiation, depends.possible_outcome, depends.possible_reading));
            if (is_carried) {
                claims.push_back(none_claim(negotiation, "none_sure", depends.none_sure));
            }
        },
        [&](const UndecidedVerdict& undecided) {
            if (undecided.possible_outcome) {
                claims.push_back(possible_claim(negotiation, *undecided.possible_outcome,
                                                undecided.possible_reading));
            }
        },
        [&](const ContradictionVerdict& contradiction) {
            claims.push_back(no_reading_claim(negotiation, contradiction));
        },
    };
    std::visit(add_claims, verdict.answer);
    if (!verdict.some_readings.empty()) {
        claims.push_back(claim_node("some_reading"));
        add_member(claims.back(), "readings", write_readings(negotiation, verdict.some_readings));
    }
    return claims;
}

Node values_of(const Issue& issue, const std::vector<Rational>& values) {
    Node node = table_node();
    for (std::size_t at = 0; at < values.size(); ++at) {
        add_member(node, issue.options[at].key, exact_text(values[at]));
    }
    return node;
}

void add_fallback(const Case& negotiation, const PartyReading& reading, Node& node) {
    if (reading.fallback) {
        add_member(node, "fallback", exact_text(*reading.fallback));
    } else {
        add_member(node, "fallback_draft", json_outcome(negotiation, reading.fallback_completion));
    }
}

template <class Things>
void add_numbers(const Case& negotiation, const char* key, const Things& things,
                 const std::vector<std::pair<std::size_t, Rational>>& numbers, Node& node) {
    Node table = table_node();
    for (const auto& [position, number] : numbers) {
        add_member(table, negotiation.entry(things[position].entry).address, exact_text(number));
    }
    if (!table.members.empty()) {
        add_member(node, key, std::move(table));
    }
}

} // namespace

Node write_reading(const Case& negotiation, const PartyReading& reading) {
    Node node = table_node();
    const Scale scale = negotiation.party(reading.party).scale;
    if (scale == Scale::none) {
        return node;
    }
    Node weights = table_node(), values = table_node();
    for (std::size_t at = 0; at < negotiation.issues.size(); ++at) {
        if (!reading.values[at].empty()) {
            const Issue& issue = negotiation.issues[at];
            add_member(weights, issue.key, exact_text(reading.weights[at]));
            add_member(values, issue.key, values_of(issue, reading.values[at]));
        }
    }
    if (scale == Scale::stances) {
        add_member(node, "weights", std::move(weights));
    }
    add_member(node, "values", std::move(values));
    add_fallback(negotiation, reading, node);
    add_numbers(negotiation, "bonuses", negotiation.bonuses, reading.bonuses, node);
    add_numbers(negotiation, "losses", negotiation.risks, reading.losses, node);
    return node;
}

Node write_readings(const Case& negotiation, const std::vector<PartyReading>& readings) {
    Node node = table_node();
    for (const PartyReading& reading : readings) {
        add_member(node, negotiation.party(reading.party).key, write_reading(negotiation, reading));
    }
    return node;
}

Node certificate_around(const Case& negotiation, std::string_view verdict,
                        std::vector<Node> claims) {
    Node identity = table_node();
    add_member(identity, "title", text_node(negotiation.title));
    add_member(identity, "digest", text_node(negotiation.digest));
    if (negotiation.as_of) {
        add_member(identity, "as_of", text_node(to_iso(*negotiation.as_of)));
    }
    Node certificate = table_node();
    add_member(certificate, "unbracket_certificate", number_node("1"));
    add_member(certificate, "case", std::move(identity));
    add_member(certificate, "verdict", text_node(std::string(verdict)));
    add_member(certificate, "claims", list_node(std::move(claims)));
    return certificate;
}

Node write_certificate(const Case& negotiation, const Verdict& verdict) {
    const VerdictKind proved = is_certifiable(verdict) ? kind_of(verdict) : VerdictKind::undecided;
    return certificate_around(negotiation, to_text(proved), claims_of(negotiation, verdict));
}

} // namespace unbracket
