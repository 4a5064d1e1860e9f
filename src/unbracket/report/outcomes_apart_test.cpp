#include "unbracket/report/outcomes_apart.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

Case three_issues() {
    return testing::case_of("party.a = {}, issue = { x = { option = [m, n] }, y = { option = "
                            "[m, n] }, z = { option = [m, n] } }");
}

Outcome outcome(std::size_t x, std::size_t y, std::size_t z) {
    return {OptionId(x), OptionId(y), OptionId(z)};
}

TEST(OutcomesApart, SayOnceWhatTheyHaveInCommon) {
    const Case negotiation = three_issues();
    const OutcomesApart apart(negotiation, {outcome(0, 1, 0), outcome(0, 0, 0)});
    EXPECT_EQ(apart.size(), 2U);
    EXPECT_EQ(apart.common(9), "x: m; z: m");
    EXPECT_EQ(apart.own(0, 9), "y: n");
    EXPECT_EQ(apart.own(1, 9), "y: m");
}

TEST(OutcomesApart, HaveNothingInCommonWhereThereIsOne) {
    const Case negotiation = three_issues();
    const OutcomesApart apart(negotiation, {outcome(0, 1, 0)});
    EXPECT_EQ(apart.common(9), "");
    EXPECT_EQ(apart.own(0, 9), "x: m; y: n; z: m");
}

TEST(OutcomesApart, HaveNothingOfTheirOwnWhereTheyAreTheSame) {
    const Case negotiation = three_issues();
    const OutcomesApart apart(negotiation, {outcome(1, 1, 1), outcome(1, 1, 1)});
    EXPECT_EQ(apart.common(9), "x: n; y: n; z: n");
    EXPECT_EQ(apart.own(1, 9), "");
}

TEST(OutcomesApart, AreShortenedWithACount) {
    const Case negotiation = three_issues();
    EXPECT_EQ(OutcomesApart(negotiation, {outcome(0, 0, 0)}).own(0, 1), "x: m; 2 more");
}

TEST(OutcomesApart, KnowWhatSetsApartThoseTheyWereGivenOnly) {
    const Case negotiation = three_issues();
    const OutcomesApart apart(negotiation, {outcome(0, 0, 0)});
    EXPECT_DEATH(apart.own(1, 9), "one of the outcomes that were given");
}

TEST(OutcomesApart, OfNoneAreEmpty) {
    const Case negotiation = three_issues();
    const OutcomesApart apart(negotiation, {});
    EXPECT_EQ(apart.size(), 0U);
    EXPECT_EQ(apart.common(9), "");
    EXPECT_EQ(apart.own_of(outcome(0, 1, 0), 9), "x: m; y: n; z: m");
}

} // namespace
} // namespace unbracket
