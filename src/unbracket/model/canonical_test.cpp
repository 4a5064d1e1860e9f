#include "unbracket/model/edit.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

std::string canonical(std::string_view text) {
    return canonical_text(parse_setting_value(text));
}

TEST(CanonicalText, IsCompactAndKeepsTheOrderOfKeys) {
    EXPECT_EQ(canonical("{ b = [1, two], a = { c = true } }"), R"({"b":[1,"two"],"a":{"c":true}})");
}

TEST(CanonicalText, DependsOnTheOrderOfKeys) {
    EXPECT_NE(canonical("{ a = 1, b = 2 }"), canonical("{ b = 2, a = 1 }"));
}

TEST(CanonicalText, WritesANumberByItsValueHoweverItWasTyped) {
    for (const char* text : {"5", "5.0", "+5", "0.5e1", "50e-1"}) {
        EXPECT_EQ(canonical_text(number_node(text)), "5") << text;
    }
    EXPECT_EQ(canonical_text(number_node("-0.75")), "-3/4");
    EXPECT_EQ(canonical_text(number_node("-0")), "0");
}

TEST(CanonicalText, KeepsNumbersApartThatOnlyRoundingWouldJoin) {
    EXPECT_NE(canonical_text(number_node("0.100000000000001")), canonical_text(number_node("0.1")));
}

TEST(CanonicalText, KeepsANumberThatCannotBeReadAsWritten) {
    EXPECT_EQ(canonical_text(number_node("1e99")), "#\"1e99\"");
    EXPECT_NE(canonical_text(number_node("nan")), canonical_text(text_node("nan")));
}

TEST(CanonicalText, IsTheSameForADateAndForTheTextOfThatDate) {
    EXPECT_EQ(canonical_text(date_node("2026-03-01")), canonical_text(text_node("2026-03-01")));
}

TEST(CanonicalText, TellsATextFromANumber) {
    EXPECT_NE(canonical_text(text_node("5")), canonical_text(number_node("5")));
}

TEST(CanonicalText, EscapesWhatWouldEndAText) {
    EXPECT_EQ(canonical_text(text_node("a\"b\\c\nd")), "\"a\\\"b\\\\c\\u000ad\"");
}

TEST(CanonicalText, LeavesPlacesInFilesOut) {
    EXPECT_EQ(canonical_text(text_node("a", {"one.toml", 3, 4})), canonical_text(text_node("a")));
}

} // namespace
} // namespace unbracket
