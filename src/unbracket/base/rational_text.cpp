// Numbers read from text. What nearly all of them are, a few digits, is read in one pass.

#include "unbracket/base/rational.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace unbracket {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

struct DecimalParts {
    std::string digits; // without the point, leading zeros removed
    int exponent = 0;   // value = digits * 10^exponent
    bool negative = false;
};

/// Takes digits with single underscores between them; false when there is none or a stray one.
bool take_digits(std::string_view& text, std::string& digits) {
    std::size_t at = 0;
    while (at < text.size() && (is_digit(text[at]) || text[at] == '_')) {
        const bool underscore = text[at] == '_';
        if (underscore && (at == 0 || at + 1 >= text.size() || !is_digit(text[at + 1]))) {
            return false;
        }
        if (!underscore) {
            digits.push_back(text[at]);
        }
        ++at;
    }
    text.remove_prefix(at);
    return at > 0;
}

std::optional<int> take_exponent(std::string_view text) {
    if (text.empty()) {
        return 0;
    }
    if (text.front() != 'e' && text.front() != 'E') {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        text.remove_prefix(1);
    }
    std::string digits;
    if (!take_digits(text, digits) || !text.empty() || digits.size() > 6) {
        return std::nullopt;
    }
    int exponent = 0;
    for (const char c : digits) {
        exponent = exponent * 10 + (c - '0');
    }
    return negative ? -exponent : exponent;
}

std::optional<DecimalParts> split_decimal(std::string_view text) {
    DecimalParts parts;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        parts.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    if (text.size() > 400 || !take_digits(text, parts.digits)) {
        return std::nullopt;
    }
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        const std::size_t before = parts.digits.size();
        if (!take_digits(text, parts.digits)) {
            return std::nullopt;
        }
        parts.exponent = -static_cast<int>(parts.digits.size() - before);
    }
    const auto exponent = take_exponent(text);
    if (!exponent) {
        return std::nullopt;
    }
    parts.exponent += *exponent;
    while (!parts.digits.empty() && parts.digits.back() == '0') {
        parts.digits.pop_back();
        ++parts.exponent;
    }
    parts.digits.erase(0, std::min(parts.digits.find_first_not_of('0'), parts.digits.size()));
    return parts;
}

constexpr int longest_narrow = 18; // digits, of which 64 bits hold any

std::int64_t narrow_power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) {
        power *= 10;
    }
    return power;
}

/// Of digits with a sign or none, a point between them or none, nothing else and not many: what
/// nearly all numbers are. Nothing for others, whether or not they can be read.
std::optional<Rational> plain_number(std::string_view text) {
    const bool is_negative = text.starts_with('-');
    text.remove_prefix(is_negative ? 1 : 0);
    const std::size_t point = std::min(text.find('.'), text.size());
    const bool is_framed = !text.empty() && point != 0 && point + 1 != text.size();
    if (text.size() > std::size_t{longest_narrow} || !is_framed) {
        return std::nullopt;
    }
    std::int64_t digits = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_digit(text[at])) {
            digits = digits * 10 + (text[at] - '0');
        } else if (at != point) {
            return std::nullopt;
        }
    }
    digits = is_negative ? -digits : digits;
    if (point == text.size()) {
        return Rational(digits);
    }
    return Rational(digits, narrow_power_of_ten(static_cast<int>(text.size() - point - 1)));
}

bool names_infinity_or_nan(std::string_view text) {
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        text.remove_prefix(1);
    }
    return text == "inf" || text == "nan";
}

Rational power_of_ten(int exponent) {
    if (exponent <= longest_narrow) {
        return narrow_power_of_ten(exponent);
    }
    Rational power(1);
    for (int i = 0; i < exponent; ++i) {
        power *= Rational(10);
    }
    return power;
}

} // namespace

ParsedDecimal parse_decimal(std::string_view text) {
    constexpr std::size_t short_enough = 12; // for all bounds
    if (text.size() <= short_enough) {
        if (auto plain = plain_number(text)) {
            return {std::move(*plain), DecimalProblem::none};
        }
    }
    if (names_infinity_or_nan(text)) {
        return {Rational(), DecimalProblem::not_finite};
    }
    const auto parts = split_decimal(text);
    if (!parts) {
        return {Rational(), DecimalProblem::not_a_number};
    }
    if (parts->digits.empty()) {
        return {Rational(), DecimalProblem::none};
    }
    if (parts->digits.size() > 15) {
        return {Rational(), DecimalProblem::too_many_digits};
    }
    const int top = static_cast<int>(parts->digits.size()) + parts->exponent;
    if (top > 13 || top < -14) { // the number lies from 10^(top - 1) to below 10^top
        return {Rational(), DecimalProblem::out_of_range};
    }
    std::int64_t mantissa = 0;
    for (const char c : parts->digits) {
        mantissa = mantissa * 10 + (c - '0');
    }
    Rational value(parts->negative ? -mantissa : mantissa);
    if (parts->exponent >= 0) {
        value *= power_of_ten(parts->exponent);
    }
    if (parts->exponent < 0) {
        value /= power_of_ten(-parts->exponent);
    }
    const Rational largest(1'000'000'000'000);
    if (value > largest || -value > largest) {
        return {Rational(), DecimalProblem::out_of_range};
    }
    return {value, DecimalProblem::none};
}

std::optional<Rational> parse_fraction(std::string_view text) {
    if (const auto plain = plain_number(text)) {
        return plain;
    }
    const auto slash = text.find('/');
    const auto top_parts = split_decimal(text.substr(0, slash));
    if (text.size() > 400 || !top_parts) {
        return std::nullopt;
    }
    const auto as_rational = [](const DecimalParts& parts) {
        Rational value(0);
        for (const char c : parts.digits) {
            value = value * Rational(10) + Rational(c - '0');
        }
        if (parts.exponent > 0) {
            value *= power_of_ten(parts.exponent);
        }
        if (parts.exponent < 0) {
            value /= power_of_ten(-parts.exponent);
        }
        return parts.negative ? -value : value;
    };
    if (top_parts->exponent > 400 || top_parts->exponent < -400) {
        return std::nullopt;
    }
    const Rational top = as_rational(*top_parts);
    if (slash == std::string_view::npos) {
        return top;
    }
    const auto bottom_parts = split_decimal(text.substr(slash + 1));
    if (!bottom_parts || bottom_parts->digits.empty() || bottom_parts->exponent < 0 ||
        bottom_parts->exponent > 400) {
        return std::nullopt;
    }
    return top / as_rational(*bottom_parts);
}

} // namespace unbracket
