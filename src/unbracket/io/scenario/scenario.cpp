#include "unbracket/io/scenario/scenario.hpp"

#include "unbracket/base/trimmed.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace unbracket {

namespace {

constexpr std::size_t longest_number = 100;
constexpr long largest_exponent = 30;

bool has_small_exponent(std::string_view text) {
    const auto is_mark = [](char letter) { return letter == 'e' || letter == 'E'; };
    const auto* const mark = std::find_if(text.begin(), text.end(), is_mark);
    if (mark == text.end()) {
        return true;
    }
    const std::string digits(mark + 1, text.end());
    return digits.size() < 5 &&
           std::labs(std::strtol(digits.c_str(), nullptr, 10)) <= largest_exponent;
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
    if (bare.size() > longest_number || !is_decimal(bare) || !has_small_exponent(bare)) {
        return std::nullopt;
    }
    return parse_fraction(bare);
}

std::optional<std::string> scenario_decimal(const Rational& number) {
    Rational shifted = number;
    for (std::size_t places = 0; places <= longest_number; ++places) {
        std::string text = shifted.to_fraction_text();
        if (text.find('/') == std::string::npos) {
            return places == 0 ? std::move(text) : with_point(text, places);
        }
        shifted *= Rational(10);
    }
    return std::nullopt;
}

std::string without_outer_blanks(const std::string& text) {
    return std::string(trimmed(text, " \t\r\n"));
}

} // namespace unbracket
