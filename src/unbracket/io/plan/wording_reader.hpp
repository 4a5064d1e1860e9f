#pragma once

#include "unbracket/base/diagnostic.hpp"
#include "unbracket/io/plan/bracket_tokens.hpp"
#include "unbracket/io/plan/passage.hpp"
#include "unbracket/io/plan/plan_text.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// What is said about the words of a clause besides the words.
struct WordingRemarks {
    Diagnostics problems;
    std::vector<UnsureReading> unsure;
    std::vector<AuthorMark> attributions; // without the clause
    std::size_t brackets = 0;             // read so far, over all calls
};

/// Makes pieces of a passage whose brackets were found. A bracket that has no partner is left out,
/// as one around whole clauses. Too deep nesting and too many wordings are problems of `file`.
/// Linear in the length of the passage times the depth of its brackets.
Wording read_wording(const Passage& passage, const MarkedPassage& marked, const std::string& file,
                     const PlanLimits& limits, WordingRemarks& remarks);

} // namespace unbracket
