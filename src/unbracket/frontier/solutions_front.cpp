#include "unbracket/frontier/solutions_front.hpp"

#include "unbracket/frontier/additive.hpp"

#include <algorithm>
#include <utility>

// Every solution is efficient: what improves on an outcome for somebody and costs nobody anything
// has a larger sum, a larger leximin order, and a larger product, or more parties that gain. So
// where the complete frontier is cheap, the solutions are the best of its points by definition, and
// their ties are all there are. The frontier of the zone is that part of it where nobody loses.
//
// Source: Nash (1950), The bargaining problem, whose axioms ask for efficiency first
// [nash1950bargaining]

namespace unbracket {

namespace {

constexpr std::size_t most_points = 100'000;

struct Standing {
    std::vector<std::int32_t> sums; // of the front
    std::vector<Rational> gains;
};

class FrontReader {
public:
    FrontReader(const GainTable& table, const AdditiveProblem& problem,
                const SolutionOptions& options)
        : table_(table), problem_(problem), options_(options) {}

    /// Nothing where the flag was raised.
    std::optional<Solutions> run(const Front& front) {
        std::vector<Standing> feasible, zone;
        for (std::size_t at = 0; at < front.size(); ++at) {
            Standing standing{{front[at].begin(), front[at].end()}, {}};
            bool suits = !table_.is_refused;
            for (std::size_t column = 0; column < front.width; ++column) {
                const std::int64_t total = table_.problem.constants[column] + standing.sums[column];
                standing.gains.push_back(table_.columns[column].gain(total));
                suits = suits && total >= 0;
            }
            if (suits) {
                zone.push_back(standing);
            }
            feasible.push_back(std::move(standing));
        }
        solutions_.zone = zone.empty() ? ZoneState::empty : ZoneState::found;
        if (!zone.empty()) {
            read_zone(zone);
        }
        read(SolutionKind::utilitarian_anywhere, feasible, sum_of);
        return was_stopped_ ? std::nullopt : std::optional(std::move(solutions_));
    }

private:
    using Gains = std::vector<Rational>;

    static Rational sum_of(const Gains& gains) {
        Rational sum;
        for (const Rational& gain : gains) {
            sum += gain;
        }
        return sum;
    }

    static Gains sorted(Gains gains) {
        std::sort(gains.begin(), gains.end());
        return gains;
    }

    /// How many gain, and the product of what they gain.
    static std::pair<std::size_t, Rational> product_of(const Gains& gains) {
        std::pair<std::size_t, Rational> product{0, 1};
        for (const Rational& gain : gains) {
            product.first += gain.sign() > 0 ? 1U : 0U;
            product.second *= gain.sign() > 0 ? gain : Rational(1);
        }
        return product;
    }

    Gains shares(const Gains& gains) const {
        Gains shares;
        for (std::size_t at = 0; at < gains.size(); ++at) {
            if (solutions_.largest_gains[at].sign() > 0) {
                shares.push_back(gains[at] / solutions_.largest_gains[at]);
            }
        }
        return sorted(std::move(shares));
    }

    void read_zone(const std::vector<Standing>& zone) {
        solutions_.largest_gains = zone.front().gains;
        for (const Standing& standing : zone) {
            for (std::size_t at = 0; at < standing.gains.size(); ++at) {
                Rational& largest = solutions_.largest_gains[at];
                largest = std::max(largest, standing.gains[at]);
            }
        }
        solutions_.largest_gains_at_most.assign(solutions_.largest_gains.begin(),
                                                solutions_.largest_gains.end());
        read(SolutionKind::nash, zone, product_of);
        read(SolutionKind::egalitarian, zone, sorted);
        read(SolutionKind::kalai_smorodinsky, zone,
             [this](const Gains& gains) { return shares(gains); });
        read(SolutionKind::utilitarian, zone, sum_of);
    }

    static Rational measure_of(const Rational& sum) { return sum; }
    static Rational measure_of(const Gains& scores) {
        return scores.empty() ? Rational() : scores.front();
    }
    static Rational measure_of(const std::pair<std::size_t, Rational>& product) {
        return product.second;
    }

    template <class Worth>
    void read(SolutionKind kind, const std::vector<Standing>& all, Worth worth) {
        if (std::find(options_.asked.begin(), options_.asked.end(), kind) == options_.asked.end()) {
            return;
        }
        auto best = worth(all.front().gains);
        Front ties{problem_.width, {}};
        for (const Standing& standing : all) {
            auto own = worth(standing.gains);
            if (own < best) {
                continue;
            }
            if (own > best) {
                best = std::move(own);
                ties.totals.clear();
            }
            ties.totals.insert(ties.totals.end(), standing.sums.begin(), standing.sums.end());
        }
        solutions_.by_kind[static_cast<std::size_t>(kind)] = solution_of(ties, measure_of(best));
    }

    Solution solution_of(Front ties, const Rational& measure) {
        Solution solution;
        solution.has_all_ties = ties.size() <= options_.most_ties;
        ties.totals.resize(std::min(ties.size(), options_.most_ties) * ties.width);
        const Recovery recovery = recover(problem_, ties);
        solution.has_all_ties = solution.has_all_ties && recovery.is_counted;
        was_stopped_ = was_stopped_ || recovery.was_stopped;
        for (std::size_t at = 0; at < recovery.reached.size(); ++at) {
            SolutionPoint point{table_.problem.constants, recovery.reached[at].choice,
                                recovery.reached[at].ways};
            for (std::size_t column = 0; column < ties.width; ++column) {
                point.totals[column] += ties[at][column];
            }
            solution.ties.push_back(std::move(point));
        }
        std::sort(solution.ties.begin(), solution.ties.end(),
                  [](const auto& a, const auto& b) { return a.totals < b.totals; });
        solution.measure = measure;
        solution.gap = Rational();
        return solution;
    }

    const GainTable& table_;
    const AdditiveProblem& problem_;
    const SolutionOptions& options_;
    Solutions solutions_;
    bool was_stopped_ = false;
};

} // namespace

std::optional<Solutions> solutions_of_front(const GainTable& table,
                                            const SolutionOptions& options) {
    if (table.columns.size() < 2 || table.columns.size() > 3) {
        return std::nullopt;
    }
    const auto problem = additive_problem(table, options.cancel);
    if (!problem || !fits_table(*problem)) {
        return std::nullopt;
    }
    const Front front = additive_front(*problem);
    if (front.was_stopped || front.size() > most_points) {
        return std::nullopt;
    }
    return FrontReader(table, *problem, options).run(front);
}

} // namespace unbracket
