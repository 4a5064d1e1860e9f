#include "unbracket/io/scenario/weighted.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/scenario/reading.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>

namespace unbracket {

namespace {

using Row = WeightedProfile::Row;

std::vector<ScenarioIssue> issues_of(const WeightedProfile& profile) {
    std::vector<ScenarioIssue> issues;
    for (const Row& row : profile.rows) {
        ScenarioIssue& issue = issues.emplace_back();
        issue.name = row.issue;
        issue.at = row.at;
        std::vector<std::string> values;
        values.reserve(row.items.size());
        for (const WeightedProfile::Item& item : row.items) {
            values.push_back(item.value);
        }
        issue.values = distinct(std::move(values));
    }
    return issues;
}

class Matcher {
public:
    Matcher(const Scenario& scenario, ScenarioNotes& notes, Diagnostics& problems)
        : scenario_(scenario), notes_(notes), problems_(problems) {}

    void fill(const WeightedProfile& from, ScenarioProfile& profile) {
        std::map<std::string, const Row*> rows;
        for (const Row& row : from.rows) {
            rows.emplace(row.issue, &row);
        }
        check_names(from);
        Rational sum;
        for (const ScenarioIssue& issue : scenario_.issues) {
            std::vector<Rational>& scores = profile.scores.emplace_back();
            const auto row = rows.find(issue.name);
            if (row == rows.end()) {
                problems_.push_back({from.at, "the issue " + quoted(issue.name) + " is missing",
                                     "profiles of one folder rate the issues of one domain"});
                continue;
            }
            scores = scores_of(issue, *row->second);
            const Rational factor = weight_of(issue, from, row->second->at);
            sum += factor;
            std::for_each(scores.begin(), scores.end(), [&](Rational& each) { each *= factor; });
        }
        note_weight_sum(from.at, sum, notes_.oddities);
    }

private:
    /// Whatever names an issue that there is not.
    void check_names(const WeightedProfile& from) {
        const auto check = [&](const std::string& name, const SourcePosition& at,
                               const std::string& thing) {
            const auto is_meant = [&](const ScenarioIssue& each) { return each.name == name; };
            if (std::none_of(scenario_.issues.begin(), scenario_.issues.end(), is_meant)) {
                problems_.push_back({at, thing + quoted(name) + ", which the domain does not have",
                                     "profiles of one folder rate the issues of one domain"});
            }
        };
        for (const Row& row : from.rows) {
            check(row.issue, row.at, "an issue ");
        }
        for (const auto& [name, weight] : from.weights) {
            check(name, weight.at, "a weight for the issue ");
        }
    }

    Rational weight_of(const ScenarioIssue& issue, const WeightedProfile& from,
                       const SourcePosition& at) {
        const auto weight = from.weights.find(issue.name);
        if (weight == from.weights.end()) {
            problems_.push_back({at, "the issue " + quoted(issue.name) + " has no weight",
                                 "write it beside the weights of the others; 0 where the issue "
                                 "does not matter"});
            return 0;
        }
        return weight->second.value;
    }

    std::vector<Rational> scores_of(const ScenarioIssue& issue, const Row& row) {
        ValueTable table(issue, UnknownValues::refused, {problems_, notes_.oddities, assumed_});
        for (const WeightedProfile::Item& item : row.items) {
            table.add(item.value, item.worth, item.at);
        }
        return table.finished(row.at);
    }

    const Scenario& scenario_;
    ScenarioNotes& notes_;
    Diagnostics& problems_;
    Assumed assumed_; // nothing is: what is missing is a problem
};

} // namespace

void TreeReader::refuse(const SourcePosition& at, std::string what, std::string hint) {
    problems_.push_back({at, std::move(what), std::move(hint)});
}

void TreeReader::refuse_unknown(const Node& table, const std::string& what,
                                const std::vector<std::string>& known) {
    for (const Node::Member& member : table.members) {
        if (!member.key.starts_with('@') &&
            std::find(known.begin(), known.end(), member.key) == known.end()) {
            refuse(member.at, what + " has no key " + quoted(member.key),
                   known_hint(member.key, known));
        }
    }
}

const Node* TreeReader::table(const Node& from, std::string_view key) {
    const Node* found = from.find(key);
    if (found == nullptr || found->kind != NodeKind::table) {
        refuse(found == nullptr ? from.at : found->at,
               "there is no table `" + std::string(key) + "`", "the format needs one here");
        return nullptr;
    }
    return found;
}

Rational TreeReader::number(const Node& node, std::string_view what) {
    return number_of(node, what, {});
}

Rational TreeReader::number_of(const Node& node, std::string_view what, std::string_view name) {
    const bool may_be = node.kind == NodeKind::number || node.kind == NodeKind::text;
    const auto number = may_be ? scenario_number(node.text) : std::nullopt;
    if (!number) {
        NumberProblem problem = number_problem(may_be ? node.text : "");
        refuse(node.at,
               std::string(what) + (name.data() == nullptr ? "" : " " + quoted(name)) + " " +
                   problem.what,
               std::move(problem.hint));
    }
    return number.value_or(0);
}

std::string TreeReader::label(const Node& node, std::string_view what) {
    if (node.kind == NodeKind::text || node.kind == NodeKind::number) {
        return node.text;
    }
    if (node.kind == NodeKind::boolean) {
        return node.flag ? "true" : "false";
    }
    refuse(node.at, std::string(what) + " is neither a text nor a number", "write a text");
    return {};
}

std::vector<WeightedProfile::Item> weighted_items(const Node& table, TreeReader& reader) {
    std::vector<WeightedProfile::Item> items;
    items.reserve(table.members.size());
    for (const Node::Member& member : table.members) {
        items.push_back({without_outer_blanks(member.key),
                         reader.number_of(member.value, "the utility of", member.key), member.at});
    }
    return items;
}

std::map<std::string, WeightedProfile::Weight> weights_by_issue(const Node& table,
                                                                TreeReader& reader) {
    std::map<std::string, WeightedProfile::Weight> weights;
    for (const Node::Member& member : table.members) {
        Rational weight = reader.number_of(member.value, "the weight of", member.key);
        weights.emplace(member.key, WeightedProfile::Weight{std::move(weight), member.at});
    }
    return weights;
}

Result<Scenario> weighted_scenario(std::vector<ScenarioIssue> issues,
                                   const std::vector<WeightedProfile>& profiles,
                                   ScenarioNotes& notes) {
    Diagnostics problems;
    Scenario scenario;
    scenario.issues = issues.empty() ? issues_of(profiles.front()) : std::move(issues);
    IssueNames names(problems);
    for (const ScenarioIssue& issue : scenario.issues) {
        names.add(issue);
    }
    for (const WeightedProfile& profile : profiles) {
        ScenarioProfile& read = scenario.profiles.emplace_back();
        read.name = profile.name;
        read.at = profile.at;
        read.fallback = profile.fallback;
    }
    if (problems.empty() && fits_a_case(scenario, problems)) {
        Matcher matcher(scenario, notes, problems);
        for (std::size_t i = 0; i < profiles.size(); ++i) {
            matcher.fill(profiles[i], scenario.profiles[i]);
        }
    }
    if (!problems.empty()) {
        return problems;
    }
    return scenario;
}

} // namespace unbracket
