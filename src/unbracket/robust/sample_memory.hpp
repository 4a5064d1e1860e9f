#pragma once

#include "unbracket/robust/reading_sample.hpp"
#include "unbracket/robust/reading_verdicts.hpp"
#include "unbracket/robust/weight_measure.hpp"

#include <optional>
#include <vector>

namespace unbracket {

/// What one sample leaves for the next, of the same case or of one that differs in some entry: it
/// makes that one faster and changes nothing in it, unless the budget of a draw runs out. Only for
/// cases with the same parties, issues and options; for one thread.
struct SampleMemory {
    WeightTables tables;
    std::optional<ReadingVerdicts::Learnt> learnt; // of the first sample
};

/// As take_sample(), with and for a memory.
SampleTally take_sample(const Case& negotiation, const Appraisal& appraisal,
                        const SampleQuestion& question, const SampleOptions& options,
                        SampleMemory& memory);

/// Samples of several cases that differ in limits, rules, norms and in whom an agreement needs:
/// the draws of the first, made once and decided for each. At least one case.
std::vector<SampleTally> take_samples(const std::vector<Case>& versions, const Appraisal& appraisal,
                                      const SampleOptions& options, SampleMemory& memory);

/// As frequent_agreements(), for a memory.
std::vector<Outcome> frequent_agreements(const Case& negotiation, const Appraisal& appraisal,
                                         std::size_t most, const SampleOptions& options,
                                         SampleMemory& memory);

} // namespace unbracket
