#pragma once

#include "unbracket/frontier/conditional_sums.hpp"
#include "unbracket/frontier/gain_table.hpp"
#include "unbracket/search/dual.hpp"
#include "unbracket/search/problem.hpp"

#include <cstdint>
#include <vector>

namespace unbracket {

/// Some outcomes of a table as a search has them. Column p of the problem stands for 2^shift[p]
/// units of the table's column; what it says of a choice is never too little, and exact where
/// `is_exact` is set.
struct SpacePart {
    SearchProblem problem;
    std::vector<Row> rows; // of the table, by row of the problem
    bool is_exact = true;
};

/// Gains of a party over search sums: an outcome gains it at most offset + slope * sum.
struct SpaceColumn {
    Rational offset;
    Rational slope;         // above 0
    std::int64_t least = 0; // of the sums of all parts
    std::int64_t most = 0;  // no outcome has more
    int shift = 0;          // of the table's totals; above 0 where these have digits
    Rational tolerance;     // in the party's points; 0 where optima are to be exact
    std::int64_t floor = 0; // sums below belong to no acceptable outcome
    /// The smallest sum with a gain of at least, or above, this; as far as 2^42.
    std::int64_t sum_for(const Rational& gain) const;
    std::int64_t sum_above(const Rational& gain) const;
};

/// The feasible outcomes of a table as parts that a search can walk.
class SolutionSpace {
public:
    /// `tolerance` is a share of each party's span (see GainTable::span()). The table must outlive
    /// the space.
    SolutionSpace(const GainTable& table, const std::vector<GainPart>& parts,
                  const Rational& tolerance);

    const GainTable& table() const { return table_; }
    const std::vector<SpacePart>& parts() const { return parts_; }
    const std::vector<SpaceColumn>& columns() const { return columns_; }

    /// The choice of a part as one of the table.
    RowChoice in_table(const SpacePart& part, const RowChoice& choice) const;
    Totals totals(const SpacePart& part, const RowChoice& choice) const;

    /// The same space with one more column in every part: the sum of all gains, never too small.
    SolutionSpace with_sum() const;
    /// Of a space with that column: the weighing of the parties' columns as one that lays as much
    /// as it can on the sum, near enough; it says the same of every outcome, but more of the sum.
    Multipliers laid_on_sum(const Multipliers& lane) const;

private:
    SolutionSpace(const SolutionSpace& from, std::vector<SpacePart> parts);
    void set_columns(const Rational& tolerance);
    void round_up(std::size_t column, int shift);
    void bound_columns();

    const GainTable& table_;
    ConditionalSums sums_;
    std::vector<SpacePart> parts_;
    std::vector<SpaceColumn> columns_;
};

} // namespace unbracket
