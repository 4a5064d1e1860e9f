#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/frontier/solution_measure.hpp"
#include "unbracket/frontier/solution_space.hpp"
#include "unbracket/search/lanes.hpp"
#include "unbracket/search/rising_walk.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace unbracket {

/// An outcome of a space with what it gives.
struct Candidate {
    std::size_t part = 0;
    RowChoice choice; // of the part
    Totals totals;
    std::vector<Rational> gains;
};

/// What several pursuits spend together.
struct PursuitBudget {
    std::uint64_t nodes = UINT64_MAX; // left
    const CancelFlag* cancel = nullptr;

    bool is_spent() const { return nodes == 0 || (cancel != nullptr && cancel->is_raised()); }
};

/// Leaves at most so many nodes of a budget as long as it lives; the others come back then.
class BudgetLimit {
public:
    BudgetLimit(PursuitBudget& budget, std::uint64_t most)
        : budget_(budget), kept_(budget.nodes - std::min(budget.nodes, most)) {
        budget_.nodes -= kept_;
    }
    ~BudgetLimit() { budget_.nodes += kept_; }
    BudgetLimit(const BudgetLimit&) = delete;
    BudgetLimit& operator=(const BudgetLimit&) = delete;

private:
    PursuitBudget& budget_;
    std::uint64_t kept_;
};

/// Outcomes that are equally good, by their totals: one of each and how many there are.
struct TieList {
    struct Tie {
        Candidate example;
        std::uint64_t outcomes = 0;
    };
    std::map<Totals, Tie> by_totals; // at most as many as were asked for
    bool is_complete = true;         // every outcome was met, and no totals were left out
};

/// Why no outcome of a part is wanted: one lane at the root, or else a tree.
struct Refutation {
    Multipliers root;
    TreePlan plan; // empty: the root is enough
    std::uint64_t nodes = 0;
};

/// The search for the best outcome by a measure, over all parts of a space.
class Pursuit : private RisingGoal {
public:
    Pursuit(const SolutionSpace& space, Measure& measure, PursuitBudget& budget)
        : space_(space), measure_(measure), budget_(budget), plans_(space.parts().size()) {}

    /// A known outcome to begin with.
    void try_candidate(const Candidate& candidate);

    /// Multipliers that may say much at the root, before a pursuit.
    void suggest(Multipliers lane) {
        lanes_.push_back(std::move(lane));
        has_suggestions_ = true;
    }
    const std::vector<Multipliers>& lanes() const { return lanes_; }

    /// Looks for a good outcome without any proof.
    void scout();

    /// Looks for the best outcome; true when it is proved that none is better, and with a tolerance
    /// none by more than that. Where as good ones are wanted too they are collected on the way, as
    /// long as they are few. May be called again with another aim.
    bool pursue(Wanted wanted);

    const std::optional<Candidate>& best() const { return best_; }

    /// No outcome measures more than this, as far as multipliers at the root can tell; nothing
    /// where they cannot.
    std::optional<Rational> bound() const;

    /// For each part the multipliers behind the bound; nothing where there is none.
    std::optional<std::vector<Refutation>> bound_refutations() const;

    /// After a pursuit that proved that nothing is wanted: the reason for each part, worked out
    /// again for the best outcome. Nothing where the budget does not last.
    std::optional<std::vector<Refutation>> refutations();

    /// All outcomes as good as the best one, which must exist. Takes at most `node_limit` nodes.
    TieList ties(std::size_t most, std::uint64_t node_limit);

private:
    struct Attempt;
    static const std::vector<Attempt>& attempts();

    bool offer(const RowChoice& choice) override;
    bool offer_tie(Candidate candidate);
    bool has_met_enough();
    void aim(Wanted wanted);
    std::int64_t need(const Multipliers& lane) const override { return measure_.need(lane); }
    bool improve(const Candidate& candidate);
    Candidate candidate_of(std::size_t part, const RowChoice& choice) const;
    Candidate candidate_of(std::size_t part, const RowChoice& choice, Totals totals) const;
    bool pursue_at_root();
    bool settle(std::size_t part);
    std::optional<Refutation> refuted(std::size_t part);
    bool is_ruled_out(std::size_t part, const Multipliers& lane) const;
    struct PartBound {
        Rational most;
        const Multipliers* lane = nullptr;
    };
    std::optional<PartBound> bound_of(const SpacePart& part) const;
    bool is_ruled_out(std::size_t part) const;
    Multipliers propose(std::size_t part);
    void climb_from(std::size_t part, std::vector<RowChoice> starts);
    std::optional<std::vector<Rational>> aim_high(int percent);
    RisingResult walk(std::size_t part, const RisingOptions& options);
    bool walks_out(std::size_t part, const RisingOptions& options,
                   const std::vector<Rational>* hoped = nullptr);
    bool may_want_again(const std::optional<Candidate>& earlier) const;
    void rise(std::size_t part, const Multipliers& root, const Attempt& attempt);
    void set_plan(std::size_t part, const Multipliers& root, const Attempt& attempt);
    bool fulfils_hope(std::size_t part, const Multipliers& root, const Attempt& attempt,
                      std::size_t& hope);
    SearchProblem aimed(std::size_t part) const;
    TreePlan plan(std::size_t part, const Multipliers& root, const LaneOptions& options) const;

    const SolutionSpace& space_;
    Measure& measure_;
    PursuitBudget& budget_;
    Wanted wanted_ = Wanted::more;
    std::optional<Candidate> best_;
    std::vector<Multipliers> lanes_; // tried at some root, or suggested
    bool has_suggestions_ = false;
    std::vector<TreePlan> plans_; // the last of each part
    std::size_t walked_ = 0;      // the part that is walked
    TieList met_;                 // as good as the best outcome, met by walks of all parts
    std::uint64_t met_outcomes_ = 0;
    const Attempt* plan_of_ = nullptr; // what the plan of the part that is settled was made for
    bool is_cut_ = false;              // the last walk, before its end
};

} // namespace unbracket
