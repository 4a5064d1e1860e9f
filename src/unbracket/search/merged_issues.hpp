#pragma once

#include "unbracket/search/problem.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// A problem in which issues that forbidden combinations tie together are one, and the way back.
struct MergedIssues {
    SearchProblem problem;
    std::vector<std::vector<std::uint32_t>> groups; // first issues that each merged one stands for
    std::vector<RowChoice> rows; // of each merged row: a first row for each issue of its group

    /// The choice of the first problem that a choice of the merged one stands for.
    RowChoice unmerged(const RowChoice& choice) const;
    /// The choice of the merged problem that stands for one of the first; nothing for one that
    /// breaks a combination settled by merging.
    std::optional<RowChoice> merged(const RowChoice& first) const;
    /// Some merged issue has no row left: no choice breaks no constraint.
    bool is_empty() const;
};

/// Merged issues with more rows than that make trees larger rather than smaller.
inline constexpr std::size_t most_merged_rows = 64;

/// Choices of the merged problem stand for those of the first one that break none of the
/// combinations settled by merging, with the same sums. As long as no merged issue gets more rows
/// than `most_rows`; what is left over of the constraints is kept. The result does not depend on
/// the order of the combinations. Cost: about rows times constraints.
MergedIssues merge_tied_issues(const SearchProblem& problem, std::size_t most_rows);

} // namespace unbracket
