#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/robust/chain_measure.hpp"
#include "unbracket/robust/grid_number.hpp"
#include "unbracket/robust/weight_measure.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/reading.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace unbracket {

/// Some draws of one party: where each of its numbers stands on the grid, and what a fallback draft
/// turns out to say on each issue. Tables have one row of draws for each thing; that of a number
/// that is always the same says nothing.
struct PartyDraws {
    std::size_t lanes = 0;
    std::vector<std::uint32_t> steps;   // [number][lane]
    std::vector<std::uint32_t> settled; // [issue][lane]: place among the draft's options there

    std::span<std::uint32_t> steps_of(std::size_t number) {
        return std::span(steps).subspan(number * lanes, lanes);
    }
    std::span<const std::uint32_t> steps_of(std::size_t number) const {
        return std::span(steps).subspan(number * lanes, lanes);
    }
};

/// The reference measure over the readings of one party with stances or scores: weights so that
/// normalised weights are uniform on their polytope; values, bonuses, losses and the fallback
/// uniform in their ranges, subject to orders and curves; an open content of a fallback draft each
/// option alike. An unknown option is worth what its range says, and no red line; a party of
/// doubtful intent takes part. Everything stands on the grid of grid_number.hpp.
class PartySampler {
public:
    /// `tables`: see WeightMeasure.
    PartySampler(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                 WeightTables* tables = nullptr);

    PartyId party() const { return party_; }
    /// Numbers between 0 and 1 that one draw takes.
    std::size_t units_needed() const { return units_needed_; }
    /// Whether every draw is the same reading.
    bool is_single() const { return units_needed_ == 0; }

    /// `units` has a row of draws for each unit. Says which lanes keep all orders; others are to be
    /// drawn anew. Only orders that do not rank all their options in one line can be missed.
    std::vector<bool> place(std::span<const double> units, PartyDraws& draws) const;

    /// The reading of one lane, exactly.
    PartyReading reading(const PartyDraws& draws, std::size_t lane) const;

    /// Where the numbers of a reading stand in `numbers()`.
    struct Slots {
        std::vector<std::optional<std::size_t>> weights;          // by issue; nothing: no concern
        std::vector<std::vector<std::size_t>> values;             // [issue][option]
        std::optional<std::size_t> fallback;                      // nothing: a draft
        std::optional<std::size_t> supposed_less;                 // nothing: 0
        std::vector<std::pair<std::size_t, std::size_t>> bonuses; // place in the case, slot
        std::vector<std::pair<std::size_t, std::size_t>> losses;
    };
    const std::vector<GridNumber>& numbers() const { return numbers_; }
    const Slots& slots() const { return slots_; }
    /// Options of the fallback draft by issue; empty for a fallback that is a number.
    const std::vector<std::vector<OptionId>>& contents() const { return contents_; }

private:
    /// Numbers that an order ranks, from the lowest up.
    struct Chain {
        ChainMeasure measure;
        std::vector<std::size_t> slots;
        std::vector<std::vector<std::size_t>> tied; // further slots that equal each of them
    };
    /// Weights that are drawn as one, since they are equal in every reading.
    using EqualWeights = std::vector<std::size_t>;
    std::size_t add(GridNumber number);
    void add_weights(const PartyAppraisal& own, WeightTables* tables);
    void add_ranked_weights(const PartyAppraisal& own,
                            const std::vector<std::size_t>& place_of_issue);
    void add_values(const IssueAppraisal& issue);
    void add_chains(const IssueAppraisal& issue, const std::vector<std::size_t>& slots);
    void add_bonuses_and_losses(const Case& negotiation);
    void count_units();
    void place_weights(std::span<const double> units, PartyDraws& draws) const;
    void place_chain(const Chain& chain, std::span<const double> units, PartyDraws& draws) const;
    bool keeps_orders(const PartyDraws& draws, std::size_t lane) const;

    PartyId party_;
    std::vector<GridNumber> numbers_;
    Slots slots_;
    std::vector<std::vector<OptionId>> contents_;
    std::vector<EqualWeights> weighed_; // slots of the weights of `weights_`
    /// Places in `weighed_` of weights with one and the same range, from the largest down.
    std::vector<std::vector<std::size_t>> ranked_weights_;
    std::optional<WeightMeasure> weights_;
    std::vector<Chain> chains_;
    std::vector<std::size_t> free_; // slots of numbers that no order ranks
    std::vector<std::pair<std::size_t, std::size_t>>
        checked_; // slots, the first at least the other
    std::size_t units_needed_ = 0;
};

} // namespace unbracket
