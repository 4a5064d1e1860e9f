#include "unbracket/base/random.hpp"
#include "unbracket/io/sheet/xlsx_text.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <charconv>

namespace unbracket {
namespace {

TEST(XlsxText, EscapesMarkupAndControlCharacters) {
    EXPECT_EQ(xlsx_escaped("a < b & \"c\""), "a &lt; b &amp; &quot;c&quot;");
    EXPECT_EQ(xlsx_escaped("a\rb\x01"), "a_x000D_b_x0001_");
    EXPECT_EQ(xlsx_escaped("line\nand\ttab"), "line\nand\ttab");
    EXPECT_EQ(xlsx_escaped("\xEF\xBF\xBE\xEF\xBF\xBF"), "_xFFFE__xFFFF_");
}

TEST(XlsxText, KeepsTextsThatLookEscaped) {
    EXPECT_EQ(xlsx_escaped("_x0041_"), "_x005F_x0041_");
    EXPECT_EQ(xlsx_unescaped("_x005F_x0041_"), "_x0041_");
    EXPECT_EQ(xlsx_unescaped("_x0041_ _x00_ _xzzzz_ _x0000_"), "A _x00_ _xzzzz_ _x0000_");
}

TEST(XlsxText, ComesBackWhateverItHolds) {
    for (std::size_t i = 0; i < testing::shared_count(2000); ++i) {
        Random random(testing::suite_seed() * 1'000'003 + i);
        std::string text;
        for (std::int64_t parts = random.between(0, 12); parts > 0; --parts) {
            constexpr std::array pieces = {"_x0041_",      "_",      "x",  "0041_", "\x01", "\r",
                                           "\xEF\xBF\xBE", "\u00e4", "_x", "a"};
            text += pieces[static_cast<std::size_t>(random.between(0, pieces.size() - 1))];
        }
        EXPECT_EQ(xlsx_unescaped(xlsx_escaped(text)), text)
            << testing::repeat_command("XlsxText.ComesBackWhateverItHolds");
    }
}

TEST(XlsxNumber, IsTheDecimalThatWasTyped) {
    EXPECT_EQ(xlsx_number("60"), "60");
    EXPECT_EQ(xlsx_number("0.1"), "0.1");
    EXPECT_EQ(xlsx_number("33.299999999999997"), "33.3");
    EXPECT_EQ(xlsx_number("0.10000000000000001"), "0.1");
    EXPECT_EQ(xlsx_number("1E-3"), "0.001");
    EXPECT_EQ(xlsx_number("-2.5e2"), "-250");
    EXPECT_EQ(xlsx_number("1.25E-15"), "0.00000000000000125");
}

TEST(XlsxNumber, OfMoreDigitsStaysAsItStands) {
    EXPECT_EQ(xlsx_number("0.33333333333333331"), "0.33333333333333331");
    EXPECT_EQ(xlsx_number("0.30000000000000004"), "0.30000000000000004");
}

TEST(XlsxNumber, IsNothingElse) {
    for (const char* text : {"", "x", "1,5", "nan", "inf", "1e999", "0x10", "1 2"}) {
        EXPECT_FALSE(xlsx_number(text).has_value()) << text;
    }
}

TEST(XlsxNumber, ComesBackFromTheDigitsThatSpreadsheetsWrite) {
    for (std::size_t i = 0; i < testing::shared_count(5000); ++i) {
        Random random(testing::suite_seed() * 1'000'003 + i);
        const std::int64_t whole = random.between(0, 100'000);
        const std::string decimals = std::to_string(random.between(100, 999));
        const std::string typed = std::to_string(whole) + "." + decimals;
        double stored = 0;
        std::from_chars(typed.data(), typed.data() + typed.size(), stored);
        std::array<char, 64> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), stored,
                                       std::chars_format::scientific, 16);
        const auto back = xlsx_number({digits.data(), end.ptr});
        ASSERT_TRUE(back.has_value());
        EXPECT_EQ(*back, *xlsx_number(typed))
            << testing::repeat_command("XlsxNumber.ComesBackFromTheDigitsThatSpreadsheetsWrite");
    }
}

TEST(XlsxDate, CountsDaysAsSpreadsheetsDo) {
    EXPECT_EQ(xlsx_date("61", false), "1900-03-01");
    EXPECT_EQ(xlsx_date("46307", false), "2026-10-12");
    EXPECT_EQ(xlsx_date("44845", true), "2026-10-12");
    EXPECT_EQ(xlsx_date("2958465", false), "9999-12-31");
}

TEST(XlsxDate, IsAWholeNumberInRange) {
    for (const char* serial : {"60", "0", "-1", "46307.5", "2958466", "1e11", "x"}) {
        EXPECT_FALSE(xlsx_date(serial, false).has_value()) << serial;
    }
}

} // namespace
} // namespace unbracket
