#include "unbracket/search/dual.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

// Lagrangian bound of the feasibility problem. For multipliers w >= 0 every outcome x that suits
// all parties has sum_p w_p s_p(x) >= 0, where s_p is the party's value minus what it needs; the
// largest value of that sum splits into one maximum per issue, so it is cheap, and if it is
// negative no outcome suits all. We look for such w by subgradient steps on the simplex (Polyak
// 1969; Held, Wolfe and Crowder 1974): the slacks of the maximising outcome are a subgradient. Step
// lengths aim at a bound slightly below zero, which is all the decision needs. Each step's outcome
// is also a candidate answer. Parties are scaled to comparable sizes first; the rounded multipliers
// are evaluated in whole numbers. Only +, -, *, / and sqrt are used, so the path is the same on
// every platform.
//
// Sources: Polyak (1969), Minimization of unsmooth functionals [polyak1969minimization]; Held,
// Wolfe and Crowder (1974), Validation of subgradient optimization [held1974validation]; the
// projection: Duchi and others (2008), Efficient projections [duchi2008efficient]

namespace unbracket {

std::vector<std::uint32_t> all_issues(const SearchProblem& problem) {
    std::vector<std::uint32_t> issues(problem.issue_count());
    std::iota(issues.begin(), issues.end(), 0U);
    return issues;
}

std::int64_t weighted_bound(const SearchProblem& problem, const Subproblem& node,
                            const Multipliers& multipliers) {
    const std::size_t count = problem.required_count;
    std::int64_t bound = 0;
    for (std::size_t party = 0; party < count; ++party) {
        bound += multipliers[party] * node.sums[party];
    }
    for (const std::uint32_t issue : node.free_issues) {
        std::int64_t best = 0;
        for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
            const std::int64_t sum = weighted(problem, row, multipliers);
            best = row == problem.first_row[issue] ? sum : std::max(best, sum);
        }
        bound += best;
    }
    return bound;
}

struct Dual::Point {
    std::vector<double> weights;
    std::vector<double> slacks;
    RowChoice choice; // rows of the free issues, in the order of free_issues
};

Dual::Dual(const SearchProblem& problem) : problem_(problem) {
    const std::size_t count = problem.required_count;
    scale_.assign(count, 1.0);
    for (std::size_t party = 0; party < count; ++party) {
        std::int64_t size = 0;
        for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
            std::int64_t low = problem.row(problem.first_row[issue])[party], high = low;
            for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
                low = std::min(low, problem.row(row)[party]);
                high = std::max(high, problem.row(row)[party]);
            }
            size += high - low;
        }
        scale_[party] = static_cast<double>(std::max<std::int64_t>(size, 1));
    }
    scaled_.resize(problem.row_count() * count);
    for (Row row = 0; row < problem.row_count(); ++row) {
        for (std::size_t party = 0; party < count; ++party) {
            scaled_[row * count + party] =
                static_cast<double>(problem.row(row)[party]) / scale_[party];
        }
    }
}

double Dual::evaluate(const Subproblem& node, Point& point) const {
    const std::size_t count = problem_.required_count;
    double bound = 0;
    for (std::size_t party = 0; party < count; ++party) {
        point.slacks[party] = static_cast<double>(node.sums[party]) / scale_[party];
        bound += point.weights[party] * point.slacks[party];
    }
    for (std::size_t at = 0; at < node.free_issues.size(); ++at) {
        const std::uint32_t issue = node.free_issues[at];
        Row best_row = problem_.first_row[issue];
        double best = 0;
        for (Row row = best_row; row < problem_.first_row[issue + 1]; ++row) {
            double sum = 0;
            for (std::size_t party = 0; party < count; ++party) {
                sum += point.weights[party] * scaled_[row * count + party];
            }
            if (row == problem_.first_row[issue] || sum > best) {
                best = sum, best_row = row;
            }
        }
        point.choice[at] = best_row;
        bound += best;
        for (std::size_t party = 0; party < count; ++party) {
            point.slacks[party] += scaled_[best_row * count + party];
        }
    }
    return bound;
}

/// Lowers the slacks by needs that follow the weights; returns what that takes off the bound.
double Dual::take_off_needs(const DualOptions& options, Point& point) const {
    std::vector<double> weights(point.weights), needs(point.weights.size(), 0.0);
    for (std::size_t party = 0; party < weights.size(); ++party) {
        weights[party] /= scale_[party];
    }
    options.needs(weights, needs);
    double sum = 0;
    for (std::size_t party = 0; party < weights.size(); ++party) {
        point.slacks[party] -= needs[party] / scale_[party];
        sum += weights[party] * needs[party];
    }
    return sum;
}

Multipliers Dual::rounded(const std::vector<double>& weights) const {
    std::vector<double> unscaled(weights.size());
    double largest = 0;
    for (std::size_t party = 0; party < weights.size(); ++party) {
        unscaled[party] = weights[party] / scale_[party];
        largest = std::max(largest, unscaled[party]);
    }
    Multipliers multipliers(weights.size(), 0);
    for (std::size_t party = 0; party < weights.size(); ++party) {
        const double share = unscaled[party] / largest * static_cast<double>(multiplier_limit);
        multipliers[party] = static_cast<std::int64_t>(share + 0.5);
    }
    return multipliers;
}

namespace {

/// Nearest point of the simplex (nonnegative, sum 1) to `weights` (Duchi et al. 2008).
void project_to_simplex(std::vector<double>& weights) {
    std::vector<double> sorted = weights;
    std::sort(sorted.begin(), sorted.end(), [](double a, double b) { return a > b; });
    double sum = 0, shift = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        sum += sorted[i];
        const double candidate = (sum - 1.0) / static_cast<double>(i + 1);
        if (sorted[i] - candidate > 0) {
            shift = candidate;
        }
    }
    for (double& weight : weights) {
        weight = std::max(weight - shift, 0.0);
    }
}

} // namespace

DualResult Dual::minimise(const Subproblem& node, const DualOptions& options) const {
    const std::size_t count = problem_.required_count;
    Point point{std::vector<double>(count, 1.0 / static_cast<double>(count)),
                std::vector<double>(count), RowChoice(node.free_issues.size())};
    std::vector<double> best_weights = point.weights;
    double best = 0;
    double reach = 0.02; // how far below the best bound a step aims
    int since_better = 0;
    for (int step = 0; step < options.steps && !is_raised(options.cancel); ++step) {
        double bound = evaluate(node, point);
        if (options.needs) {
            bound -= take_off_needs(options, point);
        }
        if (step == 0 || bound < best) {
            since_better = bound < best - 0.1 * reach ? 0 : since_better + 1;
            best = bound, best_weights = point.weights;
        } else {
            ++since_better;
        }
        if (options.on_choice && options.on_choice(point.choice)) {
            return {rounded(best_weights), 0, true};
        }
        if (options.needs && best < -reach) {
            break;
        }
        if (best < 0 && !options.needs) {
            const Multipliers multipliers = rounded(best_weights);
            const std::int64_t exact = weighted_bound(problem_, node, multipliers);
            if (exact < 0) {
                return {multipliers, exact, false};
            }
        }
        if (since_better > 5) {
            reach *= 0.5, since_better = 0;
        }
        double mean = 0, length = 0;
        for (const double slack : point.slacks) {
            mean += slack / static_cast<double>(count);
        }
        for (const double slack : point.slacks) {
            length += (slack - mean) * (slack - mean);
        }
        if (length < 1e-18) {
            break;
        }
        const double step_length = (bound - (best - reach)) / length;
        for (std::size_t party = 0; party < count; ++party) {
            point.weights[party] -= step_length * (point.slacks[party] - mean);
        }
        project_to_simplex(point.weights);
    }
    const Multipliers multipliers = rounded(best_weights);
    return {multipliers, weighted_bound(problem_, node, multipliers), false};
}

} // namespace unbracket
