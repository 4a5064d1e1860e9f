#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace unbracket {

/// One option of one issue in a search: its row in the table of values. Rows of an issue are
/// consecutive.
using Row = std::uint32_t;

/// A partial outcome no solution may contain: for each of some issues, one of the rows listed. The
/// rows are grouped by issue; each group is one literal.
struct ForbiddenRows {
    std::vector<std::vector<Row>> literals;
};

/// At most `count` of the conditions may hold; a condition holds when each of its literals does.
struct AtMostRows {
    std::size_t count = 0;
    std::vector<std::vector<std::vector<Row>>> conditions;
};

/// Is there one row for every issue such that no constraint is broken, constants[p] plus the sum of
/// the rows' values is at least 0 for each required party p, and for at least `optional_needed` of
/// the optional ones?
///
/// Parties come as columns: the first `required_count` are required, the others optional. Values
/// are whole numbers in a unit of the party's own; for every party |constant| plus the sum over
/// issues of the largest |value| stays below 2^41 (see `value_limit`).
struct SearchProblem {
    std::size_t party_count = 0;
    std::size_t required_count = 0;
    std::size_t optional_needed = 0;
    std::vector<Row> first_row;       // one more than there are issues; the last is the row count
    std::vector<std::int64_t> values; // row-major: values[row * party_count + party]
    std::vector<std::int64_t> constants;
    std::vector<ForbiddenRows> forbidden;
    std::vector<AtMostRows> at_most;
    /// What testing a complete choice counts as, besides the option tried last: so many options, of
    /// a budget. More than 0 where sums are only bounds and the test is long.
    std::uint64_t leaf_nodes = 0;

    std::size_t issue_count() const { return first_row.size() - 1; }
    std::size_t row_count() const { return first_row.back(); }
    std::span<const std::int64_t> row(Row row) const {
        return std::span(values).subspan(row * party_count, party_count);
    }
};

inline constexpr std::int64_t value_limit = std::int64_t{1} << 41;

/// One row for every issue.
using RowChoice = std::vector<Row>;

/// Whether the choice breaks no constraint and gives every required party, and enough optional
/// ones, a sum of at least 0. Cost: linear in parties times issues plus the constraints.
bool satisfies(const SearchProblem& problem, const RowChoice& choice);

/// Whether the choice breaks none of the forbidden combinations and at-most rules.
bool breaks_no_constraint(const SearchProblem& problem, const RowChoice& choice);

} // namespace unbracket
