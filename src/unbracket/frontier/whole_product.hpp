#pragma once

#include "unbracket/frontier/solution_space.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// Compares products of gains by their totals in whole numbers of 128 bits, where these are wide
/// enough whatever the totals are; several times as fast as products of fractions.
class WholeProduct {
public:
    /// Of the gains of the columns that take part. The totals have to be the columns' own sums.
    WholeProduct(const std::vector<SpaceColumn>& columns, const std::vector<bool>& takes_part);

    /// Nothing where the numbers are too wide, or where a gain is not above 0.
    std::optional<std::strong_ordering> compare(const std::vector<std::int64_t>& one,
                                                const std::vector<std::int64_t>& other) const;

private:
    /// A positive multiple of the gain, the same one for every total.
    struct Line {
        std::size_t column;
        std::int64_t start, rate;
    };

    std::vector<Line> lines_; // empty where the numbers are too wide
};

} // namespace unbracket
