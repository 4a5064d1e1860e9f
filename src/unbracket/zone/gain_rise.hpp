#pragma once

#include "unbracket/zone/best_gain.hpp"

#include <cstdint>

namespace unbracket {

/// Whether the question is one search in which gains are sums: everybody who counts has to accept,
/// no combination carries a bonus, and the parties asked about have scores and fallbacks in
/// numbers.
bool can_rise(const CaseView& view, const GainQuestion& question);

struct GainRise {
    BestGain best; // at least the gain that was known
    std::uint64_t nodes = 0;
};

/// The best gain of a question that can rise, from a gain that is reached: exact, and optimal
/// unless the budget ran out (or the known one was not sharp). A few walks of search trees,
/// whatever the distance. One thread.
GainRise rise_from(const CaseView& view, const GainQuestion& question, const BestGain& known,
                   const ClaimOptions& options);

} // namespace unbracket
