#include "unbracket/io/sheet/sheet.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

TEST(CellAddress, IsWhatSpreadsheetsShow) {
    EXPECT_EQ(cell_address(7, 3), "C7");
    EXPECT_EQ(cell_address(1, 1), "A1");
    EXPECT_EQ(cell_address(10, 26), "Z10");
    EXPECT_EQ(cell_address(2, 27), "AA2");
    EXPECT_EQ(cell_address(2, 52), "AZ2");
    EXPECT_EQ(cell_address(2, 53), "BA2");
    EXPECT_EQ(cell_address(1'048'576, 16'384), "XFD1048576");
}

TEST(SheetPlace, ShowsFileSheetAndCell) {
    const Sheet sheet{"Positions", sheet_place("talks.xlsx", "Positions"), {{4, {{}, {}}}}, {}};
    EXPECT_EQ(to_string(place_of(sheet, sheet.rows[0], 1)), "talks.xlsx, sheet Positions, cell B4");
    const Sheet table{"", sheet_place("talks.csv", ""), {{4, {}}}, {}};
    EXPECT_EQ(to_string(place_of(table, table.rows[0], 5)), "talks.csv, cell F4");
}

TEST(SheetCells, BeyondTheEndOfARowAreEmpty) {
    const SheetRow row{1, {{"a", CellKind::text}}};
    EXPECT_EQ(cell_at(row, 0).text, "a");
    EXPECT_EQ(cell_at(row, 1).text, "");
    EXPECT_FALSE(is_filled(cell_at(row, 9)));
}

TEST(SheetCells, AreFilledUnlessTheyHoldBlanks) {
    EXPECT_FALSE(is_filled({" \t\xC2\xA0\n", CellKind::text}));
    EXPECT_TRUE(is_filled({"0", CellKind::number}));
    EXPECT_TRUE(is_filled({"", CellKind::formula}));
    EXPECT_TRUE(is_filled({"", CellKind::mistake}));
}

TEST(SheetCells, ThatCannotBeTakenOverSayWhy) {
    const SourcePosition at{"f, cell", 7, 3};
    EXPECT_EQ(unusable_cell({"ideal", CellKind::text}, at).what, "");
    EXPECT_EQ(unusable_cell({"5", CellKind::number}, at).what, "");
    EXPECT_EQ(to_string(unusable_cell({"2026-10-12", CellKind::date}, at)),
              "f, cell C7: the cell holds a date (2026-10-12); a spreadsheet makes dates of texts "
              "such as 10-12: format the cell as text, then type it anew");
    EXPECT_EQ(unusable_cell({"0.5", CellKind::time}, at).what, "the cell holds a time of day");
    EXPECT_EQ(unusable_cell({"0.45", CellKind::percent}, at).what,
              "the cell shows a percentage and holds 0.45");
    EXPECT_EQ(unusable_cell({"3", CellKind::formula}, at).what, "the cell holds a formula");
    EXPECT_EQ(unusable_cell({"#REF!", CellKind::mistake}, at).what,
              "the cell holds the spreadsheet's error `#REF!`");
}

TEST(BareText, HasNoBlanksAtItsEnds) {
    EXPECT_EQ(bare_text(" \xC2\xA0 a b\xC2\xA0\n"), "a b");
    EXPECT_EQ(bare_text("\xC2\xA0"), "");
    EXPECT_EQ(bare_text("\xC2\xA3"), "\xC2\xA3");
}

TEST(SameInCells, LooksAtNoBlanksAtTheEndsAndAtNoKindOfLineEnd) {
    EXPECT_TRUE(same_in_cells("a\r\nb", "a\nb "));
    EXPECT_TRUE(same_in_cells("a\rb", "a\nb"));
    EXPECT_FALSE(same_in_cells("a\r\nb", "a\n\nb"));
    EXPECT_FALSE(same_in_cells("a b", "a\nb"));
    EXPECT_TRUE(same_in_cells("a\r\n", "a"));
}

} // namespace
} // namespace unbracket
