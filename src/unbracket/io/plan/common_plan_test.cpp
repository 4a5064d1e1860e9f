#include "unbracket/io/plan/common_plan.hpp"
#include "unbracket/io/plan/plan_reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

using Lines = std::vector<std::string>;

std::vector<PlanText> texts_of(const Lines& texts) {
    std::vector<PlanText> plans;
    for (const std::string& text : texts) {
        plans.push_back(read_plan(text, "plan.md").value());
    }
    return plans;
}

const Lines names = {"a", "b", "c"};

/// Numbers in their order, each with its clauses: `2: 2 -` where the second text has none.
Lines points(const Lines& texts, const std::vector<SettledPair>& settled = {}) {
    const std::vector<PlanText> plans = texts_of(texts);
    const CommonPlan plan = common_plan(plans, names, settled).value();
    Lines lines;
    for (const std::size_t i : plan.order) {
        std::string line = plan.points[i].number + ":";
        for (std::size_t text = 0; text < plans.size(); ++text) {
            const auto clause = plan.points[i].clauses[text];
            line += " " + (clause ? plans[text].clauses[*clause].number : "-");
        }
        lines.push_back(line);
    }
    return lines;
}

const std::string ships = "ships pay ten EUR at the gate of the harbour";
const std::string boats = "boats of both coasts fish where they always did";

TEST(CommonPlan, OfOneTextHasItsClauses) {
    EXPECT_EQ(points({"1. a\n(a) b\n2. c\n"}), (Lines{"1: 1", "1.a: 1.a", "2: 2"}));
}

TEST(CommonPlan, PutsNewPointsBehindTheOneBeforeThem) {
    EXPECT_EQ(points({"1. " + ships + "\n2. " + boats + "\n",
                      "1. " + ships + "\n2. nobody builds dams here\n3. " + boats + "\n"}),
              (Lines{"1: 1 1", "b.2: - 2", "2: 2 3"}));
}

TEST(CommonPlan, MatchesWithTheLatestTextThatHasAPoint) {
    EXPECT_EQ(points({"1. " + ships + "\n", "1. " + ships + " and the quay\n",
                      "7. " + ships + " and the quay\n"}),
              (Lines{"1: 1 1 7"}));
    const std::vector<PlanText> plans = texts_of({"1. a b\n2. c\n", "1. a b d\n"});
    const CommonPlan plan = common_plan(plans, names, {}).value();
    EXPECT_EQ(latest_clause(plan.points[0], plans).wording.text, "a b d");
    EXPECT_EQ(latest_clause(plan.points[1], plans).wording.text, "c");
}

TEST(CommonPlan, TakesPairsThatAreSettled) {
    const Lines texts = {"1. " + ships + "\n2. x\n", "1. " + boats + "\n"};
    EXPECT_EQ(points(texts, {{1, "1", "2"}}), (Lines{"1: 1 -", "2: 2 1"}));
    EXPECT_EQ(points(texts, {{1, "1", std::nullopt}}), (Lines{"b.1: - 1", "1: 1 -", "2: 2 -"}));
    const std::vector<PlanText> plans = texts_of(texts);
    EXPECT_EQ(common_plan(plans, names, {{{1, "8", "2"}}}).problems()[0].what,
              "there is no clause `8`");
    EXPECT_EQ(common_plan(plans, names, {{{1, "1", "8"}}}).problems()[0].what,
              "no text before it has a point `8`");
}

TEST(CommonPlan, TellsWhatMayBeOneAndWhatIsMerged) {
    std::vector<PlanText> plans = texts_of({"1. " + ships + "\n", "1. " + boats + "\n"});
    CommonPlan plan = common_plan(plans, names, {}).value();
    ASSERT_EQ(plan.unsure.size(), 1U);
    EXPECT_TRUE(plan.unsure[0].has_same_number);
    plans = texts_of({"1. " + ships + "\n2. " + boats + "\n", "1. " + ships + ". " + boats + "\n"});
    plan = common_plan(plans, names, {}).value();
    ASSERT_EQ(plan.merged.size(), 1U);
    EXPECT_EQ(plan.points[plan.merged[0].from].number, "2");
    EXPECT_TRUE(plan.merged[0].is_sure);
}

} // namespace
} // namespace unbracket
