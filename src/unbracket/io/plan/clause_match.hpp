#pragma once

#include "unbracket/io/plan/plan_text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Which clause of one text is which of another.

namespace unbracket {

/// A clause as far as it is matched.
struct MatchedClause {
    std::string number;
    std::string own; // the last part of the number
    std::optional<std::size_t> parent;
    std::size_t depth = 0;
    std::vector<std::uint64_t> features; // of heading and words
    const Wording* wording = nullptr;    // asked which text decides brackets of which, if there
};

/// Two clauses that may be one; they are not taken as one.
struct UnsureMatch {
    std::size_t left = 0;
    std::size_t right = 0;
    int likeness = 0; // thousandths
    bool has_same_number = false;
};

/// Words of a left clause that stand in a right one. Sure from 800 thousandths on, for five words
/// or more and where that right clause did not have them before; from 600 on unsure.
struct MergedClause {
    std::size_t left = 0;  // has no partner
    std::size_t right = 0; // holds its words
    bool is_sure = false;
};

/// What somebody who read both texts says: this right clause is that left one, or none.
struct SettledMatch {
    std::size_t right = 0;
    std::optional<std::size_t> left;
};

struct ClauseMatches {
    std::vector<std::optional<std::size_t>> partner; // by right clause, its left one
    std::vector<UnsureMatch> unsure;                 // by right clause
    std::vector<MergedClause> merged;                // by left clause
};

/// At most that much alike, in thousandths, clauses of one number are not taken as one; of two
/// numbers a pair has to be much alike, and clearly more than any other.
inline constexpr int sure_with_number = 400;
inline constexpr int sure_without_number = 700;
inline constexpr int clear_lead = 150;
inline constexpr int worth_a_look = 400;

/// Settled pairs first; then level by level, from the top, the pair most alike and so on, where a
/// common number counts as 200 thousandths, and the same words more than anything else. As likeness
/// has no sides this is the stable matching: no two clauses are more alike than both are to their
/// partners. A clause has the number of another if all of it is the same, or its last part under
/// partners. What is left is matched across levels. A clause that comes from another by deciding
/// brackets is wholly alike (asked of 4,000 pairs at most). Time: pairs of clauses, times their
/// words.
ClauseMatches match_clauses(const std::vector<MatchedClause>& left,
                            const std::vector<MatchedClause>& right,
                            const std::vector<SettledMatch>& settled = {});

} // namespace unbracket
