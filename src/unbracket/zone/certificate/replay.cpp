#include "unbracket/zone/certificate/replay.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

// The search that a tree certificate stands for, walked again. The certificate holds no tree, only
// what fixes one: the order of the issues and the lanes. Depth first, options ascending; each
// option tried is one node. A node is closed when a forbidden condition is fully met, when too many
// conditions of an "at most" are met, when a lane is below 0, or when too few counted parties are
// left. An outcome that nothing closes is tested by itself. Bounds of this kind are Lagrangian
// relaxations (Geoffrion, 1974); here they need not be good, only right, and any nonnegative
// weights of the parties give a right one.
//
// A lane is one addition for each node: drops are stored as differences to the largest value of
// their issue, so the running value is the bound itself. All running values of a lane lie between
// its start and its start plus all its largest drops, which proves how wide a number has to be: 64
// bits, 128 bits, or as many as needed.

namespace unbracket::certificate {

namespace {

__extension__ using Int128 = __int128;

constexpr std::uint64_t nodes_between_looks = 1U << 16U;

Int128 to_int128(const Integer& number) {
    const Integer magnitude = number < 0 ? Integer(-number) : number;
    const Integer low_mask = (Integer(1) << 64) - 1;
    const auto low = static_cast<std::uint64_t>(Integer(magnitude & low_mask));
    const auto high = static_cast<std::uint64_t>(Integer(magnitude >> 64));
    const Int128 value = (static_cast<Int128>(high) << 64) | static_cast<Int128>(low);
    return number < 0 ? -value : value;
}

template <class Number>
Number narrowed(const Integer& number) {
    if constexpr (std::is_same_v<Number, Integer>) {
        return number;
    } else if constexpr (std::is_same_v<Number, std::int64_t>) {
        return static_cast<std::int64_t>(number);
    } else {
        return to_int128(number);
    }
}

/// Where each forbidden condition and each "at most" can close a node: at the depth of the last of
/// its issues on which the domain leaves it open.
class Watch {
public:
    explicit Watch(const Tree& tree) : tree_(tree), depth_of_(tree.order.size()) {
        for (std::size_t depth = 0; depth < tree.order.size(); ++depth) {
            depth_of_[as_index(tree.order[depth])] = depth;
            closing_.emplace_back(tree.domain[as_index(tree.order[depth])].size());
        }
        changed_.resize(tree.order.size());
        for (const Condition& condition : tree.constraints.forbidden) {
            if (auto open = open_literals(condition, tree.domain)) {
                forbid(std::move(*open));
            }
        }
        for (const AtMost& rule : tree.constraints.at_most) {
            AtMost& kept = at_most_.emplace_back(AtMost{rule.count, {}});
            for (const Condition& condition : rule.conditions) {
                if (auto open = open_literals(condition, tree.domain)) {
                    changed_[last_depth(*open)].push_back(at_most_.size() - 1);
                    kept.conditions.push_back(std::move(*open));
                }
            }
        }
    }

    /// Whether the option just tried at this depth completes something forbidden.
    bool closes(std::size_t depth, std::size_t place, const Outcome& outcome) const {
        for (const std::size_t i : closing_[depth][place]) {
            if (holds(forbidden_[i], outcome)) {
                return true;
            }
        }
        for (const std::size_t i : changed_[depth]) {
            if (is_exceeded(at_most_[i], depth, outcome)) {
                return true;
            }
        }
        return false;
    }

private:
    std::size_t last_depth(const Condition& condition) const {
        std::size_t last = 0;
        for (const Literal& literal : condition) {
            last = std::max(last, depth_of_[as_index(literal.issue)]);
        }
        return last;
    }

    void forbid(Condition open) {
        const std::size_t last = last_depth(open);
        const auto& options = tree_.domain[as_index(tree_.order[last])];
        for (const Literal& literal : open) {
            for (std::size_t place = 0; place < options.size(); ++place) {
                if (depth_of_[as_index(literal.issue)] == last &&
                    std::binary_search(literal.options.begin(), literal.options.end(),
                                       options[place])) {
                    closing_[last][place].push_back(forbidden_.size());
                }
            }
        }
        forbidden_.push_back(std::move(open));
    }

    bool is_exceeded(const AtMost& at_most, std::size_t depth, const Outcome& outcome) const {
        int met = 0;
        for (const Condition& condition : at_most.conditions) {
            met += last_depth(condition) <= depth && holds(condition, outcome) ? 1 : 0;
        }
        return met > at_most.count;
    }

    const Tree& tree_;
    std::vector<std::size_t> depth_of_;
    std::vector<Condition> forbidden_;
    std::vector<AtMost> at_most_;
    std::vector<std::vector<std::vector<std::size_t>>> closing_; // by depth and place
    std::vector<std::vector<std::size_t>> changed_;              // by depth
};

template <class Number>
class Walk {
public:
    Walk(const Tree& tree, std::uint64_t most_nodes, Budget& budget);
    Replayed run();

private:
    bool is_stopped() const { return budget_.cancel != nullptr && budget_.cancel->is_raised(); }
    bool stays_open(std::size_t depth);
    bool excludes_outcome(Replayed& result);
    bool is_above_all_lanes(const Number* above, const Number* drops, Number* below) const;
    bool has_enough_parties(const Number* below) const;

    const Tree& tree_;
    std::uint64_t most_nodes_;
    Budget& budget_;
    Watch watch_;
    std::size_t depths_;
    std::size_t lanes_;
    std::size_t width_;
    std::vector<Number> bounds_;             // width_ numbers for each depth, the root first
    std::vector<std::vector<Number>> drops_; // by depth: width_ numbers for each place
    std::vector<std::size_t> places_;
    Outcome outcome_;
};

template <class Number>
Walk<Number>::Walk(const Tree& tree, std::uint64_t most_nodes, Budget& budget)
    : tree_(tree), most_nodes_(most_nodes), budget_(budget), watch_(tree),
      depths_(tree.order.size()), lanes_(tree.lanes.size()), width_(lanes_ + tree.own.size()),
      bounds_((depths_ + 1) * width_), places_(depths_), outcome_(depths_) {
    const auto lane = [&tree](std::size_t i) -> const Lane& {
        return i < tree.lanes.size() ? tree.lanes[i] : tree.own[i - tree.lanes.size()];
    };
    for (std::size_t i = 0; i < width_; ++i) {
        bounds_[i] = narrowed<Number>(lane(i).start);
    }
    for (const IssueId issue : tree.order) {
        std::vector<Number>& flat = drops_.emplace_back();
        flat.reserve(tree.domain[as_index(issue)].size() * width_);
        for (std::size_t place = 0; place < tree.domain[as_index(issue)].size(); ++place) {
            for (std::size_t i = 0; i < width_; ++i) {
                flat.push_back(narrowed<Number>(lane(i).drops[as_index(issue)][place]));
            }
        }
    }
}

template <class Number>
bool Walk<Number>::is_above_all_lanes(const Number* above, const Number* drops,
                                      Number* below) const {
    if constexpr (std::is_same_v<Number, Integer>) {
        bool is_above = true;
        for (std::size_t i = 0; i < width_; ++i) {
            below[i] = above[i] + drops[i];
            is_above = is_above && (i >= lanes_ || below[i] >= 0);
        }
        return is_above;
    } else {
        // No branch inside, so that the compiler can take several lanes at a time: the sign of the
        // union of all bits is set iff one number is below 0.
        Number signs = 0;
        for (std::size_t i = 0; i < lanes_; ++i) {
            below[i] = above[i] + drops[i];
            signs |= below[i];
        }
        for (std::size_t i = lanes_; i < width_; ++i) {
            below[i] = above[i] + drops[i];
        }
        return signs >= 0;
    }
}

template <class Number>
bool Walk<Number>::has_enough_parties(const Number* below) const {
    std::size_t left = 0;
    for (std::size_t i = lanes_; i < width_; ++i) {
        left += below[i] >= 0 ? std::size_t{1} : std::size_t{0};
    }
    return left >= tree_.at_least;
}

template <class Number>
bool Walk<Number>::stays_open(std::size_t depth) {
    const std::size_t place = places_[depth];
    const Number* above = bounds_.data() + depth * width_;
    Number* below = bounds_.data() + (depth + 1) * width_;
    if (!is_above_all_lanes(above, drops_[depth].data() + place * width_, below)) {
        return false;
    }
    const std::size_t issue = as_index(tree_.order[depth]);
    outcome_[issue] = tree_.domain[issue][place];
    return !watch_.closes(depth, place, outcome_) && has_enough_parties(below);
}

/// Tests one outcome that nothing closed; true: the walk goes on.
template <class Number>
bool Walk<Number>::excludes_outcome(Replayed& result) {
    if (budget_.leaf_tests < tree_.leaf_cost) {
        result.end = ReplayEnd::too_many_tests;
        return false;
    }
    budget_.leaf_tests -= tree_.leaf_cost;
    if (tree_.may_be_accepted(outcome_)) {
        result.end = ReplayEnd::refuted;
        result.refuted_by = outcome_;
        return false;
    }
    return true;
}

template <class Number>
Replayed Walk<Number>::run() {
    Replayed result;
    std::size_t depth = 0;
    while (true) {
        if (places_[depth] == tree_.domain[as_index(tree_.order[depth])].size()) {
            if (depth == 0) {
                return result;
            }
            ++places_[--depth];
            continue;
        }
        if (result.nodes == most_nodes_) {
            result.end = ReplayEnd::too_many_nodes;
            return result;
        }
        if (result.nodes++ % nodes_between_looks == 0 && is_stopped()) {
            result.end = ReplayEnd::stopped;
            return result;
        }
        const bool is_open = stays_open(depth);
        if (is_open && depth + 1 < depths_) {
            places_[++depth] = 0;
            continue;
        }
        if (is_open && !excludes_outcome(result)) {
            return result;
        }
        ++places_[depth];
    }
}

/// No number that a walk handles for this lane is larger, whatever its sign.
Integer largest_number(const Lane& lane) {
    Integer fall = 0, deepest_of_all = 0;
    for (const std::vector<Integer>& drops : lane.drops) {
        const Integer deepest = *std::min_element(drops.begin(), drops.end());
        deepest_of_all = std::min(deepest_of_all, deepest);
        fall -= deepest;
    }
    return std::max(Integer(fall + abs(lane.start)), Integer(-deepest_of_all));
}

Integer largest_number(const Tree& tree) {
    Integer largest = 0;
    for (const std::vector<Lane>* lanes : {&tree.lanes, &tree.own}) {
        for (const Lane& lane : *lanes) {
            largest = std::max(largest, largest_number(lane));
        }
    }
    return largest;
}

/// Whether the bounds of the root already close everything.
bool is_closed_at_root(const Tree& tree) {
    const auto is_below = [](const Lane& lane) { return lane.start < 0; };
    const auto left =
        std::ssize(tree.own) - std::count_if(tree.own.begin(), tree.own.end(), is_below);
    return std::any_of(tree.lanes.begin(), tree.lanes.end(), is_below) ||
           left < static_cast<std::ptrdiff_t>(tree.at_least);
}

} // namespace

Lane lane_of(Integer start, std::vector<std::vector<Integer>> values) {
    Lane lane{std::move(start), std::move(values)};
    for (std::vector<Integer>& drops : lane.drops) {
        const Integer largest = *std::max_element(drops.begin(), drops.end());
        for (Integer& drop : drops) {
            drop -= largest;
        }
        lane.start += largest;
    }
    return lane;
}

Replayed replay(const Tree& tree, std::uint64_t most_nodes, Budget& budget) {
    if (is_closed_at_root(tree)) {
        return {};
    }
    most_nodes = std::min(most_nodes, budget.nodes);
    const auto walk = [&](const auto& zero) {
        return Walk<std::remove_cvref_t<decltype(zero)>>(tree, most_nodes, budget).run();
    };
    const Integer largest = largest_number(tree);
    Replayed result;
    if (largest < (Integer(1) << 62)) {
        result = walk(std::int64_t{0});
    } else if (largest < (Integer(1) << 126)) {
        result = walk(Int128{0});
    } else {
        result = walk(Integer(0));
    }
    budget.nodes -= result.nodes;
    return result;
}

} // namespace unbracket::certificate
