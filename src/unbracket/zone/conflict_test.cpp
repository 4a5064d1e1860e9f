#include "unbracket/zone/conflict.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

std::string addresses(const Case& negotiation, const std::vector<EntryId>& entries) {
    std::string all;
    for (const EntryId entry : entries) {
        all += (all.empty() ? "" : " ") + negotiation.entry(entry).address;
    }
    return all;
}

std::string conflict(const std::string& text, Certainty certainty = Certainty::possible) {
    const Case negotiation = testing::case_of(text);
    const ConflictSet set = minimal_conflict(negotiation, appraise(negotiation), certainty);
    EXPECT_TRUE(set.is_minimal);
    return addresses(negotiation, set.entries());
}

std::string candidates(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    return addresses(negotiation, conflict_candidates(negotiation, appraise(negotiation)));
}

/// Alta wants a, Bera wants b, c suits neither well.
std::string opposed(const std::string& alta, const std::string& bera, const std::string& more) {
    return "party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c], "
           "weight = { alta = 1, bera = 1 }, stance = { alta = { " +
           alta + " }, bera = { " + bera + " } } }" + more;
}

TEST(Conflict, OfTwoFallbacksThatNoOptionReaches) {
    EXPECT_EQ(conflict(opposed("a = 90, b = 10, c = 40", "a = 10, b = 90, c = 40",
                               ", fallback = { alta = 50, bera = 50 }")),
              "fallback.alta fallback.bera");
}

TEST(Conflict, OfOneFallbackThatNothingReachesNamesItAlone) {
    EXPECT_EQ(conflict(opposed("a = 90, b = 10, c = 40", "a = 10, b = 90, c = 40",
                               ", fallback = { alta = 95, bera = 0 }")),
              "fallback.alta");
}

TEST(Conflict, PrefersDemandsToNumbers) {
    // Fallbacks clash as well, but the red lines alone leave nothing.
    EXPECT_EQ(conflict(opposed("a = 90, b = redline, c = redline", "a = redline, b = 90, c = 40",
                               ", fallback = { alta = 50, bera = 50 }")),
              "issue.x.stance.alta.b issue.x.stance.alta.c issue.x.stance.bera.a");
}

TEST(Conflict, NamesARefusalThatSufficesAlone) {
    EXPECT_EQ(conflict(opposed("a = 90, b = redline, c = redline", "a = redline, b = 90, c = 40",
                               ", fallback = { alta = 50, bera = 50 }, intent.bera = refuses")),
              "intent.bera");
}

TEST(Conflict, HoldsLimitsRulesAndNormsToTheirWord) {
    const std::string base = opposed("a = 90, b = 90, c = 90", "a = 90, b = 90, c = 90", "");
    EXPECT_EQ(conflict(base + ", rule = [{ id = plan, forbid.x = a }, { forbid.x = c }], "
                              "limit = [{ party = norm, never.x = b }]"),
              "rule.plan rule.2 limit.1");
    EXPECT_EQ(conflict(base + ", limit = [{ id = only-a, party = alta, needs.x = a }, "
                              "{ id = no-a, party = bera, never.x = a }]"),
              "limit.only-a limit.no-a");
}

TEST(Conflict, KeepsAFallbackWhereALimitLeavesOnlyWhatItExcludes) {
    EXPECT_EQ(conflict(opposed("a = 90, b = 10, c = 40", "a = 10, b = 90, c = 40",
                               ", fallback = { alta = 50, bera = 5 }, "
                               "limit = [{ party = bera, never.x = a }]")),
              "fallback.alta limit.1");
}

TEST(Conflict, MayBeOneBecauseNothingIsSure) {
    const std::string text = opposed("a = [40, 90], b = 10, c = 10", "a = 90, b = 10, c = 10",
                                     ", fallback = { alta = 50, bera = 50 }");
    EXPECT_EQ(conflict(text, Certainty::sure), "fallback.alta");
}

TEST(ConflictCandidates, AreHardThingsOfCountedPartiesAndThePlan) {
    EXPECT_EQ(candidates(opposed("a = 90, b = redline, c = 40", "a = 10, b = 90, c = 40",
                                 ", fallback.alta = 50, intent.alta = seeks, "
                                 "rule = [{ forbid.x = a }], "
                                 "limit = [{ party = norm, never.x = b }, "
                                 "{ party = bera, never.x = b }], "
                                 "bonus = [{ party = alta, when.x = a, value = 1 }], "
                                 "risk = [{ party = alta, option.x = a, loss = 1 }]")),
              "fallback.alta issue.x.stance.alta.b rule.1 limit.2 limit.1 intent.alta");
}

TEST(ConflictCandidates, LeaveOutThoseThatAreNotCounted) {
    EXPECT_EQ(candidates("party = { alta = {}, bera.role = observer }, "
                         "issue.x = { option = [a, b], stance.bera = { a = redline, b = 1 } }, "
                         "limit = [{ party = bera, never.x = a }], intent.bera = refuses"),
              "");
}

TEST(ConflictCandidates, HoldRedLinesOfOrdersAndCurves) {
    EXPECT_EQ(candidates("party.alta = {}, issue = { x = { option = [a, b], weight.alta = 1, "
                         "stance.alta = \"a | b\" }, y = { range = { min = 1, max = 3, step = 1 }, "
                         "curve.alta = { ideal = 1, redline = \"> 2\" } } }"),
              "issue.x.stance.alta issue.y.curve.alta.redline");
}

} // namespace
} // namespace unbracket
