#include "unbracket/frontier/solution_search.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

void SolutionSearch::renew_budget() {
    nodes_ += options_.node_budget - budget_.nodes;
    budget_.nodes = options_.node_budget;
}

void SolutionSearch::start(Pursuit& pursuit) const {
    for (const Candidate& candidate : known_) {
        pursuit.try_candidate(candidate);
    }
}

std::optional<std::vector<OptimumPart>> SolutionSearch::proof_parts(const SolutionSpace& space,
                                                                    Pursuit& pursuit) {
    constexpr std::uint64_t times = 10;
    const std::uint64_t left = budget_.nodes;
    budget_.nodes = times * std::min(options_.node_budget, UINT64_MAX / times);
    const auto refutations = proofs_ ? pursuit.refutations() : std::nullopt;
    budget_.nodes = left;
    return refutations ? std::optional(proofs_->parts(space, *refutations)) : std::nullopt;
}

std::optional<std::vector<OptimumPart>> SolutionSearch::bound_parts(const SolutionSpace& space,
                                                                    const Pursuit& pursuit) const {
    const auto refutations = proofs_ ? pursuit.bound_refutations() : std::nullopt;
    return refutations ? std::optional(proofs_->parts(space, *refutations)) : std::nullopt;
}

Solution SolutionSearch::as_solution(const SolutionSpace& space, const TieList& list) const {
    Solution solution;
    for (const auto& [totals, tie] : list.by_totals) {
        const SpacePart& part = space.parts()[tie.example.part];
        solution.ties.push_back({totals, space.in_table(part, tie.example.choice), tie.outcomes});
    }
    solution.has_all_ties = list.is_complete;
    return solution;
}

Solution SolutionSearch::finished(const SolutionSpace& space, const Measure& measure,
                                  Pursuit& pursuit, bool is_settled) {
    const Candidate best = *pursuit.best();
    TieList alone;
    alone.by_totals.emplace(best.totals, TieList::Tie{best, 1});
    alone.is_complete = false;
    const bool is_optimal = is_settled && !is_tolerant();
    Solution solution = as_solution(
        space, is_optimal ? pursuit.ties(options_.most_ties, options_.tie_nodes) : alone);
    if (auto parts = is_settled ? proof_parts(space, pursuit) : std::nullopt) {
        solution.proof = OptimumProof{std::move(*parts), {}};
    }
    solution.measure = measure.worth(best.gains);
    solution.gap = Rational();
    if (!is_settled) {
        solution.proved = Proved::cut;
        const auto bound = pursuit.bound();
        solution.gap =
            bound ? std::optional(std::max(*bound - solution.measure, Rational())) : std::nullopt;
    } else if (is_tolerant()) {
        solution.proved = Proved::within;
        solution.gap = measure.tolerated(best.gains) - solution.measure;
    }
    return solution;
}

} // namespace unbracket
