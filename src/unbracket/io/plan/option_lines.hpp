#pragma once

#include "unbracket/io/plan/clause_label.hpp"
#include "unbracket/io/plan/open_clauses.hpp"
#include "unbracket/io/plan/passage.hpp"
#include "unbracket/io/plan/plan_lines.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace unbracket {

/// Which lines of a clause belong to a block `Option 1: ... Option 2: ...`. An option goes on to
/// the next option or clause; whether it does is doubtful for a new paragraph that is not further
/// to the right, and not so for one further to the left: that is behind the block.
class OptionLines {
public:
    bool is_open() const { return is_open_; }
    void close();

    /// An option as a heading of its own: `#### Option 1`.
    void open_heading();

    /// How a line joins the words before it; opens a block with its first option.
    Joint join(const PlanLine& line, std::string_view before);

    /// Whether a number at this line is of a list inside an option, and no clause. `follows` tells
    /// how it follows the clauses that are open.
    bool holds(const PlanLine& line, const ClauseLabel& label, const std::vector<OpenClause>& open,
               int follows) const;

    /// Whether the number begins a list inside an option or is the next of it; it then counts as
    /// the last one.
    bool takes(const PlanLine& line, const ClauseLabel& label);

    /// Whether the number is the next of a list inside the option that is open.
    bool may_continue_list(const PlanLine& line, const ClauseLabel& label) const;

private:
    bool is_open_ = false;
    bool has_words_ = false;          // the option that is open
    std::size_t indent_ = 0;          // of its label
    std::optional<ClauseLabel> list_; // the last number in it
    std::size_t list_indent_ = 0;     // ... and of its line
};

/// Whether a line begins as a sentence or a heading does: no small letter, no digit.
bool begins_large(std::string_view words);

/// Whether words end with a mark behind which something new may begin.
bool ends_sentence(std::string_view words);

} // namespace unbracket
