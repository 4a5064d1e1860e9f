// What all readers share: the check of bytes, the cursor, the budget, the index of keys.

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/document_budget.hpp"
#include "unbracket/io/key_index.hpp"
#include "unbracket/io/text_cursor.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

std::string checked(const std::string& bytes, std::size_t most = 1000) {
    const Result<std::string_view> text = checked_text(bytes, "f", {.bytes = most});
    return text ? std::string(text.value()) : to_string(text.problems().front());
}

TEST(CheckedText, TakesEveryCharacterThatThereIs) {
    for (const char* text : {"", "plain\ttext\r\n", "\u0080\u07FF", "\u0800\uD7FF\uE000\uFFFF",
                             "\U00010000\U0010FFFF", "\x7F"}) {
        EXPECT_EQ(checked(text), text);
    }
}

TEST(CheckedText, RefusesBytesThatAreNoUtf8WhereTheyStand) {
    const std::string hint = " is not UTF-8 here; save the file in the encoding UTF-8";
    EXPECT_EQ(checked("a\u00e9\n\u00e9\x80"), "f:2:2: the byte 0x80" + hint);
    EXPECT_EQ(checked("\xC1\xBF"), "f:1:1: the byte 0xC1" + hint);     // too long for its character
    EXPECT_EQ(checked("\xE0\x9F\xBF"), "f:1:1: the byte 0xE0" + hint); // likewise
    EXPECT_EQ(checked("\xED\xA0\x80"), "f:1:1: the byte 0xED" + hint); // a surrogate
    EXPECT_EQ(checked("\xF4\x90\x80\x80"), "f:1:1: the byte 0xF4" + hint); // beyond the last
    EXPECT_EQ(checked("ab\xE2\x82"), "f:1:3: the byte 0xE2" + hint);       // cut off
    EXPECT_EQ(checked("\xFF"), "f:1:1: the byte 0xFF" + hint);
}

TEST(CheckedText, FindsABadByteAtAnyPlaceOfAnyLength) {
    for (std::size_t length = 1; length < 40; ++length) {
        for (std::size_t at = 0; at < length; ++at) {
            for (const char bad : {'\0', '\xFF', '\x80', '\xC3'}) {
                std::string text(length, 'a');
                EXPECT_TRUE(checked_text(text, "f", {}).ok());
                text[at] = bad;
                const auto read = checked_text(text, "f", {});
                ASSERT_FALSE(read.ok()) << length << " " << at;
                EXPECT_EQ(read.problems().front().where.column, at + 1) << length;
            }
            std::string text(length, '\x7F');
            text[at] = '\x01';
            EXPECT_TRUE(checked_text(text, "f", {}).ok());
        }
    }
}

TEST(CheckedText, KnowsUtf16ByItsMarkOrItsZeros) {
    const std::string told =
        ": this text is in UTF-16, not in UTF-8; save the file in the encoding "
        "UTF-8";
    EXPECT_EQ(checked(std::string("\xFF\xFE#\0", 4)), "f:1:1" + told);
    EXPECT_EQ(checked(std::string("\xFE\xFF\0#", 4)), "f:1:1" + told);
    EXPECT_EQ(checked(std::string("\0P\0l\0a\0n", 8)), "f:1:1" + told);
    EXPECT_EQ(checked(std::string("P\0l\0a\0n\0", 8)), "f:1:2" + told);
    const std::string none = ": a NUL byte; a text in UTF-8 has none; remove the byte";
    EXPECT_EQ(checked(std::string("P\0lan\0ab", 8)), "f:1:2" + none);
    EXPECT_EQ(checked(std::string(8, '\0')), "f:1:1" + none);
}

TEST(CheckedText, DropsOneByteOrderMarkAtTheBeginning) {
    EXPECT_EQ(checked("\xEF\xBB\xBF"
                      "a"),
              "a");
    EXPECT_EQ(checked("\xEF\xBB\xBF\xEF\xBB\xBF"
                      "a"),
              "\xEF\xBB\xBF"
              "a");
}

TEST(CheckedText, CountsBytesNotCharacters) {
    EXPECT_EQ(checked("\u00e9\u00e9", 4), "\u00e9\u00e9");
    EXPECT_NE(checked("\u00e9\u00e9", 3).find("more than 3 bytes"), std::string::npos);
}

TEST(Quoted, CutsLongTextsBetweenCharacters) {
    EXPECT_EQ(unbracket::quoted("a b"), "`a b`");
    EXPECT_EQ(unbracket::quoted("a\nb\x1B"), "`aU+000AbU+001B`");
    std::string sixty;
    for (int i = 0; i < 60; ++i) {
        sixty += "\u00e9";
    }
    EXPECT_EQ(unbracket::quoted(sixty), "`" + sixty + "`");
    EXPECT_EQ(unbracket::quoted(sixty + "x").find("`" + sixty), 0U);
    EXPECT_EQ(unbracket::quoted(sixty + "x").find('x'), std::string::npos);
}

TEST(HexadecimalDigit, KnowsBothCases) {
    EXPECT_EQ(hexadecimal_digit('0'), 0);
    EXPECT_EQ(hexadecimal_digit('9'), 9);
    EXPECT_EQ(hexadecimal_digit('a'), 10);
    EXPECT_EQ(hexadecimal_digit('F'), 15);
    for (const char byte : std::string("gG/:@`")) {
        EXPECT_EQ(hexadecimal_digit(byte), -1) << byte;
    }
}

TEST(AppendCodePoint, WritesUtf8OfEachLength) {
    std::string text;
    for (const std::uint32_t code_point :
         {0x1U, 0x7FU, 0x80U, 0x7FFU, 0x800U, 0xD7FFU, 0xE000U, 0xFFFFU, 0x10000U, 0x10FFFFU}) {
        EXPECT_TRUE(append_code_point(text, code_point));
    }
    EXPECT_EQ(text, "\x01\x7F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000\U0010FFFF");
    for (const std::uint32_t none : {0x0U, 0xD800U, 0xDFFFU, 0x110000U, 0xFFFFFFFFU}) {
        EXPECT_FALSE(append_code_point(text, none)) << none;
    }
}

TEST(TextCursor, CountsLinesAndCharacters) {
    const std::string file = "f";
    TextCursor cursor("\u00e9\U0001F54Aa\r\nb", file);
    EXPECT_EQ(cursor.code_point(), "\u00e9");
    cursor.skip(2);
    EXPECT_EQ(cursor.where(), (SourcePosition{"f", 1, 2}));
    EXPECT_EQ(cursor.code_point(), "\U0001F54A");
    cursor.skip(4);
    EXPECT_EQ(cursor.where(), (SourcePosition{"f", 1, 3}));
    EXPECT_EQ(cursor.peek(), 'a');
    EXPECT_EQ(cursor.peek(2), '\n');
    cursor.skip(3);
    EXPECT_EQ(cursor.where(), (SourcePosition{"f", 2, 1}));
    EXPECT_EQ(cursor.since(6), "a\r\n");
    cursor.skip(100);
    EXPECT_TRUE(cursor.at_end());
    EXPECT_EQ(cursor.peek(), '\0');
    EXPECT_EQ(cursor.code_point(), "");
}

TEST(TextCursor, KeepsTheFirstRefusalOnly) {
    const std::string file = "f";
    TextCursor cursor("ab", file);
    EXPECT_FALSE(cursor.problem().has_value());
    EXPECT_FALSE(cursor.refuse("first", "mend it"));
    cursor.take();
    EXPECT_FALSE(cursor.refuse("second", ""));
    EXPECT_EQ(to_string(*cursor.problem()), "f:1:1: first; mend it");
}

TEST(DocumentBudget, CountsTheRootAndFollowsNoDeepNesting) {
    const std::string file = "f";
    TextCursor cursor("", file);
    DocumentBudget budget(cursor, {.depth = 1000, .nodes = 3});
    EXPECT_TRUE(budget.count_value({}));
    EXPECT_TRUE(budget.count_value({}));
    EXPECT_FALSE(budget.count_value({}));
    EXPECT_TRUE(budget.allows_depth(deepest_nesting, {}));
    EXPECT_FALSE(budget.allows_depth(deepest_nesting + 1, {}));
}

TEST(KeyIndex, FindsKeysOfSmallAndOfLargeTables) {
    KeyIndex index;
    std::vector<Node::Member> members;
    for (std::uint32_t at = 0; at < 100; ++at) {
        const std::string key = "k" + std::to_string(at * 7 % 100);
        EXPECT_EQ(index.find(members, key), std::nullopt) << key;
        members.push_back({key, {}, {}});
        index.note_added(members);
        EXPECT_EQ(index.find(members, key), at);
        EXPECT_EQ(index.find(members, "k0"), 0U);
    }
}

} // namespace
} // namespace unbracket
