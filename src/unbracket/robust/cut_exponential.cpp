#include "unbracket/robust/cut_exponential.hpp"

#include "unbracket/base/elementary.hpp"
#include "unbracket/robust/lane_vectors.hpp"

#include <algorithm>
#include <array>
#include <cstring>

// An exponential number x of rate r, given that it lies in [0, w], has the distribution (1 - e^-rx)
// / (1 - e^-rw), so that a unit u is turned into x = -log(1 - u (1 - e^-rw)) / r. This is what
// drawing readings spends its time on. Each number is a chain of operations that wait for each
// other, so four vectors of them are taken through it side by side; the operations are those of
// base/elementary.hpp. Only +, -, *, / and comparisons of single numbers are used and none is
// contracted with another, so copies for all widths of vectors give the same bits.
//
// Source: Devroye (1986), Non-uniform random variate generation, chapter II.2
// [devroye1986nonuniform]

namespace unbracket {

namespace {

/// Vectors side by side.
template <class By, std::size_t count>
struct Chains {
    using Reals = typename By::Reals;
    using Bits = typename By::Bits;
    using All = std::array<Reals, count>;
    static constexpr std::size_t numbers = count * width_of<By>;

    template <class Call>
    [[gnu::always_inline]] static void each(const Call& call) {
        each_of<count>(call);
    }

    [[gnu::always_inline]] static void load(const double* from, All& all) {
        each([&](std::size_t at) {
            std::memcpy(&all[at], from + at * width_of<By>, sizeof(Reals));
        });
    }

    [[gnu::always_inline]] static void store(const All& all, double* to) {
        each([&](std::size_t at) { std::memcpy(to + at * width_of<By>, &all[at], sizeof(Reals)); });
    }
};

template <class By, std::size_t count>
[[gnu::always_inline]] inline void invert_some(const double* units_at, const double* rates_at,
                                               double width, double* places, double* corners) {
    using Side = Chains<By, count>;
    using Reals = typename By::Reals;
    typename Side::All units, x, power, missing, inverted;
    Side::load(units_at, units);
    Side::load(rates_at, x);
    Side::each([&](std::size_t at) {
        x[at] = x[at] * width;
        inverted[at] = -x[at];
    });
    elementary::exponentials<Side>(inverted, power);
    Side::each([&](std::size_t at) {
        find_missing(x[at], power[at], missing[at]);
        power[at] = power[at] / missing[at];
        inverted[at] = 1.0 - units[at] * missing[at];
    });
    Side::store(power, corners);
    elementary::logarithms<Side>(inverted, inverted);
    Side::each([&](std::size_t at) {
        const Reals place = -inverted[at] / x[at];
        units[at] = x[at] < 1e-5 ? units[at] : place;
    });
    Side::store(units, places);
}

/// Where fewer than a vector are left they are taken through it with others behind them.
template <class By>
struct Rest {
    std::array<double, width_of<By>> numbers;

    [[gnu::always_inline]] Rest(std::span<const double> row, std::size_t first, double other) {
        numbers.fill(other);
        std::copy(row.begin() + static_cast<std::ptrdiff_t>(first), row.end(), numbers.begin());
    }
    [[gnu::always_inline]] void put(std::size_t first, std::span<double> row) const {
        std::copy_n(numbers.begin(), row.size() - first,
                    row.begin() + static_cast<std::ptrdiff_t>(first));
    }
};

struct Inversion {
    const CutRow& row;

    template <class By>
    [[gnu::always_inline]] void run() const {
        const std::size_t size = row.units.size();
        std::size_t at = 0;
        for (; at + 4 * width_of<By> <= size; at += 4 * width_of<By>) {
            some<By, 4>(at);
        }
        for (; at + width_of<By> <= size; at += width_of<By>) {
            some<By, 1>(at);
        }
        if (at < size) {
            const Rest<By> units(row.units, at, 0.5), rates(row.rates, at, 1.0);
            Rest<By> places(row.units, at, 0), corners(row.units, at, 0);
            invert_some<By, 1>(units.numbers.data(), rates.numbers.data(), row.width,
                               places.numbers.data(), corners.numbers.data());
            places.put(at, row.places);
            corners.put(at, row.corners);
        }
    }

private:
    template <class By, std::size_t count>
    [[gnu::always_inline]] void some(std::size_t at) const {
        invert_some<By, count>(row.units.data() + at, row.rates.data() + at, row.width,
                               row.places.data() + at, row.corners.data() + at);
    }
};

struct Raising {
    std::span<double> numbers;

    template <class By>
    [[gnu::always_inline]] void run() const {
        std::size_t at = 0;
        for (; at + 4 * width_of<By> <= numbers.size(); at += 4 * width_of<By>) {
            raise_some<By, 4>(numbers.data() + at);
        }
        for (; at + width_of<By> <= numbers.size(); at += width_of<By>) {
            raise_some<By, 1>(numbers.data() + at);
        }
        if (at < numbers.size()) {
            Rest<By> rest(numbers, at, 0);
            raise_some<By, 1>(rest.numbers.data());
            rest.put(at, numbers);
        }
    }

private:
    template <class By, std::size_t count>
    [[gnu::always_inline]] static void raise_some(double* some) {
        using Side = Chains<By, count>;
        typename Side::All all;
        Side::load(some, all);
        elementary::exponentials<Side>(all, all);
        Side::store(all, some);
    }
};

} // namespace

void invert(const CutRow& row) {
    on_vectors(Inversion{row});
}

void exponentials(std::span<double> numbers) {
    on_vectors(Raising{numbers});
}

} // namespace unbracket
