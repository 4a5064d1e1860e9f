#include "unbracket/frontier/solution_space.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <utility>

// A search wants whole numbers below value_limit, one problem for each bonus pattern. Columns of a
// table that are too wide for that are divided by a power of two and rounded upwards, so that sums
// remain upper bounds and the last word is had by the table itself. The sum of all gains becomes a
// column of its own in the same way: gains are brought to one denominator where that fits, and
// divided further where it does not. A bonus pattern that is left undecided comes with its larger
// gain, so its sums are upper bounds too.
//
// Source: Harsanyi (1955), Cardinal welfare, for adding gains of different parties at all; that
// their points can be added is an assumption of whoever asks [harsanyi1955cardinal]

namespace unbracket {

namespace {

constexpr std::int64_t unreachable = value_limit * 2;

/// Half of what a search can hold, so that thresholds fit as well.
constexpr std::int64_t widest_column = value_limit / 4;

std::int64_t clamped(const std::optional<std::int64_t>& number, const Rational& exact) {
    if (!number) {
        return exact.sign() < 0 ? -unreachable : unreachable;
    }
    return std::clamp(*number, -unreachable, unreachable);
}

std::int64_t divided_up(std::int64_t number, int shift) {
    const std::int64_t unit = std::int64_t{1} << shift;
    const std::int64_t quotient = number / unit;
    return quotient + (number % unit > 0 ? 1 : 0);
}

/// Sums of magnitudes of a column over all its rows and its constant, at most 2^62.
std::int64_t magnitude(const SearchProblem& problem, std::size_t column) {
    std::int64_t sum = std::abs(problem.constants[column]);
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        std::int64_t most = 0;
        for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
            most = std::max(most, std::abs(problem.row(row)[column]));
        }
        sum += most;
    }
    return sum;
}

/// The least and largest sum of a column, constraints left aside.
std::pair<std::int64_t, std::int64_t> range_of(const SearchProblem& problem, std::size_t column) {
    std::int64_t least = problem.constants[column], most = least;
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        std::int64_t low = problem.row(problem.first_row[issue])[column], high = low;
        for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
            low = std::min(low, problem.row(row)[column]);
            high = std::max(high, problem.row(row)[column]);
        }
        least += low, most += high;
    }
    return {least, most};
}

} // namespace

std::int64_t SpaceColumn::sum_for(const Rational& gain) const {
    const Rational sum = (gain - offset) / slope;
    return clamped(sum.ceil_to_int64(), sum);
}

std::int64_t SpaceColumn::sum_above(const Rational& gain) const {
    const Rational sum = (gain - offset) / slope;
    const std::int64_t whole = clamped(sum.floor_to_int64(), sum);
    return std::min(whole + 1, unreachable);
}

SolutionSpace::SolutionSpace(const GainTable& table, const std::vector<GainPart>& parts,
                             const Rational& tolerance)
    : table_(table), sums_(table) {
    for (const GainPart& part : parts) {
        parts_.push_back(
            {part.problem, table.rows_of(part.problem, part.row_options), !part.is_bound});
    }
    set_columns(tolerance);
    bound_columns();
}

void SolutionSpace::set_columns(const Rational& tolerance) {
    for (std::size_t at = 0; at < table_.columns.size(); ++at) {
        const GainColumn& from = table_.columns[at];
        SpaceColumn column{from.rest, from.step, 0, 0, from.digits > 0 ? 1 : 0, {}, 0};
        std::int64_t widest = 0;
        for (const SpacePart& part : parts_) {
            widest = std::max(widest, magnitude(part.problem, at));
        }
        while ((widest >> column.shift) + 64 >= widest_column) {
            ++column.shift;
        }
        column.slope = from.step * Rational(std::int64_t{1} << column.shift);
        column.tolerance = tolerance * table_.span(at);
        column.floor = column.sum_for(0);
        columns_.push_back(column);
        if (column.shift > 0) {
            round_up(at, column.shift);
        }
    }
}

/// Rows and constants of a column with digits are rounded down, and so may each conditional gain in
/// a constant be.
void SolutionSpace::round_up(std::size_t column, int shift) {
    const bool has_digits = table_.columns[column].digits > 0;
    const auto added = has_digits ? static_cast<std::int64_t>(table_.conditionals.size()) + 1 : 0;
    for (SpacePart& part : parts_) {
        part.is_exact = false;
        SearchProblem& problem = part.problem;
        problem.constants[column] = divided_up(problem.constants[column] + added, shift);
        for (Row row = 0; row < problem.row_count(); ++row) {
            std::int64_t& value = problem.values[row * problem.party_count + column];
            value = divided_up(value + (has_digits && value > 0 ? 1 : 0), shift);
        }
    }
}

void SolutionSpace::bound_columns() {
    for (std::size_t at = 0; at < columns_.size(); ++at) {
        columns_[at].least = std::numeric_limits<std::int64_t>::max();
        columns_[at].most = std::numeric_limits<std::int64_t>::min();
        for (const SpacePart& part : parts_) {
            const auto [least, most] = range_of(part.problem, at);
            columns_[at].least = std::min(columns_[at].least, least);
            columns_[at].most = std::max(columns_[at].most, most);
        }
    }
}

RowChoice SolutionSpace::in_table(const SpacePart& part, const RowChoice& choice) const {
    RowChoice rows;
    for (const Row row : choice) {
        rows.push_back(part.rows[row]);
    }
    return rows;
}

Totals SolutionSpace::totals(const SpacePart& part, const RowChoice& choice) const {
    if (!part.is_exact) {
        return sums_.totals(in_table(part, choice));
    }
    const std::size_t width = table_.columns.size();
    Totals sums(part.problem.constants.begin(),
                part.problem.constants.begin() + static_cast<std::ptrdiff_t>(width));
    for (const Row row : choice) {
        const auto values = part.problem.row(row);
        for (std::size_t at = 0; at < width; ++at) {
            sums[at] += values[at];
        }
    }
    return sums;
}

SolutionSpace::SolutionSpace(const SolutionSpace& from, std::vector<SpacePart> parts)
    : table_(from.table_), sums_(from.sums_), parts_(std::move(parts)), columns_(from.columns_) {}

SolutionSpace SolutionSpace::with_sum() const {
    const std::size_t width = columns_.size();
    Rational denominator(1), offset, tolerance;
    for (const SpaceColumn& column : columns_) {
        denominator = common_denominator(Rational(1) / denominator, column.slope);
        offset += column.offset, tolerance += column.tolerance;
    }
    const auto sum_of = [&](std::span<const std::int64_t> values) {
        Rational sum;
        for (std::size_t at = 0; at < width; ++at) {
            sum += columns_[at].slope * Rational(values[at]);
        }
        return sum;
    };
    Rational widest;
    for (const SpacePart& part : parts_) {
        Rational sum;
        for (std::size_t at = 0; at < width; ++at) {
            sum += columns_[at].slope * Rational(magnitude(part.problem, at));
        }
        widest = std::max(widest, sum);
    }
    Rational unit = Rational(1) / denominator;
    while (widest / unit >= Rational(widest_column - 1'024)) {
        unit *= Rational(2);
    }
    const auto rounded = [&](const Rational& sum) { return *(sum / unit).ceil_to_int64(); };
    std::vector<SpacePart> parts = parts_;
    for (SpacePart& part : parts) {
        const SearchProblem old = std::move(part.problem);
        SearchProblem& problem = part.problem;
        problem = old;
        problem.party_count = problem.required_count = width + 1;
        problem.constants.push_back(rounded(sum_of(old.constants)));
        problem.values.clear();
        for (Row row = 0; row < old.row_count(); ++row) {
            const auto values = old.row(row);
            problem.values.insert(problem.values.end(), values.begin(), values.end());
            problem.values.push_back(rounded(sum_of(values)));
        }
    }
    SolutionSpace space(*this, std::move(parts));
    space.columns_.push_back({offset, unit, 0, 0, 0, tolerance, -unreachable});
    space.bound_columns();
    return space;
}

Multipliers SolutionSpace::laid_on_sum(const Multipliers& lane) const {
    const double unit = columns_.back().slope.approximate();
    double on_sum = std::numeric_limits<double>::max();
    for (std::size_t at = 0; at < lane.size(); ++at) {
        const double weight = static_cast<double>(lane[at]) / columns_[at].slope.approximate();
        on_sum = std::min(on_sum, weight * unit);
    }
    std::vector<double> weights;
    for (std::size_t at = 0; at < lane.size(); ++at) {
        weights.push_back(static_cast<double>(lane[at]) -
                          on_sum * columns_[at].slope.approximate() / unit);
    }
    weights.push_back(on_sum);
    const double largest = *std::max_element(weights.begin(), weights.end());
    Multipliers laid;
    for (const double weight : weights) {
        const double share = largest > 0 ? std::max(weight, 0.0) / largest : 0.0;
        laid.push_back(
            static_cast<std::int64_t>(share * static_cast<double>(multiplier_limit) + 0.5));
    }
    return laid;
}

} // namespace unbracket
