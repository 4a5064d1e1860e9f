#pragma once

#include "unbracket/base/interval.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace unbracket {

/// The distribution of one number behind a box of weights, at some thousand nodes.
struct WeightTable {
    double first = 0; // logarithm of the smallest scale
    double step = 0;
    std::vector<double> density;
    std::vector<double> below;        // share of the measure below each node
    std::vector<std::uint32_t> above; // first node above each of as many equal shares
};

/// Range of a weight that is no single number, where the largest upper end of all is 1.
struct WeightRange {
    std::size_t weight = 0; // its place in the box
    double low = 0;
    double width = 0;
    double high = 0;
};

/// Tables by box, so that cases of the same weights need not work them out again.
using WeightTables = std::map<std::vector<double>, WeightTable>;

/// Draws weights from a box so that the weights divided by their sum are uniform on all that the
/// box allows them to be. Each draw is on the largest scale that fits: no weight can grow without
/// another leaving its ratio to it. Exact but for the rounding of doubles and a table of one number
/// (relative error about 1e-6); no chain, no rejection.
class WeightMeasure {
public:
    /// One range for each weight, each with an upper end above 0. Tables that were worked out
    /// already are taken from `tables`, new ones put there.
    explicit WeightMeasure(const std::vector<Interval>& box, WeightTables* tables = nullptr);

    /// How many numbers between 0 and 1 one draw takes.
    std::size_t units_needed() const { return is_point_ ? 0 : 2 + ranges_.size(); }

    /// Fills in where each weight stands in its range, from 0 at the lower to 1 at the upper end;
    /// exactly 1 for single numbers and for the weight that fixes the scale. Both tables hold
    /// `lanes` draws in each row, a row for each unit or weight.
    void place(std::span<const double> units, std::size_t lanes, std::span<double> places) const;

private:
    WeightTable tabulated() const;
    std::vector<double> key() const;
    void find_log_scales(std::span<const double> units, std::span<double> scales) const;

    std::vector<WeightRange> ranges_; // of weights that are no single numbers
    std::vector<double> highs_;       // likewise
    std::vector<std::size_t> single_; // the other weights
    std::size_t count_ = 0;
    double fixed_ = 0;      // sum of the others
    bool is_point_ = false; // only one direction is possible
    WeightTable table_;
};

} // namespace unbracket
