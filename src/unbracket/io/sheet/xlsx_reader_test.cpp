#include "unbracket/io/sheet/xlsx_reader.hpp"
#include "unbracket/io/sheet/xlsx_writer.hpp"
#include "unbracket/io/sheet/zip_archive.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string relations =
    "<Relationships><Relationship Id='r1' Type='x/officeDocument' Target='/xl/workbook.xml'/>"
    "</Relationships>";
const std::string parts_of_book =
    "<Relationships><Relationship Id='a' Type='x/worksheet' Target='sheets/one.xml'/>"
    "<Relationship Id='t' Type='x/sharedStrings' Target='texts.xml'/>"
    "<Relationship Id='s' Type='x/styles' Target='/xl/styles.xml'/></Relationships>";
const std::string styles =
    "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='9'/></cellXfs>"
    "</styleSheet>";
const std::string texts =
    "<sst><si><t>first</t></si><si><r><t>se</t></r><r><t>cond</t></r></si></sst>";

/// A workbook of one sheet with these rows.
std::string book(const std::string& rows, const std::string& properties = "") {
    return write_zip(
        {{"_rels/.rels", relations},
         {"xl/workbook.xml",
          "<workbook>" + properties + "<sheets><sheet name='One' r:id='a'/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels", parts_of_book},
         {"xl/styles.xml", styles},
         {"xl/texts.xml", texts},
         {"xl/sheets/one.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
}

Sheet one(const std::string& rows, const std::string& properties = "") {
    const Result<Workbook> read = read_xlsx(book(rows, properties), "b.xlsx");
    EXPECT_TRUE(read.ok()) << (read ? "" : to_string(read.problems().front()));
    return read ? read.value().front() : Sheet();
}

std::string problem_of(const std::string& bytes, const SheetLimits& limits = {}) {
    const Result<Workbook> read = read_xlsx(bytes, "b.xlsx", limits);
    return read ? "it was read" : to_string(read.problems().front());
}

TEST(XlsxReader, ReadsEveryKindOfCell) {
    const Sheet sheet =
        one("<row r='2'><c r='A2' t='s'><v>1</v></c><c r='C2' t='inlineStr'><is><t>in</t>"
            "</is></c><c><v>0.10000000000000001</v></c><c t='b'><v>1</v></c>"
            "<c t='e'><v>#N/A</v></c><c><f>1+1</f><v>2</v></c><c s='1'><v>46307</v></c>"
            "<c s='2'><v>0.45</v></c><c t='str'><v>_x0041_</v></c>"
            "<c s='1'><v>0.5</v></c><c t='d'><v>2026-10-12</v></c></row>");
    ASSERT_EQ(sheet.rows.size(), 1U);
    const SheetRow& row = sheet.rows[0];
    EXPECT_EQ(row.number, 2U);
    const std::vector<SheetCell> expected = {
        {"second", CellKind::text}, {"", CellKind::text},           {"in", CellKind::text},
        {"0.1", CellKind::number},  {"true", CellKind::boolean},    {"#N/A", CellKind::mistake},
        {"2", CellKind::formula},   {"2026-10-12", CellKind::date}, {"0.45", CellKind::percent},
        {"A", CellKind::text},      {"0.5", CellKind::time},        {"2026-10-12", CellKind::date}};
    ASSERT_EQ(row.cells.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(row.cells[i].text, expected[i].text) << i;
        EXPECT_EQ(row.cells[i].kind, expected[i].kind) << i;
    }
}

TEST(XlsxReader, CountsDaysFromWhereTheWorkbookDoes) {
    EXPECT_EQ(one("<row><c s='1'><v>44845</v></c></row>", "<workbookPr date1904='1'/>")
                  .rows[0]
                  .cells[0]
                  .text,
              "2026-10-12");
}

TEST(XlsxReader, LeavesOutEmptyCellsAtTheEnd) {
    const Sheet sheet = one("<row><c s='1'/></row><row><c><v>1</v></c><c s='1'/></row>");
    ASSERT_EQ(sheet.rows.size(), 1U);
    EXPECT_EQ(sheet.rows[0].number, 2U);
    EXPECT_EQ(sheet.rows[0].cells.size(), 1U);
}

TEST(XlsxReader, RefusesWhatDoesNotFitTogetherWithItsPlace) {
    const auto refusal = [](const std::string& rows) { return problem_of(book(rows)); };
    EXPECT_EQ(
        refusal("<row r='1'><c r='C1' t='s'><v>7</v></c></row>"),
        "b.xlsx, sheet One, cell C1: the cell shares a text that is not there; save it anew in "
        "the spreadsheet program, as .xlsx");
    EXPECT_NE(refusal("<row r='2'><c r='A1'/></row>").find("out of order or too far out"),
              std::string::npos);
    EXPECT_NE(refusal("<row r='1'><c r='B1'/><c r='B1'/></row>").find("out of order"),
              std::string::npos);
    EXPECT_NE(refusal("<row r='1'><c r='XFE1'/></row>").find("too far out"), std::string::npos);
    EXPECT_NE(refusal("<row r='2'><c><v>1</v></c></row><row r='2'/>").find("out of order"),
              std::string::npos);
    EXPECT_NE(refusal("<row r='1048577'/>").find("too large"), std::string::npos);
    EXPECT_NE(refusal("<row r='99999999999999'/>").find("too large"), std::string::npos);
    EXPECT_NE(refusal("<row><c s='9'><v>1</v></c></row>").find("a format that is not there"),
              std::string::npos);
    EXPECT_NE(refusal("<row><c><v>7x</v></c></row>").find("is a number and holds `7x`"),
              std::string::npos);
}

TEST(XlsxReader, KeepsItsLimits) {
    const std::string bytes =
        book("<row><c r='D1'><v>1</v></c></row><row><c t='s'><v>0</v></c></row>");
    EXPECT_EQ(problem_of(bytes, {.bytes = bytes.size(), .cells = 5}), "it was read");
    EXPECT_NE(problem_of(bytes, {.bytes = bytes.size() - 1}).find("bytes"), std::string::npos);
    EXPECT_NE(problem_of(bytes, {.cells = 4}).find("more than 4 cells"), std::string::npos);
    EXPECT_NE(problem_of(bytes, {.sheets = 0}).find("more than 0 sheets"), std::string::npos);
    EXPECT_NE(problem_of(bytes, {.columns = 3}).find("too far out"), std::string::npos);
    EXPECT_NE(problem_of(bytes, {.rows = 1}).find("too large"), std::string::npos);
    EXPECT_NE(problem_of(bytes, {.unpacked = 100}).find("unpacked"), std::string::npos);
    EXPECT_NE(problem_of(bytes, {.depth = 3}).find("nested more than 3 deep"), std::string::npos);
}

TEST(XlsxReader, CountsTextsThatManyCellsShare) {
    std::string rows;
    for (int i = 0; i < 300; ++i) {
        rows += "<row><c t='s'><v>0</v></c></row>";
    }
    const std::string bytes = write_zip(
        {{"_rels/.rels", relations},
         {"xl/workbook.xml", "<workbook><sheets><sheet name='One' r:id='a'/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels", parts_of_book},
         {"xl/styles.xml", styles},
         {"xl/texts.xml", "<sst><si><t>" + std::string(1000, 'x') + "</t></si></sst>"},
         {"xl/sheets/one.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
    EXPECT_EQ(problem_of(bytes), "it was read");
    EXPECT_NE(problem_of(bytes, {.unpacked = 100'000}).find("share more text"), std::string::npos);
}

TEST(XlsxReader, NamesThePartThatIsMissing) {
    EXPECT_NE(problem_of(write_zip({{"a", "b"}})).find("no part `_rels/.rels`"), std::string::npos);
    EXPECT_NE(
        problem_of(write_zip({{"_rels/.rels", "<Relationships/>"}})).find("holds no workbook"),
        std::string::npos);
    EXPECT_NE(problem_of(write_zip({{"_rels/.rels", relations}})).find("workbook.xml.rels"),
              std::string::npos);
    EXPECT_NE(problem_of(write_zip({{"_rels/.rels", relations},
                                    {"xl/workbook.xml", "<workbook/>"},
                                    {"xl/_rels/workbook.xml.rels", "<Relationships/>"}}))
                  .find("has no sheet"),
              std::string::npos);
    EXPECT_NE(
        problem_of(write_zip({{"_rels/.rels", relations},
                              {"xl/workbook.xml",
                               "<workbook><sheets><sheet name='A' id='z'/></sheets></workbook>"},
                              {"xl/_rels/workbook.xml.rels", "<Relationships/>"}}))
            .find("the sheet `A` is listed and not there"),
        std::string::npos);
}

TEST(XlsxReader, SurvivesEverySpoiltByte) {
    const std::string bytes =
        write_xlsx({{"A", {}, {{1, {{"x", CellKind::text}, {"5", CellKind::number}}}}, {{9}, 1}}});
    std::size_t refused = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string other = bytes;
        other[at] = '<';
        refused += problem_of(other) == "it was read" ? 0U : 1U;
    }
    EXPECT_GT(refused, bytes.size() / 2); // sums of parts are checked
}

} // namespace
} // namespace unbracket
