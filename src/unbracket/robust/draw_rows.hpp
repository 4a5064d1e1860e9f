#pragma once

#include "unbracket/robust/grid_number.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace unbracket {

// Loops over rows of draws side by side. The same bits on every processor.

/// A number of a reading (grid_number.hpp) in the unit of its kind: base + slope * step.
struct GridLine {
    double base = 0;
    double slope = 0;
    struct Piece {
        double base = 0;
        double slope = 0;
    };
    std::vector<Piece> pieces = {}; // nothing: one line

    bool is_constant() const { return pieces.empty() && slope == 0; }
    double at(std::uint32_t step) const;
};

/// The number times the unit, rounded to doubles.
GridLine grid_line(const GridNumber& number, const Rational& unit);

/// Steps of the grid (grid_number.hpp) from places in a range, 0 to 1; 1 itself is the upper end.
void place_steps(std::span<const double> places, std::span<std::uint32_t> steps);

/// Where the line stands at those steps.
void read_line(const GridLine& line, std::span<const std::uint32_t> steps,
               std::span<double> numbers);

/// Sums are multiplied by a factor and, unless that is exact, rounded to whole numbers, which are
/// then raised by another one.
struct SumScale {
    double factor = 1;
    bool is_exact = true;
    double raise = 2;
};

/// What the worth of an option is made of beside its value.
struct WorthRows {
    std::span<const double> weights;
    std::span<const double> shifts;
    SumScale scale;
};

/// weight * (value - shift), scaled.
void weigh(const WorthRows& rows, std::span<const double> values, std::span<double> worth);

/// The same for one value in all draws.
void weigh(const WorthRows& rows, double value, std::span<double> worth);

/// Those sums by themselves.
void scale_up(const SumScale& scale, std::span<double> sums);

/// For each draw a row, with a chance that is its number in that row times the row's factor:
/// `units` say which. `rows` has a row of draws for each factor.
void choose_by_share(std::span<const double> units, std::span<const double> factors,
                     const double* rows, std::span<double> chosen);

} // namespace unbracket
