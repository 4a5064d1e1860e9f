// What the readers of all formats share: grids, names, tables of values with their notes.

#include "unbracket/io/scenario/reading.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

using Texts = std::vector<std::string>;

TEST(Distinct, KeepsTheFirstOfEach) {
    EXPECT_EQ(distinct({"b", "a", "b", "c", "a"}), (Texts{"b", "a", "c"}));
}

std::string problem_of_grid(const ScenarioIssue::Grid& grid, const Rational& high) {
    ScenarioIssue issue{"x", {}, {}, {}};
    Diagnostics problems;
    const bool is_set = set_grid(issue, grid, high, problems);
    EXPECT_EQ(is_set, problems.empty());
    return problems.empty() ? std::to_string(issue.values.size()) + " numbers"
                            : problems.front().what;
}

TEST(Grid, HoldsTheNumbersFromLowToHigh) {
    ScenarioIssue issue{"x", {}, {}, {}};
    Diagnostics problems;
    ASSERT_TRUE(set_grid(issue, {Rational(-1, 2), Rational(1, 4)}, Rational(1, 4), problems));
    EXPECT_EQ(issue.values, (Texts{"-0.5", "-0.25", "0", "0.25"}));
}

TEST(Grid, RefusesWhatACaseCannotHold) {
    EXPECT_EQ(problem_of_grid({0, 1}, 4095), "4096 numbers");
    EXPECT_EQ(problem_of_grid({0, 1}, 4096), "issue `x` has more than 4096 numbers");
    EXPECT_EQ(problem_of_grid({0, 1}, Rational(1, 2)), "issue `x` ends between two of its numbers");
    EXPECT_EQ(problem_of_grid({0, Rational(1, 3)}, 1),
              "the grid of issue `x` has numbers that are no decimals of 15 digits");
}

TEST(IssueNames, AreDistinctAndNotTooMany) {
    Diagnostics problems;
    IssueNames names(problems);
    for (int i = 0; i < 512; ++i) {
        names.add({std::to_string(i), {}, {}, {}});
    }
    EXPECT_TRUE(problems.empty());
    names.add({"more", {}, {}, {}});
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.front().what, "more than 512 issues");
    names.add({"7", {}, {}, {}});
    EXPECT_EQ(problems.back().what, "two issues have the name `7`");
}

struct Met {
    Diagnostics problems;
    Diagnostics oddities;
    Assumed assumed;
    Findings findings{problems, oddities, assumed};
};

Texts whats(const Diagnostics& all) {
    Texts texts;
    for (const Diagnostic& each : all) {
        texts.push_back(each.what);
    }
    return texts;
}

TEST(ValueTable, MatchesByValue) {
    const ScenarioIssue issue{"x", {"a", "b", "c"}, {}, {}};
    Met met;
    ValueTable table(issue, UnknownValues::refused, met.findings);
    table.add("c", 3, {});
    table.add("a", 1, {});
    table.add("b", 2, {});
    EXPECT_EQ(table.finished({}), (std::vector<Rational>{1, 2, 3}));
    EXPECT_TRUE(met.problems.empty());
    EXPECT_TRUE(met.oddities.empty());
}

TEST(ValueTable, MatchesInAnyOrder) {
    const ScenarioIssue issue{"x", {"a", "b", "c", "d"}, {}, {}};
    Texts order = {"a", "b", "c", "d"};
    do {
        Met met;
        ValueTable table(issue, UnknownValues::refused, met.findings);
        for (const std::string& value : order) {
            table.add(value, value.front() - 'a', {});
        }
        EXPECT_EQ(table.finished({}), (std::vector<Rational>{0, 1, 2, 3}));
        EXPECT_TRUE(met.problems.empty());
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST(ValueTable, RefusesWhatIsMissingDoubledOrUnknown) {
    const ScenarioIssue issue{"x", {"a", "b", "c"}, {}, {}};
    Met met;
    ValueTable table(issue, UnknownValues::refused, met.findings);
    table.add("c", 3, {});
    table.add("d", 4, {"f", 7, 1});
    table.add("a", 1, {});
    table.add("a", 2, {"f", 9, 1});
    table.finished({"f", 2, 1});
    EXPECT_EQ(whats(met.problems),
              (Texts{"the value `d` is none of issue `x` in the domain",
                     "the value `a` of issue `x` stands twice, each time worth something else",
                     "issue `x` says nothing about the value `b`"}));
    EXPECT_EQ(met.problems[0].where.line, 7U);
    EXPECT_EQ(met.problems[1].where.line, 9U);
    EXPECT_EQ(met.problems[2].where.line, 2U);
    EXPECT_EQ(met.problems[2].hint,
              "write what it is worth; `d` stands there, which the domain does not have");
    EXPECT_TRUE(met.oddities.empty()) << "what is refused is not flat as well";
}

TEST(ValueTable, PassesOverWhatItMayAndSaysSo) {
    const ScenarioIssue issue{"x", {"a", "b"}, {}, {}};
    Met met;
    ValueTable table(issue, UnknownValues::passed_over, met.findings);
    table.allow_twice({"a"});
    table.add("a", 1, {});
    table.add("d", 4, {});
    table.add("a", 2, {});
    table.add("b", 5, {});
    table.add("b", 5, {});
    EXPECT_EQ(table.finished({}), (std::vector<Rational>{2, 5}));
    EXPECT_EQ(table.passed_over(), (std::vector<Rational>{4}));
    EXPECT_TRUE(met.problems.empty());
    EXPECT_EQ(whats(met.oddities),
              (Texts{"the value `d` is none of issue `x` in the domain; it is passed over",
                     "the value `a` of issue `x` stands twice, as in the domain; the last one "
                     "counts",
                     "the value `b` of issue `x` stands twice, with the same worth"}));
    met.assumed.idle_weights = 2;
    met.assumed.open_weights = 3;
    ScenarioNotes notes;
    add_assumptions(met.assumed, notes);
    EXPECT_EQ(notes.assumptions,
              (Texts{"1 rated value that the domain does not have: passed over (lint names each).",
                     "1 value rated twice, as in the domain: the last rating counts (lint names "
                     "each).",
                     "2 weights of no issue: passed over (lint names each).",
                     "3 weights left open: 1 is taken, as NegMAS does."}));
    EXPECT_TRUE(notes.remarks.empty());
}

TEST(ValueTable, NotesValuesThatAreAllAlike) {
    const ScenarioIssue one{"x", {"a"}, {}, {}};
    const ScenarioIssue two{"y", {"a", "b"}, {}, {}};
    Met met;
    ValueTable single(one, UnknownValues::refused, met.findings);
    single.add("a", 0, {});
    single.finished({});
    EXPECT_TRUE(met.oddities.empty()) << "one value has nothing to differ from";
    ValueTable alike(two, UnknownValues::refused, met.findings);
    alike.add("a", 7, {});
    alike.add("b", 7, {});
    alike.finished({});
    EXPECT_EQ(met.oddities.front().what, "all values of issue `y` are worth the same");
}

TEST(WeightSum, IsNotedWhereItIsOffOne) {
    Diagnostics oddities;
    note_weight_sum({}, Rational(1'000'000, 1'000'001), oddities);
    EXPECT_TRUE(oddities.empty());
    note_weight_sum({}, Rational(11, 10), oddities);
    note_weight_sum({}, Rational(0), oddities);
    ASSERT_EQ(oddities.size(), 2U);
    EXPECT_EQ(oddities.front().what, "the weights sum to 1.1, not to 1");
}

TEST(CaseBounds, AreThoseOfPartiesAndCells) {
    Scenario scenario;
    scenario.issues = {{"x", Texts(4096, "v"), {}, {}}};
    scenario.profiles.resize(128);
    Diagnostics problems;
    EXPECT_TRUE(fits_a_case(scenario, problems));
    scenario.issues.resize(8, scenario.issues.front());
    EXPECT_FALSE(fits_a_case(scenario, problems));
    scenario.issues.resize(1);
    scenario.profiles.resize(129);
    EXPECT_FALSE(fits_a_case(scenario, problems));
    EXPECT_EQ(problems.size(), 2U);
}

TEST(Counted, HasAPlural) {
    EXPECT_EQ(counted(1, "profile"), "1 profile");
    EXPECT_EQ(without_reservation(2), "2 profiles without a reservation value: 0 is taken.");
}

} // namespace
} // namespace unbracket
