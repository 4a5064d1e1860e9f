#include "unbracket/zone/burden_search.hpp"
#include "unbracket/zone/limit_effect.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

struct Effects {
    explicit Effects(const std::string& text, const ClaimOptions& options = {})
        : negotiation(testing::case_of(text)),
          all(find_limit_effects(negotiation, appraise(negotiation), Certainty::possible,
                                 options)) {}

    LimitEffect without(const std::string& address) const {
        const EntryId entry = *negotiation.find_entry(address);
        return *std::find_if(all.begin(), all.end(),
                             [&](const LimitEffect& effect) { return effect.entry == entry; });
    }

    Case negotiation;
    std::vector<LimitEffect> all;
};

/// Gains (5, 1) where nothing forbids it, else (0, 2) or (3, -1).
const std::string limited =
    "party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c], score = { "
    "alta = { a = 15, b = 10, c = 13 }, bera = { a = 11, b = 12, c = 9 } } }, "
    "fallback = { alta = 10, bera = 10 }, "
    "limit = [{ id = no-a, party = bera, never.x = a }, { id = idle, party = bera, never.x = c }]";

TEST(LimitEffect, BeginsWithWhatIsPossibleAsEntered) {
    const Effects effects(limited);
    ASSERT_EQ(effects.all.size(), 3U);
    const LimitEffect& entered = effects.all.front();
    EXPECT_FALSE(entered.entry.has_value());
    EXPECT_EQ(entered.best[0].gain, Rational(0));
    EXPECT_EQ(entered.best[1].gain, Rational(2));
    EXPECT_EQ(entered.smallest_gain, Rational(0));
}

TEST(LimitEffect, IsWhatItsAbsenceMakesPossible) {
    const LimitEffect effect = Effects(limited).without("limit.no-a");
    EXPECT_EQ(effect.best[0].gain, Rational(5));
    EXPECT_EQ(effect.best[1].gain, Rational(2));
    EXPECT_EQ(effect.smallest_gain, Rational(1));
    EXPECT_TRUE(effect.smallest_gain_is_proved);
}

TEST(LimitEffect, MayBeNone) {
    const Effects effects(limited);
    const LimitEffect effect = effects.without("limit.idle");
    EXPECT_EQ(effect.best[0].gain, effects.all.front().best[0].gain);
    EXPECT_EQ(effect.smallest_gain, Rational(0));
}

TEST(LimitEffect, ShowsTheSmallestShortfallWhereNothingIsAccepted) {
    const Effects effects("party = { alta = {}, bera = {} }, issue.x = { option = [a, b], "
                          "score = { alta = { a = 9, b = 2 }, bera = { a = 4, b = 9 } } }, "
                          "fallback = { alta = 10, bera = 10 }");
    ASSERT_EQ(effects.all.size(), 1U);
    EXPECT_FALSE(effects.all[0].best[0].gain.has_value());
    EXPECT_TRUE(effects.all[0].best[0].is_proved);
    EXPECT_EQ(effects.all[0].smallest_gain, Rational(-6));
}

TEST(LimitEffect, IsNothingWhereOtherLimitsLeaveNoOutcome) {
    const Effects effects("party.alta = {}, issue.x = { option = [a], score.alta.a = 9 }, "
                          "fallback.alta = 5, limit = [{ id = p, party = alta, never.x = a }, "
                          "{ id = q, party = alta, never.x = a }]");
    EXPECT_FALSE(effects.without("limit.p").smallest_gain.has_value());
    EXPECT_TRUE(effects.without("limit.p").smallest_gain_is_proved);
}

TEST(LimitEffect, AsksForThePartyEvenWhereItNeedNotAccept) {
    const Effects effects("party = { alta = {}, bera = {} }, agreement.required = [alta], "
                          "issue.x = { option = [a, b], score = { alta = { a = 12, b = 15 }, "
                          "bera = { a = 11, b = 2 } } }, fallback = { alta = 10, bera = 10 }");
    EXPECT_EQ(effects.all[0].best[0].gain, Rational(5));
    EXPECT_EQ(effects.all[0].best[1].gain, Rational(1));
}

TEST(LimitEffect, GivesAPartyWithoutValuesNoGain) {
    const Effects effects("party = { alta = {}, bera = {} }, issue.x = { option = [a], "
                          "score.alta.a = 14 }, fallback.alta = 10");
    const LimitEffect& entered = effects.all[0];
    EXPECT_EQ(entered.best[0].gain, Rational(4));
    EXPECT_FALSE(entered.best[1].gain.has_value());
    EXPECT_TRUE(entered.best[1].is_proved);
    EXPECT_EQ(entered.smallest_gain, Rational(4));
}

TEST(LimitEffect, HasNoSmallestGainWhereNobodyWithAGainIsNeeded) {
    for (const std::string values :
         {"", ", score.alta = { a = 3, b = 3 }", ", score.alta = { a = 14, b = 3 }"}) {
        const Effects effects("party = { alta = {}, bera = {} }, agreement.required = [bera], "
                              "issue.x = { option = [a, b]" +
                              values + " }, fallback.alta = 10");
        EXPECT_TRUE(effects.all[0].has_outcome) << values;
        EXPECT_FALSE(effects.all[0].smallest_gain.has_value()) << values;
        EXPECT_TRUE(effects.all[0].smallest_gain_is_proved) << values;
    }
}

TEST(LimitEffect, SaysWhatIsNotProvedWithinTheBudget) {
    const Effects effects(limited, {.node_budget = 0});
    EXPECT_FALSE(effects.all[0].smallest_gain_is_proved);
    EXPECT_FALSE(effects.all[0].best[0].is_proved);
}

/// Gains (0, -3), (-2, -1) and (-4, 4); without the limit also (1, 1).
const std::string apart =
    "party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c, d], score = { "
    "alta = { a = 10, b = 8, c = 6, d = 11 }, bera = { a = 7, b = 9, c = 14, d = 11 } } }, "
    "fallback = { alta = 10, bera = 10 }, limit = [{ id = no-d, party = bera, never.x = d }]";

TEST(LimitEffect, TakesTheSmallestGainAsEnteredFromTheSmallestLargestBurden) {
    const Case negotiation = testing::case_of(apart);
    const Appraisal appraisal = appraise(negotiation);
    BurdenSearch search({negotiation, appraisal}, Certainty::possible, {}, {});
    const SmallestLargest least = search.smallest_largest();
    ASSERT_TRUE(least.bridge && least.is_proved);
    const std::optional<BestGain> known = smallest_gain_behind(negotiation, *least.bridge);
    ASSERT_TRUE(known.has_value());
    EXPECT_EQ(known->gain, Rational(-2));
    const auto effects = find_limit_effects(negotiation, appraisal, Certainty::possible, {}, known);
    ASSERT_EQ(effects.size(), 2U);
    EXPECT_EQ(effects[0].smallest_gain, Rational(-2));
    EXPECT_TRUE(effects[0].smallest_gain_is_proved && effects[0].has_outcome);
    EXPECT_FALSE(effects[0].best[0].gain.has_value());
    EXPECT_EQ(effects[1].smallest_gain, Rational(1));
    EXPECT_EQ(effects[1].best[0].gain, Rational(1));
}

TEST(LimitEffect, KnowsNoSmallestGainWhereTheBurdenDoesNotTellIt) {
    const Case negotiation = testing::case_of(apart);
    const Outcome outcome = {OptionId(1)};
    const EntryId limit = *negotiation.find_entry("limit.no-d");
    EXPECT_TRUE(smallest_gain_behind(negotiation, {{}, {2, 1}, outcome}).has_value());
    EXPECT_FALSE(smallest_gain_behind(negotiation, {{limit}, {2, 1}, outcome}).has_value());
    EXPECT_FALSE(smallest_gain_behind(negotiation, {{}, {0, 0}, outcome}).has_value());
    const Case for_one = testing::case_of(apart + ", agreement.required = [bera]");
    EXPECT_FALSE(smallest_gain_behind(for_one, {{}, {2, 1}, outcome}).has_value());
}

} // namespace
} // namespace unbracket
