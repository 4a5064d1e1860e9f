#pragma once

#include "unbracket/frontier/optimum_proof.hpp"
#include "unbracket/frontier/pursuit.hpp"
#include "unbracket/frontier/solution_measure.hpp"
#include "unbracket/frontier/solution_space.hpp"
#include "unbracket/frontier/solutions.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// What the searches for several solutions share: the space, what they may spend, acceptable
/// outcomes to start from, and whether proofs are wanted.
class SolutionSearch {
public:
    SolutionSearch(const SolutionSpace& space, const SolutionOptions& options,
                   const std::optional<OptimumProofs>& proofs)
        : space_(space), options_(options), proofs_(proofs),
          budget_{options.node_budget, options.cancel} {}

    const SolutionSpace& space() const { return space_; }
    std::size_t width() const { return space_.table().columns.size(); }
    bool is_tolerant() const { return options_.tolerance.sign() > 0; }
    bool wants_proofs() const { return proofs_.has_value(); }

    PursuitBudget& budget() { return budget_; }
    void renew_budget();
    std::uint64_t nodes() const { return nodes_; } // up to the last renewal

    void know(const Candidate& candidate) { known_.push_back(candidate); }
    const std::vector<Candidate>& known() const { return known_; }
    /// Lets a pursuit begin with all acceptable outcomes that are known.
    void start(Pursuit& pursuit) const;

    /// Where proofs are wanted: why no outcome is wanted beyond the best of a pursuit that is
    /// settled. Nothing where the proof's own budget does not last: a plain walk may take longer
    /// than the search did.
    std::optional<std::vector<OptimumPart>> proof_parts(const SolutionSpace& space,
                                                        Pursuit& pursuit);

    /// The same for the pursuit's bound: why no outcome measures more than that.
    std::optional<std::vector<OptimumPart>> bound_parts(const SolutionSpace& space,
                                                        const Pursuit& pursuit) const;

    /// What a pursuit came to: its ties where nothing better exists, else its best outcome.
    Solution finished(const SolutionSpace& space, const Measure& measure, Pursuit& pursuit,
                      bool is_settled);

private:
    Solution as_solution(const SolutionSpace& space, const TieList& list) const;

    const SolutionSpace& space_;
    const SolutionOptions& options_;
    const std::optional<OptimumProofs>& proofs_;
    PursuitBudget budget_;
    std::uint64_t nodes_ = 0;
    std::vector<Candidate> known_;
};

} // namespace unbracket
