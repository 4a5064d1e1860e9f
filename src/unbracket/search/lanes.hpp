#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/search/dual.hpp"
#include "unbracket/search/problem.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace unbracket {

/// What fixes a search tree: the issues in branching order and the multiplier vectors, called
/// lanes, whose bounds prune it. Together with the problem they determine every node.
struct TreePlan {
    std::vector<std::uint32_t> order;
    std::vector<Multipliers> lanes;
};

/// Where plan_tree puts the root's multipliers: behind one lane for each required party, or, for
/// one party, that lane itself. The plan has a lane.
inline std::size_t root_lane(const SearchProblem& problem, const TreePlan& plan) {
    return std::min(problem.required_count, plan.lanes.size() - 1);
}

struct LaneOptions {
    std::size_t sampled_lanes = 10; // beyond one per required party and the root's
    std::size_t dives = 24;
    int dual_steps = 30;
    bool orders_by_size = false;        // issues by gap and size of their rows, else by gap alone
    const CancelFlag* cancel = nullptr; // looked at between dives; the plan then has fewer lanes
};

/// Lanes for walks that tabulate the last depths: issues by gap and size.
constexpr LaneOptions sampled_by_size(std::size_t lanes, std::size_t dives, int steps) {
    return {.sampled_lanes = lanes, .dives = dives, .dual_steps = steps, .orders_by_size = true};
}

/// Branching order and lanes for a problem whose root multipliers are known: one lane for each
/// required party alone, the root's, and those that prune the most of a fixed sample of inner
/// nodes. Deterministic: the sample is drawn with a fixed seed. Cost: about dives x issues dual
/// steps.
TreePlan plan_tree(const SearchProblem& problem, const Dual& dual, const Multipliers& root,
                   const LaneOptions& options = {});

/// Where the lanes of a plan come from when more is asked than a sum of at least 0 for every party.
struct LaneSource {
    /// Multipliers that may rule a node out.
    std::function<Multipliers(const Subproblem&)> propose;
    /// The least weighted sum, constants included, that is not ruled out.
    std::function<std::int64_t(const Multipliers&)> need;
};

/// The same with lanes from that source.
TreePlan plan_tree(const SearchProblem& problem, const LaneSource& source, const Multipliers& root,
                   const LaneOptions& options);

} // namespace unbracket
