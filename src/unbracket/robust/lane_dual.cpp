#include "unbracket/robust/lane_dual.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

// The Lagrangian bound of search/dual.cpp for many problems at once. Readings of one case give
// problems with the same issues and rows; what differs is a number for each row and party. So one
// loop over rows serves sixteen problems, in vector registers, and each lane takes its own
// subgradient step. Multipliers are proposed by rounded arithmetic, then rounded down to whole
// numbers small enough that the bound they give is an exact whole number. A step's best rows are a
// proposal too; whoever asked tests it.
//
// Sources: Polyak (1969), Minimization of unsmooth functionals [polyak1969minimization]; Held,
// Wolfe and Crowder (1974), Validation of subgradient optimization [held1974validation]; the
// projection: Duchi and others (2008), Efficient projections [duchi2008efficient]

namespace unbracket {

namespace {

/// Lanes that are handled together: with the sums, the best and its row they fill the registers
/// that every processor has.
constexpr std::size_t together = 8;
using Pair [[gnu::vector_size(2 * sizeof(double))]] = double;
using Pairs = std::array<Pair, together / 2>;

inline Pair pair_at(const double* numbers) {
    Pair pair;
    std::memcpy(&pair, numbers, sizeof pair);
    return pair;
}

/// Nearest point of the simplex. `sorted` is scratch.
void project(std::span<double> weights, std::vector<double>& sorted) {
    sorted.assign(weights.begin(), weights.end());
    std::sort(sorted.begin(), sorted.end(), [](double a, double b) { return a > b; });
    double sum = 0, shift = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += sorted[i];
        const double candidate = (sum - 1.0) / static_cast<double>(i + 1);
        shift = sorted[i] - candidate > 0 ? candidate : shift;
    }
    for (double& weight : weights) {
        weight = std::max(weight - shift, 0.0);
    }
}

/// What a row is worth in some lanes; `weight_of` gives a party's weights in a pair of them.
template <class WeightOf>
inline Pairs worth_of_row(const LaneProblem& problem, Row row, std::size_t first,
                          WeightOf weight_of) {
    Pairs sum{};
    for (std::size_t party = 0; party < problem.parties; ++party) {
        const double* own = problem.values[row * problem.parties + party].data() + first;
        for (std::size_t pair = 0; pair < sum.size(); ++pair) {
            sum[pair] += weight_of(party, pair) * pair_at(own + 2 * pair);
        }
    }
    return sum;
}

/// Adds what the best rows are worth under the same multipliers, for some lanes.
void add_best_rows(const LaneProblem& problem, std::span<const double> multipliers,
                   std::size_t first, LaneNumbers& bounds) {
    const auto weight_of = [&](std::size_t party, std::size_t) {
        return Pair{multipliers[party], multipliers[party]};
    };
    Pairs total{};
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        Pairs most = worth_of_row(problem, problem.first_row[issue], first, weight_of);
        for (Row row = problem.first_row[issue] + 1; row < problem.first_row[issue + 1]; ++row) {
            const Pairs sum = worth_of_row(problem, row, first, weight_of);
            for (std::size_t pair = 0; pair < most.size(); ++pair) {
                most[pair] = sum[pair] > most[pair] ? sum[pair] : most[pair];
            }
        }
        for (std::size_t pair = 0; pair < total.size(); ++pair) {
            total[pair] += most[pair];
        }
    }
    for (std::size_t lane = 0; lane < together; ++lane) {
        bounds[first + lane] += total[lane / 2][lane % 2];
    }
}

struct Evaluation {
    LaneNumbers bounds{};
    std::vector<LaneNumbers> sums; // by party, of the best rows
    std::vector<LaneNumbers> best; // by issue: rows, which doubles hold exactly
};

/// One lane's search for multipliers.
struct Path {
    std::vector<double> weights; // sum 1, of sums divided by the party's scale
    std::vector<double> best_weights;
    double best = 0;
    double reach = 0; // how far below the best bound a step aims
    int since_better = 0;
};

class LaneSearch {
public:
    LaneSearch(LaneProblem& problem, const LaneDualOptions& options)
        : problem_(problem), options_(options), scales_(problem.parties), weights_(problem.parties),
          gaps_(problem.parties) {
        measure_scales();
        const double share = 1.0 / static_cast<double>(problem.parties);
        for (Path& path : paths_) {
            path.weights.assign(problem.parties, share);
            if (!options.start.empty()) {
                path.weights.assign(options.start.begin(), options.start.end());
            }
            path.reach = options.reach;
        }
        found_.sums = problem.constants;
        found_.best.resize(problem.issue_count());
        for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
            found_.best[issue].fill(problem.first_row[issue]);
            for (std::size_t party = 0; party < problem.parties; ++party) {
                const LaneNumbers& own =
                    problem.values[problem.first_row[issue] * problem.parties + party];
                for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
                    found_.sums[party][lane] += own[lane];
                }
            }
        }
    }

    void run() {
        for (int step = 0; step < options_.steps && problem_.any_open(); ++step) {
            evaluate();
            for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
                if (problem_.is_open[lane]) {
                    problem_.is_open[lane] = !is_settled(lane) && move(lane, step);
                }
            }
        }
        for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
            problem_.is_open[lane] = problem_.is_open[lane] || is_given_up_[lane];
            if (problem_.is_open[lane] && options_.on_open) {
                options_.on_open(lane, {best_multipliers(lane), paths_[lane].best_weights});
            }
        }
    }

private:
    /// By how much a party's sums differ in each lane, at least 1.
    void measure_scales() {
        for (std::size_t party = 0; party < problem_.parties; ++party) {
            scales_[party].fill(1);
            for (std::size_t issue = 0; issue < problem_.issue_count(); ++issue) {
                add_span(issue, party);
            }
        }
    }

    void add_span(std::size_t issue, std::size_t party) {
        const Row first = problem_.first_row[issue];
        LaneNumbers low = problem_.values[first * problem_.parties + party], high = low;
        for (Row row = first + 1; row < problem_.first_row[issue + 1]; ++row) {
            const LaneNumbers& own = problem_.values[row * problem_.parties + party];
            for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
                low[lane] = std::min(low[lane], own[lane]);
                high[lane] = std::max(high[lane], own[lane]);
            }
        }
        for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
            scales_[party][lane] += high[lane] - low[lane];
        }
    }

    void evaluate() {
        for (std::size_t party = 0; party < problem_.parties; ++party) {
            for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
                weights_[party][lane] = paths_[lane].weights[party] / scales_[party][lane];
            }
        }
        for (std::size_t issue = 0; issue < problem_.issue_count(); ++issue) {
            choose(issue);
        }
        found_.bounds.fill(0);
        for (std::size_t party = 0; party < problem_.parties; ++party) {
            for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
                found_.bounds[lane] += weights_[party][lane] * found_.sums[party][lane];
            }
        }
    }

    /// The row of the issue that is worth most to each lane's weights.
    void choose(std::size_t issue) {
        LaneNumbers rows;
        bool has_changed = false;
        for (std::size_t first = 0; first < dual_lanes; first += together) {
            has_changed = choose_some(issue, first, rows) || has_changed;
        }
        if (has_changed) {
            change(issue, rows);
        }
    }

    /// The same for a few lanes that fit the registers; whether any row is another one than before.
    bool choose_some(std::size_t issue, std::size_t first, LaneNumbers& rows) {
        const auto weight_of = [&](std::size_t party, std::size_t pair) {
            return pair_at(weights_[party].data() + first + 2 * pair);
        };
        const Row first_row = problem_.first_row[issue];
        Pairs most = worth_of_row(problem_, first_row, first, weight_of), at;
        at.fill(Pair{static_cast<double>(first_row), static_cast<double>(first_row)});
        for (Row row = first_row + 1; row < problem_.first_row[issue + 1]; ++row) {
            const Pairs sum = worth_of_row(problem_, row, first, weight_of);
            const Pair number = {static_cast<double>(row), static_cast<double>(row)};
            for (std::size_t pair = 0; pair < sum.size(); ++pair) {
                const auto is_better = sum[pair] > most[pair];
                at[pair] = is_better ? number : at[pair];
                most[pair] = is_better ? sum[pair] : most[pair];
            }
        }
        const double* before = found_.best[issue].data() + first;
        auto differ = at[0] != pair_at(before);
        for (std::size_t pair = 0; pair < at.size(); ++pair) {
            differ |= at[pair] != pair_at(before + 2 * pair);
            std::memcpy(rows.data() + first + 2 * pair, &at[pair], sizeof(Pair));
        }
        return (differ[0] | differ[1]) != 0;
    }

    /// Few rows change from step to step, and sums of whole numbers are exact in any order.
    void change(std::size_t issue, const LaneNumbers& rows) {
        for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
            if (rows[lane] == found_.best[issue][lane]) {
                continue;
            }
            const std::size_t before = static_cast<Row>(found_.best[issue][lane]);
            const std::size_t after = static_cast<Row>(rows[lane]);
            for (std::size_t party = 0; party < problem_.parties; ++party) {
                found_.sums[party][lane] +=
                    problem_.values[after * problem_.parties + party][lane] -
                    problem_.values[before * problem_.parties + party][lane];
            }
        }
        found_.best[issue] = rows;
    }

    /// By its best rows, or by multipliers.
    bool is_settled(std::size_t lane) {
        const bool suits_all =
            std::all_of(found_.sums.begin(), found_.sums.end(),
                        [&](const LaneNumbers& sums) { return sums[lane] >= 0; });
        if (suits_all) {
            RowChoice choice;
            for (const auto& best : found_.best) {
                choice.push_back(static_cast<Row>(best[lane]));
            }
            if (options_.on_choice(lane, choice)) {
                return true;
            }
        }
        return found_.bounds[lane] < 0 && is_proved(lane);
    }

    bool is_proved(std::size_t lane) {
        double whole = 0;
        for (std::size_t party = 0; party < problem_.parties; ++party) {
            whole += weights_[party][lane];
        }
        std::vector<double> multipliers;
        double sum = 0;
        for (std::size_t party = 0; party < problem_.parties; ++party) {
            const double share = weights_[party][lane] / whole * options_.most_multipliers;
            multipliers.push_back(static_cast<double>(static_cast<std::int64_t>(share)));
            sum += multipliers.back();
        }
        if (sum <= 0 || lane_bounds(problem_, multipliers)[lane] >= 0) {
            return false;
        }
        options_.on_proof(lane, multipliers);
        return true;
    }

    Multipliers best_multipliers(std::size_t lane) const {
        std::vector<double> weights = paths_[lane].best_weights;
        for (std::size_t party = 0; party < problem_.parties; ++party) {
            weights[party] /= scales_[party][lane];
        }
        const double largest = *std::max_element(weights.begin(), weights.end());
        Multipliers multipliers;
        for (const double weight : weights) {
            const double share = weight / largest * static_cast<double>(multiplier_limit);
            multipliers.push_back(static_cast<std::int64_t>(share + 0.5));
        }
        return multipliers;
    }

    /// A subgradient step; false where there is none left to take.
    bool move(std::size_t lane, int step) {
        Path& path = paths_[lane];
        const double bound = found_.bounds[lane];
        path.since_better =
            step == 0 || bound < path.best - 0.1 * path.reach ? 0 : path.since_better + 1;
        if (step == 0 || bound < path.best) {
            path.best = bound, path.best_weights = path.weights;
        }
        if (path.since_better > 5) {
            path.reach *= 0.5, path.since_better = 0;
        }
        double mean = 0, length = 0;
        for (std::size_t party = 0; party < problem_.parties; ++party) {
            gaps_[party] = found_.sums[party][lane] / scales_[party][lane];
            mean += gaps_[party];
        }
        mean /= static_cast<double>(problem_.parties);
        for (double& gap : gaps_) {
            gap -= mean;
            length += gap * gap;
        }
        if (length < 1e-18) {
            is_given_up_[lane] = true;
            return false;
        }
        const double step_length = (bound - (path.best - path.reach)) / length;
        for (std::size_t party = 0; party < problem_.parties; ++party) {
            path.weights[party] -= step_length * gaps_[party];
        }
        project(path.weights, sorted_);
        return true;
    }

    LaneProblem& problem_;
    const LaneDualOptions& options_;
    std::vector<LaneNumbers> scales_;
    std::vector<LaneNumbers> weights_; // by party, of sums as they are
    std::array<Path, dual_lanes> paths_;
    std::array<bool, dual_lanes> is_given_up_{};
    std::vector<double> gaps_;   // of one lane, by party: its sum beside the mean
    std::vector<double> sorted_; // for projections
    Evaluation found_;
};

} // namespace

bool LaneProblem::any_open() const {
    return std::any_of(is_open.begin(), is_open.end(), [](bool open) { return open; });
}

LaneNumbers lane_bounds(const LaneProblem& problem, std::span<const double> multipliers) {
    LaneNumbers bounds{};
    for (std::size_t party = 0; party < problem.parties; ++party) {
        for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
            bounds[lane] += multipliers[party] * problem.constants[party][lane];
        }
    }
    for (std::size_t first = 0; first < dual_lanes; first += together) {
        add_best_rows(problem, multipliers, first, bounds);
    }
    return bounds;
}

void minimise_lanes(LaneProblem& problem, const LaneDualOptions& options) {
    if (problem.parties > 0) {
        LaneSearch(problem, options).run();
    }
}

} // namespace unbracket
