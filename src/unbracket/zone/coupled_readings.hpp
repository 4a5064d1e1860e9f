#pragma once

#include "unbracket/zone/coupled_column.hpp"
#include "unbracket/zone/hull_program.hpp"
#include "unbracket/zone/reading_hull.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace unbracket {

/// Whole weights, none negative, under which everything that a reading would have to meet adds up
/// to nothing positive: a proof that there is no such reading.
struct ReadingRefusal {
    std::vector<Rational> rows; // of what holds for all readings; see CoupledReadings::named
    Rational outcome;           // of the question about an outcome, where there is one
    bool is_strict = false;     // whether even an outcome for which the sum can be 0 is refused
};

/// One number of a reading as two linear functions: what it comes to under the weight it stands
/// under, and that weight, which is never below 0.
struct ReadingNumber {
    ReadingFunction product;
    ReadingFunction weight;
};

/// The readings of one party that its ranges, orders, binding judgements and orders of weights
/// leave together. Exact; a question is one linear programme with a row for each coupling.
class CoupledReadings {
public:
    /// A party with stances or scores and without a gap.
    CoupledReadings(const Case& negotiation, const Appraisal& appraisal, PartyId party);

    /// Some reading, or why there is none.
    std::variant<WeightedReading, ReadingRefusal> some() const;
    /// A reading in which the outcome reaches what the party accepts; limits are not looked at.
    std::variant<WeightedReading, ReadingRefusal> reaching(const Outcome& outcome) const;
    /// A reading in which it does not.
    std::variant<WeightedReading, ReadingRefusal> missing(const Outcome& outcome) const;

    /// Least and most of what the outcome has above the fallback, in the party's own points, over
    /// all readings and what they come near to. Nothing where there is no reading.
    std::optional<Interval> surplus(const Outcome& outcome) const;

    /// Least and most of a number over all readings and what they come near to; over those in which
    /// the outcome reaches what the party accepts, where one is given. `own` where the weight can
    /// be 0, since the number is then free; nothing where there is no reading.
    std::optional<Interval> range(const ReadingNumber& number, const Interval& own,
                                  const Outcome* reached = nullptr) const;

    /// What every outcome that the party accepts in some reading has to reach 0 by, after a
    /// refusal of `reaching` (above 0 where that is strict).
    ReducedValues at_most(const ReadingRefusal& refusal, const BonusPattern& pattern) const;
    /// What every outcome that the party accepts in every reading has to reach 0 by, after a
    /// reading (above 0 where the party wants more).
    ReducedValues in_reading(const WeightedReading& reading, const BonusPattern& pattern) const;

    /// A refusal's weights, each with the name of what it weighs.
    RowWeights named(const ReadingRefusal& refusal) const;

    /// What every reading is asked, beside its ranges and orders: rows that reach 0, or more.
    struct Asked {
        const Coupling& coupling;
        const ReadingFunction& row;
    };
    std::vector<Asked> asked_of_readings() const;
    /// Whether a reading inside its ranges and orders keeps all of it.
    bool keeps(const PartyReading& reading) const;
    IssueId issue_of_risk(std::size_t risk) const { return case_.risks[risk].option.issue; }

    /// A reading in numbers under no weight; where a weight is 0, low values and losses.
    PartyReading as_entered(const WeightedReading& reading) const;

private:
    void add_row(ReadingFunction row, RowBound bound, std::optional<std::size_t> coupling);
    void add_rows(const Coupling& coupling, std::size_t at);
    ReadingFunction above_fallback(const Outcome& outcome) const;
    std::variant<WeightedReading, ReadingRefusal> solve(const std::vector<ReadingFunction>& rows,
                                                        const std::vector<RowBound>& bounds) const;
    std::variant<WeightedReading, ReadingRefusal> asked(ReadingFunction question,
                                                        RowBound bound) const;
    std::optional<WeightedReading> farthest_above(const ReadingFunction& function,
                                                  std::vector<ReadingFunction> rows) const;
    /// From a reading on, over those that keep these rows. The weight is above 0 there.
    Rational largest_ratio(const ReadingNumber& number, const WeightedReading& start,
                           const std::vector<ReadingFunction>& rows) const;

    const Case& case_;
    const PartyAppraisal& own_;
    ReadingHull hull_;
    std::vector<ReadingFunction> rows_; // at least or above 0 in every reading
    std::vector<RowBound> bounds_;
    std::vector<std::optional<std::size_t>> coupling_of_;
};

} // namespace unbracket
