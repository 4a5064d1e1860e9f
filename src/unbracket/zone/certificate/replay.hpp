#pragma once

#include "unbracket/zone/certificate/budget.hpp"
#include "unbracket/zone/certificate/constraint.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace unbracket::certificate {

/// An upper bound that falls as issues are settled: it starts at the bound of the root and loses
/// drops[issue][place] (0 or below) when the issue takes the option at that place of the domain.
struct Lane {
    Integer start;
    std::vector<std::vector<Integer>> drops;
};

/// The lane of a sum: what it starts with, and what each option adds, by issue and place.
Lane lane_of(Integer start, std::vector<std::vector<Integer>> values);

struct Tree {
    const Domain& domain;
    std::vector<IssueId> order;
    /// The parties' needs, weighed: an outcome below 0 in any lane is not accepted.
    std::vector<Lane> lanes;
    /// One for each counted party: fewer than `at_least` of them at 0 or above means no agreement.
    std::vector<Lane> own;
    std::size_t at_least = 0;
    const Constraints& constraints;
    /// Whether an outcome that no bound excludes may still be an agreement.
    std::function<bool(const Outcome&)> may_be_accepted;
    std::uint64_t leaf_cost = 1; // of one such question, in sums over the issues
};

enum class ReplayEnd { proved, refuted, too_many_nodes, too_many_tests, stopped };

struct Replayed {
    ReplayEnd end = ReplayEnd::proved;
    std::uint64_t nodes = 0;
    Outcome refuted_by;
};

/// Walks the whole tree. Cost: `nodes` times the lanes; at most `most_nodes` nodes.
Replayed replay(const Tree& tree, std::uint64_t most_nodes, Budget& budget);

} // namespace unbracket::certificate
