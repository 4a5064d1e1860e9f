#include "unbracket/model/edit.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

TEST(SettingValue, ReadsANumberAndKeepsItsText) {
    const Node node = parse_setting_value(" 12.50 ");
    EXPECT_EQ(node.kind, NodeKind::number);
    EXPECT_EQ(node.text, "12.50");
}

TEST(SettingValue, KeepsANumberWithTooManyDigitsANumberSoThatValidationNamesIt) {
    EXPECT_EQ(parse_setting_value("1.2345678901234567").kind, NodeKind::number);
}

TEST(SettingValue, ReadsARangeInBothSpellings) {
    const Node brackets = parse_setting_value("[20, 35]");
    const Node dots = parse_setting_value("20..35");
    EXPECT_TRUE(brackets.same_content(dots));
    ASSERT_EQ(dots.kind, NodeKind::list);
    ASSERT_EQ(dots.items.size(), 2U);
    EXPECT_EQ(dots.items[0].kind, NodeKind::number);
    EXPECT_EQ(dots.items[1].text, "35");
}

TEST(SettingValue, ReadsARangeWithNegativeAndFractionalEnds) {
    const Node range = parse_setting_value("-2.5 .. 1.5");
    ASSERT_EQ(range.kind, NodeKind::list);
    EXPECT_EQ(range.items[0].text, "-2.5");
    EXPECT_EQ(range.items[1].text, "1.5");
}

TEST(SettingValue, ReadsADate) {
    EXPECT_EQ(parse_setting_value("2026-03-01").kind, NodeKind::date);
    EXPECT_EQ(parse_setting_value("2026-02-30").kind, NodeKind::text);
}

TEST(SettingValue, TakesEverythingElseAsText) {
    for (const char* text : {"redline bad", "five > ten | open_end", "> 40", "none", "a, b", ""}) {
        const Node node = parse_setting_value(text);
        EXPECT_EQ(node.kind, NodeKind::text);
        EXPECT_EQ(node.text, text);
    }
}

TEST(SettingValue, ReadsAQuotedNumberAsText) {
    const Node node = parse_setting_value("\"5\"");
    EXPECT_EQ(node.kind, NodeKind::text);
    EXPECT_EQ(node.text, "5");
}

TEST(SettingValue, ReadsAListOfWordsWithAndWithoutQuotes) {
    const Node node = parse_setting_value("[ten, \"open_end\"]");
    ASSERT_EQ(node.items.size(), 2U);
    EXPECT_EQ(node.items[0].text, "ten");
    EXPECT_EQ(node.items[1].text, "open_end");
}

TEST(SettingValue, ReadsATableWithDottedAndQuotedKeys) {
    const Node node = parse_setting_value("{ draft = first, a.b = 1, a.c = 2, \"d.e\" = on }");
    EXPECT_EQ(node.find("draft")->text, "first");
    EXPECT_EQ(node.find("a")->find("c")->text, "2");
    EXPECT_EQ(node.find("d.e")->text, "on");
}

TEST(SettingValue, TakesTextThatIsNotWellFormedAsItStands) {
    for (const char* text : {"[1, 2", "[1] 2", "{ a }", "{ a = 1, a = 2 }", "{ a = 1, a.b = 2 }",
                             "\"open", "[1,,2]"}) {
        const Node node = parse_setting_value(text);
        EXPECT_EQ(node.kind, NodeKind::text) << text;
        EXPECT_EQ(node.text, text);
    }
}

TEST(SettingValue, RefusesToDescendWithoutEnd) {
    const std::string deep(100'000, '[');
    EXPECT_EQ(parse_setting_value(deep).kind, NodeKind::text);
}

} // namespace
} // namespace unbracket
