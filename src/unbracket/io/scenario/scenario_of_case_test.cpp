// Cases as scenarios: what single numbers give, what is refused entry by entry, what is left out.

#include "unbracket/io/scenario/scenario_of_case.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string start = "party = { alta = { name = Alta }, bera = {} }, ";

struct Made {
    Result<Scenario> scenario;
    ScenarioNotes notes;
};

Made made(const std::string& text) {
    ScenarioNotes notes;
    Result<Scenario> scenario = scenario_of_case(testing::case_of(start + text), "Genius", notes);
    return {std::move(scenario), std::move(notes)};
}

std::string refused(const std::string& text) {
    std::string all;
    const Made result = made(text);
    for (const Diagnostic& problem : result.scenario.problems()) {
        all += problem.what + "\n";
    }
    return all;
}

const std::string scores = "issue.x = { option = [a, b], score = { alta = { a = 1, b = 2 }, "
                           "bera = { a = 5, b = -1 } } }, fallback = { alta = 1, bera = 0 }";

TEST(ScenarioOfCase, TakesScoresAsTheyStand) {
    const Made result = made(scores);
    ASSERT_TRUE(result.scenario.ok()) << to_string(result.scenario.problems().front());
    const Scenario& scenario = result.scenario.value();
    EXPECT_EQ(scenario.profiles[0].name, "Alta");
    EXPECT_EQ(scenario.profiles[0].scores, (std::vector<std::vector<Rational>>{{1, 2}}));
    EXPECT_EQ(scenario.profiles[1].scores, (std::vector<std::vector<Rational>>{{5, -1}}));
    EXPECT_EQ(scenario.profiles[0].fallback, Rational(1));
    EXPECT_TRUE(result.notes.remarks.empty());
}

TEST(ScenarioOfCase, TakesWeightsTimesStancesOverTheSumOfWeights) {
    const Made result = made("issue.x = { option = [a, b], weight = { alta = 1, bera = 1 }, "
                             "stance = { alta = { a = 100, b = 0 }, bera = { a = 0, b = 50 } } }, "
                             "issue.y = { option = [c], weight.alta = 2, stance.alta.c = 30 }, "
                             "fallback = { alta = 10, bera = 10 }");
    ASSERT_TRUE(result.scenario.ok()) << to_string(result.scenario.problems().front());
    EXPECT_EQ(result.scenario.value().profiles[0].scores,
              (std::vector<std::vector<Rational>>{{Rational(100, 3), 0}, {20}}));
    EXPECT_EQ(result.scenario.value().profiles[0].fallback, Rational(10));
}

TEST(ScenarioOfCase, KeepsBonusesAsPatterns) {
    const Made result = made(scores + ", issue.y = { option = [c, d] }, "
                                      "bonus = [{ party = alta, when = { y = d, x = [a] }, "
                                      "value = 3 }]");
    ASSERT_TRUE(result.scenario.ok()) << to_string(result.scenario.problems().front());
    const ScenarioPattern& pattern = result.scenario.value().profiles[0].patterns.at(0);
    EXPECT_EQ(pattern.worth, Rational(3));
    EXPECT_EQ(pattern.when[0].issue, 0U);
    EXPECT_EQ(pattern.when[1].values, (std::vector<std::size_t>{1}));
}

TEST(ScenarioOfCase, RefusesEveryEntryThatItCannotSay) {
    EXPECT_EQ(refused("issue.x = { option = [a, b], score = { alta = { a = [1, 2], b = 2 }, "
                      "bera = { a = redline, b = 0 } } }, fallback = { alta = 1, bera = [0, 1] }, "
                      "intent = { bera = doubtful }, "
                      "limit = [{ party = alta, never = { x = a } }, "
                      "{ party = norm, never = { x = b } }], "
                      "rule = [{ forbid = { x = a } }]"),
              "`issue.x.score.alta.a` is a range\n"
              "`issue.x.score.bera.a` is a red line\n"
              "`fallback.bera` is a range\n"
              "`intent.bera` is an intent\n"
              "`limit.1` is a limit\n"
              "`limit.2` is a norm\n"
              "`rule.1` is a rule\n");
}

TEST(ScenarioOfCase, NeverProposesToWorsenAFallback) {
    const Made result = made(scores + ", accepts_less = { alta = 1 }");
    ASSERT_EQ(result.scenario.problems().size(), 1U);
    EXPECT_EQ(result.scenario.problems()[0].what, "`accepts_less.alta` is supposed");
    const std::string& hint = result.scenario.problems()[0].hint;
    EXPECT_EQ(hint.find("lower"), std::string::npos) << hint;
    EXPECT_NE(hint.find("stays as it is"), std::string::npos) << hint;
}

TEST(ScenarioOfCase, NamesEverythingThatIsLeftOut) {
    const Made result = made(scores + ", draft.first = { set = { x = a } }, "
                                      "source.radio = { title = Radio }");
    ASSERT_TRUE(result.scenario.ok()) << to_string(result.scenario.problems().front());
    EXPECT_EQ(result.notes.remarks,
              (std::vector<std::string>{"left out: draft.first", "left out: source.radio"}));
}

} // namespace
} // namespace unbracket
