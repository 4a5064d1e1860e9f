#include "unbracket/zone/data_order.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

std::string sorted_parties(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    std::vector<PartyId> parties;
    for (std::size_t at = 0; at < negotiation.parties.size(); ++at) {
        parties.emplace_back(at);
    }
    DataOrder(negotiation, appraise(negotiation)).sort(parties);
    std::string all;
    for (const PartyId party : parties) {
        all += (all.empty() ? "" : " ") + negotiation.party(party).key;
    }
    return all;
}

/// Three parties that differ in one fallback, named in the order that is given.
std::string three(const std::string& a, const std::string& b, const std::string& c) {
    const auto value = [](const std::string& key) { return key == "low" ? "10" : "30"; };
    std::string parties, ratings, fallbacks;
    for (const std::string& key : {a, b, c}) {
        parties += key + " = {}, ";
        ratings += key + " = { m = 1, n = 2 }, ";
        fallbacks += key + " = " + value(key) + ", ";
    }
    return "party = { " + parties + "}, issue.x = { option = [m, n], stance = { " + ratings +
           "} }, fallback = { " + fallbacks + "}";
}

TEST(DataOrder, OfPartiesFollowsTheirNumbersNotTheirPlaceInTheFile) {
    EXPECT_EQ(sorted_parties(three("low", "high", "top")), "low high top");
    EXPECT_EQ(sorted_parties(three("high", "low", "top")), "low high top");
    EXPECT_EQ(sorted_parties(three("high", "top", "low")), "low high top");
}

TEST(DataOrder, OfPartiesWithEqualDataIsThatOfTheFile) {
    EXPECT_EQ(sorted_parties(three("top", "high", "low")), "low top high");
}

TEST(DataOrder, TellsPartiesApartByWhateverIsEntered) {
    const auto swapped = [](const std::string& more) {
        const auto with = [&](const std::string& first, const std::string& second) {
            return sorted_parties("party = { " + first + " = {}, " + second +
                                  " = {} }, issue.x = { option = [m, n] }, " + more);
        };
        return with("alta", "bera") == with("bera", "alta");
    };
    EXPECT_FALSE(swapped("title = nothing"));
    EXPECT_TRUE(swapped("intent.bera = doubtful"));
    EXPECT_TRUE(swapped("issue.x.weight.alta = 3"));
    EXPECT_TRUE(swapped("issue.x.stance = { alta.m = 3, bera.m = 4 }"));
    EXPECT_TRUE(swapped("issue.x.stance = { alta.m = redline, bera.m = unknown }"));
    EXPECT_TRUE(swapped("agreement.required = [bera]"));
    EXPECT_TRUE(swapped("limit = [{ party = alta, never.x = m }]"));
    EXPECT_TRUE(swapped("limit = [{ party = alta, never.x = m }, { party = bera, needs.x = n }]"));
    EXPECT_TRUE(swapped("bonus = [{ party = alta, when.x = m, value = 1 }, "
                        "{ party = bera, when.x = m, value = 2 }]"));
    EXPECT_TRUE(swapped("risk = [{ party = bera, option.x = m, loss = 1 }]"));
    EXPECT_TRUE(swapped("risk = [{ party = bera, option.x = m, loss = 1 }, "
                        "{ party = alta, option.x = m, loss = 2 }]"));
    EXPECT_TRUE(swapped("draft = { d.set.x = m, e.set.x = n }, "
                        "fallback = { alta.draft = d, bera.draft = e }"));
}

TEST(DataOrder, OfBonusesFollowsTheirNumbers) {
    const Case negotiation = testing::case_of(
        "party = { alta = {}, bera = {} }, issue.x = { option = [m, n] }, "
        "intent.alta = doubtful, bonus = [{ party = alta, when.x = m, value = 1 }, "
        "{ party = bera, when.x = m, value = 5 }, { party = bera, when.x = n, value = 3 }, "
        "{ party = bera, when.x = m, value = 3 }]");
    std::vector<std::size_t> positions = {0, 1, 2, 3};
    DataOrder(negotiation, appraise(negotiation)).sort_bonuses(positions);
    // The seeking party first, then the smaller worth, then the earlier option.
    EXPECT_EQ(positions, (std::vector<std::size_t>{3, 2, 1, 0}));
}

std::string sorted_entries(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    std::vector<EntryId> entries;
    for (std::size_t at = negotiation.entries.size(); at > 0; --at) {
        entries.emplace_back(at - 1);
    }
    DataOrder(negotiation, appraise(negotiation)).sort(entries);
    std::string all;
    for (const EntryId entry : entries) {
        all += (all.empty() ? "" : " ") + negotiation.entry(entry).address;
    }
    return all;
}

TEST(DataOrder, OfEntriesGoesByKindFirst) {
    EXPECT_EQ(
        sorted_entries("party.alta = {}, "
                       "limit = [{ party = norm, never.x = m }, { party = alta, never.x = m }], "
                       "rule = [{ forbid.x = m }], issue.x = { option = [m, n], "
                       "stance.alta = { m = redline } }, fallback.alta = 1, "
                       "intent.alta = doubtful"),
        "fallback.alta issue.x.stance.alta.m rule.1 limit.2 limit.1 intent.alta");
}

TEST(DataOrder, OfRulesFollowsWhatTheySayNotTheirIds) {
    const auto rules = [](const std::string& first, const std::string& second) {
        return sorted_entries("party.alta = {}, issue.x = { option = [m, n] }, rule = [" + first +
                              ", " + second + "]");
    };
    EXPECT_EQ(rules("{ id = on-m, forbid.x = m }", "{ id = on-n, forbid.x = n }"),
              rules("{ id = on-n, forbid.x = n }", "{ id = on-m, forbid.x = m }"));
}

TEST(DataOrder, GivesEntriesThatSayTheSameOneRank) {
    const Case negotiation = testing::case_of(
        "party = { alta = {}, bera = {} }, issue.x = { option = [m, n] }, "
        "limit = [{ id = p, party = alta, never.x = n }, { id = q, party = bera, never.x = n }, "
        "{ id = r, party = alta, never.x = m }, { id = s, party = bera, never.x = m }]");
    std::vector<EntryId> entries;
    for (const char* address : {"limit.p", "limit.q", "limit.r", "limit.s"}) {
        entries.push_back(*negotiation.find_entry(address));
    }
    const std::vector<std::size_t> ranks =
        DataOrder(negotiation, appraise(negotiation)).ranks(entries);
    EXPECT_EQ(ranks, (std::vector<std::size_t>{1, 1, 0, 0}));
}

} // namespace
} // namespace unbracket
