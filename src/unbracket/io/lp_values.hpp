#pragma once

#include "unbracket/base/rational.hpp"
#include "unbracket/io/lp_problems.hpp"
#include "unbracket/model/case.hpp"

#include <optional>
#include <vector>

namespace unbracket {

/// What one party's entries say in single numbers, worked out without the engine, so that a solver
/// on the written program gives a second opinion. Whatever is asked for and is not a single number
/// (a range, a word that stands for one, an unknown, an order, a gap) goes into the list of
/// problems and counts as 0.
class SingleValues {
public:
    SingleValues(const Case& negotiation, PartyId party, LpProblems& problems);

    bool is_red_line(IssueId issue, OptionId option) const {
        return cell(issue, option).is_red_line;
    }
    /// What the option adds to the party's total, times scale().
    Rational points(IssueId at, OptionId option) const;
    /// The sum of the party's weights, or 1 where it has scores: the total times this needs no
    /// division.
    const Rational& scale() const { return scale_; }
    Rational bonus(const Bonus& bonus) const;
    /// What the party has without agreement, the total of a draft or the value entered, less what
    /// it is supposed to accept less, times scale().
    Rational accepted_from() const;

private:
    struct Cell {
        bool is_red_line = false;
        std::optional<EntryId> entry; // nothing: no entry says what the option is worth
        bool is_unknown = false;
        Interval worth;
    };
    struct Row {
        Rational weight;
        std::vector<Cell> cells;
    };

    const Cell& cell(IssueId issue, OptionId option) const {
        return rows_[as_index(issue)].cells[as_index(option)];
    }
    Row read_row(IssueId at) const;
    Cell read_rating(const Rating& rating) const;
    Cell read_curve(const Curve& curve, const Rational& number) const;
    Rational read_weight(const Issue& issue, const Assessment& assessment) const;
    Rational total_of(const Draft& draft, EntryId fallback) const;
    Rational loss(IssueId issue, OptionId option) const;
    Rational single_number(EntryId entry, const Interval& range) const;

    const Case& case_;
    PartyId party_;
    LpProblems& problems_;
    Scale kind_;
    Rational scale_;
    std::vector<Row> rows_;
};

} // namespace unbracket
