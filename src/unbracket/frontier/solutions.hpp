#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/frontier/frontier.hpp"
#include "unbracket/frontier/gain_table.hpp"
#include "unbracket/frontier/optimum_proof.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// What picks one outcome, or equally good ones, among those acceptable to all who are counted; the
/// last looks at every feasible outcome.
enum class SolutionKind { nash, egalitarian, kalai_smorodinsky, utilitarian, utilitarian_anywhere };
inline constexpr std::array<SolutionKind, 5> all_solution_kinds = {
    SolutionKind::nash, SolutionKind::egalitarian, SolutionKind::kalai_smorodinsky,
    SolutionKind::utilitarian, SolutionKind::utilitarian_anywhere};

constexpr std::size_t index_of(SolutionKind kind) {
    return static_cast<std::size_t>(kind);
}

enum class Proved {
    optimal, // nothing measures more
    within,  // nothing measures more than the outcome would with every gain up by the tolerance
    cut      // the budget ran out; the bound is all that is known
};

/// One combination of totals, with one outcome that has it.
struct SolutionPoint {
    Totals totals;
    RowChoice choice;           // of the table
    std::uint64_t outcomes = 1; // that have these totals; 2^64 - 1: at least that many
};

struct Solution {
    /// Equally good combinations in ascending order, at most 1,000; the first is the one shown.
    std::vector<SolutionPoint> ties;
    /// Whether no tie is missing and counts are exact; else there are at least so many.
    bool has_all_ties = false;
    Proved proved = Proved::optimal;
    /// The product of gains above 0, the smallest gain, the smallest share of the largest gain,
    /// or the sum of gains.
    Rational measure;
    /// How much more some outcome may measure at most: 0 where optimal. Nothing where the search
    /// was cut before it knew. Where it is 0 and the search was cut, the smallest gain is proved
    /// and what comes after it is not.
    std::optional<Rational> gap;
    /// Where proofs are wanted and the solution is proved: why nothing is better.
    std::optional<OptimumProof> proof;
};

enum class ZoneState { found, empty, undecided };

struct Solutions {
    ZoneState zone = ZoneState::empty;
    std::array<std::optional<Solution>, all_solution_kinds.size()> by_kind;
    /// Each column's largest gain in the zone, where the zone is not empty; the ideals of
    /// Kalai and Smorodinsky.
    std::vector<Rational> largest_gains;
    bool are_largest_gains_exact = true; // else the largest that were found
    /// What is proved to be no less than these; nothing where the search was cut before it knew.
    std::vector<std::optional<Rational>> largest_gains_at_most;
    std::uint64_t nodes = 0;

    const std::optional<Solution>& of(SolutionKind kind) const { return by_kind[index_of(kind)]; }
};

struct SolutionOptions {
    /// Share of each party's span, best total minus worst, by which optima may be missed.
    Rational tolerance;
    /// The others are left out, with what only they need.
    std::vector<SolutionKind> asked{all_solution_kinds.begin(), all_solution_kinds.end()};
    /// For each of these, and for the largest gains together. With a tolerance shares and largest
    /// gains may take it twice.
    std::uint64_t node_budget = 20'000'000;
    std::uint64_t tie_nodes = 1'000'000; // of these for the ties of each
    /// With a tolerance: for a first look at each largest gain, a longer one follows where the
    /// shares need it.
    std::uint64_t look_nodes = 110'000;
    std::size_t most_ties = 1'000;
    /// Whether the solutions of two or three parties may be read off their complete frontier.
    bool may_read_frontier = true;
    /// Whether each solution that is proved comes with its proof; the frontier is then not read,
    /// and each proof may take ten times the nodes beside those above.
    bool wants_proofs = false;
    const CancelFlag* cancel = nullptr;

    bool is_asked(SolutionKind kind) const {
        return std::find(asked.begin(), asked.end(), kind) != asked.end();
    }
};

/// The solutions, each exact, and proved as far as the budget goes. Every solution is efficient, so
/// where issues stand alone and two or three parties have a frontier of at most 100,000 points it
/// is read off that; everything else is searched.
Solutions find_solutions(const CentralCase& central, const GainTable& table,
                         const SolutionOptions& options = {});

} // namespace unbracket
