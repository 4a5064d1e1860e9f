#include "unbracket/io/scenario/genius_parts.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/scenario/xml.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <string_view>

namespace unbracket::genius {

namespace {

constexpr std::size_t most_issues = 512; // of a case

using Names = std::vector<std::string>;

/// What may stand in an element of a profile.
struct Parts {
    Names read;
    Names idle; // what Genius writes there that says nothing about worth
};

/// Profiles of trials in which agents are not told all have the last five.
const Parts& parts_of_space() {
    static const Parts parts = {
        {"objective", "reservation", "discount_factor", "utility", "utility_function"},
        {"comparisons", "errors", "experimental", "elicitation_cost", "fixed_seed"}};
    return parts;
}

const Parts& parts_of_objective() {
    static const Parts parts = {{"issue", "weight", "objective", "utility", "utility_function"},
                                {"similarity_function", "criteria_function"}};
    return parts;
}

const Parts& parts_of_issue() {
    static const Parts parts = {{"item", "range", "evaluator"},
                                {"similarity_function", "criteria_function"}};
    return parts;
}

bool is_among(std::string_view name, const Names& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class SpaceReader {
public:
    SpaceReader(bool is_profile, Diagnostics& problems, Diagnostics& oddities)
        : is_profile_(is_profile), problems_(problems), oddities_(oddities) {}

    Space read(const Node& space) {
        space_.at = space.at;
        space_.is_nonlinear = attribute(space, "type") == "nonlinear";
        check_parts(space, parts_of_space());
        check_attributes(space, {"type", "number_of_issues"}, {"reservation", "discount_factor"});
        const Node* objective = child(space, "objective");
        if (objective == nullptr) {
            refuse(space.at, "there is no <objective>", "the issues stand in it");
        } else {
            read_objective(*objective);
            read_rectangles(*objective);
        }
        read_rectangles(space);
        check_single(space, "objective");
        space_.reservation = single_number(space, "reservation");
        space_.discount = single_number(space, "discount_factor");
        for (const std::string_view name : {"reservation", "discount_factor"}) {
            refuse_without_value(space, name);
        }
        return std::move(space_);
    }

private:
    void refuse(const SourcePosition& at, std::string what, std::string hint = "") {
        problems_.push_back({at, std::move(what), std::move(hint)});
    }
    void note(const SourcePosition& at, std::string what) {
        oddities_.push_back({at, std::move(what), ""});
    }

    /// An element that nobody reads may be a misspelt one, left out without a word. A domain says
    /// nothing about worth.
    void check_parts(const Node& element, const Parts& parts) {
        for (const Node& part : children(element)) {
            const std::string_view name = xml_name(part);
            if (!is_profile_ || is_among(name, parts.read) || is_among(name, parts.idle)) {
                continue;
            }
            const bool is_elsewhere = is_among(name, parts_of_space().read);
            refuse(part.at,
                   "<" + std::string(name) + "> in <" + std::string(xml_name(element)) +
                       "> is not read",
                   is_elsewhere ? "Genius has it directly in <utility_space>"
                                : known_hint(name, parts.read));
        }
    }

    /// An attribute that has another value where it is not found, misspelt; `elsewhere` are names
    /// of elements.
    void check_attributes(const Node& element, const Names& known, const Names& elsewhere = {}) {
        for (const std::string_view name : attribute_names(element)) {
            Names all = known;
            all.insert(all.end(), elsewhere.begin(), elsewhere.end());
            const auto near = is_among(name, known) ? std::nullopt : nearest_spelling(name, all);
            if (near) {
                refuse(element.at,
                       "<" + std::string(xml_name(element)) + "> has an attribute " + quoted(name) +
                           ", which is not read",
                       is_among(*near, elsewhere)
                           ? "write <" + *near + " value=\"...\"/> into <utility_space>"
                           : "did you mean " + quoted(*near) + "?");
            }
        }
    }

    void refuse_without_value(const Node& holder, std::string_view name) {
        for (const Node& part : children(holder)) {
            if (xml_name(part) == name && !attribute(part, "value")) {
                const std::string element(name);
                refuse(part.at, "<" + element + "> has no `value`",
                       "write <" + element + " value=\"0.5\"/>, with the number that is meant");
            }
        }
    }

    /// Nothing where the attribute is missing, or after a report.
    std::optional<Rational> number(const Node& element, std::string_view name) {
        const auto text = attribute(element, name);
        return text ? number_of(element, name, *text) : std::nullopt;
    }

    std::optional<Rational> number_of(const Node& element, std::string_view name,
                                      std::string_view text) {
        auto value = scenario_number(text);
        if (!value) {
            NumberProblem problem = number_problem(text);
            refuse(element.at,
                   "`" + std::string(name) + "` of <" + std::string(xml_name(element)) + "> is " +
                       quoted(text) + ", which " + problem.what,
                   std::move(problem.hint));
        }
        return value;
    }

    void check_single(const Node& holder, std::string_view name) {
        std::size_t count = 0;
        for (const Node& part : children(holder)) {
            if (xml_name(part) == name && ++count == 2) {
                refuse(part.at, "a second <" + std::string(name) + ">", "keep one of them");
            }
        }
    }

    /// The `value` of an element that stands once, or nowhere; the same number twice will do.
    std::optional<Rational> single_number(const Node& holder, std::string_view name) {
        std::optional<Rational> value;
        for (const Node& part : children(holder)) {
            if (xml_name(part) != name) {
                continue;
            }
            const std::optional<Rational> another = number(part, "value");
            if (value && another && *value != *another) {
                refuse(part.at, "a second <" + std::string(name) + ">, with another value",
                       "keep the one that is meant");
            }
            value = value ? value : another;
        }
        return value;
    }

    /// A number that must be there.
    Rational needed(const Node& element, std::string_view name) {
        const auto text = attribute(element, name);
        if (!text) {
            refuse(element.at,
                   "<" + std::string(xml_name(element)) + "> has no `" + std::string(name) + "`",
                   "give it one");
            return 0;
        }
        return number_of(element, name, *text).value_or(0);
    }

    /// Empty where the attribute is missing.
    static std::string text(const Node& element, std::string_view name) {
        return std::string(attribute(element, name).value_or(""));
    }

    void read_objective(const Node& objective) {
        check_parts(objective, parts_of_objective());
        check_attributes(objective, {"index", "name", "type", "etype", "vtype", "description"},
                         {"reservation", "discount_factor"});
        for (const Node& part : children(objective)) {
            if (xml_name(part) == "issue") {
                read_issue(part);
            } else if (xml_name(part) == "weight") {
                space_.weights.push_back({text(part, "index"), needed(part, "value"), part.at});
            } else if (xml_name(part) == "objective") {
                refuse(part.at,
                       "an objective inside another one is not read, since a file does not say "
                       "whether its weight multiplies those of its issues",
                       "put its issues into the outer one, each with the weight it has in all");
            }
        }
    }

    static std::optional<IssueKind> kind_named(const std::string& name) {
        if (name == "discrete") {
            return IssueKind::discrete;
        }
        if (name == "integer") {
            return IssueKind::integer;
        }
        return name == "real" ? std::optional(IssueKind::real) : std::nullopt;
    }

    /// That of the first attribute that names one; nothing after a report.
    std::optional<IssueKind> kind_of(const Node& issue) {
        std::optional<IssueKind> kind;
        for (const std::string_view name : {"type", "etype", "vtype"}) {
            const std::string written = text(issue, name);
            const auto another = kind_named(written);
            if (kind && another && *another != *kind) {
                refuse(issue.at,
                       "`" + std::string(name) + "` of an issue is " + quoted(written) +
                           ", and another attribute names another type",
                       "write the type that is meant into all of them");
                return std::nullopt;
            }
            if (!kind && !another && !written.empty()) {
                refuse(issue.at, "an issue of the type " + quoted(written) + " is not read",
                       "known: discrete, integer, real");
                return std::nullopt;
            }
            kind = kind ? kind : another;
        }
        return kind.value_or(IssueKind::discrete);
    }

    void read_issue(const Node& element) {
        const auto kind = kind_of(element);
        if (!kind || space_.issues.size() > most_issues) {
            return;
        }
        if (space_.issues.size() == most_issues) {
            refuse(element.at, "more than 512 issues", "a case holds at most 512");
        }
        Issue issue;
        issue.at = element.at;
        issue.name = without_outer_blanks(text(element, "name"));
        issue.index = text(element, "index");
        issue.kind = *kind;
        if (issue.name.empty()) {
            refuse(element.at, "an issue without `name`", "give it one");
        }
        check_parts(element, parts_of_issue());
        if (issue.kind == IssueKind::discrete) {
            read_items(element, issue);
        } else {
            read_range(element, issue);
        }
        check_single(element, "evaluator");
        if (const Node* evaluator = child(element, "evaluator")) {
            issue.evaluator = read_evaluator(*evaluator);
        }
        space_.issues.push_back(std::move(issue));
    }

    void read_items(const Node& element, Issue& issue) {
        issue.items.reserve(children(element).size());
        for (const Node& part : children(element)) {
            if (xml_name(part) != "item") {
                continue;
            }
            const std::string written = text(part, "value");
            Item item{without_outer_blanks(written), number(part, "evaluation"), part.at};
            if (!attribute(part, "value")) {
                refuse(part.at, "an item without `value`", "give it one");
            } else if (item.value != written) {
                note(part.at, "the value " + quoted(written) + " has blanks at its ends");
            }
            issue.items.push_back(std::move(item));
        }
    }

    void read_range(const Node& element, Issue& issue) {
        const Node* range = child(element, "range");
        const Node& holder = range == nullptr ? element : *range;
        issue.low = needed(holder, "lowerbound");
        issue.high = needed(holder, "upperbound");
        check_single(element, "range");
        if (range != nullptr && (is_another(element, "lowerbound", issue.low) ||
                                 is_another(element, "upperbound", issue.high))) {
            refuse(range->at,
                   "the <range> of issue " + quoted(issue.name) +
                       " has other bounds than the issue itself",
                   "keep those that are meant");
        }
        if (issue.low > issue.high) {
            refuse(holder.at,
                   "the lower bound of issue " + quoted(issue.name) + " is above its upper bound",
                   "swap them");
        }
    }

    /// Whether the attribute is there and another number than that.
    bool is_another(const Node& element, std::string_view name, const Rational& than) {
        const auto written = number(element, name);
        return written && *written != than;
    }

    Evaluator read_evaluator(const Node& element) {
        Evaluator evaluator{text(element, "ftype"), {}, element.at};
        check_attributes(element, {"ftype", "type", "offset", "slope", "parameter0", "parameter1",
                                   "parameter2"});
        const bool is_linear = evaluator.kind == "linear";
        const bool has_slope = attribute(element, "slope").has_value();
        if (is_linear && (has_slope || !attribute(element, "parameter1"))) {
            evaluator.parameters = {needed(element, "offset"), needed(element, "slope")};
            if (is_another(element, "parameter0", evaluator.parameters[0]) ||
                is_another(element, "parameter1", evaluator.parameters[1])) {
                refuse(element.at,
                       "`offset` and `slope` say another line than `parameter0` and `parameter1`",
                       "keep the two that are meant");
            }
            return evaluator;
        }
        const bool is_triangle = evaluator.kind == "triangular";
        const bool is_constant = evaluator.kind == "constant";
        const auto parameter = [&](std::string_view name, bool is_needed) {
            evaluator.parameters.push_back(is_needed ? needed(element, name)
                                                     : number(element, name).value_or(0));
        };
        parameter("parameter0", is_triangle || is_constant); // Genius writes lines without it
        parameter("parameter1", is_triangle);
        parameter("parameter2", is_triangle);
        return evaluator;
    }

    /// They stand in the objective or behind it.
    void read_rectangles(const Node& around) {
        for (const Node& part : children(around)) {
            if (xml_name(part) != "utility" && xml_name(part) != "utility_function") {
                continue;
            }
            if (space_.function_at) {
                refuse(part.at, "a second <" + std::string(xml_name(part)) + ">",
                       "keep one of them");
            }
            space_.function_at = part.at;
            check_attributes(part, {"maxutility"});
            space_.is_nonlinear = true;
            space_.divisor = number(part, "maxutility").value_or(1);
            read_functions(part, 1);
        }
    }

    /// Left out, it would be worth nothing, or a bound that holds everywhere.
    void refuse_unknown(const Node& part, const Node& around, const std::string& known) {
        refuse(part.at,
               "<" + std::string(xml_name(part)) + "> in <" + std::string(xml_name(around)) +
                   "> is not read",
               "known there: " + known + ", in these letters");
    }

    void read_functions(const Node& element, const Rational& factor) {
        for (const Node& part : children(element)) {
            if (xml_name(part) == "hyperRectangle") {
                read_rectangle(part, factor);
            } else if (xml_name(part) == "ufun") {
                check_function(part);
                read_functions(part, factor * number(part, "weight").value_or(1));
            } else {
                refuse_unknown(part, element, "ufun, hyperRectangle");
            }
        }
    }

    void check_function(const Node& element) {
        check_attributes(element, {"type", "weight", "aggregation"});
        const std::string type = text(element, "type");
        if (!type.empty() && type != "PlainUfun") {
            refuse(element.at, "a <ufun> of the type " + quoted(type) + " is not read",
                   "known: PlainUfun");
        }
        const std::string aggregation = text(element, "aggregation");
        if (!aggregation.empty() && aggregation != "sum") {
            refuse(element.at, "the aggregation " + quoted(aggregation) + " is not read",
                   "known: sum");
        }
    }

    void read_rectangle(const Node& element, const Rational& factor) {
        Rectangle rectangle;
        rectangle.at = element.at;
        check_attributes(element, {"utility", "weight"});
        rectangle.worth =
            factor * needed(element, "utility") * number(element, "weight").value_or(1);
        bool includes = false;
        rectangle.bounds.reserve(children(element).size());
        for (const Node& part : children(element)) {
            const bool is_inclusion = xml_name(part) == "INCLUDES";
            if (!is_inclusion && xml_name(part) != "EXCLUDES") {
                refuse_unknown(part, element, "INCLUDES, EXCLUDES");
                continue;
            }
            (is_inclusion ? includes : rectangle.excludes) = true;
            rectangle.bounds.push_back(
                {text(part, "index"), needed(part, "min"), needed(part, "max"), part.at});
        }
        if (includes && rectangle.excludes) {
            refuse(element.at, "a rectangle with both INCLUDES and EXCLUDES is not read",
                   "split it");
        }
        space_.rectangles.push_back(std::move(rectangle));
    }

    Space space_;
    bool is_profile_;
    Diagnostics& problems_;
    Diagnostics& oddities_;
};

} // namespace

const Node* space_of(const Node& root) {
    if (xml_name(root) == "utility_space") {
        return &root;
    }
    return xml_name(root) == "negotiation_template" ? child(root, "utility_space") : nullptr;
}

Space read_space(const Node& root, Diagnostics& problems, Diagnostics& oddities) {
    const bool is_profile = xml_name(root) == "utility_space";
    return SpaceReader(is_profile, problems, oddities).read(*space_of(root));
}

} // namespace unbracket::genius
