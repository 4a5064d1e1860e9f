#include "unbracket/io/scenario/genius_worth.hpp"

#include "unbracket/io/checked_text.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

namespace unbracket::genius {

namespace {

using Literal = ScenarioPattern::Literal;

constexpr std::size_t most_held_values = 4'000'000;

Rational cut(const Rational& worth) {
    return std::clamp(worth, Rational(0), Rational(1));
}

/// 0 at both ends and outside, 1 at the top, linear between.
Rational triangle(const std::vector<Rational>& corners, const Rational& number) {
    const Rational& left = corners[0];
    const Rational& right = corners[1];
    const Rational& top = corners[2];
    if (number < left || number > right) {
        return 0;
    }
    if (number == top) {
        return 1;
    }
    return number < top ? (number - left) / (top - left) : (right - number) / (right - top);
}

/// Positions of the numbers inside the bound.
std::vector<std::size_t> values_inside(const ScenarioIssue& issue, const Bound& bound,
                                       Semantics semantics) {
    const auto count = static_cast<std::int64_t>(issue.values.size());
    const Rational low = (bound.low - issue.grid->low) / issue.grid->step;
    const Rational high = (bound.high - issue.grid->low) / issue.grid->step;
    const auto place = [&](std::optional<std::int64_t> rounded, const Rational& number) {
        const std::int64_t far = number.sign() < 0 ? -1 : count;
        return std::clamp<std::int64_t>(rounded.value_or(far), -1, count);
    };
    const bool is_closed = semantics == Semantics::genius;
    const std::int64_t first =
        is_closed ? place(low.ceil_to_int64(), low) : place(low.floor_to_int64(), low) + 1;
    const std::int64_t end =
        is_closed ? place(high.floor_to_int64(), high) + 1 : place(high.ceil_to_int64(), high);
    const std::int64_t from = std::max<std::int64_t>(first, 0);
    std::vector<std::size_t> inside(
        static_cast<std::size_t>(std::max<std::int64_t>(std::min(end, count) - from, 0)));
    std::iota(inside.begin(), inside.end(), static_cast<std::size_t>(from));
    return inside;
}

/// Which values of which issues a rectangle holds; nothing after a report.
class RectangleReader {
public:
    RectangleReader(const Space& space, const std::vector<ScenarioIssue>& issues,
                    Semantics semantics, Diagnostics& problems)
        : issues_(issues), semantics_(semantics), problems_(problems) {
        for (const Issue& issue : space.issues) {
            const auto found =
                std::find_if(issues.begin(), issues.end(),
                             [&](const ScenarioIssue& each) { return each.name == issue.name; });
            if (found != issues.end() && found->grid) {
                places_.emplace(issue.index, static_cast<std::size_t>(found - issues.begin()));
            }
        }
    }

    /// Ascending by issue, each once.
    std::optional<std::vector<Literal>> held_by(const Rectangle& rectangle) {
        std::vector<Literal> held;
        held.reserve(rectangle.bounds.size());
        bool is_good = true;
        for (const Bound& bound : rectangle.bounds) {
            const auto issue = issue_of(bound);
            if (!issue) {
                is_good = false;
                continue;
            }
            std::vector<std::size_t> inside = values_inside(issues_[*issue], bound, semantics_);
            const auto place = std::lower_bound(
                held.begin(), held.end(), *issue,
                [](const Literal& each, std::size_t wanted) { return each.issue < wanted; });
            if (place == held.end() || place->issue != *issue) {
                held.insert(place, {*issue, std::move(inside)});
                continue;
            }
            std::vector<std::size_t> both;
            std::set_intersection(place->values.begin(), place->values.end(), inside.begin(),
                                  inside.end(), std::back_inserter(both));
            place->values = std::move(both);
        }
        return is_good ? std::optional(std::move(held)) : std::nullopt;
    }

private:
    std::optional<std::size_t> issue_of(const Bound& bound) {
        const auto known = places_.find(bound.index);
        if (known != places_.end()) {
            return known->second;
        }
        problems_.push_back(
            {bound.at,
             "a bound on the index " + quoted(bound.index) + ", which is no issue that is a number",
             "bounds are read on integer and real issues"});
        return std::nullopt;
    }

    const std::vector<ScenarioIssue>& issues_;
    std::map<std::string_view, std::size_t> places_; // of issues that are numbers, by index
    Semantics semantics_;
    Diagnostics& problems_;
};

} // namespace

std::vector<Rational> worth_of_numbers(const Issue& issue, const ScenarioIssue& numbers,
                                       Semantics semantics, Diagnostics& problems) {
    std::vector<Rational> worth(numbers.values.size());
    if (!issue.evaluator) {
        problems.push_back({issue.at, "issue " + quoted(issue.name) + " has no <evaluator>",
                            "write one, such as <evaluator ftype=\"linear\" offset=\"0\" "
                            "slope=\"0.1\"/>"});
        return worth;
    }
    const auto& [kind, parameters, at] = *issue.evaluator;
    const bool is_triangle = kind == "triangular";
    if (kind != "linear" && kind != "constant" && !is_triangle) {
        problems.push_back({at, "an evaluator of the kind " + quoted(kind) + " is not read",
                            "known: linear, constant, triangular"});
        return worth;
    }
    if (is_triangle && (parameters[0] > parameters[2] || parameters[2] > parameters[1])) {
        problems.push_back({at, "the top of a triangle lies outside of its ends",
                            "parameter0 <= parameter2 <= parameter1"});
        return worth;
    }
    const bool is_genius = semantics == Semantics::genius;
    const bool starts_at_low = is_genius && issue.kind == IssueKind::integer;
    for (std::size_t i = 0; i < worth.size(); ++i) {
        const Rational number = numbers.number_at(i);
        const Rational& slope = parameters[1];
        worth[i] = is_triangle ? triangle(parameters, number)
                   : kind == "constant"
                       ? parameters[0]
                       : slope * (starts_at_low ? number - issue.low : number) + parameters[0];
        worth[i] = is_genius ? cut(worth[i]) : worth[i];
    }
    return worth;
}

std::vector<Rational> worth_of_evaluations(const std::vector<Rational>& evaluations,
                                           Semantics semantics) {
    if (semantics == Semantics::negmas || evaluations.empty()) {
        return evaluations;
    }
    const Rational largest = *std::max_element(evaluations.begin(), evaluations.end());
    const Rational least_counted(1, 100'000);
    std::vector<Rational> worth;
    for (const Rational& evaluation : evaluations) {
        worth.push_back(largest < least_counted ? Rational(0) : evaluation / largest);
    }
    return worth;
}

void add_rectangles(const Space& space, const std::vector<ScenarioIssue>& scenario_issues,
                    Semantics semantics, ScenarioProfile& profile, Diagnostics& problems) {
    RectangleReader reader(space, scenario_issues, semantics, problems);
    const bool is_genius = semantics == Semantics::genius;
    if (is_genius && space.divisor.sign() == 0) {
        problems.push_back({space.at, "`maxutility` is 0", "it divides all utilities"});
        return;
    }
    profile.patterns.reserve(space.rectangles.size());
    std::size_t held_values = 0;
    for (const Rectangle& rectangle : space.rectangles) {
        auto held = reader.held_by(rectangle);
        if (!held) {
            continue;
        }
        for (const Literal& each : *held) {
            held_values += each.values.size();
        }
        if (held_values > most_held_values) {
            problems.push_back({rectangle.at, "the rectangles hold more than 4,000,000 values",
                                "narrow the issues"});
            return;
        }
        const Rational worth = is_genius ? rectangle.worth / space.divisor : rectangle.worth;
        const bool is_complement = is_genius && rectangle.excludes;
        ScenarioPattern pattern;
        pattern.worth = is_complement ? -worth : worth;
        profile.constant += is_complement && !rectangle.bounds.empty() ? worth : Rational(0);
        const bool is_possible = std::none_of(
            held->begin(), held->end(), [](const Literal& each) { return each.values.empty(); });
        pattern.when = std::move(*held);
        std::erase_if(pattern.when, [&](const Literal& each) {
            return each.values.size() == scenario_issues[each.issue].values.size();
        });
        if (is_possible && pattern.when.empty()) {
            profile.constant += rectangle.bounds.empty() ? worth : pattern.worth;
        } else if (is_possible) {
            profile.patterns.push_back(std::move(pattern));
        }
    }
}

} // namespace unbracket::genius
