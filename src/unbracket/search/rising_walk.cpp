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
// The last depths are not walked where few enough rows are left: all ways to go on are tabulated
// once (completions.cpp), and those for which the slacks leave room are looked up.
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

/// The rows that some constraint is about.
std::vector<bool> bound_rows(const SearchProblem& problem) {
    std::vector<bool> is_bound(problem.row_count(), false);
    const auto note = [&](const std::vector<std::vector<Row>>& literals) {
        for (const std::vector<Row>& literal : literals) {
            for (const Row row : literal) {
                is_bound[row] = true;
            }
        }
    };
    for (const ForbiddenRows& forbidden : problem.forbidden) {
        note(forbidden.literals);
    }
    for (const AtMostRows& rule : problem.at_most) {
        std::for_each(rule.conditions.begin(), rule.conditions.end(), note);
    }
    return is_bound;
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
            slack = slack / 100 * options.slack_percent + slack % 100 * options.slack_percent / 100;
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

    /// The depth from which on completions are tabulated: at most so many, and of issues that are
    /// part of no constraint.
    std::size_t tabulated_from(const std::vector<std::vector<Row>>& rows_by_depth) const {
        const std::vector<bool> is_bound = bound_rows(problem_);
        std::size_t depth = rows_by_depth.size(), count = 1;
        while (depth > 0) {
            const std::vector<Row>& rows = rows_by_depth[depth - 1];
            const bool is_free =
                std::none_of(rows.begin(), rows.end(), [&](Row row) { return is_bound[row]; });
            count *= rows.size();
            if (count > options_.completions || !is_free) {
                break;
            }
            --depth;
        }
        return depth;
    }

    template <class Slack>
    RisingResult walk() {
        const LaneTables<Slack> lanes = tables<Slack>();
        const LeafTest leaf = [this](const RowChoice& choice) { return take(choice); };
        WalkShared<Slack> shared{problem_, plan_,           lanes,
                                 leaf,     options_.cancel, rows_best_first(problem_, plan_, lanes),
                                 &rise_};
        std::optional<Completions<Slack>> completions;
        const std::size_t depth = tabulated_from(shared.rows_by_depth);
        if (depth + 2 <= problem_.issue_count() && problem_.optional_needed == 0) {
            completions.emplace(lanes, shared.rows_by_depth, depth);
            shared.completions = &*completions;
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
