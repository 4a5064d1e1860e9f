#pragma once

#include "unbracket/search/problem.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace unbracket {

template <class Slack>
struct LaneTables;

inline constexpr std::size_t completion_lanes = 8;

/// What completions take off the slacks of some lanes, in units of each lane's own, rounded down.
using LaneDrops = std::array<std::int16_t, completion_lanes>;

/// A way to choose rows for the last depths.
struct Completion {
    LaneDrops drops{};
    std::uint32_t code = 0; // the row of each depth in mixed radix
};

/// Up to eight parts, each a box again or a completion.
struct CompletionBox {
    static constexpr std::size_t parts = 8;
    std::array<std::array<std::int16_t, parts>, completion_lanes>
        least{}; // drop of each lane in each part
    std::array<std::uint32_t, parts> part{};
    bool is_last = false; // its parts are completions
};

/// All ways to choose rows for the last depths of a tree, arranged in boxes, so that those for
/// which some slacks leave room are found without a look at most of the others. Only the first
/// completion_lanes lanes take part; whoever asks has to test the rest.
class Completions {
public:
    /// For the last depths, as many as have at most `most` completions with room at the root; the
    /// others are left out.
    template <class Slack>
    Completions(const LaneTables<Slack>& tables, const std::vector<std::vector<Row>>& rows_by_depth,
                std::size_t most);

    /// The first of these depths.
    std::size_t depth() const { return depth_; }
    std::size_t size() const { return all_.size(); }

    /// Adds every completion that leaves none of the slacks negative to `found`, and perhaps some
    /// that leave one a little below 0; returns how many boxes were looked at. Slacks are at most
    /// those of the root.
    template <class Slack>
    std::uint64_t find(const Slack* slacks, std::vector<std::uint32_t>& found) const;

    /// The rows of a completion, by depth from `depth` on.
    void rows(std::uint32_t completion, Row* to) const;

private:
    template <class Slack>
    LaneDrops in_units(const Slack* amounts) const;
    bool add_depth(const std::vector<LaneDrops>& more, std::size_t most);
    std::uint32_t arrange(std::uint32_t first, std::uint32_t last, LaneDrops& least);
    std::uint32_t split(std::uint32_t first, std::uint32_t last);

    std::size_t depth_ = 0;
    std::array<int, completion_lanes> bits_{}; // of each lane: its unit is so many powers of two
    LaneDrops room_{};                         // at the root
    std::vector<std::vector<Row>> rows_;       // of the depths that are left
    std::vector<Completion> all_;              // box by box
    std::uint64_t ways_ = 1;                   // to choose rows, with room or without
    std::array<double, completion_lanes>
        scale_{}; // of lanes: one over the width over all completions
    std::vector<CompletionBox> boxes_;
};

} // namespace unbracket
