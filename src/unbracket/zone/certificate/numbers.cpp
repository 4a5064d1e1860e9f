#include "unbracket/zone/certificate/numbers.hpp"

#include "unbracket/base/require.hpp"

#include <algorithm>
#include <string>

namespace unbracket::certificate {

Fraction::Fraction(Integer top, Integer bottom) : top_(std::move(top)), bottom_(std::move(bottom)) {
    UNBRACKET_REQUIRE(bottom_ != 0, "a fraction has a denominator other than zero");
    reduce();
}

void Fraction::reduce() {
    if (bottom_ < 0) {
        top_ = -top_;
        bottom_ = -bottom_;
    }
    if (!is_whole()) {
        const Integer common = gcd(top_, bottom_);
        top_ /= common;
        bottom_ /= common;
    }
}

Fraction& Fraction::operator+=(const Fraction& other) {
    if (bottom_ == other.bottom_) {
        top_ += other.top_;
    } else {
        top_ = top_ * other.bottom_ + other.top_ * bottom_;
        bottom_ *= other.bottom_;
    }
    reduce();
    return *this;
}

Fraction& Fraction::operator*=(const Fraction& other) {
    top_ *= other.top_;
    bottom_ *= other.bottom_;
    reduce();
    return *this;
}

Fraction& Fraction::operator/=(const Fraction& other) {
    UNBRACKET_REQUIRE(other.top_ != 0, "division needs a divisor other than zero");
    const Integer divisor = other.top_; // `other` may be this one
    top_ *= other.bottom_;
    bottom_ *= divisor;
    reduce();
    return *this;
}

Fraction Fraction::operator-() const {
    Fraction negated = *this;
    negated.top_ = -negated.top_;
    return negated;
}

int Fraction::compare(const Fraction& other) const {
    if (bottom_ == other.bottom_) {
        return top_.compare(other.top_);
    }
    return Integer(top_ * other.bottom_).compare(other.top_ * bottom_);
}

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Digits at the front, taken away from the text.
std::string_view take_digits(std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    return digits;
}

bool take(std::string_view& text, char wanted) {
    if (text.empty() || text.front() != wanted) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

/// Leading zeros would make Boost read an octal number.
Integer from_digits(std::string digits) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits.empty() ? Integer(0) : Integer(digits);
}

std::optional<int> take_exponent(std::string_view& text) {
    if (!take(text, 'e') && !take(text, 'E')) {
        return 0;
    }
    const bool is_negative = take(text, '-');
    if (!is_negative) {
        take(text, '+');
    }
    const std::string_view digits = take_digits(text);
    if (digits.empty() || digits.size() > 3) {
        return std::nullopt;
    }
    int exponent = 0;
    for (const char digit : digits) {
        exponent = exponent * 10 + (digit - '0');
    }
    if (exponent > 400) {
        return std::nullopt;
    }
    return is_negative ? -exponent : exponent;
}

Integer power_of_ten(int exponent) {
    return boost::multiprecision::pow(Integer(10), static_cast<unsigned>(exponent));
}

/// What follows the sign: `7`, `3/4`, `0.25`, `2.5e3`.
std::optional<Fraction> read_magnitude(std::string_view text) {
    std::string digits(take_digits(text));
    if (digits.empty()) {
        return std::nullopt;
    }
    if (take(text, '/')) {
        const Integer bottom = from_digits(std::string(take_digits(text)));
        if (!text.empty() || bottom == 0) {
            return std::nullopt;
        }
        return Fraction(from_digits(digits), bottom);
    }
    int places = 0;
    if (take(text, '.')) {
        const std::string_view behind = take_digits(text);
        if (behind.empty()) {
            return std::nullopt;
        }
        digits += behind;
        places = static_cast<int>(behind.size());
    }
    const std::optional<int> exponent = take_exponent(text);
    if (!exponent || !text.empty()) {
        return std::nullopt;
    }
    const Integer whole = from_digits(digits);
    if (*exponent >= places) {
        return Fraction(whole * power_of_ten(*exponent - places));
    }
    return Fraction(whole, power_of_ten(places - *exponent));
}

} // namespace

std::optional<Integer> read_whole(std::string_view text) {
    if (text.empty() || text.size() > longest_number ||
        !std::all_of(text.begin(), text.end(), is_digit)) {
        return std::nullopt;
    }
    return from_digits(std::string(text));
}

std::optional<Fraction> read_number(std::string_view text) {
    if (text.size() > longest_number) {
        return std::nullopt;
    }
    const bool is_negative = take(text, '-');
    std::optional<Fraction> magnitude = read_magnitude(text);
    if (magnitude && is_negative) {
        *magnitude = -*magnitude;
    }
    return magnitude;
}

Fraction exact(const Rational& number) {
    if (const auto small = number.small()) {
        return Fraction(Integer(small->numerator), Integer(small->denominator));
    }
    const std::string text = number.to_fraction_text();
    const std::size_t sign = text.front() == '-' ? 1 : 0;
    const std::size_t slash = std::min(text.find('/'), text.size());
    const Integer top = from_digits(text.substr(sign, slash - sign));
    const Integer bottom = slash == text.size() ? Integer(1) : from_digits(text.substr(slash + 1));
    UNBRACKET_ASSERT(bottom != 0);
    const Fraction magnitude(top, bottom);
    return sign == 1 ? -magnitude : magnitude;
}

Range exact(const Interval& interval) {
    return {exact(interval.low), exact(interval.high)};
}

} // namespace unbracket::certificate
