#include "unbracket/search/problem.hpp"

#include "tests/support/search_problems.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::problem_of;

/// Two issues of two rows, for two parties.
SearchProblem small() {
    return problem_of({{{3, 0}, {0, 3}}, {{1, 1}, {2, 0}}}, {-3, -1});
}

TEST(Satisfies, NeedsASumOfAtLeastZeroForEachRequiredParty) {
    EXPECT_TRUE(satisfies(small(), {0, 2}));
    EXPECT_FALSE(satisfies(small(), {0, 3})) << "nothing for the second";
    EXPECT_FALSE(satisfies(small(), {1, 2})) << "too little for the first";
}

TEST(Satisfies, NeedsEnoughOptionalParties) {
    SearchProblem problem = small();
    problem.required_count = 0;
    problem.optional_needed = 1;
    EXPECT_TRUE(satisfies(problem, {0, 3}));
    EXPECT_TRUE(satisfies(problem, {1, 3}));
    problem.optional_needed = 2;
    EXPECT_FALSE(satisfies(problem, {0, 3}));
    EXPECT_TRUE(satisfies(problem, {0, 2}));
}

TEST(Satisfies, IsFalseWhereAConstraintIsBroken) {
    SearchProblem problem = small();
    problem.forbidden = {{{{0}, {2}}}};
    EXPECT_FALSE(satisfies(problem, {0, 2}));
}

TEST(BreaksNoConstraint, LetsACombinationStandWhileALiteralIsMissing) {
    SearchProblem problem = small();
    problem.forbidden = {{{{0}, {2, 3}}}};
    EXPECT_FALSE(breaks_no_constraint(problem, {0, 2}));
    EXPECT_FALSE(breaks_no_constraint(problem, {0, 3}));
    EXPECT_TRUE(breaks_no_constraint(problem, {1, 2}));
}

TEST(BreaksNoConstraint, CountsConditionsOfARule) {
    SearchProblem problem = small();
    problem.at_most = {{1, {{{0}}, {{2}}, {{1}, {3}}}}};
    EXPECT_FALSE(breaks_no_constraint(problem, {0, 2}));
    EXPECT_TRUE(breaks_no_constraint(problem, {0, 3}));
    EXPECT_TRUE(breaks_no_constraint(problem, {1, 3}));
    problem.at_most.front().count = 0;
    EXPECT_FALSE(breaks_no_constraint(problem, {1, 3}));
}

TEST(BreaksNoConstraint, SaysOfDrawnProblemsWhatTheDefinitionSays) {
    for (std::uint64_t index = 0; index < testing::shared_count(2'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("BreaksNoConstraint.*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        SearchProblem problem = problem_of(testing::drawn_issues({.options = 3}, random));
        testing::draw_constraints(problem, random);
        testing::for_each_choice(problem, [&](const RowChoice& choice) {
            EXPECT_EQ(breaks_no_constraint(problem, choice),
                      testing::plainly_allowed(problem, choice));
        });
    }
}

} // namespace
} // namespace unbracket
