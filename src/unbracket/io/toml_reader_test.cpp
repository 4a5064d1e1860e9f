#include "unbracket/io/toml_reader.hpp"

#include "tests/support/format_conformance.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

using Keys = std::vector<std::string>;

Node read(const std::string& bytes) {
    const Result<Node> document = read_toml(bytes, "case.toml");
    EXPECT_TRUE(document.ok()) << (document ? "" : to_string(document.problems().front()));
    return document ? document.value() : Node{};
}

std::string problem(const std::string& bytes) {
    return testing::problem_of(read_toml(bytes, "f"));
}

Keys keys(const Node& table) {
    Keys names;
    for (const Node::Member& member : table.members) {
        names.push_back(member.key);
    }
    return names;
}

std::string place(const SourcePosition& at) {
    return std::to_string(at.line) + ":" + std::to_string(at.column);
}

TEST(TomlReader, KeepsTheOrderOfAppearance) {
    const Node document = read("zebra = 1\nparty.beta = 1\n[issue.z]\nb = 1\na = 2\n[middle]\n"
                               "[issue.a]\nlast = {y = 1, x = 2}\n");
    EXPECT_EQ(keys(document), (Keys{"zebra", "party", "issue", "middle"}));
    EXPECT_EQ(keys(*document.find("issue")), (Keys{"z", "a"}));
    EXPECT_EQ(keys(*document.find("issue")->find("z")), (Keys{"b", "a"}));
    EXPECT_EQ(keys(*document.find("issue")->find("a")->find("last")), (Keys{"y", "x"}));
}

TEST(TomlReader, KeepsTheOrderInLargeTables) {
    std::string text;
    for (int i = 99; i >= 0; --i) {
        text += "key" + std::to_string(i) + " = " + std::to_string(i) + "\n";
    }
    const Node document = read(text);
    ASSERT_EQ(document.members.size(), 100U);
    EXPECT_EQ(document.members.front().key, "key99");
    EXPECT_EQ(document.members.back().key, "key0");
    EXPECT_EQ(problem(text + "key41 = 1\n"), "101:1 the key `key41` stands twice (it was first "
                                             "given on line 59; keep one of them)");
}

TEST(TomlReader, KeepsNumbersAsWritten) {
    for (const std::string number :
         {"0", "-0", "+7", "1_000", "0x1F", "0o17", "0b101", "0.10", "6.0e1", "1E-3", "-1.5e+10",
          "inf", "-nan", "123456789012345678901234567890", "0.1000000000000000055511151231257827",
          "1e400", "1e0_1"}) {
        const Node document = read("n = " + number);
        ASSERT_EQ(document.members.size(), 1U) << number;
        EXPECT_EQ(document.find("n")->kind, NodeKind::number) << number;
        EXPECT_EQ(document.find("n")->text, number);
    }
}

TEST(TomlReader, GivesThePlaceOfEachKeyAndValue) {
    const Node document = read("\"ä\" = \"é\" # é\n\n[issue.\"ü\"]\n  weight = [ 'é', 1,\n\t2.5 ]\n"
                               "[[rule]]\n  if = { k = 0 }\n");
    EXPECT_EQ(document.members[0].at, (SourcePosition{"case.toml", 1, 1}));
    EXPECT_EQ(place(document.members[0].value.at), "1:7");
    const Node& issue = *document.find("issue");
    EXPECT_EQ(place(issue.at), "3:2");
    EXPECT_EQ(place(issue.members[0].at), "3:8");
    const Node::Member& weight = issue.members[0].value.members[0];
    EXPECT_EQ(place(weight.at), "4:3");
    EXPECT_EQ(place(weight.value.at), "4:12");
    EXPECT_EQ(place(weight.value.items[0].at), "4:14");
    EXPECT_EQ(place(weight.value.items[1].at), "4:19");
    EXPECT_EQ(place(weight.value.items[2].at), "5:2");
    const Node& rule = document.find("rule")->items[0];
    EXPECT_EQ(place(document.find("rule")->at), "6:3");
    EXPECT_EQ(place(rule.at), "6:1");
    EXPECT_EQ(place(rule.members[0].value.at), "7:8");
    EXPECT_EQ(place(rule.members[0].value.members[0].at), "7:10");
}

TEST(TomlReader, ReadsDatesAsIsoText) {
    const Node document = read("as_of = 2026-03-01");
    EXPECT_EQ(document.find("as_of")->kind, NodeKind::date);
    EXPECT_EQ(document.find("as_of")->text, "2026-03-01");
    EXPECT_EQ(problem("a = 2026-02-29"), "1:5 the date `2026-02-29` does not exist (write "
                                         "year-month-day, such as 2026-03-01)");
    for (const std::string time : {"2026-03-01T10:00:00", "2026-03-01 10:00:00", "2026-03-01t1"}) {
        EXPECT_EQ(problem("a = " + time),
                  "1:5 a date with a time of day (a case file counts in days; write 2026-03-01)");
    }
    EXPECT_EQ(problem("a = 10:30:00"), "1:5 a time of day (a case file counts in days; put the "
                                       "time in quotes to keep it)");
    EXPECT_EQ(problem("a = 2026-3-1"),
              "1:5 the number `2026-3-1` is not written as TOML wants it (write a date as "
              "year-month-day with two digits for month and day: 2026-03-01)");
}

TEST(TomlReader, ReadsTextInAllFourForms) {
    EXPECT_EQ(read(R"(a = "\b\t\n\f\r\"\\\u00e9\U0001F54A")").find("a")->text,
              "\b\t\n\f\r\"\\\u00e9\U0001F54A");
    EXPECT_EQ(read(R"(a = 'C:\n "x"')").find("a")->text, "C:\\n \"x\"");
    EXPECT_EQ(read("a = \"\"\"\r\none\r\ntwo \\  \n\n  three\"\"\"\"\"").find("a")->text,
              "one\ntwo three\"\"");
    EXPECT_EQ(read("a = '''\n'one'\n''''").find("a")->text, "'one'\n'");
    EXPECT_EQ(read("a = ''").find("a")->text, "");
    EXPECT_EQ(read("a = \"\"\"\"\"\"").find("a")->text, "");
}

TEST(TomlReader, TakesAByteOrderMarkAndCarriageReturns) {
    const Node document = read("\xEF\xBB\xBF"
                               "a = 1\r\n# note\r\nb = [\r\n1,\r\n]\r\n[t]\r\n");
    EXPECT_EQ(keys(document), (Keys{"a", "b", "t"}));
    EXPECT_EQ(place(document.members[0].at), "1:1");
    EXPECT_EQ(problem("a = 1\rb = 2"),
              "1:6 a carriage return without a line feed (end lines with LF or CR LF)");
}

TEST(TomlReader, ExtendsTablesOnlyAsTheFormatAllows) {
    EXPECT_EQ(keys(*read("[a.b]\nx = 1\n[a]\ny = 2").find("a")), (Keys{"b", "y"}));
    EXPECT_EQ(keys(*read("[a.b.c]\n[a]\nb.d = 2").find("a")->find("b")), (Keys{"c", "d"}));
    EXPECT_EQ(keys(*read("[f]\na.c = 1\na.t.s = 2\n[f.a.x]").find("f")->find("a")),
              (Keys{"c", "t", "x"}));
    const Node lists = read("[[a]]\n[a.b]\nx = 1\n[[a.c]]\n[[a]]\n[a.b]\ny = 2");
    ASSERT_EQ(lists.find("a")->items.size(), 2U);
    EXPECT_EQ(keys(lists.find("a")->items[0]), (Keys{"b", "c"}));
    EXPECT_EQ(keys(*lists.find("a")->items[1].find("b")), (Keys{"y"}));
    for (const std::string twice :
         {"[a]\n[a]", "a = 1\n[a]", "a = {}\n[a.b]", "a = {b = {}}\na.b.c = 1", "[a.b]\n[[a]]",
          "a = []\n[[a]]", "[[a]]\n[a]", "[a]\nb.c = 1\n[a.b]", "[a.b]\n[a]\nb.c = 1",
          "a.b = 1\na.b.c = 2", "a = {b = 1, b.c = 2}", "[[a.b]]\n[a]\nb.c = 1"}) {
        EXPECT_NE(problem(twice).find("it was first "), std::string::npos) << problem(twice);
    }
}

TEST(TomlReader, NamesTheFirstPlaceOfAKeyGivenTwice) {
    EXPECT_EQ(problem("a = 1\n\n  b = {c = 1, 'c' = 2}"),
              "3:15 the key `c` stands twice (it was first given on line 3; keep one of them)");
    EXPECT_EQ(problem("[issue.x]\n[issue.y]\n[issue.x]"),
              "3:8 `x` is defined twice (it was first defined on line 1; put everything about it "
              "in one place)");
}

} // namespace
} // namespace unbracket
