#include "unbracket/frontier/solutions.hpp"

#include "unbracket/frontier/largest_gains.hpp"
#include "unbracket/frontier/pursuit.hpp"
#include "unbracket/frontier/solution_measure.hpp"
#include "unbracket/frontier/solution_search.hpp"
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

/// With a tolerance: of the proof for largest gains that had a short look only.
constexpr std::uint64_t rough_share_nodes = 4'000'000;

class Solver {
public:
    Solver(const SolutionSpace& space, const SolutionOptions& options,
           const std::optional<OptimumProofs>& proofs)
        : space_(space), options_(options), search_(space, options, proofs), largest_(search_) {}

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
        // Outcomes of later searches may give somebody more than the largest gain found.
        if (is_in_zone() && !is_proved(SolutionKind::kalai_smorodinsky) &&
            !solutions_.largest_gains.empty() && largest_.take_known()) {
            note_largest_gains();
        }
        search_.renew_budget();
        solutions_.nodes = search_.nodes();
        return std::move(solutions_);
    }

private:
    std::size_t width() const { return search_.width(); }
    bool is_tolerant() const { return search_.is_tolerant(); }
    bool is_in_zone() const { return solutions_.zone == ZoneState::found; }
    bool is_asked(SolutionKind kind) const { return options_.is_asked(kind); }

    void set(SolutionKind kind, Solution solution) {
        solutions_.by_kind[index_of(kind)] = std::move(solution);
    }

    /// The product of everybody's gain needs nothing that the others find out, where there is one.
    void solve_zone() {
        scout();
        if (is_asked(SolutionKind::egalitarian)) {
            egalitarian();
        }
        if (is_asked(SolutionKind::nash) && !is_known_empty()) {
            std::vector<std::size_t> everybody(width());
            std::iota(everybody.begin(), everybody.end(), std::size_t{0});
            search_.renew_budget();
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
            search_.renew_budget();
            largest_.look(is_tolerant() ? options_.look_nodes : UINT64_MAX);
            note_largest_gains();
        }
        if (is_asked(SolutionKind::kalai_smorodinsky)) {
            kalai_smorodinsky();
        }
        if (needs_subsets) {
            search_.renew_budget();
            nash();
        }
    }

    /// An acceptable outcome to start with, where one is found without a search.
    void scout() {
        const auto measure = leximin_measure(space_.columns(), plain_units());
        Pursuit pursuit(space_, *measure, search_.budget());
        pursuit.scout();
        zone_lanes_ = pursuit.lanes();
        if (pursuit.best()) {
            solutions_.zone = ZoneState::found;
            search_.know(*pursuit.best());
        }
    }

    bool is_known_empty() const { return solutions_.zone == ZoneState::empty; }

    std::vector<std::optional<ScoreUnit>> plain_units() const {
        return std::vector<std::optional<ScoreUnit>>(width(), ScoreUnit(Rational(1)));
    }

    void leximin(SolutionKind kind, const std::vector<std::optional<ScoreUnit>>& units) {
        const auto measure = leximin_measure(space_.columns(), units);
        PursuitBudget& budget = search_.budget();
        Pursuit pursuit(space_, *measure, budget);
        search_.start(pursuit);
        bool is_proved = false;
        {
            const BudgetLimit limit(budget, budget.nodes - (is_tolerant() ? 0 : budget.nodes / 2));
            is_proved = pursuit.pursue(is_tolerant() ? Wanted::first_more : Wanted::as_much);
        }
        const bool is_first_proved = is_proved || pursuit.pursue(Wanted::first_more);
        if (!pursuit.best()) {
            solutions_.zone = is_first_proved ? ZoneState::empty : ZoneState::undecided;
            return;
        }
        solutions_.zone = ZoneState::found;
        is_proved = is_proved || (is_first_proved && pursuit.pursue(Wanted::more));
        const Candidate& best = *pursuit.best();
        is_proved = is_proved && are_units_narrow(space_.columns(), units, best.gains);
        Solution solution = search_.finished(space_, *measure, pursuit, is_proved);
        if (is_first_proved && !is_proved && !is_tolerant()) {
            solution.gap = Rational();
        }
        search_.know(best);
        set(kind, std::move(solution));
    }

    void egalitarian() {
        search_.renew_budget();
        leximin(SolutionKind::egalitarian, plain_units());
    }

    void note_largest_gains() {
        solutions_.largest_gains.clear(), solutions_.largest_gains_at_most.clear();
        for (const LargestGain& largest : largest_.all()) {
            solutions_.largest_gains.push_back(largest.found);
            solutions_.largest_gains_at_most.push_back(largest.at_most);
        }
        solutions_.are_largest_gains_exact = !is_tolerant() && largest_.are_settled();
    }

    void kalai_smorodinsky() {
        search_.renew_budget();
        if (is_tolerant() && !largest_.are_settled()) {
            {
                const BudgetLimit limit(search_.budget(), rough_share_nodes);
                measure_shares();
            }
            if (is_proved(SolutionKind::kalai_smorodinsky)) {
                return;
            }
            search_.renew_budget();
            largest_.look();
            search_.renew_budget();
        }
        measure_shares();
    }

    /// Until no outcome that is met on the way gives somebody more than the largest gain found.
    void measure_shares() {
        constexpr int most_rounds = 8;
        for (int round = 0; round < most_rounds; ++round) {
            note_largest_gains();
            measure_shares_once();
            if (!largest_.take_known()) {
                return;
            }
        }
    }

    bool is_proved(SolutionKind kind) const {
        const auto& solution = solutions_.of(kind);
        return solution && solution->proved != Proved::cut;
    }

    /// The largest gains found, proved or not.
    std::vector<std::optional<ScoreUnit>> found_units() const {
        std::vector<std::optional<ScoreUnit>> found;
        for (const LargestGain& largest : largest_.all()) {
            found.push_back(largest.found.sign() > 0 ? std::optional(ScoreUnit(largest.found))
                                                     : std::nullopt);
        }
        return found;
    }

    /// The largest smallest share of the largest gains, as far as these are known.
    void measure_shares_once() {
        const auto units = largest_.units();
        const bool is_known = units && (is_tolerant() || largest_.are_settled());
        leximin(SolutionKind::kalai_smorodinsky, is_known ? *units : found_units());
        auto& solution = solutions_.by_kind[index_of(SolutionKind::kalai_smorodinsky)];
        if (solution && !is_known) {
            solution->proved = Proved::cut;
            solution->gap.reset();
        }
        if (solution && solution->proof) {
            auto proofs = is_known ? largest_.proofs() : std::nullopt;
            if (proofs) {
                solution->proof->largest = std::move(*proofs);
            } else {
                solution->proof.reset();
            }
        }
    }

    /// Sets may be very many, and most are settled without a node: each costs about as much as the
    /// multipliers for its root. False where the budget does not last.
    bool pays_for_set() {
        std::uint64_t cost = 0;
        for (const SpacePart& part : space_.parts()) {
            cost += part.problem.row_count() * width();
        }
        search_.budget().nodes -= std::min(search_.budget().nodes, cost);
        return !search_.budget().is_spent();
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
            Pursuit pursuit(space_, *measure, search_.budget());
            search_.start(pursuit);
            const bool is_done = pursuit.pursue(is_tolerant() ? Wanted::more : Wanted::as_much);
            is_settled = is_settled && is_done;
            if (pursuit.best()) {
                search_.know(*pursuit.best());
                Solution solution = search_.finished(space_, *measure, pursuit, is_done);
                auto proof = std::exchange(solution.proof, std::nullopt);
                note_circle(takes_part,
                            proof ? std::optional(std::move(proof->parts)) : std::nullopt, false);
                add_product(std::move(solution), best);
            } else {
                note_circle(takes_part,
                            is_done ? search_.proof_parts(space_, pursuit) : std::nullopt, true);
            }
        } while (std::prev_permutation(chosen.begin(), chosen.end()));
        are_products_settled_ = are_products_settled_ && is_settled;
        if (best) {
            // A product of fewer parties counts only where none of more was left open.
            const bool is_sure = are_products_settled_ &&
                                 (size == width() || is_tolerant() || largest_.are_settled());
            solutions_.zone = ZoneState::found;
            best->proved = is_sure ? best->proved : Proved::cut;
            best->gap = is_sure ? best->gap : std::nullopt;
            if (is_sure && search_.wants_proofs() && has_circle_proofs_) {
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
        Pursuit pursuit(space_, *measure, search_.budget());
        search_.start(pursuit);
        if (!pursuit.pursue(Wanted::more) || pursuit.best()) {
            return true;
        }
        note_circle(columns, search_.proof_parts(space_, pursuit), true);
        return false;
    }

    void nash() {
        std::vector<std::size_t> able;
        for (std::size_t at = 0; at < width(); ++at) {
            const LargestGain& largest = largest_.all()[at];
            if (largest.found.sign() > 0) {
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
                            largest.proof ? std::optional(largest.proof->parts) : std::nullopt,
                            true);
            }
        }
        std::size_t size = able.size() == width() ? width() - 1 : able.size();
        for (; !solutions_.of(SolutionKind::nash); --size) {
            product_of(able, size);
            if (size == 0 || search_.budget().is_spent()) {
                return;
            }
        }
    }

    void solve_sum(const SolutionSpace& space, SolutionKind kind) {
        search_.renew_budget();
        const bool in_zone = kind == SolutionKind::utilitarian;
        const auto measure = column_measure(space.columns(), width(), in_zone);
        Pursuit pursuit(space, *measure, search_.budget());
        search_.start(pursuit);
        for (std::size_t at = 0; in_zone && at < zone_lanes_.size(); ++at) {
            pursuit.suggest(space.laid_on_sum(zone_lanes_[at]));
        }
        const bool is_settled = pursuit.pursue(is_tolerant() ? Wanted::more : Wanted::as_much);
        if (pursuit.best()) {
            if (in_zone) {
                search_.know(*pursuit.best());
            }
            set(kind, search_.finished(space, *measure, pursuit, is_settled));
        }
    }

    const SolutionSpace& space_;
    const SolutionOptions& options_;
    SolutionSearch search_;
    LargestGains largest_;
    Solutions solutions_;
    std::vector<Multipliers> zone_lanes_; // that bound what all can gain together
    bool are_products_settled_ = true;    // of the sets of parties looked at so far
    bool has_circle_proofs_ = true;
    std::vector<OptimumPart> circle_parts_; // of a product
};

} // namespace

Solutions find_solutions(const CentralCase& central, const GainTable& table,
                         const SolutionOptions& options) {
    if (table.is_empty || table.columns.empty()) {
        return {.zone = ZoneState::empty};
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
