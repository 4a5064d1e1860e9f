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

bool is_whole(const Rational& number) {
    return number.to_fraction_text().find('/') == std::string::npos;
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

/// Nothing where a number is too long, or some pattern is no rectangle.
std::optional<Node> profile_of(const Scenario& scenario, const ScenarioProfile& profile) {
    const std::vector<Rectangle> rectangles = rectangles_of(profile);
    if (!std::all_of(rectangles.begin(), rectangles.end(), is_rectangle)) {
        return std::nullopt;
    }
    std::vector<Rational> worth;
    Rational most;
    for (const Rectangle& rectangle : rectangles) {
        worth.push_back(rectangle.worth);
        most += std::max(rectangle.worth, Rational(0));
    }
    // The reservation is a decimal, and the largest utility a whole number.
    const Rational unit = whole_number_unit(worth);
    Rational scale = decimal_scale({profile.fallback}, most);
    Rational largest = unit * scale;
    while (!is_whole(largest)) {
        scale *= Rational(10);
        largest *= Rational(10);
        if (largest.to_fraction_text().size() > 200) {
            return std::nullopt;
        }
    }
    const auto reservation = scenario_decimal(profile.fallback / scale);
    if (!reservation) {
        return std::nullopt;
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

} // namespace

bool needs_rectangles(const Scenario& scenario) {
    return std::any_of(scenario.profiles.begin(), scenario.profiles.end(),
                       [](const ScenarioProfile& each) { return !each.patterns.empty(); });
}

bool has_whole_numbers(const Scenario& scenario) {
    return std::all_of(
        scenario.issues.begin(), scenario.issues.end(), [](const ScenarioIssue& issue) {
            return issue.grid && issue.grid->step == Rational(1) && is_whole(issue.grid->low);
        });
}

Result<std::vector<NamedText>> write_genius_rectangles(const Scenario& scenario) {
    Diagnostics problems;
    Node domain = xml_element("negotiation_template");
    set_attribute(domain, "number_of_sessions", "1");
    add_child(domain, space_of(scenario));
    std::vector<NamedText> files = {{"domain.xml", write_xml(domain)}};
    const std::vector<std::string> names = file_names(scenario);
    for (std::size_t i = 0; i < scenario.profiles.size(); ++i) {
        const std::optional<Node> space = profile_of(scenario, scenario.profiles[i]);
        if (space) {
            files.push_back({names[i] + ".xml", write_xml(*space)});
        } else {
            problems.push_back({scenario.profiles[i].at,
                                quoted(scenario.profiles[i].name) +
                                    " has a combination that is no hyper-rectangle, or a number "
                                    "of more than 100 digits",
                                "a rectangle holds consecutive numbers of each issue"});
        }
    }
    if (!problems.empty()) {
        return problems;
    }
    return files;
}

} // namespace unbracket
