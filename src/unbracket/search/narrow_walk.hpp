#pragma once

#include "unbracket/search/lanes.hpp"
#include "unbracket/search/problem.hpp"
#include "unbracket/search/tree_search.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace unbracket {

/// The tree of a plan in sixteen bits a lane, for many quick decisions without a certificate: its
/// tables are made once for several walks, and drops are rounded down in a unit of each lane's own,
/// so that a few nodes more are met than search_tree() would meet and none is left out. The problem
/// and the plan have to outlive it; the plan has a lane.
class NarrowWalk {
public:
    NarrowWalk(const SearchProblem& problem, const TreePlan& plan);

    /// Whether such walks decide the problem: it has no constraints and asks for no optional party.
    static bool suits(const SearchProblem& problem);

    /// As search_tree(), with one thread. The leaf test has the last word about sums too: it may be
    /// asked about choices that come a little short.
    TreeResult search(const LeafTest& leaf, const TreeOptions& options);

private:
    struct Lane;
    void add_lane(std::size_t at, const Lane& lane);
    void sort_rows();
    bool survives(std::size_t depth, Row row);
    SearchEnd descend(std::size_t depth);
    SearchEnd arrive(std::size_t depth);

    const SearchProblem& problem_;
    const TreePlan& plan_;
    std::size_t blocks_ = 0;
    std::size_t root_lane_ = 0;
    bool is_closed_ = false;           // some lane has no slack at the root
    std::int64_t root_slack_ = 0;      // of the root's lane, in its unit
    std::vector<std::int16_t> drops_;  // [row * width + lane]
    std::vector<std::int16_t> slacks_; // [depth * width + lane]
    std::vector<Row> rows_; // of one depth after the other, best for the root's lane first
    std::vector<std::size_t> first_at_; // in rows_, by depth; one more than there are depths
    std::vector<Row> path_;             // by depth
    std::uint64_t nodes_ = 0;
    std::uint64_t next_look_ = 0;
    const LeafTest* leaf_ = nullptr;
    const TreeOptions* options_ = nullptr;
    RowChoice found_;
};

} // namespace unbracket
