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

/// The least drop of each lane in each of up to eight parts, which are boxes or completions. Two
/// lines of a cache.
struct alignas(64) CompletionBox {
    static constexpr std::size_t parts = 8;
    std::array<std::array<std::int16_t, parts>, completion_lanes> least{};
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
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::uint32_t size() const { return last - first; }
    };
    LaneDrops arrange(std::uint32_t place, Range range);
    void split(Range range, std::uint32_t parts, std::vector<Range>& ranges);

    std::size_t depth_ = 0;
    std::array<int, completion_lanes> bits_{}; // of each lane: its unit is so many powers of two
    LaneDrops room_{};                         // at the root
    std::vector<std::vector<Row>> rows_;       // of the depths that are left
    std::vector<Completion> all_;              // box by box
    std::uint64_t ways_ = 1;                   // to choose rows, with room or without
    std::array<double, completion_lanes>
        scale_{}; // of lanes: one over the width over all completions
    std::vector<CompletionBox> boxes_;
    std::vector<std::uint32_t> insides_; // of boxes: twice the first part's place; odd: completions
};

} // namespace unbracket
