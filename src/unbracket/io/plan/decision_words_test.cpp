#include "unbracket/io/plan/decision_words.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace unbracket {
namespace {

TEST(FreeIds, AreTakenOnce) {
    FreeIds ids;
    EXPECT_EQ(ids.take("ten"), "ten");
    EXPECT_EQ(ids.take("ten"), "ten-2");
    EXPECT_EQ(ids.take("ten-2"), "ten-2-2");
    EXPECT_EQ(ids.take("ten"), "ten-3");
    const std::string longest(80, 'a');
    EXPECT_EQ(ids.take(longest), std::string(64, 'a'));
    EXPECT_EQ(ids.take(longest), std::string(58, 'a') + "-2");
}

TEST(FreeIds, OfOneNameTakeTimeInProportion) {
    const auto begin = std::chrono::steady_clock::now();
    constexpr int many = 30'000;
    FreeIds ids;
    for (int i = 1; i < many; ++i) {
        ids.take("a");
    }
    EXPECT_EQ(ids.take("a"), "a-" + std::to_string(many));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10))
        << "in proportion to its square it takes a minute";
}

TEST(IssueId, IsTheNumberWithALetterBeforeIt) {
    EXPECT_EQ(issue_id("5.2.a"), "p5_2_a");
    EXPECT_EQ(issue_id("annex-b.1"), "annex-b_1");
    EXPECT_EQ(issue_id("preamble"), "preamble");
    EXPECT_EQ(issue_id(""), "");
}

TEST(OptionId, IsAFewPlainWordsOrThePlace) {
    EXPECT_EQ(option_id("Thirty days", 0), "thirty-days");
    EXPECT_EQ(option_id("  30 %, net ", 0), "30-net");
    EXPECT_EQ(option_id("\u00e9t\u00e9", 1), "option-2");
    EXPECT_EQ(option_id("", 2), "option-3");
    EXPECT_EQ(option_id("a sentence that is much too long for an id", 0), "option-1");
    for (const char* reserved : {"unknown", "None", "out"}) {
        EXPECT_EQ(option_id(reserved, 0), "option-1") << reserved;
    }
}

Wording wording_of(const std::string& first, const std::string& second) {
    return {{{PieceKind::text, first, 1, 1, {}, {}}, {PieceKind::text, second, 1, 9, {}, {}}}, ""};
}

TEST(Surroundings, AreAFewWordsBeforeOrBehind) {
    const Wording wording = wording_of("one two three four five six seven", "b");
    EXPECT_EQ(surroundings(wording, 1), "... two three four five six seven [...]");
    EXPECT_EQ(surroundings(wording_of("a b", "c"), 1), "a b [...]");
    EXPECT_EQ(surroundings(wording_of("a", "1 2 3 4 5 6 7"), 0), "[...] 1 2 3 4 5 6 ...");
    EXPECT_EQ(surroundings({{{PieceKind::text, "a", 1, 1, {}, {}}}, "a"}, 0), "");
}

} // namespace
} // namespace unbracket
