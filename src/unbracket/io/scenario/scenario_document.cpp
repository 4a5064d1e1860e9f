#include "unbracket/io/scenario/scenario_document.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/model/id_text.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace unbracket {

namespace {

constexpr std::size_t most_values = 4096; // of an issue of a case

/// Ids of names of one kind: letters, digits, `_` and `-` stay, everything between becomes one
/// hyphen; what is taken gets a number.
class Ids {
public:
    explicit Ids(std::string reserved) : taken_({std::move(reserved)}) {}

    std::string of(const std::string& name) {
        const std::string base = spelled(name);
        std::string id = base;
        std::size_t& count = counts_.try_emplace(base, 1).first->second; // all up to it are taken
        while (!taken_.insert(id).second) {
            const std::string number = "-" + std::to_string(++count);
            id = base.substr(0, longest_id - number.size()) + number;
        }
        return id;
    }

private:
    static std::string spelled(const std::string& name) {
        std::string id;
        for (const char letter : name) {
            if (is_id(std::string_view(&letter, 1)) && letter != '-') {
                id += letter;
            } else if (!id.empty() && id.back() != '-') {
                id += '-';
            }
        }
        id.resize(std::min(id.size(), longest_id));
        while (id.ends_with('-')) {
            id.pop_back();
        }
        return id.empty() ? "x" : id;
    }

    std::set<std::string> taken_;
    std::map<std::string, std::size_t> counts_; // by name
};

std::vector<std::string> party_ids(const Scenario& scenario) {
    Ids ids("norm");
    std::vector<std::string> all;
    for (const ScenarioProfile& profile : scenario.profiles) {
        all.push_back(ids.of(profile.name));
    }
    return all;
}

class DocumentMaker {
public:
    explicit DocumentMaker(const Scenario& scenario)
        : scenario_(scenario), parties_(party_ids(scenario)) {}

    Node made(const std::string& title, const std::string& summary) {
        Node document = table_node();
        add_member(document, "unbracket", number_node("1"));
        add_member(document, "title", text_node(title));
        add_member(document, "summary", text_node(summary));
        add_member(document, "party", party_section());
        add_member(document, "issue", issue_section());
        add_member(document, "fallback", fallback_section());
        Node bonuses = bonus_section();
        if (!bonuses.items.empty()) {
            add_member(document, "bonus", std::move(bonuses));
        }
        return document;
    }

private:
    Node party_section() const {
        Node section = table_node();
        for (std::size_t i = 0; i < parties_.size(); ++i) {
            const ScenarioProfile& profile = scenario_.profiles[i];
            Node party = table_node(profile.at);
            add_member(party, "name", text_node(profile.name, profile.at));
            add_member(section, parties_[i], std::move(party), profile.at);
        }
        return section;
    }

    Node issue_section() {
        Node section = table_node();
        Ids ids("");
        for (std::size_t i = 0; i < scenario_.issues.size(); ++i) {
            const ScenarioIssue& issue = scenario_.issues[i];
            issues_.push_back(ids.of(issue.name));
            Node table = table_node(issue.at);
            add_member(table, "title", text_node(issue.name, issue.at));
            add_choices(table, issue);
            add_scores(table, i);
            add_member(section, issues_.back(), std::move(table), issue.at);
        }
        return section;
    }

    void add_choices(Node& table, const ScenarioIssue& issue) {
        if (issue.grid) {
            options_.push_back(issue.values);
            Node range = table_node(issue.at);
            add_member(range, "min", exact_number_node(issue.grid->low, issue.at));
            add_member(range, "max", exact_number_node(issue.last_number(), issue.at));
            add_member(range, "step", exact_number_node(issue.grid->step, issue.at));
            add_member(table, "range", std::move(range), issue.at);
            return;
        }
        Ids ids("unknown");
        Node choices = table_node(issue.at);
        std::vector<std::string>& options = options_.emplace_back();
        for (const std::string& value : issue.values) {
            options.push_back(ids.of(value));
            add_member(choices, options.back(), text_node(value, issue.at), issue.at);
        }
        add_member(table, "option", std::move(choices), issue.at);
    }

    /// What is part of every outcome's worth goes into the first issue.
    void add_scores(Node& table, std::size_t issue) const {
        Node scores = table_node();
        for (std::size_t i = 0; i < parties_.size(); ++i) {
            const ScenarioProfile& profile = scenario_.profiles[i];
            const bool is_rated = !profile.scores[issue].empty();
            if (!is_rated && issue != 0) {
                continue;
            }
            const Rational rest = issue == 0 ? profile.constant : Rational(0);
            Node column = table_node(profile.at);
            column.members.reserve(options_[issue].size());
            for (std::size_t j = 0; j < options_[issue].size(); ++j) {
                const Rational score = is_rated ? profile.scores[issue][j] : Rational(0);
                add_member(column, options_[issue][j], exact_number_node(score + rest, profile.at));
            }
            add_member(scores, parties_[i], std::move(column), profile.at);
        }
        if (!scores.members.empty()) {
            add_member(table, "score", std::move(scores));
        }
    }

    Node fallback_section() const {
        Node section = table_node();
        for (std::size_t i = 0; i < parties_.size(); ++i) {
            const ScenarioProfile& profile = scenario_.profiles[i];
            add_member(section, parties_[i], exact_number_node(profile.fallback, profile.at),
                       profile.at);
        }
        return section;
    }

    Node bonus_section() const {
        Node section = list_node({});
        for (std::size_t i = 0; i < parties_.size(); ++i) {
            for (const ScenarioPattern& pattern : scenario_.profiles[i].patterns) {
                section.items.push_back(bonus_of(i, pattern));
            }
        }
        return section;
    }

    Node bonus_of(std::size_t party, const ScenarioPattern& pattern) const {
        const SourcePosition& at = scenario_.profiles[party].at;
        Node when = table_node(at);
        for (const ScenarioPattern::Literal& literal : pattern.when) {
            Node values = list_node({}, at);
            for (const std::size_t value : literal.values) {
                values.items.push_back(text_node(options_[literal.issue][value], at));
            }
            add_member(when, issues_[literal.issue], std::move(values), at);
        }
        Node bonus = table_node(at);
        add_member(bonus, "party", text_node(parties_[party], at), at);
        add_member(bonus, "when", std::move(when), at);
        add_member(bonus, "value", exact_number_node(pattern.worth, at), at);
        return bonus;
    }

    const Scenario& scenario_;
    std::vector<std::string> parties_;
    std::vector<std::string> issues_;
    std::vector<std::vector<std::string>> options_;
};

} // namespace

namespace {

/// A problem for each party and issue, fallback and pattern with a number that no case holds.
class LongNumbers {
public:
    explicit LongNumbers(const Scenario& scenario) : scenario_(scenario) {}

    Diagnostics found() {
        for (const ScenarioProfile& profile : scenario_.profiles) {
            for (std::size_t i = 0; i < scenario_.issues.size(); ++i) {
                look_at_scores(profile, i);
            }
            look_at(profile.fallback, "what " + quoted(profile.name) + " has without agreement",
                    profile);
            for (const ScenarioPattern& pattern : profile.patterns) {
                look_at(pattern.worth, "the worth of a combination to " + quoted(profile.name),
                        profile);
            }
        }
        return std::move(problems_);
    }

private:
    /// What is part of every outcome's worth stands in the first issue.
    void look_at_scores(const ScenarioProfile& profile, std::size_t issue) {
        const Rational rest = issue == 0 ? profile.constant : Rational(0);
        const std::vector<Rational>& scores = profile.scores[issue];
        for (std::size_t i = 0; i < scores.size(); ++i) {
            if (!fits_in_case(scores[i] + rest)) {
                look_at(scores[i] + rest,
                        "the worth of " + quoted(scenario_.issues[issue].values[i]) + ", issue " +
                            quoted(scenario_.issues[issue].name) + ", to " + quoted(profile.name),
                        profile);
                return;
            }
        }
    }

    void look_at(const Rational& number, const std::string& what, const ScenarioProfile& profile) {
        if (!fits_in_case(number)) {
            problems_.push_back({profile.at,
                                 what + " needs a fraction of more than " +
                                     std::to_string(longest_number) + " characters",
                                 "round the numbers that it is made of"});
        }
    }

    const Scenario& scenario_;
    Diagnostics problems_;
};

} // namespace

Node exact_number_node(const Rational& number, const SourcePosition& at) {
    constexpr int most_places = 15;
    constexpr std::int64_t largest = 999'999'999'999'999; // of 15 digits
    const auto small = number.small();
    if (small && small->denominator == 1 && -largest <= small->numerator &&
        small->numerator <= largest) {
        return number_node(std::to_string(small->numerator), at);
    }
    std::string text = number.to_decimal_text(most_places);
    const ParsedDecimal parsed = parse_decimal(text);
    if (parsed.problem == DecimalProblem::none && parsed.value == number) {
        return number_node(std::move(text), at);
    }
    return text_node(number.to_fraction_text(), at);
}

Result<Node> scenario_document(const Scenario& scenario, const std::string& title,
                               const std::string& summary) {
    Diagnostics problems;
    for (const ScenarioIssue& issue : scenario.issues) {
        if (issue.values.empty()) {
            problems.push_back({issue.at, "issue " + quoted(issue.name) + " has no values",
                                "an issue needs at least one"});
        } else if (issue.values.size() > most_values) {
            problems.push_back({issue.at,
                                "issue " + quoted(issue.name) + " has more than 4096 values",
                                "narrow it"});
        }
    }
    if (scenario.issues.empty()) {
        problems.push_back({{}, "the files name no issue", "a domain needs at least one"});
    }
    if (problems.empty()) {
        problems = LongNumbers(scenario).found();
    }
    if (!problems.empty()) {
        return problems;
    }
    return DocumentMaker(scenario).made(title, summary);
}

namespace {

/// Of the profile of that name, else of that id, else how many there are.
std::size_t place_of(const std::string& name, const Scenario& scenario,
                     const std::vector<std::string>& ids) {
    const auto named =
        std::find_if(scenario.profiles.begin(), scenario.profiles.end(),
                     [&](const ScenarioProfile& profile) { return profile.name == name; });
    const auto found = named == scenario.profiles.end()
                           ? std::find(ids.begin(), ids.end(), name) - ids.begin()
                           : named - scenario.profiles.begin();
    return static_cast<std::size_t>(found);
}

} // namespace

Result<Scenario> with_parties(Scenario scenario, const std::vector<std::string>& names) {
    if (names.empty()) {
        return scenario;
    }
    const std::vector<std::string> ids = party_ids(scenario);
    Diagnostics problems;
    std::vector<ScenarioProfile> chosen;
    std::set<std::size_t> seen;
    for (const std::string& name : names) {
        const std::size_t index = place_of(name, scenario, ids);
        if (index == ids.size()) {
            const auto nearest = nearest_spelling(name, ids);
            problems.push_back({{"--parties", 0, 0},
                                "there is no profile " + quoted(name),
                                nearest ? "did you mean `" + *nearest + "`?"
                                        : "a profile is called as its file, without the ending"});
        } else if (!seen.insert(index).second) {
            problems.push_back(
                {{"--parties", 0, 0}, quoted(name) + " is named twice", "name each profile once"});
        } else {
            chosen.push_back(scenario.profiles[index]);
        }
    }
    if (!problems.empty()) {
        return problems;
    }
    scenario.profiles = std::move(chosen);
    return scenario;
}

} // namespace unbracket
