#include "unbracket/robust/hinges.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// `address[low,high]:low verdict/high verdict` of each hinge; a dash where an end settles nothing.
std::string hinges(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    const Appraisal appraisal = appraise(negotiation);
    const Verdict verdict = decide(negotiation, appraisal);
    const auto* depends = std::get_if<DependsVerdict>(&verdict.answer);
    if (depends == nullptr) {
        return to_text(kind_of(verdict));
    }
    const RestsOn found = find_hinges(negotiation, appraisal, depends->possible_outcome, {});
    EXPECT_TRUE(found.is_complete);
    EXPECT_EQ(found.entries.size(), found.hinges.size());
    const auto end = [](const std::optional<VerdictKind>& kind) {
        return kind ? to_text(*kind) : std::string("-");
    };
    std::string all;
    for (const Hinge& hinge : found.hinges) {
        all += (all.empty() ? "" : " ") + negotiation.entry(hinge.entry).address;
        if (hinge.tried) {
            all += "[" + hinge.tried->low.to_decimal_text() + "," +
                   hinge.tried->high.to_decimal_text() + "]";
        }
        all += ":" + end(hinge.at_low) + "/" + end(hinge.at_high);
    }
    return all;
}

/// One party, one option worth `score` on a score sheet.
std::string one_option(const std::string& score, const std::string& fallback,
                       const std::string& more = "") {
    return "party.alta = {}, issue.x = { option = [m], score.alta.m = " + score +
           " }, fallback.alta = " + fallback + more;
}

TEST(HingesByHand, AreEndsThatSettleTheAnswer) {
    EXPECT_EQ(hinges(one_option("5", "[3, 8]")), "fallback.alta[3,8]:agreement/no_agreement");
    EXPECT_EQ(hinges(one_option("[2, 6]", "5")),
              "issue.x.score.alta.m[2,6]:no_agreement/agreement");
}

TEST(HingesByHand, MaySettleItAtOneEndOnly) {
    // A score of 2 rules out the best fallback too; one of 6 leaves the fallback to decide.
    EXPECT_EQ(hinges(one_option("[2, 6]", "[3, 8]")),
              "issue.x.score.alta.m[2,6]:no_agreement/- fallback.alta[3,8]:-/no_agreement");
}

TEST(HingesByHand, AreNotThoseThatMatterOnlyInCompany) {
    // With scores of 4 to 9 on two issues and a need of 13, neither end of either settles it.
    EXPECT_EQ(hinges("party.alta = {}, issue = { x = { option = [m], score.alta.m = [4, 9] }, "
                     "y = { option = [k], score.alta.k = [4, 9] } }, fallback.alta = 13.5"),
              "issue.x.score.alta.m[4,9]:no_agreement/- issue.y.score.alta.k[4,9]:no_agreement/-");
    EXPECT_EQ(hinges("party.alta = {}, issue = { x = { option = [m], score.alta.m = [4, 9] }, "
                     "y = { option = [k], score.alta.k = [4, 9] } }, fallback.alta = 13"),
              "issue.x.score.alta.m[4,9]:-/agreement issue.y.score.alta.k[4,9]:-/agreement");
}

TEST(HingesByHand, AreOfWeights) {
    // 80 and 20 against 50: heavy land makes it, light land does not.
    EXPECT_EQ(hinges("party.alta = {}, fallback.alta = 50, issue = { "
                     "land = { option = [m], weight.alta = [1, 3], stance.alta.m = 80 }, "
                     "water = { option = [p], weight.alta = 2, stance.alta.p = 20 } }"),
              "issue.land.weight.alta[1,3]:no_agreement/agreement");
}

TEST(HingesByHand, AreOfKnotsOfACurve) {
    // Tolerable is 30 to 60 and the only option lies on it.
    EXPECT_EQ(hinges("party.alta = {}, fallback.alta = 40, issue.x = { "
                     "range = { min = 5, max = 5, step = 1 }, weight.alta = 1, "
                     "curve.alta = { ideal = 5, redline = \"> 5\" } }"),
              "agreement");
    EXPECT_EQ(hinges("party.alta = {}, fallback.alta = 40, issue.x = { "
                     "range = { min = 5, max = 5, step = 1 }, weight.alta = 1, "
                     "curve.alta = { tolerable = 5, redline = \"> 5\" } }"),
              "issue.x.curve.alta.tolerable[30,60]:no_agreement/agreement");
}

TEST(HingesByHand, AreOfBonusesRisksAndIntents) {
    EXPECT_EQ(
        hinges(one_option("5", "7", ", bonus = [{ party = alta, when.x = m, value = [1, 3] }]")),
        "bonus.1[1,3]:no_agreement/agreement");
    EXPECT_EQ(
        hinges(one_option("5", "4", ", risk = [{ party = alta, option.x = m, loss = [0, 2] }]")),
        "risk.1[0,2]:agreement/no_agreement");
    EXPECT_EQ(hinges(one_option("5", "4", ", intent.alta = doubtful")),
              "intent.alta:no_agreement/agreement");
}

TEST(HingesByHand, LeaveOutEntriesWithoutARange) {
    EXPECT_EQ(hinges("party.alta = {}, fallback.alta = 50, issue.x = { option = [m], "
                     "weight.alta = 1, stance.alta.m = unknown }"),
              "issue.x.stance.alta.m[0,100]:no_agreement/agreement");
    EXPECT_EQ(hinges("party.alta = {}, fallback = { alta = { draft = d } }, draft.d = {}, "
                     "issue.x = { option = [m, n], score.alta = { m = 1, n = 2 } }"),
              "agreement"); // n is as good as whatever the draft says
}

TEST(HingesByHand, AreTriedOnlyWhereAReadingGoes) {
    // b is at most the 60 of a, so its own 90 is not tried.
    EXPECT_EQ(hinges("party.alta = {}, fallback.alta = 50, issue.x = { option = [a, b], "
                     "weight.alta = 1, stance.alta = { a = [40, 60], b = [10, 90] }, "
                     "order.alta = \"a > b\" }"),
              "issue.x.stance.alta.a[40,60]:no_agreement/agreement "
              "issue.x.stance.alta.b[10,60]:-/agreement");
}

TEST(HingesByHand, LeaveOutAWeightOfZeroWhereItIsTheOnlyOne) {
    EXPECT_EQ(hinges("party.alta = {}, fallback.alta = 40, issue.x = { option = [m], "
                     "weight.alta = [0, 30], stance.alta.m = [20, 60] }"),
              "issue.x.stance.alta.m[20,60]:no_agreement/agreement");
}

TEST(HingesByHand, LeaveOutPartiesThatAreNotCounted) {
    EXPECT_EQ(hinges("party = { alta = {}, bera.role = observer }, issue.x = { option = [m], "
                     "score = { alta.m = 5, bera.m = [1, 9] } }, fallback.alta = [3, 8]"),
              "fallback.alta[3,8]:agreement/no_agreement");
}

/// Alta can have a with c, where x counts for it, or b with d, where it does not.
const std::string either_or =
    "party = { alta = {}, bera = {} }, issue = { x = { option = [a, b], weight.alta = [0, 10], "
    "stance.alta = { a = 100, b = 0 }, score.bera = { a = 5, b = 5 } }, y = { option = [c, d], "
    "weight.alta = 5, stance.alta = { c = 0, d = 100 } } }, "
    "rule = [ { if = { x = a }, then = { y = c } }, { if = { x = b }, then = { y = d } } ]";

std::optional<Rational> none_inside(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    const Appraisal appraisal = appraise(negotiation);
    const Verdict verdict = decide(negotiation, appraisal);
    const auto& possible = std::get<DependsVerdict>(verdict.answer).possible_outcome;
    const RestsOn found = find_hinges(negotiation, appraisal, possible, {}, HingeScope::inside);
    std::optional<Rational> none_at;
    for (const Hinge& hinge : found.hinges) {
        none_at = hinge.none_at ? hinge.none_at : none_at;
    }
    return none_at;
}

TEST(HingesByHand, AreWeightsThatExcludeEverythingOnlyInBetween) {
    // a with c is worth 100 w / (w + 5), at least 60 from w = 7.5 on; b with d is worth
    // 500 / (w + 5), at least 60 up to w = 10 / 3.
    const std::string text = either_or + ", fallback = { alta = 60, bera = [0, 10] }";
    EXPECT_EQ(hinges(text), "fallback.bera[0,10]:-/no_agreement");
    const auto at = none_inside(text);
    ASSERT_TRUE(at.has_value());
    EXPECT_GT(*at, Rational(10, 3));
    EXPECT_LT(*at, Rational(15, 2));
}

TEST(HingesByHand, AreNotWeightsBetweenWhoseEndsSomethingIsAlwaysPossible) {
    // At least 50: the one from w = 5 on, the other up to 5; at 5 both.
    for (const std::string need : {"50", "40"}) {
        const std::string text = either_or + ", fallback = { alta = " + need + ", bera = [0, 10] }";
        EXPECT_FALSE(none_inside(text).has_value()) << need;
    }
}

} // namespace
} // namespace unbracket
