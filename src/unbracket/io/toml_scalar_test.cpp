// The values of TOML that hold no other value, one by one.

#include "unbracket/io/toml_reader.hpp"
#include "unbracket/io/toml_scalar.hpp"

#include "tests/support/format_conformance.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace unbracket {
namespace {

/// `kind:text` of the value, or what is wrong with it.
std::string value_of(const std::string& written) {
    const Result<Node> document = read_toml("a = " + written, "f");
    if (!document) {
        return document.problems().front().what;
    }
    const Node& value = *document.value().find("a");
    switch (value.kind) {
    case NodeKind::boolean:
        return value.flag ? "true" : "false";
    case NodeKind::number:
        return "number:" + value.text;
    case NodeKind::date:
        return "date:" + value.text;
    case NodeKind::text:
        return "text:" + value.text;
    case NodeKind::null:
    case NodeKind::list:
    case NodeKind::table:
        break;
    }
    return "something else";
}

TEST(TomlNumbers, AreTakenAsTheyAreWritten) {
    for (const std::string number :
         {"0",     "-0",      "+0",      "7",     "+7",          "-7",   "1_000",
          "1_2_3", "0.5",     "-0.5",    "+1.50", "1e3",         "1E3",  "1e+3",
          "1e-3",  "1.5e1_0", "1_0.0_1", "0x1f",  "0xDEAD_BEEF", "0o17", "0b10_1",
          "inf",   "+inf",    "-inf",    "nan",   "+nan",        "-nan", "0e0"}) {
        EXPECT_EQ(value_of(number), "number:" + number);
    }
}

TEST(TomlNumbers, AreRefusedWhereTomlHasNoSuchNumber) {
    for (const std::string number :
         {"00",   "01",  "-01",  "1_",   "1__0",  "1.", "1._5", "1.5_",
          "1e",   "1e+", "1e5_", "1e_5", "1.5.2", "0x", "0xG",  "0x_1",
          "0x1_", "0o8", "0b2",  "+0x1", "-0b1",  "1f", "1-2",  "0_0x1"}) {
        const std::string what = value_of(number);
        EXPECT_TRUE(what.find("is not written as TOML wants it") != std::string::npos) << number;
    }
}

TEST(TomlNumbers, LookedForInWordsAreNotFound) {
    for (const std::string word :
         {"high", "_1", "e5", "x1", "True", "FALSE", "Inf", "+true", "-"}) {
        EXPECT_EQ(value_of(word), "the word `" + word + "` stands without quotes");
    }
    EXPECT_EQ(value_of("true"), "true");
    EXPECT_EQ(value_of("false"), "false");
}

TEST(TomlDates, AreDaysOfTheCalendar) {
    EXPECT_EQ(value_of("2027-05-10"), "date:2027-05-10");
    EXPECT_EQ(value_of("2028-02-29"), "date:2028-02-29");
    EXPECT_EQ(value_of("2027-02-29"), "the date `2027-02-29` does not exist");
    EXPECT_EQ(value_of("0000-01-01"), "the date `0000-01-01` does not exist");
    EXPECT_EQ(value_of("2027-13-01"), "the date `2027-13-01` does not exist");
}

TEST(TomlDates, WithATimeOfDayAreRefused) {
    for (const std::string date : {"2027-05-10T07:32:00", "2027-05-10t07:32:00Z",
                                   "2027-05-10 07:32:00", "2027-05-10T07:32:00.5+01:00"}) {
        EXPECT_EQ(value_of(date), "a date with a time of day") << date;
    }
    EXPECT_EQ(value_of("07:32:00"), "a time of day");
    EXPECT_EQ(value_of("2027-05-10x"), "the number `2027-05-10x` is not written as TOML wants it");
    EXPECT_EQ(value_of("2027-5-10"), "the number `2027-5-10` is not written as TOML wants it");
}

TEST(TomlTexts, TakeEveryEscape) {
    EXPECT_EQ(value_of(R"("\b\t\n\f\r\"\\")"), "text:\b\t\n\f\r\"\\");
    EXPECT_EQ(value_of(R"("\u00e9\u20AC\U0001F54A")"), "text:\u00e9\u20ac\U0001F54A");
    EXPECT_EQ(value_of(R"("\uD7FF\uE000\U0010FFFF")"), "text:\uD7FF\uE000\U0010FFFF");
    EXPECT_EQ(value_of(R"('\n\')"), R"(text:\n\)");
}

TEST(TomlTexts, OfSeveralLinesDropTheFirstBreakAndWhatAnEndingBackslashJoins) {
    EXPECT_EQ(value_of("\"\"\"\na\nb\"\"\""), "text:a\nb");
    EXPECT_EQ(value_of("\"\"\"\r\na\r\nb\"\"\""), "text:a\nb");
    EXPECT_EQ(value_of("\"\"\"a \\\n\n   b\"\"\""), "text:a b");
    EXPECT_EQ(value_of("\"\"\"a \\  \n b\"\"\""), "text:a b");
    EXPECT_EQ(value_of("'''\na \\\nb'''"), "text:a \\\nb");
}

TEST(TomlTexts, OfSeveralLinesMayEndWithQuotes) {
    EXPECT_EQ(value_of("\"\"\"a\"\"\""), "text:a");
    EXPECT_EQ(value_of("\"\"\"a\"\"\"\""), "text:a\"");
    EXPECT_EQ(value_of("\"\"\"a\"\"\"\"\""), "text:a\"\"");
    EXPECT_EQ(value_of("'''a'''''"), "text:a''");
    EXPECT_EQ(value_of("\"\"\"a \"\" b\"\"\""), "text:a \"\" b");
    EXPECT_EQ(value_of("\"\"\"\"\"\""), "text:");
    EXPECT_EQ(value_of("\"\""), "text:");
    EXPECT_EQ(value_of("''"), "text:");
}

TEST(TomlKeys, ConsistOfPlainBytes) {
    for (const char byte : std::string("azAZ09_-")) {
        EXPECT_TRUE(is_bare_key_byte(byte)) << byte;
    }
    for (const char byte : std::string(".=\"' \n[]{}#,+:/@\xC3")) {
        EXPECT_FALSE(is_bare_key_byte(byte)) << byte;
    }
}

} // namespace
} // namespace unbracket
