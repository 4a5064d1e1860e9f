// The values of JSON that hold no other value, one by one.

#include "unbracket/io/json_reader.hpp"
#include "unbracket/io/json_scalar.hpp"
#include "unbracket/io/json_writer.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

TEST(JsonNumbers, AreThoseOfTheStandard) {
    for (const char* text :
         {"0", "-0", "7", "-7", "10", "0.5", "-0.5", "10.25", "1e3", "1E3", "1e+3", "1e-3", "0e0",
          "0.0e-0", "1.5E+10", "123456789012345678901234567890"}) {
        EXPECT_TRUE(is_json_number(text)) << text;
    }
}

TEST(JsonNumbers, AreNothingElse) {
    for (const char* text : {"",      "-",    "+1", "01",  "-01",      "00",    ".5",    "5.",
                             "-.5",   "1.e3", "1e", "1e+", "e5",       "1e5.5", "1.2.3", "0x10",
                             "1_000", " 1",   "1 ", "NaN", "Infinity", "--1",   "1-2"}) {
        EXPECT_FALSE(is_json_number(text)) << "`" << text << "`";
    }
}

TEST(JsonNumbers, LoseWhatOnlyTomlCanWrite) {
    EXPECT_EQ(json_number("7"), "7");
    EXPECT_EQ(json_number("-12.50"), "-12.50");
    EXPECT_EQ(json_number("+7"), "7");
    EXPECT_EQ(json_number("1_000.2_5"), "1000.25");
    EXPECT_EQ(json_number("1E+0_3"), "1E+03");
    EXPECT_EQ(json_number("nan"), std::nullopt);
    EXPECT_EQ(json_number("-inf"), std::nullopt);
}

std::string text_of(const std::string& written) {
    const Result<Node> document = read_json("{\"a\": " + written + "}", "f");
    return document ? document.value().find("a")->text : document.problems().front().what;
}

TEST(JsonTexts, JoinTheHalvesOfACharacter) {
    EXPECT_EQ(text_of(R"("\ud83d\udd4a")"), "\U0001F54A");
    EXPECT_EQ(text_of(R"("\uD800\uDC00")"), "\U00010000");
    EXPECT_EQ(text_of(R"("\uDBFF\uDFFF")"), "\U0010FFFF");
    EXPECT_EQ(text_of(R"("\ud7ff\ue000")"), "\uD7FF\uE000");
}

TEST(JsonTexts, RefuseHalfACharacter) {
    for (const char* text : {R"("\ud83d")", R"("\udd4a")", R"("\udd4a\ud83d")", R"("\ud83dx")",
                             R"("\ud83d\n")", R"("\ud83d\ud83d")"}) {
        EXPECT_EQ(text_of(text), "an escape that names no character") << text;
    }
    EXPECT_EQ(text_of(R"("\ud83d\u12")"), "an escape with too few hexadecimal digits");
}

TEST(JsonTexts, ComeBackThroughQuotes) {
    std::string every;
    for (char byte = 1; byte < 127; ++byte) {
        every += byte;
    }
    every += "\u00e9\U0001F54A";
    EXPECT_EQ(text_of(json_quoted(every)), every);
    EXPECT_EQ(json_quoted("a\"b\\c\n\x1f"), R"("a\"b\\c\n\u001F")");
}

TEST(JsonNulls, AreKeptOnlyWhereTheyAreAskedFor) {
    const Result<Node> kept = read_json("{\"a\": null}", "f", {}, JsonNulls::kept);
    ASSERT_TRUE(kept.ok());
    EXPECT_EQ(kept.value().find("a")->kind, NodeKind::null);
    EXPECT_EQ(write_json(kept.value(), JsonStyle::compact).value(), "{\"a\":null}");
    EXPECT_EQ(read_json("{\"a\": nul}", "f", {}, JsonNulls::kept).problems().front().what,
              "the word `nul` stands without quotes");
}

} // namespace
} // namespace unbracket
