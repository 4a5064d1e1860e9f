#include "unbracket/robust/chain_measure.hpp"

#include "unbracket/base/require.hpp"

#include <algorithm>

// Numbers in an order, uniform on all choices that keep it. Where every number has the same range
// these are the order statistics of independent uniform numbers: draw and sort. Where ranges differ
// sorting is wrong and rejection hopeless for the steps of a curve, so choices are counted from the
// lowest number up: how many there are of the first i numbers with the i-th in a given cell is the
// number for i - 1 up to that cell, times the part of the cell that lies in the i-th range. A draw
// walks back from the last number, each time choosing a cell in proportion to what was counted. It
// is the forward counting and backward drawing known for hidden Markov chains; sums of positive
// numbers alone keep its rounding harmless.
//
// Sources: David and Nagaraja (2003), Order statistics, section 2.1, for sorting
// [david2003order]; Wilf (1977), A unified setting for sequencing, ranking, and selection
// algorithms for combinatorial objects, for drawing from counts [wilf1977unified]

namespace unbracket {

ChainMeasure::ChainMeasure(const std::vector<Interval>& ranges) {
    UNBRACKET_REQUIRE(!ranges.empty(), "a chain has at least one number");
    const Interval whole{ranges.front().low, ranges.back().high};
    for (const Interval& range : ranges) {
        numbers_.push_back(grid_number(whole));
        numbers_.back().bounds = range;
    }
    const bool is_same = ranges.front() == ranges.back();
    if (!is_same) {
        tabulate(ranges);
    }
}

void ChainMeasure::tabulate(const std::vector<Interval>& ranges) {
    const Rational start = ranges.front().low;
    const double cell = ((ranges.back().high - start) / Rational(grid_cells)).approximate();
    for (const Interval& range : ranges) {
        const double low = (range.low - start).approximate() / cell;
        const double high = (range.high - start).approximate() / cell;
        std::vector<double> row(grid_cells);
        double sum = 0;
        for (std::uint32_t at = 0; at < grid_cells; ++at) {
            const double from = std::max(low, static_cast<double>(at));
            const double to = std::min(high, static_cast<double>(at) + 1);
            // A single number lies in one cell, whose whole way it is.
            const bool holds_point = high - low < 1e-9 && from <= low && low <= to;
            const double part = holds_point ? 1.0 : std::max(to - from, 0.0);
            sum += part * (ways_.empty() ? 1.0 : ways_.back()[at]);
            row[at] = sum;
        }
        for (double& number : row) {
            number /= sum;
        }
        ways_.push_back(std::move(row));
    }
}

void ChainMeasure::place(std::span<const double> units, std::span<std::uint32_t> steps) const {
    if (ways_.empty()) {
        std::transform(units.begin(), units.end(), steps.begin(), middle_step);
        std::sort(steps.begin(), steps.end());
        return;
    }
    std::size_t last = grid_cells - 1;
    for (std::size_t at = ways_.size(); at-- > 0;) {
        const std::vector<double>& row = ways_[at];
        const auto end = row.begin() + static_cast<std::ptrdiff_t>(last);
        const double wanted = units[at] * row[last];
        last = static_cast<std::size_t>(std::upper_bound(row.begin(), end, wanted) - row.begin());
        steps[at] = 2 * static_cast<std::uint32_t>(last) + 1;
    }
}

} // namespace unbracket
