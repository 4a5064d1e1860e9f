#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/zone/conflict.hpp"
#include "unbracket/zone/synthetic.hpp"
#include "unbracket/zone/verdict.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// Verdicts of small cases that can be worked out by hand, one for each thing that moves a verdict.

namespace unbracket {

namespace {

const std::string two_parties = R"(
unbracket = 1
title = "Two parties"
party.a = { role = "signatory" }
party.b = { role = "signatory" }
)";

/// One issue on which the parties want opposite things; x suits a, z suits b, y both a little.
const std::string opposed_issue = R"(
[issue.land]
option = ["x", "y", "z"]
weight = { a = 1, b = 1 }
stance.a = { x = 100, y = 60, z = 0 }
stance.b = { x = 0, y = 60, z = 100 }
)";

Case bound(const std::string& text) {
    const Result<Node> document = read_toml(text, "case.toml");
    EXPECT_TRUE(document.ok()) << to_string(document.problems().front());
    Result<Case> negotiation = bind_case(document.value());
    EXPECT_TRUE(negotiation.ok()) << to_string(negotiation.problems().front());
    return std::move(negotiation).value();
}

Verdict verdict_of(const std::string& text, const ClaimOptions& options = {}) {
    const Case negotiation = bound(text);
    return decide(negotiation, appraise(negotiation), options);
}

std::string answer_of(const std::string& text) {
    return to_text(kind_of(verdict_of(text)));
}

} // namespace

TEST(Verdict, AnOptionThatSuitsBothIsAnAgreement) {
    EXPECT_EQ(answer_of(two_parties + opposed_issue + "[fallback]\na = 60\nb = 60\n"), "agreement");
}

TEST(Verdict, NeedsThatExceedEveryOptionAreNoAgreement) {
    EXPECT_EQ(answer_of(two_parties + opposed_issue + "[fallback]\na = 61\nb = 60\n"),
              "no_agreement");
}

TEST(Verdict, ARangeOfFallbacksMakesItDepend) {
    EXPECT_EQ(answer_of(two_parties + opposed_issue + "[fallback]\na = [50, 70]\nb = 60\n"),
              "depends");
}

TEST(Verdict, ARedLineOfOnePartyEmptiesTheZone) {
    const std::string red = R"(
[issue.land]
option = ["x", "y", "z"]
weight = { a = 1, b = 1 }
stance.a = { x = 100, y = "redline 80", z = 0 }
stance.b = { x = 0, y = 60, z = 100 }
[fallback]
a = 60
b = 60
)";
    const Case negotiation = bound(two_parties + red);
    const Appraisal appraisal = appraise(negotiation);
    EXPECT_EQ(kind_of(decide(negotiation, appraisal)), VerdictKind::no_agreement);
    const std::vector<EntryId> conflict =
        minimal_conflict(negotiation, appraisal, Certainty::possible).entries();
    const auto red_line = negotiation.find_entry("issue.land.stance.a.y");
    ASSERT_TRUE(red_line.has_value());
    EXPECT_EQ(std::count(conflict.begin(), conflict.end(), *red_line), 1);
}

TEST(Verdict, LimitsNormsAndRulesEachRuleOutTheOnlyAgreement) {
    const std::string base = two_parties + opposed_issue + "[fallback]\na = 60\nb = 60\n";
    EXPECT_EQ(answer_of(base + "[[limit]]\nparty = \"b\"\nnever = { land = \"y\" }\n"),
              "no_agreement");
    EXPECT_EQ(answer_of(base + "[[limit]]\nparty = \"norm\"\nnever = { land = \"y\" }\n"),
              "no_agreement");
    EXPECT_EQ(answer_of(base + "[[rule]]\nforbid = { land = \"y\" }\n"), "no_agreement");
    EXPECT_EQ(answer_of(base + "[[limit]]\nparty = \"b\"\nnever = { land = \"y\" }\n"
                               "status = \"off\"\n"),
              "agreement");
}

TEST(Verdict, AnUnknownOptionIsNeverSureButMayBePossible) {
    const std::string unknown = R"(
[issue.land]
option = ["x", "y"]
weight = { a = 1, b = 1 }
stance.a = { x = "bad", y = "unknown" }
stance.b = { x = "bad", y = 80 }
[fallback]
a = 50
b = 50
)";
    EXPECT_EQ(answer_of(two_parties + unknown), "depends");
}

TEST(Verdict, AnOpenOptionIsAnythingFromNothingToIdeal) {
    const std::string open = R"(
[issue.land]
option = ["x", "y"]
weight = { a = 1, b = 1 }
stance.a = { x = "bad", y = "open" }
stance.b = { x = "bad", y = 80 }
[fallback]
a = 0
b = 50
)";
    EXPECT_EQ(answer_of(two_parties + open), "agreement");
}

TEST(Verdict, AllButOneSufficeWhereTheRuleSaysSo) {
    const std::string three = R"(
unbracket = 1
title = "Three parties"
party.a = { role = "signatory" }
party.b = { role = "signatory" }
party.c = { role = "signatory" }
[agreement]
required = ["a"]
at_least = AT_LEAST
[issue.land]
option = ["x", "y"]
score.a = { x = 5, y = 4 }
score.b = { x = 5, y = 0 }
score.c = { x = 0, y = 9 }
[fallback]
a = 1
b = 5
c = 9
)";
    const auto with = [&](const std::string& count) {
        std::string text = three;
        text.replace(text.find("AT_LEAST"), 8, count);
        return answer_of(text);
    };
    EXPECT_EQ(with("2"), "agreement");
    EXPECT_EQ(with("3"), "no_agreement");
}

TEST(Verdict, ABonusOnACombinationOpensIt) {
    const std::string base = R"(
[issue.land]
option = ["x", "y"]
score.a = { x = 2, y = 0 }
score.b = { x = 0, y = 2 }
[issue.water]
option = ["p", "q"]
score.a = { p = 1, q = 0 }
score.b = { p = 0, q = 1 }
[fallback]
a = 3
b = 3
)";
    EXPECT_EQ(answer_of(two_parties + base), "no_agreement");
    EXPECT_EQ(answer_of(two_parties + base +
                        "[[bonus]]\nparty = \"b\"\nwhen = { land = \"x\", water = \"p\" }\n"
                        "value = 3\n"),
              "agreement");
}

TEST(Verdict, ARiskLowersTheOptionItIsOn) {
    const std::string base = two_parties + opposed_issue + "[fallback]\na = 60\nb = 60\n";
    EXPECT_EQ(answer_of(base + "[[risk]]\nparty = \"a\"\noption = { land = \"y\" }\n"
                               "loss = [0, 5]\n"),
              "depends");
}

TEST(Verdict, AFallbackAsGoodAsADraftComparesInTheSameReading) {
    const std::string draft = two_parties + R"(
[issue.land]
option = ["x", "y", "z"]
weight = { a = 1, b = 1 }
stance.a = "x > y > z"
stance.b = { x = 0, y = 60, z = 100 }
[draft.first]
set = { land = "y" }
[fallback]
a = { draft = "first" }
b = 60
)";
    EXPECT_EQ(answer_of(draft), "agreement");
}

TEST(Verdict, ACurveIsLinearBetweenItsNamedValues) {
    const std::string curve = two_parties + R"(
[issue.share]
range = { min = 0, max = 100, step = 10 }
weight = { a = 1, b = 1 }
curve.a = { ideal = 0, tolerable = 50, bad = 100 }
stance.b = { 0 = 0, 10 = 0, 20 = 90, 30 = 0, 40 = 0, 50 = 0, 60 = 0, 70 = 0, 80 = 0, 90 = 0, 100 = 0 }
[fallback]
a = NEED
b = 90
)";
    const auto with = [&](const std::string& need) {
        std::string text = curve;
        text.replace(text.find("NEED"), 4, need);
        return answer_of(text);
    };
    // At 20, two fifths of the way from 100..100 to 30..60: 72..84.
    EXPECT_EQ(with("72"), "agreement");
    EXPECT_EQ(with("73"), "depends");
    EXPECT_EQ(with("84"), "depends");
    EXPECT_EQ(with("85"), "no_agreement");
}

TEST(Verdict, ACurveIsOneConstantOnTheBetterSideOfItsBestValue) {
    // Whatever `acceptable` is worth here, 0 and 10 are worth the same to a.
    EXPECT_EQ(answer_of(two_parties + R"(
[issue.share]
range = { min = 0, max = 20, step = 10 }
weight = { a = 1, b = 1 }
curve.a = { acceptable = 10, tolerable = 20 }
stance.b = { 0 = 100, 10 = 0, 20 = 0 }
[draft.d.set]
share = 10
[fallback]
a = { draft = "d" }
b = 90
)"),
              "agreement");
}

TEST(Verdict, AnOrderAgainstTheNumbersLeavesNoReading) {
    const std::string against = two_parties + R"(
[issue.land]
option = ["x", "y"]
weight = { a = 1, b = 1 }
stance.a = { x = 10, y = 90 }
order.a = "x > y"
stance.b = { x = 50, y = 50 }
[fallback]
a = 0
b = 0
)";
    const Case negotiation = bound(against);
    const Verdict verdict = decide(negotiation, appraise(negotiation));
    const auto* contradiction = std::get_if<ContradictionVerdict>(&verdict.answer);
    ASSERT_NE(contradiction, nullptr);
    EXPECT_EQ(negotiation.party(contradiction->party).key, "a");
    EXPECT_EQ(contradiction->entries.size(), 3U);
}

TEST(Verdict, APartyThatRefusesAnyDealLeavesNone) {
    const std::string base = two_parties + opposed_issue + "[fallback]\na = 60\nb = 60\n";
    EXPECT_EQ(answer_of(base + "[intent]\na = \"refuses\"\n"), "no_agreement");
    EXPECT_EQ(answer_of(base + "[intent]\na = \"doubtful\"\n"), "depends");
}

TEST(Verdict, SaysUndecidedWhenTheBudgetRunsOut) {
    SyntheticOptions options;
    options.kind = SyntheticClass::near_zero_sum;
    options.planted = Planted::no;
    options.issues = 20;
    const Result<Case> negotiation = bind_case(synthetic_document(options).value());
    ASSERT_TRUE(negotiation.ok());
    const Case& hard = negotiation.value();
    const Verdict whole = decide(hard, appraise(hard));
    ASSERT_EQ(kind_of(whole), VerdictKind::no_agreement);
    ASSERT_GT(whole.nodes, 100U);
    EXPECT_EQ(kind_of(decide(hard, appraise(hard), {.node_budget = 50})), VerdictKind::undecided);
}

TEST(Verdict, NumbersOfAnyWidthAreDecidedExactly) {
    const std::string wide = two_parties + R"(
[issue.land]
option = ["x", "y"]
weight = { a = 0.000000000000001, b = 3 }
stance.a = { x = 33.3333333333333, y = 0 }
stance.b = { x = 50, y = 50 }
[issue.water]
option = ["p", "q"]
weight = { a = 999999.999999999, b = 1 }
stance.a = { p = 50, q = 49.9999999999999 }
stance.b = { p = 0, q = 100 }
[fallback]
a = NEED
b = 50
)";
    const auto with = [&](const std::string& need) {
        std::string text = wide;
        text.replace(text.find("NEED"), 4, need);
        return answer_of(text);
    };
    EXPECT_EQ(with("49.9999999999998"), "agreement");
    EXPECT_EQ(with("49.9999999999999"), "no_agreement");
}

} // namespace unbracket
