#include "unbracket/robust/reading_sampler.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/robust/philox_units.hpp"
#include "unbracket/zone/data_order.hpp"

#include <algorithm>
#include <memory>
#include <span>

// Readings by number. A counter-based generator makes the random numbers of any draw from the seed
// and the draw alone, so threads can share a sample out in any way and a single draw can be made
// again as exact fractions. Conditions on a reading, such as what a party said of a whole draft,
// are met by drawing that party anew with the next counter until they hold: plain rejection, which
// leaves exactly the conditional measure.
//
// Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3
// [salmon2011parallel]

namespace unbracket {

namespace {

constexpr std::uint32_t stream_bits = 8; // parties; the rest of the word counts tries

} // namespace

ReadingSampler::ReadingSampler(const Case& negotiation, const Appraisal& appraisal,
                               SamplerOptions options)
    : options_(std::move(options)) {
    std::vector<PartyId> drawn;
    for (const PartyId party : negotiation.agreement.counted) {
        if (appraisal[as_index(party)].scale != Scale::none) {
            drawn.push_back(party);
            parties_.emplace_back(negotiation, appraisal, party, options_.tables);
        }
    }
    std::vector<PartyId> ranked = drawn;
    DataOrder(negotiation, appraisal).sort(ranked);
    for (const PartyId party : drawn) {
        const auto rank = std::find(ranked.begin(), ranked.end(), party) - ranked.begin();
        streams_.push_back(static_cast<std::uint32_t>(rank));
    }
    add_judgements(negotiation, appraisal);
}

/// Where most of the first draws find no reading that judgements leave, they are left aside.
void ReadingSampler::add_judgements(const Case& negotiation, const Appraisal& appraisal) {
    judged_.resize(parties_.size());
    for (std::size_t at = 0; at < parties_.size(); ++at) {
        const PartyId party = parties_[at].party();
        if (appraisal[as_index(party)].couplings.empty()) {
            continue;
        }
        judged_[at].emplace(negotiation, appraisal, parties_[at]);
        if (!finds_readings(at)) {
            judged_[at].reset();
            unjudged_.push_back(party);
        }
    }
}

bool ReadingSampler::finds_readings(std::size_t party) const {
    constexpr std::size_t first_draws = 16;
    std::vector<bool> lost(first_draws, false);
    draw(party, 0, first_draws, lost);
    return std::count(lost.begin(), lost.end(), false) * 2 >
           static_cast<std::ptrdiff_t>(first_draws);
}

std::vector<bool> ReadingSampler::try_once(std::size_t party, const Place& place,
                                           PartyDraws& draws) const {
    const PartySampler& own = parties_[party];
    const std::uint32_t stream = streams_[party] | place.attempt << stream_bits;
    const std::size_t count = own.units_needed() * draws.lanes;
    const auto room = std::make_unique_for_overwrite<double[]>(count);
    const std::span<double> units(room.get(), count);
    fill_philox_units(philox_key(options_.seed), place.first, stream, draws.lanes, units);
    std::vector<bool> is_kept = own.place(units, draws);
    const bool is_asked = judged_[party].has_value() || !options_.conditions.empty();
    for (std::size_t lane = 0; is_asked && lane < draws.lanes; ++lane) {
        is_kept[lane] = is_kept[lane] && (!judged_[party] || judged_[party]->keeps(draws, lane)) &&
                        suits_conditions(party, draws, lane);
    }
    return is_kept;
}

bool ReadingSampler::suits_conditions(std::size_t party, const PartyDraws& draws,
                                      std::size_t lane) const {
    std::optional<PartyReading> reading;
    for (const ReadingCondition& condition : options_.conditions) {
        if (condition.party != parties_[party].party()) {
            continue;
        }
        if (!reading) {
            reading = parties_[party].reading(draws, lane);
        }
        if (!condition.holds(*reading)) {
            return false;
        }
    }
    return true;
}

PartyDraws ReadingSampler::draw(std::size_t party, std::uint64_t first, std::size_t lanes,
                                std::vector<bool>& lost) const {
    UNBRACKET_REQUIRE(lost.size() == lanes, "there is one mark for each lane");
    PartyDraws draws;
    draws.lanes = lanes;
    draw(party, first, draws, lost.begin());
    return draws;
}

void ReadingSampler::draw(std::size_t party, std::uint64_t first, PartyDraws& draws,
                          std::vector<bool>::iterator lost) const {
    const std::size_t lanes = draws.lanes;
    const std::vector<bool> is_kept = try_once(party, {first, 0}, draws);
    for (std::size_t lane = 0; lane < lanes; ++lane, ++lost) {
        if (is_kept[lane]) {
            continue;
        }
        PartyDraws single{1, {}, {}};
        bool is_found = false;
        for (std::uint32_t attempt = 1; !is_found && attempt < options_.most_tries; ++attempt) {
            is_found = try_once(party, {first + lane, attempt}, single).front();
        }
        *lost = *lost || !is_found;
        for (std::size_t row = 0; row < single.steps.size(); ++row) {
            draws.steps[row * lanes + lane] = single.steps[row];
        }
        for (std::size_t row = 0; row < single.settled.size(); ++row) {
            draws.settled[row * lanes + lane] = single.settled[row];
        }
    }
}

std::optional<PartyReading> ReadingSampler::reading(std::size_t party, std::uint64_t draw) const {
    std::vector<bool> lost(1, false);
    const PartyDraws draws = this->draw(party, draw, 1, lost);
    return lost.front() ? std::nullopt : std::optional(parties_[party].reading(draws, 0));
}

} // namespace unbracket
