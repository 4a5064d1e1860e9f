#include "unbracket/report/show_table.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket::showing {
namespace {

using unbracket::testing::bound_value;
using unbracket::testing::entry_of;
using unbracket::testing::lines_of;
using unbracket::testing::weirs;

Row row(const std::string& name, const std::vector<std::string>& cells) {
    return {name, [cells](std::size_t column) { return cells[column]; }};
}

TEST(PutTable, NamesColumnsAndRows) {
    Page page({.width = 60});
    put_table(page, {"Alta", "Bera"}, {row("weight", {"high", "10..20"}), row("limit", {"", "x"})});
    EXPECT_EQ(lines_of(page.text()), (std::vector<std::string>{
                                         "                  Alta                 Bera",
                                         "          weight  high                 10..20",
                                         "          limit   -                    x",
                                     }));
}

TEST(PutTable, LeavesOutRowsThatAreEmpty) {
    Page page({.width = 60});
    put_table(page, {"Alta"}, {row("weight", {""}), row("limit", {"x"})});
    EXPECT_EQ(lines_of(page.text()).size(), 2U);
    EXPECT_EQ(page.text().find("weight"), std::string::npos);
}

TEST(PutTable, BreaksManyColumnsIntoSeveralTables) {
    Page page({.width = 60});
    const std::vector<std::string> names = {"p1", "p2", "p3", "p4", "p5"};
    put_table(page, names, {row("role", {"a", "b", "c", "d", "e"})});
    EXPECT_EQ(lines_of(page.text()), (std::vector<std::string>{
                                         "                p1            p2            p3",
                                         "          role  a             b             c",
                                         "                p4            p5",
                                         "          role  d             e",
                                     }));
}

TEST(PutTable, WrapsCellsInTheirColumn) {
    Page page({.width = 60});
    put_table(page, {"Alta", "Bera"},
              {row("a long name of a row", {"one two three four five six", "x"})});
    EXPECT_EQ(lines_of(page.text()), (std::vector<std::string>{
                                         "                          Alta             Bera",
                                         "          a long name of  one two three    x",
                                         "          a row           four five six",
                                     }));
}

TEST(PutCells, AlignsWhatTakesOtherWidthsThanBytes) {
    Page page({.width = 60});
    put_cells(page, {"Évora", "x"}, {10, 10});
    put_cells(page, {"水水", "y"}, {10, 10});
    EXPECT_EQ(page.text(), "          Évora     x\n          水水      y\n");
}

TEST(PutCells, OfOneColumnNeedsNoMark) {
    Page page({.width = 60});
    put_cells(page, {"only one"}, {20});
    EXPECT_EQ(page.text(), "          only one\n");
}

TEST(BeginSection, LeavesALineFree) {
    Page page({.width = 60});
    page.title("A case");
    begin_section(page, "RULES");
    page.line("none");
    EXPECT_EQ(page.text(), "A case\n\nRULES     none\n");
    EXPECT_EQ(room_of(page), 50U);
}

TEST(ShownParties, AreCountedOnesAndThoseThatRateSomething) {
    const Case negotiation = bound_value(
        "{ unbracket = 1, party = { alta = { name = Alta }, bera = { name = Bera, role ="
        " observer }, coda = { name = Coda, role = affected } },"
        "issue.a = { option = [x, y], stance.coda = { x = 1, y = 2 } } }");
    EXPECT_EQ(names_of(negotiation, shown_parties(negotiation)),
              (std::vector<std::string>{"Alta", "Coda"}));
}

TEST(WithBasis, MarksWhatWasSaidAndWhatWasInferred) {
    const Case negotiation = bound_value(weirs);
    const auto marked = [&](std::string_view address) {
        return with_basis(negotiation, entry_of(negotiation, address), "40");
    };
    EXPECT_EQ(marked("issue.share.curve.alta.redline"), "40*");
    EXPECT_EQ(marked("issue.share.weight.alta"), "40~");
    EXPECT_EQ(marked("issue.share.weight.bera"), "40");
}

} // namespace
} // namespace unbracket::showing
