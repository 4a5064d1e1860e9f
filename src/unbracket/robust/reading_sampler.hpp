#pragma once

#include "unbracket/base/philox.hpp"
#include "unbracket/robust/judged_draws.hpp"
#include "unbracket/robust/party_sampler.hpp"
#include "unbracket/robust/reading_sample.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

struct SamplerOptions {
    std::uint64_t seed = 1;
    std::vector<ReadingCondition> conditions;
    /// Tries at one party's reading in one draw before the draw is given up.
    std::uint32_t most_tries = 1'000;
    WeightTables* tables = nullptr; // see WeightMeasure; used while the sampler is made
};

/// Readings of a case by number, those that go against binding judgements and orders of weights
/// drawn anew: draw 17 is the same whatever was drawn before, on every platform.
/// Random numbers are keyed by seed, draw, party (by its data, not its name or place) and try.
class ReadingSampler {
public:
    /// Every counted party must have a reading. The appraisal is that of the case.
    ReadingSampler(const Case& negotiation, const Appraisal& appraisal, SamplerOptions options);

    /// Parties whose binding judgements and orders of weights the draws leave aside, since hardly
    /// any draw would keep them.
    const std::vector<PartyId>& unjudged() const { return unjudged_; }
    /// The counted parties with stances or scores, by id.
    const std::vector<PartySampler>& parties() const { return parties_; }
    /// Draws from `first` on, a row of them in each table, of one of these parties. Lanes in which
    /// no try satisfied its conditions are marked in `lost`.
    PartyDraws draw(std::size_t party, std::uint64_t first, std::size_t lanes,
                    std::vector<bool>& lost) const;
    /// The same in the memory of earlier draws of the party, as many as there; their marks begin
    /// at `lost`.
    void draw(std::size_t party, std::uint64_t first, PartyDraws& draws,
              std::vector<bool>::iterator lost) const;
    /// The party's reading in that draw, exactly; nothing where the draw was given up.
    std::optional<PartyReading> reading(std::size_t party, std::uint64_t draw) const;

private:
    struct Place {
        std::uint64_t first = 0;
        std::uint32_t attempt = 0;
    };
    std::vector<bool> try_once(std::size_t party, const Place& place, PartyDraws& draws) const;
    bool suits_conditions(std::size_t party, const PartyDraws& draws, std::size_t lane) const;
    void add_judgements(const Case& negotiation, const Appraisal& appraisal);
    bool finds_readings(std::size_t party) const;

    SamplerOptions options_;
    std::vector<PartySampler> parties_;
    std::vector<std::uint32_t> streams_;             // by party: its rank among them by data
    std::vector<std::optional<JudgedDraws>> judged_; // by party
    std::vector<PartyId> unjudged_;
};

} // namespace unbracket
