#include "unbracket/io/sheet/xlsx_styles.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

TEST(NumberFormats, ThatAreBuiltInTellDatesTimesAndPercentages) {
    EXPECT_EQ(kind_of_builtin_format(0), CellKind::number);
    EXPECT_EQ(kind_of_builtin_format(4), CellKind::number);
    EXPECT_EQ(kind_of_builtin_format(9), CellKind::percent);
    EXPECT_EQ(kind_of_builtin_format(10), CellKind::percent);
    EXPECT_EQ(kind_of_builtin_format(11), CellKind::number);
    EXPECT_EQ(kind_of_builtin_format(12), CellKind::number);
    EXPECT_EQ(kind_of_builtin_format(14), CellKind::date);
    EXPECT_EQ(kind_of_builtin_format(20), CellKind::time);
    EXPECT_EQ(kind_of_builtin_format(22), CellKind::date);
    EXPECT_EQ(kind_of_builtin_format(49), CellKind::number);
}

TEST(NumberFormats, OfAWorkbookAreReadByTheirLetters) {
    EXPECT_EQ(kind_of_format_code("General"), CellKind::number);
    EXPECT_EQ(kind_of_format_code("#,##0.00"), CellKind::number);
    EXPECT_EQ(kind_of_format_code("#,##0.00 \"days\""), CellKind::number);
    EXPECT_EQ(kind_of_format_code("[Red]0.0"), CellKind::number);
    EXPECT_EQ(kind_of_format_code("[$EUR] #,##0"), CellKind::number);
    EXPECT_EQ(kind_of_format_code("0\\d"), CellKind::number);
    EXPECT_EQ(kind_of_format_code("yyyy\\-mm\\-dd"), CellKind::date);
    EXPECT_EQ(kind_of_format_code("DD.MM.YYYY"), CellKind::date);
    EXPECT_EQ(kind_of_format_code("mmm"), CellKind::date);
    EXPECT_EQ(kind_of_format_code("hh:mm"), CellKind::time);
    EXPECT_EQ(kind_of_format_code("[h]:mm"), CellKind::time);
    EXPECT_EQ(kind_of_format_code("0.0%"), CellKind::percent);
    EXPECT_EQ(kind_of_format_code("0\"%\""), CellKind::number);
    EXPECT_EQ(kind_of_format_code("\"open"), CellKind::number);
    EXPECT_EQ(kind_of_format_code("[open"), CellKind::number);
    EXPECT_EQ(kind_of_format_code("0\\"), CellKind::number);
}

TEST(NumberFormats, OfCellsStandInTheOrderOfTheStyleSheet) {
    pugi::xml_document document;
    document.load_string(
        "<s><numFmts><numFmt numFmtId='164' formatCode='yyyy'/></numFmts>"
        "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='9'/></cellXfs></s>");
    EXPECT_EQ(cell_format_kinds(document.first_child()),
              (std::vector<CellKind>{CellKind::number, CellKind::date, CellKind::percent}));
}

} // namespace
} // namespace unbracket
