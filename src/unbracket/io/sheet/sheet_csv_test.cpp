#include "unbracket/io/csv.hpp"
#include "unbracket/io/sheet/sheet_csv.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

std::vector<std::vector<std::string>> texts_of(const std::string& bytes) {
    const Result<Sheet> sheet = read_sheet_csv(bytes, "t.csv");
    EXPECT_TRUE(sheet.ok());
    std::vector<std::vector<std::string>> texts;
    for (const SheetRow& row : sheet.value().rows) {
        texts.emplace_back();
        for (const SheetCell& cell : row.cells) {
            texts.back().push_back(cell.text);
        }
    }
    return texts;
}

const std::vector<std::vector<std::string>> table = {{"issue", "option"}, {"a,b", "12,5"}};

TEST(SheetCsv, TellsTheMarkBetweenCellsFromTheHeadings) {
    EXPECT_EQ(texts_of("issue,option\n\"a,b\",\"12,5\"\n"), table);
    EXPECT_EQ(texts_of("issue;option\na,b;12,5\n"), table);
    EXPECT_EQ(texts_of("issue\toption\na,b\t12,5\n"), table);
    EXPECT_EQ(texts_of("\xEF\xBB\xBF\"issue\";\"option\"\r\n\"a,b\";\"12,5\"\r\n"), table);
    EXPECT_EQ(texts_of("one\ntwo"), (std::vector<std::vector<std::string>>{{"one"}, {"two"}}));
}

TEST(SheetCsv, LooksForMarksOutsideQuotationMarks) {
    EXPECT_EQ(separator_of("\"a,b\";c"), ';');
    EXPECT_EQ(separator_of("\"a\"\",b\"\tc"), '\t');
    EXPECT_EQ(separator_of("a\n;"), ',');
    EXPECT_EQ(separator_of(""), ',');
}

TEST(SheetCsv, LetsNoSpreadsheetRunAText) {
    const Sheet sheet{"",
                      {},
                      {{1,
                        {{"=1+1", CellKind::text},
                         {"-5", CellKind::number},
                         {"-5", CellKind::text},
                         {"'x", CellKind::text},
                         {"@a", CellKind::text}}}},
                      {}};
    EXPECT_EQ(write_sheet_csv(sheet), "'=1+1,-5,'-5,''x,'@a\n");
    EXPECT_EQ(texts_of(write_sheet_csv(sheet)),
              (std::vector<std::vector<std::string>>{{"=1+1", "-5", "-5", "'x", "@a"}}));
}

TEST(SheetCsv, KeepsEmptyRowsAndNumbersThem) {
    const Sheet sheet{"", {}, {{2, {{"a", CellKind::text}}}, {4, {{"b", CellKind::text}}}}, {}};
    EXPECT_EQ(write_sheet_csv(sheet), "\na\n\nb\n");
    const Result<Sheet> again = read_sheet_csv("\na\n\nb\n", "t.csv");
    EXPECT_EQ(again.value().rows[3].number, 4U);
    EXPECT_EQ(to_string(place_of(again.value(), again.value().rows[3], 0)), "t.csv, cell A4");
}

TEST(SheetCsv, RefusesBrokenQuotationMarksWithTheirPlace) {
    const Result<Sheet> sheet = read_sheet_csv("issue;option\n\"a;b\n", "t.csv");
    ASSERT_FALSE(sheet.ok());
    EXPECT_EQ(to_string(sheet.problems().front()).find("t.csv:2:1: the quotation mark"), 0U);
    EXPECT_NE(to_string(read_sheet_csv("a,b\n", "t.csv", {.cells = 1}).problems().front())
                  .find("more than 1 cells"),
              std::string::npos);
    EXPECT_FALSE(read_sheet_csv("a,b\n", "t.csv", {.bytes = 3}).ok());
}

} // namespace
} // namespace unbracket
