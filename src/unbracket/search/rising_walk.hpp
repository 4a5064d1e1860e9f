#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/search/lanes.hpp"
#include "unbracket/search/problem.hpp"

#include <cstddef>
#include <cstdint>

namespace unbracket {

/// What is to be made as large as possible, as far as a walk has to know: which choices are still
/// wanted. The better the best choice so far, the fewer.
class RisingGoal {
public:
    virtual ~RisingGoal() = default;

    /// A choice that breaks no constraint and falls short of no lane. True when less is wanted from
    /// now on than before.
    virtual bool offer(const RowChoice& choice) = 0;

    /// The least weighted sum, constants included, that a choice still wanted can have. It never
    /// falls while a walk lasts.
    virtual std::int64_t need(const Multipliers& lane) const = 0;
};

/// The largest weighted sum of any choice of the problem, constraints left aside. A lane that needs
/// more than that proves that no choice is wanted.
std::int64_t largest_sum(const SearchProblem& problem, const Multipliers& lane);

struct RisingResult {
    bool is_exhausted = false; // no choice is wanted any more
    std::uint64_t nodes = 0;
};

struct RisingOptions {
    std::uint64_t node_budget = UINT64_MAX;
    const CancelFlag* cancel = nullptr;
    /// Below 100: only choices that use up at most this share of the root lane's slack, so that
    /// reaching the end proves nothing (see TreeOptions).
    int slack_percent = 100;
    /// How many ways to choose rows for the last depths may be tabulated, to find among them in a
    /// few steps; 0: none, and every node is that of the plan's tree.
    std::size_t completions = 0;
};

/// Walks the tree of the plan to its end and offers every choice that no lane rules out; whenever
/// an offer raises the goal, all lanes' needs rise at once. The plan's multipliers must not exceed
/// multiplier_limit; its first lanes are those of single parties. With a share of the root lane's
/// slack, choices that use up more are passed over, so that an exhausted walk proves nothing. One
/// thread.
RisingResult walk_rising(const SearchProblem& problem, const TreePlan& plan, RisingGoal& goal,
                         const RisingOptions& options);

} // namespace unbracket
