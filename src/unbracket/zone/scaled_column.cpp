#include "unbracket/zone/scaled_column.hpp"

#include "unbracket/base/require.hpp"

#include <algorithm>

// From exact fractions to the whole numbers that the search adds up. A party's reduced values are
// multiplied by the smallest unit that makes them all whole; where sums would then leave the
// search's width, by a power of two instead, and rounded upwards. Rounding up only makes parties
// easier to please: bounds stay bounds, and an outcome that looks acceptable meets the exact test
// at the leaf. So no verdict depends on the rounding. The idea is that of safe bounds in
// mixed-integer programming, where it serves doubles; with whole numbers one direction of rounding
// is enough.
//
// Source: Neumaier and Shcherbina (2004), Safe bounds in linear and mixed-integer linear
// programming [neumaier2004safe]

namespace unbracket {

namespace {

constexpr std::int64_t exact_limit = value_limit / 2;

Rational magnitude(const Rational& number) {
    return number.sign() < 0 ? -number : number;
}

/// Sum over issues of the largest magnitude plus the constant's: no sum along a path exceeds it.
Rational largest_sum(const RowValues& column, const std::vector<Row>& first_row) {
    Rational sum = magnitude(column.constant);
    for (std::size_t issue = 0; issue + 1 < first_row.size(); ++issue) {
        Rational largest;
        for (Row row = first_row[issue]; row < first_row[issue + 1]; ++row) {
            largest = std::max(largest, magnitude(column.values[row]));
        }
        sum += largest;
    }
    return sum;
}

/// Whether a unit may make all of these whole and no larger than the limit. Then each ratio of two
/// of them is one of two such whole numbers. Numbers of many places fail at once, and with them the
/// common unit, which is dear where it is long, need not be worked out.
bool may_be_whole(const std::vector<Rational>& numbers) {
    const Rational* first = nullptr;
    return std::all_of(numbers.begin(), numbers.end(), [&](const Rational& number) {
        if (number.sign() == 0 || first == nullptr) {
            first = number.sign() == 0 ? nullptr : &number;
            return true;
        }
        const auto ratio = magnitude(number / *first).small();
        return ratio && ratio->numerator <= exact_limit && ratio->denominator <= exact_limit;
    });
}

/// Exact unit where the sums then fit, else the largest power of two that does, to be rounded up.
Rational choose_unit(const RowValues& column, const std::vector<Row>& first_row) {
    const Rational largest = largest_sum(column, first_row);
    std::vector<Rational> numbers = column.values;
    numbers.push_back(column.constant);
    if (may_be_whole(numbers)) {
        const Rational exact = whole_number_unit(numbers);
        if (largest * exact < Rational(exact_limit)) {
            return exact;
        }
    }
    Rational unit(1);
    while (largest * unit >= Rational(exact_limit)) {
        unit /= Rational(2);
    }
    while (largest * unit * Rational(2) < Rational(exact_limit)) {
        unit *= Rational(2);
    }
    return unit;
}

std::int64_t rounded_up(const Rational& number) {
    const auto whole = number.ceil_to_int64();
    UNBRACKET_ASSERT(whole.has_value());
    return *whole;
}

} // namespace

ScaledColumn scaled_column(const RowValues& values, const std::vector<Row>& first_row,
                           AtZero at_zero) {
    ScaledColumn result{choose_unit(values, first_row), 0, {}};
    // A whole number above 0 is at least 1, also where values were rounded up.
    result.constant =
        rounded_up(values.constant * result.unit) - (at_zero == AtZero::refused ? 1 : 0);
    for (const Rational& value : values.values) {
        result.values.push_back(rounded_up(value * result.unit));
    }
    return result;
}

bool stands_before(const ScaledColumn& first, const ScaledColumn& second) {
    return first.constant != second.constant ? first.constant < second.constant
                                             : first.values < second.values;
}

} // namespace unbracket
