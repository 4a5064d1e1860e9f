#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/base/work_meter.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/reading.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace unbracket {

/// A party's reading is drawn anew until this holds of it.
struct ReadingCondition {
    PartyId party;
    std::function<bool(const PartyReading&)> holds;
};

struct SampleOptions {
    std::uint64_t samples = 100'000;
    std::uint64_t seed = 1;
    unsigned threads = 1;
    std::uint64_t nodes_each = 1'000'000; // of the search for one reading
    std::vector<ReadingCondition> conditions;
    /// Where given: no draws are made for a case that would leave aside what binds another party
    /// (see ReadingSampler::unjudged()), since its shares would be of other readings.
    std::optional<std::vector<PartyId>> may_leave_aside = {};
    const CancelFlag* cancel = nullptr;
    WorkMeter* meter = nullptr; // is told the draws of each chunk
};

/// What is counted beside verdicts.
struct SampleQuestion {
    std::vector<Outcome> outcomes;
    std::vector<std::vector<Outcome>> contents; // all that a draft may turn out to say
    bool asks_who_blocks = false;
};

/// In how many readings all or one accept.
struct AcceptanceTally {
    std::uint64_t agreement = 0;         // by the agreement rule
    std::vector<std::uint64_t> by_party; // by place among the counted parties
};

/// The same for a text that leaves contents open: with some content, and whatever the content.
struct ContentTally {
    AcceptanceTally some;
    AcceptanceTally every;
};

/// How draws were decided; for benchmarks and tests.
struct VerdictCounts {
    std::uint64_t known_outcomes = 0;    // an outcome that was an agreement in an earlier draw
    std::uint64_t known_multipliers = 0; // multipliers of an earlier draw
    std::uint64_t dual = 0;
    std::uint64_t search = 0;
};

/// Counts over a sample; `readings` and below leave out draws that were given up or not reached.
struct SampleTally {
    std::uint64_t readings = 0;
    std::uint64_t agreement = 0; // readings with some agreement
    std::uint64_t undecided = 0; // readings whose search was cut
    std::uint64_t lost = 0;      // draws that no try satisfied conditions in
    std::vector<AcceptanceTally> outcomes;
    std::vector<ContentTally> contents;
    /// By place among the counted parties: readings without an agreement that would have one were
    /// the party content with any value, its limits standing.
    std::vector<std::uint64_t> blocks;
    VerdictCounts counts;
    bool is_cut = false; // somebody stopped it

    void add(const SampleTally& other);
};

/// Draws readings and decides each exactly. The same for every number of threads. Every counted
/// party must have a reading.
SampleTally take_sample(const Case& negotiation, const Appraisal& appraisal,
                        const SampleQuestion& question, const SampleOptions& options);

/// Outcomes that are agreements in some of the first readings, those first that are so most often.
std::vector<Outcome> frequent_agreements(const Case& negotiation, const Appraisal& appraisal,
                                         std::size_t most, const SampleOptions& options);

} // namespace unbracket
