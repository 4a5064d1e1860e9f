// How single values and small tables are laid out; toml_format_test.cpp shows a whole case.

#include "unbracket/io/toml_reader.hpp"
#include "unbracket/io/toml_writer.hpp"
#include "unbracket/model/edit.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

/// The document as TOML, after it was seen to read back.
std::string written(const Node& document) {
    const std::string text = write_toml(document);
    const Result<Node> again = read_toml(text, "f");
    EXPECT_TRUE(again.ok()) << text;
    EXPECT_TRUE(again.ok() && again.value().same_content(document)) << text;
    return text;
}

std::string written(std::string_view document) {
    return written(parse_setting_value(document));
}

std::string written_text(const std::string& text) {
    Node document = table_node();
    add_member(document, "a", text_node(text));
    return written(document);
}

TEST(TomlLayout, OfScalarsIsOneLineEach) {
    EXPECT_EQ(written("{ a = 1_0.50, b = true, c = 2027-05-10, d = x }"),
              "a = 1_0.50\nb = true\nc = 2027-05-10\nd = \"x\"\n");
}

TEST(TomlLayout, QuotesKeysThatNeedIt) {
    EXPECT_EQ(written("{ \"a b\" = 1, \"a.b\" = 2, \"\u00e9\" = 3, a-b_1 = 4 }"),
              "\"a b\" = 1\n\"a.b\" = 2\n\"\u00e9\" = 3\na-b_1 = 4\n");
    Node document = table_node();
    add_member(document, "", number_node("1"));
    add_member(document, "q\"\n", number_node("2"));
    EXPECT_EQ(written(document), "\"\" = 1\n\"q\\\"\\n\" = 2\n");
}

TEST(TomlLayout, EscapesWhatWouldEndAText) {
    EXPECT_EQ(written_text("say \"no\""), "a = \"say \\\"no\\\"\"\n");
    EXPECT_EQ(written_text("C:\\x"), "a = \"C:\\\\x\"\n");
    EXPECT_EQ(written_text("\u00e9\U0001F54A"), "a = \"\u00e9\U0001F54A\"\n");
    EXPECT_EQ(written_text(""), "a = \"\"\n");
}

TEST(TomlLayout, ReadsBackTextsOfEveryKind) {
    for (const std::string text :
         {"\n", "a\n", "\na", "a\r\nb", "a\rb", "\t", "\x01\x1F\x7F", "\"\"\"", "a\n\"\"\"\nb",
          "a\n\"\"\"\"\"", "a\\\nb", "a\n\\", " a \n b ", "'''\n'''"}) {
        written_text(text);
    }
}

TEST(TomlLayout, BreaksLongListsOnly) {
    const std::string item(30, 'x');
    EXPECT_EQ(written("{ a = [" + item + ", " + item + "] }"),
              "a = [\"" + item + "\", \"" + item + "\"]\n");
    const std::string line = "    \"" + item + "\",\n";
    EXPECT_EQ(written("{ a = [" + item + ", " + item + ", " + item + "] }"),
              "a = [\n" + line + line + line + "]\n");
}

TEST(TomlLayout, GivesSectionsOfACaseHeaders) {
    EXPECT_EQ(written("{ issue.x.weight.alta = 1, rule = [{ forbid.x = a }, { forbid.x = b }] }"),
              "[issue.x]\nweight = { alta = 1 }\n\n[[rule]]\nforbid = { x = \"a\" }\n\n[[rule]]\n"
              "forbid = { x = \"b\" }\n");
    EXPECT_EQ(written("{ party = { alta = {}, bera.name = Bera }, fallback = { alta = 1 } }"),
              "party.alta = {}\nparty.bera = { name = \"Bera\" }\n\n[fallback]\nalta = 1\n");
}

TEST(TomlLayout, OfListsThatMixTablesAndValuesStaysInBrackets) {
    EXPECT_EQ(written("{ a = [{ b = 1 }, 2], c = [] }"), "a = [{ b = 1 }, 2]\nc = []\n");
}

TEST(TomlLayoutDeathTest, NeedsATable) {
    EXPECT_DEATH(write_toml(text_node("x")), "a document is a table");
}

} // namespace
} // namespace unbracket
