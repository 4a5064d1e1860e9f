#include "unbracket/search/lanes.hpp"

#include "unbracket/base/random.hpp"

#include <algorithm>
#include <numeric>

// Surrogate lanes. At every node of the tree each lane knows an upper bound of its own weighted sum
// of slacks (see dual.cpp); one negative lane prunes. Lanes of a single party are the familiar
// bounds by suffix maxima, the root's lane is the Lagrangian bound. Inside the tree other
// multipliers are better, but optimising them at every node is dear; instead we dive a fixed number
// of times from the root along promising options, optimise at the nodes met, and keep greedily the
// multipliers that prune most of the nodes that no kept lane prunes yet. Fixed lanes make a node as
// cheap as one vector addition, and make the whole tree reproducible from the plan alone, which is
// what a certificate carries. Surrogate bounds go back to Glover (1968). Issues are ordered by the
// gap between their best and second-best weighted option under the root's multipliers, widest
// first. Where an optimum is sought the root's slack is small and most gaps tell little: there the
// order also puts those issues first whose open rows differ most, since what the later ones can
// still shift is then small and single parties' bounds prune earlier.
//
// Source: Glover (1968), Surrogate constraints [glover1968surrogate]

namespace unbracket {

namespace {

/// Of an issue's size against its gap, where both count for the branching order.
constexpr double weight_of_size = 0.4;

struct Regret {
    std::int64_t gap = 0;    // best minus second best; 0 for a single option
    std::int64_t spread = 0; // best minus worst
};

Regret regret_of(const SearchProblem& problem, std::uint32_t issue, const Multipliers& root) {
    std::vector<std::int64_t> sums;
    for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
        sums.push_back(weighted(problem, row, root));
    }
    std::sort(sums.begin(), sums.end(), [](std::int64_t a, std::int64_t b) { return a > b; });
    return {sums.size() > 1 ? sums[0] - sums[1] : 0, sums.front() - sums.back()};
}

std::vector<std::uint32_t> branching_order(const SearchProblem& problem, const Multipliers& root) {
    std::vector<Regret> regrets;
    for (std::uint32_t issue = 0; issue < problem.issue_count(); ++issue) {
        regrets.push_back(regret_of(problem, issue, root));
    }
    std::vector<std::uint32_t> order(problem.issue_count());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (regrets[a].gap != regrets[b].gap) {
            return regrets[a].gap > regrets[b].gap;
        }
        return regrets[a].spread > regrets[b].spread;
    });
    return order;
}

/// What every row is worth to the root.
std::vector<std::int64_t> weighted_rows(const SearchProblem& problem, const Multipliers& root) {
    std::vector<std::int64_t> sums;
    for (Row row = 0; row < problem.row_count(); ++row) {
        sums.push_back(weighted(problem, row, root));
    }
    return sums;
}

/// How far the rows of each issue lie apart for each party, of those for which the root's slack
/// leaves room: [issue * parties + party].
std::vector<double> extents(const SearchProblem& problem, const std::vector<std::int64_t>& sums,
                            std::int64_t slack) {
    std::vector<double> extents;
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        const Row first = problem.first_row[issue], last = problem.first_row[issue + 1];
        const std::int64_t best = *std::max_element(sums.begin() + first, sums.begin() + last);
        for (std::size_t party = 0; party < problem.required_count; ++party) {
            std::int64_t low = value_limit, high = -value_limit;
            for (Row row = first; row < last; ++row) {
                const std::int64_t value = problem.row(row)[party];
                const bool has_room = best - sums[row] <= slack;
                low = has_room ? std::min(low, value) : low;
                high = has_room ? std::max(high, value) : high;
            }
            extents.push_back(static_cast<double>(std::max<std::int64_t>(high - low, 0)));
        }
    }
    return extents;
}

/// Issues with one row left first; the others by their gap and by how far their rows lie apart.
std::vector<std::uint32_t> order_by_size(const SearchProblem& problem, const Multipliers& root,
                                         std::int64_t slack) {
    const auto issues = static_cast<std::uint32_t>(problem.issue_count());
    const std::size_t parties = problem.required_count;
    std::vector<std::int64_t> sums = weighted_rows(problem, root);
    const std::vector<double> sizes = extents(problem, sums, slack);
    std::vector<double> totals(parties, 0.0);
    for (std::size_t at = 0; at < sizes.size(); ++at) {
        totals[at % parties] += sizes[at];
    }
    std::vector<double> scores;
    for (std::uint32_t issue = 0; issue < issues; ++issue) {
        double size = 0; // 1 on average
        for (std::size_t party = 0; party < parties; ++party) {
            const double own = sizes[issue * parties + party];
            size += totals[party] > 0 ? own / totals[party] : 0.0;
        }
        size *= static_cast<double>(issues) / static_cast<double>(parties);
        const auto first = sums.begin() + problem.first_row[issue];
        const auto last = sums.begin() + problem.first_row[issue + 1];
        std::sort(first, last, [](std::int64_t a, std::int64_t b) { return a > b; });
        const std::int64_t gap = last - first > 1 ? first[0] - first[1] : 0;
        const double share = static_cast<double>(gap) / static_cast<double>(slack + 1);
        scores.push_back(gap > slack ? 1e9 : share + weight_of_size * size);
    }
    std::vector<std::uint32_t> order(issues);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return scores[a] > scores[b]; });
    return order;
}

std::int64_t largest_slack(const SearchProblem& problem, const Multipliers& root) {
    std::vector<std::uint32_t> issues(problem.issue_count());
    std::iota(issues.begin(), issues.end(), 0U);
    return weighted_bound(problem, {problem.constants, issues}, root);
}

std::vector<Multipliers> single_party_lanes(const SearchProblem& problem) {
    std::vector<Multipliers> lanes;
    for (std::size_t party = 0; party < problem.required_count; ++party) {
        Multipliers lane(problem.required_count, 0);
        lane[party] = 1;
        lanes.push_back(lane);
    }
    return lanes;
}

struct SampledNode {
    std::vector<std::int64_t> sums;
    std::size_t depth = 0;
};

struct RootLane {
    const Multipliers& multipliers;
    std::int64_t need = 0;
};

/// Dives from the root: at each depth one of the rows that keep the root's bound nonnegative,
/// nearer to the best more often. Returns the nodes met.
std::vector<SampledNode> dive(const SearchProblem& problem, const TreePlan& plan,
                              const RootLane& lane, Random& random) {
    const Multipliers& root = lane.multipliers;
    std::vector<SampledNode> nodes;
    SampledNode node{problem.constants, 0};
    node.sums.resize(problem.required_count);
    const std::span<const std::uint32_t> order(plan.order);
    std::int64_t slack = weighted_bound(problem, {node.sums, order}, root) - lane.need;
    for (const std::uint32_t issue : plan.order) {
        std::vector<std::pair<std::int64_t, Row>> open;
        std::int64_t best = 0;
        for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
            const std::int64_t sum = weighted(problem, row, root);
            best = open.empty() ? sum : std::max(best, sum);
            open.emplace_back(sum, row);
        }
        std::erase_if(open, [&](const auto& choice) { return best - choice.first > slack; });
        if (open.empty()) {
            break;
        }
        std::stable_sort(open.begin(), open.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        std::size_t pick = 0;
        while (pick + 1 < open.size() && random.chance(1, 5)) {
            ++pick;
        }
        slack -= best - open[pick].first;
        for (std::size_t party = 0; party < problem.required_count; ++party) {
            node.sums[party] += problem.row(open[pick].second)[party];
        }
        ++node.depth;
        nodes.push_back(node);
    }
    return nodes;
}

/// A lane with the best it can still gain below each depth of the plan's order, so that a bound at
/// a node costs one product per party.
struct PricedLane {
    Multipliers multipliers;
    std::vector<std::int64_t> best_below; // less what the lane needs

    bool prunes(const SampledNode& node) const {
        std::int64_t bound = best_below[node.depth];
        for (std::size_t party = 0; party < multipliers.size(); ++party) {
            bound += multipliers[party] * node.sums[party];
        }
        return bound < 0;
    }
};

PricedLane priced(const SearchProblem& problem, const std::vector<std::uint32_t>& order,
                  const Multipliers& multipliers, std::int64_t need) {
    PricedLane lane{multipliers, std::vector<std::int64_t>(order.size() + 1, -need)};
    for (std::size_t depth = order.size(); depth-- > 0;) {
        const Row first = problem.first_row[order[depth]];
        std::int64_t best = weighted(problem, first, multipliers);
        for (Row row = first + 1; row < problem.first_row[order[depth] + 1]; ++row) {
            best = std::max(best, weighted(problem, row, multipliers));
        }
        lane.best_below[depth] = lane.best_below[depth + 1] + best;
    }
    return lane;
}

struct Sample {
    std::vector<PricedLane> fixed;
    std::vector<PricedLane> candidates;
    std::vector<SampledNode> nodes;
};

bool any_prunes(const std::vector<PricedLane>& lanes, const SampledNode& node) {
    return std::any_of(lanes.begin(), lanes.end(),
                       [&](const PricedLane& lane) { return lane.prunes(node); });
}

/// Walks the dive and optimises at its first nodes that no lane so far prunes; a dive ends where a
/// lane prunes it, as the search would.
void sample_dive(const SearchProblem& problem, const LaneSource& source, const TreePlan& plan,
                 const std::vector<SampledNode>& nodes, Sample& sample) {
    for (std::size_t at = 1; at < nodes.size(); at += 2) {
        const SampledNode& node = nodes[at];
        if (any_prunes(sample.fixed, node)) {
            return;
        }
        sample.nodes.push_back(node);
        if (any_prunes(sample.candidates, node)) {
            return;
        }
        const auto free_issues = std::span<const std::uint32_t>(plan.order).subspan(node.depth);
        const Multipliers lane = source.propose({node.sums, free_issues});
        PricedLane candidate = priced(problem, plan.order, lane, source.need(lane));
        if (candidate.prunes(node)) {
            sample.candidates.push_back(std::move(candidate));
            return;
        }
    }
}

/// Greedy cover: repeatedly the candidate that prunes most of the nodes not pruned yet.
void add_best_lanes(const Sample& sample, std::size_t count, TreePlan& plan) {
    std::vector<std::vector<bool>> pruned(sample.candidates.size());
    for (std::size_t c = 0; c < sample.candidates.size(); ++c) {
        for (const SampledNode& node : sample.nodes) {
            pruned[c].push_back(sample.candidates[c].prunes(node));
        }
    }
    std::vector<bool> covered(sample.nodes.size(), false);
    for (std::size_t round = 0; round < count; ++round) {
        std::size_t best = 0, best_gain = 0;
        for (std::size_t c = 0; c < sample.candidates.size(); ++c) {
            std::size_t gain = 0;
            for (std::size_t i = 0; i < covered.size(); ++i) {
                gain += pruned[c][i] && !covered[i] ? 1U : 0U;
            }
            if (gain > best_gain) {
                best = c, best_gain = gain;
            }
        }
        if (best_gain == 0) {
            return;
        }
        plan.lanes.push_back(sample.candidates[best].multipliers);
        for (std::size_t i = 0; i < covered.size(); ++i) {
            covered[i] = covered[i] || pruned[best][i];
        }
    }
}

TreePlan unordered_plan(const SearchProblem& problem, const Multipliers& root) {
    TreePlan plan{{}, single_party_lanes(problem)};
    if (problem.required_count > 1) {
        plan.lanes.push_back(root);
    }
    return plan;
}

} // namespace

TreePlan plan_tree(const SearchProblem& problem, const LaneSource& source, const Multipliers& root,
                   const LaneOptions& options) {
    TreePlan plan = unordered_plan(problem, root);
    if (!options.orders_by_size) {
        plan.order = branching_order(problem, root);
    } else {
        const std::int64_t slack = largest_slack(problem, root) - source.need(root);
        plan.order = order_by_size(problem, root, std::max<std::int64_t>(slack, 0));
    }
    if (problem.required_count < 2 || options.dives == 0) {
        return plan;
    }
    Random random(0x6c616e6573ULL);
    Sample sample;
    for (const Multipliers& lane : plan.lanes) {
        sample.fixed.push_back(priced(problem, plan.order, lane, source.need(lane)));
    }
    const RootLane root_lane{root, source.need(root)};
    for (std::size_t i = 0; i < options.dives; ++i) {
        if (options.cancel != nullptr && options.cancel->is_raised()) {
            break;
        }
        const std::vector<SampledNode> nodes = dive(problem, plan, root_lane, random);
        sample_dive(problem, source, plan, nodes, sample);
    }
    add_best_lanes(sample, options.sampled_lanes, plan);
    return plan;
}

TreePlan plan_tree(const SearchProblem& problem, const Dual& dual, const Multipliers& root,
                   const LaneOptions& options) {
    const LaneSource source{
        [&](const Subproblem& node) {
            return dual.minimise(node, {.steps = options.dual_steps}).multipliers;
        },
        [](const Multipliers&) { return std::int64_t{0}; }};
    return plan_tree(problem, source, root, options);
}

} // namespace unbracket
