#include "unbracket/robust/draw_rows.hpp"

#include "unbracket/robust/lane_vectors.hpp"

#include <algorithm>

// Drawing readings is mostly loops of a few operations over rows, which compilers make vector code
// of; here they are compiled for each width of vectors. No operation is contracted with another and
// none is done in another order, so all copies give the same bits.
//
// Source: Devroye (1986), Non-uniform random variate generation, chapter II.2, for drawing by
// inversion [devroye1986nonuniform]

namespace unbracket {

namespace {

constexpr double shifter = 0x1.8p52; // adding it rounds to a whole number

struct Placing {
    std::span<const double> places;
    std::span<std::uint32_t> steps;

    template <class By>
    [[gnu::always_inline]] void run() const {
        const double* __restrict__ const from = places.data();
        std::uint32_t* __restrict__ const to = steps.data();
        // Through signed numbers, which processors convert many of at a time.
        for (std::size_t at = 0; at < places.size(); ++at) {
            const auto cell = static_cast<std::int32_t>(from[at] * double{grid_cells});
            to[at] = cell < std::int32_t{grid_cells} ? static_cast<std::uint32_t>(2 * cell + 1)
                                                     : grid_steps;
        }
    }
};

struct LineReading {
    double base = 0;
    double slope = 0;
    std::span<const std::uint32_t> steps;
    std::span<double> numbers;

    template <class By>
    [[gnu::always_inline]] void run() const {
        const std::uint32_t* __restrict__ const from = steps.data();
        double* __restrict__ const to = numbers.data();
        for (std::size_t at = 0; at < numbers.size(); ++at) {
            to[at] = base + slope * static_cast<double>(static_cast<int>(from[at]));
        }
    }
};

/// Where it is rounded, larger by the raise and half a unit more or less.
[[gnu::always_inline]] inline double scaled(double sum, const SumScale& scale) {
    const double larger = sum * scale.factor;
    return scale.is_exact ? larger : (larger + shifter) - shifter + scale.raise;
}

/// `value_at` gives the value of a draw.
template <class ValueAt>
struct Weighing {
    const WorthRows& rows;
    ValueAt value_at;
    std::span<double> worth;

    template <class By>
    [[gnu::always_inline]] void run() const {
        const double* __restrict__ const weight = rows.weights.data();
        const double* __restrict__ const shift = rows.shifts.data();
        double* __restrict__ const to = worth.data();
        const SumScale scale = rows.scale;
        for (std::size_t at = 0; at < worth.size(); ++at) {
            to[at] = scaled(weight[at] * (value_at(at) - shift[at]), scale);
        }
    }
};

struct Scaling {
    SumScale scale;
    std::span<double> sums;

    template <class By>
    [[gnu::always_inline]] void run() const {
        for (double& sum : sums) {
            sum = scaled(sum, scale);
        }
    }
};

struct Choosing {
    std::span<const double> units;
    std::span<const double> factors;
    const double* rows = nullptr;
    std::span<double> chosen;

    template <class By>
    [[gnu::always_inline]] void run() const {
        const std::size_t lanes = units.size();
        std::size_t lane = 0;
        for (; lane + 8 <= lanes; lane += 8) {
            choose_eight<By>(lane);
        }
        for (; lane < lanes; ++lane) {
            choose_one(lane);
        }
    }

private:
    template <class By>
    [[gnu::always_inline]] void choose_eight(std::size_t lane) const {
        using Reals = typename By::Reals;
        const std::size_t lanes = units.size();
        Eight<By> left, sum, own, row;
        fill<By>(0, sum);
        for (std::size_t at = 0; at < factors.size(); ++at) {
            load<By>(rows + at * lanes + lane, own);
            each_part<By>([&](std::size_t part) { sum[part] += own[part] * factors[at]; });
        }
        load<By>(units.data() + lane, left);
        each_part<By>([&](std::size_t part) { left[part] = left[part] * sum[part]; });
        // Rows are gone through while what is left reaches them; where it does not, nothing is
        // left.
        fill<By>(0, row);
        const Reals none = -1.0 - Reals{}, next = 1.0 - Reals{}, same = Reals{};
        for (std::size_t at = 0; at + 1 < factors.size(); ++at) {
            load<By>(rows + at * lanes + lane, own);
            each_part<By>([&](std::size_t part) {
                const Reals share = own[part] * factors[at], rest = left[part] - share;
                const auto goes_on = left[part] >= share;
                left[part] = goes_on ? rest : none;
                row[part] += goes_on ? next : same;
            });
        }
        store<By>(row, chosen.data() + lane);
    }

    [[gnu::always_inline]] void choose_one(std::size_t lane) const {
        const auto share = [&](std::size_t at) {
            return rows[at * units.size() + lane] * factors[at];
        };
        double sum = 0;
        for (std::size_t at = 0; at < factors.size(); ++at) {
            sum += share(at);
        }
        double left = units[lane] * sum;
        std::size_t at = 0;
        while (at + 1 < factors.size() && left >= share(at)) {
            left -= share(at++);
        }
        chosen[lane] = static_cast<double>(at);
    }
};

} // namespace

void place_steps(std::span<const double> places, std::span<std::uint32_t> steps) {
    on_vectors(Placing{places, steps});
}

double GridLine::at(std::uint32_t step) const {
    if (pieces.empty()) {
        return base + slope * step;
    }
    const Piece& piece = pieces[step / grid_steps];
    return piece.base + piece.slope * (step % grid_steps);
}

GridLine grid_line(const GridNumber& number, const Rational& unit) {
    const auto scaled_by_unit = [&](const Rational& part) { return (part * unit).approximate(); };
    GridLine line{scaled_by_unit(number.base), scaled_by_unit(number.slope)};
    for (const GridPiece& piece : number.pieces) {
        line.pieces.push_back({scaled_by_unit(piece.base), scaled_by_unit(piece.slope)});
    }
    return line;
}

void read_line(const GridLine& line, std::span<const std::uint32_t> steps,
               std::span<double> numbers) {
    if (line.is_constant()) {
        std::fill(numbers.begin(), numbers.end(), line.base);
    } else if (line.pieces.empty()) {
        on_vectors(LineReading{line.base, line.slope, steps, numbers});
    } else {
        std::transform(steps.begin(), steps.end(), numbers.begin(),
                       [&](std::uint32_t step) { return line.at(step); });
    }
}

void weigh(const WorthRows& rows, std::span<const double> values, std::span<double> worth) {
    const auto value_at = [from = values.data()](std::size_t at) { return from[at]; };
    on_vectors(Weighing<decltype(value_at)>{rows, value_at, worth});
}

void weigh(const WorthRows& rows, double value, std::span<double> worth) {
    const auto value_at = [value](std::size_t) { return value; };
    on_vectors(Weighing<decltype(value_at)>{rows, value_at, worth});
}

void scale_up(const SumScale& scale, std::span<double> sums) {
    on_vectors(Scaling{scale, sums});
}

void choose_by_share(std::span<const double> units, std::span<const double> factors,
                     const double* rows, std::span<double> chosen) {
    on_vectors(Choosing{units, factors, rows, chosen});
}

} // namespace unbracket
