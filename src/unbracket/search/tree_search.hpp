#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/search/lanes.hpp"
#include "unbracket/search/problem.hpp"

#include <cstdint>
#include <functional>

namespace unbracket {

/// Decides about a complete choice that survived every bound; the last word where bounds are only a
/// relaxation of what is asked.
using LeafTest = std::function<bool(const RowChoice&)>;

enum class SearchEnd { exhausted, found, cut };

struct TreeResult {
    SearchEnd end = SearchEnd::exhausted;
    RowChoice choice;        // of found
    std::uint64_t nodes = 0; // options tried; of an exhausted tree independent of threads
    /// What counts against the budget besides: options tried before, in a walk that was begun anew,
    /// and what testing complete choices counts as.
    std::uint64_t besides = 0;
};

struct TreeOptions {
    std::uint64_t node_budget = UINT64_MAX;
    unsigned threads = 1;
    const CancelFlag* cancel = nullptr;
    /// Below 100: only choices that use up at most this share of the root lane's slack. They suit
    /// everybody more often, so an answer comes sooner; finding none there proves nothing.
    int slack_percent = 100;
};

/// Walks the tree of the plan depth first and returns the first choice that passes the leaf test,
/// or that there is none, or that the budget ran out (or somebody cancelled). Result and node count
/// are the same for every number of threads: the tree is cut into a list of subtrees that depends
/// on the plan alone, and what a sequential walk would have found is what is returned.
TreeResult search_tree(const SearchProblem& problem, const TreePlan& plan, const LeafTest& leaf,
                       const TreeOptions& options = {});

} // namespace unbracket
