#include "unbracket/robust/cut_exponential.hpp"

#include "unbracket/base/elementary.hpp"
#include "unbracket/base/wide_vectors.hpp"

#include <algorithm>
#include <cstring>

// An exponential number x of rate r, given that it lies in [0, w], has the distribution (1 - e^-rx)
// / (1 - e^-rw), so that a unit u is turned into x = -log(1 - u (1 - e^-rw)) / r. This is what
// drawing readings spends its time on, so it is done for eight numbers at once, and on x86
// processors that have wider vectors than every one has, copies of it use them. Only +, -, *, /
// and comparisons of single numbers are used and none is contracted with another, so all copies
// give the same bits.
//
// Source: Devroye (1986), Non-uniform random variate generation, chapter II.2
// [devroye1986nonuniform]

namespace unbracket {

namespace {

/// Eight numbers, or those that are left with `other` behind them.
[[gnu::always_inline]] inline void take(std::span<const double> row, std::size_t first,
                                        double other, WideReal& numbers) {
    if (row.size() - first >= wide_count) {
        std::memcpy(&numbers, row.data() + first, sizeof numbers);
        return;
    }
    for (std::size_t lane = 0; lane < wide_count; ++lane) {
        numbers[lane] = first + lane < row.size() ? row[first + lane] : other;
    }
}

[[gnu::always_inline]] inline void put(const WideReal& numbers, std::size_t first,
                                       std::span<double> row) {
    const std::size_t count = std::min(wide_count, row.size() - first);
    if (count == wide_count) {
        std::memcpy(row.data() + first, &numbers, sizeof numbers);
        return;
    }
    for (std::size_t lane = 0; lane < count; ++lane) {
        row[first + lane] = numbers[lane];
    }
}

[[gnu::always_inline]] inline void invert_each(const CutRow& row) {
    for (std::size_t first = 0; first < row.units.size(); first += wide_count) {
        WideReal units{}, rates{};
        take(row.units, first, 0.5, units);
        take(row.rates, first, 1.0, rates);
        const WideReal x = rates * row.width;
        WideReal power{}, missing{}, inverted{};
        exponential(-x, power);
        find_missing(x, power, missing);
        logarithm(1.0 - units * missing, inverted);
        put(x < 1e-5 ? units : -inverted / x, first, row.places);
        put(power / missing, first, row.corners);
    }
}

[[gnu::always_inline]] inline void raise_each(std::span<double> numbers) {
    for (std::size_t first = 0; first < numbers.size(); first += wide_count) {
        WideReal exponents{}, powers{};
        take(numbers, first, 0.0, exponents);
        exponential(exponents, powers);
        put(powers, first, numbers);
    }
}

#if defined(__x86_64__)
[[gnu::target("avx512f")]] void invert_widest(const CutRow& row) {
    invert_each(row);
}

[[gnu::target("avx2")]] void invert_wide(const CutRow& row) {
    invert_each(row);
}

[[gnu::target("avx2")]] void raise_wide(std::span<double> numbers) {
    raise_each(numbers);
}
#endif

} // namespace

void invert(const CutRow& row) {
#if defined(__x86_64__)
    if (has_widest_vectors()) {
        invert_widest(row);
        return;
    }
    if (has_wide_vectors()) {
        invert_wide(row);
        return;
    }
#endif
    invert_each(row);
}

void exponentials(std::span<double> numbers) {
#if defined(__x86_64__)
    if (has_wide_vectors()) {
        raise_wide(numbers);
        return;
    }
#endif
    raise_each(numbers);
}

} // namespace unbracket
