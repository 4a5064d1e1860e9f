#pragma once

#include "unbracket/base/diagnostic.hpp"
#include "unbracket/io/plan/clause_label.hpp"
#include "unbracket/io/plan/passage.hpp"
#include "unbracket/io/plan/plan_lines.hpp"
#include "unbracket/io/plan/plan_text.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// Clauses whose words are not read yet, one passage for each.
struct ClauseTree {
    std::string title;
    std::vector<Clause> clauses;
    std::vector<Passage> passages;
    std::vector<Footnote> footnotes; // clauses not found yet
    std::vector<UnsureReading> unsure;
    Diagnostics problems;
};

/// Puts lines under clauses by their numbers. A number of a style that is open continues its level,
/// one of a new style begins a level below the last clause; `5.2` is below 5 wherever that stands.
/// A number in the middle of a paragraph is one only where it follows the clause before it. Words
/// before the first number are clause `preamble`, words under a heading without a number a clause
/// named after it. One without words is no clause: the clauses below it are `under` it, and if
/// there are none it is listed. Where a line begins with what may be a number and is none here, it
/// is listed.
ClauseTree clause_tree(const PlanLines& lines, const std::string& file, const PlanLimits& limits);

} // namespace unbracket
