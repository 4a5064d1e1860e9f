#pragma once

#include "unbracket/base/interval.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <compare>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

// The checker's own numbers, on the whole numbers of any width from Boost. The exact numbers of
// base/ are only converted, never calculated with, so that a fault there cannot hide a fault in a
// verdict. (Boost's own fractions look for common divisors at every step, most of which are between
// whole numbers here; that made checking a short proof ten times slower than finding it.)

namespace unbracket::certificate {

using Integer = boost::multiprecision::cpp_int;

/// An exact fraction in lowest terms with a denominator above 0.
class Fraction {
public:
    Fraction() = default;
    explicit(false) Fraction(int whole) : top_(whole) {}
    explicit Fraction(Integer whole) : top_(std::move(whole)) {}
    /// The denominator is not 0.
    Fraction(Integer top, Integer bottom);

    const Integer& top() const { return top_; }
    const Integer& bottom() const { return bottom_; }

    Fraction& operator+=(const Fraction& other);
    Fraction& operator-=(const Fraction& other) { return *this += -other; }
    Fraction& operator*=(const Fraction& other);
    /// The divisor is not 0.
    Fraction& operator/=(const Fraction& other);
    Fraction operator-() const;

    friend Fraction operator+(Fraction a, const Fraction& b) { return a += b; }
    friend Fraction operator-(Fraction a, const Fraction& b) { return a -= b; }
    friend Fraction operator*(Fraction a, const Fraction& b) { return a *= b; }
    friend Fraction operator/(Fraction a, const Fraction& b) { return a /= b; }
    friend bool operator==(const Fraction& a, const Fraction& b) { return a.compare(b) == 0; }
    friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
        return a.compare(b) <=> 0;
    }

private:
    void reduce();
    bool is_whole() const { return bottom_ == 1; }
    int compare(const Fraction& other) const;

    Integer top_ = 0;
    Integer bottom_ = 1;
};

/// All numbers from low to high; empty where low > high.
struct Range {
    Fraction low;
    Fraction high;

    bool is_empty() const { return low > high; }
    bool contains(const Fraction& number) const { return low <= number && number <= high; }
};

Fraction exact(const Rational& number);
Range exact(const Interval& interval);

/// Longest text of a number that is read; longer ones are refused as no number.
inline constexpr std::size_t longest_number = 1000;

/// `0`, `17`: digits only, nothing for anything else.
std::optional<Integer> read_whole(std::string_view text);

/// `-3/4`, `7`, `0.25`, `1e3`: exact; nothing for anything else, for a denominator of zero and for
/// an exponent beyond 400.
std::optional<Fraction> read_number(std::string_view text);

} // namespace unbracket::certificate
