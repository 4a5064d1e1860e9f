#include "unbracket/base/random.hpp"
#include "unbracket/io/sheet/xlsx_reader.hpp"
#include "unbracket/io/sheet/xlsx_writer.hpp"
#include "unbracket/io/sheet/zip_archive.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <array>

namespace unbracket {
namespace {

std::string part_of(const std::string& bytes, const std::string& name) {
    return read_zip(bytes, "w.xlsx", [](std::string_view) { return true; }).value().at(name);
}

TEST(XlsxWriter, WritesTextsAsTextAndNumbersAsTheirDigits) {
    const std::string bytes = write_xlsx(
        {{"A & B", {}, {{1, {{"=1+1", CellKind::text}, {"0.1", CellKind::number}, {}}}}, {}}});
    const std::string sheet = part_of(bytes, "xl/worksheets/sheet1.xml");
    EXPECT_NE(sheet.find("<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1"),
              std::string::npos);
    EXPECT_NE(sheet.find("<c r=\"B1\"><v>0.1</v></c><c r=\"C1\" s=\"1\"/>"), std::string::npos);
    EXPECT_EQ(sheet.find("<f>"), std::string::npos);
    EXPECT_NE(part_of(bytes, "xl/workbook.xml").find("name=\"A &amp; B\""), std::string::npos);
}

TEST(XlsxWriter, KeepsTheHeadingInSight) {
    const std::string sheet =
        part_of(write_xlsx({{"A", {}, {{1, {{"h", CellKind::text}}}}, {{12}, 4}}}),
                "xl/worksheets/sheet1.xml");
    EXPECT_NE(sheet.find("<pane xSplit=\"4\" ySplit=\"1\" topLeftCell=\"E2\""), std::string::npos);
    EXPECT_NE(sheet.find("<col min=\"1\" max=\"1\" width=\"12\""), std::string::npos);
    EXPECT_NE(sheet.find("s=\"2\""), std::string::npos);
}

TEST(XlsxWriter, SaysNothingOfWhenAndWhere) {
    const Workbook workbook = {{"A", {}, {{1, {{"h", CellKind::text}}}}, {}}};
    const std::string bytes = write_xlsx(workbook);
    EXPECT_EQ(bytes, write_xlsx(workbook));
    for (const char* trace : {"docProps", "created", "creator", "Application"}) {
        EXPECT_EQ(bytes.find(trace), std::string::npos) << trace;
    }
}

std::string random_text(Random& random) {
    constexpr std::array pieces = {"a",   "\u00e4", " ", "\n", "\r\n",    "\t", "&", "<",
                                   "]]>", "\x01",   "'", "=",  "_x0041_", "\"", "5"};
    std::string text;
    for (std::int64_t parts = random.between(0, 3); parts > 0; --parts) {
        text += pieces[static_cast<std::size_t>(random.between(0, pieces.size() - 1))];
    }
    return text;
}

Workbook random_workbook(Random& random) {
    Workbook workbook(static_cast<std::size_t>(random.between(1, 3)));
    for (Sheet& sheet : workbook) {
        sheet.name = "s" + std::to_string(&sheet - workbook.data());
        std::uint32_t number = 0;
        for (std::int64_t rows = random.between(0, 5); rows > 0; --rows) {
            number += static_cast<std::uint32_t>(random.between(1, 3));
            SheetRow& row = sheet.rows.emplace_back(SheetRow{number, {}});
            for (std::int64_t cells = random.between(0, 4); cells > 0; --cells) {
                row.cells.push_back({random_text(random), CellKind::text});
            }
            row.cells.push_back({std::to_string(random.between(-99, 99)), CellKind::number});
        }
    }
    return workbook;
}

void expect_same_cells(const Sheet& after, const Sheet& before) {
    ASSERT_EQ(after.rows.size(), before.rows.size());
    for (std::size_t r = 0; r < before.rows.size(); ++r) {
        const std::vector<SheetCell>& cells = before.rows[r].cells;
        EXPECT_EQ(after.rows[r].number, before.rows[r].number);
        for (std::size_t c = 0; c < cells.size(); ++c) {
            EXPECT_EQ(cell_at(after.rows[r], c).text, cells[c].text);
            EXPECT_EQ(cell_at(after.rows[r], c).kind, cells[c].kind);
        }
    }
}

TEST(XlsxWriter, IsReadBack) {
    for (std::size_t i = 0; i < testing::shared_count(1000); ++i) {
        SCOPED_TRACE(testing::repeat_command("XlsxWriter.IsReadBack"));
        Random random(testing::suite_seed() * 1'000'003 + i);
        const Workbook workbook = random_workbook(random);
        const Result<Workbook> again = read_xlsx(write_xlsx(workbook), "again.xlsx");
        ASSERT_TRUE(again.ok()) << to_string(again.problems().front());
        ASSERT_EQ(again.value().size(), workbook.size());
        for (std::size_t s = 0; s < workbook.size(); ++s) {
            expect_same_cells(again.value()[s], workbook[s]);
        }
    }
}

} // namespace
} // namespace unbracket
