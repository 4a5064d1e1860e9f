#include "unbracket/robust/quantity_claims.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace unbracket {
namespace {

std::string end_text(const std::optional<ClaimedEnd>& end, const std::string& open,
                     const std::string& closed) {
    return end ? (end->is_open ? open : closed) + end->at.to_fraction_text() : "";
}

std::string text_of(const ClaimedRange& range) {
    return end_text(range.low, "above ", "from ") + (range.low && range.high ? " " : "") +
           end_text(range.high, "below ", "to ");
}

QuantityAccount account_with(const std::string& claims, const std::string& more = "") {
    const Case negotiation =
        testing::case_of("as_of = 2027-05-01, party.alta = {}, issue.x.option = [y], "
                         "said = [{ id = a, who = w, claim = c }, "
                         "{ id = b, who = w, claim = c }, { id = c, who = w, claim = c }, "
                         "{ id = new, who = w, claim = c, supersedes = c }, "
                         "{ id = least, who = w, claim = c, bound = at_least }, "
                         "{ id = most, who = w, claim = c, bound = at_most }, "
                         "{ id = if, who = w, claim = c, condition = \"it rains\" }], "
                         "quantity.q.claims = [" +
                         claims + "]" + more);
    return account_of(negotiation, 0);
}

/// `0 1: from 5 to 7; 2: above 9`
std::string alternatives(const std::string& claims) {
    std::string all;
    for (const AgreeingClaims& agreeing : account_with(claims).alternatives) {
        std::string positions;
        for (const std::size_t claim : agreeing.claims) {
            positions += (positions.empty() ? "" : " ") + std::to_string(claim);
        }
        all += (all.empty() ? "" : "; ") + positions + ": " + text_of(agreeing.shared);
    }
    return all;
}

std::string range_of(const std::string& said, const std::string& value) {
    return text_of(
        account_with("{ said = " + said + ", value = " + value + " }").claims.at(0).range);
}

TEST(QuantityClaims, AreRangesOfNumbers) {
    EXPECT_EQ(range_of("a", "20"), "from 20 to 20");
    EXPECT_EQ(range_of("a", "[30, 50]"), "from 30 to 50");
    EXPECT_EQ(range_of("a", "\"-3..-1.5\""), "from -3 to -3/2");
    EXPECT_EQ(range_of("a", "\"> 95\""), "above 95");
    EXPECT_EQ(range_of("a", "\"<= 7\""), "to 7");
    EXPECT_EQ(range_of("a", "\"< 7\""), "below 7");
}

TEST(QuantityClaims, TakeABoundThatIsARangeAtItsWeakest) {
    EXPECT_EQ(range_of("a", "\">= 1..2\""), "from 1");
    EXPECT_EQ(range_of("a", "\"< 3..4\""), "below 4");
}

TEST(QuantityClaims, TakeTheBoundOfTheStatementWhereTheValueHasNone) {
    EXPECT_EQ(range_of("least", "3"), "from 3");
    EXPECT_EQ(range_of("most", "[3, 4]"), "to 4");
    EXPECT_EQ(range_of("least", "\"< 3\""), "below 3");
}

TEST(QuantityClaims, ShareARangeWhereTheyAgree) {
    EXPECT_EQ(alternatives("{ said = a, value = 20 }, { said = b, value = 20 }"),
              "0 1: from 20 to 20");
    EXPECT_EQ(alternatives("{ said = a, value = \">= 1..2\" }, { said = b, value = \">= 3\" }"),
              "0 1: from 3");
    EXPECT_EQ(alternatives("{ said = a, value = [1, 5] }, { said = b, value = [2, 9] }, "
                           "{ said = least, value = 4 }"),
              "0 1 2: from 4 to 5");
}

TEST(QuantityClaims, TouchOnlyWhereBothIncludeTheNumber) {
    EXPECT_EQ(alternatives("{ said = a, value = \"<= 5\" }, { said = b, value = \">= 5\" }"),
              "0 1: from 5 to 5");
    EXPECT_EQ(alternatives("{ said = a, value = \"< 5\" }, { said = b, value = \">= 5\" }"),
              "0: below 5; 1: from 5");
    EXPECT_EQ(alternatives("{ said = a, value = \"<= 5\" }, { said = b, value = \"> 5\" }"),
              "0: to 5; 1: above 5");
}

TEST(QuantityClaims, AreAlternativesWhereTheyConflictAndNoneIsLost) {
    EXPECT_EQ(alternatives("{ said = a, value = 100 }, { said = b, value = \"< 100\" }, "
                           "{ said = c, value = 8 }, { said = least, value = 95 }"),
              "1 3: from 95 below 100; 0 3: from 100 to 100");
    EXPECT_EQ(alternatives("{ said = a, value = 2 }, { said = b, value = 1 }"),
              "1: from 1 to 1; 0: from 2 to 2");
}

TEST(QuantityClaims, OfSupersededAndConditionalClaimsAreShownButNotCompared) {
    const QuantityAccount account =
        account_with("{ said = c, value = 1 }, { said = if, value = 2 }, "
                     "{ said = b, value = 4, from = 2027-05-01 }");
    std::vector<ClaimStanding> standings;
    for (const QuantityClaim& claim : account.claims) {
        standings.push_back(claim.standing);
    }
    EXPECT_EQ(standings, (std::vector{ClaimStanding::superseded, ClaimStanding::conditional,
                                      ClaimStanding::compared}));
    ASSERT_EQ(account.alternatives.size(), 1U);
    EXPECT_EQ(account.alternatives[0].claims, std::vector<std::size_t>{2});
}

} // namespace
} // namespace unbracket
