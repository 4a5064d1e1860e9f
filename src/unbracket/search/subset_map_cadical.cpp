#include "unbracket/search/subset_map.hpp"

// The same map with a solver that learns clauses; the plain one slows down when conflicts are many.
// It offers the very subsets that the plain map offers: the first in the order in which "in" comes
// before "out" at the lowest item where two differ. So answers are the same with and without the
// library. Phases prefer "in", so that the first assignment found is seldom far from that one.
//
// Source: Biere, Fazekas, Fleury and Heisinger (2020), CaDiCaL, Kissat, Paracooba, Plingeling and
// Treengeling entering the SAT competition 2020 [biere2020cadical]

#if UNBRACKET_CADICAL

#include "unbracket/base/require.hpp"

#include <cadical.hpp>

#include <cstdlib>

namespace unbracket {

namespace {

// What IPASIR solvers return.
constexpr int satisfiable_code = 10;
constexpr int unsatisfiable_code = 20;

class CadicalSubsetMap final : public SubsetMap {
public:
    explicit CadicalSubsetMap(std::size_t item_count) : is_mentioned_(item_count, false) {
        solver_.set("quiet", 1);
        solver_.set("forcephase", 1);
        solver_.reserve(static_cast<int>(item_count));
    }

    std::optional<Subset> unsettled() override {
        if (is_closed_ || !holds()) {
            return std::nullopt;
        }
        Subset subset = assignment();
        for (std::size_t item = 0; item < subset.size(); ++item) {
            if (!subset[item]) {
                assume_before(subset, item);
                solver_.assume(literal(item));
                subset = holds() ? assignment() : subset;
            }
        }
        return subset;
    }
    void settle_supersets(const Subset& conflicting) override {
        std::vector<int> clause;
        for (std::size_t item = 0; item < conflicting.size(); ++item) {
            if (conflicting[item]) {
                clause.push_back(-literal(item));
            }
        }
        add(clause);
    }
    void settle_subsets(const Subset& satisfiable) override {
        std::vector<int> clause;
        for (std::size_t item = 0; item < satisfiable.size(); ++item) {
            if (!satisfiable[item]) {
                clause.push_back(literal(item));
            }
        }
        add(clause);
    }

private:
    static int literal(std::size_t item) { return static_cast<int>(item) + 1; }

    /// Whether some subset is unsettled that agrees with what was assumed since the last call.
    bool holds() {
        const int code = solver_.solve();
        UNBRACKET_ASSERT(code == satisfiable_code || code == unsatisfiable_code);
        return code == satisfiable_code;
    }

    Subset assignment() {
        Subset subset(is_mentioned_.size(), true);
        for (std::size_t item = 0; item < subset.size(); ++item) {
            subset[item] = !is_mentioned_[item] || solver_.val(literal(item)) > 0;
        }
        return subset;
    }

    void assume_before(const Subset& subset, std::size_t item) {
        for (std::size_t before = 0; before < item; ++before) {
            solver_.assume(subset[before] ? literal(before) : -literal(before));
        }
    }

    void add(const std::vector<int>& clause) {
        is_closed_ = is_closed_ || clause.empty();
        for (const int part : clause) {
            solver_.add(part);
            is_mentioned_[static_cast<std::size_t>(std::abs(part)) - 1] = true;
        }
        if (!clause.empty()) {
            solver_.add(0);
        }
    }

    std::vector<bool> is_mentioned_; // in some clause; of other items the solver says nothing
    bool is_closed_ = false;
    CaDiCaL::Solver solver_;
};

} // namespace

std::unique_ptr<SubsetMap> make_subset_map(std::size_t item_count) {
    return std::make_unique<CadicalSubsetMap>(item_count);
}

} // namespace unbracket

#endif
