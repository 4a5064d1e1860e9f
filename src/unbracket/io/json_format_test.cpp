// JSON against the contract that every format of case files keeps, its own errors, and the layout
// of what is written.

#include "unbracket/io/json_reader.hpp"
#include "unbracket/io/json_writer.hpp"

#include "tests/support/format_conformance.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

const char* const sample = R"({
  "unbracket": 1,
  "title": "River \u00e9 \"Sel\" \ud83d\udd4a\/\\\b\f\n\r\t",
  "as_of": "2026-03-01",
  "party": {"alta": {"name": "Alta", "role": ["signatory", "mediator"], "speaks": true}},
  "issue": {"share": {"range": {"min": -10, "max": 6.0e+1, "step": 0.5E-0}, "x": [[], {}, false]}}
}
)";

/// Dates are text in JSON, and numbers take its form.
Node as_json(Node document) {
    if (document.kind == NodeKind::date) {
        document.kind = NodeKind::text;
    }
    if (document.kind == NodeKind::number) {
        document.text = json_number(document.text).value_or("no number");
    }
    for (Node& item : document.items) {
        item = as_json(item);
    }
    for (Node::Member& member : document.members) {
        member.value = as_json(member.value);
    }
    return document;
}

testing::FormatUnderTest json(JsonStyle style) {
    testing::FormatUnderTest format;
    format.read = [](std::string_view bytes, const DocumentLimits& limits) {
        return read_json(bytes, "f", limits);
    };
    format.write = [style](const Node& document) { return write_json(document, style); };
    format.as_read_back = as_json;
    format.sample = sample;
    return format;
}

std::string problem(const std::string& bytes) {
    return testing::problem_of(read_json(bytes, "f"));
}

TEST(JsonFormat, ComesBackAsItWasWritten) {
    testing::expect_round_trips(json(JsonStyle::compact), "JsonFormat.ComesBackAsItWasWritten");
}

TEST(JsonFormat, ComesBackAsItWasWrittenOverSeveralLines) {
    testing::expect_round_trips(json(JsonStyle::indented),
                                "JsonFormat.ComesBackAsItWasWrittenOverSeveralLines");
}

TEST(JsonFormat, IsReadOrRefusedWhereverItEnds) {
    testing::expect_survives_truncation(json(JsonStyle::compact));
}

TEST(JsonFormat, RefusesBytesThatAreNoText) {
    testing::expect_refuses_bad_bytes(json(JsonStyle::compact));
}

TEST(JsonFormat, KeepsItsLimits) {
    testing::expect_keeps_limits(json(JsonStyle::compact));
}

TEST(JsonReader, KeepsOrderPlacesAndNumbersAsWritten) {
    const Result<Node> document =
        read_json("\xEF\xBB\xBF{\"z\": -0,\r\n  \"\u00e4\": [\"\u00e9\", 1.50E+07],\n"
                  "\"a\": 123456789012345678901234567890, \"b\": 1e400}",
                  "case.json");
    ASSERT_TRUE(document.ok()) << testing::problem_of(document);
    const std::vector<Node::Member>& members = document.value().members;
    ASSERT_EQ(members.size(), 4U);
    EXPECT_EQ(members[0].key, "z");
    EXPECT_EQ(members[0].value.text, "-0");
    EXPECT_EQ(members[1].at, (SourcePosition{"case.json", 2, 3}));
    EXPECT_EQ(members[1].value.items[0].at, (SourcePosition{"case.json", 2, 9}));
    EXPECT_EQ(members[1].value.items[1].at, (SourcePosition{"case.json", 2, 14}));
    EXPECT_EQ(members[1].value.items[1].text, "1.50E+07");
    EXPECT_EQ(members[2].value.text, "123456789012345678901234567890");
    EXPECT_EQ(members[3].value.text, "1e400");
}

TEST(JsonReader, ReadsEveryEscape) {
    const Result<Node> document = read_json(sample, "f");
    ASSERT_TRUE(document.ok());
    EXPECT_EQ(document.value().find("title")->text, "River \u00e9 \"Sel\" \U0001F54A/\\\b\f\n\r\t");
}

TEST(JsonReader, TellsHowToMendAValue) {
    EXPECT_EQ(problem("{\"a\": null}"), "1:7 null means nothing in a case (leave the key out, or "
                                        "write \"unknown\" where a content is unknown)");
    EXPECT_EQ(problem("{\"a\": high}"),
              "1:7 the word `high` stands without quotes (put text in double quotes: \"high\")");
    for (const std::string number : {"01", "1.", ".5", "+1", "-", "1e", "0x1F", "1_000", "1-2"}) {
        EXPECT_EQ(problem("{\"a\": " + number + "}"),
                  "1:7 the number `" + number +
                      "` is not written as JSON wants it (write digits with a point as decimal "
                      "mark and no leading zeros, such as 7, -0.25 or 1e3)");
    }
    EXPECT_EQ(problem("{\"a\": 'b'}"),
              "1:7 `'` where a value should stand (use straight double quotes: \")");
    EXPECT_EQ(problem("{\"a\": // b\n1}"), "1:7 `/` where a value should stand (JSON has no "
                                           "comments; keep notes in a key such as \"title\")");
    EXPECT_EQ(problem("{\"a\": "), "1:7 the file ends where a value should stand (complete it; "
                                   "every { and [ needs its end)");
    EXPECT_EQ(problem("{\"a\": NaN}"),
              "1:7 the word `NaN` stands without quotes (put text in double quotes: \"NaN\")");
}

TEST(JsonReader, TellsWhatIsWrongWithBracketsAndCommas) {
    EXPECT_EQ(problem("{\"a\": [1, 2,]}"), "1:12 a comma right before ] (remove the comma)");
    EXPECT_EQ(problem("{\"a\": 1,\n}"), "1:8 a comma right before } (remove the comma)");
    EXPECT_EQ(problem("{\"a\": 1\n \"b\": 2}"),
              "2:2 `\"` instead of a comma or } (put commas between the values; the bracket was "
              "opened on line 1)");
    EXPECT_EQ(problem("{\"a\": [1"),
              "1:7 the bracket that is opened here is never closed (end it with ])");
    EXPECT_EQ(problem("{\"a\": 1}}"), "1:9 `}` behind the end of the object (a case in JSON is one "
                                      "object; look for a brace too many)");
    EXPECT_EQ(problem("[1]"), "1:1 this is no JSON object (begin the file with {)");
    EXPECT_EQ(problem(""), "1:1 this is no JSON object (begin the file with {)");
}

TEST(JsonReader, TellsWhatIsWrongWithAKey) {
    EXPECT_EQ(problem("{a: 1}"), "1:2 `a` where a key should stand (keys stand in double quotes)");
    EXPECT_EQ(problem("{\"a\" 1}"), "1:6 no colon behind the key `a` (write \"key\": value)");
    EXPECT_EQ(problem("{\"a\": 1,\n\"b\": 2,\n\"\\u0061\": 3}"),
              "3:1 the key `a` stands twice (it was first given on line 1; keep one of them)");
}

TEST(JsonReader, RefusesTextThatIsNotWellFormed) {
    EXPECT_EQ(problem("{\"a\": \"b\n\"}"), "1:7 text that begins here is not closed on its line "
                                           "(end it with \", and write \\n for a line break inside "
                                           "it)");
    EXPECT_EQ(problem("{\"a\": \"b"), "1:7 text that begins here is never closed (end it with \")");
    EXPECT_EQ(problem("{\"a\": \"\x01\"}"), "1:8 the control character `U+0001` inside text "
                                            "(remove it, or write it as an escape such as \\t or "
                                            "\\u001B)");
    EXPECT_EQ(problem("{\"a\": \"\\x\"}"),
              "1:8 an escape that does not exist (write \\\\ for a backslash)");
    EXPECT_EQ(problem("{\"a\": \"\\u12\"}"),
              "1:8 an escape with too few hexadecimal digits (write \\u and four digits)");
    for (const std::string none : {"\\ud800", "\\udc00", "\\ud800\\u0061", "\\u0000"}) {
        EXPECT_EQ(problem("{\"a\": \"" + none + "\"}"),
                  "1:8 an escape that names no character (NUL and half a surrogate pair are not "
                  "allowed)");
    }
}

TEST(JsonWriter, WritesOneLineOrSeveral) {
    Node document = table_node();
    add_member(document, "title", text_node("a \"b\"\n\x01"));
    add_member(document, "as_of", date_node("2026-03-01"));
    Node& range = add_member(document, "range", table_node());
    add_member(range, "min", number_node("+1_0.50"));
    add_member(range, "list", list_node({boolean_node(true), list_node({})}));
    EXPECT_EQ(write_json(document, JsonStyle::compact).value(),
              "{\"title\":\"a \\\"b\\\"\\n\\u0001\",\"as_of\":\"2026-03-01\",\"range\":{\"min\":"
              "10.50,\"list\":[true,[]]}}");
    EXPECT_EQ(write_json(document, JsonStyle::indented).value(),
              "{\n  \"title\": \"a \\\"b\\\"\\n\\u0001\",\n  \"as_of\": \"2026-03-01\",\n"
              "  \"range\": {\"min\": 10.50, \"list\": [true, []]}\n}\n");
}

TEST(JsonWriter, RefusesEveryNumberThatJsonLacks) {
    Node document = table_node();
    add_member(document, "a", number_node("nan", {"f", 1, 5}));
    add_member(document, "b", list_node({number_node("-inf", {"f", 2, 6}), number_node("1")}));
    const Result<std::string> text = write_json(document, JsonStyle::compact);
    ASSERT_FALSE(text.ok());
    ASSERT_EQ(text.problems().size(), 2U);
    EXPECT_EQ(text.problems()[0].what, "JSON has no number `nan`");
    EXPECT_EQ(text.problems()[0].where, (SourcePosition{"f", 1, 5}));
    EXPECT_EQ(text.problems()[1].what, "JSON has no number `-inf`");
}

TEST(JsonWriter, TurnsOtherBasesIntoDecimal) {
    EXPECT_EQ(json_number("0x1F"), "31");
    EXPECT_EQ(json_number("0xffff_ffff_ffff_ffff_ffff"), "1208925819614629174706175");
    EXPECT_EQ(json_number("0o17"), "15");
    EXPECT_EQ(json_number("0b1_01"), "5");
    EXPECT_EQ(json_number("0b102"), std::nullopt);
    EXPECT_EQ(json_number("0x"), std::nullopt);
    EXPECT_EQ(json_number("inf"), std::nullopt);
    EXPECT_EQ(json_number("0x" + std::string(100000, 'F')), std::nullopt);
}

} // namespace
} // namespace unbracket
