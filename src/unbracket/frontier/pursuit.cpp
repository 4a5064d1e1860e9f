#include "unbracket/frontier/pursuit.hpp"

#include "unbracket/base/random.hpp"
#include "unbracket/search/dual.hpp"
#include "unbracket/search/swap_search.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <numeric>

// From a good outcome to a proof that it is the best. First multipliers for the root: their
// maximising outcomes are candidates, the best of which are climbed from by swaps, and with the
// best of those the root alone may prove that nothing better exists. If not, trees of growing
// effort are walked, whose needs rise with every better outcome. Multipliers come from the
// subgradient steps of a decision (dual.cpp), which asks for what the measure aims at; where what
// is wanted is no box of sums, for the point at which the plane under the current weights touches
// it.
//
// Source: Lawler and Wood (1966), Branch-and-bound methods: a survey [lawler1966branch]

namespace unbracket {

namespace {

struct Attempt {
    std::uint64_t nodes = 0;
    int kicks = 0; // fresh climbs before it
    LaneOptions lanes;
};

constexpr std::array<Attempt, 4> attempts = {{
    {3'000, 0, {.sampled_lanes = 0, .dives = 0, .dual_steps = 0}},
    {60'000, 4, {.sampled_lanes = 7, .dives = 5, .dual_steps = 16}},
    {6'000'000, 24, {.sampled_lanes = 10, .dives = 24, .dual_steps = 30}},
    {std::numeric_limits<std::uint64_t>::max(),
     64,
     {.sampled_lanes = 23, .dives = 200, .dual_steps = 30}},
}};

constexpr std::size_t most_starts = 2;

std::vector<std::uint32_t> all_issues(const SearchProblem& problem) {
    std::vector<std::uint32_t> issues(problem.issue_count());
    std::iota(issues.begin(), issues.end(), 0U);
    return issues;
}

std::vector<double> sums_of(const SearchProblem& problem, const RowChoice& choice) {
    std::vector<double> sums(problem.constants.begin(), problem.constants.end());
    for (const Row row : choice) {
        for (std::size_t party = 0; party < problem.party_count; ++party) {
            sums[party] += static_cast<double>(problem.row(row)[party]);
        }
    }
    return sums;
}

/// The best choices by their appeal, each once.
class Starts {
public:
    void note(double appeal, const RowChoice& choice) {
        const auto is_same = [&](const auto& start) { return start.second == choice; };
        if (std::any_of(starts_.begin(), starts_.end(), is_same)) {
            return;
        }
        const auto at = std::find_if(starts_.begin(), starts_.end(),
                                     [&](const auto& start) { return start.first < appeal; });
        starts_.insert(at, {appeal, choice});
        starts_.resize(std::min(starts_.size(), most_starts));
    }
    std::vector<RowChoice> take() const {
        std::vector<RowChoice> choices;
        for (const auto& [appeal, choice] : starts_) {
            choices.push_back(choice);
        }
        return choices;
    }

private:
    std::vector<std::pair<double, RowChoice>> starts_;
};

} // namespace

bool Pursuit::offer(const RowChoice& choice) {
    if (!improve(candidate_of(walked_, choice))) {
        return false;
    }
    polish();
    return true;
}

Candidate Pursuit::candidate_of(std::size_t part, const RowChoice& choice) const {
    Candidate candidate{part, choice, space_.totals(space_.parts()[part], choice), {}};
    for (std::size_t at = 0; at < candidate.totals.size(); ++at) {
        candidate.gains.push_back(space_.gain(at, candidate.totals[at]));
    }
    return candidate;
}

bool Pursuit::improve(const Candidate& candidate) {
    if (!measure_.admits(candidate.gains) ||
        (best_ && measure_.compare(candidate.gains, best_->gains) <= 0)) {
        return false;
    }
    best_ = candidate;
    measure_.want(best_->gains, wanted_);
    return true;
}

void Pursuit::try_candidate(const Candidate& candidate) {
    improve(candidate);
    climb_from(candidate.part, {candidate.choice});
}

/// Climbs on from the best outcome.
void Pursuit::polish() {
    const std::size_t part = best_->part;
    const Appeal appeal = [this](std::span<const double> sums) { return measure_.appeal(sums); };
    const RowChoice climbed =
        climb_by_swaps(space_.parts()[part].problem, best_->choice, appeal, budget_.cancel);
    improve(candidate_of(part, climbed));
}

void Pursuit::climb_from(std::size_t part, std::vector<RowChoice> starts) {
    const SearchProblem& problem = space_.parts()[part].problem;
    const Appeal appeal = [this](std::span<const double> sums) { return measure_.appeal(sums); };
    for (RowChoice& start : starts) {
        improve(
            candidate_of(part, climb_by_swaps(problem, std::move(start), appeal, budget_.cancel)));
    }
}

/// Climbs again from the best outcome with a few issues decided at random.
void Pursuit::kick(std::size_t part, int rounds) {
    const SearchProblem& problem = space_.parts()[part].problem;
    Random random(0x6b69636bULL);
    for (int round = 0; round < rounds && best_ && best_->part == part; ++round) {
        RowChoice start = best_->choice;
        for (int change = 0; change < 4; ++change) {
            const auto last = static_cast<std::int64_t>(problem.issue_count()) - 1;
            const auto issue = static_cast<std::size_t>(random.between(0, last));
            const auto first = std::int64_t{problem.first_row[issue]};
            start[issue] = static_cast<Row>(
                random.between(first, std::int64_t{problem.first_row[issue + 1]} - 1));
        }
        if (breaks_no_constraint(problem, start)) {
            climb_from(part, {std::move(start)});
        }
    }
}

bool Pursuit::is_ruled_out(std::size_t part, const Multipliers& lane) const {
    return measure_.need(lane) > largest_sum(space_.parts()[part].problem, lane);
}

bool Pursuit::is_ruled_out(std::size_t part) const {
    return std::any_of(lanes_.rbegin(), lanes_.rend(),
                       [&](const Multipliers& lane) { return is_ruled_out(part, lane); });
}

std::optional<Rational> Pursuit::bound() const {
    std::optional<Rational> largest;
    for (const SpacePart& part : space_.parts()) {
        std::optional<Rational> least;
        for (const Multipliers& lane : lanes_) {
            const auto bound = measure_.bound(lane, largest_sum(part.problem, lane));
            least = bound && least ? std::min(*bound, *least) : bound ? bound : least;
        }
        if (!least) {
            return std::nullopt;
        }
        largest = largest ? std::max(*largest, *least) : *least;
    }
    return largest;
}

/// The problem of a part, with what the measure aims at as every party's need.
SearchProblem Pursuit::aimed(std::size_t part) const {
    SearchProblem problem = space_.parts()[part].problem;
    const std::vector<std::int64_t> aim = measure_.aim();
    for (std::size_t at = 0; at < aim.size(); ++at) {
        problem.constants[at] -= aim[at];
    }
    return problem;
}

/// Multipliers for the root; the choices met on the way are where climbs start.
Multipliers Pursuit::propose(std::size_t part) {
    const SearchProblem& problem = space_.parts()[part].problem;
    Starts starts;
    const auto note = [&](const RowChoice& choice) {
        if (breaks_no_constraint(problem, choice)) {
            starts.note(measure_.appeal(sums_of(problem, choice)), choice);
        }
        return false;
    };
    const std::vector<std::uint32_t> issues = all_issues(problem);
    const SearchProblem shifted = aimed(part);
    const Dual dual(shifted);
    DualOptions options{.steps = 100, .on_choice = note, .cancel = budget_.cancel};
    if (measure_.has_tangents()) {
        options.needs = [this](auto weights, auto needs) {
            measure_.tangent_needs(weights, needs);
        };
    }
    lanes_.push_back(dual.minimise({shifted.constants, issues}, options).multipliers);
    climb_from(part, starts.take());
    return lanes_.back();
}

TreePlan Pursuit::plan(std::size_t part, const Multipliers& root,
                       const LaneOptions& options) const {
    const SearchProblem& problem = space_.parts()[part].problem;
    const SearchProblem shifted = aimed(part);
    const Dual dual(shifted);
    const std::vector<std::int64_t> aim = measure_.aim();
    DualOptions steps{.steps = options.dual_steps, .cancel = budget_.cancel};
    if (measure_.has_tangents()) {
        steps.needs = [this](auto weights, auto needs) { measure_.tangent_needs(weights, needs); };
    }
    const LaneSource source{[&](const Subproblem& node) {
                                Subproblem aimed_at = node;
                                for (std::size_t at = 0; at < aim.size(); ++at) {
                                    aimed_at.sums[at] -= aim[at];
                                }
                                return dual.minimise(aimed_at, steps).multipliers;
                            },
                            [&](const Multipliers& lane) { return measure_.need(lane); }};
    LaneOptions lanes = options;
    lanes.cancel = budget_.cancel;
    return plan_tree(problem, source, root, lanes);
}

bool Pursuit::walk(std::size_t part, std::uint64_t nodes) {
    walked_ = part;
    const RisingResult result =
        walk_rising(space_.parts()[part].problem, plans_[part], *this,
                    {.node_budget = std::min(nodes, budget_.nodes), .cancel = budget_.cancel});
    budget_.nodes -= std::min(result.nodes, budget_.nodes);
    return result.is_exhausted;
}

/// Until no outcome of the part is wanted, or the budget is spent.
bool Pursuit::settle(std::size_t part) {
    if (is_ruled_out(part)) {
        return true;
    }
    if (!plans_[part].lanes.empty() && walk(part, 1'000'000)) {
        return true;
    }
    if (is_raised(budget_.cancel)) {
        return false;
    }
    Multipliers root = propose(part);
    if (best_) {
        root = propose(part);
    }
    if (is_ruled_out(part)) {
        return true;
    }
    for (const Attempt& attempt : attempts) {
        if (is_raised(budget_.cancel)) {
            return false;
        }
        kick(part, attempt.kicks);
        plans_[part] = plan(part, root, attempt.lanes);
        if (walk(part, attempt.nodes)) {
            return true;
        }
        if (budget_.is_spent()) {
            return false;
        }
    }
    return false;
}

void Pursuit::scout() {
    wanted_ = Wanted::first_more;
    measure_.want(std::nullopt, wanted_);
    for (std::size_t part = 0; part < std::min<std::size_t>(space_.parts().size(), 4); ++part) {
        propose(part);
        if (best_) {
            propose(part);
        }
    }
}

bool Pursuit::pursue(Wanted wanted) {
    wanted_ = wanted;
    measure_.want(best_ ? std::optional(best_->gains) : std::nullopt, wanted);
    bool is_settled = true;
    for (std::size_t part = 0; part < space_.parts().size(); ++part) {
        is_settled = settle(part) && is_settled;
    }
    return is_settled;
}

std::optional<Refutation> Pursuit::refuted(std::size_t part) {
    for (const Multipliers& lane : lanes_) {
        if (is_ruled_out(part, lane)) {
            return Refutation{lane, {}, 0};
        }
    }
    const std::uint64_t before = budget_.nodes;
    if (plans_[part].lanes.empty() || !walk(part, budget_.nodes)) {
        return std::nullopt;
    }
    return Refutation{{}, plans_[part], before - budget_.nodes};
}

std::optional<std::vector<Refutation>> Pursuit::refutations() {
    std::vector<Refutation> all;
    for (std::size_t part = 0; part < space_.parts().size(); ++part) {
        std::optional<Refutation> refutation = refuted(part);
        if (!refutation && settle(part)) {
            refutation = refuted(part);
        }
        if (!refutation) {
            return std::nullopt;
        }
        all.push_back(std::move(*refutation));
    }
    return all;
}

namespace {

/// Collects what is as good as the best outcome.
class TieGoal final : public RisingGoal {
public:
    using Make = std::function<Candidate(const RowChoice&)>;
    TieGoal(const Measure& measure, const std::vector<Rational>& gains, std::size_t most,
            TieList& list)
        : measure_(measure), gains_(gains), most_(most), list_(list) {}

    void set_maker(Make make) { make_ = std::move(make); }

    bool offer(const RowChoice& choice) override {
        Candidate candidate = make_(choice);
        if (const auto known = list_.by_totals.find(candidate.totals);
            known != list_.by_totals.end()) {
            ++known->second.outcomes;
        } else if (measure_.admits(candidate.gains) &&
                   measure_.compare(candidate.gains, gains_) == 0) {
            if (list_.by_totals.size() < most_) {
                const Totals totals = candidate.totals;
                list_.by_totals.emplace(totals, TieList::Tie{std::move(candidate), 1});
            } else {
                list_.is_complete = false;
            }
        }
        return false;
    }
    std::int64_t need(const Multipliers& lane) const override { return measure_.need(lane); }

private:
    const Measure& measure_;
    const std::vector<Rational>& gains_;
    std::size_t most_;
    TieList& list_;
    Make make_;
};

} // namespace

TieList Pursuit::ties(std::size_t most, std::uint64_t node_limit) {
    TieList list;
    measure_.want(best_->gains, Wanted::as_much);
    TieGoal goal(measure_, best_->gains, most, list);
    for (std::size_t part = 0; part < space_.parts().size(); ++part) {
        if (is_ruled_out(part)) {
            continue;
        }
        const SearchProblem& problem = space_.parts()[part].problem;
        if (plans_[part].lanes.empty()) {
            const Multipliers root = lanes_.empty() ? propose(part) : lanes_.back();
            plans_[part] = plan(part, root, attempts[0].lanes);
        }
        goal.set_maker([&, part](const RowChoice& choice) { return candidate_of(part, choice); });
        const RisingResult result = walk_rising(
            problem, plans_[part], goal,
            {.node_budget = std::min(node_limit, budget_.nodes), .cancel = budget_.cancel});
        budget_.nodes -= std::min(result.nodes, budget_.nodes);
        node_limit -= std::min(result.nodes, node_limit);
        list.is_complete = list.is_complete && result.is_exhausted;
    }
    if (list.by_totals.empty()) {
        list.by_totals.emplace(best_->totals, TieList::Tie{*best_, 1});
        list.is_complete = false;
    }
    return list;
}

} // namespace unbracket
