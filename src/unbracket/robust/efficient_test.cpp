#include "unbracket/robust/efficient.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;
using testing::loaded_value;

EfficientOutcomes efficient_of(const std::string& text, const FrontierOptions& options = {}) {
    return efficient_outcomes(loaded_value("{ unbracket = 1, " + text + " }"), options).value();
}

const std::string opposed =
    "party = { zeta = {}, alta = {} }, issue.x = { option = [a, b], score = { "
    "zeta = { a = 0, b = 8 }, alta = { a = 6, b = 0 } } }, fallback = { zeta = 1, alta = 2 }";

TEST(EfficientOutcomes, OfSingleNumbersHaveNoRanges) {
    const EfficientOutcomes found = efficient_of(opposed);
    EXPECT_FALSE(found.is_central);
    EXPECT_TRUE(found.gain_ranges.empty());
    EXPECT_TRUE(found.is_complete());
    EXPECT_EQ(found.frontier.size, 2U);
}

TEST(EfficientOutcomes, OfRangesHaveWhatEachPartyGainsOverAllReadings) {
    const EfficientOutcomes found =
        efficient_of("party.alta = {}, issue.x = { option = [a], score.alta.a = [2, 6] }, "
                     "fallback.alta = [0, 1]");
    EXPECT_TRUE(found.is_central);
    ASSERT_EQ(found.gain_ranges.size(), 1U);
    EXPECT_EQ(found.gain_ranges[0][0], (Interval{Rational(1), Rational(6)}));
    EXPECT_EQ(found.table.gain(0, found.frontier.points[0].totals), Rational(7, 2));
}

TEST(EfficientOutcomes, CountUnknownOptionsOfCountedParties) {
    EXPECT_EQ(efficient_of("party = { alta = {}, bera = { role = observer } }, "
                           "issue.x = { option = [a, b], weight = { alta = 1, bera = 1 }, stance = "
                           "{ alta = { a = unknown, b = 50 }, bera = { a = unknown, b = unknown } "
                           "} }, fallback.alta = 0")
                  .unknown_options,
              1U);
}

TEST(EfficientOutcomes, NameColumnsInTheOrderOfTheFile) {
    const EfficientOutcomes found = efficient_of(opposed);
    const auto columns = found.columns_in_file_order();
    ASSERT_EQ(columns.size(), 2U);
    EXPECT_EQ(found.table.columns[columns[0]].party, PartyId(0));
    EXPECT_EQ(found.table.columns[columns[1]].party, PartyId(1));
}

TEST(EfficientOutcomes, GuaranteeInPointsWhatACoverMayMiss) {
    EfficientOutcomes found = efficient_of(opposed);
    EXPECT_EQ(found.guarantee(), (std::vector<Rational>{0, 0}));
    found.frontier.end = FrontierEnd::covered;
    found.frontier.slack = {3, 1};
    EXPECT_FALSE(found.is_complete());
    const auto& columns = found.table.columns;
    EXPECT_EQ(found.guarantee(),
              (std::vector<Rational>{columns[0].step * Rational(3), columns[1].step}));
    found.frontier.end = FrontierEnd::cut;
    EXPECT_FALSE(found.guarantee());
}

TEST(EfficientOutcomes, OfTheZoneAreThoseNobodyLosesBy) {
    EXPECT_EQ(efficient_of(opposed, {.zone_only = true}).frontier.size, 0U);
    EXPECT_TRUE(efficient_of(opposed, {.zone_only = true}).zone_only);
    EXPECT_EQ(efficient_of(opposed + ", intent.alta = refuses", {.zone_only = true}).frontier.size,
              0U);
}

TEST(EfficientOutcomes, OfAContradictionAreAProblemThatNamesTheParty) {
    const auto found = efficient_outcomes(
        loaded_value("{ unbracket = 1, party.alta = { name = Alta }, issue.x = { option = [a, b], "
                     "weight.alta = 1, stance.alta = { a = 10, b = 20 }, order.alta = \"a > b\" }, "
                     "fallback.alta = 0 }"));
    ASSERT_FALSE(found);
    const std::string problem = to_string(found.problems().front());
    EXPECT_TRUE(holds(problem, "what is entered about Alta contradicts itself")) << problem;
    EXPECT_TRUE(holds(problem, "`unbracket check` names the entries")) << problem;
}

} // namespace
} // namespace unbracket
