#pragma once

#include "unbracket/base/ids.hpp"
#include "unbracket/base/rational.hpp"

#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace unbracket {

/// A yes-or-no column of the program: an issue takes an option, or a combination holds.
struct LpColumn {
    enum class Kind { option, product };
    Kind kind = Kind::option;
    std::size_t first = 0;  // the issue, or the number of the combination
    std::size_t second = 0; // the option

    friend auto operator<=>(const LpColumn&, const LpColumn&) = default;
};

inline LpColumn option_column(IssueId issue, OptionId option) {
    return {LpColumn::Kind::option, as_index(issue), as_index(option)};
}

/// `x_2_3` for the third option of the second issue, `y_1` for the first combination.
std::string to_lp_name(const LpColumn& column);

enum class LpSense { at_most, equal, at_least };

/// One linear condition on columns, in exact numbers.
class LpRow {
public:
    LpRow(std::string name, LpSense sense, Rational bound)
        : name_(std::move(name)), sense_(sense), bound_(std::move(bound)) {}

    void add(const LpColumn& column, const Rational& coefficient) {
        coefficients_[column] += coefficient;
    }
    void move_bound(const Rational& by) { bound_ += by; }
    const std::string& name() const { return name_; }

    /// The row as text of the LP format, multiplied to the smallest whole numbers; nothing where
    /// one of them has more than 15 digits, since solvers read them as doubles.
    std::optional<std::string> to_text() const;

private:
    Rational factor_to_whole_numbers() const;

    std::string name_;
    LpSense sense_;
    Rational bound_;
    std::map<LpColumn, Rational> coefficients_;
};

} // namespace unbracket
