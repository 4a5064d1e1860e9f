#pragma once

#include "unbracket/base/rational.hpp"

namespace unbracket {

/// All numbers from low to high, both included; low <= high.
struct Interval {
    Rational low;
    Rational high;

    bool is_single() const { return low == high; }
    bool contains(const Rational& number) const { return low <= number && number <= high; }
    friend bool operator==(const Interval&, const Interval&) = default;
};

inline Interval single(const Rational& number) {
    return {number, number};
}
inline Interval operator+(const Interval& a, const Interval& b) {
    return {a.low + b.low, a.high + b.high};
}
inline Interval operator-(const Interval& a, const Interval& b) {
    return {a.low - b.high, a.high - b.low};
}
/// The smallest interval that holds both.
inline Interval hull(const Interval& a, const Interval& b) {
    return {a.low < b.low ? a.low : b.low, a.high < b.high ? b.high : a.high};
}
inline Rational middle(const Interval& interval) {
    return (interval.low + interval.high) / Rational(2);
}

} // namespace unbracket
