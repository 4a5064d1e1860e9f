#include "unbracket/io/scenario/genius_worth.hpp"

#include "unbracket/io/checked_text.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace unbracket::genius {

namespace {

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
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < issue.values.size(); ++i) {
        const Rational number = issue.number_at(i);
        const bool is_inside = semantics == Semantics::genius
                                   ? bound.low <= number && number <= bound.high
                                   : bound.low < number && number < bound.high;
        if (is_inside) {
            inside.push_back(i);
        }
    }
    return inside;
}

/// Which values of which issues a rectangle holds; nothing after a report.
class RectangleReader {
public:
    RectangleReader(const Space& space, const std::vector<ScenarioIssue>& issues,
                    Semantics semantics, Diagnostics& problems)
        : space_(space), issues_(issues), semantics_(semantics), problems_(problems) {}

    std::optional<std::map<std::size_t, std::vector<std::size_t>>>
    held_by(const Rectangle& rectangle) {
        std::map<std::size_t, std::vector<std::size_t>> held;
        bool is_good = true;
        for (const Bound& bound : rectangle.bounds) {
            const auto issue = issue_of(bound);
            if (!issue) {
                is_good = false;
                continue;
            }
            std::vector<std::size_t> inside = values_inside(issues_[*issue], bound, semantics_);
            const auto [known, is_new] = held.emplace(*issue, inside);
            if (!is_new) {
                std::vector<std::size_t> both;
                std::set_intersection(known->second.begin(), known->second.end(), inside.begin(),
                                      inside.end(), std::back_inserter(both));
                known->second = std::move(both);
            }
        }
        return is_good ? std::optional(std::move(held)) : std::nullopt;
    }

private:
    std::optional<std::size_t> issue_of(const Bound& bound) {
        for (const Issue& issue : space_.issues) {
            if (issue.index != bound.index) {
                continue;
            }
            const auto found =
                std::find_if(issues_.begin(), issues_.end(),
                             [&](const ScenarioIssue& each) { return each.name == issue.name; });
            if (found != issues_.end() && found->grid) {
                return static_cast<std::size_t>(found - issues_.begin());
            }
        }
        problems_.push_back(
            {bound.at,
             "a bound on the index " + quoted(bound.index) + ", which is no issue that is a number",
             "bounds are read on integer and real issues"});
        return std::nullopt;
    }

    const Space& space_;
    const std::vector<ScenarioIssue>& issues_;
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
    std::size_t held_values = 0;
    for (const Rectangle& rectangle : space.rectangles) {
        const auto held = reader.held_by(rectangle);
        if (!held) {
            continue;
        }
        for (const auto& [issue, values] : *held) {
            held_values += values.size();
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
        bool is_possible = true;
        for (const auto& [issue, values] : *held) {
            is_possible = is_possible && !values.empty();
            if (values.size() < scenario_issues[issue].values.size()) {
                pattern.when.push_back({issue, values});
            }
        }
        if (is_possible && pattern.when.empty()) {
            profile.constant += rectangle.bounds.empty() ? worth : pattern.worth;
        } else if (is_possible) {
            profile.patterns.push_back(std::move(pattern));
        }
    }
}

} // namespace unbracket::genius
