#include "unbracket/zone/reading.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const PartyId alta(0);
using Numbers = std::vector<Rational>;

struct Sketched {
    explicit Sketched(const std::string& text)
        : negotiation(testing::case_of(text)), appraisal(appraise(negotiation)) {}
    PartyReading favourable(const Outcome& outcome) const {
        return favourable_reading(negotiation, appraisal, alta, outcome);
    }
    PartyReading harsh(const std::vector<bool>& heavy) const {
        return harsh_reading(negotiation, appraisal, alta, heavy);
    }
    Case negotiation;
    Appraisal appraisal;
};

const std::string ranges = R"(party.alta = {}, fallback.alta = [20, 50],
    issue = {
        land = { option = [m, n], weight.alta = [1, 3], stance.alta = { m = [60, 80], n = 5 } },
        water = { option = [p, q], weight.alta = [2, 4], stance.alta = { p = [0, 10], q = unknown } },
        air = { option = [r] }
    })";

TEST(FavourableReading, TakesEveryEndThatHelps) {
    const PartyReading reading =
        Sketched(ranges).favourable({OptionId(0), OptionId(0), OptionId(0)});
    EXPECT_EQ(reading.fallback, Rational(20));
    EXPECT_EQ(reading.values[0], (Numbers{80, 5}));
    EXPECT_EQ(reading.values[1], (Numbers{10, 100}));
    EXPECT_TRUE(reading.values[2].empty());
    // Land lies above the fallback and weighs all it can, water below it and as little as it can.
    EXPECT_EQ(reading.weights, (Numbers{3, 2, 0}));
    EXPECT_TRUE(reading.red_lines.empty());
    EXPECT_FALSE(reading.refuses);
}

TEST(FavourableReading, TakesBonusesHighAndLossesLow) {
    const Sketched sketched("party = { alta = {}, bera = {} }, fallback.alta = 0, "
                            "issue.x = { option = [a, b], score.alta = { a = 1, b = [2, 3] } }, "
                            "bonus = [{ party = bera, when.x = a, value = 9 }, "
                            "{ party = alta, when.x = a, value = [-2, 5] }], "
                            "risk = [{ party = alta, option.x = b, loss = [0, 4] }]");
    const PartyReading reading = sketched.favourable({OptionId(0)});
    ASSERT_EQ(reading.bonuses.size(), 1U);
    EXPECT_EQ(reading.bonuses[0], (std::pair<std::size_t, Rational>(1, 5)));
    ASSERT_EQ(reading.losses.size(), 1U);
    EXPECT_EQ(reading.losses[0], (std::pair<std::size_t, Rational>(0, 0)));
    EXPECT_EQ(reading.weights, (Numbers{1}));
}

TEST(FavourableReading, AgainstADraftPutsTheOutcomeHighAndTheDraftLow) {
    const Sketched sketched("party.alta = {}, draft.d.set.x = b, fallback.alta = { draft = d }, "
                            "issue.x = { option = [a, b, c], weight.alta = 1, "
                            "stance.alta = { a = [10, 60], b = [20, 90], c = [0, 100] } }");
    const PartyReading reading = sketched.favourable({OptionId(0)});
    EXPECT_FALSE(reading.fallback.has_value());
    EXPECT_EQ(reading.fallback_completion, (Outcome{OptionId(1)}));
    EXPECT_EQ(reading.values[0][0], Rational(60));
    EXPECT_EQ(reading.values[0][1], Rational(20));
}

TEST(FavourableReading, AgainstADraftKeepsTheOrder) {
    // b can never be worth less than a, so both meet where they can.
    const Sketched sketched("party.alta = {}, draft.d.set.x = b, fallback.alta = { draft = d }, "
                            "issue.x = { option = [a, b, c], weight.alta = 1, "
                            "stance.alta = { a = [10, 60], b = [20, 90], c = [0, 100] }, "
                            "order.alta = \"b > a > c\" }");
    const PartyReading reading = sketched.favourable({OptionId(0)});
    EXPECT_EQ(reading.values[0][0], Rational(60));
    EXPECT_EQ(reading.values[0][1], Rational(60));
    EXPECT_LE(reading.values[0][2], Rational(60));
}

TEST(FavourableReading, TurnsBonusesAndLossesOfTheDraftRound) {
    const Sketched sketched("party.alta = {}, draft.d.set.x = b, fallback.alta = { draft = d }, "
                            "issue.x = { option = [a, b], score.alta = { a = 5, b = 5 } }, "
                            "bonus = [{ party = alta, when.x = b, value = [1, 2] }, "
                            "{ party = alta, when.x = a, value = [3, 4] }], "
                            "risk = [{ party = alta, option.x = b, loss = [0, 7] }, "
                            "{ party = alta, option.x = [a, b], loss = [2, 6] }]");
    const PartyReading reading = sketched.favourable({OptionId(0)});
    // The draft's bonus low and its loss high; what the outcome shares with it as before.
    EXPECT_EQ(reading.bonuses[0].second, Rational(1));
    EXPECT_EQ(reading.bonuses[1].second, Rational(4));
    EXPECT_EQ(reading.losses[0].second, Rational(7));
    EXPECT_EQ(reading.losses[1].second, Rational(2));
}

TEST(FavourableReadingDeathTest, NeedsAnOutcomeThatIsPossible) {
    const Sketched sketched("party.alta = {}, fallback.alta = 2, "
                            "issue.x = { option = [a], score.alta.a = 1 }");
    EXPECT_DEATH(sketched.favourable({OptionId(0)}), "an outcome the party possibly accepts");
}

TEST(HarshReading, TakesEveryEndThatHurts) {
    const PartyReading reading = Sketched(ranges).harsh({false, true, true});
    EXPECT_EQ(reading.fallback, Rational(50));
    EXPECT_EQ(reading.values[0], (Numbers{60, 5}));
    EXPECT_EQ(reading.values[1], (Numbers{0, 0}));
    EXPECT_EQ(reading.weights, (Numbers{1, 4, 0}));
    ASSERT_EQ(reading.red_lines.size(), 1U); // the unknown option
    EXPECT_EQ(reading.red_lines[0], std::pair(IssueId(1), OptionId(1)));
}

TEST(HarshReading, TakesBonusesLowAndLossesHigh) {
    const Sketched sketched("party.alta = {}, fallback.alta = 0, "
                            "issue.x = { option = [a, b], score.alta = { a = 1, b = [2, 3] } }, "
                            "bonus = [{ party = alta, when.x = a, value = [-2, 5] }], "
                            "risk = [{ party = alta, option.x = b, loss = [0, 4] }]");
    const PartyReading reading = sketched.harsh({true});
    EXPECT_EQ(reading.bonuses[0].second, Rational(-2));
    EXPECT_EQ(reading.losses[0].second, Rational(4));
}

TEST(Pinned, NarrowsEveryRangeToTheReading) {
    const Sketched sketched(ranges);
    const Appraisal exact = pinned(sketched.appraisal, {sketched.harsh({true, false, false})});
    EXPECT_EQ(exact[0].issues[0].weight, (Interval{3, 3}));
    EXPECT_EQ(exact[0].issues[0].options[0].value, (Interval{60, 60}));
    EXPECT_EQ(std::get<Interval>(exact[0].fallback), (Interval{50, 50}));
    EXPECT_TRUE(exact[0].issues[1].options[1].is_red_line);
    EXPECT_FALSE(exact[0].issues[1].options[1].is_unknown);
}

TEST(FailingReading, IsFoundWhereOneEndLeavesNothing) {
    // Alta wants m, Bera wants n, and a fallback of 60 excludes the middle for either.
    const Sketched sketched(R"(party = { alta = {}, bera = {} },
        fallback = { alta = [40, 60], bera = [40, 60] },
        issue.x = { option = [m, mid, n], weight = { alta = 1, bera = 1 },
                    stance = { alta = { m = 90, mid = 50, n = 10 },
                               bera = { m = 10, mid = 50, n = 90 } } })");
    const auto failing =
        find_failing_reading(sketched.negotiation, sketched.appraisal, {OptionId(1)});
    ASSERT_TRUE(failing.has_value());
    ASSERT_EQ(failing->size(), 2U);
    EXPECT_EQ((*failing)[0].fallback, Rational(60));
    EXPECT_EQ((*failing)[1].fallback, Rational(60));
}

TEST(FailingReading, LeansTheWeightsAgainstTheOutcomeThatWasMet) {
    // (1 * 80 + 3 * 20) / 4 stays below 50, (3 * 80 + 1 * 20) / 4 does not.
    const Sketched sketched("party.alta = {}, fallback.alta = 50, issue = { "
                            "land = { option = [m], weight.alta = [1, 3], stance.alta.m = 80 }, "
                            "water = { option = [p], weight.alta = [1, 3], stance.alta.p = 20 } }");
    const auto failing =
        find_failing_reading(sketched.negotiation, sketched.appraisal, {OptionId(0), OptionId(0)});
    ASSERT_TRUE(failing.has_value());
    EXPECT_EQ(failing->front().weights, (Numbers{1, 3}));
}

TEST(FailingReading, IsNoneWhereEveryReadingHasItsAgreement) {
    // Bera takes anything; alta likes one of the two options, whichever it turns out to be.
    const Sketched sketched(R"(party = { alta = {}, bera = {} }, fallback.alta = { draft = d },
        draft.d.set.x = [m, n],
        issue.x = { option = [m, n], weight.alta = 1, stance.alta = { m = 10, n = 90 } })");
    EXPECT_FALSE(
        find_failing_reading(sketched.negotiation, sketched.appraisal, {OptionId(1)}).has_value());
}

} // namespace
} // namespace unbracket
