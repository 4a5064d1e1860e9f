#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"

#include "tests/reference/acceptance.hpp"
#include "tests/reference/verdict.hpp"

#include <gtest/gtest.h>

// The reference by hand-made examples, one for each clause of the definition. Every case is small
// enough to be worked out on paper.

namespace unbracket::reference {
namespace {

/// A case of the parties p and q from the given sections; p alone has to accept.
Case case_of(const std::string& sections) {
    const std::string text = "{ unbracket = 1, title = t, as_of = 2026-03-01, "
                             "party = { p = { name = P, role = signatory }, "
                             "q = { name = Q, role = observer } }, " +
                             sections + " }";
    const Node document = parse_setting_value(text);
    EXPECT_EQ(document.kind, NodeKind::table) << text;
    const Result<Case> bound = bind_case(document);
    for (const Diagnostic& problem : bound.problems()) {
        ADD_FAILURE() << to_string(problem);
    }
    return bound.ok() ? bound.value() : Case{};
}

enum class Acceptance { never, sometimes, always };

/// Whether the first party accepts the outcome with these options.
Acceptance acceptance(const Case& whole, const std::vector<std::size_t>& options,
                      PartyId party = {}) {
    Outcome outcome;
    for (const std::size_t option : options) {
        outcome.emplace_back(option);
    }
    const bool possible = possibly_accepts(whole, party, outcome);
    const bool sure = surely_accepts(whole, party, outcome);
    EXPECT_TRUE(possible || !sure) << "sure without being possible";
    return sure ? Acceptance::always : possible ? Acceptance::sometimes : Acceptance::never;
}

Acceptance acceptance(const std::string& sections, const std::vector<std::size_t>& options) {
    return acceptance(case_of(sections), options);
}

/// One issue x with the options a, b, c and a stance of p on it.
std::string one_issue(const std::string& stance, const std::string& rest = "fallback.p = 50") {
    return "issue.x = { option = [a, b, c], weight.p = 5, stance.p = " + stance + " }, " + rest;
}

TEST(ReferenceWeights, AreDecidedAtTheCornersOfTheirRanges) {
    EXPECT_EQ(acceptance("issue = { x = { option = [a], weight.p = [1, 3], stance.p.a = 80 }, "
                         "y = { option = [a], weight.p = [2, 2], stance.p.a = 20 } }, "
                         "fallback.p = 50",
                         {0, 0}),
              Acceptance::sometimes);
}

TEST(ReferenceWeights, ThatMayAllBeZeroNeedOneReadingAboveZero) {
    EXPECT_EQ(acceptance("issue.x = { option = [a], weight.p = [0, 5], stance.p.a = 20 }, "
                         "fallback.p = 50",
                         {0}),
              Acceptance::never);
    EXPECT_EQ(acceptance("issue.x = { option = [a], weight.p = [0, 5], stance.p.a = 50 }, "
                         "fallback.p = 50",
                         {0}),
              Acceptance::always);
}

TEST(ReferenceWeights, OfAnIssueThatDoesNotConcernThePartyAreZero) {
    EXPECT_EQ(acceptance("issue = { x = { option = [a], weight.p = 1, stance.p.a = 60 }, "
                         "y = { option = [a, b], weight.q = 5, stance.q = { a = 0, b = 5 } } }, "
                         "fallback.p = 60",
                         {0, 1}),
              Acceptance::always);
}

TEST(ReferenceWeights, ThatAreMissingMayBeAnythingUpToForty) {
    const std::string stances = "issue = { x = { option = [a], weight.p = 20, stance.p.a = 0 }, "
                                "y = { option = [a], stance.p.a = 90 } }, ";
    EXPECT_EQ(acceptance(stances + "fallback.p = 60", {0, 0}), Acceptance::sometimes);
    EXPECT_EQ(acceptance(stances + "fallback.p = 60.1", {0, 0}), Acceptance::never);
}

TEST(ReferenceBonus, ShiftsEveryTermOfAPartyWithStances) {
    EXPECT_EQ(acceptance("issue = { x = { option = [a], weight.p = [3, 8], stance.p.a = 99 }, "
                         "y = { option = [a], weight.p = [1, 2], stance.p.a = 78 } }, "
                         "fallback.p = 73, bonus = [{ party = p, when.x = a, value = -15 }]",
                         {0, 0}),
              Acceptance::always);
}

TEST(ReferenceBonus, CountsOnlyWhereItsWholeConditionHolds) {
    const std::string text = "issue = { x = { option = [a, b], weight.p = 1, "
                             "stance.p = { a = 50, b = 50 } }, y = { option = [a, b] } }, "
                             "bonus = [{ party = p, when = { x = a, y = [a] }, value = [1, 2] }], ";
    EXPECT_EQ(acceptance(text + "fallback.p = 51", {0, 0}), Acceptance::always);
    EXPECT_EQ(acceptance(text + "fallback.p = 52", {0, 0}), Acceptance::sometimes);
    EXPECT_EQ(acceptance(text + "fallback.p = 51", {0, 1}), Acceptance::never);
    EXPECT_EQ(acceptance(text + "fallback.p = 51", {1, 0}), Acceptance::never);
}

TEST(ReferenceStance, OfAWordIsTheRangeOfTheWord) {
    EXPECT_EQ(acceptance(one_issue("{ a = tolerable }", "fallback.p = 30"), {0}),
              Acceptance::always);
    EXPECT_EQ(acceptance(one_issue("{ a = tolerable }", "fallback.p = 31"), {0}),
              Acceptance::sometimes);
    EXPECT_EQ(acceptance(one_issue("{ a = tolerable }", "fallback.p = 61"), {0}),
              Acceptance::never);
    EXPECT_EQ(acceptance(one_issue("{ a = acceptable }",
                                   "fallback.p = 55, words.stance.acceptable = [55, 90]"),
                         {0}),
              Acceptance::always);
}

TEST(ReferenceStance, ThatIsUnknownIsPossibleAndNeverSure) {
    EXPECT_EQ(acceptance(one_issue("{ a = unknown }", "fallback.p = 100"), {0}),
              Acceptance::sometimes);
    EXPECT_EQ(acceptance(one_issue("{ a = unknown }", "fallback.p = 0"), {0}),
              Acceptance::sometimes);
    EXPECT_EQ(acceptance(one_issue("{ a = 80 }", "fallback.p = 0"), {1}), Acceptance::sometimes);
    EXPECT_EQ(acceptance("issue.x = { option = [a], weight.p = 1 }, fallback.p = 0", {0}),
              Acceptance::sometimes);
}

TEST(ReferenceStance, ThatIsOpenIsNoRedLine) {
    EXPECT_EQ(acceptance(one_issue("{ a = open }", "fallback.p = 0"), {0}), Acceptance::always);
    EXPECT_EQ(acceptance(one_issue("{ a = open }", "fallback.p = 1"), {0}), Acceptance::sometimes);
}

TEST(ReferenceStance, ThatIsARedLineIsRefusedWhateverItIsWorth) {
    EXPECT_EQ(acceptance(one_issue("{ a = \"redline\" }", "fallback.p = 0"), {0}),
              Acceptance::never);
    EXPECT_EQ(acceptance(one_issue("{ a = \"redline 90\" }", "fallback.p = 0"), {0}),
              Acceptance::never);
}

TEST(ReferenceScores, AreAddedWithoutWeights) {
    const std::string text =
        "issue = { x = { option = [a, b], score.p = { a = [3, 5], b = \"redline\" } }, "
        "y = { option = [a, b], score.p = { a = -2, b = [0, 1] } }, z = { option = [a, b] } }, ";
    EXPECT_EQ(acceptance(text + "fallback.p = 1", {0, 0, 1}), Acceptance::always);
    EXPECT_EQ(acceptance(text + "fallback.p = [1, 2]", {0, 0, 0}), Acceptance::sometimes);
    EXPECT_EQ(acceptance(text + "fallback.p = 3.5", {0, 0, 0}), Acceptance::never);
    EXPECT_EQ(acceptance(text + "fallback.p = -99", {1, 1, 1}), Acceptance::never);
}

TEST(ReferenceOrder, FixesOnlyTheOrder) {
    const std::string order = "\"a > b | c\"";
    EXPECT_EQ(acceptance(one_issue(order, "fallback.p = 100"), {1}), Acceptance::sometimes);
    EXPECT_EQ(acceptance(one_issue(order, "fallback.p = 0"), {1}), Acceptance::always);
    EXPECT_EQ(acceptance(one_issue(order, "fallback.p = 0"), {2}), Acceptance::never);
    EXPECT_EQ(acceptance(one_issue("\"a > b\"", "fallback.p = 0"), {2}), Acceptance::sometimes);
}

TEST(ReferenceOrder, BesideATableTightensItsRanges) {
    const std::string text =
        "issue.x = { option = [a, b, c], weight.p = 1, stance.p = "
        "{ a = [10, 50], b = [30, 90], c = [0, 20] }, order.p = \"a > b > c\" }";
    EXPECT_EQ(acceptance(text + ", fallback.p = 30", {0}), Acceptance::always);
    EXPECT_EQ(acceptance(text + ", fallback.p = 50", {1}), Acceptance::sometimes);
    EXPECT_EQ(acceptance(text + ", fallback.p = 51", {1}), Acceptance::never);
}

TEST(ReferenceOrder, PassesOverRedLines) {
    const std::string text = "issue.x = { option = [a, b, c], weight.p = 1, stance.p = "
                             "{ a = 10, b = \"redline 90\", c = 5 }, order.p = \"a > b > c\" }";
    EXPECT_EQ(acceptance(text + ", fallback.p = 10", {0}), Acceptance::always);
}

TEST(ReferenceOrder, ThatNoTableCanKeepIsAContradiction) {
    const Case whole = case_of("issue.x = { option = [a, b], weight.p = 1, stance.p = "
                               "{ a = 10, b = [11, 90] }, order.p = \"a > b\" }, fallback.p = 0");
    const Report report = solve(whole);
    EXPECT_EQ(report.answer, Answer::contradiction);
    EXPECT_EQ(report.without_reading, std::vector<PartyId>{PartyId(0)});
}

TEST(ReferenceOrder, OfAPartyThatIsNotCountedContradictsNothing) {
    const Case whole = case_of("issue.x = { option = [a, b], weight = { p = 1, q = 1 }, "
                               "stance = { p = { a = 60, b = 60 }, q = { a = 10, b = [11, 90] } }, "
                               "order.q = \"a > b\" }, fallback.p = 0");
    EXPECT_EQ(solve(whole).answer, Answer::agreement);
}

/// One numeric issue 0, 10 ... 50 with a curve of p.
std::string curve(const std::string& knots, const std::string& rest) {
    return "issue.x = { range = { min = 0, max = 50, step = 10 }, weight.p = 1, curve.p = " +
           knots + " }, " + rest;
}

TEST(ReferenceCurve, IsLinearBetweenItsKnots) {
    // 100 at 10, 60..90 at 30: 80..95 at 20.
    const std::string knots = "{ ideal = 10, acceptable = 30 }";
    EXPECT_EQ(acceptance(curve(knots, "fallback.p = 80"), {2}), Acceptance::always);
    EXPECT_EQ(acceptance(curve(knots, "fallback.p = 95"), {2}), Acceptance::sometimes);
    EXPECT_EQ(acceptance(curve(knots, "fallback.p = 95.1"), {2}), Acceptance::never);
}

TEST(ReferenceCurve, IsConstantOnTheBetterSideAndBadBeyondTheLastKnot) {
    const std::string knots = "{ acceptable = 20, tolerable = 35 }";
    EXPECT_EQ(acceptance(curve(knots, "fallback.p = 60"), {0}), Acceptance::always);
    EXPECT_EQ(acceptance(curve(knots, "fallback.p = 90"), {0}), Acceptance::sometimes);
    EXPECT_EQ(acceptance(curve(knots, "fallback.p = 90.1"), {0}), Acceptance::never);
    EXPECT_EQ(acceptance(curve(knots, "fallback.p = 30"), {4}), Acceptance::sometimes);
    EXPECT_EQ(acceptance(curve(knots, "fallback.p = 30.1"), {4}), Acceptance::never);
}

TEST(ReferenceCurve, MayFallTowardsLargerOrSmallerNumbers) {
    const std::string knots = "{ ideal = 50, bad = 0 }";
    EXPECT_EQ(acceptance(curve(knots, "fallback.p = 100"), {5}), Acceptance::always);
    EXPECT_EQ(acceptance(curve(knots, "fallback.p = 30.1"), {0}), Acceptance::never);
}

TEST(ReferenceCurve, HasARedLineWithOrWithoutItsBound) {
    for (const auto& [line, at_bound] :
         {std::pair("> 40", Acceptance::always), std::pair(">= 40", Acceptance::never)}) {
        const std::string knots = "{ ideal = 0, redline = \"" + std::string(line) + "\" }";
        EXPECT_EQ(acceptance(curve(knots, "fallback.p = 0"), {4}), at_bound) << line;
        EXPECT_EQ(acceptance(curve(knots, "fallback.p = 0"), {5}), Acceptance::never) << line;
    }
    for (const auto& [line, at_bound] :
         {std::pair("< 10", Acceptance::always), std::pair("<= 10", Acceptance::never)}) {
        const std::string knots = "{ ideal = 50, redline = \"" + std::string(line) + "\" }";
        EXPECT_EQ(acceptance(curve(knots, "fallback.p = 0"), {1}), at_bound) << line;
        EXPECT_EQ(acceptance(curve(knots, "fallback.p = 0"), {0}), Acceptance::never) << line;
    }
    EXPECT_EQ(acceptance(curve("{ ideal = 0, bad = 50, redline = none }", "fallback.p = 0"), {5}),
              Acceptance::always);
}

TEST(ReferenceDraft, AsFallbackIsComparedInTheSameReading) {
    const std::string fallback = "draft.d.set.x = b, fallback.p.draft = d";
    EXPECT_EQ(acceptance(one_issue("\"a > b > c\"", fallback), {0}), Acceptance::always);
    EXPECT_EQ(acceptance(one_issue("\"a > b > c\"", fallback), {1}), Acceptance::always);
    EXPECT_EQ(acceptance(one_issue("\"a > b > c\"", fallback), {2}), Acceptance::sometimes);
    EXPECT_EQ(acceptance(one_issue("\"a > b = c\"", fallback), {2}), Acceptance::always);
    EXPECT_EQ(acceptance(one_issue("{ a = [40, 60], b = [40, 60] }", fallback), {0}),
              Acceptance::sometimes);
    EXPECT_EQ(acceptance(one_issue("{ a = [40, 60], b = unknown }", fallback), {1}),
              Acceptance::sometimes);
}

TEST(ReferenceDraft, OnACurveIsNoWorseThanWhatLiesFartherOut) {
    const std::string knots = "{ ideal = 10, bad = 40 }";
    const std::string at_20 = "draft.d.set.x = 20, fallback.p.draft = d";
    EXPECT_EQ(acceptance(curve(knots, at_20), {0}), Acceptance::always);
    EXPECT_EQ(acceptance(curve(knots, at_20), {3}), Acceptance::never);
    const std::string at_0 = "draft.d.set.x = 0, fallback.p.draft = d";
    EXPECT_EQ(acceptance(curve("{ acceptable = 20, tolerable = 50 }", at_0), {2}),
              Acceptance::always);
    EXPECT_EQ(acceptance(curve("{ acceptable = 20, tolerable = 50 }", at_0), {3}),
              Acceptance::sometimes);
}

TEST(ReferenceDraft, CountsARedLineAtWhatItIsWorthOnceOpened) {
    const std::string fallback = "draft.d.set.x = b, fallback.p.draft = d";
    EXPECT_EQ(acceptance(one_issue("{ a = 40, b = \"redline 41\" }", fallback), {0}),
              Acceptance::never);
    EXPECT_EQ(acceptance(one_issue("{ a = 40, b = \"redline\" }", fallback), {0}),
              Acceptance::always);
}

TEST(ReferenceDraft, LeavesWhatItDoesNotSettleToTheReading) {
    const std::string stance = "{ a = 50, b = 40, c = 60 }";
    EXPECT_EQ(acceptance(one_issue(stance, "draft.d.set.x = [a, b], fallback.p.draft = d"), {0}),
              Acceptance::always);
    EXPECT_EQ(acceptance(one_issue(stance, "draft.d.set.x = [a, b], fallback.p.draft = d"), {1}),
              Acceptance::sometimes);
    EXPECT_EQ(acceptance(one_issue(stance, "draft.d.set.x = unknown, fallback.p.draft = d"), {0}),
              Acceptance::sometimes);
    EXPECT_EQ(acceptance(one_issue(stance, "draft.d.set.x = unknown, fallback.p.draft = d"), {2}),
              Acceptance::always);
}

TEST(ReferenceDraft, SharesBonusesAndLossesWithTheOutcome) {
    const std::string issues = "issue = { x = { option = [a, b], weight.p = 1, "
                               "stance.p = { a = 50, b = 50 } }, y = { option = [a, b] } }, "
                               "draft.d.set = { x = a, y = a }, fallback.p.draft = d, ";
    const std::string shared = "bonus = [{ party = p, when.y = a, value = [-9, 9] }], "
                               "risk = [{ party = p, option.x = [a, b], loss = [0, 9] }]";
    EXPECT_EQ(acceptance(issues + shared, {1, 0}), Acceptance::always);
    EXPECT_EQ(acceptance(issues + shared, {1, 1}), Acceptance::sometimes);
    const std::string single_loss = "risk = [{ party = p, option.x = b, loss = [1, 9] }]";
    EXPECT_EQ(acceptance(issues + single_loss, {1, 0}), Acceptance::never);
}

TEST(ReferenceFallback, ThatIsMissingLiesBetweenTheWorstAndTheBestTotal) {
    // From 20 to 80 whatever the weights; b is worth 80 and may just be enough.
    const std::string text = "issue = { x = { option = [a, b], weight.p = [1, 2], "
                             "stance.p = { a = 20, b = 80 } }, y = { option = [a, b], "
                             "weight.p = [0, 3], stance.p = { a = 30, b = \"redline 80\" } } }";
    EXPECT_EQ(acceptance(text, {1, 0}), Acceptance::sometimes);
    EXPECT_EQ(acceptance(text, {0, 0}), Acceptance::sometimes);
    EXPECT_EQ(acceptance("issue.x = { option = [a, b], score.p = { a = 1, b = 5 } }", {1}),
              Acceptance::always);
}

TEST(ReferenceFallback, ThatIsMissingCountsEveryBonusAtItsBestAndWorst) {
    const auto range = [](const std::string& bonus) {
        const Case whole =
            case_of("issue.x = { option = [a, b], score.p = { a = [1, 2], b = 5 } }, "
                    "risk = [{ party = p, option.x = a, loss = [0, 3] }], bonus = "
                    "[{ party = p, when.x = a, value = " +
                    bonus + " }]");
        return std::get<Interval>(view_of(whole, PartyId(0)).fallback);
    };
    EXPECT_EQ(range("[-2, -1]"), (Interval{-4, 5}));
    EXPECT_EQ(range("[-2, 1]"), (Interval{-4, 6}));
    EXPECT_EQ(range("[1, 4]"), (Interval{-2, 9}));
}

TEST(ReferenceFallback, ThatIsDatedCountsFromItsDateOn) {
    const auto fallback = [](const std::string& second) {
        return "fallback.p = [{ from = 2026-01-01, value = 90 }, { from = " + second +
               ", value = 40 }]";
    };
    EXPECT_EQ(acceptance(one_issue("{ a = 50 }", fallback("2026-03-01")), {0}), Acceptance::always);
    EXPECT_EQ(acceptance(one_issue("{ a = 50 }", fallback("2026-03-02")), {0}), Acceptance::never);
}

TEST(ReferenceRisk, LowersTheOptionByItsLossWithoutAFloor) {
    const std::string risks = "risk = [{ party = p, option.x = a, loss = [10, 20] }, "
                              "{ party = p, option.x = [a, b], loss = 45 }]";
    EXPECT_EQ(acceptance(one_issue("{ a = 50, b = 50 }", "fallback.p = 5, " + risks), {1}),
              Acceptance::always);
    EXPECT_EQ(acceptance(one_issue("{ a = 50, b = 50 }", "fallback.p = 0, " + risks), {0}),
              Acceptance::never);
    EXPECT_EQ(acceptance(one_issue("{ a = 56, b = 50 }", "fallback.p = 0, " + risks), {0}),
              Acceptance::sometimes);
}

TEST(ReferenceIntent, DecidesBeforeAnyValue) {
    const std::string value = "{ a = 90 }";
    EXPECT_EQ(acceptance(one_issue(value, "fallback.p = 1, intent.p = seeks"), {0}),
              Acceptance::always);
    EXPECT_EQ(acceptance(one_issue(value, "fallback.p = 1, intent.p = doubtful"), {0}),
              Acceptance::sometimes);
    EXPECT_EQ(acceptance(one_issue(value, "fallback.p = 1, intent.p = refuses"), {0}),
              Acceptance::never);
}

TEST(ReferenceLimit, OfAPartyBindsThatPartyWhileItIsOn) {
    const std::string issues = "issue = { x = { option = [a, b] }, y = { option = [a, b] } }, ";
    const auto limit = [&](const std::string& body) {
        return case_of(issues + "limit = [{ party = p, " + body + " }]");
    };
    EXPECT_EQ(acceptance(limit("if.x = a, needs.y = b"), {0, 0}), Acceptance::never);
    EXPECT_EQ(acceptance(limit("if.x = a, needs.y = b"), {0, 1}), Acceptance::always);
    EXPECT_EQ(acceptance(limit("if.x = a, needs.y = b"), {1, 0}), Acceptance::always);
    EXPECT_EQ(acceptance(limit("needs = { x = a, y = b }"), {0, 0}), Acceptance::never);
    EXPECT_EQ(acceptance(limit("never = { x = a, y = b }"), {0, 0}), Acceptance::always);
    EXPECT_EQ(acceptance(limit("never = { x = a, y = [a, b] }"), {0, 0}), Acceptance::never);
    EXPECT_EQ(acceptance(limit("never.x = a, status = off"), {0, 0}), Acceptance::always);
    EXPECT_EQ(acceptance(limit("never.x = a"), {0, 0}, PartyId(1)), Acceptance::always);
}

TEST(ReferenceVerdict, NormsAndRulesBindWhoeverAccepts) {
    const auto sure = [](const std::string& rules) {
        return solve(case_of("issue = { x = { option = [a, b] }, y = { option = [a, b] } }, " +
                             rules))
            .sure;
    };
    EXPECT_EQ(sure("rule = []"), 4U);
    EXPECT_EQ(sure("limit = [{ party = norm, never.x = a }]"), 2U);
    EXPECT_EQ(sure("limit = [{ party = norm, never.x = a, status = off }]"), 4U);
    EXPECT_EQ(sure("rule = [{ if.x = a, then.y = b }]"), 3U);
    EXPECT_EQ(sure("rule = [{ forbid = { x = a, y = a } }]"), 3U);
    EXPECT_EQ(sure("rule = [{ at_most = 1, of = [{ x = a }, { y = a }] }]"), 3U);
    EXPECT_EQ(sure("rule = [{ at_most = 0, of = [{ x = a }, { y = a }] }]"), 1U);
}

/// Three parties with scores on one issue; each accepts where its score is not negative.
Report three_parties(const std::string& agreement) {
    const Case whole = case_of("issue.x = { option = [a, b, c], score = { p = { a = 1, b = -1, "
                               "c = 1 }, q = { a = -1, b = 1, c = [-1, 1] } } }, "
                               "fallback = { p = 0, q = 0 }, agreement = " +
                               agreement);
    return solve(whole);
}

TEST(ReferenceVerdict, AsksTheRequiredPartiesAndANumberOfTheCountedOnes) {
    EXPECT_EQ(three_parties("{ required = [p] }").sure, 2U);
    EXPECT_EQ(three_parties("{ required = [p, q] }").possible, 1U);
    EXPECT_EQ(three_parties("{ required = [p, q] }").answer, Answer::depends);
    EXPECT_EQ(three_parties("{ required = [p], at_least = 2 }").possible, 1U);
    EXPECT_EQ(three_parties("{ required = [q] }").sure, 1U);
}

TEST(ReferenceVerdict, NamesTheFirstOutcomesItFinds) {
    const Report report = three_parties("{ required = [q] }");
    EXPECT_EQ(report.answer, Answer::agreement);
    EXPECT_EQ(report.outcomes, 3U);
    EXPECT_EQ(report.first_sure, Outcome{OptionId(1)});
    EXPECT_EQ(report.first_possible, Outcome{OptionId(1)});
}

TEST(ReferenceVerdict, IsNoAgreementWhereNobodyMayAccept) {
    const Case whole = case_of(one_issue("{ a = bad, b = bad, c = bad }", "fallback.p = 31"));
    EXPECT_EQ(solve(whole).answer, Answer::no_agreement);
    EXPECT_EQ(solve(whole).possible, 0U);
}

TEST(ReferenceVerdict, APartyThatOnlyHasLimitsAcceptsWhatTheyAllow) {
    const Case whole = case_of("issue.x = { option = [a, b] }, fallback.p = 90, "
                               "limit = [{ party = p, never.x = a }]");
    const Report report = solve(whole);
    EXPECT_EQ(report.answer, Answer::agreement);
    EXPECT_EQ(report.sure, 1U);
}

TEST(ReferenceVerdict, TurnsTheLastIssueFastest) {
    const Case whole = case_of("issue = { x = { option = [a, b] }, y = { option = [a, b, c] } }");
    const std::vector<Outcome> all = all_outcomes(whole);
    ASSERT_EQ(all.size(), 6U);
    EXPECT_EQ(all[1], (Outcome{OptionId(0), OptionId(1)}));
    EXPECT_EQ(all[5], (Outcome{OptionId(1), OptionId(2)}));
}

} // namespace
} // namespace unbracket::reference
