#pragma once

#include "unbracket/base/interval.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace unbracket {

/// Draws weights from a box so that the weights divided by their sum are uniform on all that the
/// box allows them to be. Each draw is on the largest scale that fits: no weight can grow without
/// another leaving its ratio to it. Exact but for the rounding of doubles and a table of one number
/// (relative error about 1e-6); no chain, no rejection.
class WeightMeasure {
public:
    /// One range for each weight, each with an upper end above 0.
    explicit WeightMeasure(const std::vector<Interval>& box);

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
    void tabulate();
    double scale_at(double unit) const;
    void place_some(std::span<const double> units, std::size_t lanes, std::size_t first,
                    std::span<double> places) const;

    std::vector<Range> ranges_; // of weights that are no single numbers
    std::size_t count_ = 0;
    double fixed_ = 0;      // sum of the others
    bool is_point_ = false; // only one direction is possible
    double first_ = 0;      // logarithm of the smallest scale of the table
    double step_ = 0;
    std::vector<double> density_;
    std::vector<double> below_; // share of the measure below each node
};

} // namespace unbracket
