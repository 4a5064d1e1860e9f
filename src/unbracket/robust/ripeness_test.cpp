#include "unbracket/robust/ripeness.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const PartyId alta(0), bera(1);
constexpr Date day{2027, 5, 1};

/// Gains (5, -3), (1, 2), (-4, 8).
const std::string three_ways =
    "party = { alta = { role = signatory }, bera = { role = signatory }, coda = {} }, "
    "issue.x = { option = [a, b, c], score = { "
    "alta = { a = 15, b = 11, c = 6 }, bera = { a = 7, b = 12, c = 18 } } }, "
    "fallback = { alta = 10, bera = 10 }";

std::vector<PartyStand> stands(const std::string& text, const Date& date = day) {
    return find_stands(testing::case_of(three_ways + text, date), date);
}

Interval range_of(const BestAgreement& best) {
    return {best.sure.value_or(-99), best.possible.value_or(-99)};
}

TEST(Ripeness, IsTheBestAgreementThatTheOthersAccept) {
    const std::vector<PartyStand> both = stands("");
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0].party, alta);
    EXPECT_EQ(range_of(both[0].best), single(1));
    EXPECT_EQ(range_of(both[1].best), single(2));
    EXPECT_EQ(std::get<Interval>(both[0].fallback), single(10));
    EXPECT_TRUE(both[0].is_entered);
    EXPECT_FALSE(both[0].best_with_levers.has_value());
}

TEST(Ripeness, GoesFromWhatIsSureToWhatIsPossible) {
    const std::vector<PartyStand> both = stands(", bonus = [{ party = bera, when.x = a, "
                                                "value = [0, 3] }]");
    EXPECT_EQ(range_of(both[0].best), (Interval{1, 5}));
}

TEST(Ripeness, FallsBelowNothingWhereNoAgreementIsWorthAsMuch) {
    const std::vector<PartyStand> both = stands(", limit = [{ party = bera, never.x = [a, b] }]");
    EXPECT_EQ(range_of(both[0].best), single(-4));
}

TEST(Ripeness, SaysWhoseReadingsMayOnlyComeNear) {
    const auto judged = [](const std::string& judgement) {
        return stands(", draft.d = { set.x = b }, said = [{ id = s, who = w, speaks_for = alta, "
                      "attribution = official, claim = c, judgement.alta = \"" +
                      judgement + "\" }], bonus = [{ party = alta, when.x = b, value = [-9, 9] }]");
    };
    const std::vector<PartyStand> rejecting = judged("rejects d");
    ASSERT_EQ(rejecting.size(), 2U);
    EXPECT_TRUE(rejecting[0].excludes_equality);
    EXPECT_FALSE(rejecting[1].excludes_equality);
    EXPECT_FALSE(judged("accepts d")[0].excludes_equality);
}

TEST(Ripeness, HasNoAgreementWhereTheOthersAcceptNone) {
    const std::vector<PartyStand> both =
        stands(", limit = [{ party = bera, never.x = [a, b, c] }]");
    EXPECT_FALSE(both[0].best.sure.has_value());
    EXPECT_FALSE(both[0].best.possible.has_value());
    EXPECT_TRUE(both[0].best.is_proved);
}

TEST(Ripeness, OfAPartyThatNeedNotAcceptIsThatOfAgreementsWithIt) {
    const std::vector<PartyStand> both = stands(", agreement.required = [bera]");
    EXPECT_EQ(range_of(both[0].best), single(1));
    EXPECT_EQ(range_of(both[1].best), single(8));
}

TEST(Levers, MoveBothTheirPartyAndWhatTheOthersAccept) {
    const std::vector<PartyStand> both =
        stands(", driver = [{ on = bera, moves = { \"fallback.bera\" = [-4, -3] } }]");
    EXPECT_EQ(range_of(both[0].best), single(1)) << "as entered";
    EXPECT_EQ(range_of(*both[0].best_with_levers), single(5)) << "bera would accept a as well";
    EXPECT_EQ(both[0].moved_by, single(0));
    EXPECT_EQ(both[1].moved_by, (Interval{-4, -3}));
    EXPECT_EQ(range_of(*both[1].best_with_levers), (Interval{5, 6}));
}

TEST(Levers, WorkBetweenNotAndFullyUntilTheyAreInFullForce) {
    const std::string ban = ", driver = [{ id = ban, on = alta, from = 2027-04-01, "
                            "full = 2027-06-01, moves = { \"fallback.alta\" = -6 } }]";
    EXPECT_TRUE(stands(ban, {2027, 3, 31})[0].levers.empty());
    EXPECT_EQ(stands(ban)[0].moved_by, (Interval{-6, 0}));
    EXPECT_EQ(stands(ban, {2027, 6, 1})[0].moved_by, single(-6));
    EXPECT_EQ(range_of(*stands(ban)[0].best_with_levers), (Interval{1, 7}));
}

TEST(Levers, WithoutASizeAreNamedAndMoveNothing) {
    const std::vector<PartyStand> both =
        stands(", driver = [{ id = cost, title = Costs, on = alta, by = bera, through = coda, "
               "direction = lowers, size = \"a tenth\" }, { on = coda, direction = raises }]");
    EXPECT_EQ(both[0].levers, (std::vector<LeverInForce>{{"cost", "Costs", bera, PartyId(2),
                                                          "lowers", "a tenth", std::nullopt}}));
    EXPECT_FALSE(both[0].best_with_levers.has_value());
    EXPECT_TRUE(both[1].levers.empty());
    EXPECT_TRUE(both[0].has_same_figures(stands("")[0]));
    EXPECT_NE(both[0].levers, stands("")[0].levers);
}

TEST(Levers, OnAnEntryThatIsNoFallbackHaveNoPointsHere) {
    const auto levers = stands(", driver = [{ on = alta, moves = { \"issue.x.score.alta.a\" = 2 "
                               "} }]")[0]
                            .levers;
    ASSERT_EQ(levers.size(), 1U);
    EXPECT_FALSE(levers[0].points.has_value());
}

TEST(Ripeness, SaysWhatADraftIsWorthByItsId) {
    const std::vector<PartyStand> both =
        stands(", draft.d.set.x = b, change = [{ date = 2027-01-01, "
               "set = { \"fallback.alta\" = { draft = d, trend = falling } } }]");
    EXPECT_EQ(std::get<std::string>(both[0].fallback), "d");
    EXPECT_EQ(both[0].entered_trend, Trend::falling);
    EXPECT_EQ(range_of(both[0].best), single(0));
}

TEST(Ripeness, TellsThatTheBudgetRanOut) {
    const auto cut = find_stands(testing::case_of(three_ways), day, {.node_budget = 0});
    EXPECT_FALSE(cut[0].best.is_proved);
}

} // namespace
} // namespace unbracket
