#include "unbracket/search/rising_walk.hpp"

#include "unbracket/search/tree_walk.hpp"

#include <algorithm>
#include <limits>
#include <optional>

// Branch and bound for whatever can be bounded by weighted sums. The tree is that of a decision
// (tree_walk.cpp), but what a lane needs is not fixed: it is what the goal asks of a choice that is
// better than the best one so far. The smallest gain, a product of gains or one party's gain differ
// only in how that need is worked out. When a better choice is found the needs rise, and what the
// path was still granted shrinks at every depth at once, so that no subtree is walked for less than
// the latest best choice.
//
// The last depths are not walked where tables are wanted: all ways to go on from there are
// tabulated once (completions.cpp), and those for which the slacks leave room are looked up. Such a
// walk is no part of a certificate, so it may also leave out rows for which the root has no room,
// and the rest of an issue's rows behind the first that the root's lane rules out.
//
// A drop that is larger than its lane's slack at the root prunes whatever its size; cutting it down
// to one more than that slack keeps most tables in 32 bits.
//
// Source: Lawler and Wood (1966), Branch-and-bound methods: a survey [lawler1966branch]

namespace unbracket {

namespace {

std::int64_t best_of(const SearchProblem& problem, std::size_t issue, const Multipliers& lane) {
    std::int64_t best = std::numeric_limits<std::int64_t>::min();
    for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
        best = std::max(best, weighted(problem, row, lane));
    }
    return best;
}

/// One walk: the needs as they were last told to the walker.
class Rising {
public:
    Rising(const SearchProblem& problem, const TreePlan& plan, RisingGoal& goal,
           const RisingOptions& options)
        : problem_(problem), plan_(plan), goal_(goal), options_(options) {
        for (const Multipliers& lane : plan.lanes) {
            needs_.push_back(goal.need(lane));
            slacks_.push_back(largest_sum(problem, lane) - needs_.back());
        }
        rise_.by_lane.resize(needs_.size());
        if (options.slack_percent < 100 && !plan.lanes.empty()) {
            std::int64_t& slack = slacks_[root_lane(problem, plan)];
            slack = slack < 0 ? slack
                              : slack / 100 * options.slack_percent +
                                    slack % 100 * options.slack_percent / 100;
        }
    }

    RisingResult run() {
        const auto is_negative = [](std::int64_t slack) { return slack < 0; };
        if (std::any_of(slacks_.begin(), slacks_.end(), is_negative)) {
            return {true, 0};
        }
        constexpr std::int64_t limit = std::numeric_limits<std::int32_t>::max() / 4;
        const auto is_small = [](std::int64_t slack) { return slack < limit; };
        return std::all_of(slacks_.begin(), slacks_.end(), is_small) ? walk<std::int32_t>()
                                                                     : walk<std::int64_t>();
    }

private:
    template <class Slack>
    LaneTables<Slack> tables() const {
        LaneTables<Slack> tables;
        constexpr std::size_t block = LaneTables<Slack>::block;
        tables.width = (plan_.lanes.size() + block - 1) / block * block;
        tables.root.assign(tables.width, 0);
        tables.drops.assign(problem_.row_count() * tables.width, 0);
        for (std::size_t lane = 0; lane < plan_.lanes.size(); ++lane) {
            tables.root[lane] = static_cast<Slack>(slacks_[lane]);
            for (std::size_t issue = 0; issue < problem_.issue_count(); ++issue) {
                const std::int64_t best = best_of(problem_, issue, plan_.lanes[lane]);
                for (Row row = problem_.first_row[issue]; row < problem_.first_row[issue + 1];
                     ++row) {
                    const std::int64_t drop = best - weighted(problem_, row, plan_.lanes[lane]);
                    tables.drops[row * tables.width + lane] =
                        static_cast<Slack>(std::min(drop, slacks_[lane] + 1));
                }
            }
        }
        return tables;
    }

    bool take(const RowChoice& choice) {
        if (goal_.offer(choice)) {
            for (std::size_t lane = 0; lane < needs_.size(); ++lane) {
                const std::int64_t need = goal_.need(plan_.lanes[lane]);
                rise_.by_lane[lane] = std::max<std::int64_t>(need - needs_[lane], 0);
                needs_[lane] = std::max(need, needs_[lane]);
            }
            rise_.is_due = true;
        }
        return false;
    }

    /// Rows for which some lane leaves no room at the root are no part of any choice.
    template <class Slack>
    void leave_out_rows(const LaneTables<Slack>& lanes,
                        std::vector<std::vector<Row>>& rows_by_depth) const {
        for (std::vector<Row>& rows : rows_by_depth) {
            std::erase_if(rows, [&](Row row) {
                const Slack* drops = lanes.drops.data() + row * lanes.width;
                return !std::equal(drops, drops + lanes.width, lanes.root.data(),
                                   [](Slack drop, Slack root) { return drop <= root; });
            });
        }
    }

    /// What only a walk that is no certificate may do.
    template <class Slack>
    void shorten(const LaneTables<Slack>& lanes, WalkShared<Slack>& shared,
                 std::optional<Completions>& completions) const {
        leave_out_rows(lanes, shared.rows_by_depth);
        if (const std::size_t root = root_lane(problem_, plan_); root < LaneTables<Slack>::block) {
            shared.sorted_by = root;
        }
        if (problem_.optional_needed == 0) {
            completions.emplace(lanes, shared.rows_by_depth, options_.completions);
            const bool are_some = completions->depth() + 2 <= problem_.issue_count();
            shared.completions = are_some ? &*completions : nullptr;
        }
    }

    template <class Slack>
    RisingResult walk() {
        const LaneTables<Slack> lanes = tables<Slack>();
        const LeafTest leaf = [this](const RowChoice& choice) { return take(choice); };
        WalkShared<Slack> shared{problem_, plan_,           lanes,
                                 leaf,     options_.cancel, rows_best_first(problem_, plan_, lanes),
                                 &rise_};
        std::optional<Completions> completions;
        if (options_.completions > 0 && !plan_.lanes.empty()) {
            shorten(lanes, shared, completions);
        }
        TreeWalker<Slack> walker(shared);
        const TreeResult result = walker.walk({}, options_.node_budget);
        return {result.end == SearchEnd::exhausted, result.nodes};
    }

    const SearchProblem& problem_;
    const TreePlan& plan_;
    RisingGoal& goal_;
    const RisingOptions& options_;
    std::vector<std::int64_t> needs_;
    std::vector<std::int64_t> slacks_;
    LaneRise rise_;
};

} // namespace

std::int64_t largest_sum(const SearchProblem& problem, const Multipliers& lane) {
    std::int64_t sum = 0;
    for (std::size_t party = 0; party < problem.required_count; ++party) {
        sum += lane[party] * problem.constants[party];
    }
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        sum += best_of(problem, issue, lane);
    }
    return sum;
}

RisingResult walk_rising(const SearchProblem& problem, const TreePlan& plan, RisingGoal& goal,
                         const RisingOptions& options) {
    return Rising(problem, plan, goal, options).run();
}

} // namespace unbracket
