#pragma once

#include "unbracket/frontier/gain_table.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace unbracket {

/// The totals of a table, prepared for many choices: as GainTable::totals() gives them. The table
/// must outlive it. Cost of a choice: issues times conditional gains / 64, and those it earns.
class ConditionalSums {
public:
    explicit ConditionalSums(const GainTable& table);

    Totals totals(const RowChoice& choice) const;

private:
    void note_missed(std::size_t conditional, const std::vector<Row>& literal);

    const GainTable& table_;
    std::size_t words_ = 0;
    /// [row * words + word]: conditional gains that ask for other rows of the row's issue, a bit
    /// each; nothing where there are none, or too many for this.
    std::vector<std::uint64_t> missed_;
};

} // namespace unbracket
