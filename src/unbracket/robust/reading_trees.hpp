#pragma once

#include "unbracket/search/lanes.hpp"
#include "unbracket/search/problem.hpp"
#include "unbracket/search/tree_search.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace unbracket {

/// Multipliers of so few bits that the sums of a walk stay short.
Multipliers shortened(Multipliers multipliers);

/// Searches the trees of problems that differ in their numbers only, one after the other, with
/// lanes sampled in the first hard ones: they prune the trees of the others nearly as well, and
/// sampling takes longer than most trees. Answers do not depend on earlier problems unless a budget
/// runs out.
class ReadingTrees {
public:
    /// Whether some choice passes the leaf test, or none can; `cut` where neither was settled
    /// within options.node_budget nodes. The problem's numbers may be rounded upwards; `root` is at
    /// most shortened(). Adds to `nodes` what it took.
    SearchEnd search(const SearchProblem& problem, const Multipliers& root, const LeafTest& leaf,
                     const TreeOptions& options, std::uint64_t& nodes);

    /// Of a problem that has one: the choice that passes the leaf test and comes first where issues
    /// are taken by gap, within 40 % of the root's slack if there is one, whatever was searched
    /// before. `cut` where it lies behind 20,000 and a million nodes. Takes longer than search().
    SearchEnd find_first(const SearchProblem& problem, const Multipliers& root,
                         const LeafTest& leaf, const TreeOptions& options) const;

    /// The lanes kept so far, and to go on from those.
    const std::vector<Multipliers>& lanes() const { return lanes_; }
    void learn_from(const std::vector<Multipliers>& lanes);

private:
    void add_lanes_of(const SearchProblem& problem, const Multipliers& root);

    std::vector<Multipliers> lanes_;
    std::size_t sources_ = 0; // hard trees that gave them
};

} // namespace unbracket
