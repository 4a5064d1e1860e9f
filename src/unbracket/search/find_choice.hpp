#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/search/lanes.hpp"
#include "unbracket/search/problem.hpp"
#include "unbracket/search/tree_search.hpp"

#include <cstdint>
#include <variant>

namespace unbracket {

/// Why there is no choice: one vector of multipliers whose bound at the root is negative ...
struct RootProof {
    Multipliers multipliers;
};
/// ... or a plan whose tree, walked to the end, holds none.
struct TreeProof {
    TreePlan plan;
    std::uint64_t nodes = 0;
};

struct ChoiceFound {
    RowChoice choice;
};
struct NoChoice {
    std::variant<RootProof, TreeProof> proof;
};
struct SearchCut {};

struct SearchAnswer {
    std::variant<ChoiceFound, NoChoice, SearchCut> answer;
    std::uint64_t nodes = 0; // all options tried, failed attempts included
};

/// Decides whether some choice satisfies the problem and passes the leaf test. The leaf test is
/// asked only about choices that satisfy the problem, and must be a function of the choice alone.
/// Exact; on a budget or a raised flag it may answer SearchCut. The same for every number of
/// threads.
SearchAnswer find_choice(const SearchProblem& problem, const LeafTest& leaf,
                         const TreeOptions& options = {});

} // namespace unbracket
