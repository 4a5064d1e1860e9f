#include "unbracket/io/scenario/scenario.hpp"

#include "unbracket/base/trimmed.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace unbracket {

namespace {

constexpr int largest_exponent = 999;
constexpr std::size_t most_places_tried = 19; // before the number is written out in full

/// Digits of an exponent, with a sign or without; nothing beyond four digits.
std::optional<int> exponent_in(std::string_view text) {
    const bool is_negative = text.starts_with('-');
    text.remove_prefix(is_negative || text.starts_with('+') ? 1 : 0);
    const bool are_digits = std::all_of(text.begin(), text.end(),
                                        [](char letter) { return '0' <= letter && letter <= '9'; });
    if (text.empty() || text.size() > 4 || !are_digits) {
        return std::nullopt;
    }
    int exponent = 0;
    for (const char digit : text) {
        exponent = exponent * 10 + (digit - '0');
    }
    return is_negative ? -exponent : exponent;
}

/// By squaring: files may hold millions of numbers with exponents.
Rational power_of_ten(std::size_t exponent) {
    Rational power(1);
    Rational square(10);
    for (; exponent > 0; exponent /= 2) {
        power *= exponent % 2 == 1 ? square : Rational(1);
        square *= square;
    }
    return power;
}

bool is_decimal(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char letter) {
        return ('0' <= letter && letter <= '9') || letter == '.' || letter == 'e' ||
               letter == 'E' || letter == '+' || letter == '-';
    });
}

/// "-12345" with three places, at least one, becomes "-12.345".
std::string with_point(const std::string& whole, std::size_t places) {
    const bool is_negative = whole.starts_with('-');
    std::string digits = whole.substr(is_negative ? 1 : 0);
    if (digits.size() <= places) {
        digits.insert(0, places + 1 - digits.size(), '0');
    }
    digits.insert(digits.size() - places, 1, '.');
    if (is_negative) {
        digits.insert(0, 1, '-');
    }
    return digits;
}

} // namespace

std::optional<Rational> scenario_number(std::string_view text) {
    const std::string_view bare = trimmed(text, " \t\r\n");
    if (bare.size() > longest_number || !is_decimal(bare)) {
        return std::nullopt;
    }
    const std::size_t mark = bare.find_first_of("eE");
    std::optional<Rational> number = parse_fraction(bare.substr(0, mark));
    if (number && mark != std::string_view::npos) {
        const auto exponent = exponent_in(bare.substr(mark + 1));
        if (!exponent || std::abs(*exponent) > largest_exponent) {
            return std::nullopt;
        }
        const Rational power = power_of_ten(static_cast<std::size_t>(std::abs(*exponent)));
        *exponent < 0 ? *number /= power : *number *= power;
    }
    return number && fits_in_case(*number) ? number : std::nullopt;
}

NumberProblem number_problem(std::string_view text) {
    const std::string_view bare = trimmed(text, " \t\r\n");
    const std::size_t mark = bare.find_first_of("eE");
    const std::string_view digits = bare.substr(0, std::min(mark, longest_number));
    const bool is_number = is_decimal(bare) && parse_fraction(digits).has_value();
    const std::string limit = std::to_string(longest_number);
    if (is_number && bare.size() > longest_number) {
        return {"is too long a number", "round it: numbers have up to " + limit + " characters",
                true};
    }
    const bool has_exponent =
        mark == std::string_view::npos || exponent_in(bare.substr(mark + 1)).has_value();
    if (is_number && has_exponent) {
        return {"is too long or too small a number",
                "round it: numbers have up to " + limit + " characters, as fractions too", true};
    }
    return {"is no number", "write digits with a point as decimal mark, such as 7 or -0.25"};
}

std::optional<std::string> scenario_decimal(const Rational& number) {
    Rational shifted = number;
    for (std::size_t places = 0; places < most_places_tried; ++places) {
        const auto small = shifted.small();
        if (small && small->denominator == 1) {
            std::string text = std::to_string(small->numerator);
            return places == 0 ? std::move(text) : with_point(text, places);
        }
        shifted *= Rational(10);
    }
    if (!fits_in_case(number)) {
        return std::nullopt;
    }
    std::string text = (number * power_of_ten(longest_number)).to_fraction_text();
    if (text.find('/') != std::string::npos) {
        return std::nullopt;
    }
    text = with_point(text, longest_number);
    text.erase(text.find_last_not_of('0') + 1);
    text.erase(text.ends_with('.') ? text.size() - 1 : text.size());
    return text.size() <= longest_number ? std::optional(std::move(text)) : std::nullopt;
}

bool fits_in_case(const Rational& number) {
    return number.small() || number.to_fraction_text().size() <= longest_number;
}

bool is_whole(const Rational& number) {
    const auto small = number.small();
    return small ? small->denominator == 1
                 : number.to_fraction_text().find('/') == std::string::npos;
}

std::string without_outer_blanks(const std::string& text) {
    return std::string(trimmed(text, " \t\r\n"));
}

} // namespace unbracket
