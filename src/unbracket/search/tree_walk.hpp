#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/search/completions.hpp"
#include "unbracket/search/constraint_watch.hpp"
#include "unbracket/search/lanes.hpp"
#include "unbracket/search/problem.hpp"
#include "unbracket/search/tree_search.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace unbracket {

/// Tables of a plan's lanes in one integer width: the slack of every lane at the root, and for
/// every row how much less than its issue's best row it is worth to each lane. Lane counts are
/// padded to whole blocks; padding lanes never prune. Rows keep the problem's numbering.
template <class Slack>
struct LaneTables {
    static constexpr std::size_t block = 8;
    std::size_t width = 0; // padded lane count
    std::vector<Slack> root;
    std::vector<Slack> drops; // [row * width + lane], each >= 0

    /// Whether every sum the walk forms fits the width.
    static bool fit(const SearchProblem& problem, const TreePlan& plan);
    static LaneTables build(const SearchProblem& problem, const TreePlan& plan);
};

extern template struct LaneTables<std::int32_t>;
extern template struct LaneTables<std::int64_t>;

/// By how much lanes need more from now on; a leaf test may set it, the walker obeys and clears it.
struct LaneRise {
    bool is_due = false;
    std::vector<std::int64_t> by_lane; // >= 0
};

/// What all walkers of one tree share; read only but for `rise`, which only a single walker may
/// have.
template <class Slack>
struct WalkShared {
    const SearchProblem& problem;
    const TreePlan& plan;
    const LaneTables<Slack>& tables;
    const LeafTest& leaf;
    const CancelFlag* cancel = nullptr;
    std::vector<std::vector<Row>> rows_by_depth; // best for the root's lane first
    LaneRise* rise = nullptr;
    const Completions* completions = nullptr;
    /// A lane by which the rows of every depth stand best first; where it rules one out the rest
    /// are not tried. Of the first block of lanes.
    std::optional<std::size_t> sorted_by;
};

/// The rows of each depth, those first that are worth most to the root's multipliers: the lane
/// behind one for each required party, or, for one party, that lane itself.
template <class Slack>
std::vector<std::vector<Row>> rows_best_first(const SearchProblem& problem, const TreePlan& plan,
                                              const LaneTables<Slack>& tables);

/// One walker: it holds the path from the root and can walk the subtree below a prefix.
template <class Slack>
class TreeWalker {
public:
    explicit TreeWalker(const WalkShared<Slack>& shared);

    /// Walks everything below the prefix (rows for the first depths, none of them pruned).
    TreeResult walk(const std::vector<Row>& prefix, std::uint64_t node_budget);

    /// All unpruned prefixes of the given length, in walking order; counts the options tried.
    std::vector<std::vector<Row>> prefixes(std::size_t length, std::uint64_t& nodes);

private:
    SearchEnd descend(std::size_t depth);
    SearchEnd arrive(std::size_t depth);
    SearchEnd complete(std::size_t depth);
    bool suit_constraints(std::size_t depth);
    SearchEnd finish(std::size_t depth);
    bool try_row(std::size_t depth, Row row);
    bool survives_lanes(std::size_t depth, Row row);
    bool enough_optional() const;
    void lower_slacks(std::size_t depth);
    void enter(std::size_t depth, Row row);
    void leave(std::size_t depth, Row row);

    const WalkShared<Slack>& shared_;
    ConstraintWatch watch_;
    std::vector<Slack> slacks_;                 // [depth * width + lane]
    std::vector<std::int64_t> optional_slacks_; // of optional parties, on the path
    std::vector<std::int64_t> optional_drops_;  // [row * optional count + party]
    RowChoice path_;                            // rows by depth
    std::size_t target_depth_ = 0;
    std::vector<std::vector<Row>>* collected_ = nullptr;
    std::uint64_t nodes_ = 0;
    std::uint64_t next_look_ = 0; // at the flag that stops the walk
    std::uint64_t budget_ = 0;
    RowChoice found_;
    std::vector<std::uint32_t> completing_;
};

extern template class TreeWalker<std::int32_t>;
extern template class TreeWalker<std::int64_t>;

} // namespace unbracket
