#include "unbracket/report/bridge_json.hpp"
#include "unbracket/report/bridge_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;
using testing::loaded_value;
using testing::shown;

std::string bridged(const std::string& text, const BridgesOptions& options = {}) {
    const LoadedCase loaded = loaded_value("{ unbracket = 1, " + text + " }");
    return bridge_text(loaded, find_all_bridges(loaded, options), {.width = 1000});
}

Node data(const std::string& text, const BridgesOptions& options = {}) {
    const LoadedCase loaded = loaded_value("{ unbracket = 1, " + text + " }");
    return bridge_json(loaded, find_all_bridges(loaded, options));
}

const PartyId alta(0);

/// Short by 6 for one or by 8 for the other; the second issue is free.
const std::string two_ways =
    "party = { alta = { name = Alta }, bera = { name = Bera } }, issue = { x = { option = [a, b], "
    "score = { alta = { a = 10, b = 2 }, bera = { a = 4, b = 12 } } }, y = { option = [only] } }, "
    "fallback = { alta = 10, bera = 10 }";

/// Both red lines have to be opened in turn, and Bera's may be one.
const std::string unknown_option =
    "party = { alta = { name = Alta }, bera = { name = Bera } }, issue.x = { option = [p, q, r], "
    "weight = { alta = 1, bera = 1 }, stance = { alta = { p = redline, q = 90, r = 90 }, "
    "bera = { p = 90, q = redline, r = unknown } } }, fallback = { alta = 50, bera = 50 }";

TEST(BridgeWords, ShowsWhatEachMovementOpensAndSaysOnceWhatAllShare) {
    const std::string text = bridged(two_ways);
    EXPECT_TRUE(holds(text, "All rows: y: only.")) << text;
    EXPECT_TRUE(holds(text, "1 x: b.\n          2 x: a.") ||
                holds(text, "1 x: a.\n          2 x: b."))
        << text;
}

TEST(BridgeWords, SaysThatOneMovementKeepsEveryPartyAtOrBelowSoMuch) {
    EXPECT_TRUE(holds(bridged(two_ways),
                      "Row 2 keeps every party at or below 6 points, each in its own "
                      "points; none keeps all below that."));
}

TEST(BridgeWords, SpeaksOfReadingsOnlyWhereThereAreSeveral) {
    EXPECT_FALSE(holds(bridged(two_ways), "reading"));
    EXPECT_TRUE(holds(bridged(unknown_option), "acceptable in every reading to all"));
}

TEST(BridgeWords, SaysWhereNoLimitIsEntered) {
    EXPECT_TRUE(holds(bridged(two_ways), "LIMITS    None are entered that could be opened."));
}

TEST(BridgeWords, ClaimsNothingThatTheBudgetLeftOpen) {
    const std::string limited = two_ways + ", limit = [{ id = l, party = bera, never.x = a }]";
    const std::string text = bridged(limited, {.search = {.node_budget = 1}});
    if (holds(text, "Not decided within the budget. ")) {
        GTEST_SKIP() << "the verdict itself takes more";
    }
    EXPECT_FALSE(holds(text, "After each of these movements")) << text;
    EXPECT_FALSE(holds(text, "No effect alone")) << text;
    EXPECT_FALSE(holds(text, "not enough")) << text;
    EXPECT_FALSE(holds(text, "no combination is")) << text;
    EXPECT_TRUE(holds(text, "No movement was found within the budget")) << text;
    EXPECT_TRUE(holds(text, "Whether these have an effect was not decided within the budget: "
                            "Bera's limit \"l\"."))
        << text;
}

TEST(BridgeWords, NamesWhatNoMovementChanges) {
    const std::string text = bridged(two_ways + ", intent.bera = refuses");
    EXPECT_TRUE(holds(text, "There is no movement after which a combination is acceptable"))
        << text;
    EXPECT_TRUE(holds(text, "No movement changes this: that Bera refuses any agreement.")) << text;
    EXPECT_TRUE(holds(text, "in the way: that Bera refuses any agreement.")) << text;
    EXPECT_FALSE(holds(text, "limits keeps")) << text;
}

TEST(BridgeWords, NamesOptionsThatMayBeRedLines) {
    const std::string text = bridged(unknown_option);
    EXPECT_TRUE(holds(text, "in the way: the limits and rules entered and options that may be red "
                            "lines, which is not known: \"r\" (x) for Bera."))
        << text;
}

TEST(BridgeWords, SaysThatBestGainsAreNotThoseOfOneCombination) {
    const std::string text =
        bridged("party = { alta = { name = Alta }, coda = { name = Coda } }, issue.x = { option = "
                "[a, b], score.alta = { a = 12, b = 14 } }, fallback.alta = 10");
    EXPECT_TRUE(holds(text, "no one combination need give several of these")) << text;
    EXPECT_TRUE(holds(text, "with no gain (-): Coda.")) << text;
    EXPECT_TRUE(holds(text, "As entered: Alta 4; Coda -; one combination gives every party "
                            "a gain of at least 4 points, none gives a larger one to all."))
        << text;
}

TEST(BridgeWords, NamesThePartyOfACurve) {
    const std::string text = bridged(two_ways, {.curve_of = alta});
    EXPECT_TRUE(holds(text, "Alta  at best, the worst-off other")) << text;
    EXPECT_TRUE(holds(text, "below 0: what is missing")) << text;
}

TEST(BridgeJson, TellsWhatNobodyCanBearAloneFromWhatWasCut) {
    const std::string blocked = two_ways + ", limit = [{ id = l, party = bera, never.x = a }]";
    EXPECT_EQ(shown(data(blocked), "alone.bera"), "null");
    const LoadedCase loaded = loaded_value("{ unbracket = 1, " + two_ways + " }");
    BridgesResult result = find_all_bridges(loaded);
    result.list.alone[0].bridge.reset();
    result.list.alone[0].is_proved = false;
    EXPECT_EQ(shown(bridge_json(loaded, result), "alone.alta"), "{proved: \"cut\"}");
    EXPECT_TRUE(holds(bridge_text(loaded, result, {.width = 1000}),
                      "- Alta: not decided within the budget."));
}

TEST(BridgeJson, GivesAPartyWithoutValuesNoGain) {
    const Node node = data("party = { alta = {}, coda = {} }, issue.x = { option = [a], "
                           "score.alta.a = 12 }, fallback.alta = 10");
    EXPECT_EQ(shown(node, "as_entered"),
              "{best_gain: {alta: 2, coda: null}, smallest_gain: 2, proved: \"optimal\"}");
}

} // namespace
} // namespace unbracket
