#include "unbracket/zone/claim.hpp"

#include "unbracket/search/find_choice.hpp"
#include "unbracket/search/merged_choice.hpp"
#include "unbracket/zone/bonus_patterns.hpp"
#include "unbracket/zone/part.hpp"
#include "unbracket/zone/party_sets.hpp"

#include <algorithm>

// Is there an outcome that the agreement rule accepts? Searches are good at sums that must all
// reach a line, and the rule is not one: it asks for enough parties, whichever, and a bonus counts
// only where its combination is met. So the question is cut into parts that are. An outcome is
// accepted iff some smallest sufficient set of parties accepts it: Shapley's minimal winning
// coalitions. And every outcome meets some pattern of the combinations that carry a bonus, under
// which bonuses are constants. No part holds an outcome iff there is none, so a proof for each part
// is a proof.
//
// Where the sets or patterns would be too many, one part counts the parties, or bounds the bonuses,
// instead. That prunes less; the exact test at the leaves has the last word there.
//
// Source: Shapley (1962), Simple games, for minimal winning coalitions [shapley1962simple]

namespace unbracket {

namespace {

/// Multipliers of search columns as multipliers of reduced values, made whole.
PartyMultipliers for_parties(const Part& part, const Multipliers& multipliers) {
    PartyMultipliers result;
    std::vector<Rational> numbers;
    for (std::size_t at = 0; at < multipliers.size(); ++at) {
        if (multipliers[at] != 0) {
            numbers.push_back(Rational(multipliers[at]) * part.units[at]);
            result.emplace_back(part.columns[at], numbers.back());
        }
    }
    const Rational unit = whole_number_unit(numbers);
    for (auto& [party, multiplier] : result) {
        multiplier *= unit;
    }
    return result;
}

PartProof proof_of(const Part& part, const NoChoice* search) {
    PartProof proof{part.question.accepting, part.question.at_least, part.question.pattern,
                    EmptyPartProof{}};
    if (search == nullptr) {
        return proof;
    }
    if (const auto* root = std::get_if<RootProof>(&search->proof)) {
        proof.proof = RootPartProof{for_parties(part, root->multipliers)};
        return proof;
    }
    const auto& tree = std::get<TreeProof>(search->proof);
    TreePartProof tree_proof;
    tree_proof.nodes = tree.nodes;
    for (const std::uint32_t issue : tree.plan.order) {
        tree_proof.order.emplace_back(issue);
    }
    for (const Multipliers& lane : tree.plan.lanes) {
        tree_proof.lanes.push_back(for_parties(part, lane));
    }
    proof.proof = std::move(tree_proof);
    return proof;
}

/// Searches the parts one after the other within what is left of the budget.
class ClaimSearch {
public:
    ClaimSearch(const CaseView& context, Certainty certainty, const ClaimOptions& options)
        : context_(context), certainty_(certainty), options_(options) {}

    ClaimAnswer decide() {
        for (const PartySet& set : party_sets(context_.negotiation, context_.appraisal)) {
            for (BonusPattern& pattern :
                 bonus_patterns(context_, parties_that_matter(context_.negotiation, set))) {
                if (!search_part({certainty_, set.accepting, std::move(pattern), set.at_least,
                                  options_.breaking})) {
                    return std::move(answer_);
                }
            }
        }
        answer_.answer = std::move(proof_);
        return std::move(answer_);
    }

private:
    /// True when the part is proved to hold nothing; else the answer is set.
    bool search_part(PartQuestion question) {
        const Part part = build_part(context_, std::move(question));
        if (part.is_empty) {
            proof_.parts.push_back(proof_of(part, nullptr));
            return true;
        }
        const LeafTest leaf = [&](const RowChoice& choice) {
            return is_agreement(context_.negotiation, context_.appraisal, part.outcome_of(choice),
                                {certainty_, context_.omissions});
        };
        const TreeOptions tree{what_is_left(options_, answer_.nodes).node_budget, options_.threads,
                               options_.cancel};
        const SearchAnswer search = options_.proofs == Proofs::kept
                                        ? find_choice(part.problem, leaf, tree)
                                        : find_choice_merged(part.problem, leaf, tree);
        answer_.nodes += search.nodes;
        if (const auto* found = std::get_if<ChoiceFound>(&search.answer)) {
            answer_.answer = OutcomeFound{part.outcome_of(found->choice)};
            return false;
        }
        if (const auto* none = std::get_if<NoChoice>(&search.answer)) {
            proof_.parts.push_back(
                proof_of(part, options_.proofs == Proofs::kept ? none : nullptr));
            return true;
        }
        answer_.answer = ClaimCut{};
        return false;
    }

    const CaseView& context_;
    Certainty certainty_;
    const ClaimOptions& options_;
    ClaimAnswer answer_;
    NoOutcome proof_;
};

} // namespace

ClaimAnswer decide_claim(const Case& negotiation, const Appraisal& appraisal, Certainty certainty,
                         const ClaimOptions& options, const Omissions& omissions) {
    const CaseView context{negotiation, appraisal, omissions};
    return ClaimSearch(context, certainty, options).decide();
}

} // namespace unbracket
