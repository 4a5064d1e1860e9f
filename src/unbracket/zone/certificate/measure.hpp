#pragma once

#include "unbracket/zone/certificate/surplus.hpp"

#include <cstddef>
#include <vector>

namespace unbracket::certificate {

struct Facts;
struct Reading;

/// A linear function of one party's readings, in which every number is multiplied by the weight it
/// stands under: values and losses by the weight of their issue, the fallback and bonuses by all
/// weights together. Whatever is said of whole drafts is such a function.
struct Measure {
    Measure(const Facts& facts, PartyId party);
    void add(const Measure& other, const Fraction& times);

    std::vector<Fraction> weights;             // by issue
    std::vector<std::vector<Fraction>> values; // by issue and option
    Fraction fallback;
    Fraction whole;                // of all weights together; of 1 for scores
    std::vector<Fraction> bonuses; // by position in the case
    std::vector<Fraction> losses;  // by position in the case
};

/// What the party has in an outcome, limits aside.
Measure worth_of(const Facts& facts, PartyId party, const Outcome& outcome);
/// What it has without agreement; a fallback draft is settled where it matters to the party.
Measure worth_without_agreement(const Facts& facts, PartyId party);
/// What it has to have to accept: less than that by what is supposed.
Measure worth_to_accept(const Facts& facts, PartyId party);

/// What the function is in one reading.
Fraction measured(const Facts& facts, PartyId party, const Measure& measure,
                  const Reading& reading);

/// A bound on the function plus `times` the worth of an outcome, as a sum over the outcome's
/// options: no reading that keeps ranges and orders gives more. Bonuses are met as said.
class LargestMeasure {
public:
    LargestMeasure(const Facts& facts, PartyId party, const Measure& measure, const Fraction& times,
                   const std::vector<Met>& bonuses);

    const Fraction& constant() const { return constant_; }
    Fraction at(std::size_t issue, std::size_t option) const;
    /// Of the function alone: over all issues, with no option chosen anywhere.
    Fraction without_outcome() const;

private:
    Fraction bracket(std::size_t issue, const std::vector<Fraction>& values,
                     const std::vector<Fraction>& losses) const;
    Fraction times_weight(std::size_t issue, Fraction bracket) const;

    const Facts& facts_;
    const PartyRanges& ranges_;
    const Measure& measure_;
    Fraction times_;
    Fraction whole_;    // at most, of all that stands under every weight
    Fraction constant_; // that, for scores
};

} // namespace unbracket::certificate
