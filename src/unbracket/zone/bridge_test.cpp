#include "unbracket/zone/bridge.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>

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
    EXPECT_TRUE(list.is_complete());
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
    EXPECT_TRUE(list.is_complete() && list.openings_are_complete());
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
    EXPECT_TRUE(list.openings_are_complete());
}

TEST(Bridge, NeverOpensNormsNorRefusals) {
    const std::string base = "party = { alta = {}, bera = {} }, issue.x = { option = [a], "
                             "score = { alta.a = 9, bera.a = 9 } }, "
                             "fallback = { alta = 5, bera = 5 }";
    for (const char* more :
         {", limit = [{ party = norm, never.x = a }]", ", intent.bera = refuses"}) {
        const BridgeList list = bridges(base + more);
        EXPECT_TRUE(list.bridges.empty() && list.openings.empty()) << more;
        EXPECT_TRUE(list.is_complete() && list.openings_are_complete()) << more;
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
    EXPECT_EQ(list.end, ListEnd::full);
    EXPECT_EQ(list.smallest_largest->burden, (Burden{4, 4}));
}

/// Two red lines, one of which has to be opened, and a movement for each of five options then.
std::string two_red_lines(bool alta_is_first) {
    const std::string alta = "alta = { a = \"redline\", b = 0 }",
                      bera = "bera = { a = 0, b = \"redline\" }";
    return "party = { alta = {}, bera = {}, coda = {} }, issue = { x = { option = [a, b], score = "
           "{ " +
           (alta_is_first ? alta + ", " + bera : bera + ", " + alta) +
           " } }, y = { option = [c, d, e, f, g], score = { "
           "alta = { c = 0, d = 1, e = 2, f = 3, g = 5 }, "
           "bera = { c = 9, d = 7, e = 5, f = 3, g = 1 }, "
           "coda = { c = 4, d = 4, e = 4, f = 4, g = 4 } } } }, "
           "fallback = { alta = 10, bera = 10, coda = 5 }";
}

TEST(Bridge, SharesItsPlacesOutAmongTheSetsOfLimits) {
    const BridgeList list = bridges(two_red_lines(true), {.most_bridges = 4});
    ASSERT_EQ(list.sets.size(), 2U);
    EXPECT_EQ(list.sets[0].listed, 2U);
    EXPECT_EQ(list.sets[1].listed, 2U);
    EXPECT_EQ(list.sets[0].end, ListEnd::full);
    EXPECT_EQ(list.end, ListEnd::full);
    EXPECT_EQ(list.bridges[1].opened, list.sets[0].entries);
    EXPECT_EQ(list.bridges[2].opened, list.sets[1].entries);
}

TEST(Bridge, GivesPlacesThatASetLeavesToTheNext) {
    const BridgeList list = bridges(two_red_lines(true), {.most_bridges = 9});
    EXPECT_EQ(list.bridges.size(), 9U);
    EXPECT_EQ(list.sets[0].listed + list.sets[1].listed, 9U);
    EXPECT_EQ(std::max(list.sets[0].listed, list.sets[1].listed), 5U);
    const BridgeList whole = bridges(two_red_lines(true), {.most_bridges = 12});
    EXPECT_EQ(whole.bridges.size(), 10U);
    EXPECT_EQ(whole.end, ListEnd::complete);
    EXPECT_TRUE(whole.sets[0].end == ListEnd::complete && whole.sets[1].end == ListEnd::complete);
}

TEST(Bridge, HasAPlaceForTheSmallestLargestBurden) {
    for (std::size_t places = 1; places < 4; ++places) {
        const BridgeList list = bridges(two_red_lines(true), {.most_bridges = places});
        ASSERT_EQ(list.bridges.size(), places);
        EXPECT_TRUE(std::any_of(list.bridges.begin(), list.bridges.end(), [&](const Bridge& row) {
            return row.opened == list.smallest_largest->opened &&
                   row.burden == list.smallest_largest->burden;
        })) << places;
    }
}

/// What rows open and ask, by address.
std::set<std::pair<std::vector<std::string>, Burden>> rows_of(const std::string& text,
                                                              std::size_t places) {
    const Case negotiation = testing::case_of(text);
    const BridgeList list = find_bridges(negotiation, appraise(negotiation), Certainty::possible,
                                         {.most_bridges = places});
    std::set<std::pair<std::vector<std::string>, Burden>> rows;
    for (const Bridge& row : list.bridges) {
        std::vector<std::string> opened;
        for (const EntryId entry : row.opened) {
            opened.push_back(negotiation.entry(entry).address);
        }
        rows.emplace(std::move(opened), row.burden);
    }
    return rows;
}

TEST(Bridge, ListsTheSameWhoeverComesFirstInTheFile) {
    for (std::size_t places = 1; places <= 10; ++places) {
        EXPECT_EQ(rows_of(two_red_lines(true), places), rows_of(two_red_lines(false), places))
            << places;
    }
}

TEST(Bridge, SaysThatTheSetsAreAsManyAsMayBe) {
    std::string text = "party = { alta = {}, bera = {} }, fallback = { alta = 0, bera = 0 }";
    for (std::size_t issue = 0; issue < 10; ++issue) {
        text += ", issue.x" + std::to_string(issue) +
                " = { option = [a, b], score = { alta = { a = \"redline\", b = 1 }, "
                "bera = { a = 1, b = \"redline\" } } }";
    }
    const BridgeList list = bridges(text); // 1,024 sets
    EXPECT_EQ(list.openings.size(), most_opened_sets);
    EXPECT_EQ(list.openings_end, ListEnd::full);
    EXPECT_EQ(list.bridges.size(), 24U);
    EXPECT_EQ(list.end, ListEnd::full);
}

TEST(Bridge, HasWhatEachAloneAndTheSmallestLargestWouldBearWhateverTheListMayCost) {
    const BridgeList list = bridges(four_ways, {.list_nodes = 0});
    EXPECT_EQ(burdens(list), (std::set<Burden>{{0, 9}, {4, 4}, {7, 0}}));
    EXPECT_EQ(list.end, ListEnd::cut); // as nobody looked for more
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
