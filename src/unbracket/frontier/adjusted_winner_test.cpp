#include "unbracket/base/random.hpp"
#include "unbracket/frontier/adjusted_winner.hpp"

#include "tests/support/divided_points.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::Divided;
using testing::Points;

NoDivision reason_for(const std::string& text) {
    return std::get<NotDivisible>(adjusted_winner(testing::table_of(text))).reason;
}

TEST(AdjustedWinner, CutsTheOneIssueThatBothWantAlike) {
    const Divided divided(testing::text_of({{60, 60}, {40, 40}}));
    EXPECT_EQ(divided.winner().points, Rational(50));
    ASSERT_TRUE(divided.winner().split.has_value());
    EXPECT_EQ(divided.winner().issues.size(), 2U);
}

TEST(AdjustedWinner, CutsNothingWhereBothAreEvenAlready) {
    const Divided divided(testing::text_of({{70, 30}, {30, 70}}));
    EXPECT_FALSE(divided.winner().split.has_value());
    EXPECT_EQ(divided.winner().points, Rational(70));
    EXPECT_EQ(divided.share(0, 0), Rational(1));
    EXPECT_EQ(divided.share(1, 1), Rational(1));
}

TEST(AdjustedWinner, CutsASingleIssueInHalves) {
    const Divided divided(testing::text_of({{5, 12}}));
    EXPECT_EQ(divided.winner().points, Rational(50));
    EXPECT_EQ(divided.share(0, 0), Rational(1, 2));
    EXPECT_EQ(divided.winner().values[divided.column(0)], Rational(5, 2));
    EXPECT_EQ(divided.winner().values[divided.column(1)], Rational(6));
}

TEST(AdjustedWinner, GivesAnIssueThatConcernsOnePartyToIt) {
    const Divided divided(testing::text_of({{50, 0}, {0, 20}, {50, 80}}));
    EXPECT_EQ(divided.share(0, 0), Rational(1));
    EXPECT_EQ(divided.share(1, 1), Rational(1));
    // 50 + 50x = 20 + 80(1 - x)
    EXPECT_EQ(divided.share(2, 0), Rational(5, 13));
    EXPECT_EQ(divided.winner().points, Rational(900, 13));
}

TEST(AdjustedWinner, LeavesOutWhatConcernsNobody) {
    EXPECT_EQ(Divided(testing::text_of({{0, 0}, {3, 1}, {1, 3}})).winner().issues.size(), 2U);
}

TEST(AdjustedWinner, MakesUnequalTotalsEqual) {
    const Divided divided(testing::text_of({{7, 300}, {3, 700}}));
    EXPECT_EQ(divided.winner().points, Rational(70));
    EXPECT_EQ(divided.winner().values[divided.column(0)], Rational(7));
    EXPECT_EQ(divided.winner().values[divided.column(1)], Rational(700));
}

TEST(AdjustedWinner, TellsGainsOverWhatEachHasWithoutAgreement) {
    const Divided divided(
        "party = { alta = {}, bera = {} }, issue = { i0 = { option = [a, b], score = { "
        "alta = { a = 9, b = 2 }, bera = { a = 1, b = 8 } } }, i1.option = [x, y] }, "
        "fallback = { alta = 6, bera = 3 }");
    EXPECT_EQ(divided.winner().values[divided.column(0)], Rational(11, 2));
    EXPECT_EQ(divided.winner().gains[divided.column(0)], Rational(-1, 2));
    EXPECT_EQ(divided.winner().gains[divided.column(1)], Rational(3, 2));
}

TEST(AdjustedWinner, TakesWeightsAndStances) {
    const Divided divided(
        "party = { alta = {}, bera = {} }, issue = { x = { option = [a, b], weight = { alta = 3, "
        "bera = 1 }, stance = { alta = { a = 100, b = 0 }, bera = { a = 0, b = 100 } } }, "
        "y = { option = [c, d], weight = { alta = 1, bera = 3 }, stance = { alta = { c = 100, "
        "d = 0 }, bera = { c = 0, d = 100 } } } }, fallback = { alta = 10, bera = 10 }");
    EXPECT_EQ(divided.winner().points, Rational(75));
    EXPECT_EQ(divided.winner().values[0], Rational(75));
}

TEST(AdjustedWinner, SaysWhyItDoesNotApply) {
    EXPECT_EQ(reason_for("party = { alta = {}, bera = {}, coda = {} }, issue.x = { option = [a, "
                         "b], score = { alta = { a = 1, b = 0 }, bera = { a = 0, b = 1 }, "
                         "coda = { a = 0, b = 1 } } }, "
                         "fallback = { alta = 0, bera = 0, coda = 0 }"),
              NoDivision::not_two_parties);
    EXPECT_EQ(reason_for(
                  testing::text_of({{3, 1}, {1, 3}}, ", rule = [{ forbid = { i0 = a, i1 = b } }]")),
              NoDivision::tied_issues);
    EXPECT_EQ(
        reason_for(testing::text_of({{3, 1}}, ", limit = [{ party = alta, never.i0 = [a, b] }]")),
        NoDivision::no_outcome);
    EXPECT_EQ(reason_for("party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c], "
                         "score = { alta = { a = 2, b = 0, c = 1 }, bera = { a = 0, b = 2, "
                         "c = 1 } } }, fallback = { alta = 0, bera = 0 }"),
              NoDivision::several_options);
    EXPECT_EQ(reason_for(testing::text_of({{3, 1}, {-1, 3}})), NoDivision::same_wish);
    EXPECT_EQ(reason_for(testing::text_of({{0, 3}})), NoDivision::nothing_to_divide);
}

TEST(AdjustedWinner, NamesTheIssueThatIsTheReason) {
    const auto none = std::get<NotDivisible>(
        adjusted_winner(testing::table_of(testing::text_of({{3, 1}, {-1, 3}}))));
    EXPECT_EQ(none.issue, IssueId(1));
}

/// Source: Brams and Taylor (1996), Fair Division, chapter 5, with the points of Raiffa
/// [brams1996fair].
TEST(AdjustedWinner, OfThePanamaTreatyTalksIsThePublishedOne) {
    const Divided divided(testing::text_of({{22, 9},
                                            {22, 15},
                                            {15, 15},
                                            {14, 3},
                                            {11, 15},
                                            {6, 5},
                                            {4, 11},
                                            {2, 7},
                                            {2, 7},
                                            {2, 13}}));
    EXPECT_EQ(divided.winner().points, Rational(66));
    EXPECT_EQ(divided.winner().split, IssueId(2));
    EXPECT_EQ(divided.share(2, 0), Rational(2, 15));
    EXPECT_EQ(divided.share(2, 1), Rational(13, 15));
    for (const std::size_t won : {0U, 1U, 3U, 5U}) {
        EXPECT_EQ(divided.share(won, 0), Rational(1));
    }
    for (const std::size_t lost : {4U, 6U, 7U, 8U, 9U}) {
        EXPECT_EQ(divided.share(lost, 0), Rational(0));
    }
}

} // namespace
} // namespace unbracket
