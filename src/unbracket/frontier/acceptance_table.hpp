#pragma once

#include "unbracket/base/rational.hpp"
#include "unbracket/search/problem.hpp"
#include "unbracket/zone/central_reading.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// What one counted party accepts: outcomes without a barred row whose values add up to at least
/// `needed`.
struct AcceptingRows {
    PartyId party;
    bool refuses = false; // everything: an intent, or limits that leave nothing
    std::int64_t needed = 0;
    std::vector<std::int64_t> values; // by row, never negative
    std::vector<bool> is_barred;      // by row
};

/// What follows where each literal has one of its rows chosen; at least two literals.
struct RowCombination {
    std::vector<std::vector<Row>> literals;
    /// Nothing: the plan forbids it. Else the party's limits do, or it earns the amount there.
    std::optional<std::size_t> party;
    std::optional<std::int64_t> amount;
};

/// Who accepts what in a case of single numbers, over the outcomes that break no rule and no norm.
/// Unlike in a gain table, a limit of one party takes away that party's acceptance alone.
struct AcceptanceTable {
    bool is_empty =
        false;            // rules and norms leave no outcome; set only where single options show it
    bool is_exact = true; // false: numbers too long for 64 bit, so that sums were rounded
    std::vector<AcceptingRows> parties; // counted, in the order of `agreement.counted`
    std::vector<Row> first_row;         // one more than there are issues
    std::vector<OptionId> row_options;
    std::vector<RowCombination> combinations;
    std::vector<AtMostRows> at_most; // rules of the plan

    std::size_t issue_count() const { return first_row.size() - 1; }
    /// Choices of a row for each issue, combinations not looked at.
    Rational size() const;
};

AcceptanceTable acceptance_table(const CentralCase& central);

} // namespace unbracket
