#pragma once

#include "unbracket/frontier/frontier.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace unbracket {

/// Issues that nothing ties together: one option of each is chosen, and totals are sums. Values are
/// not negative, and no total of a column exceeds `additive_limit`.
struct AdditiveProblem {
    std::size_t width = 0;            // columns
    std::vector<std::size_t> first;   // option of each issue; one more than there are issues
    std::vector<std::int32_t> values; // [option * width + column]
    std::vector<Row> rows;            // of the table, by option
    /// Whatever works on the problem looks at it now and then.
    const CancelFlag* cancel = nullptr;

    std::size_t issue_count() const { return first.size() - 1; }
    std::span<const std::int32_t> option(std::size_t at) const {
        return std::span(values).subspan(at * width, width);
    }
    /// The largest total of a column.
    std::int64_t most(std::size_t column) const;
    AdditiveProblem slice(std::size_t begin, std::size_t end) const; // of the issues
};

inline constexpr std::int64_t additive_limit = std::int64_t{1} << 28;

/// The table as such a problem, constants and options that another option of their issue improves
/// on left out; nothing where conditions tie issues together, totals are too large, or the flag is
/// raised.
std::optional<AdditiveProblem> additive_problem(const GainTable& table,
                                                const CancelFlag* cancel = nullptr);

/// Efficient totals, each once, `width` numbers each, in an order that depends on the problem only.
struct Front {
    std::size_t width = 0;
    std::vector<std::int32_t> totals;
    bool was_stopped = false; // by the flag: totals are missing, or not efficient

    std::size_t size() const { return totals.size() / width; }
    std::span<const std::int32_t> operator[](std::size_t at) const {
        return std::span(totals).subspan(at * width, width);
    }
};

/// Cells of the table that `dense_front` would need: the product of all columns' numbers of totals
/// but the largest.
std::int64_t dense_cells(const AdditiveProblem& problem);

/// Whether two such tables take at most 200 MB: 50 million cells of 16 bit, or half as many of 32.
bool fits_table(const AdditiveProblem& problem);

/// The front by a table, which must fit. Cost: cells times options, whatever the values.
Front dense_front(const AdditiveProblem& problem);

/// The same for two or three columns, by lists while they are short and by a table from then on;
/// the table of three columns must fit.
Front list_front(const AdditiveProblem& problem);

/// The front of two or three columns by lists, or of more by a table, which must fit: two columns
/// too turn to it where their list gets long.
Front additive_front(const AdditiveProblem& problem);

/// One way to reach some totals of the front, and how many there are.
struct Reached {
    RowChoice choice;
    std::uint64_t ways = 1;
};
struct Recovery {
    std::vector<Reached> reached; // by target
    bool is_counted = true;       // `ways` are exact; else at least so many
    bool was_stopped = false;     // by the flag: nothing is known
};
/// Looks up outcomes for totals that stand in the front of the problem.
Recovery recover(const AdditiveProblem& problem, const Front& targets);

} // namespace unbracket
