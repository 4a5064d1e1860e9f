#pragma once

#include "unbracket/io/sheet/position_edit.hpp"
#include "unbracket/io/sheet/position_table.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace unbracket {

/// The part of with_positions() that is about issues and options themselves: titles that changed,
/// options and issues that are new. Takes every row of the table, then finish().
class OptionEdit {
public:
    /// `after` is a copy of `before`; both outlive the edit.
    OptionEdit(const Node& before, Node& after) : before_(before), after_(after) {}

    void take(const PositionLine& line) { lines_.push_back(&line); }

    /// Changes `after`. A problem for a new option without a title, of a numeric issue, or that may
    /// be an old one under another name, for an issue that is not there and has no row (weight)
    /// with a title, which marks a new one, for an issue that has rows but no option, and for a
    /// clause that is not the issue's, and for more new options than a case can have.
    void finish(std::vector<SheetChange>& changes, Diagnostics& problems);

    /// Whether the row is of an option that was refused, so that its cells mean nothing.
    bool is_refused(const PositionRow& row) const { return refused_.contains(row); }

    /// Titles whose cells were emptied; they stay.
    const std::vector<std::string>& emptied() const { return emptied_; }

private:
    void refuse_issue(const PositionLine& line, Diagnostics& problems);
    void take_clause(const PositionLine& line, Diagnostics& problems) const;
    void refuse(const PositionLine& line, std::string what, std::string hint,
                Diagnostics& problems);
    void take_title(const PositionLine& line, std::vector<SheetChange>& changes);
    void take_new(const PositionLine& line, std::vector<SheetChange>& changes,
                  Diagnostics& problems);
    void add_issue(const PositionLine& line, std::vector<SheetChange>& changes);
    void find_gone();

    const Node& before_;
    Node& after_;
    std::vector<const PositionLine*> lines_;
    std::set<PositionRow> known_;
    std::set<PositionRow> refused_;
    std::set<std::string> marked_;  // issues with a row that may begin a new one
    std::set<std::string> unknown_; // issues that are not there, told
    std::vector<std::string> emptied_;
    std::map<PositionRow, std::string> gone_; // options without a row, by issue and title
    std::size_t added_ = 0;
};

} // namespace unbracket
