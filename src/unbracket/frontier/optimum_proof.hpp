#pragma once

#include "unbracket/frontier/gain_table.hpp"
#include "unbracket/frontier/pursuit.hpp"
#include "unbracket/frontier/solution_space.hpp"
#include "unbracket/zone/claim.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace unbracket {

/// Why none of some outcomes is better: multipliers are of gains.
struct OptimumPart {
    PartProof part;
    /// Of a product of gains: the columns that have to gain; nothing: all of them.
    std::optional<std::vector<std::size_t>> gaining;
    bool is_none = false; // that all of these gain at once is what the part excludes
};

/// That no outcome gives this column more than `choice` does or, with a tolerance, than `at_most`.
struct LargestProof {
    RowChoice choice; // of the table
    std::vector<OptimumPart> parts;
    std::optional<Rational> at_most;
};

/// What shows that a solution is best, or within the tolerance, for the independent checker.
struct OptimumProof {
    std::vector<OptimumPart> parts;
    std::vector<LargestProof> largest; // by column, where gains are measured by these
};

/// Puts what pursuits found into the terms of a proof: every bonus pattern has its part.
class OptimumProofs {
public:
    OptimumProofs(const CentralCase& central, const GainTable& table);

    /// One refutation for each part of the space.
    std::vector<OptimumPart> parts(const SolutionSpace& space,
                                   const std::vector<Refutation>& refutations) const;

private:
    PartyMultipliers multipliers(const SolutionSpace& space, const Multipliers& lane) const;

    struct Pattern {
        BonusPattern pattern;
        bool is_empty = false; // no outcome has it
    };
    const GainTable& table_;
    std::vector<PartyId> accepting_;
    std::vector<Pattern> patterns_;
};

} // namespace unbracket
