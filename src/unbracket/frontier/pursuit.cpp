#include "unbracket/frontier/pursuit.hpp"

#include "unbracket/search/dual.hpp"
#include "unbracket/search/swap_search.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>

// From a good outcome to a proof that it is the best. First multipliers for the root: their
// maximising outcomes are candidates, the best of which are climbed from by swaps, and with the
// best of those the root alone may prove that nothing better exists. If not, trees of growing
// effort are walked, whose needs rise with every better outcome. Multipliers come from the
// subgradient steps of a decision (dual.cpp), which asks for what the measure aims at; where what
// is wanted is no box of sums, for the point at which the plane under the current weights touches
// it.
//
// The tree below a poor outcome is far larger than the tree that proves the best one. So before a
// tree is walked for whatever is better than the best outcome so far, smaller ones are walked for
// what is much better: 80 percent of the way to the root's bound, then 65, and so on. Either such a
// tree holds an outcome, and to its end proves the best one it holds, or it is small. Outcomes as
// good as the best are collected in the same walks.
//
// Source: Lawler and Wood (1966), Branch-and-bound methods: a survey [lawler1966branch]

namespace unbracket {

struct Pursuit::Attempt {
    LaneOptions lanes;
    std::size_t completions = 0;
    std::uint64_t rising_nodes = 0; // with a tolerance: for steps of any size before it
    std::uint64_t hope_nodes = 0;   // for each hope
    std::uint64_t nodes = 0;        // for the whole tree
    bool may_come_early = false;    // the whole tree also where a hope is left
};

namespace {

constexpr std::uint64_t any_nodes = std::numeric_limits<std::uint64_t>::max();
constexpr std::size_t most_completions = 16'384;

/// In percent of the way from the best outcome to the root's bound.
constexpr std::array<int, 6> hopes = {80, 65, 50, 35, 20, 10};

/// Beyond these no ties are collected while a best outcome is sought.
constexpr std::size_t most_met = 1'000;
constexpr std::uint64_t most_met_outcomes = 10'000;

constexpr std::size_t most_starts = 2;

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

const std::vector<Pursuit::Attempt>& Pursuit::attempts() {
    static const std::vector<Attempt> all = {
        {sampled_by_size(0, 0, 0), 0, 0, 0, 3'000, true},
        {sampled_by_size(7, 5, 16), 1'024, 100'000, 20'000, 20'000, true},
        {sampled_by_size(10, 6, 30), 4'096, 0, 100'000, 600'000, false},
        {sampled_by_size(23, 50, 30), most_completions, 0, any_nodes, any_nodes, true}};
    return all;
}

bool Pursuit::offer(const RowChoice& choice) {
    Totals totals = space_.totals(space_.parts()[walked_], choice);
    if (const auto known = met_.by_totals.find(totals);
        wanted_ == Wanted::as_much && known != met_.by_totals.end()) {
        ++known->second.outcomes;
        return has_met_enough();
    }
    const auto order = best_ ? measure_.compare_totals(totals, best_->totals) : std::nullopt;
    if (order && (*order < 0 || (*order == 0 && wanted_ != Wanted::as_much))) {
        return false;
    }
    Candidate candidate = candidate_of(walked_, choice, std::move(totals));
    if (!improve(candidate)) {
        return wanted_ == Wanted::as_much && offer_tie(std::move(candidate));
    }
    if (wanted_ == Wanted::as_much) {
        offer_tie(std::move(candidate));
    }
    return true;
}

/// Notes an outcome that is as good as the best one, with totals that were not met. True where that
/// makes them too many, so that only better ones are wanted from now on.
bool Pursuit::offer_tie(Candidate candidate) {
    if (!measure_.admits(candidate.gains) || measure_.compare(candidate.gains, best_->gains) != 0) {
        return false;
    }
    const Totals totals = candidate.totals;
    met_.by_totals.emplace(totals, TieList::Tie{std::move(candidate), 1});
    return has_met_enough();
}

/// After one more outcome was met.
bool Pursuit::has_met_enough() {
    if (++met_outcomes_ < most_met_outcomes && met_.by_totals.size() < most_met) {
        return false;
    }
    met_.is_complete = false;
    aim(Wanted::more);
    return true;
}

void Pursuit::aim(Wanted wanted) {
    wanted_ = wanted;
    measure_.want(best_ ? std::optional(best_->gains) : std::nullopt, wanted);
}

Candidate Pursuit::candidate_of(std::size_t part, const RowChoice& choice) const {
    return candidate_of(part, choice, space_.totals(space_.parts()[part], choice));
}

Candidate Pursuit::candidate_of(std::size_t part, const RowChoice& choice, Totals totals) const {
    Candidate candidate{part, choice, std::move(totals), {}};
    const GainTable& table = space_.table();
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        candidate.gains.push_back(table.gain(at, candidate.totals));
    }
    return candidate;
}

bool Pursuit::improve(const Candidate& candidate) {
    if (!measure_.admits(candidate.gains) ||
        (best_ && measure_.compare(candidate.gains, best_->gains) <= 0)) {
        return false;
    }
    best_ = candidate;
    met_.by_totals.clear(), met_outcomes_ = 0;
    measure_.want(best_->gains, wanted_);
    return true;
}

void Pursuit::try_candidate(const Candidate& candidate) {
    improve(candidate);
    climb_from(candidate.part, {candidate.choice});
}

void Pursuit::climb_from(std::size_t part, std::vector<RowChoice> starts) {
    const SearchProblem& problem = space_.parts()[part].problem;
    const Appeal appeal = [this](std::span<const double> sums) { return measure_.appeal(sums); };
    for (RowChoice& start : starts) {
        improve(
            candidate_of(part, climb_by_swaps(problem, std::move(start), appeal, budget_.cancel)));
    }
}

bool Pursuit::is_ruled_out(std::size_t part, const Multipliers& lane) const {
    return measure_.need(lane) > largest_sum(space_.parts()[part].problem, lane);
}

bool Pursuit::is_ruled_out(std::size_t part) const {
    return std::any_of(lanes_.rbegin(), lanes_.rend(),
                       [&](const Multipliers& lane) { return is_ruled_out(part, lane); });
}

/// The least that any of the lanes says about the part.
std::optional<Pursuit::PartBound> Pursuit::bound_of(const SpacePart& part) const {
    std::optional<PartBound> least;
    for (const Multipliers& lane : lanes_) {
        const auto most = measure_.bound(lane, largest_sum(part.problem, lane));
        if (most && (!least || *most < least->most)) {
            least = {*most, &lane};
        }
    }
    return least;
}

std::optional<Rational> Pursuit::bound() const {
    std::optional<Rational> largest;
    for (const SpacePart& part : space_.parts()) {
        const auto own = bound_of(part);
        if (!own) {
            return std::nullopt;
        }
        largest = largest ? std::max(*largest, own->most) : own->most;
    }
    return largest;
}

std::optional<std::vector<Refutation>> Pursuit::bound_refutations() const {
    std::vector<Refutation> all;
    for (const SpacePart& part : space_.parts()) {
        const auto own = bound_of(part);
        if (!own) {
            return std::nullopt;
        }
        all.push_back({*own->lane, {}, 0});
    }
    return all;
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

RisingResult Pursuit::walk(std::size_t part, const RisingOptions& options) {
    walked_ = part;
    RisingOptions within = options;
    within.node_budget = std::min(options.node_budget, budget_.nodes);
    within.cancel = budget_.cancel;
    const RisingResult result =
        walk_rising(space_.parts()[part].problem, plans_[part], *this, within);
    budget_.nodes -= std::min(result.nodes, budget_.nodes);
    return result;
}

/// Whether something may be wanted beyond the best outcome that was not beyond an earlier one.
bool Pursuit::may_want_again(const std::optional<Candidate>& earlier) const {
    const bool is_new = best_ && (!earlier || measure_.compare(best_->gains, earlier->gains) != 0);
    return is_new && !measure_.is_steady();
}

/// Whether the part was walked to its end and nothing beyond the best outcome is wanted, where
/// at least `hoped` was wanted. Ties that were met count only then.
bool Pursuit::walks_out(std::size_t part, const RisingOptions& options,
                        const std::vector<Rational>* hoped) {
    const TieList met = met_;
    const std::uint64_t outcomes = met_outcomes_;
    const std::optional<Candidate> before = best_;
    bool is_exhausted = walk(part, options).is_exhausted;
    for (auto last = before; is_exhausted && may_want_again(last);) {
        last = best_, hoped = nullptr;
        aim(wanted_);
        is_exhausted = walk(part, options).is_exhausted;
    }
    if (is_exhausted && (hoped == nullptr || measure_.compare(best_->gains, *hoped) >= 0)) {
        return true;
    }
    const bool is_same = before && measure_.compare(before->gains, best_->gains) == 0;
    met_ = is_same ? met : TieList{};
    met_outcomes_ = is_same ? outcomes : 0;
    is_cut_ = !is_exhausted;
    return false;
}

/// From now on wanted: what is better than the best outcome by this percentage of what the root's
/// bound leaves. Returns gains that would be just good enough, or nothing where the bound or the
/// measure says nothing of use.
std::optional<std::vector<Rational>> Pursuit::aim_high(int percent) {
    const auto highest = bound();
    const Rational worth = best_ ? measure_.worth(best_->gains) : Rational();
    if (!highest || worth.sign() <= 0) {
        return std::nullopt;
    }
    const double most = measure_.growth_for(*highest / worth) - 1.0;
    constexpr double unit = 4096;
    if (!(most < 1e9)) {
        return std::nullopt;
    }
    const auto more = static_cast<std::int64_t>(most * unit * percent / 100);
    std::vector<Rational> gains = best_->gains;
    for (Rational& gain : gains) {
        gain += gain * Rational(more, static_cast<std::int64_t>(unit));
    }
    measure_.want(gains, wanted_);
    return gains;
}

void Pursuit::set_plan(std::size_t part, const Multipliers& root, const Attempt& attempt) {
    if (plan_of_ != &attempt) {
        plans_[part] = plan(part, root, attempt.lanes);
        plan_of_ = &attempt;
    }
}

/// Asks for much better outcomes than the best one first, in trees that are the smaller the more is
/// asked. True when one was found and nothing is wanted beyond the best of them; else `hope` says
/// which are left.
bool Pursuit::fulfils_hope(std::size_t part, const Multipliers& root, const Attempt& attempt,
                           std::size_t& hope) {
    std::vector<std::int64_t> asked;
    bool is_settled = false;
    for (is_cut_ = false; hope < hopes.size() && !is_settled && !is_cut_; hope += is_cut_ ? 0 : 1) {
        const auto hoped = aim_high(hopes[hope]);
        if (!hoped || measure_.aim() == asked) {
            continue;
        }
        asked = measure_.aim();
        set_plan(part, root, attempt);
        is_settled = walks_out(
            part, {.node_budget = attempt.hope_nodes, .completions = attempt.completions}, &*hoped);
    }
    aim(wanted_);
    return is_settled;
}

/// With a tolerance only what is better by more than that is wanted, which leaves out most of the
/// steps towards the best outcome. They are made first, whatever their size.
void Pursuit::rise(std::size_t part, const Multipliers& root, const Attempt& attempt) {
    set_plan(part, root, attempt);
    const Wanted wanted = wanted_;
    aim(Wanted::any_more);
    walk(part, {.node_budget = attempt.rising_nodes, .completions = attempt.completions});
    aim(wanted);
}

/// Until no outcome of the part is wanted, or the budget is spent.
bool Pursuit::settle(std::size_t part) {
    if (is_ruled_out(part)) {
        return true;
    }
    if (!plans_[part].lanes.empty() &&
        walks_out(part, {.node_budget = 1'000'000, .completions = most_completions})) {
        return true;
    }
    if (budget_.is_spent()) {
        return false;
    }
    Multipliers root = propose(part);
    if (best_) {
        root = propose(part);
    }
    if (has_suggestions_) {
        const auto least = bound_of(space_.parts()[part]);
        root = least ? *least->lane : root;
    }
    std::size_t hope = 0;
    plan_of_ = nullptr;
    bool is_settled = is_ruled_out(part);
    for (std::size_t at = 0; at < attempts().size() && !is_settled && !budget_.is_spent(); ++at) {
        const Attempt& attempt = attempts()[at];
        if (attempt.rising_nodes > 0 && measure_.is_tolerant() && best_) {
            rise(part, root, attempt);
        }
        is_settled = attempt.hope_nodes > 0 && fulfils_hope(part, root, attempt, hope);
        if (!is_settled && (attempt.may_come_early || hope == hopes.size())) {
            set_plan(part, root, attempt);
            is_settled =
                walks_out(part, {.node_budget = attempt.nodes, .completions = attempt.completions});
        }
    }
    return is_settled;
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

/// Whether multipliers at the root prove that nothing is better, ties left aside.
bool Pursuit::pursue_at_root() {
    aim(Wanted::more);
    for (std::size_t part = 0; part < space_.parts().size(); ++part) {
        if (!is_ruled_out(part)) {
            propose(part);
        }
        if (!is_ruled_out(part)) {
            return false;
        }
    }
    return true;
}

bool Pursuit::pursue(Wanted wanted) {
    met_ = {}, met_outcomes_ = 0;
    aim(wanted);
    bool is_settled = true;
    std::optional<Candidate> before;
    do {
        before = best_;
        for (std::size_t part = 0; part < space_.parts().size(); ++part) {
            is_settled = settle(part) && is_settled;
        }
    } while (is_settled && space_.parts().size() > 1 && may_want_again(before));
    met_.is_complete = met_.is_complete && is_settled;
    if (!is_settled && wanted == Wanted::as_much) {
        return pursue_at_root();
    }
    return is_settled;
}

/// By a lane at the root, or by a plain walk of the last plan: tables of completions, and hopes,
/// are no part of a proof.
std::optional<Refutation> Pursuit::refuted(std::size_t part) {
    for (const Multipliers& lane : lanes_) {
        if (is_ruled_out(part, lane)) {
            return Refutation{lane, {}, 0};
        }
    }
    if (plans_[part].lanes.empty()) {
        return std::nullopt;
    }
    const std::optional<Candidate> before = best_;
    const RisingResult result = walk(part, {});
    return result.is_exhausted && !may_want_again(before)
               ? std::optional(Refutation{{}, plans_[part], result.nodes})
               : std::nullopt;
}

std::optional<std::vector<Refutation>> Pursuit::refutations() {
    aim(Wanted::more);
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
    using Measured = std::function<Totals(const RowChoice&)>;
    using Make = std::function<Candidate(const RowChoice&, Totals)>;
    TieGoal(const Measure& measure, const Candidate& best, std::size_t most, TieList& list)
        : measure_(measure), best_(best), most_(most), list_(list) {}

    void set_makers(Measured totals, Make make) {
        totals_ = std::move(totals), make_ = std::move(make);
    }

    bool offer(const RowChoice& choice) override {
        Totals totals = totals_(choice);
        if (const auto known = list_.by_totals.find(totals); known != list_.by_totals.end()) {
            ++known->second.outcomes;
            return false;
        }
        const auto order = measure_.compare_totals(totals, best_.totals);
        if (order && *order != 0) {
            return false;
        }
        Candidate candidate = make_(choice, totals);
        if (!measure_.admits(candidate.gains) ||
            measure_.compare(candidate.gains, best_.gains) != 0) {
            return false;
        }
        if (list_.by_totals.size() < most_) {
            list_.by_totals.emplace(std::move(totals), TieList::Tie{std::move(candidate), 1});
        } else {
            list_.is_complete = false;
        }
        return false;
    }
    std::int64_t need(const Multipliers& lane) const override { return measure_.need(lane); }

private:
    const Measure& measure_;
    const Candidate& best_;
    std::size_t most_;
    TieList& list_;
    Measured totals_;
    Make make_;
};

} // namespace

TieList Pursuit::ties(std::size_t most, std::uint64_t node_limit) {
    if (wanted_ == Wanted::as_much && met_.is_complete && !met_.by_totals.empty() &&
        met_.by_totals.size() <= most) {
        return met_;
    }
    TieList list;
    measure_.want(best_->gains, Wanted::as_much);
    TieGoal goal(measure_, *best_, most, list);
    for (std::size_t part = 0; part < space_.parts().size(); ++part) {
        if (is_ruled_out(part)) {
            continue;
        }
        const SearchProblem& problem = space_.parts()[part].problem;
        if (plans_[part].lanes.empty()) {
            const Multipliers root = lanes_.empty() ? propose(part) : lanes_.back();
            plans_[part] = plan(part, root, attempts().front().lanes);
        }
        goal.set_makers(
            [&, part](const RowChoice& choice) {
                return space_.totals(space_.parts()[part], choice);
            },
            [&, part](const RowChoice& choice, Totals totals) {
                return candidate_of(part, choice, std::move(totals));
            });
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
