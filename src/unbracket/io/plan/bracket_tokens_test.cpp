#include "unbracket/io/plan/bracket_tokens.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

/// Each token as it stands there, an option behind its label: `[ / ] 2=Option 2:`.
std::string tokens(const std::string& text, const References& references = {}) {
    std::string found;
    for (const BracketToken& token : bracket_tokens(text, references).tokens) {
        found += found.empty() ? "" : " ";
        found += token.label.empty() ? "" : token.label + "=";
        found += text.substr(token.offset, token.length);
    }
    return found;
}

TEST(BracketTokens, AreBracketsAndSlashesThatStandApart) {
    EXPECT_EQ(tokens("a [b / c] d"), "[ / ]");
    EXPECT_EQ(tokens("[a/b m3/s] / "), "[ ] /");
    EXPECT_EQ(tokens("[a]/[b]"), "[ ] / [ ]");
    EXPECT_EQ(tokens("/ a"), "/");
    EXPECT_EQ(tokens(""), "");
}

TEST(BracketTokens, AreNoneWhereEscapedOrCode) {
    EXPECT_EQ(tokens("\\[a\\] [b]"), "[ ]");
    EXPECT_EQ(tokens("`[a]` ``b ` [c]`` [d]"), "[ ]");
    EXPECT_EQ(tokens("` [a]"), "[ ]"); // code that never ends is none
    EXPECT_EQ(bracket_tokens("\\[a\\] \\[", {}).escaped, 2U);
    EXPECT_EQ(tokens("a\\"), "");
}

TEST(BracketTokens, MayHaveNoPartner) {
    const MarkedPassage marked = bracket_tokens("a] [b [c]", {});
    EXPECT_EQ(marked.unopened, std::vector<std::size_t>{1});
    EXPECT_EQ(marked.unclosed, std::vector<std::size_t>{3});
}

TEST(BracketTokens, AreNoneOfLinksAndFootnotes) {
    const References known{{"map"}, {"^1", "2"}};
    EXPECT_EQ(tokens("see [a map](https://a.example/[x])", known), "");
    EXPECT_EQ(tokens("see [a map](m.pdf \"title\") [a][Map] [map] [map][]", known), "");
    EXPECT_EQ(tokens("see [a map](of the strait)", known), "[ ]");
    EXPECT_EQ(tokens("ten[^1] ten[2] ten [2] ten[3]", known), "");
    const MarkedPassage marked = bracket_tokens("ten[^1] ten[2] ten[3] [a][Map]", known);
    EXPECT_EQ(marked.footnotes, (std::vector<std::string>{"^1", "2", "3", "map"}));
    EXPECT_EQ(marked.unsure_marks, std::vector<std::size_t>{18});
}

TEST(BracketTokens, OfANumberBehindANumberAreADraftsUnlessThereIsSuchANote) {
    EXPECT_EQ(tokens("30[60] days"), "[ ]");
    EXPECT_EQ(tokens("30[60] days", {{}, {"60"}}), "");
    EXPECT_EQ(tokens("[30] days"), "[ ]");
    EXPECT_EQ(tokens("30[1234] days"), "[ ]");
}

TEST(BracketTokens, AreOptionsByTheirLabels) {
    EXPECT_EQ(tokens("Option 1: a Option 2: b"), "1=Option 1: 2=Option 2:");
    EXPECT_EQ(tokens("**Option A:** a\nVARIANT b) c"), "a=**Option A:** b=VARIANT b) ");
    EXPECT_EQ(tokens("- Option 1. a"), "1=Option 1. ");
    EXPECT_EQ(tokens("Alternative 1 \u2013 a"), "1=Alternative 1 \u2013 ");
    EXPECT_EQ(tokens("[Option 1) a]"), "[ 1=Option 1)  ]");
    EXPECT_EQ(tokens("Option 1"), "1=Option 1");
    for (const char* words : {"see Option 1. a", "Option1: a", "Option one: a", "Option 1234: a",
                              "Options 1: a", "anOption 1: a"}) {
        EXPECT_EQ(tokens(words), "") << words;
    }
}

} // namespace
} // namespace unbracket
