#include "unbracket/frontier/coalition_conditions.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// Two issues of two and three rows, 0, 1 and 2, 3, 4; two parties that need 2 and 1.
AcceptanceTable small_table() {
    AcceptanceTable table;
    table.first_row = {0, 2, 5};
    table.row_options = {OptionId(0), OptionId(1), OptionId(0), OptionId(1), OptionId(2)};
    table.parties = {{PartyId(0), false, 2, {0, 2, 0, 1, 2}, {false, false, false, false, false}},
                     {PartyId(1), false, 1, {1, 0, 0, 0, 0}, {false, false, false, false, true}}};
    return table;
}

TEST(CoalitionConditions, FindTheIssueOfARow) {
    const AcceptanceTable table = small_table();
    EXPECT_EQ(issue_of(table, 0), 0U);
    EXPECT_EQ(issue_of(table, 1), 0U);
    EXPECT_EQ(issue_of(table, 2), 1U);
    EXPECT_EQ(issue_of(table, 4), 1U);
}

TEST(CoalitionConditions, CountHowManyLookAtEachIssue) {
    AcceptanceTable table = small_table();
    EXPECT_EQ(conditions_on_issues(table), (std::vector<std::size_t>{0, 0}));
    table.combinations.push_back({{{0}, {2, 3}}, std::nullopt, std::nullopt});
    table.at_most.push_back({1, {{{1}}, {{4}}, {{0}, {}}}});
    EXPECT_EQ(conditions_on_issues(table), (std::vector<std::size_t>{3, 2}));
}

TEST(CoalitionConditions, AreMetOpenOrBrokenByAPartOfAChoice) {
    const AcceptanceTable table = small_table();
    const std::vector<std::vector<Row>> literals = {{0}, {2, 3}};
    EXPECT_EQ(left_of(table, literals, {0, 3}), Left::met);
    EXPECT_EQ(left_of(table, literals, {0, no_row}), Left::open);
    EXPECT_EQ(left_of(table, literals, {no_row, 2}), Left::open);
    EXPECT_EQ(left_of(table, literals, {no_row, 4}), Left::broken);
    EXPECT_EQ(left_of(table, literals, {1, no_row}), Left::broken);
    EXPECT_EQ(left_of(table, {{0}, {}}, {no_row, no_row}), Left::broken);
    EXPECT_EQ(left_of(table, {}, {no_row, no_row}), Left::met);
}

TEST(OutcomeAcceptance, ComparesSumsWithWhatIsNeeded) {
    const AcceptanceTable table = small_table();
    EXPECT_EQ(acceptance_of(table, {1, 2}).accepts, (std::vector<bool>{true, false}));
    EXPECT_EQ(acceptance_of(table, {0, 3}).accepts, (std::vector<bool>{false, true}));
    EXPECT_EQ(acceptance_of(table, {0, 2}).accepts, (std::vector<bool>{false, true}));
}

TEST(OutcomeAcceptance, LosesThePartyWhoseRowIsBarred) {
    EXPECT_EQ(acceptance_of(small_table(), {0, 4}).accepts, (std::vector<bool>{true, false}));
}

TEST(OutcomeAcceptance, LosesThePartyThatRefuses) {
    AcceptanceTable table = small_table();
    table.parties.front().refuses = true;
    EXPECT_EQ(acceptance_of(table, {1, 4}).accepts, (std::vector<bool>{false, false}));
}

TEST(OutcomeAcceptance, IsDeniedByThePlanOrByOnePartyAlone) {
    AcceptanceTable table = small_table();
    table.combinations = {{{{1}, {3}}, std::nullopt, std::nullopt},
                          {{{0}, {4}}, std::size_t{0}, std::nullopt}};
    EXPECT_FALSE(acceptance_of(table, {1, 3}).is_permitted);
    EXPECT_TRUE(acceptance_of(table, {0, 4}).is_permitted);
    EXPECT_EQ(acceptance_of(table, {0, 4}).accepts, (std::vector<bool>{false, false}));
}

TEST(OutcomeAcceptance, EarnsAmountsOnTop) {
    AcceptanceTable table = small_table();
    table.combinations = {{{{0}, {3}}, std::size_t{0}, std::int64_t{1}},
                          {{{0}, {2}}, std::size_t{1}, std::int64_t{-1}}};
    EXPECT_EQ(acceptance_of(table, {0, 3}).accepts, (std::vector<bool>{true, true}));
    EXPECT_EQ(acceptance_of(table, {0, 2}).accepts, (std::vector<bool>{false, false}));
}

TEST(OutcomeAcceptance, PermitsAtMostSoManyConditions) {
    AcceptanceTable table = small_table();
    table.at_most.push_back({1, {{{1}}, {{2, 3}}}});
    EXPECT_FALSE(acceptance_of(table, {1, 3}).is_permitted);
    EXPECT_TRUE(acceptance_of(table, {1, 4}).is_permitted);
    EXPECT_TRUE(acceptance_of(table, {0, 2}).is_permitted);
}

} // namespace
} // namespace unbracket
