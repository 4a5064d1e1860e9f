#include "unbracket/frontier/coalition_counts.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

CentralCase central_of(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    return central_case(negotiation, appraise(negotiation));
}

std::vector<Rational> exactly(const std::string& text) {
    const CentralCase central = central_of(text);
    const AcceptanceTable table = acceptance_table(central);
    const auto enumerated = enumerate_coalitions(table);
    if (tabled_cost(table)) {
        EXPECT_EQ(table_coalitions(table)->exactly, enumerated->exactly);
    }
    return enumerated->exactly;
}

using Counts = std::vector<Rational>;

/// Nobody, Alta alone, Bera alone, both.
const std::string four_kinds =
    "party = { alta = {}, bera = {} }, issue = { x = { option = [a, b], score = { "
    "alta = { a = 1, b = 0 }, bera = { a = 0, b = 0 } } }, y = { option = [c, d, e], score = { "
    "alta = { c = 0, d = 0, e = 0 }, bera = { c = 1, d = 0, e = 0 } } } }, "
    "fallback = { alta = 1, bera = 1 }";

TEST(Coalitions, AreCountedByWhoAccepts) {
    EXPECT_EQ(exactly(four_kinds), (Counts{2, 2, 1, 1}));
}

TEST(Coalitions, AddUpBySizeAndAtLeast) {
    const CoalitionCounts counts = count_coalitions(central_of(four_kinds));
    EXPECT_EQ(counts.outcomes, Rational(6));
    EXPECT_EQ(counts.tally.permitted, Rational(6));
    EXPECT_EQ(counts.tally.by_size, (Counts{2, 3, 1}));
    EXPECT_EQ(counts.tally.at_least(0), Rational(6));
    EXPECT_EQ(counts.tally.at_least(1), Rational(3));
    EXPECT_EQ(counts.tally.at_least(2), Rational(2));
    EXPECT_EQ(counts.tally.at_least(3), Rational(1));
}

TEST(Coalitions, LeaveOutWhatRulesAndNormsForbid) {
    EXPECT_EQ(exactly(four_kinds + ", rule = [{ forbid = { x = a, y = c } }]"),
              (Counts{2, 2, 1, 0}));
    EXPECT_EQ(exactly(four_kinds + ", limit = [{ party = norm, never.x = a }]"),
              (Counts{2, 0, 1, 0}));
}

TEST(Coalitions, LoseOnlyThePartyWhoseLimitIsBroken) {
    EXPECT_EQ(exactly(four_kinds + ", limit = [{ party = alta, if.x = a, needs.y = d }]"),
              (Counts{3, 1, 2, 0}));
    EXPECT_EQ(exactly(four_kinds + ", limit = [{ party = alta, never.x = a }]"),
              (Counts{4, 0, 2, 0}));
}

TEST(Coalitions, CountBonusesThatSeveralIssuesDecide) {
    EXPECT_EQ(exactly(four_kinds + ", bonus = [{ party = bera, when = { x = b, y = e }, "
                                   "value = 1 }, { party = alta, when = { x = a, y = d }, "
                                   "value = -1 }]"),
              (Counts{2, 1, 2, 1}));
}

TEST(Coalitions, CountAtMostRules) {
    EXPECT_EQ(exactly(four_kinds + ", rule = [{ at_most = 1, of = [{ x = a }, { y = [c, d] }] }]"),
              (Counts{2, 1, 1, 0}));
}

TEST(Coalitions, OfAPartyThatRefusesHoldNobodyElse) {
    EXPECT_EQ(exactly(four_kinds + ", intent.bera = refuses"), (Counts{3, 3, 0, 0}));
}

TEST(Coalitions, OfAPartyWithoutValuesAreItsLimits) {
    EXPECT_EQ(exactly("party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c], "
                      "score.alta = { a = 1, b = 0, c = 1 } }, fallback.alta = 1, "
                      "limit = [{ party = bera, never.x = a }]"),
              (Counts{0, 1, 1, 1}));
}

TEST(Coalitions, OfAPlanThatAllowsNothingAreNone) {
    const CoalitionCounts counts =
        count_coalitions(central_of(four_kinds + ", limit = [{ party = norm, never.x = [a, b] }]"));
    EXPECT_EQ(counts.method, CountMethod::enumerated);
    EXPECT_EQ(counts.tally.permitted, Rational(0));
    EXPECT_EQ(counts.tally.exactly, (Counts{0, 0, 0, 0}));
    EXPECT_EQ(counts.outcomes, Rational(6));
}

TEST(Coalitions, OfMoreThanEightPartiesAreCountedBySize) {
    std::string parties, scores, fallbacks;
    for (int at = 0; at < 9; ++at) {
        const std::string id = "p" + std::to_string(at);
        parties += id + " = {}, ";
        scores += id + " = { a = 1, b = " + (at < 4 ? "1" : "0") + " }, ";
        fallbacks += id + " = 1, ";
    }
    const CoalitionCounts counts = count_coalitions(
        central_of("party = { " + parties + "}, issue.x = { option = [a, b], score = { " + scores +
                   "} }, fallback = { " + fallbacks + "}"));
    EXPECT_TRUE(counts.tally.exactly.empty());
    EXPECT_EQ(counts.tally.by_size, (Counts{0, 0, 0, 0, 1, 0, 0, 0, 0, 1}));
    EXPECT_EQ(counts.tally.permitted, Rational(2));
}

TEST(Coalitions, WithSumsThatNeedEveryWidthAreTheSame) {
    for (const std::string scale : {"7", "70001", "700000.0001"}) {
        EXPECT_EQ(exactly("party = { alta = {}, bera = {}, coda = {} }, issue = { "
                          "x = { option = [a, b], score = { alta = { a = " +
                          scale +
                          ", b = 0 }, bera = { a = 1, b = 2 }, coda = { a = 3, b = 1 } } },"
                          " y = { option = [c, d], score = { alta = { c = 1, d = 0 }, "
                          "bera = { c = 0, d = " +
                          scale + " }, coda = { c = 0, d = 0 } } } }, fallback = { alta = " +
                          scale + ", bera = " + scale + ", coda = 3 }"),
                  (Counts{1, 0, 1, 0, 0, 1, 0, 1}));
    }
}

TEST(Coalitions, AreNotCountedOnceSomebodyStoppedIt) {
    CancelFlag stop;
    stop.raise();
    const CoalitionCounts counts = count_coalitions(central_of(four_kinds), {.cancel = &stop});
    EXPECT_EQ(counts.method, CountMethod::cut);
    const CoalitionCounts sampled =
        count_coalitions(central_of(four_kinds), {.most_enumerated = 0, .cancel = &stop});
    EXPECT_EQ(sampled.method, CountMethod::cut);
}

TEST(Coalitions, OfASampleAreThoseOfItsSeed) {
    const CentralCase central = central_of(four_kinds);
    const AcceptanceTable table = acceptance_table(central);
    const auto first = sample_coalitions(central, table, {.samples = 500, .seed = 4});
    EXPECT_EQ(first->exactly,
              sample_coalitions(central, table, {.samples = 500, .seed = 4})->exactly);
    EXPECT_NE(first->exactly,
              sample_coalitions(central, table, {.samples = 500, .seed = 5})->exactly);
    EXPECT_EQ(first->permitted, Rational(500));
}

/// Wilson (1927) as tabled by Newcombe (1998), Two-sided confidence intervals for the single
/// proportion, table I.
TEST(WilsonRange, IsThePublishedOne) {
    const ShareRange first = wilson_range(81, 263);
    EXPECT_NEAR(first.low, 0.2553, 0.00005);
    EXPECT_NEAR(first.high, 0.3662, 0.00005);
    const ShareRange second = wilson_range(15, 148);
    EXPECT_NEAR(second.low, 0.0624, 0.00005);
    EXPECT_NEAR(second.high, 0.1605, 0.00005);
    EXPECT_EQ(wilson_range(0, 20).low, 0);
    EXPECT_NEAR(wilson_range(0, 20).high, 0.1611, 0.00005);
    EXPECT_EQ(wilson_range(29, 29).high, 1);
}

} // namespace
} // namespace unbracket
