#include "unbracket/io/scenario/genius.hpp"
#include "unbracket/io/scenario/genius_elements.hpp"
#include "unbracket/io/scenario/genius_rectangles.hpp"
#include "unbracket/io/scenario/writing.hpp"
#include "unbracket/io/scenario/xml.hpp"

#include <utility>

namespace unbracket {

namespace {

/// An objective with its issues; `profile` is empty for the domain.
Node objective_of(const Scenario& scenario, const ShareProfile* profile) {
    Node objective = objective_element(scenario);
    for (std::size_t i = 0; i < scenario.issues.size() && profile != nullptr; ++i) {
        Node weight = xml_element("weight");
        set_attribute(weight, "index", std::to_string(i + 1));
        set_attribute(weight, "value", profile->weights[i]);
        add_child(objective, std::move(weight));
    }
    for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
        Node issue = issue_element(scenario, i, "discrete");
        for (std::size_t j = 0; j < scenario.issues[i].values.size(); ++j) {
            Node item = xml_element("item");
            set_attribute(item, "index", std::to_string(j + 1));
            set_attribute(item, "value", scenario.issues[i].values[j]);
            if (profile != nullptr) {
                set_attribute(item, "evaluation", profile->evaluations[i][j]);
            }
            add_child(issue, std::move(item));
        }
        add_child(objective, std::move(issue));
    }
    return objective;
}

Node domain_of(const Scenario& scenario) {
    Node space = xml_element("utility_space");
    set_attribute(space, "number_of_issues", std::to_string(scenario.issues.size()));
    add_child(space, objective_of(scenario, nullptr));
    Node domain = xml_element("negotiation_template");
    set_attribute(domain, "number_of_sessions", "1");
    add_child(domain, std::move(space));
    return domain;
}

Node profile_of(const Scenario& scenario, const ShareProfile& profile) {
    Node space = xml_element("utility_space");
    set_attribute(space, "number_of_issues", std::to_string(scenario.issues.size()));
    add_child(space, objective_of(scenario, &profile));
    for (const auto& [name, value] : {std::pair<std::string, std::string>{"discount_factor", "1"},
                                      {"reservation", profile.reservation}}) {
        Node part = xml_element(name);
        set_attribute(part, "value", value);
        add_child(space, std::move(part));
    }
    return space;
}

} // namespace

Result<std::vector<NamedText>> write_genius(const Scenario& scenario) {
    if (needs_rectangles(scenario) && has_whole_numbers(scenario)) {
        return write_genius_rectangles(scenario);
    }
    const Result<std::vector<ShareProfile>> profiles = share_profiles(scenario, "Genius");
    if (!profiles) {
        return profiles.problems();
    }
    std::vector<NamedText> files = {{"domain.xml", write_xml(domain_of(scenario))}};
    for (const ShareProfile& profile : profiles.value()) {
        files.push_back({profile.file + ".xml", "<!-- " + profile.note + " -->\n" +
                                                    write_xml(profile_of(scenario, profile))});
    }
    return files;
}

std::vector<std::string> changed_by_genius(const Scenario& scenario) {
    if (needs_rectangles(scenario) && has_whole_numbers(scenario)) {
        return changed_by_rectangles(scenario);
    }
    std::vector<std::string> changed = notes_of(share_profiles(scenario, "Genius"));
    add_ranges_as_values(scenario, changed);
    return changed;
}

} // namespace unbracket
