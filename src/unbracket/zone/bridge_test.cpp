#include "unbracket/zone/bridge.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

#include <set>

namespace unbracket {
namespace {

BridgeList bridges(const std::string& text, const BridgeOptions& options = {}) {
    const Case negotiation = testing::case_of(text);
    return find_bridges(negotiation, appraise(negotiation), Certainty::possible, options);
}

std::set<Burden> burdens(const BridgeList& list) {
    std::set<Burden> all;
    for (const Bridge& bridge : list.bridges) {
        all.insert(bridge.burden);
    }
    return all;
}

/// Burdens (0, 9), (4, 4), (7, 0), and (5, 5), which is beaten.
const std::string four_ways =
    "party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c, d], score = { "
    "alta = { a = 10, b = 6, c = 3, d = 5 }, bera = { a = 1, b = 6, c = 10, d = 5 } } }, "
    "fallback = { alta = 10, bera = 10 }";

TEST(Bridge, IsEveryBurdenThatNoOtherBeats) {
    const BridgeList list = bridges(four_ways);
    EXPECT_EQ(burdens(list), (std::set<Burden>{{0, 9}, {4, 4}, {7, 0}}));
    EXPECT_TRUE(list.is_complete);
}

TEST(Bridge, KeepsTheLargestBurdenSmall) {
    const BridgeList list = bridges(four_ways);
    ASSERT_TRUE(list.smallest_largest.has_value());
    EXPECT_EQ(list.smallest_largest->burden, (Burden{4, 4}));
    EXPECT_TRUE(list.smallest_largest_is_proved);
}

TEST(Bridge, OfOnePartyAloneLeavesAllOthersWhereTheyAre) {
    const BridgeList list = bridges(four_ways);
    ASSERT_EQ(list.alone.size(), 2U);
    EXPECT_EQ(list.alone[0].bridge->burden, (Burden{7, 0}));
    EXPECT_EQ(list.alone[1].bridge->burden, (Burden{0, 9}));
}

TEST(Bridge, OfOnePartyAloneMayBeNone) {
    const BridgeList list =
        bridges("party = { alta = {}, bera = {} }, issue.x = { option = [a], score = { "
                "alta.a = 1, bera.a = 1 } }, fallback = { alta = 2, bera = 2 }");
    EXPECT_FALSE(list.alone[0].bridge.has_value());
    EXPECT_TRUE(list.alone[0].is_proved);
    EXPECT_EQ(burdens(list), (std::set<Burden>{{1, 1}}));
}

TEST(Bridge, OpensLimitsWherePointsAreNotEnough) {
    const std::string text = "party = { alta = {}, bera = {} }, issue.x = { option = [a, b], "
                             "score = { alta = { a = \"redline\", b = 9 }, "
                             "bera = { a = 9, b = \"redline\" } } }, "
                             "fallback = { alta = 5, bera = 5 }";
    const BridgeList list = bridges(text);
    EXPECT_TRUE(list.is_complete && list.openings_are_complete);
    ASSERT_EQ(list.bridges.size(), 2U);
    EXPECT_TRUE(list.alone.empty());
    // A red line that says nothing else is worth 0 to its party once it is open.
    EXPECT_EQ(burdens(list), (std::set<Burden>{{5, 0}, {0, 5}}));
    EXPECT_TRUE(list.openings.empty());
}

TEST(Bridge, ListsOpeningsWithoutPointsApart) {
    const BridgeList list =
        bridges("party = { alta = {}, bera = {} }, issue.x = { option = [a, b], score = { "
                "alta = { a = 9, b = 4 }, bera = { a = 9, b = 9 } } }, "
                "rule = [{ id = plan, forbid.x = a }], fallback = { alta = 5, bera = 5 }");
    EXPECT_EQ(burdens(list), (std::set<Burden>{{1, 0}}));
    ASSERT_EQ(list.openings.size(), 1U);
    EXPECT_EQ(list.openings[0].entries.size(), 1U);
    EXPECT_EQ(list.openings[0].outcome, (Outcome{OptionId(0)}));
    EXPECT_TRUE(list.openings_are_complete);
}

TEST(Bridge, NeverOpensNormsNorRefusals) {
    const std::string base = "party = { alta = {}, bera = {} }, issue.x = { option = [a], "
                             "score = { alta.a = 9, bera.a = 9 } }, "
                             "fallback = { alta = 5, bera = 5 }";
    for (const char* more :
         {", limit = [{ party = norm, never.x = a }]", ", intent.bera = refuses"}) {
        const BridgeList list = bridges(base + more);
        EXPECT_TRUE(list.bridges.empty() && list.openings.empty()) << more;
        EXPECT_TRUE(list.is_complete && list.openings_are_complete) << more;
    }
}

TEST(Bridge, HasNothingInItWhereAnOutcomeIsAccepted) {
    const BridgeList list =
        bridges("party.alta = {}, issue.x = { option = [a], score.alta.a = 9 }, "
                "fallback.alta = 5");
    ASSERT_EQ(list.bridges.size(), 1U);
    EXPECT_TRUE(list.bridges[0].opened.empty());
    EXPECT_EQ(list.bridges[0].burden, Burden{0});
}

TEST(Bridge, ListsAsManyAsAskedForAndSaysSo) {
    const BridgeList list = bridges(four_ways, {.most_bridges = 2});
    EXPECT_EQ(list.bridges.size(), 2U);
    EXPECT_FALSE(list.is_complete);
    EXPECT_EQ(list.smallest_largest->burden, (Burden{4, 4}));
}

TEST(Bridge, HasWhatEachAloneAndTheSmallestLargestWouldBearWhateverTheListMayCost) {
    const BridgeList list = bridges(four_ways, {.list_nodes = 0});
    EXPECT_EQ(burdens(list), (std::set<Burden>{{0, 9}, {4, 4}, {7, 0}}));
    EXPECT_FALSE(list.is_complete); // as nobody looked for more
    EXPECT_TRUE(list.smallest_largest_is_proved);
    EXPECT_TRUE(list.alone[0].is_proved && list.alone[1].is_proved);
}

TEST(Bridge, AsksOnlyThoseTheAgreementRuleNeeds) {
    const BridgeList list =
        bridges("party = { alta = {}, bera = {}, coda = {} }, agreement = { required = [alta], "
                "at_least = 2 }, issue.x = { option = [a], score = { alta.a = 9, bera.a = 3, "
                "coda.a = 6 } }, fallback = { alta = 5, bera = 10, coda = 10 }");
    EXPECT_EQ(burdens(list), (std::set<Burden>{{0, 7, 0}, {0, 0, 4}}));
}

TEST(OpenableEntries, AreRedLinesLimitsAndRules) {
    const Case negotiation = testing::case_of(
        "party = { alta = {}, bera = {} }, issue.x = { option = [a, b], score = { "
        "alta = { a = \"redline\", b = 1 }, bera = { a = 1, b = 1 } } }, "
        "rule = [{ id = plan, forbid.x = a }], intent.bera = doubtful, "
        "limit = [{ id = never, party = bera, never.x = b }, "
        "{ id = law, party = norm, never.x = a }], fallback = { alta = 0, bera = 0 }");
    std::set<std::string> found;
    for (const EntryId entry : openable_entries(negotiation, appraise(negotiation))) {
        found.insert(negotiation.entry(entry).address);
    }
    EXPECT_EQ(found, (std::set<std::string>{"issue.x.score.alta.a", "rule.plan", "limit.never"}));
}

} // namespace
} // namespace unbracket
