#include "unbracket/report/bridge_json.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::shown;

struct Bridged {
    LoadedCase loaded;
    BridgesResult result;

    explicit Bridged(const std::string& text, const BridgesOptions& options = {})
        : loaded(testing::loaded_value("{ unbracket = 1, " + text + " }")),
          result(find_all_bridges(loaded, options)) {}

    Node json(const JsonOptions& options = {}) const {
        return bridge_json(loaded, result, options);
    }
};

const std::string clash =
    "party = { alta = {}, bera = {} }, issue.x = { option = [a, b], score = { "
    "alta = { a = 10, b = 0 }, bera = { a = 0, b = 10 } } }, fallback = { alta = 4, bera = 6 }";
const std::string barred =
    "party = { alta = {}, bera = {} }, issue.x = { option = [a, b], score = { "
    "alta = { a = 0, b = 5 }, bera = { a = 0, b = 5 } } }, fallback = { alta = 1, bera = 1 }, "
    "limit = [{ id = no-b, party = alta, never.x = b }]";

TEST(BridgeJson, BeginsWithTheCaseTheVerdictAndTheQuestion) {
    const Node json = Bridged(clash).json();
    EXPECT_EQ(json.members.front().key, "title");
    EXPECT_EQ(shown(json, "verdict"), "\"no_agreement\"");
    EXPECT_EQ(shown(json, "question"), "\"possible\"");
    EXPECT_EQ(shown(json, "norms_entered"), "false");
    EXPECT_EQ(shown(json, "complete"), "true");
}

TEST(BridgeJson, HoldsMovementsInPointsWithTheOutcomeTheyOpen) {
    const Node json = Bridged(clash).json();
    std::vector<std::string> bridges;
    for (const Node& bridge : json.find("bridges")->items) {
        bridges.push_back(shown(bridge));
    }
    std::sort(bridges.begin(), bridges.end());
    ASSERT_EQ(bridges.size(), 2U);
    EXPECT_EQ(bridges[0], "{moves: [{entry: \"fallback.alta\", party: \"alta\", points: 4}], "
                          "burden: {alta: 4, bera: 0}, outcome: {x: \"b\"}}");
    EXPECT_EQ(bridges[1], "{moves: [{entry: \"fallback.bera\", party: \"bera\", points: 6}], "
                          "burden: {alta: 0, bera: 6}, outcome: {x: \"a\"}}");
}

TEST(BridgeJson, SaysWhyEachListEndsAndWhatEachSetHasOfIt) {
    Bridged bridged(clash);
    EXPECT_EQ(shown(bridged.json(), "list_end"), "\"complete\"");
    EXPECT_EQ(shown(bridged.json(), "openings_end"), "\"complete\"");
    EXPECT_EQ(shown(bridged.json(), "sets"), "[{opened: [], listed: 2, end: \"complete\"}]");
    EXPECT_EQ(bridged.json().find("row_order")->items.size(), 2U);
    EXPECT_EQ(shown(Bridged(clash, {.most_bridges = 1}).json(), "list_end"), "\"full\"");
    EXPECT_EQ(shown(Bridged(clash, {.list_nodes = 0}).json(), "list_end"), "\"cut\"");
    bridged.result.list.openings_end = ListEnd::full;
    EXPECT_EQ(shown(bridged.json(), "openings_end"), "\"full\"");
    EXPECT_EQ(shown(bridged.json(), "openings_complete"), "false");
}

TEST(BridgeJson, HoldsOpenedLimitsWithTheirParty) {
    const Node json = Bridged(barred).json();
    EXPECT_EQ(shown(json.find("openings")->items.front()),
              "{moves: [{entry: \"limit.no-b\", party: \"alta\", opened: true}], "
              "burden: {alta: 0, bera: 0}, outcome: {x: \"b\"}}");
    EXPECT_EQ(shown(json, "openings_complete"), "true");
}

TEST(BridgeJson, GivesARuleNoParty) {
    const Node json =
        Bridged("party.alta = {}, issue.x = { option = [a, b], score.alta = { a = 0, b = 5 } }, "
                "fallback.alta = 1, rule = [{ id = r, forbid.x = b }]")
            .json();
    EXPECT_EQ(shown(json.find("openings")->items.front().find("moves")->items.front()),
              "{entry: \"rule.r\", party: null, opened: true}");
}

TEST(BridgeJson, SaysWhetherTheSmallestLargestIsProved) {
    Bridged bridged(clash);
    EXPECT_EQ(shown(bridged.json(), "smallest_largest.proved"), "\"optimal\"");
    EXPECT_EQ(shown(bridged.json(), "smallest_largest.burden"), "{alta: 4, bera: 0}");
    bridged.result.list.smallest_largest_is_proved = false;
    EXPECT_EQ(shown(bridged.json(), "smallest_largest.proved"), "\"cut\"");
    bridged.result.list.smallest_largest.reset();
    EXPECT_EQ(shown(bridged.json(), "smallest_largest"), "null");
}

TEST(BridgeJson, HoldsWhatEachPartyAloneWouldBearOrNull) {
    Bridged bridged(clash);
    EXPECT_EQ(shown(bridged.json(), "alone.alta.burden"), "{alta: 4, bera: 0}");
    EXPECT_EQ(shown(bridged.json(), "alone.bera.proved"), "\"optimal\"");
    bridged.result.list.alone[1].bridge.reset();
    EXPECT_EQ(shown(bridged.json(), "alone.bera"), "null");
}

TEST(BridgeJson, HoldsTotalsOnlyWhereAskedTo) {
    EXPECT_EQ(Bridged(clash).json().find("cheapest"), nullptr);
    const Node json = Bridged(clash, {.sums = PointSums::wanted}).json();
    ASSERT_EQ(json.find("cheapest")->items.size(), 1U);
    EXPECT_EQ(shown(json.find("cheapest")->items.front(), "total"), "4");
    EXPECT_EQ(shown(json.find("cheapest")->items.front(), "proved"), "\"optimal\"");
    EXPECT_EQ(shown(json, "cheapest_complete"), "true");
}

TEST(BridgeJson, HoldsEffectsByAddressBesideWhatIsEntered) {
    Bridged bridged(barred);
    const Node json = bridged.json();
    EXPECT_EQ(shown(json, "as_entered"), "{best_gain: {alta: null, bera: null}, "
                                         "smallest_gain: -1, proved: \"optimal\"}");
    EXPECT_EQ(shown(json, "effects.limit.no-b"), ""); // addresses hold dots: a key, no path
    ASSERT_EQ(json.find("effects")->members.size(), 1U);
    EXPECT_EQ(json.find("effects")->members.front().key, "limit.no-b");
    EXPECT_EQ(shown(json.find("effects")->members.front().value),
              "{best_gain: {alta: 4, bera: 4}, smallest_gain: 4, proved: \"optimal\"}");
    for (LimitEffect& effect : bridged.result.effects) {
        effect.best.front().is_proved = false;
    }
    EXPECT_EQ(shown(bridged.json(), "as_entered.proved"), "\"cut\"");
}

TEST(BridgeJson, HoldsTheStepsOfACurve) {
    EXPECT_EQ(shown(Bridged(clash).json(), "curve"), "null");
    const Node json = Bridged(clash, {.curve_of = PartyId(0)}).json();
    EXPECT_EQ(shown(json, "curve"), "{steps: [{own: -4, others: 4, outcome: {x: \"b\"}}, "
                                    "{own: 6, others: -6, outcome: {x: \"a\"}}], complete: true}");
}

TEST(BridgeJson, OfAnAgreementHoldsNoMovement) {
    const Node json =
        Bridged("party.alta = {}, issue.x = { option = [a], score.alta.a = 1 }, fallback.alta = 0")
            .json();
    EXPECT_EQ(shown(json, "verdict"), "\"agreement\"");
    EXPECT_EQ(shown(json, "bridges"), "[]");
    EXPECT_EQ(shown(json, "openings"), "[]");
    EXPECT_EQ(shown(json, "alone"), "{}");
    EXPECT_EQ(shown(json, "to_ask"), "[]");
}

TEST(BridgeJson, OfWhatDependsAsksForASureOutcomeAndNamesWhatToAsk) {
    const Node json = Bridged("party.alta = {}, issue.x = { option = [a], score.alta.a = 5 }, "
                              "fallback.alta = [0, 6]")
                          .json();
    EXPECT_EQ(shown(json, "verdict"), "\"depends\"");
    EXPECT_EQ(shown(json, "question"), "\"sure\"");
    EXPECT_EQ(shown(json, "to_ask"), "[\"fallback.alta\"]");
}

} // namespace
} // namespace unbracket
