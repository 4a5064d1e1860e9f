#include "unbracket/search/find_choice.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

// The decision, cheapest means first: (1) subgradient steps at the root, whose outcomes are
// candidate answers and whose multipliers may prove that there is none; (2) trees of growing
// effort, from plain lanes and a few thousand nodes to sampled lanes and no limit but the budget.
// Whatever answers first is exact.
//
// Source: Geoffrion (1974), Lagrangean relaxation for integer programming, for bounds in a search
// [geoffrion1974lagrangean]

namespace unbracket {

namespace {

constexpr std::uint64_t small_tree_nodes = 3'000;
constexpr std::uint64_t medium_tree_nodes = 60'000;

/// One try at the tree: how many nodes it may take, and how much goes into sampling its lanes.
struct Attempt {
    std::uint64_t nodes;
    std::size_t dives;
    int dual_steps;
};

std::vector<std::uint32_t> all_issues(const SearchProblem& problem) {
    std::vector<std::uint32_t> issues(problem.issue_count());
    std::iota(issues.begin(), issues.end(), 0U);
    return issues;
}

SearchAnswer answer_of(TreeResult result, const TreePlan& plan, std::uint64_t earlier_nodes) {
    const std::uint64_t total = earlier_nodes + result.nodes + result.repeated;
    switch (result.end) {
    case SearchEnd::found:
        return {ChoiceFound{std::move(result.choice)}, total};
    case SearchEnd::exhausted:
        return {NoChoice{TreeProof{plan, result.nodes}}, total};
    case SearchEnd::cut:
        break;
    }
    return {SearchCut{}, total};
}

/// No required party: nothing to bound, only constraints and optional parties to walk.
SearchAnswer walk_without_lanes(const SearchProblem& problem, const LeafTest& leaf,
                                const TreeOptions& options) {
    const TreePlan plan{all_issues(problem), {}};
    return answer_of(search_tree(problem, plan, leaf, options), plan, 0);
}

struct RootBound {
    const Dual& dual;
    const Multipliers& multipliers;
};

/// Trees of growing effort: a failed attempt costs little beside the next one.
SearchAnswer climb(const SearchProblem& problem, const LeafTest& leaf, const TreeOptions& options,
                   const RootBound& root) {
    constexpr std::array<Attempt, 3> attempts = {{
        {small_tree_nodes, 0, 0},
        {medium_tree_nodes, 5, 16},
        {std::numeric_limits<std::uint64_t>::max(), 24, 30},
    }};
    std::uint64_t spent = 0;
    for (const Attempt& attempt : attempts) {
        const std::uint64_t left = options.node_budget - std::min(spent, options.node_budget);
        const bool is_last = left <= attempt.nodes;
        const LaneOptions lanes{.dives = attempt.dives, .dual_steps = attempt.dual_steps};
        const TreePlan plan = plan_tree(problem, root.dual, root.multipliers, lanes);
        const TreeOptions limited{.node_budget = std::min(attempt.nodes, left),
                                  .threads = is_last ? options.threads : 1,
                                  .cancel = options.cancel};
        TreeResult result = search_tree(problem, plan, leaf, limited);
        const bool was_stopped = options.cancel != nullptr && options.cancel->is_raised();
        if (result.end != SearchEnd::cut || is_last || was_stopped) {
            return answer_of(std::move(result), plan, spent);
        }
        spent += result.nodes + result.repeated;
    }
    return {SearchCut{}, spent};
}

} // namespace

SearchAnswer find_choice(const SearchProblem& problem, const LeafTest& leaf,
                         const TreeOptions& options) {
    if (problem.required_count == 0) {
        return walk_without_lanes(problem, leaf, options);
    }
    const Dual dual(problem);
    const std::vector<std::uint32_t> issues = all_issues(problem);
    const Subproblem root{
        {problem.constants.begin(),
         problem.constants.begin() + static_cast<std::ptrdiff_t>(problem.required_count)},
        issues};
    RowChoice candidate;
    const auto is_answer = [&](const RowChoice& choice) {
        if (!satisfies(problem, choice) || !leaf(choice)) {
            return false;
        }
        candidate = choice;
        return true;
    };
    const DualResult bound = dual.minimise(root, {.on_choice = is_answer});
    if (bound.was_stopped) {
        return {ChoiceFound{candidate}, 0};
    }
    if (bound.bound < 0) {
        return {NoChoice{RootProof{bound.multipliers}}, 0};
    }
    return climb(problem, leaf, options, {dual, bound.multipliers});
}

} // namespace unbracket
