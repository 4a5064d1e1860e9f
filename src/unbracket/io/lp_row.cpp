#include "unbracket/io/lp_row.hpp"

#include <vector>

namespace unbracket {
namespace {

constexpr std::size_t widest_line = 100;

bool has_more_than_15_digits(const Rational& whole) {
    const Rational largest(999'999'999'999'999);
    return whole > largest || whole < -largest;
}

std::string to_text(LpSense sense) {
    switch (sense) {
    case LpSense::at_most:
        return " <= ";
    case LpSense::equal:
        return " = ";
    case LpSense::at_least:
        return " >= ";
    }
    return {};
}

/// `+ 3 x_1_2`
std::string to_term(const LpColumn& column, const Rational& coefficient) {
    const bool is_negative = coefficient.sign() < 0;
    const std::string size = (is_negative ? -coefficient : coefficient).to_fraction_text();
    return (is_negative ? " - " : " + ") + (size == "1" ? "" : size + " ") + to_lp_name(column);
}

} // namespace

std::string to_lp_name(const LpColumn& column) {
    const std::string first = std::to_string(column.first + 1);
    return column.kind == LpColumn::Kind::product
               ? "y_" + first
               : "x_" + first + "_" + std::to_string(column.second + 1);
}

std::optional<std::string> LpRow::to_text() const {
    const Rational factor = factor_to_whole_numbers();
    const Rational bound = bound_ * factor;
    if (has_more_than_15_digits(bound)) {
        return std::nullopt;
    }
    std::string text = " " + name_ + ":";
    const std::size_t empty = text.size();
    std::size_t line_start = 0;
    for (const auto& [column, coefficient] : coefficients_) {
        if (coefficient.sign() == 0) {
            continue;
        }
        if (has_more_than_15_digits(coefficient * factor)) {
            return std::nullopt;
        }
        const std::string term = to_term(column, coefficient * factor);
        if (text.size() - line_start + term.size() > widest_line) {
            line_start = text.size() + 1;
            text += "\n ";
        }
        text += term;
    }
    if (text.size() == empty) {
        text += " 0 x_1_1"; // a row without a term is no row
    }
    return text + unbracket::to_text(sense_) + bound.to_fraction_text() + "\n";
}

Rational LpRow::factor_to_whole_numbers() const {
    std::vector<Rational> numbers = {bound_};
    for (const auto& [column, coefficient] : coefficients_) {
        numbers.push_back(coefficient);
    }
    return whole_number_unit(numbers);
}

} // namespace unbracket
