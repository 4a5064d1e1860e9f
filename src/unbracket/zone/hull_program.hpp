#pragma once

#include "unbracket/base/rational.hpp"

#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

namespace unbracket {

/// A bounded convex set known by its linear functions, the rows, and by which point is farthest in
/// a direction.
class Hull {
public:
    virtual ~Hull() = default;
    /// A point of the set, by a number of its own, and what the rows are there.
    struct Point {
        std::size_t number;
        std::vector<Rational> rows;
    };
    /// One of finitely many points, such that no point of the set has a larger weighted sum of
    /// rows.
    virtual Point farthest(const std::vector<Rational>& weights) = 0;
};

/// What every row has to reach: 0, or more than 0.
enum class RowBound { at_least_zero, above_zero };

/// A point of the set that keeps all rows, as shares of points that `farthest` gave.
struct HullMix {
    std::vector<std::pair<std::size_t, Rational>> shares; // positive, adding up to 1
};
/// Why no point does: with these weights, none negative, the weighted sum of rows is at most 0 all
/// over the set; it is below 0 there, or a row that has to be above 0 has a weight.
struct HullSeparation {
    std::vector<Rational> weights;
};

/// Whether some point of the set keeps all rows. Exact; ends for every set with finitely many
/// farthest points.
std::variant<HullMix, HullSeparation> solve_hull_program(Hull& hull,
                                                         const std::vector<RowBound>& bounds);

} // namespace unbracket
