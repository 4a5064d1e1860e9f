#include "unbracket/io/plan/clause_match.hpp"
#include "unbracket/io/plan/words.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace unbracket {
namespace {

using Clauses = std::vector<std::pair<std::string, std::string>>; // number and words
using Partners = std::vector<std::optional<std::size_t>>;

std::vector<MatchedClause> clauses_of(const Clauses& texts) {
    std::vector<MatchedClause> clauses;
    for (const auto& [number, words] : texts) {
        clauses.push_back({number, number, std::nullopt, 0, features_of(words)});
    }
    return clauses;
}

ClauseMatches matched(const Clauses& left, const Clauses& right,
                      const std::vector<SettledMatch>& settled = {}) {
    return match_clauses(clauses_of(left), clauses_of(right), settled);
}

const Clauses old_text = {{"1", "ships pay ten EUR at the gate of the harbour"},
                          {"2", "boats of both coasts fish where they always did"},
                          {"3", "a court of three persons decides on all disputes"}};

TEST(ClauseMatch, FindsClausesWithOtherNumbersByTheirWords) {
    const Clauses fresh = {{"1", "nobody builds dams across the strait"},
                           {"2", "ships pay ten EUR at the gate of the harbour"},
                           {"3", "boats of both coasts fish where they always did"},
                           {"4", "a court of three persons decides on all disputes"}};
    const ClauseMatches found = matched(old_text, fresh);
    EXPECT_EQ(found.partner, (Partners{std::nullopt, 0, 1, 2}));
    EXPECT_TRUE(found.unsure.empty());
}

TEST(ClauseMatch, TakesLessLikenessUnderOneNumber) {
    const Clauses fresh = {{"1", "ships pay twelve EUR at the gate"},
                           {"7", "boats of both coasts fish in May"}};
    const ClauseMatches found = matched(old_text, fresh);
    EXPECT_EQ(found.partner, (Partners{0, std::nullopt}));
    ASSERT_EQ(found.unsure.size(), 1U); // alike, but not enough without the number
    EXPECT_EQ(found.unsure[0].left, 1U);
    EXPECT_EQ(found.unsure[0].right, 1U);
    EXPECT_FALSE(found.unsure[0].has_same_number);
}

TEST(ClauseMatch, IsUnsureOfOneNumberWithOtherWords) {
    const ClauseMatches found = matched(old_text, {{"2", "nobody builds dams across the strait"}});
    EXPECT_EQ(found.partner, (Partners{std::nullopt}));
    ASSERT_EQ(found.unsure.size(), 1U);
    EXPECT_TRUE(found.unsure[0].has_same_number);
}

TEST(ClauseMatch, IsUnsureWhereTwoClausesAreAboutAsMuchAlike) {
    const Clauses twins = {{"1", "ships of Alta pay ten EUR at the gate"},
                           {"2", "ships of Bera pay ten EUR at the gate"}};
    const ClauseMatches found = matched(twins, {{"9", "ships of Coda pay ten EUR at the gate"}});
    EXPECT_EQ(found.partner, (Partners{std::nullopt}));
    EXPECT_EQ(found.unsure.size(), 1U);
}

TEST(ClauseMatch, DoesAsWasSettledByHand) {
    const std::vector<SettledMatch> settled = {{0, 2}, {1, std::nullopt}};
    const ClauseMatches found =
        matched(old_text, {{"1", old_text[0].second}, {"2", old_text[1].second}}, settled);
    EXPECT_EQ(found.partner, (Partners{2, std::nullopt}));
    EXPECT_TRUE(found.unsure.empty());
}

TEST(ClauseMatch, FindsTheWordsOfAClauseInAnother) {
    const ClauseMatches found =
        matched(old_text, {{"1", old_text[0].second + " and " + old_text[2].second}});
    EXPECT_EQ(found.partner, (Partners{0}));
    ASSERT_EQ(found.merged.size(), 1U);
    EXPECT_EQ(found.merged[0].left, 2U);
    EXPECT_TRUE(found.merged[0].is_sure);
}

TEST(ClauseMatch, KnowsPartsByTheirParents) {
    std::vector<MatchedClause> left =
        clauses_of({{"1", "ships pay"}, {"1.a", "x"}, {"2", "boats"}});
    left[1] = {"1.a", "a", 0, 1, features_of("ten EUR in May and June")};
    std::vector<MatchedClause> right = clauses_of({{"2", "ships pay"}, {"2.a", "x"}});
    right[1] = {"2.a", "a", 0, 1, features_of("ten EUR in May or July")};
    const ClauseMatches found = match_clauses(left, right, {{0, 0}});
    EXPECT_EQ(found.partner, (Partners{0, 1}));
}

/// The definition of a stable matching, and that nothing is matched twice, on random clauses.
TEST(ClauseMatch, IsStable) {
    const std::size_t cases = testing::shared_count(2000);
    std::uint64_t state = testing::suite_seed();
    const auto below = [&state](std::uint64_t bound) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return (state >> 33U) % bound;
    };
    const auto text = [&] {
        std::string words;
        for (int i = 0; i < 8; ++i) {
            words += std::string(1, static_cast<char>('a' + below(5))) + " ";
        }
        return words;
    };
    for (std::size_t i = 0; i < cases; ++i) {
        SCOPED_TRACE(testing::repeat_command("ClauseMatch.IsStable"));
        Clauses left;
        Clauses right;
        for (std::size_t k = 0; k < 5; ++k) {
            left.emplace_back("l" + std::to_string(k), text()); // no number in common
            right.emplace_back("r" + std::to_string(k), text());
        }
        const ClauseMatches found = matched(left, right);
        std::vector<int> best_left(left.size(), 0);
        std::vector<int> best_right(right.size(), 0);
        const auto note = [&](std::size_t l, std::size_t r, int likeness) {
            ASSERT_EQ(best_left[l], 0);
            ASSERT_EQ(best_right[r], 0);
            best_left[l] = best_right[r] = likeness;
        };
        const auto alike = [&](std::size_t l, std::size_t r) {
            return likeness(features_of(left[l].second), features_of(right[r].second));
        };
        for (std::size_t r = 0; r < right.size(); ++r) {
            if (found.partner[r]) {
                note(*found.partner[r], r, alike(*found.partner[r], r));
            }
        }
        for (const UnsureMatch& pair : found.unsure) {
            note(pair.left, pair.right, pair.likeness);
        }
        for (std::size_t l = 0; l < left.size(); ++l) {
            for (std::size_t r = 0; r < right.size(); ++r) {
                const bool is_better = alike(l, r) > best_left[l] && alike(l, r) > best_right[r];
                ASSERT_FALSE(is_better && alike(l, r) >= worth_a_look) << l << " " << r;
            }
        }
    }
}

TEST(ClauseMatch, FindsPointsThatAreWholeInAnotherClause) {
    const Clauses old = {{"1", "ships pay ten EUR at the gate"},
                         {"2", "boats pay ten EUR at the gate"}};
    ClauseMatches found =
        matched(old, {{"1", "ships pay ten EUR at the gate and boats pay ten EUR at "
                            "the gate"}});
    ASSERT_EQ(found.merged.size(), 1U);
    EXPECT_TRUE(found.merged[0].is_sure);
    // All of its words, of which most were there before.
    found = matched(old, {{"1", "ships and boats pay ten EUR at the gate"}});
    ASSERT_EQ(found.merged.size(), 1U);
    EXPECT_EQ(found.merged[0].left, 1U);
    EXPECT_TRUE(found.merged[0].is_sure);
}

TEST(ClauseMatch, IsUnsureOfPointsThatAreShortOrWereThereBefore) {
    ClauseMatches found = matched({{"1", "ships pay ten EUR at the gate"}, {"2", "boats pay too"}},
                                  {{"1", "ships pay ten EUR at the gate, boats pay too"}});
    ASSERT_EQ(found.merged.size(), 1U);
    EXPECT_FALSE(found.merged[0].is_sure);
    found = matched(
        {{"1", "ships and boats pay ten EUR at the gate"}, {"2", "boats pay ten EUR at the gate"}},
        {{"1", "ships and boats pay ten EUR at the gate"}});
    ASSERT_EQ(found.merged.size(), 1U);
    EXPECT_FALSE(found.merged[0].is_sure);
    EXPECT_TRUE(matched({{"1", "ships pay"}, {"2", "boats"}}, {{"1", "ships pay"}}).merged.empty());
}

TEST(ClauseMatch, FindsPointsInAClauseThatIsNew) {
    const ClauseMatches found = matched(
        {{"1", "ships pay ten EUR at the gate"}, {"2", "nobody builds a dam in the strait"}},
        {{"7", "it is agreed that ships pay ten EUR at the gate, that nobody builds a dam in "
               "the strait, that all fish where they did and that a court decides"}});
    EXPECT_EQ(found.partner, (Partners{std::nullopt}));
    ASSERT_EQ(found.merged.size(), 2U);
    EXPECT_TRUE(found.merged[0].is_sure);
    EXPECT_TRUE(found.merged[1].is_sure);
    const Clauses fish = {{"1", "all fish where they always did"}};
    EXPECT_TRUE(matched(fish, {{"1", "all fish where they always did in May and in June"}},
                        {{0, std::nullopt}})
                    .merged.empty());
}

} // namespace
} // namespace unbracket
