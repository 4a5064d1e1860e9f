#include "unbracket/frontier/condition_states.hpp"

#include "tests/support/gain_tables.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <set>

namespace unbracket {
namespace {

using testing::table_of;

/// So many issues of two options each; rows 2i and 2i + 1 are those of issue i.
GainTable switches(std::size_t issues) {
    return table_of(testing::PlainIssues(issues, {{0, 0}, {0, 0}}));
}

/// What a whole choice earns in each column, or nothing where a step of it is not allowed.
std::optional<std::vector<std::int64_t>> earned_by(const GainTable& table, ConditionStates& states,
                                                   const RowChoice& choice) {
    std::vector<std::int64_t> earned(table.columns.size(), 0);
    std::uint32_t state = ConditionStates::start;
    for (std::size_t place = 0; place < states.order().size(); ++place) {
        const ConditionStates::Step& step =
            states.step(place, state, choice[states.order()[place]]);
        if (!step.is_allowed) {
            return std::nullopt;
        }
        for (const std::size_t gain : step.earned) {
            table.add_amount(table.conditionals[gain], earned);
        }
        state = step.state;
    }
    return earned;
}

TEST(ConditionStates, WithoutConditionsAreOneAndKeepTheOrder) {
    const GainTable table = switches(3);
    ConditionStates states(table);
    EXPECT_EQ(states.order(), (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_EQ(states.step(0, ConditionStates::start, 1).state, ConditionStates::start);
    EXPECT_TRUE(states.step(2, ConditionStates::start, 5).is_allowed);
    EXPECT_TRUE(states.step(2, ConditionStates::start, 5).earned.empty());
}

TEST(ConditionStates, TakeIssuesOfOneConditionTogether) {
    // Issues 0 and 2 share one condition, issues 1 and 3 another; in between fewest stay open.
    GainTable table = switches(4);
    table.problem.forbidden = {{{{0}, {4}}}, {{{2}, {6}}}};
    const ConditionStates states(table);
    const auto place = [&](std::size_t issue) {
        return std::find(states.order().begin(), states.order().end(), issue) -
               states.order().begin();
    };
    EXPECT_EQ(std::abs(place(0) - place(2)), 1);
    EXPECT_EQ(std::abs(place(1) - place(3)), 1);
}

TEST(ConditionStates, TakeIssuesWithoutConditionsFirst) {
    GainTable table = switches(3);
    table.problem.forbidden = {{{{0}, {2}}}};
    EXPECT_EQ(ConditionStates(table).order().front(), 2U);
}

TEST(ConditionStates, TellApartOnlyWhatTheRestCanStillFeel) {
    GainTable table = switches(2);
    table.problem.forbidden = {{{{0}, {2}}}};
    ConditionStates states(table);
    const std::uint32_t begun = states.step(0, ConditionStates::start, 0).state;
    const std::uint32_t failed = states.step(0, ConditionStates::start, 1).state;
    EXPECT_NE(begun, failed);
    EXPECT_FALSE(states.step(1, begun, 2).is_allowed);
    EXPECT_TRUE(states.step(1, begun, 3).is_allowed);
    EXPECT_TRUE(states.step(1, failed, 2).is_allowed);
    EXPECT_EQ(states.step(1, begun, 3).state, states.step(1, failed, 2).state);
}

TEST(ConditionStates, ForgetARuleBehindItsLastIssue) {
    GainTable table = switches(3);
    table.problem.at_most.push_back({1, {{{1}}, {{3}}}});
    ConditionStates states(table);
    ASSERT_EQ(states.order(), (std::vector<std::size_t>{0, 1, 2}));
    const std::uint32_t none = states.step(0, ConditionStates::start, 0).state;
    const std::uint32_t one = states.step(0, ConditionStates::start, 1).state;
    EXPECT_NE(none, one);
    EXPECT_FALSE(states.step(1, one, 3).is_allowed);
    EXPECT_EQ(states.step(1, one, 2).state, states.step(1, none, 3).state);
}

TEST(ConditionStates, EarnAConditionalGainWithItsLastIssue) {
    GainTable table = switches(2);
    table.conditionals.push_back({1, 0, {{0}, {2}}, 7});
    ConditionStates states(table);
    const ConditionStates::Step first = states.step(0, ConditionStates::start, 0);
    EXPECT_TRUE(first.earned.empty());
    const ConditionStates::Step last = states.step(1, first.state, 2);
    EXPECT_EQ(last.earned, (std::vector<std::size_t>{0}));
}

TEST(ConditionStates, PassOverAConditionThatCanNeverHold) {
    GainTable table = switches(2);
    table.problem.forbidden = {{{{0}, {}}}};
    ConditionStates states(table);
    for (const RowChoice& choice : {RowChoice{0, 2}, RowChoice{0, 3}, RowChoice{1, 2}}) {
        EXPECT_TRUE(earned_by(table, states, choice));
    }
}

TEST(ConditionStates, ForbidAnOptionThatIsAConditionByItself) {
    GainTable table = switches(2);
    table.problem.forbidden = {{{{3}}}};
    ConditionStates states(table);
    EXPECT_TRUE(earned_by(table, states, {0, 2}));
    EXPECT_FALSE(earned_by(table, states, {0, 3}));
}

TEST(ConditionStates, AllowAndEarnWhatTheDefinitionSays) {
    for (std::uint64_t index = 0; index < testing::shared_count(3'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("ConditionStates.AllowAndEarn*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        testing::DrawnShape shape{.options = 3, .most = 0};
        shape.issues = static_cast<std::size_t>(random.between(2, 5));
        GainTable table = table_of(testing::drawn_issues(shape, random));
        testing::draw_conditions(table, random);
        ConditionStates states(table);
        const std::set<std::size_t> each(states.order().begin(), states.order().end());
        ASSERT_EQ(each.size(), table.problem.issue_count());
        testing::for_each_choice(table.problem, [&](const RowChoice& choice) {
            const auto earned = earned_by(table, states, choice);
            ASSERT_EQ(earned.has_value(), testing::plainly_allowed(table.problem, choice));
            if (earned) {
                EXPECT_EQ(*earned, testing::plain_totals(table, choice));
            }
        });
    }
}

} // namespace
} // namespace unbracket
