#include "unbracket/io/sheet/cell_value.hpp"
#include "unbracket/model/edit.hpp"

#include "tests/support/random_document.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const SourcePosition at{"t.csv, cell", 7, 3};

Result<std::optional<Node>> read(const std::string& text) {
    return value_of({text, CellKind::text}, at);
}

/// The value as canonical text; `-` for an empty cell.
std::string value(const std::string& text) {
    const Result<std::optional<Node>> found = read(text);
    if (!found) {
        return found.problems().front().what;
    }
    return found.value() ? canonical_text(*found.value()) : "-";
}

std::string problem(const std::string& text) {
    const Result<std::optional<Node>> found = read(text);
    return found ? "it was read" : to_string(found.problems().front());
}

TEST(CellValue, IsAWordANumberOrARange) {
    EXPECT_EQ(value("ideal"), "\"ideal\"");
    EXPECT_EQ(value("  redline bad "), "\"redline bad\"");
    EXPECT_EQ(value("one > three | five"), "\"one > three | five\"");
    EXPECT_EQ(value("> 40"), "\"> 40\"");
    EXPECT_EQ(value("12.5"), "25/2");
    EXPECT_EQ(value("-7"), "-7");
    EXPECT_EQ(value("100/3"), "\"100/3\"");
    EXPECT_EQ(value("[60, 80]"), "[60,80]");
    EXPECT_EQ(value("60..80"), "[60,80]");
    EXPECT_EQ(value("\"5\""), "\"5\"");
    EXPECT_EQ(value("{ draft = \"a\", trend = \"falling\" }"),
              R"({"draft":"a","trend":"falling"})");
    EXPECT_EQ(value("[ { from = 2027-01-01, value = 5 } ]"),
              R"([{"from":"2027-01-01","value":5}])");
    EXPECT_EQ(value(""), "-");
    EXPECT_EQ(value(" \xC2\xA0"), "-");
}

TEST(CellValue, IsNeverANumberThatWasNotMeant) {
    EXPECT_EQ(problem("12,5"),
              "t.csv, cell C7: `12,5` has a comma inside; write 12.5 with a point; "
              "the comma could also mark thousands");
    EXPECT_NE(problem("1,250,000").find("has a comma inside"), std::string::npos);
    EXPECT_NE(problem("60, 80").find("ranges as [10, 12]"), std::string::npos);
    EXPECT_EQ(
        problem("10-12"),
        "t.csv, cell C7: `10-12` is no number, and may be what a spreadsheet took for a date; "
        "format the cell as text, then type a number such as 7.5, a range such as [10, 12] or a "
        "fraction such as 1/3");
    for (const char* text :
         {"12/10/26", "2026-10-12", "12.10.2026", "1 000", "12:30", "1'000", "--5"}) {
        EXPECT_NE(problem(text), "it was read") << text;
    }
}

TEST(CellValue, OfANumberIsSpelledAsCaseFilesDo) {
    const auto number = [](const std::string& text) {
        return value_of({text, CellKind::text}, {}).value()->text;
    };
    EXPECT_EQ(number("07"), "7");
    EXPECT_EQ(number("-05"), "-5");
    EXPECT_EQ(number("00.5"), "0.5");
    EXPECT_EQ(number("00"), "0");
    EXPECT_EQ(number("10"), "10");
    EXPECT_EQ(value_of({"[010, 20]", CellKind::text}, {}).value()->items[0].text, "10");
}

TEST(CellValue, RefusesWhatIsBegunAndNotEnded) {
    for (const char* text : {"[60, 80", "{ a = ", "\"open", "'open", "[1]\nw = 2", "{}x"}) {
        EXPECT_NE(problem(text).find("begins like a list, a table or a text and is none"),
                  std::string::npos)
            << text;
    }
    EXPECT_NE(problem("true").find("no value of an entry"), std::string::npos);
    EXPECT_NE(problem(std::string("a\0b", 3)).find("NUL"), std::string::npos);
    EXPECT_NE(problem("\xC3").find("not UTF-8"), std::string::npos);
    EXPECT_EQ(value_of({"5", CellKind::formula}, at).problems().front().what,
              "the cell holds a formula");
}

TEST(CellValue, HasThePlaceOfItsCellThroughout) {
    const Node list = *read("[ { a = 1 } ]").value();
    EXPECT_EQ(list.at, at);
    EXPECT_EQ(list.items[0].members[0].at, at);
    EXPECT_EQ(list.items[0].members[0].value.at, at);
}

TEST(CellValue, OfACaseComesBack) {
    EXPECT_EQ(cell_of(text_node("unknown")).text, "");
    EXPECT_EQ(cell_of(number_node("5.0")).text, "5");
    EXPECT_EQ(cell_of(number_node("1e3")).kind, CellKind::number);
    EXPECT_EQ(cell_of(number_node("1.25e-15")).text, "0.00000000000000125");
    EXPECT_EQ(cell_of(number_node("0.1234567890123456789")).kind, CellKind::text);
    EXPECT_EQ(cell_of(text_node("5")).text, "\"5\"");
    EXPECT_EQ(cell_of(text_node("")).text, "\"\"");
    EXPECT_EQ(cell_of(list_node({number_node("60"), number_node("80")})).text, "[60, 80]");
}

TEST(CellValue, ComesBackWhateverItHolds) {
    for (std::size_t i = 0; i < testing::shared_count(3000); ++i) {
        SCOPED_TRACE(testing::repeat_command("CellValue.ComesBackWhateverItHolds"));
        const Node document = testing::RandomDocument(testing::suite_seed() * 1'000'003 + i).make();
        for (const Node::Member& member : document.members) {
            const bool is_alone =
                member.value.kind == NodeKind::boolean || member.value.kind == NodeKind::date;
            if (is_alone || canonical_text(member.value).find('#') != std::string::npos) {
                continue; // no entry is one
            }
            const Result<std::optional<Node>> again = value_of(cell_of(member.value), at);
            ASSERT_TRUE(again.ok()) << to_string(again.problems().front());
            ASSERT_TRUE(again.value().has_value());
            EXPECT_EQ(canonical_text(*again.value()), canonical_text(member.value));
        }
    }
}

TEST(SaysSame, CountsNothingAsUnknown) {
    const Node unknown = text_node("unknown");
    const Node five = number_node("5");
    const Node also_five = number_node("5.0");
    EXPECT_TRUE(says_same(nullptr, nullptr));
    EXPECT_TRUE(says_same(&unknown, nullptr));
    EXPECT_TRUE(says_same(&five, &also_five));
    EXPECT_FALSE(says_same(&five, nullptr));
    EXPECT_FALSE(says_same(&five, &unknown));
}

} // namespace
} // namespace unbracket
