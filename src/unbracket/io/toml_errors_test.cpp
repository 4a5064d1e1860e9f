// What the TOML reader refuses, and in which words.

#include "unbracket/io/toml_reader.hpp"

#include "tests/support/format_conformance.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

std::string problem(const std::string& bytes, const DocumentLimits& limits = {}) {
    return testing::problem_of(read_toml(bytes, "f", limits));
}

TEST(TomlErrors, TellHowToMendAValue) {
    EXPECT_EQ(problem("w = high"),
              "1:5 the word `high` stands without quotes (put text in quotes: \"high\")");
    EXPECT_EQ(problem("w = Number of turbines # text"),
              "1:5 the word `Number` stands without quotes (put text in quotes: \"Number of "
              "turbines\")");
    EXPECT_EQ(problem("w = [one two, b]"),
              "1:6 the word `one` stands without quotes (put text in quotes: \"one two\")");
    EXPECT_EQ(problem("w = \u201Chigh\u201D"),
              "1:5 `\u201C` where a value should stand (use straight quotes: \")");
    EXPECT_EQ(problem("w ="),
              "1:4 a value is missing here (write a number, a date, or text in quotes)");
    EXPECT_EQ(problem("w = .5"), "1:5 the number `.5` is not written as TOML wants it (write a "
                                 "digit before the point: 0.5)");
    EXPECT_EQ(problem("w = 5."), "1:5 the number `5.` is not written as TOML wants it (write a "
                                 "digit after the point, or none)");
    EXPECT_EQ(problem("w = 007"), "1:5 the number `007` is not written as TOML wants it (write "
                                  "the number without leading zeros)");
    for (const std::string text : {"30-45", "30..45"}) {
        EXPECT_EQ(problem("w = " + text), "1:5 the number `" + text +
                                              "` is not written as TOML wants it (for a range "
                                              "write [30, 45])");
    }
    EXPECT_EQ(problem("w = 1__0"),
              "1:5 the number `1__0` is not written as TOML wants it (write digits with a point "
              "as decimal mark, such as 7, -0.25 or 1e3)");
    EXPECT_EQ(problem("w = 7,5"), "1:6 `,` where the line should end (one `key = value` or "
                                  "`[header]` on each line; text in quotes, dates as 2026-03-01)");
}

TEST(TomlErrors, TellWhatWasLeftOpen) {
    EXPECT_EQ(problem("a = \"x\nb = 1"),
              "1:5 text that begins here is not closed on its line (end it with \", or use three "
              "quotes for text of several lines)");
    EXPECT_EQ(problem("a = '''x\nb = 1"),
              "1:5 text that begins here is never closed (end it with ''')");
    EXPECT_EQ(problem("a = [1,\n2"), "1:5 the list that begins here is never closed (end it "
                                     "with ])");
    EXPECT_EQ(problem("a = [1\n2]"),
              "2:1 `2` instead of a comma in the list that begins on line 1 (put commas between "
              "the values and ] at the end)");
    EXPECT_EQ(problem("a = { b = 1,\nc = 2 }"),
              "1:5 the table that begins here is not closed on its line (a table in braces stands "
              "on one line; end it with })");
    EXPECT_EQ(problem("a = { b = 1\n}"),
              "1:5 the table that begins here is not closed on its line (a table in braces stands "
              "on one line; end it with })");
    EXPECT_EQ(problem("a = { b = 1, }"), "1:14 a comma right before } (remove the comma)");
    EXPECT_EQ(
        problem("a = { b = 1 c = 2 }"),
        "1:13 `c` instead of a comma in a table in braces (put commas between the pairs and } "
        "at the end)");
    EXPECT_EQ(problem("[a"), "1:3 this header is not closed (end it with ] on the same line)");
    EXPECT_EQ(problem("[issue.end of music]"), "1:12 this header is not closed (end it with ]; an "
                                               "id has no spaces, write - or _)");
    EXPECT_EQ(problem("[[a]"), "1:4 this header is not closed (end it with ]] on the same line)");
}

TEST(TomlErrors, TellWhatIsWrongWithAKey) {
    EXPECT_EQ(problem("stance alta = 1"), "1:8 no `=` behind the key `stance` (write key = value; "
                                          "text in quotes)");
    EXPECT_EQ(problem("a. = 1"), "1:4 a key is missing here (keys are letters, digits, - and _; "
                                 "anything else in quotes)");
    EXPECT_EQ(problem("\u00fc = 1"),
              "1:1 `\u00fc` where the line should end (one `key = value` or "
              "`[header]` on each line; text in quotes, dates as 2026-03-01)");
    EXPECT_EQ(problem("\"\"\"a\"\"\" = 1"),
              "1:1 a key in three quotes (use one quote on each side of a key)");
    EXPECT_EQ(problem("[]"), "1:2 a key is missing here (keys are letters, digits, - and _; "
                             "anything else in quotes)");
}

TEST(TomlErrors, RefuseControlCharactersAndBadEscapes) {
    EXPECT_EQ(problem("a = \"x\x01\""), "1:7 the control character `U+0001` inside text (remove "
                                        "it, or write it as an escape such as \\n or \\u001B)");
    EXPECT_EQ(problem("a = 1 # \x7F"), "1:9 a control character in a comment (remove it)");
    EXPECT_EQ(problem("a = \"\\q\""), "1:6 an escape that does not exist (write \\\\ for a "
                                      "backslash, or put the text in single quotes)");
    EXPECT_EQ(problem("a = \"\\u12\""),
              "1:6 an escape with too few hexadecimal digits (write \\uXXXX with four digits or "
              "\\UXXXXXXXX with eight)");
    for (const std::string none : {"\\ud800", "\\U00110000", "\\u0000"}) {
        EXPECT_EQ(problem("a = \"" + none + "\""),
                  "1:6 an escape that names no character (NUL, surrogates and numbers above "
                  "10FFFF are not allowed)");
    }
}

TEST(TomlErrors, RefuseBytesThatAreNoText) {
    EXPECT_EQ(problem("a = 1\n# \u00e9\xFF"), "2:4 the byte 0xFF is not UTF-8 here (save the file "
                                              "in the encoding UTF-8)");
    EXPECT_EQ(problem(std::string("a = 1\n\0", 7)), "2:1 a NUL byte (a text in UTF-8 has none; "
                                                    "remove the byte)");
    for (const std::string bytes :
         {"\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80",
          "\xF8\x88\x80\x80\x80", "\xC3", "\xE2\x82", "\xF0\x9F\x95", "\x80"}) {
        EXPECT_NE(problem("# " + bytes).find("is not UTF-8 here"), std::string::npos);
    }
}

TEST(TomlErrors, RefuseWhatIsOverTheLimits) {
    EXPECT_EQ(
        problem("a = 12345", {.bytes = 8}),
        "0:0 the file has more than 8 bytes (split it into layers, or move long quotations out "
        "of it)");
    EXPECT_EQ(problem("a = [[1]]", {.depth = 2}), "it was read");
    const std::string deep = " nested more than 2 deep (a case file needs no more than five or six "
                             "levels; look for a bracket left open)";
    EXPECT_EQ(problem("a = [[[1]]]", {.depth = 2}), "1:7" + deep);
    EXPECT_EQ(problem("[a]\nb = {c = {}}", {.depth = 2}), "2:10" + deep);
    EXPECT_EQ(problem("a.b.c.d = 1", {.depth = 2}), "1:7" + deep);
    EXPECT_EQ(problem("[a.b.c]", {.depth = 2}), "1:6" + deep);
    EXPECT_EQ(problem("[[a]]\n[[a.b]]", {.depth = 2}), "2:5" + deep);
    EXPECT_EQ(problem("a = 1\nb = 2", {.nodes = 3}), "it was read");
    EXPECT_EQ(problem("a = 1\nb = 2\nc = 3", {.nodes = 3}),
              "3:5 more than 3 values (split the file into layers)");
}

TEST(TomlErrors, FollowNoNestingThatWouldExhaustTheStack) {
    constexpr std::size_t many = 1000000;
    const DocumentLimits limits{.depth = many * 2};
    std::string dotted = "a";
    for (std::size_t i = 0; i < many; ++i) {
        dotted += ".a";
    }
    const std::string deep = "nested more than 200 deep";
    EXPECT_NE(problem("a = " + std::string(many, '['), limits).find(deep), std::string::npos);
    EXPECT_NE(problem(dotted + " = 1", limits).find(deep), std::string::npos);
    EXPECT_NE(problem("[" + dotted + "]", limits).find(deep), std::string::npos);
    std::string braces;
    for (std::size_t i = 0; i < many; ++i) {
        braces += "a={";
    }
    EXPECT_NE(problem(braces, limits).find(deep), std::string::npos);
}

} // namespace
} // namespace unbracket
