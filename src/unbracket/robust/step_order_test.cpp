#include "unbracket/robust/step_order.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

Case with_steps(const std::string& steps) {
    return testing::case_of("party.alta = {}, issue = { a = { option = [x, y] }, "
                            "b = { option = [x, y] }, c = { option = [x, y] } }, step = [" +
                            steps + "]");
}

StepSet all_of(const Case& negotiation) {
    StepSet all;
    for (std::size_t at = 0; at < negotiation.steps.size(); ++at) {
        all.push_back(at);
    }
    return all;
}

/// `a b truce`: the order that keeps all steps; `none`.
std::string order(const std::string& steps) {
    const Case negotiation = with_steps(steps);
    const auto found = order_keeping(negotiation, all_of(negotiation));
    std::string text;
    for (const Deed& deed : found.value_or(std::vector<Deed>())) {
        const auto* issue = std::get_if<IssueId>(&deed);
        text += (text.empty() ? "" : " ") +
                (issue ? negotiation.issue(*issue).key : std::get<std::string>(deed));
    }
    return found ? text : "none";
}

/// `1 2; 3`: the steps of each conflict.
std::string conflicts(const std::string& steps) {
    std::string text;
    for (const StepSet& set : find_step_conflicts(with_steps(steps)).sets) {
        std::string numbers;
        for (const std::size_t at : set) {
            numbers += (numbers.empty() ? "" : " ") + std::to_string(at + 1);
        }
        text += (text.empty() ? "" : "; ") + numbers;
    }
    return text;
}

TEST(StepOrder, PutsFirstWhatIsDemandedFirst) {
    EXPECT_EQ(order("{ first.b = x, then.a = x }"), "b a");
    EXPECT_EQ(order("{ first.b = x, then.a = x }, { first.c = x, then.b = x }, "
                    "{ first.a = x, then_object = truce }"),
              "c b a truce");
    EXPECT_EQ(order("{ first_object = truce, then.a = x }"), "truce a");
}

TEST(StepOrder, IsNoneInARing) {
    EXPECT_EQ(order("{ first.a = x, then.b = x }, { first.b = x, then.a = x }"), "none");
    EXPECT_EQ(order("{ first.a = x, then_object = truce }, { first_object = truce, then.a = x }"),
              "none");
    EXPECT_EQ(order("{ first.a = x, then.a = x }"), "none");
}

TEST(StepOrder, LetsPartOfWhatComesThenComeEarlier) {
    // Both of then: done with the later one. So b may come before a.
    EXPECT_EQ(order("{ first.a = x, then = { b = x, c = x } }, { first.b = x, then.a = x }"),
              "b a c");
    EXPECT_EQ(order("{ first.a = x, then = { b = x, c = x } }, { first = { b = x, c = x }, "
                    "then.a = x }"),
              "none");
}

TEST(StepOrder, OfNoStepsIsEmpty) {
    EXPECT_EQ(order(""), "");
}

TEST(StepConflicts, AreMinimalSetsThatSomeOutcomeMakesMatter) {
    const std::string ring = "{ first.a = x, then.b = x }, { first.b = x, then.a = x }";
    EXPECT_EQ(conflicts(ring), "1 2");
    EXPECT_EQ(conflicts(ring + ", { first.c = x, then.a = x }"), "1 2");
    EXPECT_EQ(conflicts(ring + ", { first.c = x, then.c = x }"), "3; 1 2");
    EXPECT_EQ(conflicts("{ first.a = x, then.b = x }, { first.b = y, then.a = x }"), "")
        << "no outcome has both options of b";
    EXPECT_EQ(conflicts("{ first.a = [x, y], then.b = x }, { first.b = [x, y], then.a = y }"),
              "1 2");
}

TEST(StepConflicts, OfManyStepsAreOneAndSaySo) {
    std::string many = "{ first.a = x, then.b = x }";
    for (std::size_t i = 0; i < most_compared_steps; ++i) {
        many += ", { first.a = x, then.c = x }";
    }
    EXPECT_TRUE(find_step_conflicts(with_steps(many)).is_complete);
    const StepConflicts found =
        find_step_conflicts(with_steps(many + ", { first.b = x, then.a = x }"));
    EXPECT_FALSE(found.is_complete);
    EXPECT_EQ(found.sets, (std::vector<StepSet>{{0, most_compared_steps + 1}}));
}

TEST(StepConflicts, OfManyStepsPassByThoseThatNoOutcomeMakesMatter) {
    const std::string apart = "{ first.a = x, then.b = x }, { first.b = y, then.a = x }";
    std::string harmless;
    for (int i = 0; i < 11; ++i) {
        harmless += ", { first.a = x, then.c = x }";
    }
    EXPECT_EQ(conflicts(apart + harmless), "");
    EXPECT_EQ(conflicts(apart + harmless + ", { first.c = x, then.a = x }").substr(0, 1), "3");
}

TEST(JointCondition, IsWhatAllStepsSayOfEachIssue) {
    const Case negotiation = with_steps("{ first.a = [x, y], then.b = x }, "
                                        "{ first.a = y, then_object = truce }, "
                                        "{ first.b = y, then.c = x }");
    const auto joint = joint_condition(negotiation, {0, 1});
    ASSERT_TRUE(joint.has_value());
    EXPECT_EQ(*joint, (Condition{{IssueId(0), {OptionId(1)}}, {IssueId(1), {OptionId(0)}}}));
    EXPECT_FALSE(joint_condition(negotiation, {0, 2}).has_value());
}

TEST(MinimalConflict, LosesWhatIsNotNeeded) {
    const Case negotiation = with_steps("{ first.c = x, then.a = x }, { first.a = x, then.b = x }, "
                                        "{ first.b = x, then.a = x }");
    EXPECT_EQ(minimal_conflict(negotiation, {0, 1, 2}), (StepSet{1, 2}));
}

} // namespace
} // namespace unbracket
