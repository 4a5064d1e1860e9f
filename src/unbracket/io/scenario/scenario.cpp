#include "unbracket/io/scenario/scenario.hpp"

#include "unbracket/base/trimmed.hpp"

#include <cctype>
#include <cstdlib>
#include <string_view>

namespace unbracket {

namespace {

constexpr std::size_t longest_number = 100;
constexpr long largest_exponent = 30;

bool has_small_exponent(const std::string& text) {
    const std::size_t sign = text.find_first_of("eE");
    if (sign == std::string::npos) {
        return true;
    }
    const std::string digits = text.substr(sign + 1);
    return digits.size() < 5 &&
           std::labs(std::strtol(digits.c_str(), nullptr, 10)) <= largest_exponent;
}

bool is_decimal(std::string_view text) {
    return text.find_first_not_of("0123456789.eE+-") == std::string_view::npos;
}

/// "-12345" with three places becomes "-12.345".
std::string with_point(const std::string& whole, std::size_t places) {
    const bool is_negative = whole.starts_with('-');
    std::string digits = whole.substr(is_negative ? 1 : 0);
    if (digits.size() <= places) {
        digits.insert(0, places + 1 - digits.size(), '0');
    }
    if (places > 0) {
        digits.insert(digits.size() - places, 1, '.');
    }
    if (is_negative) {
        digits.insert(0, 1, '-');
    }
    return digits;
}

} // namespace

std::optional<Rational> scenario_number(const std::string& text) {
    const std::string bare = without_outer_blanks(text);
    if (bare.size() > longest_number || !is_decimal(bare) || !has_small_exponent(bare)) {
        return std::nullopt;
    }
    return parse_fraction(bare);
}

std::optional<std::string> scenario_decimal(const Rational& number) {
    Rational shifted = number;
    for (std::size_t places = 0; places <= longest_number; ++places) {
        const std::string text = shifted.to_fraction_text();
        if (text.find('/') == std::string::npos) {
            return with_point(text, places);
        }
        shifted *= Rational(10);
    }
    return std::nullopt;
}

std::string without_outer_blanks(const std::string& text) {
    return std::string(trimmed(text, " \t\r\n"));
}

} // namespace unbracket
