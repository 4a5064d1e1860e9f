#include "unbracket/zone/total_range.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// What the first party may have in all.
Interval range_of(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    return total_range(negotiation, PartyId(0), appraise(negotiation).front());
}

const std::string stances = R"(party.alta = {},
    issue = {
        land = { option = [m, n], weight.alta = [1, 3], stance.alta = { m = [70, 80], n = 10 } },
        water = { option = [p, q], weight.alta = 2, stance.alta = { p = 20, q = [0, 30] } }
    })";

TEST(TotalRange, OfStancesRunsFromTheWorstMeanToTheBest) {
    // Worst options 10 and 0: (1 * 10 + 2 * 0) / 3. Best options 80 and 30: (3 * 80 + 2 * 30) / 5.
    EXPECT_EQ(range_of(stances), (Interval{Rational(10, 3), 60}));
}

TEST(TotalRange, TakesLossesOffBothEnds) {
    // n is then worth -5 to 5, which weighs most at 3: (3 * -5 + 2 * 0) / 5.
    EXPECT_EQ(range_of(stances + ", risk = [{ party = alta, option.land = n, loss = [5, 15] }]"),
              (Interval{-3, 60}));
    // m keeps 60 at most: (3 * 60 + 2 * 30) / 5.
    EXPECT_EQ(range_of(stances + ", risk = [{ party = alta, option.land = m, loss = 20 }]"),
              (Interval{Rational(10, 3), 48}));
}

TEST(TotalRange, AddsEachBonusWhereItMakesTheRangeWider) {
    const std::string bonus = ", bonus = [{ party = alta, when.land = m, value = ";
    EXPECT_EQ(range_of(stances + bonus + "[-4, 6] }]"), (Interval{Rational(-2, 3), 66}));
    EXPECT_EQ(range_of(stances + bonus + "[2, 6] }]"), (Interval{Rational(10, 3), 66}));
    EXPECT_EQ(range_of(stances + bonus + "-4 }]"), (Interval{Rational(-2, 3), 60}));
}

TEST(TotalRange, LeavesBonusesOfOthersOut) {
    const std::string others = "party.alta = {}, party.bera = {}, "
                               "issue.land = { option = [m, n], weight.alta = 1, "
                               "stance.alta = { m = 70, n = 10 } }, "
                               "bonus = [{ party = bera, when.land = m, value = 50 }]";
    EXPECT_EQ(range_of(others), (Interval{10, 70}));
}

TEST(TotalRange, OfScoresIsTheSumOfTheEnds) {
    const std::string scores = R"(party.alta = {},
        issue = {
            land = { option = [m, n], score.alta = { m = [-5, 8], n = 3 } },
            water = { option = [p, q], score.alta = { p = 1, q = [0, 2] } },
            air = { option = [r] }
        })";
    EXPECT_EQ(range_of(scores), (Interval{-5, 10}));
    // A risk on an issue without scores lowers a score of 0.
    EXPECT_EQ(range_of(scores + ", risk = [{ party = alta, option.air = r, loss = [1, 4] }]"),
              (Interval{-9, 9}));
}

TEST(TotalRange, CountsARedLineAtItsWorthAndIgnoresLimits) {
    const std::string text = "party.alta = {}, issue.land = { option = [m, n], weight.alta = 1, "
                             "stance.alta = { m = \"redline 90\", n = 40 } }";
    EXPECT_EQ(range_of(text), (Interval{40, 90}));
    EXPECT_EQ(range_of(text + ", limit = [{ party = alta, never.land = n }]"), (Interval{40, 90}));
}

TEST(TotalRange, IsTheFallbackOfAPartyThatHasNone) {
    const Case without = testing::case_of(stances);
    EXPECT_EQ(std::get<Interval>(appraise(without).front().fallback),
              (Interval{Rational(10, 3), 60}));
    EXPECT_FALSE(appraise(without).front().has_fallback_entry);
    const Case with = testing::case_of(stances + ", fallback.alta = 25");
    EXPECT_EQ(std::get<Interval>(appraise(with).front().fallback), (Interval{25, 25}));
    EXPECT_TRUE(appraise(with).front().has_fallback_entry);
}

} // namespace
} // namespace unbracket
