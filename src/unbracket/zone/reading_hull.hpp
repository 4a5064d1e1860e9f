#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/reading.hpp"
#include "unbracket/zone/reduced.hpp"

#include <cstddef>
#include <vector>

namespace unbracket {

/// A reading of one party in which every number is multiplied by the weight it stands under: values
/// and losses by the weight of their issue, the fallback and bonuses by all weights together. Then
/// whatever is said about whole drafts is linear. For scores every such weight is 1.
struct WeightedReading {
    std::vector<Rational> weights;             // by issue; 0 where the party is not concerned
    std::vector<std::vector<Rational>> values; // [issue][option]; empty likewise
    Rational fallback;                         // 0 where it is a draft
    std::vector<Rational> bonuses;             // by position in the case; 0 for other parties
    std::vector<Rational> losses;              // by position of the risk in the case; 0 likewise
    Rational whole;                            // all weights together; 1 for scores
};

/// A linear function of such readings, and a constant.
struct ReadingFunction {
    ReadingFunction(const Case& negotiation, const PartyAppraisal& own);
    void add(const ReadingFunction& other, const Rational& times);
    Rational at(const WeightedReading& reading) const;

    std::vector<Rational> weights;
    std::vector<std::vector<Rational>> values;
    Rational fallback;
    std::vector<Rational> bonuses;
    std::vector<Rational> losses;
    Rational whole;
    Rational constant;
};

/// The readings that the ranges and orders of one party leave, judgements aside: a convex set of
/// weighted readings. The party must have stances or scores and no gap.
class ReadingHull {
public:
    ReadingHull(const Case& negotiation, const Appraisal& appraisal, PartyId party);

    /// What the party has in the outcome, its fallback aside; limits are not looked at.
    ReadingFunction value_of(const Outcome& outcome) const;
    ReadingFunction fallback() const;
    /// Where the function is largest: a corner, of which there are finitely many.
    WeightedReading farthest(const ReadingFunction& function) const;
    /// A reading as entered, every number times the weight it stands under.
    WeightedReading weighted(const PartyReading& reading) const;
    /// A reading that is a mix of others.
    static WeightedReading mixed(const std::vector<const WeightedReading*>& readings,
                                 const std::vector<Rational>& shares);

    /// A bound on the function plus `times` the value of an outcome, as a sum over the outcome's
    /// options: what it is at most in any reading. Where `times` is 1 and the function that of one
    /// reading only (see `in_reading`) it is the value itself. Bonuses as in the pattern.
    ReducedValues largest(const ReadingFunction& function, const Rational& times,
                          const BonusPattern& pattern) const;
    /// What an outcome has above the fallback in one reading, `more` times the weights on top.
    ReducedValues in_reading(const WeightedReading& reading, const Rational& more,
                             const BonusPattern& pattern) const;

    PartyId party() const { return party_; }

private:
    bool has_stances() const { return own_.scale == Scale::stances; }
    std::vector<std::size_t> risks_on(std::size_t issue, std::size_t option) const;
    /// A reading with room for everything, and nothing in it.
    WeightedReading blank() const;
    Rational largest_whole(const ReadingFunction& function) const;
    Rational bracket(const ReadingFunction& function, std::size_t issue,
                     const std::vector<Rational>& coefficients) const;
    Rational times_weight(const Rational& bracket, std::size_t issue) const;
    void set_weight(const ReadingFunction& function, std::size_t issue, const Rational& whole,
                    WeightedReading& reading) const;

    const Case& case_;
    const PartyAppraisal& own_;
    PartyId party_;
};

} // namespace unbracket
