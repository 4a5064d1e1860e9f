#include "unbracket/frontier/zone_front.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace unbracket {
namespace {

CentralCase central_of(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    return central_case(negotiation, appraise(negotiation));
}

/// Three parties that gain (1, 4, 4), (2, 3, 3) and (3, 2, 2) by p, q and r, and one more by s.
std::string three_of(const std::string& rest, const std::string& bera = "", bool has_s = true) {
    const std::string option = has_s ? "p, q, r, s" : "p, q, r";
    return "party = { alta = {}, bera = {}, coda = {} }, issue.x = { option = [" + option +
           "], score = { alta = { p = 1, q = 2, r = 3" + (has_s ? ", s = 0" : "") +
           " }, bera = { p = 4, q = 3, " + (bera.empty() ? "r = 2" : bera) +
           (has_s ? ", s = 9" : "") + " }, coda = { p = 4, q = 3, r = 2" +
           (has_s ? ", s = 9" : "") + " } } }, fallback = { alta = 1, bera = 0, coda = 0 }, " +
           rest;
}

using GainRows = std::vector<std::vector<Rational>>;

/// Gains of alta, bera and coda.
GainRows gains(const ZoneFront& zone) {
    GainRows all;
    for (const EfficientPoint& point : zone.frontier.points) {
        std::vector<Rational> own(3);
        for (std::size_t at = 0; at < 3; ++at) {
            const GainColumn& column = zone.table.columns[at];
            own[as_index(column.party)] = zone.table.gain(at, point.totals);
        }
        all.push_back(own);
    }
    std::sort(all.begin(), all.end());
    return all;
}

TEST(ZoneFront, IsThatOfTheTableWhereNobodyHasALimitOrAllAreNeeded) {
    EXPECT_FALSE(zone_front(central_of(three_of("agreement.required = [alta]")), {}));
    EXPECT_FALSE(zone_front(central_of(three_of("limit = [{ party = bera, never.x = r }]")), {}));
    EXPECT_FALSE(zone_front(central_of(three_of("agreement = { required = [alta], at_least = 3 }, "
                                                "limit = [{ party = bera, never.x = r }]")),
                            {}));
    EXPECT_FALSE(zone_front(central_of(three_of("agreement = { required = [bera], at_least = 1 }, "
                                                "limit = [{ party = bera, never.x = r }]")),
                            {}));
}

TEST(ZoneFront, HoldsWhatBreaksALimitOfAPartyThatIsNotNeeded) {
    const auto zone =
        zone_front(central_of(three_of("agreement.required = [alta, coda], limit = [{ "
                                       "party = bera, never.x = [q, r] }]")),
                   {});
    ASSERT_TRUE(zone);
    EXPECT_EQ(zone->frontier.end, FrontierEnd::complete);
    EXPECT_TRUE(zone->frontier.is_counted);
    EXPECT_EQ(gains(*zone), (GainRows{{0, 4, 4}, {1, 3, 3}, {2, 2, 2}}));
}

TEST(ZoneFront, LeavesOutWhatTooFewAcceptThoughTheyGain) {
    // Two have to accept: by r bera's red line is crossed and coda gains; by q both are content.
    const auto zone = zone_front(
        central_of(three_of("agreement = { required = [alta], at_least = 2 }, limit = [{ "
                            "party = coda, never.x = [r] }]",
                            "r = \"redline\"")),
        {});
    ASSERT_TRUE(zone);
    EXPECT_EQ(gains(*zone), (GainRows{{0, 4, 4}, {1, 3, 3}}));
}

TEST(ZoneFront, SaysSoWhereOutcomesOfTwoPiecesMayBeTheSame) {
    const std::string one_of_two =
        "agreement = { required = [alta], at_least = 2 }, limit = [{ party = bera, never.x = r }, "
        "{ party = coda, never.x = s }], issue.y = { option = [k, l], score.alta = { k = 0, l = 0 "
        "} "
        "}";
    const auto zone = zone_front(central_of(three_of(one_of_two)), {});
    ASSERT_TRUE(zone);
    EXPECT_EQ(gains(*zone), (GainRows{{0, 4, 4}, {1, 3, 3}, {2, 2, 2}}));
    EXPECT_FALSE(zone->frontier.is_counted);
    for (const EfficientPoint& point : zone->frontier.points) {
        EXPECT_EQ(point.outcomes, 2U);
    }
}

TEST(ZoneFront, CountsASingleOutcomeOfTwoPiecesOnce) {
    const auto zone = zone_front(
        central_of(three_of("agreement = { required = [alta], at_least = 2 }, limit = [{ party = "
                            "bera, never.x = r }, { party = coda, never.x = s }]")),
        {});
    ASSERT_TRUE(zone);
    EXPECT_TRUE(zone->frontier.is_counted);
    EXPECT_EQ(zone->frontier.points.front().outcomes, 1U);
}

TEST(ZoneFront, TakesNoLimitFromAPartyThatRefusesEverything) {
    const auto zone =
        zone_front(central_of(three_of("agreement.required = [alta, coda], intent.bera = refuses, "
                                       "limit = [{ party = bera, never.x = [p, q, r, s] }]")),
                   {});
    ASSERT_TRUE(zone);
    EXPECT_EQ(gains(*zone).size(), 3U);
}

TEST(ZoneFront, IsEmptyWhereARequiredPartyRefuses) {
    const auto zone =
        zone_front(central_of(three_of("agreement.required = [alta, coda], intent.alta = refuses, "
                                       "limit = [{ party = bera, never.x = p }]")),
                   {});
    ASSERT_TRUE(zone);
    EXPECT_EQ(zone->frontier.end, FrontierEnd::complete);
    EXPECT_EQ(zone->frontier.size, 0U);
}

TEST(ZoneFront, OfPartiesWithoutValuesLooksAtTheirLimits) {
    // Whoever has neither scores nor stances accepts what breaks nothing of its own.
    const std::string text =
        "party = { alta = {}, bera = {}, coda = {} }, issue.x = { option = [p, q], score.alta = { "
        "p "
        "= 1, q = 2 } }, fallback.alta = 0, agreement = { required = [alta], at_least = 2 }, ";
    const auto one = zone_front(
        central_of(text + "limit = [{ party = bera, never.x = q }, { party = coda, never.x = p }]"),
        {});
    ASSERT_TRUE(one);
    ASSERT_EQ(one->frontier.size, 1U);
    EXPECT_EQ(one->frontier.points[0].choice, RowChoice{1});
    const auto none = zone_front(
        central_of(text + "limit = [{ party = bera, never.x = q }, { party = coda, never.x = q }]"),
        {});
    ASSERT_TRUE(none);
    ASSERT_EQ(none->frontier.size, 1U);
    EXPECT_EQ(none->frontier.points[0].choice, RowChoice{0});
}

TEST(ZoneFront, ListsAsManyAsAskedForAndCountsAll) {
    const auto zone =
        zone_front(central_of(three_of("agreement.required = [alta, coda], limit = [{ "
                                       "party = bera, never.x = [q, r] }]")),
                   {.most_listed = 2});
    ASSERT_TRUE(zone);
    EXPECT_EQ(zone->frontier.size, 3U);
    EXPECT_EQ(zone->frontier.points.size(), 2U);
}

TEST(ZoneFront, ClaimsNothingWhereItWasStopped) {
    CancelFlag cancel;
    cancel.raise();
    const auto zone =
        zone_front(central_of(three_of("agreement.required = [alta, coda], limit = [{ "
                                       "party = bera, never.x = [q, r] }]")),
                   {.cancel = &cancel});
    ASSERT_TRUE(zone);
    EXPECT_EQ(zone->frontier.end, FrontierEnd::cut);
    EXPECT_TRUE(zone->frontier.points.empty());
}

TEST(ZoneFront, SaysWhereTheWaysToChooseWhoseLimitsHoldAreTooMany) {
    std::string parties, scores, fallbacks, limits;
    for (int at = 0; at < 12; ++at) {
        const std::string key = "p" + std::to_string(at);
        parties += (at > 0 ? ", " : "") + key + " = {}";
        scores += (at > 0 ? ", " : "") + key + " = { a = 1, b = 2 }";
        fallbacks += (at > 0 ? ", " : "") + key + " = 0";
        limits += (at > 0 ? ", " : "") + std::string("{ party = ") + key + ", never.x = b }";
    }
    const auto among = [&](int at_least) {
        return central_of("party = { " + parties + " }, issue.x = { option = [a, b], score = { " +
                          scores + " } }, fallback = { " + fallbacks + " }, limit = [" + limits +
                          "], agreement = { required = [], at_least = " + std::to_string(at_least) +
                          " }");
    };
    EXPECT_TRUE(is_zone_whole(among(2)));
    EXPECT_TRUE(zone_front(among(2), {}));
    EXPECT_FALSE(is_zone_whole(among(6)));
    EXPECT_FALSE(zone_front(among(6), {}));
}

} // namespace
} // namespace unbracket
