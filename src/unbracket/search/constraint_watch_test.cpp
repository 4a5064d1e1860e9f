#include "unbracket/search/constraint_watch.hpp"

#include "tests/support/search_problems.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// Three issues of two rows.
SearchProblem switches() {
    return testing::problem_of({{{0}, {0}}, {{0}, {0}}, {{0}, {0}}});
}

TEST(ConstraintWatch, WithoutConstraintsIsIdle) {
    EXPECT_TRUE(ConstraintWatch(switches()).is_idle());
    SearchProblem problem = switches();
    problem.forbidden = {{{{0}, {2}}}};
    EXPECT_FALSE(ConstraintWatch(problem).is_idle());
}

TEST(ConstraintWatch, IsBrokenByTheLastLiteralAndMendedByTakingItBack) {
    SearchProblem problem = switches();
    problem.forbidden = {{{{0}, {2}, {4}}}};
    ConstraintWatch watch(problem);
    EXPECT_TRUE(watch.choose(0));
    EXPECT_TRUE(watch.choose(4));
    EXPECT_FALSE(watch.choose(2));
    watch.take_back(2);
    EXPECT_TRUE(watch.choose(3));
}

TEST(ConstraintWatch, StaysBrokenWhileAnyConstraintIs) {
    SearchProblem problem = switches();
    problem.forbidden = {{{{0}, {2}}}, {{{0}, {4}}}};
    ConstraintWatch watch(problem);
    watch.choose(0);
    EXPECT_FALSE(watch.choose(2));
    EXPECT_FALSE(watch.choose(4));
    watch.take_back(4);
    EXPECT_FALSE(watch.choose(5)) << "the first is still broken";
    watch.take_back(5);
    watch.take_back(2);
    EXPECT_TRUE(watch.choose(3));
}

TEST(ConstraintWatch, CountsTheConditionsThatHold) {
    SearchProblem problem = switches();
    problem.at_most = {{1, {{{0}}, {{2}}, {{4}}}}};
    ConstraintWatch watch(problem);
    EXPECT_TRUE(watch.choose(0));
    EXPECT_FALSE(watch.choose(2));
    EXPECT_FALSE(watch.choose(4));
    watch.take_back(4);
    watch.take_back(2);
    EXPECT_TRUE(watch.choose(3));
    EXPECT_FALSE(watch.choose(4));
}

TEST(ConstraintWatch, SaysOnEveryPathWhatTheDefinitionSays) {
    for (std::uint64_t index = 0; index < testing::shared_count(2'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("ConstraintWatch.*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        SearchProblem problem = testing::problem_of(testing::drawn_issues({.options = 3}, random));
        testing::draw_constraints(problem, random);
        ConstraintWatch watch(problem);
        testing::for_each_choice(problem, [&](const RowChoice& choice) {
            bool is_open = true;
            for (const Row row : choice) {
                is_open = watch.is_idle() || watch.choose(row);
            }
            EXPECT_EQ(is_open, testing::plainly_allowed(problem, choice));
            for (std::size_t at = choice.size(); at-- > 0 && !watch.is_idle();) {
                watch.take_back(choice[at]);
            }
        });
    }
}

} // namespace
} // namespace unbracket
