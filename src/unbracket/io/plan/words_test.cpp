#include "unbracket/io/plan/plan_reader.hpp"
#include "unbracket/io/plan/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

using Words = std::vector<std::string>;

Wording wording_of(const std::string& text) {
    return read_plan("1. " + text, "plan.md").value().clauses[0].wording;
}

bool are_same(const std::string& left, const std::string& right) {
    return same_words(wording_of(left), wording_of(right));
}

int alike(const std::string& left, const std::string& right) {
    return likeness(features_of(left), features_of(right));
}

/// What is left of each choice of the pattern, in order of places: `0,1;1`.
std::string decided(const std::string& pattern, const std::string& text) {
    const Wording of_pattern = wording_of(pattern);
    const auto found = resolution(of_pattern, wording_of(text));
    if (!found) {
        return "no";
    }
    std::string left;
    for (const Piece& piece : of_pattern.pieces) {
        if (piece.kind == PieceKind::choice && found->contains(&piece)) {
            left += left.empty() ? "" : ";";
            for (const std::size_t option : found->at(&piece)) {
                left += std::to_string(option);
            }
        }
    }
    return left;
}

TEST(Words, AreWithoutCaseBlanksAndPunctuation) {
    EXPECT_EQ(words_of("The  PARTIES, (all);\n\u00c9t\u00c9 \u201cso\u201d"),
              (Words{"the", "parties", "all", "\u00e9t\u00e9", "so"}));
    EXPECT_EQ(words_of("\u0416\u03A9"), (Words{"\u0436\u03C9"}));
    EXPECT_EQ(words_of("5% of -3, re-use"), (Words{"5", "%", "of", "-3", "re", "use"}));
}

TEST(Words, MakeClausesTheSame) {
    EXPECT_TRUE(are_same("Ships pay; all of them.", "ships PAY all   of them"));
    EXPECT_TRUE(are_same("a [b / c] d[^1]", "A [B /\n C], d"));
    EXPECT_TRUE(are_same("a [date] b", "a [...] b"));
    EXPECT_FALSE(are_same("a [b / c]", "a [c / b]"));
    EXPECT_FALSE(are_same("5 per cent", "-5 per cent"));
    EXPECT_FALSE(are_same("a b", "a [b]"));
}

TEST(Resolution, FindsWhichBracketsATextDecides) {
    EXPECT_EQ(decided("pay [ten / twenty] EUR", "pay twenty EUR"), "1");
    EXPECT_EQ(decided("pay [ten / twenty] EUR [at once]", "Pay [ten / twenty] EUR"), "01;1");
    EXPECT_EQ(decided("ships [and boats] pay", "ships and boats pay"), "0");
    EXPECT_EQ(decided("[a / b] [c]", "b c"), "1;0");
    EXPECT_EQ(decided("[a [b / c]] d", "a c d"), "0");
    EXPECT_EQ(decided("[a [b / c]] d", "d"), "1");
    EXPECT_EQ(decided("pay [ten / twenty] EUR", "pay thirty EUR"), "no");
    EXPECT_EQ(decided("pay ten EUR", "pay [ten] EUR"), "no");
}

TEST(Resolution, TriesEveryWay) {
    EXPECT_EQ(decided("[a / a b] [b c / c]", "a b c"), "0;0");
    EXPECT_EQ(decided("[a / a b] [c / d]", "a b d"), "1;1");
}

TEST(Resolution, GivesUpWhereThereAreTooManyWays) {
    std::string pattern;
    std::string text;
    for (int i = 0; i < 60; ++i) {
        pattern += "[a / a a] w ";
        text += "a ";
    }
    EXPECT_EQ(decided(pattern, text), "no");
    std::string many;
    for (int i = 0; i < 2000; ++i) {
        many += "[a] b ";
    }
    EXPECT_EQ(decided(many, many), "no"); // more than 400 brackets behind each other
    EXPECT_EQ(nothing_decided(wording_of(many)).size(), 2000U);
}

TEST(Likeness, IsTheShareOfCommonWordsAndPairs) {
    EXPECT_EQ(alike("a b c", "A, b; c."), 1000);
    EXPECT_EQ(alike("a b", "c d"), 0);
    EXPECT_EQ(alike("", ""), 0);
    // Of a, b, ab and a, c, ac one is common: 2 of 6.
    EXPECT_EQ(alike("a b", "a c"), 333);
    // a, b, c, ab, bc and b, a, c, ba, ac: three words of ten.
    EXPECT_EQ(alike("a b c", "b a c"), 600);
    EXPECT_EQ(alike("a a a", "a"), 333);
}

TEST(Words, TellNumbersApartByWhatStandsInThem) {
    EXPECT_LT(alike("pays 1,500 a year", "pays 1.500 a year"), 1000);
    EXPECT_LT(alike("pays 10-20 a year", "pays 10 20 a year"), 1000);
    EXPECT_EQ(alike("pays 10-20.", "pays 10\u201320"), 1000);
    EXPECT_EQ(alike("in 2027, or later", "in 2027 or later"), 1000);
}

TEST(Likeness, HasNoSides) {
    EXPECT_EQ(alike("ships pay ten", "ships pay"), alike("ships pay", "ships pay ten"));
}

TEST(Containment, IsTheShareOfAPartThatIsNew) {
    const auto part = features_of("boats pay five");
    EXPECT_EQ(containment(part, features_of("ships pay ten boats pay five"),
                          features_of("ships pay ten")),
              1000); // `pay` stands twice there
    EXPECT_EQ(containment(part, features_of("ships pay ten"), {}), 200);
    EXPECT_EQ(containment({}, part, {}), 0);
}

TEST(Words, EndAtSpacesOfAnyWidth) {
    EXPECT_EQ(words_of("ten\u202Fships\u3000pay\u00A0two"), (Words{"ten", "ships", "pay", "two"}));
}

} // namespace
} // namespace unbracket
