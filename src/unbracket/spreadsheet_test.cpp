#include "unbracket/io/sheet/xlsx_reader.hpp"
#include "unbracket/io/sheet/xlsx_writer.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/spreadsheet.hpp"
#include "unbracket/statement_sheet.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string sample = R"(unbracket = 1 # a comment
party.alta = {}
[issue.term]
option = { five = "5 years", ten = "10 years" }
weight.alta = "high" # as the radio had it
stance.alta = { five = "ideal", ten = "bad" }
[fallback]
alta = 20
[[said]]
id = "s1"
who = "Alta"
speaks_for = "alta"
date = 2026-03-01
claim = "=five"
about = "alta"
supports = ["issue.term.weight.alta"]
)";

Workbook workbook() {
    const Node document = read_toml(sample, "case.toml").value();
    return read_xlsx(case_workbook(document, sample).value(), "c.xlsx").value();
}

Result<SheetCase> read(const Workbook& sheets) {
    return read_workbook_case(write_xlsx(sheets), "c.xlsx");
}

std::string& text_at(Workbook& sheets, std::size_t sheet, std::size_t row, std::size_t column) {
    std::vector<SheetCell>& cells = sheets[sheet].rows[row].cells;
    cells.resize(std::max(cells.size(), column + 1));
    return cells[column].text;
}

std::string problem_of(const Workbook& sheets) {
    const Result<SheetCase> found = read(sheets);
    return found ? "it was read" : to_string(found.problems().front());
}

/// The column of the sheet Statements with that heading.
std::size_t column_of(const Workbook& sheets, const std::string& name) {
    const std::vector<SheetCell>& heading = sheets[1].rows[0].cells;
    for (std::size_t i = 0; i < heading.size(); ++i) {
        if (heading[i].text == name) {
            return i;
        }
    }
    ADD_FAILURE() << name;
    return 0;
}

TEST(CaseWorkbook, IsTheCaseWithItsComments) {
    const Workbook sheets = workbook();
    ASSERT_EQ(sheets.size(), 4U);
    EXPECT_EQ(sheets[0].name, "Positions");
    EXPECT_EQ(sheets[1].name, "Statements");
    const SheetCase found = read(sheets).value();
    EXPECT_EQ(found.text, sample);
    EXPECT_TRUE(found.changes.empty());
    EXPECT_TRUE(found.remarks.empty());
}

TEST(CaseWorkbook, ChangesTheCaseFileWhereItSaysOtherwise) {
    Workbook sheets = workbook();
    text_at(sheets, 0, 1, 4) = "low";
    const SheetCase found = read(sheets).value();
    ASSERT_EQ(found.changes.size(), 1U);
    EXPECT_EQ(found.changes[0].address, "issue.term.weight.alta");
    EXPECT_NE(found.text.find("weight.alta = \"low\" # as the radio had it"), std::string::npos);
    EXPECT_EQ(found.text.find("supports"), std::string::npos) << found.text;
}

TEST(CaseWorkbook, NeedsItsCaseFile) {
    Workbook sheets = workbook();
    sheets[2].name = "Something";
    EXPECT_EQ(problem_of(sheets),
              "c.xlsx: no sheet is called `Case file`, so this is no whole case; name the case "
              "file, and this file behind `convert --positions`");
    sheets = workbook();
    text_at(sheets, 2, 1, 0) = "party.alta = {";
    EXPECT_EQ(problem_of(sheets).find("c.xlsx, sheet Case file:2:"), 0U);
    sheets = workbook();
    text_at(sheets, 2, 1, 0) = "party.alta = { nmae = \"Alta\" }";
    EXPECT_EQ(problem_of(sheets).find("c.xlsx, sheet Case file:2:16: unknown key"), 0U)
        << problem_of(sheets);
}

TEST(CaseWorkbook, NamesTheCellOfAWrongValue) {
    Workbook sheets = workbook();
    text_at(sheets, 0, 2, 4) = "idael";
    EXPECT_EQ(problem_of(sheets).find("c.xlsx, sheet Positions, cell E3: "), 0U);
    sheets = workbook();
    text_at(sheets, 1, 1, column_of(sheets, "about")) = "bera";
    EXPECT_EQ(problem_of(sheets).find("c.xlsx, sheet Statements, cell"), 0U) << problem_of(sheets);
}

TEST(CaseWorkbook, CutsLinesThatNoCellHolds) {
    const std::string text = "unbracket = 1\nsummary = \"" + std::string(29'986, 'x') + "\u00e4" +
                             std::string(70'000, 'y') +
                             "\"\n\nparty.a = {}\nissue.x.option = [\"one\", \"two\"]\n";
    const Node document = read_toml(text, "case.toml").value();
    const std::string bytes = case_workbook(document, text).value();
    const Result<SheetCase> again = read_workbook_case(bytes, "c.xlsx");
    ASSERT_TRUE(again.ok()) << to_string(again.problems().front());
    EXPECT_EQ(again.value().text, text);
    const Workbook sheets = read_xlsx(bytes, "c.xlsx").value();
    for (const SheetRow& row : sheets[2].rows) {
        for (const SheetCell& cell : row.cells) {
            EXPECT_LE(cell.text.size(), 32'767U);
        }
    }
}

TEST(CaseWorkbook, RefusesTextsThatNoCellHolds) {
    const std::string text = "unbracket = 1\n[[said]]\nid = \"s1\"\nwho = \"w\"\nclaim = \"" +
                             std::string(32'768, 'x') + "\"\n";
    const Result<std::string> bytes = case_workbook(read_toml(text, "case.toml").value(), text);
    ASSERT_FALSE(bytes.ok());
    EXPECT_NE(bytes.problems().front().what.find(
                  "of the sheet Statements would hold more than 32767 letters"),
              std::string::npos);
}

TEST(CaseWorkbook, DoesNotPassOverASheetThatWasRenamed) {
    for (const std::size_t sheet : {0U, 1U}) {
        Workbook sheets = workbook();
        sheets[sheet].name += " 2";
        EXPECT_NE(problem_of(sheets).find("is not read, and one of `Positions` and `Statements`"),
                  std::string::npos)
            << problem_of(sheets);
    }
    Workbook without = workbook();
    without.erase(without.begin() + 1);
    EXPECT_EQ(problem_of(without), "it was read") << "a sheet that is not there changes nothing";
    Workbook beside = workbook();
    beside.push_back({"Notes", {}});
    EXPECT_EQ(problem_of(beside), "it was read");
}

TEST(Statements, OfAWorkbookAreChangedFieldByField) {
    Workbook sheets = workbook();
    text_at(sheets, 1, 1, column_of(sheets, "claim")) = "+six";
    text_at(sheets, 1, 1, column_of(sheets, "about")) = "";
    text_at(sheets, 1, 1, column_of(sheets, "via")) = "phone";
    const SheetCase found = read(sheets).value();
    ASSERT_EQ(found.changes.size(), 3U);
    EXPECT_EQ(found.changes[0].address, "said.s1.about");
    EXPECT_EQ(found.changes[0].after, "");
    EXPECT_EQ(found.changes[1].after, "\"phone\"");
    EXPECT_EQ(found.changes[2].before, "\"=five\"");
    EXPECT_NE(found.text.find(
                  "claim = \"+six\"\nsupports = [\"issue.term.weight.alta\"]\nvia = \"phone\""),
              std::string::npos);
}

TEST(Statements, OfAWorkbookMayBeNew) {
    Workbook sheets = workbook();
    sheets[1].rows.push_back({5, {}});
    text_at(sheets, 1, 2, column_of(sheets, "who")) = "Bera";
    text_at(sheets, 1, 2, column_of(sheets, "claim")) = "no";
    const SheetCase found = read(sheets).value();
    ASSERT_EQ(found.changes.size(), 1U);
    EXPECT_EQ(found.changes[0].address, "said.s2");
    EXPECT_NE(found.text.find("[[said]]\nid = \"s2\"\nwho = \"Bera\"\nclaim = \"no\""),
              std::string::npos);
    text_at(sheets, 1, 2, column_of(sheets, "id")) = "s1";
    EXPECT_NE(problem_of(sheets).find("a second row of statement `s1`"), std::string::npos);
    sheets[1].rows.pop_back();
    sheets[1].rows.pop_back();
    EXPECT_EQ(read(sheets).value().remarks.front(),
              "Not in the table, and left as it was: statement s1.");
}

TEST(Statements, OfAWorkbookTakeADateOnlyWhereADateBelongs) {
    Workbook sheets = workbook();
    sheets[1].rows[1].cells[column_of(sheets, "date")].kind = CellKind::date;
    EXPECT_EQ(statements_of_sheet(sheets[1]).value()[0].find("date")->text, "2026-03-01");
    sheets[1].rows[1].cells[column_of(sheets, "claim")].kind = CellKind::date;
    EXPECT_EQ(statements_of_sheet(sheets[1]).problems().front().what,
              "the cell holds a date (=five)");
}

TEST(Statements, OfAWorkbookKeepColumnsThatAreNotThere) {
    Workbook sheets = workbook();
    for (SheetRow& row : sheets[1].rows) {
        row.cells[column_of(workbook(), "who")] = row.cells[column_of(workbook(), "claim")];
        row.cells.resize(2); // id and claim
    }
    EXPECT_TRUE(read(sheets).value().changes.empty());
}

TEST(WorkbookNames, EndInXlsx) {
    EXPECT_TRUE(is_workbook("a/b.xlsx"));
    EXPECT_FALSE(is_workbook("a.xlsx.csv"));
}

} // namespace
} // namespace unbracket
