#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/view_forms.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

const std::string grid = "range = { min = 0, max = 10, step = 2 }";

Node formed(const std::string& document) {
    Node made = parse_setting_value("{ " + document + " }");
    make_valid_again(made);
    return made;
}

std::string part(const Node& document, std::string_view section) {
    const Node* found = document.find(section);
    return found == nullptr ? "" : canonical_text(*found);
}

TEST(LoneRedLines, BecomeLimitsThatSayTheSame) {
    const Node made = formed(
        "issue.x = { " + grid +
        ", curve.alta.redline = \"> 4\", curve.bera = { ideal = 2, "
        "redline = \"> 8\" } }, said = [{ id = s, supports = [issue.x.curve.alta, "
        "issue.x.curve.bera] }], entry = [{ at = issue.x.curve.alta, basis = inferred, firmness = "
        "declared }, { at = issue.x.curve.alta.redline, firmness = tested }], change = [{ set = { "
        "\"issue.x.curve.alta.redline\" = none, \"issue.x.curve.alta.ideal\" = 4 } }], "
        "alternative = { q = { question = q, a = { \"issue.x.curve.alta.redline\" = \"> 6\" } }, "
        "r = { question = q, a = { \"issue.x.curve.alta.bad\" = 6 } } }");
    EXPECT_EQ(part(made, "limit"),
              R"([{"id":"x-alta-redline","party":"alta","never":{"x":"> 4"}}])");
    EXPECT_EQ(canonical_text(*made.find("issue")->find("x")->find("curve")),
              R"({"bera":{"ideal":2,"redline":"> 8"}})");
    EXPECT_EQ(part(made, "said"),
              R"([{"id":"s","supports":["limit.x-alta-redline","issue.x.curve.bera"]}])");
    EXPECT_EQ(part(made, "entry"),
              R"([{"at":"limit.x-alta-redline","firmness":"tested","basis":"inferred"}])");
    EXPECT_EQ(part(made, "change"), R"([{"set":{"limit.x-alta-redline":"off"}}])");
    EXPECT_EQ(part(made, "alternative"),
              R"({"q":{"question":"q","a":{"limit.x-alta-redline.never":{"x":"> 6"}}}})")
        << "a question that cannot be asked of a limit goes";
}

TEST(LoneRedLines, GetAnIdThatIsFree) {
    const std::string curve = "issue.x = { " + grid + ", curve.alta.redline = \"> 4\" }, ";
    EXPECT_NE(part(formed(curve + "limit = [{ id = x-alta-redline }, { id = redline-1 }]"), "limit")
                  .find(R"({"id":"redline-2","party":"alta")"),
              std::string::npos);
    const std::string name(60, 'y');
    EXPECT_NE(
        part(formed("issue." + name + " = { " + grid + ", curve.alta.redline = \"> 4\" }"), "limit")
            .find(R"("id":"redline-1")"),
        std::string::npos);
}

TEST(LoneRedLines, BeyondAllOptionsSayNothing) {
    const auto limits = [](const std::string& line) {
        return part(formed("issue.x = { " + grid + ", curve.alta.redline = \"" + line + "\" }"),
                    "limit");
    };
    for (const char* line : {"> 10", "> 11", "< 0", "<= -1", ">=10.5"}) {
        EXPECT_EQ(limits(line), "") << line;
    }
    for (const char* line : {"> 9", ">= 10", "<= 0", "<1", "> -3"}) {
        EXPECT_NE(limits(line), "") << line;
    }
}

TEST(LoneRedLines, ThatAreOpenSayNothing) {
    const Node made = formed("issue.x = { " + grid + ", curve.alta.redline = none }");
    EXPECT_EQ(part(made, "limit"), "");
    EXPECT_EQ(canonical_text(*made.find("issue")->find("x")->find("curve")), "{}");
}

TEST(LoneValuesOfCurves, BecomeStances) {
    const Node made =
        formed("issue.x = { " + grid +
               ", curve.alta = { ideal = 4.0, redline = none }, "
               "curve.bera.bad = 3 }, said = [{ id = s, supports = issue.x.curve.alta.ideal, "
               "suggests = issue.x.curve.alta }], driver = [{ moves = { "
               "\"issue.x.curve.alta.ideal\" = 1, \"fallback.alta\" = 2 } }]");
    EXPECT_EQ(canonical_text(*made.find("issue")->find("x")->find("stance")),
              R"({"alta":{"4":"ideal"}})")
        << "3 is no option of the issue, so Bera's value says nothing";
    EXPECT_EQ(part(made, "said"), R"([{"id":"s","supports":"issue.x.stance.alta.4",)"
                                  R"("suggests":"issue.x.stance.alta"}])");
    EXPECT_EQ(part(made, "driver"), R"([{"moves":{"fallback.alta":2}}])");
}

TEST(LoneValuesOfCurves, KeepTheirOwnRemarkAndNotThatOfAnOpenLine) {
    const Node made = formed("issue.x = { " + grid +
                             ", curve.alta = { ideal = 4, redline = none } }, entry = [{ at = "
                             "issue.x.curve.alta.ideal, basis = inferred }, { at = "
                             "issue.x.curve.alta.redline, firmness = tested }]");
    EXPECT_EQ(part(made, "entry"), R"([{"at":"issue.x.stance.alta.4","basis":"inferred"}])");
}

TEST(OrdersOfScores, NeedTheirTable) {
    const Node made =
        formed("issue = { x = { option = [a, b], score.alta = { a = 1, b = 2 }, order.alta = \"b > "
               "a\", order.bera = \"a > b\" }, y = { option = [a, b], order.alta = \"a > b\" } }");
    EXPECT_EQ(canonical_text(*made.find("issue")->find("x")->find("order")),
              R"({"alta":"b > a","bera":"a > b"})");
    EXPECT_EQ(canonical_text(*made.find("issue")->find("y")->find("order")), "{}");
}

TEST(Weights, ThatCanOnlyBe0GoWhereThereAreNoOthers) {
    const auto weights = [](const std::string& rest) {
        return canonical_text(*formed(rest).find("issue")->find("x")->find("weight"));
    };
    const std::string two = "party = { alta = {}, bera = { role = observer } }, ";
    const std::string zero = "issue.x = { option = [a], weight = { alta = 0, bera = none } }";
    EXPECT_EQ(weights(two + zero), R"({"bera":"none"})") << "Bera is not counted";
    EXPECT_EQ(weights(two + zero + ", fallback.bera = 1"), "{}");
    EXPECT_EQ(weights(two + zero + ", agreement.required = [bera]"), "{}");
    EXPECT_EQ(weights(two + "issue = { x = { option = [a], weight.alta = 0 }, y = { option = [a], "
                            "stance.alta.a = 1 } }"),
              R"({"alta":0})")
        << "issue y may weigh something";
    EXPECT_EQ(weights(two + "issue.x = { option = [a], weight.alta = [0, 1] }"),
              R"({"alta":[0,1]})");
    EXPECT_EQ(weights(two + "issue.x = { option = [a], weight.alta = low }, words.weight.low = 0"),
              "{}");
}

TEST(Demands, AskForNoMoreThanAreCounted) {
    const auto demand = [](const std::string& rest) {
        return part(formed("party = { alta = {}, bera = {}, coda = { role = [mediator] } }, "
                           "agreement.at_least = 3" +
                           rest),
                    "agreement");
    };
    EXPECT_EQ(demand(""), R"({"at_least":2})");
    EXPECT_EQ(demand(", fallback.coda = 1"), R"({"at_least":3})");
}

} // namespace
} // namespace unbracket
