#include "unbracket/zone/central_reading.hpp"
#include "unbracket/zone/contradiction.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using Numbers = std::vector<Rational>;

PartyReading central_of(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    return central_reading(negotiation, appraise(negotiation), PartyId(0));
}

/// Alta, one issue with four options, and what is said of it.
std::string one_issue(const std::string& said, const std::string& more = "fallback.alta = 0") {
    return "party.alta = {}, issue.x = { option = [a, b, c, d], weight.alta = [10, 30], " + said +
           " }, " + more;
}

TEST(CentralReading, OfWordsIsTheMiddleOfTheirRanges) {
    const PartyReading reading = central_of(
        one_issue("stance.alta = { a = ideal, b = acceptable, c = tolerable, d = bad }"));
    EXPECT_EQ(reading.weights, (Numbers{20}));
    EXPECT_EQ(reading.values[0], (Numbers{100, 75, 45, 15}));
}

TEST(CentralReading, SpreadsClassesBetweenNumbersThatAreKnown) {
    // b and c share what lies between the ends; a and d are entered.
    const PartyReading reading =
        central_of(one_issue("stance.alta = { a = 100, d = 10 }, order.alta = \"a > b > c > d\""));
    EXPECT_EQ(reading.values[0], (Numbers{100, 70, 40, 10}));
}

TEST(CentralReading, GivesTiedOptionsOneValue) {
    const PartyReading reading = central_of(one_issue("order.alta = \"a > b = c > d\""));
    EXPECT_EQ(reading.values[0], (Numbers{75, 50, 50, 25}));
}

TEST(CentralReading, TakesAnUnknownOptionForNoRedLine) {
    const PartyReading reading =
        central_of(one_issue("stance.alta = { a = unknown, b = open, c = 1, d = 2 }"));
    EXPECT_EQ(reading.values[0], (Numbers{50, 50, 1, 2}));
    EXPECT_TRUE(reading.red_lines.empty());
    EXPECT_FALSE(reading.refuses);
}

TEST(CentralReading, OfDoubtfulIntentTakesPart) {
    EXPECT_FALSE(central_of(one_issue("stance.alta = { a = 1, b = 2, c = 3, d = 4 }",
                                      "fallback.alta = 0, intent.alta = doubtful"))
                     .refuses);
}

TEST(CentralReading, TakesTheMiddleOfBonusesAndLosses) {
    const PartyReading reading = central_of(
        one_issue("stance.alta = { a = 1, b = 2, c = 3, d = 4 }",
                  "fallback.alta = [2, 6], bonus = [{ party = alta, when.x = a, value = [2, 5] }], "
                  "risk = [{ party = alta, option.x = b, loss = [0, 3] }]"));
    ASSERT_EQ(reading.bonuses.size(), 1U);
    EXPECT_EQ(reading.bonuses[0].second, Rational(7, 2));
    ASSERT_EQ(reading.losses.size(), 1U);
    EXPECT_EQ(reading.losses[0].second, Rational(3, 2));
    EXPECT_EQ(reading.fallback, Rational(4));
}

TEST(CentralCase, HasOneReadingAlone) {
    const Case negotiation = testing::case_of(
        one_issue("stance.alta = { a = ideal, b = acceptable, c = unknown, d = bad }",
                  "fallback.alta = [1, 4]"));
    const CentralCase central = central_case(negotiation, appraise(negotiation));
    const PartyAppraisal& own = central.appraisal[0];
    EXPECT_EQ(own.issues[0].weight, single(Rational(20)));
    for (const OptionAppraisal& option : own.issues[0].options) {
        EXPECT_EQ(option.value.low, option.value.high);
        EXPECT_FALSE(option.is_unknown);
    }
    EXPECT_EQ(std::get<Interval>(own.fallback), single(Rational(5, 2)));
    EXPECT_FALSE(find_contradiction(central.negotiation, central.appraisal));
}

TEST(CentralReadings, AreThoseOfCountedPartiesWithValues) {
    const Case negotiation = testing::case_of(
        "party = { alta = {}, bera = {}, coda = { role = observer } }, issue.x = { option = [a], "
        "score = { alta.a = 1, coda.a = 2 } }, fallback = { alta = 0, coda = 0 }, "
        "agreement.required = [alta, bera]");
    const auto readings = central_readings(negotiation, appraise(negotiation));
    ASSERT_GE(readings.size(), 1U);
    EXPECT_EQ(readings.front().party, PartyId(0));
    for (const PartyReading& reading : readings) {
        EXPECT_NE(reading.party, PartyId(1)) << "it has no values";
    }
}

TEST(UnknownOptions, AreCountedOverPartiesAndIssues) {
    const auto count = [](const std::string& text) {
        const Case negotiation = testing::case_of(text);
        return unknown_options(negotiation, appraise(negotiation));
    };
    EXPECT_EQ(count(one_issue("stance.alta = { a = unknown, b = 2, c = unknown, d = 4 }")), 2U);
    EXPECT_EQ(count(one_issue("stance.alta = { a = 1, b = open, c = 3, d = 4 }")), 0U);
}

} // namespace
} // namespace unbracket
