// Orders and curves, and how the ways of rating an issue go together.

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string choice = "party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c, d], ";
const std::string number =
    "party = { alta = {} }, issue.n = { range = { min = 0, max = 10, step = 1 }, ";

std::string choice_refused(const std::string& text) {
    return testing::complaints_about(choice + text + " }");
}
std::string number_refused(const std::string& text) {
    return testing::complaints_about(number + text + " }");
}

/// `ab>c|d`: the classes of the party's order with its red lines behind the bar.
std::string order_of(const std::string& text) {
    const Case negotiation = testing::case_of(choice + text + " }");
    const Order& order = *negotiation.issues.front().of(PartyId(0))->order;
    const auto keys = [&](const std::vector<OptionId>& options) {
        std::string all;
        for (const OptionId option : options) {
            all += negotiation.issues.front().options[as_index(option)].key;
        }
        return all;
    };
    std::string all;
    for (const auto& tied : order.classes) {
        all += (all.empty() ? "" : ">") + keys(tied);
    }
    return all + "|" + keys(order.red_lines);
}

TEST(BindOrder, TakesClassesTiesAndRedLines) {
    EXPECT_EQ(order_of("stance.alta = \"a > b = c | d\""), "a>bc|d");
    EXPECT_EQ(order_of("stance.alta = \"  b>a=d  |c  \""), "b>ad|c");
    EXPECT_EQ(order_of("stance.alta = \"a | b, c = d\""), "a|bcd");
    EXPECT_EQ(order_of("stance.alta = \"c\""), "c|");
    EXPECT_EQ(order_of("stance.alta = \"| a, b, c, d\""), "|abcd");
    EXPECT_EQ(order_of("stance.alta = { a = 1 }, order.alta = \"d > a\""), "d>a|");
}

TEST(BindOrder, SaysWhatStandsInPlaceOfAComma) {
    const std::string issues = "party.alta = {}, issue = { x = { option = [a] }, "
                               "y = { option = [a] }, z = { option = [a] } }, order.weight.alta = ";
    EXPECT_EQ(testing::complaints_about(issues + "\"z, x | y\""),
              "order.weight.alta: `z, x | y` is no order; between options write > where the first "
              "is better, = where they are as good: \"best > next = as good | red line\"\n");
}

TEST(BindOrder, RefusesWhatIsNone) {
    const std::string hint = " is no order; write \"best > next = as good | red line\"\n";
    for (const char* text :
         {"a > > b", "> a", "a >", "a = = b", "a > b |", "a | b,", "a | | b", "|"}) {
        const std::string quoted = "\"" + std::string(text) + "\"";
        const std::string found = choice_refused("stance.alta = " + quoted);
        EXPECT_FALSE(found.empty()) << text;
        if (std::string_view(text) != "a | | b") {
            EXPECT_EQ(found, "issue.x.stance.alta: `" + std::string(text) + "`" + hint);
        }
    }
    EXPECT_EQ(choice_refused("order.alta = 5"),
              "issue.x.order.alta: an order must be a text, not a number\n");
}

TEST(BindOrder, NamesEachOptionOnceAndOnlyKnownOnes) {
    EXPECT_EQ(choice_refused("stance.alta = \"a > b = a\""),
              "issue.x.stance.alta: `a` stands twice in the order\n");
    EXPECT_EQ(choice_refused("stance.alta = \"a > b | a\""),
              "issue.x.stance.alta: `a` stands twice in the order\n");
    EXPECT_EQ(choice_refused("stance.alta = \"a > z\""),
              "issue.x.stance.alta: unknown option `z` of issue `x`; known: a, b, c, d\n");
}

TEST(BindOrder, HasItsAddressByTheKeyItStandsUnder) {
    const Case instead = testing::case_of(choice + "stance.alta = \"a > b\" }");
    EXPECT_TRUE(instead.find_entry("issue.x.stance.alta").has_value());
    const Case beside =
        testing::case_of(choice + "stance.alta = { a = 1, b = 2 }, order.alta = \"b > a\" }");
    EXPECT_TRUE(beside.find_entry("issue.x.order.alta").has_value());
}

TEST(BindOrder, OfWeightsRanksIssues) {
    const std::string issues = "party.alta = {}, issue = { x = { option = [a] }, "
                               "y = { option = [a] }, z = { option = [a] } }, order.weight.alta = ";
    const Case negotiation = testing::case_of(issues + "\"z > x = y\"");
    ASSERT_EQ(negotiation.weight_orders.size(), 1U);
    EXPECT_EQ(negotiation.weight_orders[0].classes,
              (std::vector<std::vector<IssueId>>{{IssueId(2)}, {IssueId(0), IssueId(1)}}));
    EXPECT_EQ(
        testing::complaints_about(issues + "\"z | x\""),
        "order.weight.alta: `z | x` is no order; write \"best > next = as good | red line\"\n");
    EXPECT_EQ(testing::complaints_about(issues + "\"z > w\""),
              "order.weight.alta: unknown issue `w`; known: x, y, z\n");
    EXPECT_EQ(testing::complaints_about(issues + "\"z\", order.stance.alta = \"z\""),
              "key order.stance: unknown key `stance` in [order]; known: weight\n");
}

Curve curve_of(const std::string& text) {
    const Case negotiation = testing::case_of(number + "curve.alta = { " + text + " } }");
    return *negotiation.issues.front().of(PartyId(0))->curve;
}

TEST(BindCurve, TakesWordsFromTheBestOnWhateverTheirOrderInTheFile) {
    const Curve curve = curve_of("bad = 9, ideal = 2, tolerable = 5.5");
    ASSERT_EQ(curve.knots.size(), 3U);
    EXPECT_EQ(curve.knots[0].word, StanceWord::ideal);
    EXPECT_EQ(curve.knots[1].at, Rational(11, 2));
    EXPECT_EQ(curve.knots[2].word, StanceWord::bad);
    EXPECT_EQ(curve.direction, 1);
    EXPECT_FALSE(curve.red_line.has_value());
    EXPECT_EQ(curve_of("ideal = 9, bad = 2").direction, -1);
}

TEST(BindCurve, OfOneWordTakesItsDirectionFromTheRedLine) {
    EXPECT_EQ(curve_of("ideal = 5, redline = \"> 7\"").direction, 1);
    EXPECT_EQ(curve_of("ideal = 5, redline = \">=7\"").direction, 1);
    EXPECT_EQ(curve_of("ideal = 5, redline = \"< 3\"").direction, -1);
    EXPECT_EQ(curve_of("ideal = 5, redline = \"<= 3\"").direction, -1);
}

TEST(BindCurve, ReadsRedLines) {
    const auto bound = [](const std::string& text) {
        return *curve_of("ideal = 5, bad = 9, redline = \"" + text + "\"").red_line->bound;
    };
    EXPECT_EQ(bound("> 7.5"), std::pair(Comparison::greater, Rational(15, 2)));
    EXPECT_EQ(bound(" <=  7 "), std::pair(Comparison::at_most, Rational(7)));
    EXPECT_FALSE(curve_of("ideal = 5, bad = 9, redline = \"none\"").red_line->bound.has_value());
}

TEST(BindCurve, RefusesValuesThatDoNotRunOneWay) {
    const std::string hint = "issue.n.curve.alta: the values of a curve must rise or fall from the "
                             "best word on; each later word needs a value farther from that of the "
                             "first\n";
    EXPECT_EQ(number_refused("curve.alta = { ideal = 2, acceptable = 6, bad = 4 }"), hint);
    EXPECT_EQ(number_refused("curve.alta = { ideal = 2, bad = 2 }"), hint);
    EXPECT_EQ(
        number_refused("curve.alta = { ideal = 5 }"),
        "issue.n.curve.alta: this curve does not say which way is worse; name a second value, "
        "or a red line such as \"> 40\"\n");
    EXPECT_EQ(
        number_refused("curve.alta = { ideal = 5, redline = none }"),
        "issue.n.curve.alta: this curve does not say which way is worse; name a second value, "
        "or a red line such as \"> 40\"\n");
}

TEST(BindCurve, RefusesValuesBeyondTheIssueAndWordsItDoesNotKnow) {
    EXPECT_EQ(
        number_refused("curve.alta = { ideal = 2, bad = 10.5 }"),
        "issue.n.curve.alta.bad: the value for `bad` must lie between 0 and 10, not `10.5`\n");
    EXPECT_EQ(number_refused("curve.alta = { ideal = 2, bad = 9, redline = \"> 11\" }"),
              "issue.n.curve.alta.redline: the red line must lie between 0 and 10, not `11`\n");
    EXPECT_EQ(number_refused("curve.alta = { ideal = 2, bad = 9, redline = \"> x\" }"),
              "issue.n.curve.alta.redline: `x` is not a decimal number; "
              "write digits with a point as decimal mark, such as 7 or -0.25\n");
    EXPECT_EQ(number_refused("curve.alta = { ideal = 2, bad = 9, open = 4 }"),
              "key issue.n.curve.alta.open: unknown key `open` in `issue.n.curve.alta`; known: "
              "ideal, acceptable, tolerable, bad, redline\n");
    EXPECT_EQ(number_refused("curve.alta = { ideal = [2, 3], bad = 9 }"),
              "issue.n.curve.alta.ideal: the value for `ideal` must be a number, not a list\n");
}

TEST(BindScales, RefuseTwoWaysOfRatingOneIssue) {
    EXPECT_EQ(number_refused("curve.alta = { ideal = 2, bad = 9 }, stance.alta = { 3 = 5 }"),
              "issue.n.curve.alta.ideal: party `alta` on issue `n` has a curve and a table; keep "
              "one of them\n");
    EXPECT_EQ(number_refused("curve.alta = { ideal = 2, bad = 9 }, stance.alta = \"3 > 5\""),
              "issue.n.stance.alta: party `alta` on issue `n` has an order and a curve or table "
              "under `stance`; write the order under `order` to have both\n");
    EXPECT_EQ(choice_refused("stance.alta = { a = 1, b = 2 }, order.alta = \"b > a | c\""),
              "issue.x.order.alta: party `alta` on issue `x` has red lines in an order beside a "
              "table or curve; put them into the table or curve\n");
    EXPECT_EQ(choice_refused("stance.alta = \"a > b\", order.alta = \"b > a\""),
              "issue.x.order.alta: party `alta` has two orders of issue `x`\n");
}

TEST(BindScales, RefuseAnOrderInThePlaceOfScores) {
    EXPECT_EQ(
        testing::complaints_about(
            "party.alta = {}, issue = { x = { option = [a, b], score.alta = { a = 1, b = 2 } }, "
            "y = { option = [k, l], order.alta = \"k > l\" } }"),
        "issue.y.order.alta: party `alta` has scores, but in issue `y` an order alone; add "
        "`score.alta` to the issue\n");
}

TEST(BindScales, SettleWhatAPartyRatesBy) {
    const Case negotiation = testing::case_of(
        "party = { alta = {}, bera = {}, coda = {}, dora = {} }, issue.x = { option = [a, b], "
        "score.alta = { a = 1, b = 2 }, weight.bera = 1, order.coda = \"a > b\" }");
    EXPECT_EQ(negotiation.parties[0].scale, Scale::scores);
    EXPECT_EQ(negotiation.parties[1].scale, Scale::stances);
    EXPECT_EQ(negotiation.parties[2].scale, Scale::stances);
    EXPECT_EQ(negotiation.parties[3].scale, Scale::none);
}

} // namespace
} // namespace unbracket
