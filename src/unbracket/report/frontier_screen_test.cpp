#include "unbracket/report/frontier_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;
using testing::loaded_value;

/// Two parties that share twelve points: thirteen efficient outcomes, a third of them accepted.
std::string shared_points(const std::string& more) {
    std::string options, alta, bera;
    for (int points = 0; points <= 12; ++points) {
        const std::string key = "p" + std::to_string(points);
        options += (points == 0 ? "" : ", ") + key;
        alta += (points == 0 ? "" : ", ") + key + " = " + std::to_string(points);
        bera += (points == 0 ? "" : ", ") + key + " = " + std::to_string(12 - points);
    }
    return "{ unbracket = 1, party = { alta.name = Alta, bera.name = \"Bera and others\" }, "
           "issue.x = { option = [" +
           options + "], score = { alta = { " + alta + " }, bera = { " + bera +
           " } } }, fallback = { alta = 4, bera = 4 }" + more + " }";
}

std::string every_option() {
    std::string options;
    for (int points = 0; points <= 12; ++points) {
        options += (points == 0 ? "p" : ", p") + std::to_string(points);
    }
    return options;
}

std::string told(const std::string& text, const ScreenOptions& screen = {},
                 const FrontierOptions& options = {}) {
    const LoadedCase loaded = loaded_value(text);
    return frontier_text(loaded.negotiation, efficient_outcomes(loaded, options).value(), {},
                         screen, "");
}

TEST(FrontierScreen, IsATableThatMarksWhatTheAgreementRuleAccepts) {
    const std::string text = told(shared_points(""));
    EXPECT_TRUE(holds(text, "outcome")) << text;
    EXPECT_TRUE(holds(text, "5 of the 13 listed are accepted by the agreement rule (*)")) << text;
    EXPECT_TRUE(holds(text, "-  -4")) << text;
    EXPECT_TRUE(holds(text, "*  ")) << text;
}

TEST(FrontierScreen, TellsHowTheShownWereChosenAndIsWholeWithVerbose) {
    EXPECT_TRUE(holds(told(shared_points("")), "Shown are 8 of 13, evenly spread"));
    const std::string whole = told(shared_points(""), {.lists = Lists::full});
    EXPECT_FALSE(holds(whole, "Shown are")) << whole;
    EXPECT_TRUE(holds(whole, "p7")) << whole;
}

TEST(FrontierScreen, OfTheZoneMarksNothing) {
    const std::string text = told(shared_points(""), {}, {.zone_only = true});
    EXPECT_FALSE(holds(text, "(*)")) << text;
}

TEST(FrontierScreen, SolutionsThatCoincideAreToldTogether) {
    const std::string text = told(shared_points(""), {.width = 120});
    EXPECT_TRUE(holds(text, "Nash, the largest product of gains; Egalitarian,")) << text;
    EXPECT_FALSE(holds(text, "as Nash")) << text;
}

TEST(FrontierScreen, MarksWhatTheAgreementRuleAcceptsThoughNotAllDo) {
    const std::string text =
        told(shared_points(", agreement = { required = [alta], at_least = 1 }"));
    EXPECT_TRUE(holds(text, "9 of the 13 listed are accepted by the agreement rule (*)")) << text;
    const std::string zone =
        told(shared_points(", agreement = { required = [alta] }"), {}, {.zone_only = true});
    EXPECT_TRUE(holds(zone, "9 combinations of values are efficient among the outcomes that the"))
        << zone;
}

TEST(FrontierScreen, OfTheZoneSaysWhoseLimitIsBrokenWhereThatPartyIsNotNeeded) {
    const std::string needless =
        told("{ unbracket = 1, party = { a = {}, b = {}, c = {} }, "
             "agreement = { required = [a, b], at_least = 2 }, issue.x = "
             "{ option = [p, q], score = { a = { p = 1, q = 9 }, b = { p = "
             "1, q = 9 }, c = { p = 1, q = redline } } }, fallback = { a = "
             "5, b = 5, c = 0 } }",
             {.width = 300}, {.zone_only = true});
    EXPECT_TRUE(holds(needless, "1 combination of values is efficient among the outcomes that the "
                                "agreement rule accepts:"))
        << needless;
    EXPECT_TRUE(holds(needless, "x: q (c has a limit broken)")) << needless;
    EXPECT_FALSE(
        holds(told(shared_points(""), {.width = 300}, {.zone_only = true}), "a limit broken"));
}

TEST(FrontierScreen, WhereNothingIsFeasibleSaysWhy) {
    const std::string text =
        told(shared_points(", rule = [{ forbid.x = [" + every_option() + "] }]"), {.width = 300});
    EXPECT_TRUE(holds(text, "Every outcome breaks a rule, norm, limit or red line.")) << text;
    EXPECT_TRUE(
        holds(text, "SOLUTIONS None: every outcome breaks a rule, norm, limit or red line."))
        << text;
}

TEST(FrontierScreen, TellsOnceWhatAllSolutionsHaveInCommon) {
    // Nash and egalitarian take q, the sum is largest in p; y is s in both.
    const std::string text = told(
        "{ unbracket = 1, party = { alta = {}, bera = {} }, issue = { x = { option = [p, q], "
        "score = { alta = { p = 20, q = 6 }, bera = { p = 0, q = 5 } } }, y = { option = [s, t], "
        "score = { alta = { s = 5, t = 0 }, bera = { s = 1, t = 0 } } } }, "
        "fallback = { alta = 0, bera = 0 } }",
        {.width = 300});
    EXPECT_TRUE(holds(text, "In all of these, y: s.\n")) << text;
    EXPECT_TRUE(holds(text, "bera +6 - x: q\n")) << text;
    EXPECT_TRUE(holds(text, "bera +1 - x: p\n")) << text;
}

TEST(FrontierScreen, OfAnEmptyZoneStillTellsTheRuleThatAsksNobody) {
    const std::string text = told(shared_points(", intent.alta = refuses"), {.width = 300});
    EXPECT_TRUE(holds(text, "None: no outcome is acceptable to all who are counted. Gains in each "
                            "party's own points, by the rule that asks nobody to accept:"))
        << text;
    EXPECT_TRUE(holds(text, "Utilitarian anywhere, the largest sum of gains over all feasible "
                            "outcomes, whoever would accept them, adding points of different "
                            "parties: Alta"))
        << text;
    EXPECT_FALSE(holds(text, "Nash")) << text;
    EXPECT_TRUE(holds(text, "None of the 13 listed is accepted by the agreement rule.")) << text;
}

TEST(FrontierScreen, OfAnEmptyZoneInTheCentralReadingSaysSo) {
    std::string case_text = shared_points("");
    case_text.replace(case_text.find("alta = 4"), 8, "alta = [20, 40]");
    const std::string text = told(case_text, {.width = 300}, {.zone_only = true});
    EXPECT_TRUE(holds(text, "There are none of the outcomes that the agreement rule accepts, in "
                            "the central reading."))
        << text;
    EXPECT_TRUE(holds(text, "READING   Values are those of the central reading")) << text;
    EXPECT_TRUE(holds(text, "SOLUTIONS None in the central reading: no outcome is acceptable"))
        << text;
}

/// Solutions within a tenth of each party's span, and changed before they are told.
struct Tolerant {
    LoadedCase loaded = loaded_value(shared_points(""));
    EfficientOutcomes efficient =
        efficient_outcomes(loaded, {}, {.tolerance = Rational(1, 10), .may_read_frontier = false})
            .value();

    Solution& of(SolutionKind kind) { return *efficient.solutions.by_kind[index_of(kind)]; }
    std::string text() const {
        return frontier_text(loaded.negotiation, efficient, {}, {.width = 1000}, "");
    }
};

TEST(FrontierScreen, SaysWhatAToleranceIsInEachPartysPoints) {
    Tolerant tolerant;
    ASSERT_EQ(tolerant.of(SolutionKind::nash).proved, Proved::within);
    const std::string lead = "The tolerance of 10% is, in each party's own points: ";
    EXPECT_TRUE(holds(tolerant.text(), lead + "Alta 1.2, Bera and others 1.2. Proved within it "
                                              "means: nothing measures more than the outcome shown "
                                              "would, if every party gained so much more."))
        << tolerant.text();
    for (auto& solution : tolerant.efficient.solutions.by_kind) {
        solution->proved = Proved::optimal;
    }
    EXPECT_FALSE(holds(tolerant.text(), lead)) << "not made use of";
}

TEST(FrontierScreen, WithinAToleranceClaimsOnlyTheSmallestGainAndShare) {
    Tolerant tolerant;
    EXPECT_TRUE(holds(tolerant.text(), "the largest smallest gain, comparing points of different"));
    EXPECT_FALSE(holds(tolerant.text(), "then the next"));
    tolerant.of(SolutionKind::egalitarian).proved = Proved::optimal;
    EXPECT_TRUE(holds(tolerant.text(), "the largest smallest gain, then the next smallest,"));
}

TEST(FrontierScreen, OfASearchThatWasCutSaysWhatTheBoundLeavesOpen) {
    Tolerant tolerant;
    tolerant.efficient.tolerance = {};
    for (auto& solution : tolerant.efficient.solutions.by_kind) {
        solution->proved = Proved::cut, solution->gap = Rational(1);
    }
    const std::string open = "(best found; the search was ended before it was proved)";
    EXPECT_TRUE(holds(tolerant.text(), open));
    EXPECT_FALSE(holds(tolerant.text(), "no outcome has a larger smallest"));
    for (auto& solution : tolerant.efficient.solutions.by_kind) {
        solution->gap = Rational();
    }
    const std::string text = tolerant.text();
    const std::string rest = "; the search was ended before the next smallest was proved)";
    EXPECT_TRUE(holds(text, "(no outcome has a larger smallest gain" + rest)) << text;
    EXPECT_TRUE(holds(text, "(no outcome has a larger smallest share" + rest)) << text;
    EXPECT_TRUE(holds(text, "(nothing measures more, by a bound; the search was ended before that "
                            "was gone through)"))
        << text;
    EXPECT_FALSE(holds(text, open)) << text;
}

TEST(FrontierScreen, OfPartiesWithoutValuesDoesNotSayThatTheyAcceptNothing) {
    const std::string text = told(
        "{ unbracket = 1, party.alta.role = signatory, issue.x.option = [a, b] }", {.width = 300});
    EXPECT_TRUE(holds(text, "All of these are accepted by the agreement rule (*).")) << text;
    EXPECT_TRUE(holds(text, "SOLUTIONS Nobody who is counted has stances or scores, so there are "
                            "no gains to pick"))
        << text;
    EXPECT_FALSE(holds(text, "no outcome is acceptable")) << text;
}

TEST(FrontierScreen, OfOneSolutionTellsAllItDecides) {
    const std::string text = told(
        "{ unbracket = 1, party.alta.name = Alta, issue.x = { option = [a, b], score.alta = { a = "
        "1, b = 2 } }, fallback.alta = 0 }",
        {.width = 300});
    EXPECT_TRUE(holds(text, " - x: b\n")) << text;
}

} // namespace
} // namespace unbracket
