#include "unbracket/io/scenario/negmas.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/json_writer.hpp"
#include "unbracket/io/scenario/negmas_function.hpp"
#include "unbracket/io/scenario/negmas_keys.hpp"
#include "unbracket/io/scenario/negmas_value.hpp"
#include "unbracket/io/scenario/reading.hpp"
#include "unbracket/io/scenario/writing.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace unbracket {

namespace {

class NegmasReader {
public:
    NegmasReader(const ScenarioOptions& options, ScenarioNotes& notes)
        : options_(options), notes_(notes), reader_(problems_) {}

    Result<Scenario> read(const std::vector<ScenarioFile>& files) {
        for (const ScenarioFile& file : files) {
            if (file.role == FileRole::domain) {
                read_issues(file.root);
            } else {
                ScenarioProfile& profile = scenario_.profiles.emplace_back();
                profile.name = file.name;
                profile.at = file.root.at;
            }
        }
        if (scenario_.issues.empty() && problems_.empty()) {
            reader_.refuse(files.front().root.at, "the domain is missing, or names no issue",
                           "a utility function of NegMAS needs the file of its outcome space");
        }
        if (!problems_.empty() || !fits_a_case(scenario_, problems_)) {
            return problems_;
        }
        std::size_t at = 0;
        for (const ScenarioFile& file : files) {
            if (file.role == FileRole::profile) {
                read_profile(file.root, scenario_.profiles[at++]);
            }
        }
        if (!problems_.empty()) {
            return problems_;
        }
        add_remarks();
        return std::move(scenario_);
    }

private:
    void read_issues(const Node& domain) {
        IssueNames names(problems_);
        for (const Node& written : domain.find("issues")->items) {
            ScenarioIssue issue;
            issue.at = written.at;
            const Node* name = written.find("name");
            const Node* values = written.find("values");
            if (name == nullptr || values == nullptr) {
                reader_.refuse(written.at, "an issue without `name` or `values`", "give it both");
                continue;
            }
            issue.name = reader_.label(*name, "the name of an issue");
            if (read_values(negmas::kind_of(written), *values, issue)) {
                names.add(issue);
                scenario_.issues.push_back(std::move(issue));
            }
        }
    }

    /// False after a report.
    bool read_values(const std::string& kind, const Node& values, ScenarioIssue& issue) {
        constexpr std::array<std::string_view, 8> known = {"",
                                                           "CategoricalIssue",
                                                           "OrdinalIssue",
                                                           "DiscreteOrdinalIssue",
                                                           "CardinalIssue",
                                                           "DiscreteCardinalIssue",
                                                           "ContiguousIssue",
                                                           "ContinuousIssue"};
        if (std::find(known.begin(), known.end(), kind) == known.end()) {
            reader_.refuse(issue.at, "an issue of the type " + quoted(kind) + " is not read",
                           "known: CategoricalIssue, OrdinalIssue, DiscreteOrdinalIssue, "
                           "CardinalIssue, DiscreteCardinalIssue, ContiguousIssue, "
                           "ContinuousIssue");
            return false;
        }
        const bool is_range = values.kind == NodeKind::list && values.items.size() == 2;
        const bool is_real = kind == "ContinuousIssue";
        if (values.kind == NodeKind::number) {
            const Rational count = reader_.number(values, "`values`");
            return set_grid(issue, {0, 1}, count - Rational(1), problems_);
        }
        if (is_range && (is_real || kind == "ContiguousIssue")) {
            const Rational low = reader_.number(values.items[0], "an end of `values`");
            const Rational high = reader_.number(values.items[1], "an end of `values`");
            const Rational steps(static_cast<std::int64_t>(options_.grid_steps));
            has_grid_ = has_grid_ || is_real;
            const Rational step = is_real && low < high ? (high - low) / steps : Rational(1);
            return set_grid(issue, {low, step}, high, problems_);
        }
        if (values.kind != NodeKind::list) {
            reader_.refuse(values.at, "`values` of issue " + quoted(issue.name) + " is no list",
                           "write a list, or a whole number");
            return false;
        }
        std::vector<std::string> all;
        for (const Node& value : values.items) {
            all.push_back(without_outer_blanks(reader_.label(value, "a value")));
        }
        issue.values = distinct(std::move(all));
        return true;
    }

    void read_profile(const Node& root, ScenarioProfile& profile) {
        for (const Node* around = &root; around->find("ufun") != nullptr;
             around = around->find("ufun")) {
            check_discount(*around);
        }
        std::size_t discounts = 0;
        const Node& function = negmas::without_discounts(root, discounts);
        discounted_ += discounts > 0 ? 1 : 0;
        negmas::read_function(function, scenario_.issues, profile, reader_,
                              {problems_, notes_.oddities, assumed_});
        if (problems_.empty()) {
            profile.fallback = fallback_of(root, function, profile);
        }
    }

    void check_discount(const Node& around) {
        const std::string kind = negmas::kind_of(around);
        if (!negmas::is_discount(kind)) {
            reader_.refuse(around.at,
                           "a function of the type " + quoted(kind) + " round another is not read",
                           "known: ExpDiscountedUFun, LinDiscountedUFun");
        }
        negmas::refuse_unknown_keys(around, reader_);
    }

    Rational fallback_of(const Node& outer, const Node& inner, const ScenarioProfile& profile) {
        const Node* value = inner.find("reserved_value");
        const Node* another = outer.find("reserved_value");
        value = value == nullptr ? another : value;
        check_same(value, another);
        const Node* outcome = inner.find("reserved_outcome");
        if (value != nullptr && value->kind != NodeKind::null && !is_minus_infinity(*value)) {
            return reader_.number(*value, "`reserved_value`");
        }
        if (outcome != nullptr && outcome->kind != NodeKind::null) {
            return worth_of(*outcome, profile);
        }
        if (value != nullptr && is_minus_infinity(*value)) {
            ++accept_all_;
            return least_worth(profile);
        }
        ++lacks_;
        return 0;
    }

    /// NegMAS writes minus infinity into what stands around the function that has the value.
    void check_same(const Node* inner, const Node* outer) {
        const bool are_given = inner != nullptr && outer != nullptr &&
                               inner->kind == NodeKind::number && outer->kind == NodeKind::number;
        if (are_given && scenario_number(inner->text) != scenario_number(outer->text)) {
            reader_.refuse(inner->at,
                           "`reserved_value` is another one than on line " +
                               std::to_string(outer->at.line),
                           "keep the one that is meant");
        }
    }

    static bool is_minus_infinity(const Node& value) {
        return value.kind == NodeKind::text &&
               (value.text == "-.inf" || value.text == "-inf" || value.text == "-Infinity");
    }

    /// What no outcome is worth less than.
    static Rational least_worth(const ScenarioProfile& profile) {
        Rational least = profile.constant;
        for (const std::vector<Rational>& scores : profile.scores) {
            least += scores.empty() ? Rational(0) : *std::min_element(scores.begin(), scores.end());
        }
        for (const ScenarioPattern& pattern : profile.patterns) {
            least += std::min(pattern.worth, Rational(0));
        }
        return least;
    }

    /// What an outcome says about an issue: a list in their order, or a table by their names.
    static const Node* value_in(const Node& outcome, const ScenarioIssue& issue, std::size_t i) {
        return i < outcome.items.size() ? &outcome.items[i] : outcome.find(issue.name);
    }

    static std::optional<std::size_t> position_of(const Node& value, const ScenarioIssue& issue) {
        const std::string word = negmas::word_of(value);
        const auto number = scenario_number(word);
        const auto found =
            std::find_if(issue.values.begin(), issue.values.end(), [&](const std::string& known) {
                return known == word || (number && scenario_number(known) == number);
            });
        return found == issue.values.end()
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(found - issue.values.begin()));
    }

    Rational worth_of(const Node& outcome, const ScenarioProfile& profile) {
        std::vector<std::size_t> values;
        if (outcome.items.size() + outcome.members.size() > scenario_.issues.size()) {
            reader_.refuse(outcome.at, "`reserved_outcome` has more values than there are issues",
                           "name a value for each issue of the domain");
        }
        for (std::size_t i = 0; i < scenario_.issues.size(); ++i) {
            const Node* value = value_in(outcome, scenario_.issues[i], i);
            const auto position =
                value == nullptr ? std::nullopt : position_of(*value, scenario_.issues[i]);
            if (!position) {
                reader_.refuse(outcome.at,
                               "`reserved_outcome` has no value of issue " +
                                   quoted(scenario_.issues[i].name),
                               "name a value for each issue");
                return 0;
            }
            values.push_back(*position);
        }
        Rational worth = profile.constant;
        for (std::size_t i = 0; i < values.size(); ++i) {
            worth += profile.scores[i].empty() ? Rational(0) : profile.scores[i][values[i]];
        }
        for (const ScenarioPattern& pattern : profile.patterns) {
            const bool holds =
                std::all_of(pattern.when.begin(), pattern.when.end(), [&](const auto& literal) {
                    return std::binary_search(literal.values.begin(), literal.values.end(),
                                              values[literal.issue]);
                });
            worth += holds ? pattern.worth : Rational(0);
        }
        return worth;
    }

    void add_remarks() {
        notes_.remarks.emplace_back("NegMAS files: utilities as they stand.");
        if (discounted_ > 0) {
            notes_.remarks.push_back(discounts_left_out(discounted_));
        }
        if (lacks_ > 0) {
            notes_.assumptions.push_back(without_reservation(lacks_));
        }
        if (accept_all_ > 0) {
            notes_.assumptions.push_back(counted(accept_all_, "profile") +
                                         " with a reserved value of minus infinity: the least "
                                         "worth of any outcome is taken.");
        }
        if (has_grid_) {
            notes_.assumptions.push_back(put_on_grid_of(options_.grid_steps));
        }
        add_assumptions(assumed_, notes_);
    }

    const ScenarioOptions& options_;
    ScenarioNotes& notes_;
    Diagnostics problems_;
    TreeReader reader_;
    Scenario scenario_;
    std::size_t lacks_ = 0;
    std::size_t accept_all_ = 0;
    std::size_t discounted_ = 0;
    Assumed assumed_;
    bool has_grid_ = false;
};

Node domain_of(const Scenario& scenario) {
    Node domain = table_node();
    add_member(domain, "type", text_node("DiscreteCartesianOutcomeSpace"));
    add_member(domain, "name", text_node(scenario.name));
    Node& issues = add_member(domain, "issues", list_node({}));
    for (const ScenarioIssue& issue : scenario.issues) {
        Node written = table_node();
        add_member(written, "type", text_node("CategoricalIssue"));
        add_member(written, "name", text_node(issue.name));
        Node& values = add_member(written, "values", list_node({}));
        for (const std::string& value : issue.values) {
            values.items.push_back(text_node(value));
        }
        issues.items.push_back(std::move(written));
    }
    return domain;
}

Node function_of(const Scenario& scenario, const PlainProfile& profile) {
    Node function = table_node();
    add_member(function, "type", text_node("LinearAdditiveUtilityFunction"));
    add_member(function, "name", text_node(profile.name));
    add_member(function, "bias", number_node(profile.constant));
    Node weights = list_node({});
    Node values = list_node({});
    for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
        weights.items.push_back(number_node("1"));
        Node table = table_node();
        add_member(table, "type", text_node("TableFun"));
        Node& mapping = add_member(table, "mapping", table_node());
        for (std::size_t j = 0; j < scenario.issues[i].values.size(); ++j) {
            add_member(mapping, scenario.issues[i].values[j], number_node(profile.worth[i][j]));
        }
        values.items.push_back(std::move(table));
    }
    add_member(function, "weights", std::move(weights));
    add_member(function, "values", std::move(values));
    return function;
}

/// Before the place of an issue that is a key. NegMAS looks places up as numbers, which keys of
/// JSON are not; no name has this character.
constexpr char place_mark = '\x1f';

/// Places as numbers, as keys of YAML can be.
std::string with_numbers_for_places(std::string text) {
    constexpr std::string_view marked = "\"\\u001F";
    for (std::size_t at = text.find(marked); at != std::string::npos; at = text.find(marked, at)) {
        const std::size_t end = text.find('"', at + marked.size());
        text.erase(end, 1);
        text.erase(at, marked.size());
    }
    return text;
}

/// Values stand in lists of texts: two numbers would be a range.
Node boxes_of(const Scenario& scenario, const ScenarioProfile& profile, const PlainProfile& plain) {
    Node ranges = list_node({});
    Node utilities = list_node({});
    Node weights = list_node({});
    for (std::size_t i = 0; i < profile.patterns.size(); ++i) {
        Node range = table_node();
        for (const ScenarioPattern::Literal& literal : profile.patterns[i].when) {
            Node& values =
                add_member(range, place_mark + std::to_string(literal.issue), list_node({}));
            for (const std::size_t value : literal.values) {
                values.items.push_back(text_node(scenario.issues[literal.issue].values[value]));
            }
        }
        ranges.items.push_back(std::move(range));
        utilities.items.push_back(number_node(plain.pattern_worth[i]));
        weights.items.push_back(number_node("1"));
    }
    Node function = table_node();
    add_member(function, "type", text_node("HyperRectangleUtilityFunction"));
    add_member(function, "outcome_ranges", std::move(ranges));
    add_member(function, "utilities", std::move(utilities));
    add_member(function, "weights", std::move(weights));
    return function;
}

/// A sum over issues, and where there are patterns one of it and of rectangles.
Node profile_of(const Scenario& scenario, const ScenarioProfile& profile,
                const PlainProfile& plain) {
    Node function = function_of(scenario, plain);
    if (!profile.patterns.empty()) {
        Node sum = table_node();
        add_member(sum, "type", text_node("WeightedUtilityFunction"));
        add_member(sum, "name", text_node(plain.name));
        add_member(sum, "weights", list_node({number_node("1"), number_node("1")}));
        add_member(sum, "ufuns",
                   list_node({std::move(function), boxes_of(scenario, profile, plain)}));
        function = std::move(sum);
    }
    add_member(function, "reserved_value", number_node(plain.reservation));
    return function;
}

} // namespace

FileRole negmas_role(const Node& root) {
    const std::string kind = negmas::kind_of(root);
    const Node* issues = root.find("issues");
    if (kind.ends_with("OutcomeSpace") && issues != nullptr && issues->kind == NodeKind::list) {
        return FileRole::domain;
    }
    const bool is_function = kind.ends_with("UtilityFunction") || kind.ends_with("UFun");
    return is_function ? FileRole::profile : FileRole::none;
}

Result<Scenario> read_negmas(const std::vector<ScenarioFile>& files, const ScenarioOptions& options,
                             ScenarioNotes& notes) {
    return NegmasReader(options, notes).read(files);
}

Result<std::vector<NamedText>> write_negmas(const Scenario& scenario) {
    const Result<std::vector<PlainProfile>> profiles =
        plain_profiles(scenario, "NegMAS", Patterns::written);
    if (!profiles) {
        return profiles.problems();
    }
    std::vector<NamedText> files = {
        {"domain.yml", write_json(domain_of(scenario), JsonStyle::indented).value()}};
    for (std::size_t i = 0; i < profiles.value().size(); ++i) {
        const PlainProfile& plain = profiles.value()[i];
        const Node function = profile_of(scenario, scenario.profiles[i], plain);
        files.push_back(
            {plain.file + ".yml",
             with_numbers_for_places(write_json(function, JsonStyle::indented).value())});
    }
    return files;
}

std::vector<std::string> changed_by_negmas(const Scenario& scenario) {
    std::vector<std::string> changed =
        notes_of(plain_profiles(scenario, "NegMAS", Patterns::written));
    add_ranges_as_values(scenario, changed);
    return changed;
}

} // namespace unbracket
