#include "unbracket/report/optimum_certificate.hpp"

#include "unbracket/report/certificate_writer.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/solutions_words.hpp"

#include <string>
#include <utility>
#include <vector>

// Only writes down what the search found, as certificate_writer.cpp does.

namespace unbracket {

namespace {

class OptimumWriter {
public:
    OptimumWriter(const Case& negotiation, const EfficientOutcomes& efficient)
        : case_(negotiation), efficient_(efficient) {}

    Node claim(SolutionKind kind, const Solution& solution) const {
        Node claim = table_node();
        add_member(claim, "claim", text_node("optimum"));
        add_member(claim, "solution", text_node(words_of(kind).key));
        add_member(claim, "outcome", outcome(solution.ties.front().choice));
        if (solution.proved == Proved::within) {
            add_member(claim, "tolerance", text_node(efficient_.tolerance.to_fraction_text()));
        }
        if (kind == SolutionKind::kalai_smorodinsky) {
            add_member(claim, "largest", largest(solution.proof->largest));
        }
        add_member(claim, "parts", parts(solution.proof->parts));
        return claim;
    }

private:
    Node outcome(const RowChoice& choice) const {
        return json_outcome(case_, efficient_.table.outcome_of(choice));
    }

    const std::string& key_of(std::size_t column) const {
        return case_.party(efficient_.table.columns[column].party).key;
    }

    Node parts(const std::vector<OptimumPart>& list) const {
        std::vector<Node> nodes;
        for (const OptimumPart& part : list) {
            Node node = write_part(case_, part.part);
            if (part.gaining) {
                std::vector<Node> keys;
                for (const std::size_t column : *part.gaining) {
                    keys.push_back(text_node(key_of(column)));
                }
                add_member(node, "gaining", list_node(std::move(keys)));
            }
            if (part.is_none) {
                add_member(node, "none", boolean_node(true));
            }
            nodes.push_back(std::move(node));
        }
        return list_node(std::move(nodes));
    }

    Node largest(const std::vector<LargestProof>& proofs) const {
        Node all = table_node();
        for (const std::size_t column : efficient_.columns_in_file_order()) {
            Node own = table_node();
            add_member(own, "outcome", outcome(proofs[column].choice));
            if (proofs[column].at_most) {
                add_member(own, "at_most", text_node(proofs[column].at_most->to_fraction_text()));
            }
            add_member(own, "parts", parts(proofs[column].parts));
            add_member(all, key_of(column), std::move(own));
        }
        return all;
    }

    const Case& case_;
    const EfficientOutcomes& efficient_;
};

} // namespace

CertificateRemark remark_on_certificate(const EfficientOutcomes& efficient) {
    std::vector<std::string> unproved;
    bool is_empty = true;
    for (const SolutionKind kind : all_solution_kinds) {
        const auto& solution = efficient.solutions.of(kind);
        if (solution && !solution->proof) {
            unproved.push_back(words_of(kind).key);
        }
        is_empty = is_empty && !(solution && solution->proof);
    }
    if (is_empty) {
        return {true, "no certificate was written, as no solution is proved"};
    }
    return {false, unproved.empty()
                       ? ""
                       : "the certificate leaves out what is not proved: " + listed(unproved)};
}

Node write_optimum_certificate(const Case& negotiation, const EfficientOutcomes& efficient) {
    const OptimumWriter writer(negotiation, efficient);
    std::vector<Node> claims;
    for (const SolutionKind kind : all_solution_kinds) {
        const auto& solution = efficient.solutions.of(kind);
        if (solution && solution->proof) {
            claims.push_back(writer.claim(kind, *solution));
        }
    }
    const char* verdict = claims.empty() ? "undecided" : "optimum";
    return certificate_around(negotiation, verdict, std::move(claims));
}

} // namespace unbracket
