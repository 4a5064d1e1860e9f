#include "unbracket/zone/contradiction.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// `party: addresses`, or `none`.
std::string clash(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    const auto found = find_contradiction(negotiation, appraise(negotiation));
    if (!found) {
        return "none";
    }
    std::string all = negotiation.party(found->party).key + ":";
    for (const EntryId entry : found->entries) {
        all += " " + negotiation.entry(entry).address;
    }
    return all;
}

std::string of_one_party(const std::string& issue) {
    return clash("party.alta = {}, issue.x = { " + issue + " }");
}

TEST(Contradiction, IsAnOrderAgainstTwoNumbers) {
    EXPECT_EQ(of_one_party("option = [a, b, c], weight.alta = 1, "
                           "stance.alta = { a = 10, b = 60, c = 5 }, order.alta = \"a > b > c\""),
              "alta: issue.x.stance.alta.a issue.x.stance.alta.b issue.x.order.alta");
    EXPECT_EQ(of_one_party("option = [a, b], score.alta = { a = -1, b = [0, 3] }, "
                           "order.alta = \"a > b\""),
              "alta: issue.x.score.alta.a issue.x.score.alta.b issue.x.order.alta");
}

TEST(Contradiction, IsNoneWhileOneNumberFitsBoth) {
    EXPECT_EQ(of_one_party("option = [a, b], weight.alta = 1, "
                           "stance.alta = { a = [0, 20], b = [20, 60] }, order.alta = \"a > b\""),
              "none");
    EXPECT_EQ(of_one_party("option = [a, b], weight.alta = 1, "
                           "stance.alta = { a = 60, b = 10 }, order.alta = \"a > b\""),
              "none");
}

TEST(Contradiction, OfATieNamesBothSides) {
    EXPECT_EQ(of_one_party("option = [a, b], weight.alta = 1, "
                           "stance.alta = { a = 60, b = 10 }, order.alta = \"a = b\""),
              "alta: issue.x.stance.alta.a issue.x.stance.alta.b issue.x.order.alta");
}

TEST(Contradiction, ReachesThroughAnOptionThatFitsBoth) {
    EXPECT_EQ(of_one_party("option = [a, b, c], weight.alta = 1, "
                           "stance.alta = { a = 10, b = open, c = 60 }, "
                           "order.alta = \"a > b > c\""),
              "alta: issue.x.stance.alta.a issue.x.stance.alta.c issue.x.order.alta");
}

TEST(Contradiction, PassesOverARedLine) {
    EXPECT_EQ(of_one_party("option = [a, b], weight.alta = 1, "
                           "stance.alta = { a = \"redline 10\", b = 60 }, order.alta = \"a > b\""),
              "none");
    EXPECT_EQ(of_one_party("option = [a, b, c], weight.alta = 1, "
                           "stance.alta = { a = \"redline 10\", b = 20, c = 60 }, "
                           "order.alta = \"a > b > c\""),
              "alta: issue.x.stance.alta.b issue.x.stance.alta.c issue.x.order.alta");
}

TEST(Contradiction, OfAnOrderAgainstACurveNamesTheKnotsItTakes) {
    const std::string range = "range = { min = 0, max = 10, step = 5 }, weight.alta = 1, ";
    // Ideal at 10 and tolerable at 0 make 5 worth 65 to 80, against at most 60 at 0.
    EXPECT_EQ(of_one_party(range + "curve.alta = { ideal = 10, tolerable = 0 }, "
                                   "order.alta = \"0 > 5\""),
              "alta: issue.x.curve.alta.ideal issue.x.curve.alta.tolerable issue.x.order.alta");
    EXPECT_EQ(of_one_party(range + "curve.alta = { ideal = 10, acceptable = 5, bad = 0 }, "
                                   "order.alta = \"0 > 10\""),
              "alta: issue.x.curve.alta.ideal issue.x.curve.alta.bad issue.x.order.alta");
}

TEST(Contradiction, OfAPartyThatIsNotCountedDoesNotMatter) {
    const std::string issue = "issue.x = { option = [a, b], weight.bera = 1, "
                              "stance.bera = { a = 10, b = 60 }, order.bera = \"a > b\" }";
    EXPECT_EQ(clash("party = { alta = {}, bera.role = observer }, " + issue), "none");
    EXPECT_EQ(clash("party = { alta = {}, bera.role = observer }, fallback.bera = 5, " + issue),
              "bera: issue.x.stance.bera.a issue.x.stance.bera.b issue.x.order.bera");
}

TEST(Contradiction, ShownAmongSeveralDoesNotDependOnTheOrderOfTheFile) {
    const auto of_parties = [](const std::string& first, const std::string& second) {
        return clash("party = { " + first + " = {}, " + second +
                     " = {} }, issue.x = { option = [a, b], "
                     "weight = { alta = 1, bera = 1 }, "
                     "stance = { alta = { a = 10, b = 60 }, bera = { a = 20, b = 90 } }, "
                     "order = { alta = \"a > b\", bera = \"a > b\" } }");
    };
    EXPECT_EQ(of_parties("alta", "bera"), of_parties("bera", "alta"));
}

} // namespace
} // namespace unbracket
