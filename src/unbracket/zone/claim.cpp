#include "unbracket/zone/claim.hpp"

#include "unbracket/search/find_choice.hpp"
#include "unbracket/search/merged_choice.hpp"
#include "unbracket/zone/bonus_patterns.hpp"
#include "unbracket/zone/coupled_part.hpp"
#include "unbracket/zone/part.hpp"
#include "unbracket/zone/party_sets.hpp"

#include <algorithm>
#include <atomic>
#include <type_traits>

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
struct WholeMultipliers {
    PartyMultipliers parties;
    ColumnMultipliers columns;
};

WholeMultipliers in_whole_numbers(const CoupledPart& part, const Multipliers& multipliers) {
    WholeMultipliers result;
    std::vector<Rational> numbers;
    const auto add = [&](const auto& whose) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(whose)>, PartyId>) {
            result.parties.emplace_back(whose, numbers.back());
        } else {
            result.columns.emplace_back(whose, numbers.back());
        }
    };
    for (std::size_t at = 0; at < multipliers.size(); ++at) {
        if (multipliers[at] != 0) {
            const auto [whose, column_unit] = part.origin_of(at);
            numbers.push_back(Rational(multipliers[at]) * column_unit);
            std::visit(add, whose);
        }
    }
    const Rational unit = whole_number_unit(numbers);
    for (auto& [party, multiplier] : result.parties) {
        multiplier *= unit;
    }
    for (auto& [column, multiplier] : result.columns) {
        multiplier *= unit;
    }
    return result;
}

PartProof search_proof(const CoupledPart& part, const NoChoice* search) {
    const PartQuestion& question = part.part().question;
    PartProof proof{question.accepting, question.at_least, question.pattern, EmptyPartProof{}, {}};
    if (search == nullptr) {
        return proof;
    }
    proof.columns = part.columns();
    if (const auto* root = std::get_if<RootProof>(&search->proof)) {
        WholeMultipliers whole = in_whole_numbers(part, root->multipliers);
        proof.proof = RootPartProof{std::move(whole.parties), std::move(whole.columns)};
        return proof;
    }
    const auto& tree = std::get<TreeProof>(search->proof);
    TreePartProof tree_proof;
    tree_proof.nodes = tree.nodes;
    for (const std::uint32_t issue : tree.plan.order) {
        tree_proof.order.emplace_back(issue);
    }
    for (const Multipliers& lane : tree.plan.lanes) {
        WholeMultipliers whole = in_whole_numbers(part, lane);
        tree_proof.lanes.push_back(std::move(whole.parties));
        tree_proof.lane_columns.push_back(std::move(whole.columns));
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
        CoupledPart part(context_, std::move(question));
        if (part.part().is_empty) {
            proof_.parts.push_back(search_proof(part, nullptr));
            return true;
        }
        for (;;) {
            const SearchAnswer search = look(part);
            answer_.nodes += search.nodes;
            if (const auto* found = std::get_if<ChoiceFound>(&search.answer)) {
                Outcome outcome = part.part().outcome_of(found->choice);
                if (is_accepted(outcome)) {
                    answer_.answer = OutcomeFound{std::move(outcome)};
                    return false;
                }
                part.learn_from(outcome);
                continue;
            }
            if (const auto* none = std::get_if<NoChoice>(&search.answer)) {
                proof_.parts.push_back(proof_of(part, *none, search.nodes));
                return true;
            }
            answer_.answer = ClaimCut{};
            return false;
        }
    }

    bool is_accepted(const Outcome& outcome) const {
        return is_agreement(context_.negotiation, context_.appraisal, outcome,
                            {certainty_, context_.omissions});
    }

    /// An outcome that is accepted, or from which something can be learned; or there is neither.
    SearchAnswer look(const CoupledPart& part) {
        asked_beyond_columns_ = false;
        const LeafTest leaf = [&](const RowChoice& choice) {
            const Outcome outcome = part.part().outcome_of(choice);
            if (is_accepted(outcome) || part.can_learn_from(outcome)) {
                return true;
            }
            if (!part.is_refused_without_judgements(outcome)) {
                asked_beyond_columns_ = true;
            }
            return false;
        };
        const TreeOptions tree{what_is_left(options_, answer_.nodes).node_budget, options_.threads,
                               options_.cancel};
        return options_.proofs == Proofs::kept ? find_choice(part.problem(), leaf, tree)
                                               : find_choice_merged(part.problem(), leaf, tree);
    }

    PartProof proof_of(const CoupledPart& part, const NoChoice& none, std::uint64_t nodes) const {
        if (options_.proofs == Proofs::left_out || !asked_beyond_columns_) {
            return search_proof(part, options_.proofs == Proofs::kept ? &none : nullptr);
        }
        PartProof proof = search_proof(part, nullptr);
        proof.proof = CoupledPartProof{nodes};
        return proof;
    }

    const CaseView& context_;
    Certainty certainty_;
    const ClaimOptions& options_;
    ClaimAnswer answer_;
    NoOutcome proof_;
    std::atomic<bool> asked_beyond_columns_ = false; // in the last look, on some thread
};

} // namespace

ClaimAnswer decide_claim(const Case& negotiation, const Appraisal& appraisal, Certainty certainty,
                         const ClaimOptions& options, const Omissions& omissions) {
    const CaseView context{negotiation, appraisal, omissions};
    return ClaimSearch(context, certainty, options).decide();
}

} // namespace unbracket
