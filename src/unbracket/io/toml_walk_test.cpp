#include "unbracket/io/toml_walk.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string file = "case.toml";

/// What stands behind the step.
template <class Step>
std::string rest_after(std::string_view text, Step step) {
    TextCursor cursor(text, file);
    step(cursor);
    return std::string(text.substr(cursor.offset()));
}

TEST(TomlWalk, SkipsBlanksAndNoLineBreak) {
    EXPECT_EQ(rest_after(" \t a", skip_blanks), "a");
    EXPECT_EQ(rest_after(" \nb", skip_blanks), "\nb");
}

TEST(TomlWalk, SkipsACommentUpToTheLineBreak) {
    EXPECT_EQ(rest_after("# c\nd", skip_comment), "\nd");
    EXPECT_EQ(rest_after("c # d", skip_comment), "c # d");
}

TEST(TomlWalk, SkipsLinesAndCommentsBetweenValues) {
    EXPECT_EQ(rest_after(" \r\n # one, ]\n\t# two\n 3", skip_between_values), "3");
    EXPECT_EQ(rest_after(", 3", skip_between_values), ", 3");
}

TEST(TomlWalk, TellsLineBreaksOfBothKinds) {
    EXPECT_TRUE(is_at_line_break(TextCursor("\na", file)));
    EXPECT_TRUE(is_at_line_break(TextCursor("\r\na", file)));
    EXPECT_FALSE(is_at_line_break(TextCursor("\ra", file)));
    EXPECT_FALSE(is_at_line_break(TextCursor("", file)));
}

TEST(TomlWalk, TakesKeysBareAndInQuotes) {
    const auto key = [](std::string_view text) {
        TextCursor cursor(text, file);
        return take_key(cursor);
    };
    EXPECT_EQ(key("first-1_a.second"), "first-1_a");
    EXPECT_EQ(key("\"a.\\u0062 c\" = 1"), "a.b c");
    EXPECT_EQ(key("'a\\b'.c"), "a\\b");
}

} // namespace
} // namespace unbracket
