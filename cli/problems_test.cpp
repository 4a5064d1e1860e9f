#include "cli/problems.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

TEST(ControlCharacters, AreWrittenOut) {
    EXPECT_EQ(without_control_characters("plain Évora 水"), "plain Évora 水");
    EXPECT_EQ(without_control_characters("a\x1b[2Jb"), "a\\u001b[2Jb");
    EXPECT_EQ(without_control_characters("a\tb\nc"), "a\\u0009b\\u000ac");
    EXPECT_EQ(without_control_characters("\x7f"), "\\u007f");
    EXPECT_EQ(without_control_characters("\u009b1m"), "\\u009b1m");
    EXPECT_EQ(without_control_characters("\u00a0"), "\u00a0");
    EXPECT_EQ(without_control_characters("a\u202eb\u202a"), "a\\u202eb\\u202a");
    EXPECT_EQ(without_control_characters("\u2066a\u2069"), "\\u2066a\\u2069");
    EXPECT_EQ(without_control_characters("\u2029\u202f\u2065\u206a"), "\u2029\u202f\u2065\u206a");
    EXPECT_EQ(without_control_characters("\xe2\x80"), "\xe2\x80");
    EXPECT_EQ(without_control_characters(std::string_view("a\0b", 3)), "a\\u0000b");
    EXPECT_EQ(without_control_characters("\xc2"), "\xc2");
}

TEST(ProblemLine, NamesThePlaceAsFarAsItIsKnown) {
    EXPECT_EQ(problem_line({{"a.toml", 2, 5}, "what", "hint"}), "a.toml:2:5: what; hint");
    EXPECT_EQ(problem_line({{"a.toml", 0, 0}, "what", ""}), "a.toml: what");
    EXPECT_EQ(problem_line({{}, "what", "hint"}), "unbracket: what; hint");
    EXPECT_EQ(problem_line({{"a\n.toml", 0, 0}, "wh\nat", "hi\nnt"}),
              "a\\u000a.toml: wh\\u000aat; hi\\u000ant");
}

TEST(ProblemList, CountsThem) {
    EXPECT_EQ(problem_list({{{}, "one", ""}}), "unbracket: one\n1 problem\n");
    EXPECT_EQ(problem_list({{{}, "one", ""}, {{}, "two", ""}}),
              "unbracket: one\nunbracket: two\n2 problems\n");
}

TEST(ProblemsAsData, GiveEachItsPlaceAndHint) {
    const Node data = problems_json({{{"a.toml", 2, 5}, "what", "hint"}, {{}, "two", ""}});
    const Node* errors = data.find("errors");
    ASSERT_NE(errors, nullptr);
    ASSERT_EQ(errors->items.size(), 2U);
    EXPECT_EQ(errors->items[0].find("file")->text, "a.toml");
    EXPECT_EQ(errors->items[0].find("line")->text, "2");
    EXPECT_EQ(errors->items[0].find("column")->text, "5");
    EXPECT_EQ(errors->items[0].find("hint")->text, "hint");
    EXPECT_EQ(errors->items[1].find("file")->text, "");
    EXPECT_EQ(errors->items[1].find("what")->text, "two");
}

} // namespace
} // namespace unbracket::cli
