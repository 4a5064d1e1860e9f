#include "unbracket/robust/red_line.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// The address of the entry behind a red line of Alta; empty where there is none.
std::string behind(const std::string& issue, std::size_t option) {
    const Case negotiation = testing::bound_value("{ unbracket = 1, party.alta = {}, issue.x = { " +
                                                  issue + " }, fallback.alta = 0 }");
    const auto entry = red_line_entry(negotiation.issues[0].assessments.at(0), OptionId(option));
    return entry ? negotiation.entry(*entry).address : "";
}

TEST(RedLineEntry, IsTheStanceOrScoreOfTheOption) {
    const std::string stances = "option = [a, b], weight.alta = 1, stance.alta = { a = redline, "
                                "b = 5 }";
    EXPECT_EQ(behind(stances, 0), "issue.x.stance.alta.a");
    EXPECT_EQ(behind(stances, 1), "");
    EXPECT_EQ(behind("option = [a, b], score.alta = { a = 1, b = redline }", 1),
              "issue.x.score.alta.b");
}

TEST(RedLineEntry, IsTheOrderThatNamesTheOption) {
    const std::string order = "option = [a, b, c], weight.alta = 1, order.alta = \"a > b | c\"";
    EXPECT_EQ(behind(order, 2), "issue.x.order.alta");
    EXPECT_EQ(behind(order, 0), "");
}

TEST(RedLineEntry, IsTheLimitOfACurve) {
    EXPECT_EQ(behind("range = { min = 0, max = 20, step = 10 }, weight.alta = 1, "
                     "curve.alta = { ideal = 20, bad = 0, redline = \"< 10\" }",
                     0),
              "issue.x.curve.alta.redline");
}

} // namespace
} // namespace unbracket
