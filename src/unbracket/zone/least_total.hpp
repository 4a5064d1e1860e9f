#pragma once

#include "unbracket/zone/bridge.hpp"
#include "unbracket/zone/claim.hpp"

#include <cstdint>

namespace unbracket {

/// The sum of the parts of a burden, points of different parties added as if they were one unit.
Rational total_of(const Burden& burden);

struct LeastTotalAnswer {
    LeastTotal best;
    std::uint64_t nodes = 0;
};

/// The burden with the smallest total, with the entries opened that `known` opens, and an outcome
/// where it is enough. `known` is any bridge, to start from. Exact, or marked as not proved where
/// the budget ran out or fallback drafts with very many open contents leave only bounds. Cost: some
/// ten decisions about a question with a few more sums than there are parties, at most 128 of both.
LeastTotalAnswer find_least_total(const CaseView& view, Certainty certainty, const Bridge& known,
                                  const ClaimOptions& options = {});

} // namespace unbracket
