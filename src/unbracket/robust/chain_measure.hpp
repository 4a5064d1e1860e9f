#pragma once

#include "unbracket/base/interval.hpp"
#include "unbracket/robust/grid_number.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace unbracket {

/// Draws numbers of which each is at least the one before, each inside its own range, so that all
/// such choices on the grid are equally likely. Neither end of a range may lie below that of the
/// range before it. All numbers of a chain share one grid, from the lowest to the highest end.
class ChainMeasure {
public:
    explicit ChainMeasure(const std::vector<Interval>& ranges);

    std::size_t size() const { return numbers_.size(); }
    const std::vector<GridNumber>& numbers() const { return numbers_; }

    /// One step for each number out of as many units between 0 and 1. Cost: sorting them where all
    /// ranges are the same, else one search of a table for each.
    void place(std::span<const double> units, std::span<std::uint32_t> steps) const;

private:
    void tabulate(const std::vector<Interval>& ranges);

    std::vector<GridNumber> numbers_;
    /// Up to a factor for each number: choices of it and all before it, with this one in the given
    /// cell or below. Empty where all ranges are the same.
    std::vector<std::vector<double>> ways_;
};

} // namespace unbracket
