#include "unbracket/frontier/solutions_front.hpp"

#include "unbracket/frontier/additive.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <type_traits>
#include <utility>

// Every solution is efficient: what improves on an outcome for somebody and costs nobody anything
// has a larger sum, a larger leximin order, and a larger product, or more parties that gain. So
// where the complete frontier is cheap, the solutions are the best of its points by definition, and
// their ties are all there are. The frontier of the zone is that part of it where nobody loses.
// Gains are compared in whole numbers of one unit where their products fit 64 bit, else as
// fractions.
//
// Source: Nash (1950), The bargaining problem, whose axioms ask for efficiency first
// [nash1950bargaining]

namespace unbracket {

namespace {

constexpr std::size_t most_points = 100'000;
constexpr std::size_t most_columns = 3;
/// For products of gains in whole numbers; sums of three are then in range as well.
constexpr std::int64_t most_whole = std::int64_t{1} << 60;

/// Gains in one unit for all columns: rest + step * total.
template <class Number>
struct Units {
    struct Column {
        Number step;
        Number rest;
    };
    std::vector<Column> columns;
    Rational unit = 1;
};

Units<Rational> plain_units(const GainTable& table) {
    Units<Rational> units;
    for (const GainColumn& column : table.columns) {
        units.columns.push_back({column.step, column.rest});
    }
    return units;
}

/// How many units make all steps and rests whole, or nothing where that is more than `most_whole`.
std::optional<std::int64_t> common_denominator(const GainTable& table) {
    std::int64_t common = 1;
    for (const GainColumn& column : table.columns) {
        const auto step = column.step.small(), rest = column.rest.small();
        for (const auto& number : {step, rest}) {
            if (!number || number->denominator > most_whole / common) {
                return std::nullopt;
            }
            common = std::lcm(common, number->denominator);
        }
    }
    return common;
}

std::int64_t largest_total(const GainTable& table, std::size_t column) {
    const SearchProblem& problem = table.problem;
    std::int64_t total = problem.constants[column];
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        std::int64_t most = 0;
        for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
            most = std::max(most, problem.row(row)[column]);
        }
        total += most;
    }
    return total;
}

/// Whole numbers, whose products over all columns are in range; nothing where they cannot be.
std::optional<Units<std::int64_t>> whole_units(const GainTable& table) {
    const auto denominator = common_denominator(table);
    if (!denominator) {
        return std::nullopt;
    }
    Units<std::int64_t> units;
    units.unit = Rational(1, *denominator);
    Rational product = 1;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const GainColumn& column = table.columns[at];
        const std::int64_t most =
            std::max(std::abs(table.problem.constants[at]), std::abs(largest_total(table, at)));
        const Rational step = column.step / units.unit;
        product *= std::max(Rational(1), step * Rational(most + 1)); // a rest is less than a step
        if (product > Rational(most_whole)) {
            return std::nullopt;
        }
        units.columns.push_back(
            {step.small()->numerator, (column.rest / units.unit).small()->numerator});
    }
    return units;
}

/// Gains of efficient points in one unit, and who loses by none.
template <class Number>
struct Points {
    std::size_t width = 0;
    std::vector<Number> gains;     // [point * width + column]
    std::vector<std::size_t> zone; // points that nobody loses by; none where somebody refuses all
    Rational unit = 1;

    std::size_t size() const { return gains.size() / width; }
};

/// Points of equal worth, as a solution says them.
using Tied = std::function<Solution(const std::vector<std::size_t>&)>;

/// The best of some points, and of those in the zone. `Sorted` holds a number for each column.
template <class Number, class Sorted>
class PointReader {
public:
    PointReader(const Points<Number>& points, const SolutionOptions& options, Tied tied)
        : points_(points), options_(options), tied_(std::move(tied)) {}

    Solutions run() {
        std::vector<std::size_t> feasible(points_.size());
        std::iota(feasible.begin(), feasible.end(), std::size_t{0});
        solutions_.zone = points_.zone.empty() ? ZoneState::empty : ZoneState::found;
        if (!points_.zone.empty()) {
            read_zone(points_.zone);
        }
        read(SolutionKind::utilitarian_anywhere, feasible, sum_of);
        return std::move(solutions_);
    }

private:
    using Gains = std::span<const Number>;

    Gains gains_of(std::size_t point) const {
        return Gains(points_.gains).subspan(point * points_.width, points_.width);
    }

    static Number sum_of(Gains gains) {
        return std::accumulate(gains.begin(), gains.end(), Number(0));
    }

    /// Ascending; what is behind them is 0.
    static Sorted sorted(Gains gains) {
        Sorted sorted = room_for<Sorted>(gains.size());
        for (std::size_t at = 0; at < gains.size(); ++at) {
            sorted[at] = gains[at];
            for (std::size_t place = at; place > 0 && sorted[place] < sorted[place - 1]; --place) {
                std::swap(sorted[place], sorted[place - 1]);
            }
        }
        return sorted;
    }

    /// How many gain, and the product of what they gain.
    static std::pair<std::size_t, Number> product_of(Gains gains) {
        std::pair<std::size_t, Number> product{0, 1};
        for (const Number& gain : gains) {
            product.first += gain > Number(0) ? 1U : 0U;
            product.second *= gain > Number(0) ? gain : Number(1);
        }
        return product;
    }

    /// Shares of the largest gains, all times the product of these.
    Sorted shares(Gains gains) const {
        std::vector<Number> shares;
        for (std::size_t at = 0; at < gains.size(); ++at) {
            if (!(largest_[at] > Number(0))) {
                continue;
            }
            shares.push_back(gains[at]);
            for (std::size_t other = 0; other < gains.size(); ++other) {
                const bool counts = other != at && largest_[other] > Number(0);
                shares.back() *= counts ? largest_[other] : Number(1);
            }
        }
        return sorted(shares);
    }

    void read_zone(const std::vector<std::size_t>& zone) {
        largest_.assign(gains_of(zone.front()).begin(), gains_of(zone.front()).end());
        for (const std::size_t point : zone) {
            for (std::size_t at = 0; at < largest_.size(); ++at) {
                largest_[at] = std::max(largest_[at], gains_of(point)[at]);
            }
        }
        for (const Number& largest : largest_) {
            solutions_.largest_gains.push_back(Rational(largest) * points_.unit);
            solutions_.largest_gains_at_most.emplace_back(solutions_.largest_gains.back());
        }
        read(SolutionKind::nash, zone, product_of);
        read(SolutionKind::egalitarian, zone, sorted);
        read(SolutionKind::kalai_smorodinsky, zone, [this](Gains gains) { return shares(gains); });
        read(SolutionKind::utilitarian, zone, sum_of);
    }

    /// What the solution measures, of one of the points that it picks.
    Rational measure_of(SolutionKind kind, Gains gains) const {
        switch (kind) {
        case SolutionKind::nash: {
            const auto [count, product] = product_of(gains);
            Rational measure(product);
            for (std::size_t at = 0; at < count; ++at) {
                measure *= points_.unit;
            }
            return measure;
        }
        case SolutionKind::egalitarian:
            return Rational(sorted(gains).front()) * points_.unit;
        case SolutionKind::kalai_smorodinsky:
            return smallest_share(gains);
        case SolutionKind::utilitarian:
        case SolutionKind::utilitarian_anywhere:
            return Rational(sum_of(gains)) * points_.unit;
        }
        return {};
    }

    /// 0 where nobody can gain.
    Rational smallest_share(Gains gains) const {
        std::optional<Rational> smallest;
        for (std::size_t at = 0; at < gains.size(); ++at) {
            if (largest_[at] > Number(0)) {
                const Rational share = Rational(gains[at]) / Rational(largest_[at]);
                smallest = smallest ? std::min(*smallest, share) : share;
            }
        }
        return smallest.value_or(Rational());
    }

    template <class Worth>
    void read(SolutionKind kind, const std::vector<std::size_t>& points, Worth worth) {
        if (!options_.is_asked(kind)) {
            return;
        }
        auto best = worth(gains_of(points.front()));
        std::vector<std::size_t> ties;
        for (const std::size_t point : points) {
            auto own = worth(gains_of(point));
            if (own < best) {
                continue;
            }
            if (own > best) {
                best = std::move(own);
                ties.clear();
            }
            ties.push_back(point);
        }
        Solution solution = tied_(ties);
        solution.measure = measure_of(kind, gains_of(ties.front()));
        solution.gap = Rational();
        std::sort(solution.ties.begin(), solution.ties.end(),
                  [](const auto& a, const auto& b) { return a.totals < b.totals; });
        solutions_.by_kind[index_of(kind)] = std::move(solution);
    }

    template <class Room>
    static Room room_for(std::size_t size) {
        if constexpr (std::is_same_v<Room, std::vector<Number>>) {
            return Room(size);
        } else {
            return Room{};
        }
    }

    const Points<Number>& points_;
    const SolutionOptions& options_;
    Tied tied_;
    std::vector<Number> largest_; // in the zone, by column
    Solutions solutions_;
};

template <class Number>
Points<Number> points_of(const GainTable& table, const Front& front, const Units<Number>& units) {
    Points<Number> points{front.width, {}, {}, units.unit};
    points.gains.reserve(front.totals.size());
    for (std::size_t point = 0; point < front.size(); ++point) {
        bool suits = !table.is_refused;
        for (std::size_t column = 0; column < front.width; ++column) {
            const std::int64_t total = table.problem.constants[column] + front[point][column];
            const auto& own = units.columns[column];
            points.gains.push_back(own.rest + own.step * Number(total));
            suits = suits && total >= 0;
        }
        if (suits) {
            points.zone.push_back(point);
        }
    }
    return points;
}

/// Reads solutions off an additive frontier; nothing where the flag was raised.
template <class Number>
std::optional<Solutions> read_front(const GainTable& table, const AdditiveProblem& problem,
                                    const Front& front, const Units<Number>& units,
                                    const SolutionOptions& options) {
    bool was_stopped = false;
    const auto tied = [&](const std::vector<std::size_t>& ties) {
        Solution solution;
        solution.has_all_ties = ties.size() <= options.most_ties;
        Front targets{front.width, {}};
        for (std::size_t at = 0; at < std::min(ties.size(), options.most_ties); ++at) {
            const auto sums = front[ties[at]];
            targets.totals.insert(targets.totals.end(), sums.begin(), sums.end());
        }
        const Recovery recovery = recover(problem, targets);
        solution.has_all_ties = solution.has_all_ties && recovery.is_counted;
        was_stopped = was_stopped || recovery.was_stopped;
        for (std::size_t at = 0; at < recovery.reached.size(); ++at) {
            SolutionPoint point{table.problem.constants, recovery.reached[at].choice,
                                recovery.reached[at].ways};
            for (std::size_t column = 0; column < targets.width; ++column) {
                point.totals[column] += targets[at][column];
            }
            solution.ties.push_back(std::move(point));
        }
        return solution;
    };
    const Points<Number> points = points_of(table, front, units);
    Solutions solutions =
        PointReader<Number, std::array<Number, most_columns>>(points, options, tied).run();
    return was_stopped ? std::nullopt : std::optional(std::move(solutions));
}

} // namespace

std::optional<Solutions> solutions_of_front(const GainTable& table,
                                            const SolutionOptions& options) {
    if (table.columns.size() < 2 || table.columns.size() > most_columns) {
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
    if (const auto whole = whole_units(table)) {
        return read_front(table, *problem, front, *whole, options);
    }
    return read_front(table, *problem, front, plain_units(table), options);
}

Solutions solutions_of_points(const GainTable& table, const Frontier& frontier,
                              const SolutionOptions& options) {
    Points<Rational> points;
    points.width = table.columns.size();
    for (std::size_t at = 0; at < frontier.points.size(); ++at) {
        const Totals& totals = frontier.points[at].totals;
        bool suits = !table.is_refused;
        for (std::size_t column = 0; column < points.width; ++column) {
            points.gains.push_back(table.gain(column, totals));
            suits = suits && totals[column] >= 0;
        }
        if (suits) {
            points.zone.push_back(at);
        }
    }
    const auto tied = [&](const std::vector<std::size_t>& ties) {
        Solution solution;
        solution.has_all_ties = ties.size() <= options.most_ties && frontier.is_counted;
        for (std::size_t at = 0; at < std::min(ties.size(), options.most_ties); ++at) {
            const EfficientPoint& point = frontier.points[ties[at]];
            solution.ties.push_back({point.totals, point.choice, point.outcomes});
        }
        return solution;
    };
    return PointReader<Rational, std::vector<Rational>>(points, options, tied).run();
}

} // namespace unbracket
