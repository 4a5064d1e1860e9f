#include "unbracket/zone/best_gain.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

BestGainAnswer answer_for(const std::string& text, std::vector<PartyId> parties,
                          Certainty certainty = Certainty::possible,
                          const ClaimOptions& options = {}) {
    const Case negotiation = testing::case_of(text);
    return find_best_gain(negotiation, appraise(negotiation), {certainty, std::move(parties), {}},
                          options);
}

const PartyId alta(0), bera(1);

/// Gains (5, -3), (1, 2), (-4, 8).
const std::string three_ways =
    "party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c], score = { "
    "alta = { a = 15, b = 11, c = 6 }, bera = { a = 7, b = 12, c = 18 } } }, "
    "fallback = { alta = 10, bera = 10 }";

TEST(BestGain, OfOnePartyKeepsTheOthersAtTheirFallbacks) {
    const BestGainAnswer answer = answer_for(three_ways, {alta});
    ASSERT_TRUE(answer.best.has_value());
    EXPECT_EQ(answer.best->gain, Rational(1));
    EXPECT_EQ(answer.best->outcome, (Outcome{OptionId(1)}));
    EXPECT_TRUE(answer.best->is_optimal);
}

TEST(BestGain, OfAllIsTheLargestSmallest) {
    EXPECT_EQ(answer_for(three_ways, {alta, bera}).best->gain, Rational(1));
}

TEST(BestGain, IsNegativeWhereSomebodyHasToAcceptLess) {
    const std::string text = "party = { alta = {}, bera = {} }, issue.x = { option = [a, b], "
                             "score = { alta = { a = 9, b = 2 }, bera = { a = 4, b = 9 } } }, "
                             "fallback = { alta = 10, bera = 10 }";
    EXPECT_EQ(answer_for(text, {alta, bera}).best->gain, Rational(-6));
}

TEST(BestGain, IsAnExactFraction) {
    const std::string text = "party.alta = {}, issue = { x = { option = [a], weight.alta = 1, "
                             "stance.alta.a = 50 }, y = { option = [b], weight.alta = 2, "
                             "stance.alta.b = 51 } }, fallback.alta = 10";
    EXPECT_EQ(answer_for(text, {alta}).best->gain, Rational(122, 3));
}

TEST(BestGain, OfRangesIsTakenAtTheEndAskedFor) {
    const std::string text = "party.alta = {}, issue.x = { option = [a, b], score.alta = { "
                             "a = [3, 9], b = [4, 5] } }, fallback.alta = [1, 2]";
    EXPECT_EQ(answer_for(text, {alta}, Certainty::possible).best->gain, Rational(8));
    EXPECT_EQ(answer_for(text, {alta}, Certainty::sure).best->gain, Rational(2));
}

TEST(BestGain, IsNoneWhereLimitsLeaveNothing) {
    const BestGainAnswer answer =
        answer_for(three_ways + ", limit = [{ party = alta, never.x = [a, b] }, "
                                "{ party = bera, never.x = c }]",
                   {alta, bera});
    EXPECT_FALSE(answer.best.has_value());
    EXPECT_TRUE(answer.is_proved);
}

TEST(BestGain, LeavesOpenedEntriesOut) {
    const Case negotiation =
        testing::case_of(three_ways + ", limit = [{ id = no-b, party = bera, never.x = b }]");
    const Appraisal appraisal = appraise(negotiation);
    Omissions opened(negotiation.entries.size(), false);
    EXPECT_EQ(find_best_gain(negotiation, appraisal, {Certainty::possible, {alta, bera}, opened})
                  .best->gain,
              Rational(-3));
    opened[as_index(*negotiation.find_entry("limit.no-b"))] = true;
    EXPECT_EQ(find_best_gain(negotiation, appraisal, {Certainty::possible, {alta, bera}, opened})
                  .best->gain,
              Rational(1));
}

TEST(BestGain, GoesOnFromWhatIsKnownAmongOutcomesThatBreakAnEntry) {
    const Case negotiation =
        testing::case_of(three_ways + ", limit = [{ id = no-b, party = bera, never.x = b }, "
                                      "{ id = no-a, party = bera, never.x = a }]");
    const Appraisal appraisal = appraise(negotiation);
    const auto opened = [&](const std::string& address) {
        GainQuestion question{Certainty::possible, {alta, bera}};
        question.omissions.assign(negotiation.entries.size(), false);
        question.breaking = negotiation.find_entry(address);
        question.omissions[as_index(*question.breaking)] = true;
        question.known = BestGain{-4, {OptionId(2)}};
        return *find_best_gain(negotiation, appraisal, question).best;
    };
    EXPECT_EQ(opened("limit.no-b").gain, Rational(1));
    EXPECT_EQ(opened("limit.no-a").gain, Rational(-3));
    EXPECT_EQ(opened("fallback.bera").gain, Rational(-4)) << "nothing better opens up";
}

TEST(BestGain, OfAPartyThatNeedNotAcceptCountsWhereItDoes) {
    const std::string text = three_ways + ", agreement = { required = [bera] }";
    EXPECT_EQ(answer_for(text, {bera}).best->gain, Rational(8));
    EXPECT_GE(answer_for(text, {alta}).best->gain, Rational(1));
}

TEST(BestGain, SaysThatNothingWasFoundWithinTheBudget) {
    const BestGainAnswer answer =
        answer_for(three_ways, {alta}, Certainty::possible, {.node_budget = 0});
    EXPECT_FALSE(answer.best.has_value());
    EXPECT_FALSE(answer.is_proved);
}

TEST(BestGain, OfAPartyWithoutValuesHasNoCeilingToReach) {
    const std::string text = "party = { alta = {}, bera = {} }, issue.x = { option = [a, b], "
                             "score.alta = { a = 4, b = 6 } }, fallback.alta = 5";
    EXPECT_EQ(answer_for(text, {alta, bera}).best->gain, Rational(1));
}

TEST(WidestGain, IsMoreThanAnyTwoTotalsLieApart) {
    const Case negotiation = testing::case_of(three_ways);
    EXPECT_GT(widest_gain(negotiation, appraise(negotiation), alta), Rational(9));
    EXPECT_GT(widest_gain(negotiation, appraise(negotiation), bera), Rational(11));
}

TEST(GainIn, IsWhatTheOutcomeLeavesOverTheFallback) {
    const Case negotiation = testing::case_of(three_ways);
    const Appraisal appraisal = appraise(negotiation);
    EXPECT_EQ(gain_in(negotiation, appraisal, bera, {OptionId(0)}, Certainty::sure), Rational(-3));
}

} // namespace
} // namespace unbracket
