#include "unbracket/frontier/acceptance_table.hpp"
#include "unbracket/frontier/coalition_conditions.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

AcceptanceTable table_for(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    return acceptance_table(central_case(negotiation, appraise(negotiation)));
}

/// Two parties, two issues; both need 1.
std::string two_parties(const std::string& rest, const std::string& of_x = "b = 0") {
    return "party = { alta = {}, bera = {} }, issue = { x = { option = [a, b], score = { "
           "alta = { a = 1, " +
           of_x +
           " }, bera = { a = 0, b = 1 } } }, y = { option = [c, d], score = { "
           "alta = { c = 0, d = 0 }, bera = { c = 1, d = 0 } } } }, "
           "fallback = { alta = 1, bera = 1 }" +
           rest;
}

TEST(AcceptanceTable, HoldsWhatEachPartyNeedsOfItsValues) {
    const AcceptanceTable table = table_for(two_parties(""));
    ASSERT_EQ(table.parties.size(), 2U);
    EXPECT_EQ(table.size(), Rational(4));
    EXPECT_TRUE(table.is_exact);
    EXPECT_EQ(acceptance_of(table, {0, 2}).accepts, (std::vector<bool>{true, true}));
    EXPECT_EQ(acceptance_of(table, {0, 3}).accepts, (std::vector<bool>{true, false}));
    EXPECT_EQ(acceptance_of(table, {1, 3}).accepts, (std::vector<bool>{false, true}));
}

TEST(AcceptanceTable, ListsPartiesAsTheAgreementCountsThem) {
    const AcceptanceTable table = table_for(two_parties(""));
    EXPECT_EQ(table.parties[0].party, PartyId(0));
    EXPECT_EQ(table.parties[1].party, PartyId(1));
}

TEST(AcceptanceTable, BarsARowBehindARedLineForThatPartyAlone) {
    const AcceptanceTable table = table_for(two_parties("", "b = redline"));
    EXPECT_EQ(table.size(), Rational(4));
    EXPECT_EQ(table.parties[0].is_barred, (std::vector<bool>{false, true, false, false}));
    EXPECT_EQ(table.parties[1].is_barred, (std::vector<bool>(4, false)));
}

TEST(AcceptanceTable, BarsARowThatALimitOfOneIssueExcludes) {
    const AcceptanceTable table =
        table_for(two_parties(", limit = [{ party = bera, never.y = d }]"));
    EXPECT_EQ(table.parties[1].is_barred, (std::vector<bool>{false, false, false, true}));
    EXPECT_TRUE(table.combinations.empty());
}

TEST(AcceptanceTable, KeepsALimitOfTwoIssuesAsACombinationOfItsParty) {
    const AcceptanceTable table =
        table_for(two_parties(", limit = [{ party = alta, if.x = a, needs.y = d }]"));
    ASSERT_EQ(table.combinations.size(), 1U);
    EXPECT_EQ(table.combinations[0].party, std::size_t{0});
    EXPECT_FALSE(table.combinations[0].amount);
    EXPECT_EQ(acceptance_of(table, {0, 2}).accepts, (std::vector<bool>{false, true}));
    EXPECT_TRUE(acceptance_of(table, {0, 2}).is_permitted);
}

TEST(AcceptanceTable, ForbidsWhatTheRulesForbidToEverybody) {
    const AcceptanceTable table =
        table_for(two_parties(", rule = [{ forbid = { x = a, y = c } }]"));
    ASSERT_EQ(table.combinations.size(), 1U);
    EXPECT_FALSE(table.combinations[0].party);
    EXPECT_FALSE(acceptance_of(table, {0, 2}).is_permitted);
}

TEST(AcceptanceTable, LeavesOutRowsThatNormsExclude) {
    const AcceptanceTable table =
        table_for(two_parties(", limit = [{ party = norm, never.x = b }]"));
    EXPECT_EQ(table.size(), Rational(2));
    EXPECT_EQ(table.row_options.front(), OptionId(0));
}

TEST(AcceptanceTable, DropsALimitThatTheNormsAlreadyKeep) {
    const AcceptanceTable table = table_for(two_parties(
        ", limit = [{ party = norm, never.x = b }, { party = alta, if.x = b, needs.y = d }]"));
    EXPECT_TRUE(table.combinations.empty());
    EXPECT_FALSE(table.parties[0].refuses);
}

TEST(AcceptanceTable, TurnsALimitWhoseIfAlwaysHoldsIntoABarredRow) {
    const AcceptanceTable table = table_for(two_parties(
        ", limit = [{ party = norm, never.x = b }, { party = alta, if.x = a, needs.y = d }]"));
    EXPECT_TRUE(table.combinations.empty());
    EXPECT_EQ(table.parties[0].is_barred, (std::vector<bool>{false, true, false}));
}

TEST(AcceptanceTable, RefusesForAPartyWhoseLimitsLeaveNothing) {
    const AcceptanceTable table =
        table_for(two_parties(", limit = [{ party = alta, never.x = [a, b] }]"));
    EXPECT_TRUE(table.parties[0].refuses);
    EXPECT_FALSE(table.parties[1].refuses);
    EXPECT_FALSE(table.is_empty);
}

TEST(AcceptanceTable, RefusesForAPartyThatIntendsTo) {
    EXPECT_TRUE(table_for(two_parties(", intent.bera = refuses")).parties[1].refuses);
    EXPECT_FALSE(table_for(two_parties(", intent.bera = doubtful")).parties[1].refuses);
}

TEST(AcceptanceTable, OfAPlanThatAllowsNothingHasNoOutcomes) {
    const AcceptanceTable table =
        table_for(two_parties(", limit = [{ party = norm, never.x = [a, b] }]"));
    EXPECT_TRUE(table.is_empty);
    EXPECT_EQ(table.size(), Rational(0));
    EXPECT_EQ(table.parties.size(), 2U);
}

TEST(AcceptanceTable, KeepsABonusOfTwoIssuesWithItsParty) {
    const AcceptanceTable table =
        table_for(two_parties(", bonus = [{ party = bera, when = { x = a, y = d }, value = 1 }]"));
    ASSERT_EQ(table.combinations.size(), 1U);
    EXPECT_EQ(table.combinations[0].party, std::size_t{1});
    EXPECT_GT(*table.combinations[0].amount, 0);
    EXPECT_EQ(acceptance_of(table, {0, 3}).accepts, (std::vector<bool>{true, true}));
}

} // namespace
} // namespace unbracket
