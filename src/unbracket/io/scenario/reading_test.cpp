// What the readers of all formats share: grids, names, tables of values with their notes.

#include "unbracket/io/scenario/reading.hpp"

#include <gtest/gtest.h>

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

TEST(ValueTable, MatchesByValueAndNotesTheRest) {
    const ScenarioIssue issue{"x", {"a", "b", "c"}, {}, {}};
    Diagnostics oddities;
    ValueTable table(issue, oddities);
    table.add("c", 3, {});
    table.add("d", 4, {});
    table.add("a", 1, {});
    table.add("a", 2, {});
    EXPECT_EQ(table.finished({}), (std::vector<Rational>{2, 0, 3}));
    ASSERT_EQ(oddities.size(), 3U);
    EXPECT_EQ(oddities[0].what,
              "the value `d` is none of issue `x` in the domain; it is passed over");
    EXPECT_EQ(oddities[1].what, "the value `a` stands twice; the last one counts");
    EXPECT_EQ(oddities[2].what, "issue `x` says nothing about the value `b`; 0 is taken");
}

TEST(ValueTable, NotesValuesThatAreAllAlike) {
    const ScenarioIssue one{"x", {"a"}, {}, {}};
    const ScenarioIssue two{"y", {"a", "b"}, {}, {}};
    Diagnostics oddities;
    ValueTable single(one, oddities);
    single.add("a", 0, {});
    single.finished({});
    EXPECT_TRUE(oddities.empty()) << "one value has nothing to differ from";
    ValueTable alike(two, oddities);
    alike.add("a", 7, {});
    alike.add("b", 7, {});
    alike.finished({});
    EXPECT_EQ(oddities.front().what, "all values of issue `y` are worth the same");
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
