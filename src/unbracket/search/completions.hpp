#pragma once

#include "unbracket/search/problem.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace unbracket {

template <class Slack>
struct LaneTables;

inline constexpr std::size_t completion_lanes = 8;

/// Up to eight parts, each a box again or a completion.
template <class Slack>
struct CompletionBox {
    static constexpr std::size_t parts = 8;
    std::array<std::uint32_t, parts> part{};
    bool is_last = false; // its parts are completions
    std::array<std::array<Slack, parts>, completion_lanes>
        least{}; // drop of each lane in each part
};

/// All ways to choose rows for the last depths of a tree, arranged in boxes, so that those for
/// which some slacks leave room are found without a look at most of the others. Only the first
/// completion_lanes lanes take part; whoever asks has to test the rest.
template <class Slack>
class Completions {
public:
    /// For the depths from `depth` on. Leaves out completions for which there is no room at the
    /// root.
    Completions(const LaneTables<Slack>& tables, const std::vector<std::vector<Row>>& rows_by_depth,
                std::size_t depth);

    std::size_t depth() const { return depth_; }
    std::size_t size() const { return codes_.size(); }

    /// Adds every completion that leaves none of the slacks negative to `found`; returns how many
    /// boxes and completions were looked at.
    std::uint64_t find(const Slack* slacks, std::vector<std::uint32_t>& found) const;

    /// The rows of a completion, by depth from `depth` on.
    void rows(std::uint32_t completion, Row* to) const;

private:
    using Lanes = std::array<Slack, completion_lanes>;

    void collect(const LaneTables<Slack>& tables);
    std::uint32_t arrange(std::uint32_t first, std::uint32_t last);
    std::uint32_t split(std::uint32_t first, std::uint32_t last);
    Lanes least_of(std::uint32_t first, std::uint32_t last) const;

    std::size_t depth_ = 0;
    std::vector<std::vector<Row>> rows_; // of the depths that are left
    std::vector<std::uint32_t> codes_;   // of completions: the row of each depth in mixed radix
    std::vector<Lanes> drops_;           // of completions
    std::vector<std::uint32_t> order_;   // of completions in boxes
    std::vector<std::pair<Slack, std::uint32_t>> keys_; // of the range that is halved
    std::array<double, completion_lanes>
        scale_{}; // of lanes: one over the width over all completions
    std::vector<CompletionBox<Slack>> boxes_;
};

extern template class Completions<std::int32_t>;
extern template class Completions<std::int64_t>;

} // namespace unbracket
