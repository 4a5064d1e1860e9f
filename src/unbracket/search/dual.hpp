#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/search/problem.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace unbracket {

/// One nonnegative whole multiplier for each required party; not all zero.
using Multipliers = std::vector<std::int64_t>;

/// Largest multiplier that is ever proposed. With at most 128 parties and value_limit, every sum a
/// search forms from multipliers and values stays below 2^60.
inline constexpr std::int64_t multiplier_limit = 4095;

/// What a row is worth under the multipliers.
inline std::int64_t weighted(const SearchProblem& problem, Row row,
                             const Multipliers& multipliers) {
    std::int64_t sum = 0;
    for (std::size_t party = 0; party < problem.required_count; ++party) {
        sum += multipliers[party] * problem.row(row)[party];
    }
    return sum;
}

/// Part of a search tree: the rows chosen so far and the issues still free.
struct Subproblem {
    std::vector<std::int64_t> sums; // of each party: constant plus values of chosen rows
    std::span<const std::uint32_t> free_issues;
};

/// The free issues at the root of a search.
std::vector<std::uint32_t> all_issues(const SearchProblem& problem);

/// Exact bound: the multipliers' weighted sum of constants and chosen values plus, for each free
/// issue, the best weighted value. Negative means that no completion suits all required parties.
std::int64_t weighted_bound(const SearchProblem& problem, const Subproblem& node,
                            const Multipliers& multipliers);

struct DualOptions {
    int steps = 100;
    /// Called with the best choice for each step's multipliers; returning true ends the search.
    std::function<bool(const RowChoice&)> on_choice = nullptr;
    /// What each party's sum has to reach beyond 0, where that depends on the weights; for a level
    /// set that is no box, the point where its tangent plane in that direction touches it. The
    /// result is then a proposal: its bound says nothing of these needs.
    std::function<void(std::span<const double> weights, std::span<double> needs)> needs = nullptr;
    /// Looked at between steps; what was found so far is returned.
    const CancelFlag* cancel = nullptr;
};

struct DualResult {
    Multipliers multipliers;  // the best found, rounded to whole numbers
    std::int64_t bound = 0;   // their exact bound
    bool was_stopped = false; // by on_choice
};

/// Looks for multipliers with a negative bound by projected subgradient steps in floating point;
/// what it returns is rounded and its bound recomputed exactly, so no double enters a verdict.
class Dual {
public:
    explicit Dual(const SearchProblem& problem);

    const SearchProblem& problem() const { return problem_; }
    DualResult minimise(const Subproblem& node, const DualOptions& options) const;

private:
    struct Point;
    double evaluate(const Subproblem& node, Point& point) const;
    double take_off_needs(const DualOptions& options, Point& point) const;
    Multipliers rounded(const std::vector<double>& weights) const;

    const SearchProblem& problem_;
    std::vector<double> scaled_; // [row][party], each party divided by its own scale
    std::vector<double> scale_;  // of each party: constant and largest values, at least 1
};

} // namespace unbracket
