#include "unbracket/zone/party_sets.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace unbracket {
namespace {

/// So many parties of which these are required, and at least so many in all.
Case council(int parties, const std::string& required, int at_least) {
    std::string names, scores, fallbacks;
    for (int at = 0; at < parties; ++at) {
        const std::string id = "p" + std::to_string(at);
        names += id + " = {}, ";
        scores += id + ".a = " + std::to_string(at) + ", ";
        fallbacks += id + " = 0, ";
    }
    return testing::case_of("party = { " + names + "}, agreement = { required = [" + required +
                            "], at_least = " + std::to_string(at_least) +
                            " }, issue.x = { option = [a], score = { " + scores +
                            "} }, fallback = { " + fallbacks + "}");
}

std::vector<PartySet> sets_of(const Case& negotiation) {
    return party_sets(negotiation, appraise(negotiation));
}

/// The members of each set in ascending order.
std::set<std::vector<PartyId>> members_of(const std::vector<PartySet>& sets) {
    std::set<std::vector<PartyId>> all;
    for (PartySet set : sets) {
        std::sort(set.accepting.begin(), set.accepting.end());
        all.insert(set.accepting);
    }
    return all;
}

TEST(PartySets, AreTheRequiredPartiesWhereTheseAreEnough) {
    const auto sets = sets_of(council(3, "p0, p1", 2));
    ASSERT_EQ(sets.size(), 1U);
    EXPECT_EQ(sets[0].accepting, (std::vector<PartyId>{PartyId(0), PartyId(1)}));
    EXPECT_FALSE(sets[0].at_least);
}

TEST(PartySets, AddEveryChoiceOfTheOthersThatIsJustEnough) {
    const auto sets = sets_of(council(4, "p1", 3));
    EXPECT_EQ(members_of(sets), (std::set<std::vector<PartyId>>{
                                    {PartyId(0), PartyId(1), PartyId(2)},
                                    {PartyId(0), PartyId(1), PartyId(3)},
                                    {PartyId(1), PartyId(2), PartyId(3)},
                                }));
}

TEST(PartySets, WithoutRequiredPartiesAreAllOfThatSize) {
    const auto sets = sets_of(council(5, "", 2));
    EXPECT_EQ(sets.size(), 10U);
    EXPECT_EQ(members_of(sets).size(), 10U);
}

TEST(PartySets, OfTooManyChoicesCountInstead) {
    // 8 of 16 would be 12,870 sets.
    const Case negotiation = council(16, "", 8);
    const auto sets = sets_of(negotiation);
    ASSERT_EQ(sets.size(), 1U);
    EXPECT_TRUE(sets[0].accepting.empty());
    EXPECT_EQ(sets[0].at_least, 8);
    EXPECT_EQ(parties_that_matter(negotiation, sets[0]).size(), 16U);
}

TEST(PartySets, AreListedUpToOneHundredTwentyEight) {
    EXPECT_EQ(sets_of(council(9, "", 4)).size(), 126U);
    EXPECT_EQ(sets_of(council(17, "", 2)).size(), 1U) << "136 would be too many";
}

TEST(PartySets, OfAListedSetLookOnlyAtItsMembers) {
    const Case negotiation = council(3, "p0", 2);
    for (const PartySet& set : sets_of(negotiation)) {
        EXPECT_EQ(parties_that_matter(negotiation, set), set.accepting);
    }
}

TEST(PartySets, AreNoneWhereTheRuleAsksForMoreThanAreCounted) {
    Case negotiation = council(3, "p0", 2);
    negotiation.agreement.at_least = 4;
    EXPECT_TRUE(sets_of(negotiation).empty());
}

} // namespace
} // namespace unbracket
