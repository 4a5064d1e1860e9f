#pragma once

#include "unbracket/io/plan/clause_label.hpp"
#include "unbracket/io/plan/plan_lines.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace unbracket {

/// A clause that may get parts, or be followed by the next of its list.
struct OpenClause {
    std::size_t clause = 0;
    LabelStyle style;
    std::size_t indent = 0;
    std::size_t level = 0; // of a heading, else 0
    std::vector<int> values;
    std::string word; // of its label
};

/// Columns that make a list a part of the one before it.
inline constexpr std::size_t deeper_by = 2;

/// Whether a number continues a list that is open. 3: it is the next one, which 5.1 is of 5, 2.1 of
/// 1.4, and 2 of 1.4. 1: a later one, at most 20 further on. 0: it is neither.
int how_it_follows(const std::vector<OpenClause>& open, const ClauseLabel& label);

/// Closes what a number at this line is no part of: the clauses above the list that it continues,
/// or, where it continues none, those further to the right. A list goes on whether its numbers
/// stand in headings or in plain lines: `Article 4` continues `### Article 3`.
void close_for(std::vector<OpenClause>& open, const PlanLine& line, const ClauseLabel& label);

} // namespace unbracket
