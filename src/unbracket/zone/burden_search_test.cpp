#include "unbracket/zone/burden_search.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

/// Burdens (0, 9), (4, 4), (7, 0), and (5, 5), which is beaten.
const std::string four_ways =
    "party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c, d], score = { "
    "alta = { a = 10, b = 6, c = 3, d = 5 }, bera = { a = 1, b = 6, c = 10, d = 5 } } }, "
    "fallback = { alta = 10, bera = 10 }";

/// A search that keeps what it is about.
struct Asked {
    explicit Asked(const std::string& text, const std::string& opened = "",
                   const ClaimOptions& options = {}, Certainty certainty = Certainty::possible)
        : negotiation(testing::case_of(text)), appraisal(appraise(negotiation)),
          search({negotiation, appraisal}, certainty, entries(opened), options) {}

    std::vector<EntryId> entries(const std::string& address) const {
        return address.empty() ? std::vector<EntryId>{}
                               : std::vector<EntryId>{*negotiation.find_entry(address)};
    }

    Case negotiation;
    Appraisal appraisal;
    BurdenSearch search;
};

std::vector<Burden> burdens(const BurdenList& list) {
    std::vector<Burden> all;
    for (const Bridge& bridge : list.bridges) {
        all.push_back(bridge.burden);
    }
    return all;
}

TEST(BurdenSearch, FindsEachBurdenThatNoOtherBeatsOnce) {
    Asked asked(four_ways);
    const BurdenList list = asked.search.all(100);
    EXPECT_EQ(list.end, ListEnd::complete);
    EXPECT_EQ(list.bridges.size(), 3U);
    for (const Burden& expected : {Burden{0, 9}, Burden{4, 4}, Burden{7, 0}}) {
        const std::vector<Burden> found = burdens(list);
        EXPECT_EQ(std::count(found.begin(), found.end(), expected), 1);
    }
}

TEST(BurdenSearch, ShowsTheOutcomeThatCostsTheBurden) {
    Asked asked(four_ways);
    const SmallestLargest least = asked.search.smallest_largest();
    ASSERT_TRUE(least.bridge.has_value());
    EXPECT_EQ(least.bridge->burden, (Burden{4, 4}));
    EXPECT_EQ(least.bridge->outcome, (Outcome{OptionId(1)}));
    EXPECT_TRUE(least.is_proved);
}

TEST(BurdenSearch, TellsNotedBurdensWithTheOthersAndNotTwice) {
    Asked asked(four_ways);
    const Bridge known{{}, {4, 4}, {OptionId(1)}};
    asked.search.note(known);
    asked.search.note(known);
    const BurdenList list = asked.search.all(100);
    EXPECT_EQ(list.end, ListEnd::complete);
    EXPECT_EQ(list.bridges.size(), 3U);
}

TEST(BurdenSearch, ListsAsManyAsAskedForAndSaysSo) {
    Asked asked(four_ways);
    const BurdenList list = asked.search.all(1);
    EXPECT_EQ(list.bridges.size(), 1U);
    EXPECT_EQ(list.end, ListEnd::full);
}

TEST(BurdenSearch, GoesOnWhereItEnded) {
    Asked asked(four_ways);
    EXPECT_EQ(asked.search.all(1).end, ListEnd::full);
    EXPECT_EQ(asked.search.all(2, 0).end, ListEnd::cut);
    const BurdenList whole = asked.search.all(100);
    EXPECT_EQ(whole.end, ListEnd::complete);
    EXPECT_EQ(burdens(whole), burdens(Asked(four_ways).search.all(100)));
}

TEST(BurdenSearch, ListsWhatIsNotedWhereNothingIsLeftToSpend) {
    Asked asked(four_ways);
    asked.search.note({{}, {4, 4}, {OptionId(1)}});
    const BurdenList spent = asked.search.all(100, 0);
    EXPECT_EQ(burdens(spent), (std::vector<Burden>{{4, 4}}));
    EXPECT_EQ(spent.end, ListEnd::cut);
}

TEST(BurdenSearch, OfOnePartyMovesNobodyElse) {
    Asked asked(four_ways);
    EXPECT_EQ(asked.search.alone(PartyId(0)).bridge->burden, (Burden{7, 0}));
    EXPECT_EQ(asked.search.alone(PartyId(1)).bridge->burden, (Burden{0, 9}));
}

TEST(BurdenSearch, NeedsWhatIsOpenedWhereLimitsLeaveNothing) {
    const std::string text = four_ways + ", limit = [{ id = only-d, party = alta, needs.x = d }, "
                                         "{ id = no-d, party = bera, never.x = d }]";
    Asked closed(text);
    EXPECT_FALSE(closed.search.smallest_largest().bridge.has_value());
    EXPECT_TRUE(closed.search.all(9).bridges.empty());
    Asked open(text, "limit.no-d");
    const BurdenList list = open.search.all(9);
    EXPECT_EQ(burdens(list), (std::vector<Burden>{{5, 5}}));
    EXPECT_EQ(list.bridges[0].opened, open.entries("limit.no-d"));
}

TEST(BurdenSearch, AsksNothingOfThoseWhoNeedNotAccept) {
    Asked asked("party = { alta = {}, bera = {} }, agreement.required = [alta], issue.x = { "
                "option = [a], score = { alta.a = 8, bera.a = 1 } }, "
                "fallback = { alta = 10, bera = 10 }");
    EXPECT_EQ(burdens(asked.search.all(9)), (std::vector<Burden>{{2, 0}}));
}

TEST(BurdenSearch, ComparesWithEachContentThatAFallbackDraftMayHave) {
    // m loses 4 against n and has the bonus of 2 or more; n lacks one of 20 or less and gains 4.
    Asked asked("party = { alta = {}, bera = {} }, issue.x = { option = [m, n], score = { "
                "alta = { m = 5, n = 9 }, bera = { m = 0, n = 10 } } }, "
                "draft.d.set.x = unknown, fallback = { alta.draft = d, bera = 10 }, "
                "bonus = [{ party = alta, when.x = m, value = [2, 20] }]",
                "", {}, Certainty::sure);
    const BurdenList list = asked.search.all(100);
    EXPECT_EQ(list.end, ListEnd::complete);
    EXPECT_EQ(burdens(list), (std::vector<Burden>{{16, 0}, {2, 10}}));
}

TEST(BurdenSearch, IsCutByItsBudgetWithoutClaimingMore) {
    Asked asked(four_ways, "", {.node_budget = 0});
    EXPECT_EQ(asked.search.all(9).end, ListEnd::cut);
    const SmallestLargest least = asked.search.smallest_largest();
    EXPECT_FALSE(least.is_proved);
}

} // namespace
} // namespace unbracket
