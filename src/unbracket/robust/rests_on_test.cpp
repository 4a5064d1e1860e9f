#include "unbracket/robust/rests_on.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// `verdict: addresses`
std::string rests_on(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    const Appraisal appraisal = appraise(negotiation);
    const Verdict verdict = decide(negotiation, appraisal);
    const RestsOn found = find_rests_on(negotiation, appraisal, verdict);
    EXPECT_EQ(found.is_complete, kind_of(verdict) != VerdictKind::undecided);
    std::string all = to_text(kind_of(verdict)) + ":";
    for (const EntryId entry : found.entries) {
        all += " " + negotiation.entry(entry).address;
    }
    return all;
}

TEST(RestsOn, OfAnAgreementAreEntriesWhoseLossLeavesNothingSure) {
    // Only m suits both. Bera likes n better, so its fallback may be out of reach once it is not
    // known; that of alta is at most what m gives. One issue alone needs no weight.
    EXPECT_EQ(rests_on("party = { alta = {}, bera = {} }, fallback = { alta = 50, bera = 50 }, "
                       "issue.x = { option = [m, n], weight = { alta = 1, bera = 1 }, "
                       "stance = { alta = { m = 90, n = 10 }, bera = { m = 70, n = 90 } } }"),
              "agreement: fallback.bera issue.x.stance.alta.m issue.x.stance.bera.m");
}

TEST(RestsOn, OfAnAgreementAreWeightsWhereIssuesPullApart) {
    // (3 * 80 + 1 * 20) / 4 reaches 50 only while land weighs more than water.
    EXPECT_EQ(rests_on("party.alta = {}, fallback.alta = 50, issue = { "
                       "land = { option = [m], weight.alta = 3, stance.alta.m = 80 }, "
                       "water = { option = [p], weight.alta = 1, stance.alta.p = 20 } }"),
              "agreement: issue.land.weight.alta issue.land.stance.alta.m issue.water.weight.alta "
              "issue.water.stance.alta.p");
}

TEST(RestsOn, OfAnAgreementDoesNotNameWhatAnotherOutcomeMakesUpFor) {
    EXPECT_EQ(rests_on("party.alta = {}, fallback.alta = 5, issue.x = { option = [m, n], "
                       "score.alta = { m = 9, n = 8 } }"),
              "agreement:");
}

TEST(RestsOn, OfAnAgreementNamesNoLimits) {
    EXPECT_EQ(rests_on("party.alta = {}, issue.x = { option = [m, n] }, "
                       "limit = [{ party = alta, never.x = m }], rule = [{ forbid.x = m }], "
                       "intent.alta = seeks"),
              "agreement:");
}

TEST(RestsOn, OfNoAgreementIsAConflictSet) {
    EXPECT_EQ(rests_on("party = { alta = {}, bera = {} }, fallback = { alta = 5, bera = 5 }, "
                       "issue.x = { option = [m, n], score = { alta = { m = 9, n = 0 }, "
                       "bera = { m = 0, n = 9 } } }"),
              "no_agreement: fallback.alta fallback.bera");
}

TEST(RestsOn, OfDependsAreHinges) {
    EXPECT_EQ(rests_on("party.alta = {}, fallback.alta = [3, 8], issue.x = { option = [m], "
                       "score.alta.m = 5 }"),
              "depends: fallback.alta");
}

TEST(RestsOn, OfAContradictionIsWhatClashes) {
    EXPECT_EQ(
        rests_on("party.alta = {}, fallback.alta = 3, issue.x = { option = [a, b], "
                 "weight.alta = 1, stance.alta = { a = 10, b = 60 }, order.alta = \"a > b\" }"),
        "contradiction: issue.x.stance.alta.a issue.x.stance.alta.b issue.x.order.alta");
}

TEST(RestsOn, OfAnUndecidedCaseIsNothing) {
    const Case negotiation = testing::case_of("party.alta = {}, issue.x = { option = [a] }");
    const Verdict undecided{UndecidedVerdict{}, 0};
    const RestsOn found = find_rests_on(negotiation, appraise(negotiation), undecided);
    EXPECT_TRUE(found.entries.empty());
    EXPECT_FALSE(found.is_complete);
}

} // namespace
} // namespace unbracket
