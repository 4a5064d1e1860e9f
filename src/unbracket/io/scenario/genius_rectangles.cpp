#include "unbracket/io/scenario/genius_rectangles.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/scenario/genius_elements.hpp"
#include "unbracket/io/scenario/writing.hpp"
#include "unbracket/io/scenario/xml.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace unbracket {

namespace {

struct Rectangle {
    Rational worth;
    std::vector<ScenarioPattern::Literal> bounds;
};

/// "`3` of issue `x`", "`3` to `5` of issue `x` and `1` of issue `y`", "every outcome".
std::string name_of(const Scenario& scenario, const Rectangle& rectangle) {
    std::string name;
    for (const ScenarioPattern::Literal& bound : rectangle.bounds) {
        const ScenarioIssue& issue = scenario.issues[bound.issue];
        const std::string& first = issue.values[bound.values.front()];
        const std::string& last = issue.values[bound.values.back()];
        name += (name.empty() ? "" : " and ") + quoted(first) +
                (bound.values.size() == 1 ? "" : " to " + quoted(last)) + " of issue " +
                quoted(issue.name);
    }
    return name.empty() ? "every outcome" : name;
}

/// All that is worth something: the constant, each score, each pattern.
std::vector<Rectangle> rectangles_of(const ScenarioProfile& profile) {
    std::vector<Rectangle> all = {{profile.constant, {}}};
    for (std::size_t i = 0; i < profile.scores.size(); ++i) {
        for (std::size_t j = 0; j < profile.scores[i].size(); ++j) {
            all.push_back({profile.scores[i][j], {{i, {j}}}});
        }
    }
    for (const ScenarioPattern& pattern : profile.patterns) {
        all.push_back({pattern.worth, pattern.when});
    }
    std::erase_if(all, [](const Rectangle& each) { return each.worth.sign() == 0; });
    return all;
}

bool is_consecutive(const ScenarioPattern::Literal& literal) {
    return literal.values.back() - literal.values.front() + 1 == literal.values.size();
}

bool is_rectangle(const Rectangle& each) {
    return std::all_of(each.bounds.begin(), each.bounds.end(), is_consecutive);
}

Node objective_of(const Scenario& scenario) {
    Node objective = objective_element(scenario);
    for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
        Node issue = issue_element(scenario, i, "integer");
        set_attribute(issue, "lowerbound", scenario.issues[i].values.front());
        set_attribute(issue, "upperbound", scenario.issues[i].values.back());
        add_child(objective, std::move(issue));
    }
    return objective;
}

Node element_of(const Scenario& scenario, const Rectangle& rectangle, const Rational& unit) {
    Node element = xml_element("hyperRectangle");
    set_attribute(element, "utility", (rectangle.worth * unit).to_fraction_text());
    for (const ScenarioPattern::Literal& bound : rectangle.bounds) {
        const std::vector<std::string>& values = scenario.issues[bound.issue].values;
        Node includes = xml_element("INCLUDES");
        set_attribute(includes, "index", std::to_string(bound.issue + 1));
        set_attribute(includes, "min", values[bound.values.front()]);
        set_attribute(includes, "max", values[bound.values.back()]);
        add_child(element, std::move(includes));
    }
    return element;
}

Node space_of(const Scenario& scenario) {
    Node space = xml_element("utility_space");
    set_attribute(space, "number_of_issues", std::to_string(scenario.issues.size()));
    add_child(space, objective_of(scenario));
    return space;
}

/// What makes every worth and, but for factors 2 and 5, the reservation whole: utilities and the
/// largest of them, this times the scale, are then whole numbers.
Rational unit_of(const std::vector<Rectangle>& rectangles, const ScenarioProfile& profile) {
    Rational unit = common_denominator(Rational(1), profile.fallback);
    for (const Rectangle& rectangle : rectangles) {
        unit = common_denominator(Rational(1) / unit, rectangle.worth);
    }
    return unit;
}

/// What worth is divided by to be a utility.
Rational scale_of(const std::vector<Rectangle>& rectangles, const ScenarioProfile& profile) {
    Rational most;
    for (const Rectangle& rectangle : rectangles) {
        most += std::max(rectangle.worth, Rational(0));
    }
    return decimal_scale({profile.fallback}, most);
}

/// A problem for each combination that is no rectangle, and for each number that is too long.
Result<Node> profile_of(const Scenario& scenario, const ScenarioProfile& profile) {
    const std::vector<Rectangle> rectangles = rectangles_of(profile);
    Diagnostics problems;
    for (const Rectangle& rectangle : rectangles) {
        if (!is_rectangle(rectangle)) {
            problems.push_back({profile.at,
                                "a combination of " + quoted(profile.name) +
                                    " is no hyper-rectangle: " + name_of(scenario, rectangle),
                                "a rectangle holds consecutive numbers of each issue"});
        }
    }
    const Rational unit = unit_of(rectangles, profile);
    const Rational scale = scale_of(rectangles, profile);
    for (const Rectangle& rectangle : rectangles) {
        if (!fits_in_case(rectangle.worth * unit) || !fits_in_case(rectangle.worth / scale)) {
            problems.push_back(too_long("the worth of " + name_of(scenario, rectangle) + " to " +
                                            quoted(profile.name),
                                        profile.at));
        }
    }
    const Rational largest = unit * scale;
    const auto reservation = scenario_decimal(profile.fallback / scale);
    if (!reservation) {
        problems.push_back(too_long(without_agreement(profile), profile.at));
    }
    if (!fits_in_case(largest)) {
        problems.push_back(too_long("the largest utility of " + quoted(profile.name), profile.at));
    }
    if (!problems.empty()) {
        return problems;
    }
    Node function = xml_element("ufun");
    set_attribute(function, "type", "PlainUfun");
    set_attribute(function, "weight", "1");
    set_attribute(function, "aggregation", "sum");
    for (const Rectangle& rectangle : rectangles) {
        add_child(function, element_of(scenario, rectangle, unit));
    }
    Node utility = xml_element("utility");
    set_attribute(utility, "maxutility", largest.to_fraction_text());
    add_child(utility, std::move(function));
    Node space = space_of(scenario);
    set_attribute(space, "type", "nonlinear");
    add_child(children(space).front(), std::move(utility)); // into the objective
    for (const auto& [name, value] : {std::pair<std::string, std::string>{"discount_factor", "1"},
                                      {"reservation", *reservation}}) {
        Node part = xml_element(name);
        set_attribute(part, "value", value);
        add_child(space, std::move(part));
    }
    return space;
}

/// From the first to the last in steps of 1.
bool is_whole_range(const ScenarioIssue& issue) {
    if (issue.grid) {
        return issue.grid->step == Rational(1) && is_whole(issue.grid->low);
    }
    for (std::size_t i = 0; i < issue.values.size(); ++i) {
        const auto first = scenario_number(issue.values.front());
        const auto number = scenario_number(issue.values[i]);
        if (!first || !is_whole(*first) || !number ||
            *number != *first + Rational(static_cast<std::int64_t>(i))) {
            return false;
        }
    }
    return true;
}

std::string rectangle_note(const ScenarioProfile& profile) {
    return utility_note(Rational(0), scale_of(rectangles_of(profile), profile));
}

} // namespace

bool needs_rectangles(const Scenario& scenario) {
    return std::any_of(scenario.profiles.begin(), scenario.profiles.end(),
                       [](const ScenarioProfile& each) { return !each.patterns.empty(); });
}

bool has_whole_numbers(const Scenario& scenario) {
    return std::all_of(scenario.issues.begin(), scenario.issues.end(), is_whole_range);
}

Result<std::vector<NamedText>> write_genius_rectangles(const Scenario& scenario) {
    Diagnostics problems;
    Node domain = xml_element("negotiation_template");
    set_attribute(domain, "number_of_sessions", "1");
    add_child(domain, space_of(scenario));
    std::vector<NamedText> files = {{"domain.xml", write_xml(domain)}};
    const std::vector<std::string> names = file_names(scenario);
    for (std::size_t i = 0; i < scenario.profiles.size(); ++i) {
        const Result<Node> space = profile_of(scenario, scenario.profiles[i]);
        if (space) {
            files.push_back({names[i] + ".xml", "<!-- " + rectangle_note(scenario.profiles[i]) +
                                                    " -->\n" + write_xml(space.value())});
        }
        problems.insert(problems.end(), space.problems().begin(), space.problems().end());
    }
    if (!problems.empty()) {
        return problems;
    }
    return files;
}

std::vector<std::string> changed_by_rectangles(const Scenario& scenario) {
    std::vector<std::string> changed;
    for (const ScenarioProfile& profile : scenario.profiles) {
        changed.push_back(quoted(profile.name) + ": " + rectangle_note(profile));
    }
    return changed;
}

} // namespace unbracket
