#include "unbracket/search/tree_walk.hpp"

#include "unbracket/base/vector_signs.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

// Depth-first walk of a planned tree. A node holds one slack for each lane; trying an option
// subtracts the lane's drop for it (best option minus this one) and the option is pruned as soon as
// some slack is negative. Slacks of a depth lie side by side and are handled eight at a time,
// which compilers turn into a few vector instructions. Constraints are counted on assignment. The
// order in which options are tried only decides which answer is met first; a tree without an answer
// has the same nodes in any order.
//
// Source: Glover (1968), Surrogate constraints [glover1968surrogate]

namespace unbracket {

namespace {

/// Looks at the flag that stops a walk cost time.
constexpr std::uint64_t nodes_between_looks = 65'536;

struct LaneColumn {
    std::int64_t root = 0;
    std::int64_t total_drop = 0;
    std::vector<std::int64_t> drops; // by row
};

LaneColumn lane_column(const SearchProblem& problem, const Multipliers& lane) {
    LaneColumn column;
    column.drops.resize(problem.row_count());
    for (std::size_t party = 0; party < problem.required_count; ++party) {
        column.root += lane[party] * problem.constants[party];
    }
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        const Row first = problem.first_row[issue], last = problem.first_row[issue + 1];
        std::int64_t best = std::numeric_limits<std::int64_t>::min(), worst_drop = 0;
        for (Row row = first; row < last; ++row) {
            column.drops[row] = weighted(problem, row, lane);
            best = std::max(best, column.drops[row]);
        }
        for (Row row = first; row < last; ++row) {
            column.drops[row] = best - column.drops[row];
            worst_drop = std::max(worst_drop, column.drops[row]);
        }
        column.root += best;
        column.total_drop += worst_drop;
    }
    return column;
}

} // namespace

template <class Slack>
bool LaneTables<Slack>::fit(const SearchProblem& problem, const TreePlan& plan) {
    constexpr std::int64_t limit = std::numeric_limits<Slack>::max() / 2;
    return std::all_of(plan.lanes.begin(), plan.lanes.end(), [&](const Multipliers& lane) {
        const LaneColumn column = lane_column(problem, lane);
        return column.root <= limit && column.root >= -limit && column.total_drop <= limit;
    });
}

template <class Slack>
LaneTables<Slack> LaneTables<Slack>::build(const SearchProblem& problem, const TreePlan& plan) {
    LaneTables tables;
    tables.width = (plan.lanes.size() + block - 1) / block * block;
    tables.root.assign(tables.width, 0);
    tables.drops.assign(problem.row_count() * tables.width, 0);
    for (std::size_t lane = 0; lane < plan.lanes.size(); ++lane) {
        const LaneColumn column = lane_column(problem, plan.lanes[lane]);
        tables.root[lane] = static_cast<Slack>(column.root);
        for (Row row = 0; row < problem.row_count(); ++row) {
            tables.drops[row * tables.width + lane] = static_cast<Slack>(column.drops[row]);
        }
    }
    return tables;
}

template <class Slack>
std::vector<std::vector<Row>> rows_best_first(const SearchProblem& problem, const TreePlan& plan,
                                              const LaneTables<Slack>& tables) {
    std::vector<std::vector<Row>> rows_by_depth;
    for (const std::uint32_t issue : plan.order) {
        std::vector<Row> rows;
        for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
            rows.push_back(row);
        }
        if (!plan.lanes.empty()) {
            const std::size_t lane = root_lane(problem, plan);
            std::stable_sort(rows.begin(), rows.end(), [&](Row a, Row b) {
                return tables.drops[a * tables.width + lane] <
                       tables.drops[b * tables.width + lane];
            });
        }
        rows_by_depth.push_back(std::move(rows));
    }
    return rows_by_depth;
}

template <class Slack>
TreeWalker<Slack>::TreeWalker(const WalkShared<Slack>& shared)
    : shared_(shared), watch_(shared.problem),
      slacks_((shared.problem.issue_count() + 1) * shared.tables.width),
      path_(shared.problem.issue_count()) {
    std::copy(shared.tables.root.begin(), shared.tables.root.end(), slacks_.begin());
    const SearchProblem& problem = shared.problem;
    const std::size_t optional = problem.party_count - problem.required_count;
    optional_drops_.resize(problem.optional_needed > 0 ? problem.row_count() * optional : 0);
    for (std::size_t party = 0; party < optional && problem.optional_needed > 0; ++party) {
        const std::size_t column = problem.required_count + party;
        std::int64_t slack = problem.constants[column];
        for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
            const Row first = problem.first_row[issue], last = problem.first_row[issue + 1];
            std::int64_t best = problem.row(first)[column];
            for (Row row = first; row < last; ++row) {
                best = std::max(best, problem.row(row)[column]);
            }
            for (Row row = first; row < last; ++row) {
                optional_drops_[row * optional + party] = best - problem.row(row)[column];
            }
            slack += best;
        }
        optional_slacks_.push_back(slack);
    }
}

namespace {

/// Takes the drops of a block off the slacks; whether none is negative then. Half a block at a
/// time, since not every processor takes a whole one at once.
template <class Slack>
inline bool takes_off(const Slack* above, const Slack* drops, Slack* below) {
    constexpr std::size_t half = LaneTables<Slack>::block / 2;
    using Half [[gnu::vector_size(half * sizeof(Slack))]] = Slack;
    Half signs{};
    for (const std::size_t at : {std::size_t{0}, half}) {
        Half slack, drop;
        std::memcpy(&slack, above + at, sizeof slack);
        std::memcpy(&drop, drops + at, sizeof drop);
        slack -= drop;
        std::memcpy(below + at, &slack, sizeof slack);
        signs |= slack;
    }
    return !has_negative<Slack, half>(signs);
}

} // namespace

template <class Slack>
[[gnu::always_inline]] inline bool TreeWalker<Slack>::survives_lanes(std::size_t depth, Row row) {
    const std::size_t width = shared_.tables.width;
    const Slack* above = slacks_.data() + depth * width;
    const Slack* drops = shared_.tables.drops.data() + row * width;
    Slack* below = slacks_.data() + (depth + 1) * width;
    for (std::size_t start = 0; start < width; start += LaneTables<Slack>::block) {
        if (!takes_off(above + start, drops + start, below + start)) {
            return false;
        }
    }
    return true;
}

/// What the path was granted at every depth shrinks; a slack that has become negative stays so,
/// since all it says is that nothing below is wanted.
template <class Slack>
void TreeWalker<Slack>::lower_slacks(std::size_t depth) {
    const std::size_t width = shared_.tables.width;
    for (std::size_t at = 0; at <= depth; ++at) {
        for (std::size_t lane = 0; lane < shared_.rise->by_lane.size(); ++lane) {
            Slack& slack = slacks_[at * width + lane];
            const std::int64_t left = std::int64_t{slack} - shared_.rise->by_lane[lane];
            slack = static_cast<Slack>(std::max<std::int64_t>(left, -1));
        }
    }
    shared_.rise->is_due = false;
}

template <class Slack>
bool TreeWalker<Slack>::enough_optional() const {
    const auto open = std::count_if(optional_slacks_.begin(), optional_slacks_.end(),
                                    [](std::int64_t slack) { return slack >= 0; });
    return static_cast<std::size_t>(open) >= shared_.problem.optional_needed;
}

template <class Slack>
void TreeWalker<Slack>::enter(std::size_t depth, Row row) {
    path_[depth] = row;
    for (std::size_t party = 0; party < optional_slacks_.size(); ++party) {
        optional_slacks_[party] -= optional_drops_[row * optional_slacks_.size() + party];
    }
}

template <class Slack>
void TreeWalker<Slack>::leave(std::size_t, Row row) {
    if (!watch_.is_idle()) {
        watch_.take_back(row);
    }
    for (std::size_t party = 0; party < optional_slacks_.size(); ++party) {
        optional_slacks_[party] += optional_drops_[row * optional_slacks_.size() + party];
    }
}

template <class Slack>
bool TreeWalker<Slack>::try_row(std::size_t depth, Row row) {
    enter(depth, row);
    const bool constraints_hold = watch_.is_idle() || watch_.choose(row);
    return constraints_hold && enough_optional();
}

template <class Slack>
SearchEnd TreeWalker<Slack>::arrive(std::size_t depth) {
    if (shared_.completions != nullptr && depth == shared_.completions->depth()) {
        return complete(depth);
    }
    if (depth < target_depth_) {
        return descend(depth);
    }
    if (collected_ != nullptr) {
        collected_->emplace_back(path_.begin(), path_.begin() + static_cast<std::ptrdiff_t>(depth));
        return SearchEnd::exhausted;
    }
    return finish(depth);
}

template <class Slack>
SearchEnd TreeWalker<Slack>::finish(std::size_t depth) {
    RowChoice choice(path_.size());
    for (std::size_t at = 0; at < path_.size(); ++at) {
        choice[shared_.plan.order[at]] = path_[at];
    }
    budget_ -= std::min(budget_, shared_.problem.leaf_nodes);
    if (!shared_.leaf(choice)) {
        if (shared_.rise != nullptr && shared_.rise->is_due) {
            lower_slacks(depth);
        }
        return SearchEnd::exhausted;
    }
    found_ = std::move(choice);
    return SearchEnd::found;
}

/// Whether the rows from that depth on break no constraint, together with those before.
template <class Slack>
bool TreeWalker<Slack>::suit_constraints(std::size_t depth) {
    if (watch_.is_idle()) {
        return true;
    }
    bool are_kept = true;
    for (std::size_t at = depth; at < path_.size(); ++at) {
        are_kept = watch_.choose(path_[at]);
    }
    for (std::size_t at = depth; at < path_.size(); ++at) {
        watch_.take_back(path_[at]);
    }
    return are_kept;
}

/// Goes on with every completion for which the slacks leave room.
template <class Slack>
SearchEnd TreeWalker<Slack>::complete(std::size_t depth) {
    if (nodes_ >= budget_) {
        return SearchEnd::cut;
    }
    const Completions& completions = *shared_.completions;
    completing_.clear();
    const auto looks = completions.find(slacks_.data() + depth * shared_.tables.width, completing_);
    nodes_ += looks;
    for (const std::uint32_t completion : completing_) {
        completions.rows(completion, path_.data() + depth);
        std::size_t at = depth;
        while (at < path_.size() && survives_lanes(at, path_[at])) {
            ++at;
        }
        nodes_ += at - depth;
        if (at == path_.size() && suit_constraints(depth) && finish(at) != SearchEnd::exhausted) {
            return SearchEnd::found;
        }
    }
    return SearchEnd::exhausted;
}

template <class Slack>
SearchEnd TreeWalker<Slack>::descend(std::size_t depth) {
    const bool is_plain = watch_.is_idle() && optional_slacks_.empty();
    const Slack* below = slacks_.data() + (depth + 1) * shared_.tables.width;
    for (const Row row : shared_.rows_by_depth[depth]) {
        if (nodes_ >= budget_) {
            return SearchEnd::cut;
        }
        ++nodes_;
        if (nodes_ >= next_look_) {
            next_look_ = nodes_ + nodes_between_looks;
            if (is_raised(shared_.cancel)) {
                return SearchEnd::cut;
            }
        }
        if (!survives_lanes(depth, row)) {
            if (shared_.sorted_by && below[*shared_.sorted_by] < 0) {
                break;
            }
            continue;
        }
        SearchEnd end = SearchEnd::exhausted;
        if (is_plain) {
            path_[depth] = row;
            end = arrive(depth + 1);
        } else {
            if (try_row(depth, row)) {
                end = arrive(depth + 1);
            }
            leave(depth, row);
        }
        if (end != SearchEnd::exhausted) {
            return end;
        }
    }
    return SearchEnd::exhausted;
}

template <class Slack>
TreeResult TreeWalker<Slack>::walk(const std::vector<Row>& prefix, std::uint64_t node_budget) {
    for (std::size_t depth = 0; depth < prefix.size(); ++depth) {
        survives_lanes(depth, prefix[depth]);
        try_row(depth, prefix[depth]);
    }
    nodes_ = 0, next_look_ = nodes_between_looks;
    budget_ = node_budget, collected_ = nullptr;
    target_depth_ = shared_.problem.issue_count();
    TreeResult result;
    result.end = arrive(prefix.size());
    result.nodes = nodes_;
    result.besides = node_budget - budget_;
    result.choice = std::move(found_);
    for (std::size_t depth = prefix.size(); depth-- > 0;) {
        leave(depth, prefix[depth]);
    }
    return result;
}

template <class Slack>
std::vector<std::vector<Row>> TreeWalker<Slack>::prefixes(std::size_t length,
                                                          std::uint64_t& nodes) {
    std::vector<std::vector<Row>> collected;
    nodes_ = 0, budget_ = std::numeric_limits<std::uint64_t>::max();
    target_depth_ = length, collected_ = &collected;
    arrive(0);
    nodes = nodes_;
    return collected;
}

template struct LaneTables<std::int32_t>;
template struct LaneTables<std::int64_t>;
template std::vector<std::vector<Row>> rows_best_first(const SearchProblem&, const TreePlan&,
                                                       const LaneTables<std::int32_t>&);
template std::vector<std::vector<Row>> rows_best_first(const SearchProblem&, const TreePlan&,
                                                       const LaneTables<std::int64_t>&);
template class TreeWalker<std::int32_t>;
template class TreeWalker<std::int64_t>;

} // namespace unbracket
