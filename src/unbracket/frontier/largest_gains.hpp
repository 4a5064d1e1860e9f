#pragma once

#include "unbracket/frontier/optimum_proof.hpp"
#include "unbracket/frontier/solution_measure.hpp"
#include "unbracket/frontier/solution_search.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// How much one column can gain at most in the zone, as far as it is known.
struct LargestGain {
    Rational found;                  // some outcome gives it
    std::optional<Rational> at_most; // no outcome gives more
    std::optional<LargestProof> proof;
};

/// The largest gain of every column among acceptable outcomes, one of which must be known.
class LargestGains {
public:
    explicit LargestGains(SolutionSearch& search) : search_(search), all_(search.width()) {}

    /// Looks for each with so many nodes for each; what is settled stays.
    void look(std::uint64_t nodes);
    /// The same with all that is left of the budget.
    void look() { look(UINT64_MAX); }

    /// Counts acceptable outcomes that were found elsewhere; true where one gives somebody more.
    bool take_known();

    const std::vector<LargestGain>& all() const { return all_; }
    bool are_settled() const;
    /// What shares are measured by: who cannot gain has no unit. Nothing where it is not known
    /// whether somebody can, or how much at most.
    std::optional<std::vector<std::optional<ScoreUnit>>> units() const;
    /// Where all are proved.
    std::optional<std::vector<LargestProof>> proofs() const;

private:
    void look_for(std::size_t column);
    /// What is found and the bound are the same, or no further apart than the tolerance.
    bool is_settled(std::size_t column) const;
    void hold(std::size_t column, const Candidate& candidate);
    std::optional<Rational> bound_of(const Pursuit& pursuit, std::size_t column) const;

    SolutionSearch& search_;
    std::vector<LargestGain> all_; // by column
};

} // namespace unbracket
