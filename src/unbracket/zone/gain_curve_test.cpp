#include "unbracket/zone/gain_curve.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

GainCurve curve(const std::string& text, const CurveQuestion& question,
                const ClaimOptions& options = {}) {
    const Case negotiation = testing::case_of(text);
    return find_gain_curve(negotiation, appraise(negotiation), question, options);
}

using Pairs = std::vector<std::pair<Rational, Rational>>;

Pairs pairs(const GainCurve& found) {
    Pairs all;
    for (const GainStep& step : found.steps) {
        all.emplace_back(step.own, step.others);
    }
    return all;
}

const PartyId alta(0), bera(1);

/// Gains (5, -3), (1, 2), (-4, 8), and (0, 1), which is beaten.
const std::string four_ways =
    "party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c, d], score = { "
    "alta = { a = 15, b = 11, c = 6, d = 10 }, bera = { a = 7, b = 12, c = 18, d = 11 } } }, "
    "fallback = { alta = 10, bera = 10 }";

TEST(GainCurve, RisesForOneAndFallsForTheOthers) {
    const GainCurve found = curve(four_ways, {alta});
    EXPECT_EQ(pairs(found), (Pairs{{-4, 8}, {1, 2}, {5, -3}}));
    EXPECT_TRUE(found.is_complete);
    EXPECT_EQ(found.steps[0].outcome, (Outcome{OptionId(2)}));
}

TEST(GainCurve, OfTheOtherPartyIsTheSameTurnedRound) {
    EXPECT_EQ(pairs(curve(four_ways, {bera})), (Pairs{{-3, 5}, {2, 1}, {8, -4}}));
}

TEST(GainCurve, LooksAtTheSmallestGainOfSeveralOthers) {
    const GainCurve found =
        curve("party = { alta = {}, bera = {}, coda = {} }, issue.x = { option = [a, b, c], "
              "score = { alta = { a = 1, b = 3, c = 2 }, bera = { a = 9, b = 2, c = 5 }, "
              "coda = { a = 4, b = 8, c = 3 } } }, fallback = { alta = 0, bera = 0, coda = 0 }",
              {alta});
    EXPECT_EQ(pairs(found), (Pairs{{1, 4}, {2, 3}, {3, 2}}));
}

TEST(GainCurve, KeepsToEveryLimit) {
    EXPECT_EQ(pairs(curve(four_ways + ", limit = [{ party = bera, never.x = b }]", {alta})),
              (Pairs{{-4, 8}, {0, 1}, {5, -3}}));
}

TEST(GainCurve, OfNoOutcomeHasNoStep) {
    const GainCurve found = curve(four_ways + ", limit = [{ party = bera, never.x = [a, b] }, "
                                              "{ party = alta, never.x = [c, d] }]",
                                  {alta});
    EXPECT_TRUE(found.steps.empty());
    EXPECT_TRUE(found.is_complete);
}

TEST(GainCurve, StopsAtAsManyStepsAsAskedForAndSaysSo) {
    const GainCurve found = curve(four_ways, {alta, Certainty::possible, 2});
    EXPECT_EQ(found.steps.size(), 2U);
    EXPECT_FALSE(found.is_complete);
}

TEST(GainCurve, TakesRangesAtTheEndAskedFor) {
    const std::string text = "party = { alta = {}, bera = {} }, issue.x = { option = [a], "
                             "score = { alta.a = [3, 9], bera.a = [2, 4] } }, "
                             "fallback = { alta = [1, 2], bera = 1 }";
    EXPECT_EQ(pairs(curve(text, {alta, Certainty::possible})), (Pairs{{8, 3}}));
    EXPECT_EQ(pairs(curve(text, {alta, Certainty::sure})), (Pairs{{1, 1}}));
}

TEST(GainCurve, LooksPastPartiesWithoutValues) {
    const std::string text = "party = { alta = {}, bera = {}, coda = {} }, issue.x = { option = "
                             "[a, b], score = { alta = { a = 1, b = 3 }, bera = { a = 9, b = 2 } } "
                             "}, fallback = { alta = 0, bera = 0 }";
    EXPECT_EQ(pairs(curve(text, {alta})), (Pairs{{1, 9}, {3, 2}}));
    const Case negotiation = testing::case_of(text);
    EXPECT_FALSE(has_curve(negotiation, appraise(negotiation), PartyId(2)));
}

TEST(GainCurve, NeedsTwoCountedPartiesWithValues) {
    for (const std::string more : {"", ", bera = {}", ", bera.role = observer"}) {
        const Case negotiation =
            testing::case_of("party = { alta = {}" + more +
                             " }, issue.x = { option = [a], score.alta.a = 3 }, fallback.alta = 1");
        EXPECT_FALSE(has_curve(negotiation, appraise(negotiation), alta)) << more;
    }
}

TEST(GainCurve, IsNotCompleteWithoutABudget) {
    const GainCurve found = curve(four_ways, {alta}, {.node_budget = 0});
    EXPECT_TRUE(found.steps.empty());
    EXPECT_FALSE(found.is_complete);
}

} // namespace
} // namespace unbracket
