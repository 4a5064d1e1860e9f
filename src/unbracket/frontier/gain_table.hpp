#pragma once

#include "unbracket/search/problem.hpp"
#include "unbracket/zone/central_reading.hpp"
#include "unbracket/zone/reduced.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace unbracket {

/// What an outcome gives the columns of a gain table: first each column's total in whole steps,
/// then, most significant first, the digits of those that have some, each at least 0 and below
/// 2^`bits_of_digit`.
using Totals = std::vector<std::int64_t>;

inline constexpr int bits_of_digit = 40;

/// One party of a gain table. Its gain (value minus fallback) is rest + step * total, where total
/// is the column's constant plus the values of the chosen rows plus the conditional gains earned;
/// 0 <= rest < step, so that the gain is negative exactly where the total is.
struct GainColumn {
    PartyId party;
    Rational step;
    Rational rest;
    Rational fallback;
    /// Where 64 bits cannot hold the sums, a total is rounded down to whole steps once all is added
    /// up, and what is left of a step is this many digits, from this place of the totals on; the
    /// rest is 0 then. None where whole steps say everything.
    std::size_t digits = 0;
    std::size_t first_digit = 0;
    bool is_required = true; // whether no agreement is without it
    bool refuses = false;    // everything, whatever it gains; also where its limits are not known
                             // to be kept
};

/// What a party gains on top, or loses, where each literal has one of its rows chosen: a bonus that
/// more than one issue decides. At least two literals.
struct ConditionalGain {
    std::size_t column = 0;
    std::size_t bonus = 0; // position in the case
    std::vector<std::vector<Row>> literals;
    std::int64_t amount = 0;            // in whole steps, rounded down
    std::vector<std::int64_t> digits{}; // of the column: what is left
};

/// The gains of counted parties over the feasible outcomes of a case of single numbers: those that
/// break no rule, norm, and no red line or limit of a counted party. Parties without stances or
/// scores have no column, their limits count. Intents are left out: a party that refuses everything
/// still values outcomes; whether anything is accepted is another question.
///
/// Columns stand in an order of their data. Row values are not negative, and 0 for the least option
/// of each issue. They and the constants are whole steps, rounded down where the column has digits.
/// The sums of magnitudes of a column stay below 2^62.
struct GainTable {
    bool is_empty = false;    // no feasible outcome; set only where single options already show it
    bool is_refused = false;  // a counted party refuses everything: nothing suits all
    bool is_rejected = false; // a required party refuses everything: nothing is in the zone
    std::vector<GainColumn> columns;
    /// So many of the columns, the required ones among them, have to accept by the agreement rule.
    std::size_t accepting = 0;
    /// Values, constants, and what is forbidden. The sums leave conditional gains out, so that with
    /// conditionals the problem by itself is not the question who accepts.
    SearchProblem problem;
    std::vector<ConditionalGain> conditionals;
    std::vector<OptionId> row_options; // option of each row
    /// What values and constants leave of a step, digits of all columns: [row * digit_count + at].
    std::size_t digit_count = 0;
    std::vector<std::int64_t> row_digits;
    std::vector<std::int64_t> constant_digits;

    /// Whether the agreement rule accepts a feasible outcome with these totals.
    bool is_in_zone(std::span<const std::int64_t> totals) const;
    Outcome outcome_of(const RowChoice& choice) const;
    Totals totals(const RowChoice& choice) const;
    Rational gain(std::size_t column, std::span<const std::int64_t> totals) const;
    Rational value(std::size_t column, std::span<const std::int64_t> totals) const;

    /// For sums made step by step: the constants, what is added to them, and at the end, or now
    /// and then, digits put back into their range.
    Totals start() const;
    void add_row(Row row, std::span<std::int64_t> totals) const;
    void add_amount(const ConditionalGain& gain, std::span<std::int64_t> totals) const;
    void carry(std::span<std::int64_t> totals) const;

    /// In steps of the column, exactly.
    Rational row_value(std::size_t column, Row row) const;
    /// The column's gain with the worst and with the best option of each issue, conditional gains
    /// left aside.
    Interval gain_range(std::size_t column) const;
    /// In the party's points: its best gain minus its worst, each conditional gain taken by itself,
    /// what may not go together left aside.
    Rational span(std::size_t column) const;
    /// For each row of a problem that has only some of the options, the row of the table with the
    /// same issue and option.
    std::vector<Row> rows_of(const SearchProblem& part,
                             const std::vector<OptionId>& part_options) const;
};

GainTable gain_table(const CentralCase& central);

/// The same where only these counted parties' red lines and limits are kept. Any other that has
/// some is taken to refuse everything, since its limits may be broken.
GainTable gain_table(const CentralCase& central, const std::vector<PartyId>& bound);

/// Whether the party has a red line or a limit of its own that is on.
bool has_limits(const CentralCase& central, PartyId party);

/// The outcomes of one bonus pattern in the units of a table: no conditional gain is left, unless
/// the pattern leaves it undecided; then the larger of it and 0 stands in the constant, so that
/// sums are upper bounds and `is_bound` is set. Its problem asks for an outcome that every party of
/// the table gains by. Each number is rounded down where the table has digits.
struct GainPart {
    SearchProblem problem;
    std::vector<OptionId> row_options;
    bool is_bound = false;

    Outcome outcome_of(const RowChoice& choice) const;
};

/// One part for each bonus pattern that leaves outcomes, together all feasible outcomes.
std::vector<GainPart> gain_parts(const CentralCase& central, const GainTable& table);

} // namespace unbracket
