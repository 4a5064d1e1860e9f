// Random Genius files against their definition: the utility of every outcome, worked out from the
// tree of the file alone, is what the scenario says it is, by both semantics.

#include "unbracket/io/scenario/genius.hpp"
#include "unbracket/io/scenario/xml.hpp"

#include "tests/support/scenario_conformance.hpp"

#include <algorithm>
#include <map>

namespace unbracket {
namespace {

using testing::random_below;
using Outcome = std::map<std::string, std::string>; // index of an issue: its value

Rational number(const Node& element, const std::string& name, const Rational& otherwise = 0) {
    const auto text = attribute(element, name);
    return text ? *scenario_number(*text) : otherwise;
}

/// By the definition, for files with `slope` and `offset`, and one function around rectangles.
class PlainUtility {
public:
    PlainUtility(const Node& root, Semantics semantics)
        : root_(root), objective_(*child(root, "objective")), semantics_(semantics) {}

    Rational of(const Outcome& outcome) const {
        return child(root_, "utility") == nullptr ? additive(outcome) : rectangles(outcome);
    }

private:
    Rational additive(const Outcome& outcome) const {
        Rational sum;
        for (const Node& issue : children(objective_)) {
            if (xml_name(issue) != "issue") {
                continue;
            }
            const std::string index(*attribute(issue, "index"));
            const std::string& value = outcome.at(index);
            const bool is_integer = *attribute(issue, "type") == "integer";
            sum += weight(index) * (is_integer ? of_integer(issue, value) : of_item(issue, value));
        }
        return sum;
    }

    Rational weight(const std::string& index) const {
        for (const Node& each : children(objective_)) {
            if (xml_name(each) == "weight" && *attribute(each, "index") == index) {
                return number(each, "value");
            }
        }
        return 0;
    }

    Rational of_item(const Node& issue, const std::string& value) const {
        Rational evaluation;
        Rational largest;
        for (const Node& item : children(issue)) {
            largest = std::max(largest, number(item, "evaluation"));
            if (*attribute(item, "value") == value) {
                evaluation = number(item, "evaluation");
            }
        }
        if (semantics_ == Semantics::negmas) {
            return evaluation;
        }
        return largest < Rational(1, 100'000) ? Rational(0) : evaluation / largest;
    }

    Rational of_integer(const Node& issue, const std::string& value) const {
        const Node& evaluator = *child(issue, "evaluator");
        const Rational slope = number(evaluator, "slope");
        const Rational offset = number(evaluator, "offset");
        const Rational x = *scenario_number(value);
        if (semantics_ == Semantics::negmas) {
            return slope * x + offset;
        }
        const Rational raw = slope * (x - number(issue, "lowerbound")) + offset;
        return std::clamp(raw, Rational(0), Rational(1));
    }

    Rational rectangles(const Outcome& outcome) const {
        const Node& utility = *child(root_, "utility");
        Rational sum;
        for (const Node& rectangle : children(*child(utility, "ufun"))) {
            if (counts(rectangle, outcome)) {
                sum += number(rectangle, "utility") * number(rectangle, "weight", 1);
            }
        }
        return semantics_ == Semantics::genius ? sum / number(utility, "maxutility") : sum;
    }

    bool counts(const Node& rectangle, const Outcome& outcome) const {
        bool all_hold = true;
        bool excludes = false;
        for (const Node& bound : children(rectangle)) {
            excludes = xml_name(bound) == "EXCLUDES";
            const Rational x =
                *scenario_number(outcome.at(std::string(*attribute(bound, "index"))));
            const Rational low = number(bound, "min");
            const Rational high = number(bound, "max");
            all_hold = all_hold && (semantics_ == Semantics::genius ? low <= x && x <= high
                                                                    : low < x && x < high);
        }
        return excludes && semantics_ == Semantics::genius ? !all_hold : all_hold;
    }

    const Node& root_;
    const Node& objective_;
    Semantics semantics_;
};

std::string drawn(std::uint64_t& state, std::int64_t bound) {
    return std::to_string(random_below(state, static_cast<std::size_t>(bound)));
}

Node integer_issue(std::uint64_t& state, const std::string& index) {
    Node issue = xml_element("issue");
    set_attribute(issue, "index", index);
    set_attribute(issue, "name", "i" + index);
    set_attribute(issue, "type", "integer");
    const std::size_t low = random_below(state, 5);
    set_attribute(issue, "lowerbound", std::to_string(low));
    set_attribute(issue, "upperbound", std::to_string(low + random_below(state, 5)));
    Node evaluator = xml_element("evaluator");
    set_attribute(evaluator, "ftype", "linear");
    set_attribute(evaluator, "slope",
                  (random_below(state, 2) == 0 ? "-0." : "0.") + drawn(state, 9));
    set_attribute(evaluator, "offset", drawn(state, 2) + "." + drawn(state, 9));
    add_child(issue, std::move(evaluator));
    return issue;
}

Node discrete_issue(std::uint64_t& state, const std::string& index) {
    Node issue = xml_element("issue");
    set_attribute(issue, "index", index);
    set_attribute(issue, "name", "i" + index);
    set_attribute(issue, "type", "discrete");
    const std::size_t count = 1 + random_below(state, 4);
    for (std::size_t i = 0; i < count; ++i) {
        Node item = xml_element("item");
        set_attribute(item, "value", "v" + std::to_string(i));
        set_attribute(item, "evaluation", drawn(state, 100) + ".5");
        add_child(issue, std::move(item));
    }
    return issue;
}

Node additive_space(std::uint64_t& state) {
    Node objective = xml_element("objective");
    const std::size_t issues = 1 + random_below(state, 3);
    for (std::size_t i = 0; i < issues; ++i) {
        const std::string index = std::to_string(3 + i);
        Node weight = xml_element("weight");
        set_attribute(weight, "index", index);
        set_attribute(weight, "value", "0." + drawn(state, 1000));
        add_child(objective, std::move(weight));
        add_child(objective, random_below(state, 2) == 0 ? integer_issue(state, index)
                                                         : discrete_issue(state, index));
    }
    Node space = xml_element("utility_space");
    add_child(space, std::move(objective));
    return space;
}

Node rectangle_space(std::uint64_t& state) {
    Node objective = xml_element("objective");
    for (const char* const index : {"1", "2", "3"}) {
        add_child(objective, integer_issue(state, index));
    }
    Node function = xml_element("ufun");
    const std::size_t rectangles = 1 + random_below(state, 6);
    for (std::size_t i = 0; i < rectangles; ++i) {
        Node rectangle = xml_element("hyperRectangle");
        set_attribute(rectangle, "utility", drawn(state, 50));
        const std::string sign = random_below(state, 3) == 0 ? "EXCLUDES" : "INCLUDES";
        const std::size_t bounds = random_below(state, 4);
        for (std::size_t j = 0; j < bounds; ++j) {
            Node bound = xml_element(sign);
            set_attribute(bound, "index", std::to_string(1 + random_below(state, 3)));
            const std::size_t low = random_below(state, 9);
            const std::string part = random_below(state, 3) == 0 ? ".5" : "";
            set_attribute(bound, "min", std::to_string(low) + part);
            set_attribute(bound, "max", std::to_string(low + random_below(state, 6)));
            add_child(rectangle, std::move(bound));
        }
        add_child(function, std::move(rectangle));
    }
    Node utility = xml_element("utility");
    set_attribute(utility, "maxutility", "70");
    add_child(utility, std::move(function));
    Node space = xml_element("utility_space");
    set_attribute(space, "type", "nonlinear");
    add_child(space, std::move(objective));
    add_child(space, std::move(utility));
    return space;
}

Rational worth_of(const ScenarioProfile& profile, const std::vector<std::size_t>& values) {
    Rational worth = profile.constant;
    for (std::size_t i = 0; i < values.size(); ++i) {
        worth += profile.scores[i].empty() ? Rational(0) : profile.scores[i][values[i]];
    }
    for (const ScenarioPattern& pattern : profile.patterns) {
        const bool holds =
            std::ranges::all_of(pattern.when, [&](const ScenarioPattern::Literal& literal) {
                return std::ranges::find(literal.values, values[literal.issue]) !=
                       literal.values.end();
            });
        worth += holds ? pattern.worth : Rational(0);
    }
    return worth;
}

/// Every outcome, as positions of values and by the indices of the file.
void compare_all(const Scenario& scenario, const PlainUtility& plain,
                 std::vector<std::size_t>& values, Outcome& outcome) {
    const std::size_t at = values.size();
    if (at == scenario.issues.size()) {
        EXPECT_EQ(worth_of(scenario.profiles.front(), values), plain.of(outcome));
        return;
    }
    const ScenarioIssue& issue = scenario.issues[at];
    for (std::size_t i = 0; i < issue.values.size(); ++i) {
        values.push_back(i);
        outcome[issue.name.substr(1)] = issue.values[i];
        compare_all(scenario, plain, values, outcome);
        values.pop_back();
    }
}

void compare(const Node& root, Semantics semantics) {
    ScenarioNotes notes;
    const Result<Scenario> scenario =
        read_genius({{"f", FileRole::profile, root}}, {.semantics = semantics}, notes);
    ASSERT_TRUE(scenario.ok()) << to_string(scenario.problems().front());
    std::vector<std::size_t> values;
    Outcome outcome;
    compare_all(scenario.value(), PlainUtility(root, semantics), values, outcome);
}

TEST(GeniusUtilities, AreThoseOfTheDefinition) {
    for (std::size_t i = 0; i < testing::shared_count(4000); ++i) {
        SCOPED_TRACE("file " + std::to_string(i) + ": " +
                     testing::repeat_command("GeniusUtilities.AreThoseOfTheDefinition"));
        std::uint64_t state = testing::suite_seed() * 1000003 + i;
        const Node root = i % 2 == 0 ? additive_space(state) : rectangle_space(state);
        const std::string text = write_xml(root);
        SCOPED_TRACE(text);
        const Result<Node> read = read_xml(text, "f.xml");
        ASSERT_TRUE(read.ok());
        compare(read.value(), Semantics::genius);
        compare(read.value(), Semantics::negmas);
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
}

} // namespace
} // namespace unbracket
