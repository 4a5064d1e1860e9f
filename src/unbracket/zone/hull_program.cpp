#include "unbracket/zone/hull_program.hpp"

#include "unbracket/base/require.hpp"

#include <algorithm>
#include <optional>

// A linear programme whose set is known only by its farthest points: shares of points met so far
// are the variables, and the multipliers of a solution say in which direction a point would help
// that was not met yet. When the farthest point in that direction does not help, none does. All in
// fractions, by the revised simplex method: first shares that keep every row at 0 or above, then
// the largest margin, at most 1, by which the rows that have to be above 0 are so at the same time.
//
// Rows have 0 on the right, so that most steps do not move; the lexicographic rule ends all the
// same, and it allows whichever column looks best to come in.
//
// Sources: Dantzig and Wolfe (1960), Decomposition principle for linear programs, for points as
// columns [dantzig1960decomposition]; Dantzig, Orden and Wolfe (1955), The generalized simplex
// method, for the lexicographic rule [dantzig1955generalized]

namespace unbracket {

namespace {

using Vector = std::vector<Rational>;

enum class ColumnKind { artificial, point, surplus, margin, slack };

struct Column {
    ColumnKind kind;
    std::size_t at = 0; // number of the point, or the row
};

class Simplex {
public:
    Simplex(Hull& hull, const std::vector<RowBound>& bounds)
        : hull_(hull), bounds_(bounds), size_(bounds.size() + 2), inverse_(unit_matrix()),
          order_(unit_matrix()), right_(size_) {
        for (std::size_t row = 0; row < size_; ++row) {
            basis_.push_back({row == cap() ? ColumnKind::slack : ColumnKind::artificial, row});
        }
        right_[whole()] = right_[cap()] = 1;
    }

    std::variant<HullMix, HullSeparation> solve() {
        while (step()) {
        }
        if (artificial_sum().sign() > 0) {
            return separation();
        }
        const bool has_strict = std::any_of(bounds_.begin(), bounds_.end(), [](RowBound bound) {
            return bound == RowBound::above_zero;
        });
        if (has_strict) {
            drive_out_artificials();
            is_second_ = true;
            order_ = unit_matrix();
            while (step()) {
            }
            if (margin().sign() <= 0) {
                return separation();
            }
        }
        return mix();
    }

private:
    std::size_t whole() const { return bounds_.size(); }   // shares add up to 1
    std::size_t cap() const { return bounds_.size() + 1; } // the margin is at most 1

    std::vector<Vector> unit_matrix() const {
        std::vector<Vector> matrix(size_, Vector(size_));
        for (std::size_t row = 0; row < size_; ++row) {
            matrix[row][row] = 1;
        }
        return matrix;
    }

    Rational cost(const Column& column) const {
        if (is_second_) {
            return column.kind == ColumnKind::margin ? 1 : 0;
        }
        return column.kind == ColumnKind::artificial ? -1 : 0;
    }

    Rational artificial_sum() const {
        Rational sum;
        for (std::size_t row = 0; row < size_; ++row) {
            sum += basis_[row].kind == ColumnKind::artificial ? right_[row] : Rational(0);
        }
        return sum;
    }
    Rational margin() const {
        for (std::size_t row = 0; row < size_; ++row) {
            if (basis_[row].kind == ColumnKind::margin) {
                return right_[row];
            }
        }
        return 0;
    }

    Vector multipliers() const {
        Vector prices(size_);
        for (std::size_t row = 0; row < size_; ++row) {
            const Rational own = cost(basis_[row]);
            for (std::size_t at = 0; at < size_ && own.sign() != 0; ++at) {
                prices[at] += own * inverse_[row][at];
            }
        }
        return prices;
    }

    Vector column_of(const Column& column) const {
        Vector entries(size_);
        switch (column.kind) {
        case ColumnKind::artificial:
        case ColumnKind::slack:
            entries[column.at] = 1;
            break;
        case ColumnKind::surplus:
            entries[column.at] = -1;
            break;
        case ColumnKind::margin:
            for (std::size_t row = 0; row < bounds_.size(); ++row) {
                entries[row] = bounds_[row] == RowBound::above_zero ? -1 : 0;
            }
            entries[cap()] = 1;
            break;
        case ColumnKind::point:
            break;
        }
        return entries;
    }

    Vector in_basis(const Vector& column) const {
        Vector result(size_);
        for (std::size_t row = 0; row < size_; ++row) {
            for (std::size_t at = 0; at < size_; ++at) {
                if (column[at].sign() != 0) {
                    result[row] += inverse_[row][at] * column[at];
                }
            }
        }
        return result;
    }

    /// The column that promises most, if any promises something: points last, as they cost most.
    std::optional<std::pair<Column, Vector>> entering(const Vector& prices) {
        std::optional<std::pair<Rational, Column>> best;
        const auto consider = [&](const Rational& gain, const Column& column) {
            if (gain.sign() > 0 && (!best || gain > best->first)) {
                best = {gain, column};
            }
        };
        Rational strict_sum;
        for (std::size_t row = 0; row < bounds_.size(); ++row) {
            consider(prices[row], {ColumnKind::surplus, row});
            strict_sum += bounds_[row] == RowBound::above_zero ? prices[row] : Rational(0);
        }
        consider(cost({ColumnKind::margin}) + strict_sum - prices[cap()], {ColumnKind::margin});
        consider(-prices[cap()], {ColumnKind::slack, cap()});
        if (best) {
            return std::pair{best->second, column_of(best->second)};
        }
        Vector weights;
        for (std::size_t row = 0; row < bounds_.size(); ++row) {
            weights.push_back(-prices[row]);
        }
        Hull::Point point = hull_.farthest(weights);
        Rational gain = -prices[whole()];
        for (std::size_t row = 0; row < bounds_.size(); ++row) {
            gain += weights[row] * point.rows[row];
        }
        if (gain.sign() <= 0) {
            return std::nullopt;
        }
        point.rows.emplace_back(1);
        point.rows.emplace_back(0);
        return std::pair{Column{ColumnKind::point, point.number}, std::move(point.rows)};
    }

    /// Whether the first row's ratios come before the second's.
    bool leaves_before(std::size_t first, std::size_t second, const Vector& along) const {
        const Rational &a = along[first], &b = along[second];
        if (const auto by_right = right_[first] * b <=> right_[second] * a; by_right != 0) {
            return by_right < 0;
        }
        for (std::size_t at = 0; at < size_; ++at) {
            if (const auto next = order_[first][at] * b <=> order_[second][at] * a; next != 0) {
                return next < 0;
            }
        }
        return false;
    }

    /// One change of the basis. False when nothing promises anything.
    bool step() {
        auto next = entering(multipliers());
        if (!next) {
            return false;
        }
        const Vector along = in_basis(next->second);
        std::optional<std::size_t> leaving;
        for (std::size_t row = 0; row < size_; ++row) {
            if (along[row].sign() > 0 && (!leaving || leaves_before(row, *leaving, along))) {
                leaving = row;
            }
        }
        UNBRACKET_ASSERT(leaving.has_value());
        pivot(*leaving, along, next->first);
        return true;
    }

    void pivot(std::size_t leaving, const Vector& along, const Column& column) {
        const auto divide = [&](Vector& row) {
            for (Rational& number : row) {
                number = number / along[leaving];
            }
        };
        divide(inverse_[leaving]), divide(order_[leaving]);
        right_[leaving] = right_[leaving] / along[leaving];
        const auto take_off = [&](std::vector<Vector>& matrix, std::size_t row) {
            for (std::size_t at = 0; at < size_; ++at) {
                if (matrix[leaving][at].sign() != 0) {
                    matrix[row][at] -= along[row] * matrix[leaving][at];
                }
            }
        };
        for (std::size_t row = 0; row < size_; ++row) {
            if (row != leaving && along[row].sign() != 0) {
                take_off(inverse_, row), take_off(order_, row);
                right_[row] -= along[row] * right_[leaving];
            }
        }
        basis_[leaving] = column;
    }

    /// Artificial columns at 0 leave for surplus columns; one of these always can take the place,
    /// since a row of the inverse that all of them miss would have 1 on the right.
    void drive_out_artificials() {
        for (std::size_t row = 0; row < size_; ++row) {
            if (basis_[row].kind != ColumnKind::artificial) {
                continue;
            }
            for (std::size_t at = 0; at < bounds_.size(); ++at) {
                if (inverse_[row][at].sign() != 0) {
                    const Column column{ColumnKind::surplus, at};
                    pivot(row, in_basis(column_of(column)), column);
                    break;
                }
            }
        }
    }

    HullSeparation separation() const {
        const Vector prices = multipliers();
        HullSeparation found;
        for (std::size_t row = 0; row < bounds_.size(); ++row) {
            found.weights.push_back(-prices[row]);
        }
        return found;
    }

    HullMix mix() const {
        HullMix found;
        for (std::size_t row = 0; row < size_; ++row) {
            if (basis_[row].kind == ColumnKind::point && right_[row].sign() > 0) {
                found.shares.emplace_back(basis_[row].at, right_[row]);
            }
        }
        return found;
    }

    Hull& hull_;
    const std::vector<RowBound>& bounds_;
    std::size_t size_;
    std::vector<Vector> inverse_; // of the basis
    std::vector<Vector> order_;   // breaks equal ratios
    Vector right_;
    std::vector<Column> basis_;
    bool is_second_ = false;
};

} // namespace

std::variant<HullMix, HullSeparation> solve_hull_program(Hull& hull,
                                                         const std::vector<RowBound>& bounds) {
    return Simplex(hull, bounds).solve();
}

} // namespace unbracket
