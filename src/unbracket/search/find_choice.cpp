#include "unbracket/search/find_choice.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

// The decision, cheapest means first: (1) subgradient steps at the root, whose outcomes are
// candidate answers and whose multipliers may prove that there is none; (2) trees of growing
// effort, from plain lanes and a few thousand nodes to many sampled lanes and no limit but the
// budget. One of them looks only where two fifths of the root's slack or less is used up: few of
// the tree's leaves lie there, but many of those that suit everybody, since what the weighted sum
// does not lose is shared out among the parties. Whatever answers first is exact.
//
// Source: Geoffrion (1974), Lagrangean relaxation for integer programming, for bounds in a search
// [geoffrion1974lagrangean]

namespace unbracket {

namespace {

/// One try at the tree: how many nodes it may take, which share of the root's slack may be used,
/// and how much goes into lanes; none: the plan of the try before.
struct Attempt {
    std::uint64_t nodes = 0;
    int slack_percent = 100;
    std::optional<LaneOptions> lanes;
};

constexpr LaneOptions no_sample = {.sampled_lanes = 0, .dives = 0, .dual_steps = 0};
constexpr LaneOptions small_sample = {.sampled_lanes = 7, .dives = 5, .dual_steps = 16};
constexpr LaneOptions medium_sample = {.sampled_lanes = 10, .dives = 24, .dual_steps = 30};
constexpr LaneOptions large_sample = {.sampled_lanes = 23, .dives = 200, .dual_steps = 30};

constexpr std::array<Attempt, 5> attempts = {{
    {3'000, 100, no_sample},
    {40'000, 40, small_sample},
    {60'000, 100, std::nullopt},
    {6'000'000, 100, medium_sample},
    {std::numeric_limits<std::uint64_t>::max(), 100, large_sample},
}};

SearchAnswer answer_of(TreeResult result, const TreePlan& plan, std::uint64_t earlier_nodes) {
    const std::uint64_t total = earlier_nodes + result.nodes + result.besides;
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
    std::uint64_t spent = 0;
    TreePlan plan;
    for (const Attempt& attempt : attempts) {
        if (attempt.lanes) {
            LaneOptions lanes = *attempt.lanes;
            lanes.cancel = options.cancel;
            plan = plan_tree(problem, root.dual, root.multipliers, lanes);
        }
        const std::uint64_t left = options.node_budget - std::min(spent, options.node_budget);
        const bool is_whole = attempt.slack_percent == 100;
        const bool is_last = is_whole && left <= attempt.nodes;
        TreeResult result = search_tree(problem, plan, leaf,
                                        {.node_budget = std::min(attempt.nodes, left),
                                         .threads = is_last ? options.threads : 1,
                                         .cancel = options.cancel,
                                         .slack_percent = attempt.slack_percent});
        const bool was_stopped = options.cancel != nullptr && options.cancel->is_raised();
        const bool is_settled =
            result.end == SearchEnd::found || (is_whole && result.end == SearchEnd::exhausted);
        if (is_settled || is_last || was_stopped) {
            return answer_of(std::move(result), plan, spent);
        }
        spent += result.nodes + result.besides;
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
