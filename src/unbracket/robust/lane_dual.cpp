#include "unbracket/robust/lane_dual.hpp"

#include <algorithm>
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

/// Nearest point of the simplex.
void project(std::span<double> weights) {
    std::array<double, 256> sorted{};
    std::copy(weights.begin(), weights.end(), sorted.begin());
    const auto end = sorted.begin() + static_cast<std::ptrdiff_t>(weights.size());
    std::sort(sorted.begin(), end, [](double a, double b) { return a > b; });
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

/// What a row is worth in each lane under the same multipliers.
LaneNumbers weighted_row(const LaneProblem& problem, Row row, std::span<const double> multipliers) {
    LaneNumbers sum{};
    for (std::size_t party = 0; party < problem.parties; ++party) {
        const LaneNumbers& own = problem.values[row * problem.parties + party];
        for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
            sum[lane] += multipliers[party] * own[lane];
        }
    }
    return sum;
}

struct Evaluation {
    LaneNumbers bounds{};
    std::vector<LaneNumbers> sums;                 // by party, of the best rows
    std::vector<std::array<Row, dual_lanes>> best; // by issue
};

/// One lane's search for multipliers.
struct Path {
    std::vector<double> weights; // sum 1, of sums divided by the party's scale
    std::vector<double> best_weights;
    double best = 0;
    double reach = 0.02; // how far below the best bound a step aims
    int since_better = 0;
};

class LaneSearch {
public:
    LaneSearch(LaneProblem& problem, const LaneDualOptions& options)
        : problem_(problem), options_(options), scales_(problem.parties),
          weights_(problem.parties) {
        measure_scales();
        const double share = 1.0 / static_cast<double>(problem.parties);
        for (Path& path : paths_) {
            path.weights.assign(problem.parties, share);
        }
        found_.sums.resize(problem.parties);
        found_.best.resize(problem.issue_count());
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
                options_.on_open(lane, best_multipliers(lane));
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
        found_.sums = problem_.constants;
        for (std::size_t issue = 0; issue < problem_.issue_count(); ++issue) {
            choose(issue);
            for (std::size_t party = 0; party < problem_.parties; ++party) {
                for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
                    found_.sums[party][lane] +=
                        problem_.values[found_.best[issue][lane] * problem_.parties + party][lane];
                }
            }
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
        LaneNumbers most{};
        LaneNumbers at{};
        for (Row row = problem_.first_row[issue]; row < problem_.first_row[issue + 1]; ++row) {
            LaneNumbers sum{};
            for (std::size_t party = 0; party < problem_.parties; ++party) {
                const LaneNumbers& own = problem_.values[row * problem_.parties + party];
                const LaneNumbers& weight = weights_[party];
                for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
                    sum[lane] += weight[lane] * own[lane];
                }
            }
            const bool is_first = row == problem_.first_row[issue];
            const double number = row;
            for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
                const bool is_better = is_first || sum[lane] > most[lane];
                at[lane] = is_better ? number : at[lane];
                most[lane] = is_better ? sum[lane] : most[lane];
            }
        }
        for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
            found_.best[issue][lane] = static_cast<Row>(at[lane]);
        }
    }

    /// By its best rows, or by multipliers.
    bool is_settled(std::size_t lane) {
        const bool suits_all =
            std::all_of(found_.sums.begin(), found_.sums.end(),
                        [&](const LaneNumbers& sums) { return sums[lane] >= 0; });
        if (suits_all) {
            RowChoice choice;
            for (const auto& best : found_.best) {
                choice.push_back(best[lane]);
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
            mean += found_.sums[party][lane] / scales_[party][lane];
        }
        mean /= static_cast<double>(problem_.parties);
        for (std::size_t party = 0; party < problem_.parties; ++party) {
            const double gap = found_.sums[party][lane] / scales_[party][lane] - mean;
            length += gap * gap;
        }
        if (length < 1e-18) {
            is_given_up_[lane] = true;
            return false;
        }
        const double step_length = (bound - (path.best - path.reach)) / length;
        for (std::size_t party = 0; party < problem_.parties; ++party) {
            const double gap = found_.sums[party][lane] / scales_[party][lane] - mean;
            path.weights[party] -= step_length * gap;
        }
        project(path.weights);
        return true;
    }

    LaneProblem& problem_;
    const LaneDualOptions& options_;
    std::vector<LaneNumbers> scales_;
    std::vector<LaneNumbers> weights_; // by party, of sums as they are
    std::array<Path, dual_lanes> paths_;
    std::array<bool, dual_lanes> is_given_up_{};
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
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        const Row first = problem.first_row[issue];
        LaneNumbers most = weighted_row(problem, first, multipliers);
        for (Row row = first + 1; row < problem.first_row[issue + 1]; ++row) {
            const LaneNumbers sum = weighted_row(problem, row, multipliers);
            for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
                most[lane] = std::max(most[lane], sum[lane]);
            }
        }
        for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
            bounds[lane] += most[lane];
        }
    }
    return bounds;
}

void minimise_lanes(LaneProblem& problem, const LaneDualOptions& options) {
    if (problem.parties > 0) {
        LaneSearch(problem, options).run();
    }
}

} // namespace unbracket
