#include "unbracket/robust/better_outcome.hpp"
#include "unbracket/zone/central_reading.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::case_of;

const std::string two_parties = "party = { a = { name = A }, b = { name = B } }, ";

BetterAnswer better_than(const Case& negotiation) {
    return find_better(negotiation, appraise(negotiation), DraftId(0));
}

TEST(Better, IsTheOutcomeThatOnePartyGainsByAndNobodyLosesBy) {
    const Case negotiation =
        case_of(two_parties + "issue.x = { option = [m, n], score = { a = { m = 0, n = 3 }, "
                              "b = { m = 5, n = 5 } } }, fallback = { a = 0, b = 0 }, "
                              "draft.d.set.x = m");
    const BetterAnswer answer = better_than(negotiation);
    ASSERT_TRUE(answer.better.has_value());
    EXPECT_EQ(answer.better->outcome, (Outcome{OptionId(1)}));
    EXPECT_EQ(answer.better->changed, (std::vector{IssueId(0)}));
    EXPECT_TRUE(answer.better->is_fewest);
}

TEST(Better, IsNotThereWhereEveryChangeCostsSomebody) {
    const BetterAnswer answer =
        better_than(case_of(two_parties + "issue.x = { option = [m, n], score = { a = { m = 0, n = "
                                          "3 }, b = { m = 5, n = 4 } } }, "
                                          "fallback = { a = 0, b = 0 }, draft.d.set.x = m"));
    EXPECT_FALSE(answer.better.has_value());
    EXPECT_TRUE(answer.is_proved);
}

TEST(Better, MayTradeOneIssueForAnotherAndChangesAsFewAsItCan) {
    const Case negotiation = case_of(
        two_parties +
        "issue = { x = { option = [m, n], score = { a = { m = 0, n = 6 }, b = { m = 2, n = 0 } } "
        "}, "
        "y = { option = [m, n], score = { a = { m = 2, n = 0 }, b = { m = 0, n = 6 } } }, "
        "z = { option = [m, n], score = { a = { m = 0, n = 1 }, b = { m = 0, n = -1 } } } }, "
        "fallback = { a = 0, b = 0 }, draft.d.set = { x = m, y = m, z = m }");
    const BetterAnswer answer = better_than(negotiation);
    ASSERT_TRUE(answer.better.has_value());
    EXPECT_EQ(answer.better->changed, (std::vector{IssueId(0), IssueId(1)}));
}

TEST(Better, KeepsToRedLinesLimitsRulesAndNormsThatTheTextMayBreak) {
    const std::string text =
        "issue.x = { option = [m, n, o, p, q], score = { a = { m = 0, n = 9, o = 8, p = 7, q = 1 } "
        "} }, fallback = { a = 0 }, draft.d.set.x = m, ";
    const std::string party = "party.a = { name = A }, ";
    const std::string limits =
        "limit = [ { party = a, never = { x = n } }, { party = norm, never = "
        "{ x = o } } ], rule = [ { forbid = { x = p } } ]";
    const BetterAnswer answer = better_than(case_of(party + text + limits));
    ASSERT_TRUE(answer.better.has_value());
    EXPECT_EQ(answer.better->outcome, (Outcome{OptionId(4)}));
}

TEST(Better, MustNotBeWorseInAnyReadingButNeedNotBeBetterInAll) {
    const std::string issue = "issue.x = { option = [m, n], score.a = { m = 5, n = ";
    const std::string rest = " } }, fallback.a = 0, draft.d.set.x = m";
    const std::string party = "party.a = { name = A }, ";
    EXPECT_TRUE(better_than(case_of(party + issue + "[5, 9]" + rest)).better.has_value());
    EXPECT_FALSE(better_than(case_of(party + issue + "[4, 9]" + rest)).better.has_value());
    EXPECT_FALSE(better_than(case_of(party + issue + "5" + rest)).better.has_value());
}

TEST(Better, InTheCentralReadingIsAnotherQuestion) {
    const Case negotiation =
        case_of("party.a = { name = A }, issue.x = { option = [m, n], score.a = { m = 5, n = "
                "[4, 9] } }, fallback.a = 0, draft.d.set.x = m");
    const CentralCase central = central_case(negotiation, appraise(negotiation));
    EXPECT_TRUE(find_better(central.negotiation, central.appraisal, DraftId(0)).better.has_value());
}

TEST(Better, ThanAnOpenTextIsBetterThanAllItMayTurnOutToSay) {
    const std::string text =
        "party.a = { name = A }, issue.x = { option = [m, n, o], score.a = { m "
        "= 5, n = 6, o = ";
    const std::string rest = " } }, fallback.a = 0, draft.d.set.x = [m, n]";
    EXPECT_FALSE(better_than(case_of(text + "4" + rest)).better->changed.size() > 0);
    const BetterAnswer beyond = better_than(case_of(text + "7" + rest));
    ASSERT_TRUE(beyond.better.has_value());
    EXPECT_TRUE(beyond.better->changed.empty()) << "n is within the text, and never worse than it";
}

TEST(Better, KeepsAnUnknownOptionOnlyWhereTheTextHasIt) {
    const std::string head = "party.a = { name = A }, issue = { x = { option = [m, n], weight.a = "
                             "10, stance.a = { m = 0, n = unknown } }, y = { option = [m, n], "
                             "weight.a = 10, stance.a = { m = 0, n = 9 } } }, fallback.a = 0, ";
    EXPECT_TRUE(better_than(case_of(head + "draft.d.set = { x = n, y = m }")).better.has_value());
    const BetterAnswer answer = better_than(case_of(head + "draft.d.set = { x = m, y = n }"));
    EXPECT_FALSE(answer.better.has_value());
}

TEST(Better, CountsABonusOfAPartyWhoseWeightsAreRanges) {
    const std::string text =
        "party.a = { name = A }, issue = { x = { option = [m, n], weight.a = [10, 20], stance.a = "
        "{ "
        "m = 50, n = 48 } }, y = { option = [m, n], weight.a = [10, 20], stance.a = { m = 50, n = "
        "50 } } }, fallback.a = 0, draft.d.set = { x = m, y = m }, bonus = [ { party = a, when = { "
        "x = n, y = n }, value = ";
    const BetterAnswer with = better_than(case_of(text + "3 } ]"));
    ASSERT_TRUE(with.better.has_value());
    EXPECT_EQ(with.better->changed.size(), 2U);
    const BetterAnswer without = better_than(case_of(text + "1 } ]"));
    EXPECT_FALSE(without.better.has_value());
    EXPECT_TRUE(without.is_proved);
}

TEST(Better, WithoutABudgetIsNotDecided) {
    const Case negotiation = case_of("party.a = { name = A }, issue.x = { option = [m, n], score.a "
                                     "= { m = 0, n = 3 } }, fallback.a = 0, draft.d.set.x = m");
    ClaimOptions options;
    options.node_budget = 0;
    const BetterAnswer answer =
        find_better(negotiation, appraise(negotiation), DraftId(0), options);
    EXPECT_FALSE(answer.better.has_value());
    EXPECT_FALSE(answer.is_proved);
}

TEST(Better, LooksAtPartiesThatRefuseEverythingToo) {
    const BetterAnswer answer = better_than(case_of(
        two_parties + "issue.x = { option = [m, n], score = { a = { m = 0, n = 3 }, b = { m "
                      "= 5, n = 4 } } }, fallback = { a = 0, b = 0 }, intent.b = refuses, "
                      "draft.d.set.x = m"));
    EXPECT_FALSE(answer.better.has_value());
}

} // namespace
} // namespace unbracket
