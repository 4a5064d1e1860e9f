#include "unbracket/frontier/solutions.hpp"

#include "unbracket/frontier/pursuit.hpp"
#include "unbracket/frontier/solution_measure.hpp"
#include "unbracket/frontier/solution_space.hpp"
#include "unbracket/frontier/solutions_front.hpp"

#include <algorithm>
#include <numeric>

// The solutions one after the other. The egalitarian one comes first: whether the zone is empty is
// the question whether somebody's gain has to be negative. Its outcome, and those found later, are
// where the next searches start. Kalai and Smorodinsky's needs each party's largest gain in the
// zone, which takes one search each. A product of gains is looked for among outcomes that everybody
// gains by; where there are none, among those that most parties gain by, set by set.
//
// Source: Nash (1950), The bargaining problem [nash1950bargaining]; Kalai (1977), Proportional
// solutions, and Sen (1970), Collective choice and social welfare, for the egalitarian one
// [kalai1977proportional] [sen1970collective]; Kalai and Smorodinsky (1975), Other solutions to
// Nash's bargaining problem [kalai1975other]. Theirs are convex problems; among single outcomes
// equal gains are rare, so we take the lexicographic maximum, and list ties.

namespace unbracket {

namespace {

class Solver {
public:
    Solver(const SolutionSpace& space, const SolutionOptions& options,
           const std::optional<OptimumProofs>& proofs)
        : space_(space), options_(options), budget_{options.node_budget, options.cancel},
          proofs_(proofs) {}

    Solutions run(bool is_refused) {
        solutions_.zone = is_refused ? ZoneState::empty : ZoneState::undecided;
        if (!is_refused) {
            solve_zone();
        }
        const bool asks_sum = is_asked(SolutionKind::utilitarian) && is_in_zone();
        if (asks_sum || is_asked(SolutionKind::utilitarian_anywhere)) {
            const SolutionSpace with_sum = space_.with_sum();
            if (asks_sum) {
                solve_sum(with_sum, SolutionKind::utilitarian);
            }
            if (is_asked(SolutionKind::utilitarian_anywhere)) {
                solve_sum(with_sum, SolutionKind::utilitarian_anywhere);
            }
        }
        renew_budget();
        return std::move(solutions_);
    }

private:
    std::size_t width() const { return space_.table().columns.size(); }
    bool is_in_zone() const { return solutions_.zone == ZoneState::found; }
    bool is_asked(SolutionKind kind) const {
        return std::find(options_.asked.begin(), options_.asked.end(), kind) !=
               options_.asked.end();
    }
    void renew_budget() {
        solutions_.nodes += options_.node_budget - budget_.nodes;
        budget_.nodes = options_.node_budget;
    }
    bool is_tolerant() const { return options_.tolerance.sign() > 0; }

    void set(SolutionKind kind, Solution solution) {
        solutions_.by_kind[static_cast<std::size_t>(kind)] = std::move(solution);
    }

    void know(const Candidate& candidate) { known_.push_back(candidate); }

    /// The product of everybody's gain needs nothing that the others find out, where there is one.
    void solve_zone() {
        scout();
        if (is_asked(SolutionKind::egalitarian)) {
            egalitarian();
        }
        if (is_asked(SolutionKind::nash) && !is_known_empty()) {
            std::vector<std::size_t> everybody(width());
            std::iota(everybody.begin(), everybody.end(), std::size_t{0});
            renew_budget();
            product_of(everybody, width());
        }
        if (solutions_.zone == ZoneState::undecided) {
            egalitarian();
        }
        if (!is_in_zone()) {
            return;
        }
        const bool needs_subsets =
            is_asked(SolutionKind::nash) && !solutions_.of(SolutionKind::nash);
        if (needs_subsets || is_asked(SolutionKind::kalai_smorodinsky)) {
            renew_budget();
            largest_gains();
        }
        if (is_asked(SolutionKind::kalai_smorodinsky)) {
            kalai_smorodinsky();
        }
        if (needs_subsets) {
            renew_budget();
            nash();
        }
    }

    /// An acceptable outcome to start with, where one is found without a search.
    void scout() {
        const auto measure = leximin_measure(
            space_.columns(), std::vector<std::optional<Rational>>(width(), Rational(1)));
        Pursuit pursuit(space_, *measure, budget_);
        pursuit.scout();
        if (pursuit.best()) {
            solutions_.zone = ZoneState::found;
            know(*pursuit.best());
        }
    }

    bool is_known_empty() const { return solutions_.zone == ZoneState::empty; }

    Solution as_solution(const SolutionSpace& space, const TieList& list) const {
        Solution solution;
        for (const auto& [totals, tie] : list.by_totals) {
            const SpacePart& part = space.parts()[tie.example.part];
            solution.ties.push_back(
                {totals, space.in_table(part, tie.example.choice), tie.outcomes});
        }
        solution.has_all_ties = list.is_complete;
        return solution;
    }

    /// What a pursuit came to: its ties where nothing better exists, else its best outcome.
    Solution finished(const SolutionSpace& space, const Measure& measure, Pursuit& pursuit,
                      bool is_settled) {
        const Candidate best = *pursuit.best();
        TieList alone;
        alone.by_totals.emplace(best.totals, TieList::Tie{best, 1});
        alone.is_complete = false;
        const bool is_optimal = is_settled && !is_tolerant();
        Solution solution = as_solution(
            space, is_optimal ? pursuit.ties(options_.most_ties, options_.tie_nodes) : alone);
        if (auto parts = is_settled ? proof_parts(space, pursuit) : std::nullopt) {
            solution.proof = OptimumProof{std::move(*parts), {}};
        }
        solution.measure = measure.worth(best.gains);
        if (is_settled && is_tolerant()) {
            solution.proved = Proved::within;
            std::vector<Rational> raised = best.gains;
            for (std::size_t at = 0; at < raised.size(); ++at) {
                raised[at] += space.columns()[at].tolerance;
            }
            solution.gap = measure.worth(raised) - solution.measure;
        } else if (is_settled) {
            solution.gap = Rational();
        } else {
            solution.proved = Proved::cut;
            if (const auto bound = pursuit.bound()) {
                solution.gap = std::max(*bound - solution.measure, Rational());
            }
        }
        return solution;
    }

    /// Why nothing is better than the best outcome of a pursuit that is settled; nothing where no
    /// proof is wanted or its own budget does not last: a plain walk may take longer than the
    /// search did.
    std::optional<std::vector<OptimumPart>> proof_parts(const SolutionSpace& space,
                                                        Pursuit& pursuit) {
        constexpr std::uint64_t times = 10;
        const std::uint64_t left = budget_.nodes;
        budget_.nodes = times * std::min(options_.node_budget, UINT64_MAX / times);
        const auto refutations = proofs_ ? pursuit.refutations() : std::nullopt;
        budget_.nodes = left;
        return refutations ? std::optional(proofs_->parts(space, *refutations)) : std::nullopt;
    }

    void start(Pursuit& pursuit) const {
        for (const Candidate& candidate : known_) {
            pursuit.try_candidate(candidate);
        }
    }

    void leximin(SolutionKind kind, std::vector<std::optional<Rational>> units) {
        const auto measure = leximin_measure(space_.columns(), std::move(units));
        Pursuit pursuit(space_, *measure, budget_);
        start(pursuit);
        const std::uint64_t kept = is_tolerant() ? 0 : budget_.nodes / 2;
        budget_.nodes -= kept;
        bool is_proved = pursuit.pursue(is_tolerant() ? Wanted::first_more : Wanted::as_much);
        budget_.nodes += kept;
        const bool is_first_proved = is_proved || pursuit.pursue(Wanted::first_more);
        if (!pursuit.best()) {
            solutions_.zone = is_first_proved ? ZoneState::empty : ZoneState::undecided;
            return;
        }
        solutions_.zone = ZoneState::found;
        is_proved = is_proved || (is_first_proved && pursuit.pursue(Wanted::more));
        Solution solution = finished(space_, *measure, pursuit, is_proved);
        if (is_first_proved && !is_proved) {
            solution.gap = Rational();
        }
        know(*pursuit.best());
        set(kind, std::move(solution));
    }

    void egalitarian() {
        renew_budget();
        leximin(SolutionKind::egalitarian,
                std::vector<std::optional<Rational>>(width(), Rational(1)));
    }

    void largest_gains() {
        largest_gains_ = is_tolerant() ? Proved::within : Proved::optimal;
        for (std::size_t at = 0; at < width(); ++at) {
            const auto measure = column_measure(space_.columns(), at, true);
            Pursuit pursuit(space_, *measure, budget_);
            start(pursuit);
            const bool is_settled = pursuit.pursue(Wanted::more);
            if (!is_settled) {
                largest_gains_ = Proved::cut;
            }
            solutions_.largest_gains.push_back(measure->worth(pursuit.best()->gains));
            note_largest(pursuit, is_settled);
        }
        solutions_.are_largest_gains_exact = largest_gains_ == Proved::optimal;
    }

    void note_largest(Pursuit& pursuit, bool is_settled) {
        auto parts = is_settled ? proof_parts(space_, pursuit) : std::nullopt;
        if (!parts) {
            has_largest_proofs_ = false;
            return;
        }
        const Candidate& best = *pursuit.best();
        largest_proofs_.push_back(
            {space_.in_table(space_.parts()[best.part], best.choice), std::move(*parts)});
    }

    void kalai_smorodinsky() {
        renew_budget();
        std::vector<std::optional<Rational>> units;
        for (const Rational& gain : solutions_.largest_gains) {
            units.push_back(gain.sign() > 0 ? std::optional(gain) : std::nullopt);
        }
        leximin(SolutionKind::kalai_smorodinsky, std::move(units));
        auto& solution = solutions_.by_kind[2];
        if (solution && largest_gains_ == Proved::cut) {
            solution->proved = Proved::cut;
            solution->gap.reset();
            solution->proof.reset();
        }
        if (solution && solution->proof && has_largest_proofs_) {
            solution->proof->largest = largest_proofs_;
        } else if (solution) {
            solution->proof.reset();
        }
    }

    /// Sets may be very many, and most are settled without a node: each costs about as much as the
    /// multipliers for its root. False where the budget does not last.
    bool pays_for_set() {
        std::uint64_t cost = 0;
        for (const SpacePart& part : space_.parts()) {
            cost += part.problem.row_count() * width();
        }
        budget_.nodes -= std::min(budget_.nodes, cost);
        return !budget_.is_spent();
    }

    /// The best product over sets of so many of these columns, everybody else losing nothing.
    void product_of(const std::vector<std::size_t>& columns, std::size_t size) {
        bool is_settled = true;
        std::optional<Solution> best;
        std::vector<bool> chosen(columns.size(), false);
        std::fill(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(size), true);
        do {
            if (size < width() && !pays_for_set()) {
                is_settled = false;
                break;
            }
            std::vector<bool> takes_part(width(), false);
            for (std::size_t at = 0; at < columns.size(); ++at) {
                takes_part[columns[at]] = chosen[at];
            }
            const auto measure = product_measure(space_.columns(), takes_part);
            Pursuit pursuit(space_, *measure, budget_);
            start(pursuit);
            const bool is_done = pursuit.pursue(is_tolerant() ? Wanted::more : Wanted::as_much);
            is_settled = is_settled && is_done;
            if (pursuit.best()) {
                know(*pursuit.best());
                Solution solution = finished(space_, *measure, pursuit, is_done);
                auto proof = std::exchange(solution.proof, std::nullopt);
                note_circle(takes_part,
                            proof ? std::optional(std::move(proof->parts)) : std::nullopt, false);
                add_product(std::move(solution), best);
            } else {
                note_circle(takes_part, is_done ? proof_parts(space_, pursuit) : std::nullopt,
                            true);
            }
        } while (std::prev_permutation(chosen.begin(), chosen.end()));
        are_products_settled_ = are_products_settled_ && is_settled;
        if (best) {
            // A product of fewer parties counts only where none of more was left open.
            const bool is_sure =
                are_products_settled_ && (size == width() || largest_gains_ != Proved::cut);
            solutions_.zone = ZoneState::found;
            best->proved = is_sure ? best->proved : Proved::cut;
            best->gap = is_sure ? best->gap : std::nullopt;
            if (is_sure && proofs_ && has_circle_proofs_) {
                best->proof = OptimumProof{circle_parts_, {}};
            }
            set(SolutionKind::nash, std::move(*best));
        }
    }

    /// Why these columns do not all gain, or not by a larger product.
    void note_circle(const std::vector<bool>& takes_part,
                     std::optional<std::vector<OptimumPart>> parts, bool is_none) {
        has_circle_proofs_ = has_circle_proofs_ && parts;
        if (!parts) {
            return;
        }
        std::optional<std::vector<std::size_t>> gaining;
        if (std::count(takes_part.begin(), takes_part.end(), false) > 0) {
            gaining.emplace();
        }
        for (std::size_t at = 0; gaining && at < takes_part.size(); ++at) {
            if (takes_part[at]) {
                gaining->push_back(at);
            }
        }
        for (OptimumPart& part : *parts) {
            part.gaining = gaining;
            part.is_none = is_none;
            circle_parts_.push_back(std::move(part));
        }
    }

    static void add_product(Solution solution, std::optional<Solution>& best) {
        if (!best || solution.measure > best->measure) {
            best = std::move(solution);
        } else if (solution.measure == best->measure) {
            best->ties.insert(best->ties.end(), solution.ties.begin(), solution.ties.end());
            best->has_all_ties = best->has_all_ties && solution.has_all_ties;
            std::sort(best->ties.begin(), best->ties.end(),
                      [](const auto& a, const auto& b) { return a.totals < b.totals; });
        }
    }

    /// Whether some outcome gives all of these columns a gain, as far as the budget can tell; that
    /// none does is noted.
    bool may_gain(const std::vector<bool>& columns) {
        const auto measure = product_measure(space_.columns(), columns);
        Pursuit pursuit(space_, *measure, budget_);
        start(pursuit);
        if (!pursuit.pursue(Wanted::more) || pursuit.best()) {
            return true;
        }
        note_circle(columns, proof_parts(space_, pursuit), true);
        return false;
    }

    void nash() {
        std::vector<std::size_t> able;
        for (std::size_t at = 0; at < width(); ++at) {
            if (solutions_.largest_gains[at].sign() > 0) {
                able.push_back(at);
                continue;
            }
            std::vector<bool> alone(width(), false);
            alone[at] = true;
            if (is_tolerant()) {
                if (may_gain(alone)) {
                    able.push_back(at);
                }
            } else {
                note_circle(alone,
                            has_largest_proofs_ ? std::optional(largest_proofs_[at].parts)
                                                : std::nullopt,
                            true);
            }
        }
        std::size_t size = able.size() == width() ? width() - 1 : able.size();
        for (; !solutions_.of(SolutionKind::nash); --size) {
            product_of(able, size);
            if (size == 0 || budget_.is_spent()) {
                return;
            }
        }
    }

    void solve_sum(const SolutionSpace& space, SolutionKind kind) {
        renew_budget();
        const bool in_zone = kind == SolutionKind::utilitarian;
        const auto measure = column_measure(space.columns(), width(), in_zone);
        Pursuit pursuit(space, *measure, budget_);
        start(pursuit);
        const bool is_settled = pursuit.pursue(is_tolerant() ? Wanted::more : Wanted::as_much);
        if (pursuit.best()) {
            if (in_zone) {
                know(*pursuit.best());
            }
            set(kind, finished(space, *measure, pursuit, is_settled));
        }
    }

    Proved largest_gains_ = Proved::optimal;
    bool are_products_settled_ = true; // of the sets of parties looked at so far
    bool has_largest_proofs_ = true;
    std::vector<LargestProof> largest_proofs_; // by column
    bool has_circle_proofs_ = true;
    std::vector<OptimumPart> circle_parts_; // of a product
    const SolutionSpace& space_;
    const SolutionOptions& options_;
    PursuitBudget budget_;
    const std::optional<OptimumProofs>& proofs_;
    Solutions solutions_;
    std::vector<Candidate> known_; // acceptable outcomes
};

} // namespace

Solutions find_solutions(const CentralCase& central, const GainTable& table,
                         const SolutionOptions& options) {
    if (table.is_empty || table.columns.empty()) {
        return {.zone = ZoneState::empty};
    }
    if (!table.is_exact()) {
        Solutions solutions;
        solutions.zone = ZoneState::undecided, solutions.is_exact = false;
        return solutions;
    }
    if (options.may_read_frontier && !options.wants_proofs) {
        if (auto read = solutions_of_front(table, options)) {
            return std::move(*read);
        }
    }
    const std::vector<GainPart> parts = gain_parts(central, table);
    const SolutionSpace space(table, parts, options.tolerance);
    std::optional<OptimumProofs> proofs;
    if (options.wants_proofs) {
        proofs.emplace(central, table);
    }
    return Solver(space, options, proofs).run(table.is_refused);
}

} // namespace unbracket
