#include "unbracket/search/merged_choice.hpp"

#include "unbracket/search/merged_issues.hpp"

#include <algorithm>
#include <numeric>

// A decision on the problem as it is or with tied issues merged, whichever promises less work. Most
// decisions are quick and are tried as they are. For the others the root tells: where the same
// multipliers give a bound that is lower by a tenth on the merged problem, combinations matter and
// the merged tree is far smaller; where they do not, larger issues would only make it slower. The
// bounds are Lagrangian bounds of two formulations of one problem, as Geoffrion compares them.
//
// Source: Geoffrion (1974), Lagrangean relaxation for integer programming
// [geoffrion1974lagrangean]

namespace unbracket {

namespace {

constexpr std::uint64_t quick_nodes = 3'000;

DualResult root_bound(const SearchProblem& problem, std::vector<std::uint32_t>& issues) {
    issues.resize(problem.issue_count());
    std::iota(issues.begin(), issues.end(), 0U);
    const std::vector<std::int64_t> constants(
        problem.constants.begin(),
        problem.constants.begin() + static_cast<std::ptrdiff_t>(problem.required_count));
    return Dual(problem).minimise({constants, issues}, {});
}

std::int64_t bound_of(const SearchProblem& problem, const Multipliers& multipliers) {
    std::vector<std::uint32_t> issues(problem.issue_count());
    std::iota(issues.begin(), issues.end(), 0U);
    return weighted_bound(problem, {problem.constants, issues}, multipliers);
}

SearchAnswer with_earlier(SearchAnswer answer, std::uint64_t nodes) {
    answer.nodes += nodes;
    return answer;
}

} // namespace

SearchAnswer find_choice_merged(const SearchProblem& problem, const LeafTest& leaf,
                                const TreeOptions& options) {
    if (problem.forbidden.empty() || problem.required_count == 0) {
        return find_choice(problem, leaf, options);
    }
    TreeOptions quick = options;
    quick.node_budget = std::min(options.node_budget, quick_nodes);
    SearchAnswer first = find_choice(problem, leaf, quick);
    const bool was_cut = std::holds_alternative<SearchCut>(first.answer);
    if (!was_cut || first.nodes >= options.node_budget || is_raised(options.cancel)) {
        return first;
    }
    TreeOptions rest = options;
    rest.node_budget -= first.nodes;
    const MergedIssues merged = merge_tied_issues(problem, most_merged_rows);
    if (merged.is_empty()) {
        return {NoChoice{RootProof{}}, first.nodes};
    }
    std::vector<std::uint32_t> issues;
    const DualResult bound = root_bound(merged.problem, issues);
    if (bound.bound < 0) {
        return {NoChoice{RootProof{bound.multipliers}}, first.nodes};
    }
    if (bound.bound >= bound_of(problem, bound.multipliers)) {
        return with_earlier(find_choice(problem, leaf, rest), first.nodes);
    }
    const LeafTest merged_leaf = [&](const RowChoice& choice) {
        return leaf(merged.unmerged(choice));
    };
    SearchAnswer answer = find_choice(merged.problem, merged_leaf, rest);
    if (auto* found = std::get_if<ChoiceFound>(&answer.answer)) {
        found->choice = merged.unmerged(found->choice);
    }
    return with_earlier(std::move(answer), first.nodes);
}

} // namespace unbracket
