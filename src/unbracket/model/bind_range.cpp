#include "unbracket/model/bind_range.hpp"

#include "unbracket/model/bind_table.hpp"

#include <algorithm>

// range = { min, max, step } of a numeric issue. Its options are decimal numbers on a grid. Nearly
// always the grid is a grid of whole numbers once the point is moved some places to the right; then
// the options are counted in 64-bit integers, otherwise in exact fractions, which is slower.

namespace unbracket::binding {

namespace {

std::optional<NumericRange> read_range_numbers(Context& context, Table& table) {
    const Node* minimum = table.need("min");
    const Node* maximum = table.need("max");
    const Node* step = table.need("step");
    NumericRange range;
    range.unit = table.text("unit");
    table.refuse_others();
    if (minimum == nullptr || maximum == nullptr || step == nullptr) {
        return std::nullopt;
    }
    const auto low = read_number(context, *minimum, any_bounds, "`min`");
    const auto high = read_number(context, *maximum, any_bounds, "`max`");
    const auto width = read_number(context, *step, any_bounds, "`step`");
    if (!low || !high || !width) {
        return std::nullopt;
    }
    range.minimum = *low, range.maximum = *high, range.step = *width;
    if (*low > *high) {
        context.problems.add(minimum->at, "`min` is above `max`", "swap them");
        return std::nullopt;
    }
    if (*width <= Rational(0)) {
        context.problems.add(step->at, "`step` must be above 0");
        return std::nullopt;
    }
    return range;
}

/// How many steps lead from min to max; nothing after a report.
std::optional<std::size_t> count_steps(Context& context, const NumericRange& range,
                                       const SourcePosition& at) {
    const Rational steps = (range.maximum - range.minimum) / range.step;
    const auto whole = steps.floor_to_int64();
    if (!whole || *whole >= static_cast<std::int64_t>(most_options)) {
        context.problems.add(at, "the range has more than 4096 options", "take a larger step");
        return std::nullopt;
    }
    if (Rational(*whole) != steps) {
        const Rational last = range.minimum + range.step * Rational(*whole);
        context.problems.add(at,
                             "steps of " + range.step.to_decimal_text(15) + " from " +
                                 range.minimum.to_decimal_text(15) + " miss `max`, which is " +
                                 range.maximum.to_decimal_text(15),
                             "the last step is " + last.to_decimal_text(15));
        return std::nullopt;
    }
    return static_cast<std::size_t>(*whole);
}

/// min, and step, in units of 10^-places.
struct WholeGrid {
    std::int64_t first = 0;
    std::int64_t step = 0;
    int places = 0;
    std::int64_t unit = 1; // 10^places
};

/// Nothing where a number of the grid would have more than 15 digits in these units.
std::optional<WholeGrid> whole_grid(const NumericRange& range) {
    constexpr std::int64_t limit = 1'000'000'000'000'000;
    const auto is_whole = [](const Rational& number) {
        const auto small = number.small();
        return small && small->denominator == 1;
    };
    WholeGrid grid;
    for (; grid.unit < limit; grid.unit *= 10, ++grid.places) {
        const Rational first = range.minimum * Rational(grid.unit);
        const Rational last = range.maximum * Rational(grid.unit);
        const Rational step = range.step * Rational(grid.unit);
        if (first <= Rational(-limit) || last >= Rational(limit)) {
            return std::nullopt;
        }
        if (is_whole(first) && is_whole(step)) {
            grid.first = first.small()->numerator;
            grid.step = step.small()->numerator;
            return grid;
        }
    }
    return std::nullopt;
}

std::string decimal_text(std::int64_t number, int places) {
    const bool negative = number < 0;
    std::string digits = std::to_string(negative ? -number : number);
    const std::size_t after_point = static_cast<std::size_t>(places);
    if (digits.size() <= after_point) {
        digits.insert(0, after_point + 1 - digits.size(), '0');
    }
    std::string fraction = digits.substr(digits.size() - after_point);
    digits.resize(digits.size() - after_point);
    while (!fraction.empty() && fraction.back() == '0') {
        fraction.pop_back();
    }
    return (negative ? "-" : "") + digits + (fraction.empty() ? "" : "." + fraction);
}

void add_whole_options(Issue& issue, const WholeGrid& grid, std::size_t steps) {
    for (std::size_t i = 0; i <= steps; ++i) {
        const std::int64_t number = grid.first + grid.step * static_cast<std::int64_t>(i);
        issue.options.push_back(titled_option(decimal_text(number, grid.places)));
        issue.options.back().number = Rational(number, grid.unit);
    }
}

/// False after a report: some number of the range has too many digits to be written in a file.
bool add_fraction_options(Context& context, Issue& issue, const NumericRange& range,
                          std::size_t steps, const SourcePosition& at) {
    constexpr int enough_digits = 30;
    for (std::size_t i = 0; i <= steps; ++i) {
        const Rational number = range.minimum + range.step * Rational(static_cast<std::int64_t>(i));
        const std::string key = number.to_decimal_text(enough_digits);
        if (parse_decimal(key).problem != DecimalProblem::none) {
            context.problems.add(
                at, "the range holds " + key + ", a number of more than 15 significant digits",
                "give `min` and `step` fewer digits");
            issue.options.clear();
            return false;
        }
        issue.options.push_back(titled_option(key));
        issue.options.back().number = number;
    }
    return true;
}

} // namespace

Option titled_option(const std::string& key) {
    Option option;
    option.key = key;
    option.title = key;
    return option;
}

void read_range(Context& context, Issue& issue, const Node& node) {
    Table table(context, node, "`range` of issue " + quoted(issue.key),
                "range = { min = 10, max = 60, step = 5 }");
    const auto range = read_range_numbers(context, table);
    const auto steps = range ? count_steps(context, *range, node.at) : std::nullopt;
    if (!steps) {
        return;
    }
    issue.options.reserve(*steps + 1);
    if (const auto grid = whole_grid(*range)) {
        add_whole_options(issue, *grid, *steps);
        issue.range = range;
    } else if (add_fraction_options(context, issue, *range, *steps, node.at)) {
        issue.range = range;
    }
}

} // namespace unbracket::binding
