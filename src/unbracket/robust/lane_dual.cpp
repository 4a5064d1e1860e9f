#include "unbracket/robust/lane_dual.hpp"

#include "unbracket/robust/lane_rows.hpp"

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

bool is_any_open(const LaneProblem& problem, std::size_t first) {
    return std::any_of(problem.is_open.data() + first,
                       problem.is_open.data() + first + lanes_together,
                       [](bool open) { return open; });
}

LaneNumbers weighted_constants(const LaneProblem& problem, std::span<const double> multipliers) {
    LaneNumbers sums{};
    for (std::size_t party = 0; party < problem.parties; ++party) {
        for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
            sums[lane] += multipliers[party] * problem.constants[party][lane];
        }
    }
    return sums;
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
          gaps_(problem.parties), rows_(problem.issue_count()) {
        measure_scales();
        const double share = 1.0 / static_cast<double>(problem.parties);
        for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
            if (!problem.is_open[lane]) {
                continue;
            }
            Path& path = paths_[lane];
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
        for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
            for (std::size_t party = 0; problem_.is_open[lane] && party < problem_.parties;
                 ++party) {
                weights_[party][lane] = paths_[lane].weights[party] / scales_[party][lane];
            }
        }
        for (std::size_t first = 0; first < dual_lanes; first += lanes_together) {
            if (is_any_open(problem_, first)) {
                choose_rows(problem_, weights_, first, rows_);
                change_rows(first);
            }
        }
        found_.bounds.fill(0);
        for (std::size_t party = 0; party < problem_.parties; ++party) {
            for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
                found_.bounds[lane] += weights_[party][lane] * found_.sums[party][lane];
            }
        }
    }

    void change_rows(std::size_t first) {
        for (std::size_t issue = 0; issue < problem_.issue_count(); ++issue) {
            const double* const rows = rows_[issue].data() + first;
            double* const best = found_.best[issue].data() + first;
            bool differ = false;
            for (std::size_t lane = 0; lane < lanes_together; ++lane) {
                differ |= rows[lane] != best[lane];
            }
            for (std::size_t lane = 0; differ && lane < lanes_together; ++lane) {
                if (rows[lane] != best[lane]) {
                    change_row(first + lane, static_cast<Row>(best[lane]),
                               static_cast<Row>(rows[lane]));
                    best[lane] = rows[lane];
                }
            }
        }
    }

    /// Few rows change from step to step, and sums of whole numbers are exact in any order.
    void change_row(std::size_t lane, Row before, Row after) {
        for (std::size_t party = 0; party < problem_.parties; ++party) {
            found_.sums[party][lane] += problem_.values[after * problem_.parties + party][lane] -
                                        problem_.values[before * problem_.parties + party][lane];
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
        if (sum <= 0 || bound_of(lane, multipliers) >= 0) {
            return false;
        }
        options_.on_proof(lane, multipliers);
        return true;
    }

    double bound_of(std::size_t lane, std::span<const double> multipliers) const {
        LaneNumbers bounds = weighted_constants(problem_, multipliers);
        add_best_rows(problem_, multipliers, lane / lanes_together * lanes_together, bounds);
        return bounds[lane];
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
    std::vector<double> gaps_;      // of one lane, by party: its sum beside the mean
    std::vector<double> sorted_;    // for projections
    std::vector<LaneNumbers> rows_; // by issue, of this step
    Evaluation found_;
};

} // namespace

bool LaneProblem::any_open() const {
    return std::any_of(is_open.begin(), is_open.end(), [](bool open) { return open; });
}

LaneNumbers lane_bounds(const LaneProblem& problem, std::span<const double> multipliers) {
    LaneNumbers bounds = weighted_constants(problem, multipliers);
    for (std::size_t first = 0; first < dual_lanes; first += lanes_together) {
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
