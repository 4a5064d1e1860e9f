#pragma once

#include "unbracket/base/interval.hpp"

#include <cstdint>
#include <vector>

namespace unbracket {

/// A range is cut into so many equal cells, and a drawn number is the middle of one or, for a
/// weight, the upper end of the range.
inline constexpr std::uint32_t grid_cells = 2'048;
/// Numbers are counted in half cells from the lower end, so that middles are odd.
inline constexpr std::uint32_t grid_steps = 2 * grid_cells;

/// The middle of the cell that a number from 0 to 1 falls into.
inline std::uint32_t middle_step(double place) {
    // Through a signed number, which processors convert many of at a time.
    const auto cell =
        static_cast<std::uint32_t>(static_cast<std::int32_t>(place * double{grid_cells}));
    return 2 * (cell < grid_cells ? cell : grid_cells - 1) + 1;
}

/// A stretch of a line of numbers, exactly: base + slope * step.
struct GridPiece {
    Rational base;
    Rational slope;
};

/// One number of a reading, exactly: base + slope * step. Of a number in pieces each has steps of
/// its own, the first 0 to `grid_steps`, the next one as many beyond that, and so on.
struct GridNumber {
    Rational base;
    Rational slope;
    std::vector<GridPiece> pieces = {}; // nothing: one line

    bool is_constant() const { return pieces.empty() && slope.sign() == 0; }
    Rational at(std::uint32_t step) const {
        if (pieces.empty()) {
            return base + slope * Rational(step);
        }
        const GridPiece& piece = pieces[step / grid_steps];
        return piece.base + piece.slope * Rational(step % grid_steps);
    }
};

/// A number that may stand anywhere in the range.
inline GridNumber grid_number(const Interval& range) {
    return {range.low, (range.high - range.low) / Rational(grid_steps)};
}

} // namespace unbracket
