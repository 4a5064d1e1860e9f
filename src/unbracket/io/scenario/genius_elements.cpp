#include "unbracket/io/scenario/genius_elements.hpp"

#include "unbracket/io/scenario/xml.hpp"

#include <string>

namespace unbracket {

Node objective_element(const Scenario& scenario) {
    Node objective = xml_element("objective");
    set_attribute(objective, "index", "0");
    set_attribute(objective, "etype", "objective");
    set_attribute(objective, "type", "objective");
    set_attribute(objective, "description", "");
    set_attribute(objective, "name", scenario.name);
    return objective;
}

Node issue_element(const Scenario& scenario, std::size_t issue, std::string_view type) {
    Node element = xml_element("issue");
    set_attribute(element, "index", std::to_string(issue + 1));
    set_attribute(element, "name", scenario.issues[issue].name);
    for (const char* const attribute : {"etype", "type", "vtype"}) {
        set_attribute(element, attribute, std::string(type));
    }
    return element;
}

} // namespace unbracket
