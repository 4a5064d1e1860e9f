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
    struct Range {
        std::size_t weight = 0;
        double low = 0;
        double width = 0;
        double high = 0;
    };
    double log_density(double scale) const;
    WeightTable tabulated() const;
    std::vector<double> key() const;
    double log_scale_at(double unit) const;
    void place_corners(std::span<const double> units, std::vector<double>& corners,
                       std::span<double> places) const;

    std::vector<Range> ranges_; // of weights that are no single numbers
    std::size_t count_ = 0;
    double fixed_ = 0;      // sum of the others
    bool is_point_ = false; // only one direction is possible
    WeightTable table_;
};

} // namespace unbracket
