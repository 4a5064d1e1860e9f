#include "unbracket/frontier/gain_table.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

CentralCase central_of(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    return central_case(negotiation, appraise(negotiation));
}

GainTable table_for(const std::string& text) {
    return gain_table(central_of(text));
}

using Numbers = std::vector<std::int64_t>;

/// One party and one issue with three options, without a fallback.
const std::string one_party = "party.alta = {}, issue.x = { option = [a, b, c], score.alta = ";

TEST(GainTable, TakesTheLargestStepThatAllValuesShare) {
    const GainTable table =
        table_for(one_party + "{ a = 10, b = 40, c = 70 } }, fallback.alta = 40");
    ASSERT_EQ(table.columns.size(), 1U);
    EXPECT_EQ(table.columns[0].step, Rational(30));
    EXPECT_EQ(table.problem.values, (Numbers{0, 1, 2}));
    EXPECT_EQ(table.problem.constants, (Numbers{-1}));
    EXPECT_EQ(table.digit_count, 0U);
}

TEST(GainTable, CutsTheConstantSoThatTotalsAreNegativeWhereGainsAre) {
    // Values 10, 40 and 70 against 45: gains of -35, -5 and 25.
    const GainTable table =
        table_for(one_party + "{ a = 10, b = 40, c = 70 } }, fallback.alta = 45");
    const GainColumn& column = table.columns.front();
    for (const auto& [row, gain] : {std::pair<Row, int>{0, -35}, {1, -5}, {2, 25}}) {
        const Totals totals = table.totals({row});
        EXPECT_EQ(table.gain(0, totals), Rational(gain));
        EXPECT_EQ(table.value(0, totals), Rational(gain + 45));
        EXPECT_EQ(totals.front() < 0, gain < 0);
    }
    EXPECT_GE(column.rest, Rational(0));
    EXPECT_LT(column.rest, column.step);
}

TEST(GainTable, TakesStepsOfFractions) {
    const GainTable table =
        table_for(one_party + "{ a = 0.25, b = 0.75, c = 2 } }, fallback.alta = 1");
    EXPECT_EQ(table.columns[0].step, Rational(1, 4));
    EXPECT_EQ(table.problem.values, (Numbers{0, 2, 7}));
    EXPECT_EQ(table.gain(0, table.totals({2})), Rational(1));
}

TEST(GainTable, OfEqualValuesHasAStepOfOne) {
    const GainTable table = table_for(one_party + "{ a = 5, b = 5, c = 5 } }, fallback.alta = 3.5");
    EXPECT_EQ(table.columns[0].step, Rational(1));
    EXPECT_EQ(table.problem.values, (Numbers{0, 0, 0}));
    EXPECT_EQ(table.gain(0, table.totals({1})), Rational(3, 2));
}

TEST(GainTable, DividesStancesByTheTotalWeight) {
    const GainTable table =
        table_for("party.alta = {}, issue = { x = { option = [a, b], weight.alta = 2, "
                  "stance.alta = { a = 0, b = 100 } }, y = { option = [c, d], weight.alta = 1, "
                  "stance.alta = { c = 100, d = 40 } } }, fallback.alta = 50");
    EXPECT_EQ(table.value(0, table.totals({1, 2})), Rational(100));
    EXPECT_EQ(table.value(0, table.totals({0, 3})), Rational(40, 3));
    EXPECT_EQ(table.gain(0, table.totals({0, 2})), Rational(100, 3) - Rational(50));
}

TEST(GainTable, LeavesOutRowsBehindRedLinesAndNamesTheOptionsOfTheRest) {
    const GainTable table =
        table_for(one_party + "{ a = 1, b = redline, c = 2 } }, fallback.alta = 0");
    EXPECT_EQ(table.row_options, (std::vector<OptionId>{OptionId(0), OptionId(2)}));
    EXPECT_EQ(table.outcome_of({1}), (Outcome{OptionId(2)}));
}

TEST(GainTable, OfLimitsThatLeaveNothingIsEmpty) {
    EXPECT_TRUE(table_for(one_party + "{ a = redline, b = redline, c = redline } }, "
                                      "fallback.alta = 0")
                    .is_empty);
    EXPECT_FALSE(
        table_for(one_party + "{ a = 0, b = redline, c = redline } }, fallback.alta = 9").is_empty);
}

TEST(GainTable, GivesAPartyWithoutValuesNoColumnButItsLimits) {
    const GainTable table =
        table_for("party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c], "
                  "score.alta = { a = 1, b = 2, c = 3 } }, fallback.alta = 0, "
                  "limit = [{ party = bera, never.x = c }]");
    ASSERT_EQ(table.columns.size(), 1U);
    EXPECT_EQ(table.row_options, (std::vector<OptionId>{OptionId(0), OptionId(1)}));
}

TEST(GainTable, ValuesOutcomesForAPartyThatRefusesEverything) {
    const GainTable table = table_for(
        one_party + "{ a = 1, b = 2, c = 4 } }, fallback.alta = 0, intent.alta = refuses");
    EXPECT_TRUE(table.is_refused);
    EXPECT_FALSE(table.is_empty);
    EXPECT_EQ(table.value(0, table.totals({2})), Rational(4));
}

const std::string three_parties =
    "party = { alta = {}, bera = {}, coda = {}, dora = {} }, issue.x = { option = [a], score = { "
    "alta.a = 1, bera.a = 1, coda.a = 1 } }, fallback = { alta = 0, bera = 0, coda = 0 }, "
    "agreement = { required = [alta], at_least = 3 }";

TEST(GainTable, KnowsWhoHasToAcceptByTheAgreementRule) {
    const GainTable table = table_for(three_parties);
    ASSERT_EQ(table.columns.size(), 3U);
    std::size_t required = 0;
    for (const GainColumn& column : table.columns) {
        required += column.is_required ? 1 : 0;
        EXPECT_EQ(column.is_required, column.party == PartyId(0));
    }
    EXPECT_EQ(required, 1U);
    EXPECT_EQ(table.accepting, 2U) << "dora has no values and accepts";
}

TEST(GainTable, HasInItsZoneWhatTheAgreementRuleAccepts) {
    GainTable table = table_for(three_parties);
    std::size_t alta = 0;
    while (!table.columns[alta].is_required) {
        ++alta;
    }
    std::vector<std::int64_t> totals(3, -1);
    totals[alta] = 0;
    EXPECT_FALSE(table.is_in_zone(totals)) << "one of two";
    totals[(alta + 1) % 3] = 5;
    EXPECT_TRUE(table.is_in_zone(totals));
    totals[alta] = -1;
    totals[(alta + 2) % 3] = 5;
    EXPECT_FALSE(table.is_in_zone(totals)) << "without the required one";
    totals[alta] = 0;
    table.columns[(alta + 1) % 3].refuses = true;
    EXPECT_TRUE(table.is_in_zone(totals));
    table.is_rejected = true;
    EXPECT_FALSE(table.is_in_zone(totals));
}

TEST(GainTable, IsRejectedByARequiredPartyAlone) {
    const GainTable by_coda = table_for(three_parties + ", intent.coda = refuses");
    EXPECT_TRUE(by_coda.is_refused);
    EXPECT_FALSE(by_coda.is_rejected);
    EXPECT_TRUE(table_for(three_parties + ", intent.alta = refuses").is_rejected);
    EXPECT_EQ(table_for(three_parties + ", intent.dora = refuses").accepting, 3U);
}

const std::string two_issues =
    "party.alta = {}, issue = { x = { option = [a, b], score.alta = { a = 0, b = 4 } }, "
    "y = { option = [c, d], score.alta = { c = 0, d = 6 } } }, fallback.alta = 0, bonus = ";

TEST(GainTable, AddsABonusOfOneIssueToItsRows) {
    const GainTable table = table_for(two_issues + "[{ party = alta, when.x = a, value = 10 }]");
    EXPECT_TRUE(table.conditionals.empty());
    EXPECT_EQ(table.value(0, table.totals({0, 2})), Rational(10));
    EXPECT_EQ(table.value(0, table.totals({1, 3})), Rational(10));
}

TEST(GainTable, KeepsABonusOfSeveralIssuesApart) {
    const GainTable table =
        table_for(two_issues + "[{ party = alta, when = { x = a, y = d }, value = -3 }]");
    ASSERT_EQ(table.conditionals.size(), 1U);
    EXPECT_EQ(table.value(0, table.totals({0, 3})), Rational(3));
    EXPECT_EQ(table.value(0, table.totals({1, 3})), Rational(10));
    EXPECT_EQ(table.columns[0].step, Rational(1));
}

TEST(GainTable, PutsABonusThatAlwaysHoldsIntoTheConstant) {
    const GainTable table =
        table_for(two_issues + "[{ party = alta, when.x = [a, b], value = 100 }]");
    EXPECT_TRUE(table.conditionals.empty());
    EXPECT_EQ(table.value(0, table.totals({0, 2})), Rational(100));
    EXPECT_EQ(table.problem.values, (Numbers{0, 2, 0, 3}));
}

TEST(GainTable, DropsABonusThatLimitsMakeImpossibleOrThatIsWorthNothing) {
    EXPECT_TRUE(table_for(two_issues + "[{ party = alta, when = { x = a, y = d }, value = 3 }], "
                                       "limit = [{ party = norm, never.x = a }]")
                    .conditionals.empty());
    EXPECT_TRUE(table_for(two_issues + "[{ party = alta, when = { x = a, y = d }, value = 0 }]")
                    .conditionals.empty());
}

TEST(GainTable, TurnsABonusWhoseOtherIssueIsDecidedIntoValuesOfRows) {
    const GainTable table =
        table_for(two_issues + "[{ party = alta, when = { x = a, y = d }, value = 3 }], "
                               "limit = [{ party = norm, never.x = b }]");
    EXPECT_TRUE(table.conditionals.empty());
    EXPECT_EQ(table.value(0, table.totals({0, 2})), Rational(9));
}

/// The largest numbers that a file may hold, and values a step of 10^-12 apart.
std::string wide_case(const std::string& small) {
    return "party.alta = {}, issue = { x = { option = [a, b], score.alta = { a = 0, "
           "b = 999999999 } }, y = { option = [c, d], score.alta = { c = 0, d = " +
           small + " } } }, fallback.alta = 0";
}

TEST(GainTable, KeepsDigitsBesideWholeStepsWhereSixtyFourBitAreTooFew) {
    const GainTable table = table_for(wide_case("0.000000000001"));
    const GainColumn& column = table.columns.front();
    EXPECT_EQ(column.digits, 1U);
    EXPECT_EQ(column.first_digit, 1U);
    EXPECT_EQ(table.digit_count, 1U);
    EXPECT_LT(column.step, Rational(1, 100'000));
    const Rational most(std::int64_t{999'999'999}), least(1, 1'000'000'000'000);
    const std::vector<std::pair<RowChoice, Rational>> exact = {
        {{0, 2}, Rational(0)}, {{1, 2}, most}, {{0, 3}, least}, {{1, 3}, most + least}};
    for (const auto& [choice, value] : exact) {
        const Totals totals = table.totals(choice);
        ASSERT_EQ(totals.size(), 2U);
        EXPECT_EQ(table.value(0, totals), value);
        EXPECT_EQ(table.gain(0, totals), value);
        EXPECT_EQ(Rational(totals[0]), Rational(*(value / column.step).floor_to_int64()));
    }
    EXPECT_EQ(table.row_value(0, 1) * column.step, most);
    EXPECT_EQ(table.row_value(0, 3) * column.step, least);
    EXPECT_EQ(table.gain_range(0), (Interval{0, most + least}));
    EXPECT_EQ(table.span(0), most + least);
}

TEST(GainTable, CarriesDigitsIntoStepsAndKeepsTheSignOfGains) {
    // Two numbers that add up to what is asked for, or to 10^-12 less.
    const auto table_with = [&](const std::string& fallback) {
        return table_for("party.alta = {}, issue = { x = { option = [a, b], score.alta = { a = 0, "
                         "b = 999999999 } }, y = { option = [c, d], score.alta = { c = 0, d = "
                         "0.333333333334 } }, z = { option = [e, f], score.alta = { e = 0, f = "
                         "0.333333333335 } } }, fallback.alta = " +
                         fallback);
    };
    const RowChoice both = {0, 3, 5};
    const Rational sum(666'666'666'669, 1'000'000'000'000);
    const GainTable enough = table_with("0.666666666669"), short_of = table_with("0.66666666667");
    EXPECT_EQ(enough.value(0, enough.totals(both)), sum);
    EXPECT_EQ(enough.gain(0, enough.totals(both)), Rational());
    EXPECT_EQ(enough.totals(both), (Totals{0, 0}));
    EXPECT_EQ(short_of.value(0, short_of.totals(both)), sum);
    EXPECT_LT(short_of.totals(both).front(), 0);
    EXPECT_GT(short_of.totals(both).back(), 0);
}

TEST(GainTable, HasNoDigitsWhereSixtyFourBitAreEnough) {
    const GainTable table = table_for(wide_case("0.00000001"));
    EXPECT_EQ(table.digit_count, 0U);
    EXPECT_EQ(table.columns[0].step, Rational(1, 100'000'000));
    EXPECT_EQ(table.value(0, table.totals({1, 3})),
              Rational(std::int64_t{999'999'999}) + Rational(1, 100'000'000));
}

TEST(GainTable, OrdersColumnsByDataNotByNameOrPlace) {
    const std::string rest = "fallback = { alta = 0, bera = 0 }";
    const GainTable one =
        table_for("party = { alta = {}, bera = {} }, issue.x = { option = [a, b], score = { "
                  "alta = { a = 0, b = 5 }, bera = { a = 3, b = 0 } } }, " +
                  rest);
    const GainTable other =
        table_for("party = { alta = {}, bera = {} }, issue.x = { option = [a, b], score = { "
                  "bera = { a = 0, b = 5 }, alta = { a = 3, b = 0 } } }, " +
                  rest);
    EXPECT_EQ(one.problem.values, other.problem.values);
    EXPECT_NE(one.columns[0].party, other.columns[0].party);
}

TEST(GainParts, OfACaseWithoutBonusesAreOnePart) {
    const CentralCase central =
        central_of(one_party + "{ a = 10, b = 40, c = 70 } }, fallback.alta = 40");
    const GainTable table = gain_table(central);
    const std::vector<GainPart> parts = gain_parts(central, table);
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_EQ(parts[0].problem.values, table.problem.values);
    EXPECT_EQ(parts[0].problem.constants, table.problem.constants);
    EXPECT_EQ(parts[0].outcome_of({2}), (Outcome{OptionId(2)}));
    EXPECT_FALSE(parts[0].is_bound);
}

TEST(GainParts, SplitOutcomesByWhetherABonusIsEarned) {
    const CentralCase central =
        central_of(two_issues + "[{ party = alta, when = { x = a, y = d }, value = 5 }]");
    const GainTable table = gain_table(central);
    std::size_t earning = 0, outcomes = 0;
    for (const GainPart& part : gain_parts(central, table)) {
        EXPECT_FALSE(part.is_bound);
        earning += part.problem.constants[0] > table.problem.constants[0] ? 1U : 0U;
        std::size_t size = 1;
        for (std::size_t issue = 0; issue < part.problem.issue_count(); ++issue) {
            size *= part.problem.first_row[issue + 1] - part.problem.first_row[issue];
        }
        outcomes += size;
        EXPECT_EQ(part.problem.required_count, 1U);
    }
    EXPECT_EQ(earning, 1U);
    EXPECT_GE(outcomes, 4U);
}

TEST(GainParts, LeaveNoPartWhereLimitsExcludeAPattern) {
    const std::string bonus = "[{ party = alta, when = { x = a, y = d }, value = 5 }], ";
    const CentralCase central =
        central_of(two_issues + bonus + "rule = [{ forbid = { x = a, y = d } }]");
    const GainTable table = gain_table(central);
    for (const GainPart& part : gain_parts(central, table)) {
        EXPECT_EQ(part.problem.constants, table.problem.constants);
    }
}

} // namespace
} // namespace unbracket
