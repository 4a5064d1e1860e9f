#pragma once

#include <span>

namespace unbracket {

/// Exponential numbers of as many rates, each cut to an interval of one width, to be drawn by
/// inversion. All rows are of one length.
struct CutRow {
    std::span<const double> units; // between 0 and 1
    std::span<const double> rates; // above 0
    double width = 0;              // above 0
    std::span<double> places;      // out: where in the interval, from 0 to 1
    std::span<double> corners;     // out: density at the upper end, over that of the whole interval
};

/// Many at a time; the same bits on every processor.
void invert(const CutRow& row);

/// e^x for each of them.
void exponentials(std::span<double> numbers);

} // namespace unbracket
