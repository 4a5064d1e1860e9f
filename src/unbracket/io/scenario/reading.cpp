#include "unbracket/io/scenario/reading.hpp"

#include "unbracket/io/checked_text.hpp"

#include <algorithm>

namespace unbracket {

namespace {

// Bounds of a case.
constexpr std::int64_t most_values = 4096; // of an issue
constexpr std::size_t most_issues = 512;
constexpr std::size_t most_cells = 4'000'000;
constexpr std::size_t most_parties = 128;

} // namespace

std::vector<std::string> distinct(std::vector<std::string> values) {
    std::vector<std::string_view> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end()) {
        return values; // as nearly always
    }
    std::vector<std::string> kept;
    std::set<std::string_view> seen;
    for (const std::string& value : values) {
        if (seen.insert(value).second) {
            kept.push_back(value);
        }
    }
    return kept;
}

bool fits_a_case(const Scenario& scenario, Diagnostics& problems) {
    std::size_t values = 0;
    for (const ScenarioIssue& issue : scenario.issues) {
        values += issue.values.size();
    }
    const std::size_t parties = scenario.profiles.size();
    if (parties > most_parties || values * parties > most_cells) {
        problems.push_back({scenario.profiles.front().at,
                            "more than 128 profiles, or more than 4,000,000 values rated in all",
                            "choose some with --parties"});
        return false;
    }
    return true;
}

bool set_grid(ScenarioIssue& issue, const ScenarioIssue::Grid& grid, const Rational& high,
              Diagnostics& problems) {
    const Rational steps = (high - grid.low) / grid.step;
    const auto whole = steps.floor_to_int64();
    if (high < grid.low) {
        problems.push_back({issue.at,
                            "issue " + quoted(issue.name) +
                                " begins at a larger number than it "
                                "ends at",
                            "write the smaller number first"});
        return false;
    }
    if (!whole || *whole < 0 || *whole >= most_values || Rational(*whole) != steps) {
        const bool is_missed = whole && Rational(*whole) != steps;
        problems.push_back(
            {issue.at,
             "issue " + quoted(issue.name) +
                 (is_missed ? " ends between two of its numbers" : " has more than 4096 numbers"),
             is_missed ? "let both ends be whole" : "narrow it"});
        return false;
    }
    issue.grid = grid;
    for (std::int64_t step = 0; step <= *whole; ++step) {
        const auto text = scenario_decimal(grid.low + grid.step * Rational(step));
        if (!text || parse_decimal(*text).problem != DecimalProblem::none) {
            problems.push_back({issue.at,
                                "the grid of issue " + quoted(issue.name) +
                                    " has numbers that are no decimals of 15 digits",
                                "choose other --grid steps, such as 10"});
            return false;
        }
        issue.values.push_back(*text);
    }
    return true;
}

void IssueNames::add(const ScenarioIssue& issue) {
    if (names_.size() == most_issues && problems_.empty()) {
        problems_.push_back({issue.at, "more than 512 issues", "a case holds at most 512"});
    }
    if (!names_.insert(issue.name).second) {
        problems_.push_back({issue.at, "two issues have the name " + quoted(issue.name),
                             "issues are matched by name; rename one"});
    }
}

void add_assumptions(const Assumed& assumed, ScenarioNotes& notes) {
    const auto add = [&](std::size_t count, const std::string& thing, const std::string& taken) {
        if (count > 0) {
            notes.assumptions.push_back(counted(count, thing) + taken);
        }
    };
    add(assumed.unknown_values, "rated value",
        " that the domain does not have: passed over (lint names each).");
    add(assumed.doubled_values, "value",
        " rated twice, as in the domain: the last rating counts (lint names each).");
    add(assumed.idle_weights, "weight", " of no issue: passed over (lint names each).");
    add(assumed.open_weights, "weight", " left open: 1 is taken, as NegMAS does.");
}

ValueTable::ValueTable(const ScenarioIssue& issue, UnknownValues unknown, const Findings& findings)
    : issue_(issue), unknown_(unknown), findings_(findings), worth_(issue.values.size()) {}

std::size_t ValueTable::position_of(const std::string& value) {
    if (expected_ < issue_.values.size() && issue_.values[expected_] == value) {
        return expected_++; // most profiles keep the order of the domain
    }
    if (positions_.empty()) {
        for (std::size_t i = 0; i < issue_.values.size(); ++i) {
            positions_.emplace(issue_.values[i], i);
        }
    }
    const auto found = positions_.find(value);
    if (found == positions_.end()) {
        return issue_.values.size();
    }
    expected_ = found->second + 1;
    return found->second;
}

void ValueTable::add_unknown(const std::string& value, const Rational& worth,
                             const SourcePosition& at) {
    const std::string what = "the value " + quoted(value) + " is none of issue " +
                             quoted(issue_.name) + " in the domain";
    stranger_ = stranger_.empty() ? value : stranger_;
    if (unknown_ == UnknownValues::refused) {
        findings_.problems.push_back({at, what, "write it as the domain does, or take it out"});
        return;
    }
    findings_.oddities.push_back({at, what + "; it is passed over", ""});
    passed_over_.push_back(worth);
    ++findings_.assumed.unknown_values;
}

void ValueTable::add_again(const std::string& value, bool differs, const SourcePosition& at) {
    const std::string what =
        "the value " + quoted(value) + " of issue " + quoted(issue_.name) + " stands twice";
    if (!differs) {
        findings_.oddities.push_back({at, what + ", with the same worth", ""});
    } else if (doubled_.contains(value)) {
        findings_.oddities.push_back({at, what + ", as in the domain; the last one counts", ""});
        ++findings_.assumed.doubled_values;
    } else {
        findings_.problems.push_back(
            {at, what + ", each time worth something else", "keep the one that is meant"});
    }
}

void ValueTable::add(const std::string& value, const Rational& worth, const SourcePosition& at) {
    const std::size_t position = position_of(value);
    if (position == worth_.size()) {
        add_unknown(value, worth, at);
        return;
    }
    std::optional<Rational>& known = worth_[position];
    if (known) {
        add_again(value, *known != worth, at);
    }
    known = worth;
}

std::vector<Rational> ValueTable::finished(const SourcePosition& at) {
    std::vector<Rational> all;
    all.reserve(worth_.size());
    bool is_complete = true;
    for (std::size_t i = 0; i < worth_.size(); ++i) {
        if (!worth_[i]) {
            is_complete = false;
            findings_.problems.push_back(
                {at,
                 "issue " + quoted(issue_.name) + " says nothing about the value " +
                     quoted(issue_.values[i]),
                 stranger_.empty() ? "write what it is worth"
                                   : "write what it is worth; " + quoted(stranger_) +
                                         " stands there, which the domain does not have"});
        }
        all.push_back(worth_[i].value_or(0));
    }
    if (is_complete) {
        note_flat(all, at);
    }
    return all;
}

void ValueTable::note_flat(const std::vector<Rational>& all, const SourcePosition& at) {
    const bool is_flat =
        all.size() > 1 && std::all_of(all.begin(), all.end(),
                                      [&](const auto& worth) { return worth == all.front(); });
    if (is_flat) {
        const bool is_zero = all.front().sign() == 0;
        findings_.oddities.push_back({at,
                                      "all values of issue " + quoted(issue_.name) + " are worth " +
                                          (is_zero ? "0" : "the same"),
                                      ""});
    }
}

void note_weight_sum(const SourcePosition& at, const Rational& sum, Diagnostics& oddities) {
    const Rational off = sum - Rational(1);
    const Rational tolerated(1, 1'000'000);
    if (off > tolerated || -off > tolerated) {
        oddities.push_back({at, "the weights sum to " + sum.to_decimal_text(6) + ", not to 1", ""});
    }
}

std::string counted(std::size_t count, const std::string& thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

std::string discounts_left_out(std::size_t profiles) {
    return counted(profiles, "profile") +
           " with a discount: values are those at the start, before any time has passed.";
}

std::string without_reservation(std::size_t profiles) {
    return counted(profiles, "profile") + " without a reservation value: 0 is taken.";
}

std::string put_on_grid_of(std::size_t steps) {
    return "Issues that are real numbers are put on a grid of " + std::to_string(steps) +
           " steps (--grid); what lies between is not looked at.";
}

} // namespace unbracket
