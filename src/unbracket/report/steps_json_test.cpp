#include "unbracket/report/steps_text.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string start =
    "title = Talks, party = { alta = { role = signatory }, bera = { role = signatory } }, "
    "issue = { land = { option = [no, yes], status_quo = no, score.alta = { no = 0, yes = -4 }, "
    "score.bera = { no = 0, yes = 10 } }, trade = { option = [no, yes], status_quo = no, "
    "score.alta = { no = 0, yes = 9 }, score.bera = { no = 0, yes = [-3, -2] } } }, "
    "fallback = { alta = 1, bera = 1 }, ";

Node data(const std::string& text, const JsonOptions& options = {}) {
    const testing::Sketch sketch(start + text);
    const LoadedCase loaded = load_case(sketch.document()).value();
    return steps_json(loaded, find_steps(loaded), options);
}

const std::string ring = "step = [{ first.land = yes, then.trade = yes, demanded_by = bera }, "
                         "{ first.trade = yes, then.land = yes, demanded_by = alta }]";

TEST(StepsJson, NamesCollisionsByNumbers) {
    const Node found = data(ring);
    const Node& conflicts = *found.find("conflicts");
    ASSERT_EQ(conflicts.items.size(), 1U);
    EXPECT_EQ(conflicts.items[0].items[0].text, "1");
    EXPECT_EQ(conflicts.items[0].items[1].text, "2");
    EXPECT_EQ(found.find("order")->kind, NodeKind::null);
    EXPECT_TRUE(found.find("conflicts_complete")->flag);
    EXPECT_EQ(found.find("verdict_without_steps")->text, "agreement");
    EXPECT_EQ(found.find("verdicts")->items[0].find("verdict")->text, "no_agreement");
    EXPECT_EQ(found.find("verdicts")->items[0].find("outcome")->kind, NodeKind::null);
}

TEST(StepsJson, MeasuresBothParts) {
    const Node found = data(ring);
    const Node& step = found.find("steps")->items[0];
    const Node& alone = *step.find("after_first");
    EXPECT_TRUE(alone.find("exact")->flag);
    EXPECT_EQ(alone.find("parties")->find("alta")->find("accepts")->text, "never");
    const Node& both = *step.find("after_both")->find("parties")->find("bera");
    EXPECT_EQ(both.find("surplus")->items[0].text, "6");
    EXPECT_EQ(both.find("surplus")->items[1].text, "7");
    EXPECT_EQ(both.find("accepts")->text, "surely");
}

TEST(StepsJson, KeepsAKindOfAgreementApartFromOptions) {
    const Node found =
        data("agreement.object = peace, step = [{ first_object = truce, then.land = yes }]");
    const Node& step = found.find("steps")->items[0];
    EXPECT_EQ(step.find("first")->find("options")->kind, NodeKind::null);
    EXPECT_EQ(step.find("first")->find("object")->text, "truce");
    EXPECT_EQ(step.find("then")->find("options")->find("land")->text, "yes");
    EXPECT_EQ(step.find("then")->find("object")->kind, NodeKind::null);
    EXPECT_EQ(step.find("after_first")->kind, NodeKind::null);
    EXPECT_EQ(step.find("demanded_by")->kind, NodeKind::null);
    EXPECT_EQ(step.find("goes_first")->items.size(), 2U);
    EXPECT_EQ(found.find("order")->items[0].find("object")->text, "truce");
    EXPECT_EQ(found.find("agreement_object")->text, "peace");
}

TEST(StepsJson, OfNoStepsHoldsTheVerdict) {
    const Node found = data("summary = s");
    EXPECT_TRUE(found.find("steps")->items.empty());
    EXPECT_TRUE(found.find("order")->items.empty());
    EXPECT_EQ(found.find("verdicts")->items.size(), 1U);
    EXPECT_TRUE(found.find("complete")->flag);
}

} // namespace
} // namespace unbracket
