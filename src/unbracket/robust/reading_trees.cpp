#include "unbracket/robust/reading_trees.hpp"

#include "unbracket/search/narrow_walk.hpp"

#include <algorithm>
#include <array>
#include <optional>

// Trees of readings that neither a remembered outcome nor multipliers settle. They lie within about
// one percent of the threshold, so the root's slack is small, and the order of the issues matters
// most: those come first whose open rows differ most, as where an optimum is sought
// (search/lanes.cpp). A reading hardly changes which multipliers prune inside the tree, so lanes
// are sampled in a few hard trees alone; some from each of several readings are worth more than as
// many from one.
//
// Source: Geoffrion and Nauss (1977), Parametric and postoptimality analysis in integer linear
// programming, for solving a family of problems by what earlier members left
// [geoffrion1977parametric]

namespace unbracket {

namespace {

/// Sums times multipliers up to this many fit the short lanes of the walk (search/tree_walk.hpp),
/// at twice the speed.
constexpr std::int64_t most_short_multiplier = 255;

/// A tree of more nodes is hard; lanes are sampled in so many hard ones, so many in each.
constexpr std::uint64_t hard_nodes = 3'000;
constexpr std::size_t most_sources = 3;
constexpr LaneOptions sampling = sampled_by_size(6, 24, 30);

constexpr LaneOptions by_size = sampled_by_size(0, 0, 0);
constexpr LaneOptions by_gap{.sampled_lanes = 0, .dives = 0, .dual_steps = 0};

struct Walk {
    std::uint64_t nodes = 0;
    int slack_percent = 100;
};
using Walks = std::array<Walk, 2>;
constexpr Walks first_walks = {{{hard_nodes, 40}, {hard_nodes, 100}}};
constexpr Walks all_walks = {{{20'000, 40}, {1'000'000, 100}}};

TreePlan plain_plan(const SearchProblem& problem, const Multipliers& root,
                    const LaneOptions& options) {
    const LaneSource none{[](const Subproblem&) { return Multipliers{}; },
                          [](const Multipliers&) { return std::int64_t{0}; }};
    return plan_tree(problem, none, root, options);
}

/// One walk of a plan after the other, within one budget; without constraints in narrow lanes.
class Walker {
public:
    Walker(const SearchProblem& problem, const TreePlan& plan) : problem_(problem), plan_(plan) {
        if (NarrowWalk::suits(problem)) {
            narrow_.emplace(problem, plan);
        }
    }

    SearchEnd walk(const Walks& walks, const LeafTest& leaf, const TreeOptions& options,
                   std::uint64_t& nodes) {
        SearchEnd end = SearchEnd::cut;
        for (auto at = walks.begin(); at != walks.end() && end == SearchEnd::cut; ++at) {
            end = walk(*at, leaf, options, nodes);
        }
        return end;
    }

private:
    SearchEnd walk(const Walk& walk, const LeafTest& leaf, const TreeOptions& options,
                   std::uint64_t& nodes) {
        TreeOptions own = options;
        own.node_budget -= std::min(nodes, own.node_budget);
        own.node_budget = std::min(own.node_budget, walk.nodes);
        own.slack_percent = walk.slack_percent;
        const TreeResult result =
            narrow_ ? narrow_->search(leaf, own) : search_tree(problem_, plan_, leaf, own);
        nodes += result.nodes + result.besides;
        const bool proves_nothing = result.end == SearchEnd::exhausted && walk.slack_percent < 100;
        return proves_nothing ? SearchEnd::cut : result.end;
    }

    const SearchProblem& problem_;
    const TreePlan& plan_;
    std::optional<NarrowWalk> narrow_;
};

} // namespace

Multipliers shortened(Multipliers multipliers) {
    for (std::int64_t& multiplier : multipliers) {
        multiplier = multiplier * most_short_multiplier / multiplier_limit;
    }
    return multipliers;
}

void ReadingTrees::learn_from(const std::vector<Multipliers>& lanes) {
    lanes_ = lanes;
    sources_ = (lanes.size() + sampling.sampled_lanes - 1) / sampling.sampled_lanes;
}

void ReadingTrees::add_lanes_of(const SearchProblem& problem, const Multipliers& root) {
    const TreePlan own = plan_tree(problem, Dual(problem), root, sampling);
    for (std::size_t at = root_lane(problem, own) + 1; at < own.lanes.size(); ++at) {
        lanes_.push_back(shortened(own.lanes[at]));
    }
    ++sources_;
}

SearchEnd ReadingTrees::search(const SearchProblem& problem, const Multipliers& root,
                               const LeafTest& leaf, const TreeOptions& options,
                               std::uint64_t& nodes) {
    TreePlan plan = plain_plan(problem, root, by_size);
    const std::size_t own = plan.lanes.size();
    plan.lanes.insert(plan.lanes.end(), lanes_.begin(), lanes_.end());
    if (sources_ < most_sources) {
        const SearchEnd end = Walker(problem, plan).walk(first_walks, leaf, options, nodes);
        if (end != SearchEnd::cut || is_raised(options.cancel)) {
            return end;
        }
        add_lanes_of(problem, root);
        plan.lanes.resize(own);
        plan.lanes.insert(plan.lanes.end(), lanes_.begin(), lanes_.end());
    }
    return Walker(problem, plan).walk(all_walks, leaf, options, nodes);
}

SearchEnd ReadingTrees::find_first(const SearchProblem& problem, const Multipliers& root,
                                   const LeafTest& leaf, const TreeOptions& options) const {
    TreePlan plan = plain_plan(problem, root, by_gap);
    plan.lanes.insert(plan.lanes.end(), lanes_.begin(), lanes_.end());
    for (const Walk& walk : all_walks) {
        TreeOptions own = options;
        own.node_budget = std::min(own.node_budget, walk.nodes);
        own.slack_percent = walk.slack_percent;
        const SearchEnd end = search_tree(problem, plan, leaf, own).end;
        if (end == SearchEnd::found) {
            return end;
        }
    }
    return SearchEnd::cut;
}

} // namespace unbracket
