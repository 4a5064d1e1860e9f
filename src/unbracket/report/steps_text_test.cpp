#include "unbracket/report/steps_text.hpp"

#include "tests/support/loaded_sketch.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;

/// Alta gives up land, Bera opens trade.
const std::string swap =
    "title = Talks, party = { alta = { name = Alta, role = signatory }, "
    "bera = { name = Bera, role = signatory } }, issue = { "
    "land = { title = Land, option = [no, yes], status_quo = no, score.alta = { no = 0, yes = -4 "
    "}, "
    "score.bera = { no = 0, yes = 10 } }, "
    "trade = { title = Trade, option = [no, yes], score.alta = { no = 0, yes = 9 }, "
    "score.bera = { no = 0, yes = -3 } } }, fallback = { alta = 1, bera = 1 }, "
    "said = [{ id = s1, who = \"an aide\", claim = c }], ";
const std::string land_first = "{ title = \"Land first\", first.land = yes, then.trade = yes, "
                               "demanded_by = bera, said = s1 }";

LoadedCase loaded(const std::string& text) {
    return testing::loaded_sketch(swap + text);
}

std::string screen(const std::string& text) {
    const LoadedCase whole = loaded(text);
    return steps_text(whole, find_steps(whole), {.width = 120});
}

TEST(StepsScreen, SaysWhoGoesFirstAndWithWhatAtRisk) {
    const std::string text = screen("step = [" + land_first + "]");
    EXPECT_TRUE(text.starts_with("Talks - 1 step in order\n"
                                 "ANSWER    The order demanded in this file can be kept, "
                                 "for example: Land, then Trade.\n"))
        << text;
    EXPECT_TRUE(holds(text, "STEPS     1 Land first: first Land: yes; then Trade: yes (demanded by "
                            "Bera, s1: an aide).\n"));
    EXPECT_TRUE(holds(text, "AT RISK   Step 1: Bera asks it of others; of those whose acceptance "
                            "counts, Alta goes first."));
    EXPECT_TRUE(holds(text, "Alta   -5 ")) << text;
    EXPECT_TRUE(
        holds(text, "Without a status quo, so that any option may hold in between: Trade."));
    EXPECT_TRUE(holds(text, "of no kind that a step names  agreement  agreement"));
}

TEST(StepsScreen, ExplainsACollisionByItsMembers) {
    const std::string text = screen(
        "step = [" + land_first + ", { first.trade = yes, then.land = yes, demanded_by = alta }]");
    EXPECT_TRUE(holds(text, "Steps 1 and 2 cannot all be kept in any order: 1 wants \"Land: yes\" "
                            "before \"Trade: yes\" (Bera, s1:"))
        << text;
    EXPECT_TRUE(holds(text, "(Alta, no"));
    EXPECT_TRUE(holds(text, "Without any one of them the others can."));
    EXPECT_TRUE(holds(text, "agreement  no agreement"));
}

TEST(StepsScreen, NamesKindsOfAgreement) {
    const std::string text =
        screen("agreement.object = truce, step = [{ first.land = yes, then_object = truce }]");
    EXPECT_TRUE(holds(text, "first Land: yes; then truce (nobody is named who demands it, no "
                            "statement under it)."))
        << text;
    EXPECT_TRUE(holds(text, "truce (the file's)"));
    EXPECT_TRUE(holds(text, "Step 1: who goes first is not entered."));
    EXPECT_TRUE(holds(screen("agreement.object = \"not settled\", step = [{ first_object = truce, "
                             "then.land = yes }]"),
                      "What is agreed on, in the words of this file: not settled.\n"));
}

TEST(StepsScreen, SaysWhatCannotBeKeptOrMeasured) {
    EXPECT_TRUE(holds(screen("step = [{ first.land = no, then.land = yes }]"),
                      "No outcome holds both: what comes first and what comes then are different "
                      "options of one issue."));
    const std::string text = screen("step = [{ first_object = truce, then_object = truce }]");
    EXPECT_TRUE(holds(text, "Step 1 cannot be kept: it asks the same to be done first and then."));
    EXPECT_TRUE(holds(text, "What comes first is no option of this file, so nothing is measured."));
}

TEST(StepsScreen, OfNoStepsSaysSo) {
    EXPECT_TRUE(holds(screen("summary = none"),
                      "ANSWER    No order of steps is entered in this file ([[step]]).\n"));
}

TEST(StepsJson, HoldsStepsVerdictsAndWhatIsAtRisk) {
    const LoadedCase whole =
        loaded("step = [" + land_first + ", { first.land = yes, then_object = truce }]");
    const Node data = steps_json(whole, find_steps(whole));
    const Node& first = data.find("steps")->items[0];
    EXPECT_EQ(first.find("demanded_by")->text, "bera");
    EXPECT_EQ(first.find("said")->items[0].text, "s1");
    EXPECT_EQ(first.find("goes_first")->items[0].text, "alta");
    EXPECT_EQ(first.find("after_first")->find("parties")->find("alta")->find("surplus")->text,
              "-5");
    EXPECT_EQ(first.find("without_status_quo")->items[0].text, "trade");
    EXPECT_EQ(data.find("steps")->items[1].find("then")->find("object")->text, "truce");
    EXPECT_EQ(data.find("order")->items[0].find("issue")->text, "land");
    ASSERT_EQ(data.find("verdicts")->items.size(), 2U);
    EXPECT_EQ(data.find("verdicts")->items[1].find("object")->text, "truce");
    EXPECT_TRUE(data.find("conflicts")->items.empty());
}

} // namespace
} // namespace unbracket
