#pragma once

#include "unbracket/base/rational.hpp"
#include "unbracket/frontier/gain_table.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

namespace unbracket {

/// One issue of a division between the two columns of a table. Arrays are by column.
struct DividedIssue {
    IssueId issue;
    std::array<OptionId, 2> wanted; // which option each column wants
    std::array<Rational, 2> points; // for it, each column's own in all being 100
    std::array<Rational, 2> shares; // of the issue; they add up to 1
};

/// A division of issues, at most one of them cut, after which both parties have the same share of
/// all their points, and no division gives one more without giving the other less. Neither would
/// rather have what the other got.
struct AdjustedWinner {
    std::vector<DividedIssue> issues;
    std::optional<IssueId> split;   // the one that is cut; nothing where none has to be
    Rational points;                // of 100, for each
    std::array<Rational, 2> values; // in each column's own points, all issues together
    std::array<Rational, 2> gains;  // over what each has without agreement
};

enum class NoDivision {
    not_two_parties,  // with values and counted
    no_outcome,       // limits and rules leave none
    tied_issues,      // rules, limits or bonuses tie issues together
    several_options,  // an issue has more than two options left
    same_wish,        // both parties want the same option of an issue
    nothing_to_divide // some party is not concerned by any issue
};

struct NotDivisible {
    NoDivision reason = NoDivision::nothing_to_divide;
    std::optional<IssueId> issue; // that is the reason
};

/// Adjusted winner over the feasible outcomes of a table, or why it does not apply: it does where
/// two parties have values, nothing ties issues together, and on each issue that concerns somebody
/// two options are left of which one party wants the one and the other, as far as it is concerned,
/// the other. Cost: sorting the issues.
std::variant<AdjustedWinner, NotDivisible> adjusted_winner(const GainTable& table);

} // namespace unbracket
