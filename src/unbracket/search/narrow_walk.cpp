#include "unbracket/search/narrow_walk.hpp"

#include "unbracket/base/vector_signs.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

// The walk of tree_walk.cpp for trees of a few thousand nodes, where making the tables takes as
// long as the walk. Each lane counts in a power of two that brings its slack at the root below
// 2^15; drops and that slack are rounded down. Where rounded drops sum to more than the rounded
// slack, they sum to at least one unit more, which is more than rounding the slack took off; so
// what is pruned is pruned exactly, and the test at the leaf makes good for the rest. Rows of a
// depth stand best first for the root's lane, so that the first one for which that lane has no room
// ends the depth.
//
// Source: Glover (1968), Surrogate constraints [glover1968surrogate]

namespace unbracket {

namespace {

constexpr std::size_t block = 8;
constexpr std::int64_t most_slack = std::numeric_limits<std::int16_t>::max() - 1;
constexpr std::uint64_t nodes_between_looks = 65'536;

} // namespace

/// A lane before it is rounded.
struct NarrowWalk::Lane {
    std::int64_t root = 0;
    std::vector<std::int64_t> drops; // by row

    void measure(const SearchProblem& problem, const Multipliers& multipliers) {
        root = 0;
        drops.assign(problem.row_count(), 0);
        for (std::size_t party = 0; party < problem.required_count; ++party) {
            const std::int64_t multiplier = multipliers[party];
            if (multiplier == 0) {
                continue;
            }
            root += multiplier * problem.constants[party];
            const std::int64_t* value = problem.values.data() + party;
            for (std::int64_t& sum : drops) {
                sum += multiplier * *value;
                value += problem.party_count;
            }
        }
        for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
            const auto first = drops.begin() + problem.first_row[issue];
            const auto last = drops.begin() + problem.first_row[issue + 1];
            const std::int64_t best = *std::max_element(first, last);
            std::for_each(first, last, [&](std::int64_t& sum) { sum = best - sum; });
            root += best;
        }
    }
};

bool NarrowWalk::suits(const SearchProblem& problem) {
    return problem.forbidden.empty() && problem.at_most.empty() && problem.optional_needed == 0;
}

NarrowWalk::NarrowWalk(const SearchProblem& problem, const TreePlan& plan)
    : problem_(problem), plan_(plan), blocks_((plan.lanes.size() + block - 1) / block),
      root_lane_(root_lane(problem, plan)), drops_(problem.row_count() * blocks_ * block, 0),
      slacks_((problem.issue_count() + 1) * blocks_ * block, 0), path_(problem.issue_count()) {
    Lane lane;
    for (std::size_t at = 0; at < plan.lanes.size() && !is_closed_; ++at) {
        lane.measure(problem, plan.lanes[at]);
        is_closed_ = lane.root < 0;
        add_lane(at, lane);
    }
    sort_rows();
}

void NarrowWalk::add_lane(std::size_t at, const Lane& lane) {
    int bits = 0;
    while (lane.root >> bits > most_slack) {
        ++bits;
    }
    const std::size_t width = blocks_ * block;
    slacks_[at] = static_cast<std::int16_t>(std::max<std::int64_t>(lane.root, 0) >> bits);
    root_slack_ = at == root_lane_ ? slacks_[at] : root_slack_;
    for (Row row = 0; row < problem_.row_count(); ++row) {
        const std::int64_t units = std::min(lane.drops[row] >> bits, most_slack + 1);
        drops_[row * width + at] = static_cast<std::int16_t>(units);
    }
}

void NarrowWalk::sort_rows() {
    const std::size_t width = blocks_ * block;
    const auto drop = [&](Row row) { return drops_[row * width + root_lane_]; };
    first_at_.push_back(0);
    for (const std::uint32_t issue : plan_.order) {
        const auto first = static_cast<std::ptrdiff_t>(rows_.size());
        for (Row row = problem_.first_row[issue]; row < problem_.first_row[issue + 1]; ++row) {
            rows_.push_back(row);
        }
        std::sort(rows_.begin() + first, rows_.end(),
                  [&](Row a, Row b) { return drop(a) != drop(b) ? drop(a) < drop(b) : a < b; });
        first_at_.push_back(rows_.size());
    }
}

[[gnu::always_inline]] inline bool NarrowWalk::survives(std::size_t depth, Row row) {
    using Block [[gnu::vector_size(block * sizeof(std::int16_t))]] = std::int16_t;
    const std::size_t width = blocks_ * block;
    const std::int16_t* above = slacks_.data() + depth * width;
    const std::int16_t* drops = drops_.data() + row * width;
    std::int16_t* below = slacks_.data() + (depth + 1) * width;
    Block signs{};
    for (std::size_t start = 0; start < width; start += block) {
        Block slack, drop;
        std::memcpy(&slack, above + start, sizeof slack);
        std::memcpy(&drop, drops + start, sizeof drop);
        slack -= drop;
        std::memcpy(below + start, &slack, sizeof slack);
        signs |= slack;
    }
    return !has_negative<std::int16_t, block>(signs);
}

SearchEnd NarrowWalk::arrive(std::size_t depth) {
    if (depth < path_.size()) {
        return descend(depth);
    }
    RowChoice choice(path_.size());
    for (std::size_t at = 0; at < path_.size(); ++at) {
        choice[plan_.order[at]] = path_[at];
    }
    if (!(*leaf_)(choice)) {
        return SearchEnd::exhausted;
    }
    found_ = std::move(choice);
    return SearchEnd::found;
}

SearchEnd NarrowWalk::descend(std::size_t depth) {
    const std::int16_t& root_below = slacks_[(depth + 1) * blocks_ * block + root_lane_];
    for (std::size_t at = first_at_[depth]; at < first_at_[depth + 1]; ++at) {
        if (nodes_ >= options_->node_budget) {
            return SearchEnd::cut;
        }
        ++nodes_;
        if (nodes_ >= next_look_) {
            next_look_ = nodes_ + nodes_between_looks;
            if (is_raised(options_->cancel)) {
                return SearchEnd::cut;
            }
        }
        if (!survives(depth, rows_[at])) {
            if (root_below < 0) {
                break;
            }
            continue;
        }
        path_[depth] = rows_[at];
        const SearchEnd end = arrive(depth + 1);
        if (end != SearchEnd::exhausted) {
            return end;
        }
    }
    return SearchEnd::exhausted;
}

TreeResult NarrowWalk::search(const LeafTest& leaf, const TreeOptions& options) {
    if (is_closed_) {
        return {};
    }
    leaf_ = &leaf, options_ = &options;
    nodes_ = 0, next_look_ = nodes_between_looks;
    slacks_[root_lane_] = static_cast<std::int16_t>(root_slack_ * options.slack_percent / 100);
    TreeResult result;
    result.end = arrive(0);
    result.nodes = nodes_;
    result.choice = std::move(found_);
    return result;
}

} // namespace unbracket
