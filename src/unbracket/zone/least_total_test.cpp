#include "unbracket/zone/least_total.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

LeastTotal totalled(const Case& negotiation, const Appraisal& appraisal,
                    const ClaimOptions& options = {}) {
    const BridgeList list = find_bridges(negotiation, appraisal, Certainty::possible);
    EXPECT_FALSE(list.bridges.empty());
    return find_least_total({negotiation, appraisal}, Certainty::possible, list.bridges.back(),
                            options)
        .best;
}

LeastTotal least(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    return totalled(negotiation, appraise(negotiation));
}

/// Two parties, one issue, an option a burden: (0, 9), (4, 4), (7, 0).
const std::string three_ways =
    "party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c], score = { "
    "alta = { a = 10, b = 6, c = 3 }, bera = { a = 1, b = 6, c = 10 } } }, "
    "fallback = { alta = 10, bera = 10 }";

TEST(LeastTotal, AddsPointsOfAllParties) {
    const LeastTotal answer = least(three_ways);
    EXPECT_EQ(answer.total, Rational(7));
    EXPECT_EQ(answer.bridge.burden, (Burden{7, 0}));
    EXPECT_EQ(answer.bridge.outcome, (Outcome{OptionId(2)}));
    EXPECT_TRUE(answer.is_proved);
}

TEST(LeastTotal, IsNotWhereTheLargestBurdenIsSmallest) {
    const Case negotiation = testing::case_of(three_ways);
    const Appraisal appraisal = appraise(negotiation);
    const BridgeList list =
        find_bridges(negotiation, appraisal, Certainty::possible, {.sums = PointSums::wanted});
    EXPECT_EQ(list.smallest_largest->burden, (Burden{4, 4}));
    ASSERT_EQ(list.least_totals.size(), 1U);
    EXPECT_EQ(list.least_totals[0].total, Rational(7));
    EXPECT_TRUE(list.least_totals_are_complete);
}

TEST(LeastTotal, OfAListThatIsCutIsStillTheSmallest) {
    const Case negotiation = testing::case_of(three_ways);
    const BridgeList list = find_bridges(negotiation, appraise(negotiation), Certainty::possible,
                                         {.most_bridges = 1, .sums = PointSums::wanted});
    EXPECT_FALSE(list.is_complete());
    ASSERT_EQ(list.least_totals.size(), 1U);
    EXPECT_EQ(list.least_totals[0].total, Rational(7));
    EXPECT_TRUE(list.least_totals[0].is_proved);
}

TEST(LeastTotal, IsLeftOutUnlessAskedFor) {
    const Case negotiation = testing::case_of(three_ways);
    EXPECT_TRUE(
        find_bridges(negotiation, appraise(negotiation), Certainty::possible).least_totals.empty());
}

TEST(LeastTotal, DoesNotCountWhatSomebodyGains) {
    // b: one lacks 3, the other gains 50; c: both lack 1.
    const LeastTotal answer =
        least("party = { alta = {}, bera = {} }, issue.x = { option = [b, c], score = { "
              "alta = { b = 7, c = 9 }, bera = { b = 60, c = 9 } } }, "
              "fallback = { alta = 10, bera = 10 }");
    EXPECT_EQ(answer.total, Rational(2));
    EXPECT_EQ(answer.bridge.outcome, (Outcome{OptionId(1)}));
}

TEST(LeastTotal, AddsWhatSmallerGroupsLack) {
    // The three together have enough everywhere; two of them do not.
    const LeastTotal answer = least(
        "party = { alta = {}, bera = {}, coda = {} }, issue.x = { option = [a, b, c], score = { "
        "alta = { a = 0, b = 4, c = 90 }, bera = { a = 0, b = 90, c = 5 }, "
        "coda = { a = 90, b = 5, c = 2 } } }, fallback = { alta = 10, bera = 10, coda = 10 }");
    EXPECT_EQ(answer.total, Rational(11)); // b: 6 and 5; c: 5 and 8; a: 20
    EXPECT_TRUE(answer.is_proved);
}

TEST(LeastTotal, IsAnExactFraction) {
    // Gains are weighted means: 1/3 and 2/3 of what is missing.
    const LeastTotal answer =
        least("party = { alta = {}, bera = {} }, issue = { x = { option = [a, b], weight = { "
              "alta = 1, bera = 2 }, stance = { alta = { a = 100, b = 0 }, bera = { a = 0, "
              "b = 100 } } }, y = { option = [c, d], weight = { alta = 2, bera = 1 }, stance = { "
              "alta = { c = 100, d = 0 }, bera = { c = 0, d = 100 } } } }, "
              "fallback = { alta = 90, bera = 90 }");
    EXPECT_EQ(answer.total, Rational(140, 3)); // alta gets y, bera x: 66 2/3 each
}

TEST(LeastTotal, AsksOnlyAsManyAsTheAgreementRule) {
    const LeastTotal answer =
        least("party = { alta = {}, bera = {}, coda = {} }, agreement = { required = [alta], "
              "at_least = 2 }, issue.x = { option = [a, b], score = { alta = { a = 8, b = 9 }, "
              "bera = { a = 9, b = 0 }, coda = { a = 0, b = 6 } } }, "
              "fallback = { alta = 10, bera = 10, coda = 10 }");
    EXPECT_EQ(answer.total, Rational(3)); // a with bera: 2 and 1
    EXPECT_EQ(answer.bridge.burden, (Burden{2, 1, 0}));
}

/// The search from the bridge to the second option, with parties in this order.
LeastTotal from_second_option(const std::string& text, Burden known) {
    const Case negotiation = testing::case_of(text);
    return find_least_total({negotiation, appraise(negotiation)}, Certainty::possible,
                            {{}, std::move(known), {OptionId(1)}})
        .best;
}

TEST(LeastTotal, ChoosesBetweenEqualLacksByWhatWasEnteredAndNotByThePlaceInTheFile) {
    const std::string rest =
        ", agreement = { required = [alta], at_least = 2 }, issue.x = { option = [a, b, c], score "
        "= { alta = { a = 8, b = 10, c = 0 }, bera = { a = 9, b = 1, c = 0 }, coda = { a = 9, b = "
        "1, c = 5 } } }, fallback = { alta = 10, bera = 10, coda = 10 }";
    const LeastTotal one =
        from_second_option("party = { alta = {}, bera = {}, coda = {} }" + rest, {0, 9, 0});
    const LeastTotal other =
        from_second_option("party = { alta = {}, coda = {}, bera = {} }" + rest, {0, 9, 0});
    EXPECT_EQ(one.total, Rational(3));
    EXPECT_EQ(other.total, Rational(3));
    EXPECT_EQ(one.bridge.burden[1], other.bridge.burden[2]) << "what Bera bears";
    EXPECT_EQ(one.bridge.burden[2], other.bridge.burden[1]) << "what Coda bears";
}

TEST(LeastTotal, HasRoomForAsManyPartiesAsACaseMayHave) {
    std::string parties, scores, fallbacks;
    Burden all(128, Rational(1));
    for (int at = 0; at < 128; ++at) {
        const std::string key = (at == 0 ? "p" : ", p") + std::to_string(at);
        parties += key + " = {}";
        scores += key + " = { a = " + (at == 0 ? "0" : "10") + ", b = 9 }";
        fallbacks += key + " = 10";
    }
    const LeastTotal answer =
        from_second_option("party = { " + parties + " }, issue.x = { option = [a, b], score = { " +
                               scores + " } }, fallback = { " + fallbacks + " }",
                           all);
    EXPECT_EQ(answer.total, Rational(10));
    EXPECT_TRUE(answer.is_proved);
}

TEST(LeastTotal, IsListedForEachSetOfLimitsThatHasToBeOpened) {
    const Case negotiation = testing::case_of(
        "party = { alta = {}, bera = {} }, issue.x = { option = [a, b], score = { "
        "alta = { a = \"redline\", b = 3 }, bera = { a = 9, b = 8 } } }, "
        "limit = [{ id = no-b, party = bera, never.x = b }], fallback = { alta = 5, bera = 10 }");
    const BridgeList list = find_bridges(negotiation, appraise(negotiation), Certainty::possible,
                                         {.sums = PointSums::wanted});
    ASSERT_EQ(list.least_totals.size(), 2U);
    for (const LeastTotal& answer : list.least_totals) {
        ASSERT_EQ(answer.bridge.opened.size(), 1U);
        const bool opens_b = answer.bridge.opened[0] == *negotiation.find_entry("limit.no-b");
        EXPECT_EQ(answer.total, Rational(opens_b ? 4 : 6));
    }
}

TEST(LeastTotal, SaysWhereTheBudgetEnded) {
    const Case negotiation = testing::case_of(three_ways);
    const Appraisal appraisal = appraise(negotiation);
    const LeastTotal answer = totalled(negotiation, appraisal, {.node_budget = 0});
    EXPECT_FALSE(answer.is_proved);
    EXPECT_EQ(answer.total, total_of(answer.bridge.burden));
}

} // namespace
} // namespace unbracket
