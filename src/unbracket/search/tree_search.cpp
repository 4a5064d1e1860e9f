#include "unbracket/search/tree_search.hpp"

#include "unbracket/base/side_by_side.hpp"
#include "unbracket/search/tree_walk.hpp"

#include <algorithm>
#include <atomic>
#include <limits>

// How a walk is shared among threads without changing what it finds. A short sequential walk comes
// first. If it does not finish, the tree is cut at the first depth that has enough unpruned
// prefixes; that list depends on the plan alone. Threads take prefixes in order. The answer is the
// one below the earliest prefix that has any, and the node count is what a sequential walk would
// have counted up to there, so budgets are judged on it too.
//
// Many more subtrees than threads, fixed beforehand and never split again, is the scheme of the
// source; that the first answer in walking order wins, not the first in time, is ours.
//
// Source: Malapert, Régin and Rezgui (2016), Embarrassingly parallel search in constraint
// programming [malapert2016embarrassingly]

namespace unbracket {

namespace {

constexpr std::uint64_t sequential_nodes = 1U << 18U;
constexpr std::size_t wanted_prefixes = 256;
constexpr std::uint64_t prefix_node_limit = 1U << 16U;

struct Subtrees {
    std::vector<std::vector<Row>> prefixes;
    std::uint64_t nodes = 0;
};

template <class Slack>
Subtrees cut_tree(TreeWalker<Slack>& walker, std::size_t depth_limit) {
    Subtrees subtrees;
    for (std::size_t length = 1; length <= depth_limit; ++length) {
        subtrees.prefixes = walker.prefixes(length, subtrees.nodes);
        const bool is_enough = subtrees.prefixes.size() >= wanted_prefixes;
        if (is_enough || subtrees.prefixes.empty() || subtrees.nodes > prefix_node_limit) {
            break;
        }
    }
    return subtrees;
}

/// What the walks below the prefixes have in common. A walk's result is read only after its entry
/// in `finished` was set.
struct SharedProgress {
    explicit SharedProgress(std::size_t count) : results(count), finished(count) {}

    std::vector<TreeResult> results;
    std::vector<std::atomic<bool>> finished;
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> first_end{std::numeric_limits<std::size_t>::max()};

    /// What the finished walks up to the first unfinished one count as.
    std::uint64_t leading_nodes() const {
        std::uint64_t nodes = 0;
        for (std::size_t at = 0; at < results.size() && finished[at].load(); ++at) {
            nodes += results[at].nodes + results[at].besides;
        }
        return nodes;
    }
    void note_end(std::size_t at) {
        std::size_t seen = first_end.load();
        while (at < seen && !first_end.compare_exchange_weak(seen, at)) {
        }
    }
};

template <class Slack>
void walk_prefixes(const WalkShared<Slack>& shared, const Subtrees& subtrees, std::uint64_t budget,
                   SharedProgress& progress) {
    TreeWalker<Slack> walker(shared);
    for (;;) {
        const std::size_t at = progress.next.fetch_add(1);
        if (at >= subtrees.prefixes.size() || at > progress.first_end.load()) {
            return;
        }
        const std::uint64_t spent = subtrees.nodes + progress.leading_nodes();
        TreeResult& result = progress.results[at];
        result = walker.walk(subtrees.prefixes[at], budget - std::min(spent, budget));
        if (result.end != SearchEnd::exhausted) {
            progress.note_end(at);
        }
        progress.finished[at].store(true);
    }
}

/// What one walk after the other would have returned.
TreeResult as_if_sequential(SharedProgress& progress, std::uint64_t nodes, std::uint64_t budget) {
    std::uint64_t besides = 0;
    for (TreeResult& result : progress.results) {
        nodes += result.nodes;
        besides += result.besides;
        if (result.end == SearchEnd::cut || nodes + besides > budget) {
            return {SearchEnd::cut, {}, std::min(nodes + besides, budget), 0};
        }
        if (result.end == SearchEnd::found) {
            result.nodes = nodes, result.besides = besides;
            return std::move(result);
        }
    }
    return {SearchEnd::exhausted, {}, nodes, besides};
}

template <class Slack>
TreeResult walk_subtrees(const WalkShared<Slack>& shared, const TreeOptions& options) {
    TreeWalker<Slack> walker(shared);
    const Subtrees subtrees = cut_tree(walker, shared.problem.issue_count());
    SharedProgress progress(subtrees.prefixes.size());
    const auto work = [&] { walk_prefixes(shared, subtrees, options.node_budget, progress); };
    side_by_side(options.threads, work);
    return as_if_sequential(progress, subtrees.nodes, options.node_budget);
}

template <class Slack>
TreeResult search_in_width(const SearchProblem& problem, const TreePlan& plan, const LeafTest& leaf,
                           const TreeOptions& options) {
    auto tables = LaneTables<Slack>::build(problem, plan);
    if (options.slack_percent < 100) {
        Slack& slack = tables.root[root_lane(problem, plan)];
        slack = static_cast<Slack>(slack / 100 * options.slack_percent +
                                   slack % 100 * options.slack_percent / 100);
    }
    const WalkShared<Slack> shared{problem, plan,           tables,
                                   leaf,    options.cancel, rows_best_first(problem, plan, tables)};
    if (std::any_of(tables.root.begin(), tables.root.end(),
                    [](Slack slack) { return slack < 0; })) {
        return {};
    }
    TreeWalker<Slack> walker(shared);
    TreeResult first = walker.walk({}, std::min(options.node_budget, sequential_nodes));
    const bool was_cancelled = options.cancel != nullptr && options.cancel->is_raised();
    if (first.end != SearchEnd::cut || options.node_budget <= sequential_nodes || was_cancelled) {
        return first;
    }
    TreeOptions rest = options;
    const std::uint64_t before = first.nodes + first.besides;
    rest.node_budget -= std::min(before, rest.node_budget);
    TreeResult result = walk_subtrees(shared, rest);
    result.besides += before;
    return result;
}

} // namespace

TreeResult search_tree(const SearchProblem& problem, const TreePlan& plan, const LeafTest& leaf,
                       const TreeOptions& options) {
    if (LaneTables<std::int32_t>::fit(problem, plan)) {
        return search_in_width<std::int32_t>(problem, plan, leaf, options);
    }
    return search_in_width<std::int64_t>(problem, plan, leaf, options);
}

} // namespace unbracket
