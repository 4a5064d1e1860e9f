#include "cli/table.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

TEST(Csv, IsOneLineARowWithCommasBetween) {
    EXPECT_EQ(as_csv({{"issue", "west"}, {"fare", "-5"}}), "issue,west\nfare,-5\n");
    EXPECT_EQ(as_csv({{"a", "", "c"}}), "a,,c\n");
    EXPECT_EQ(as_csv({}), "");
}

TEST(Csv, QuotesOnlyCellsThatNeedIt) {
    EXPECT_EQ(as_csv({{"5, perhaps 6"}}), "\"5, perhaps 6\"\n");
    EXPECT_EQ(as_csv({{"the \"joint\" boat"}}), "\"the \"\"joint\"\" boat\"\n");
    EXPECT_EQ(as_csv({{"two\nlines", "one"}}), "\"two\nlines\",one\n");
    EXPECT_EQ(as_csv({{"old\rline end"}}), "\"old\rline end\"\n");
    EXPECT_EQ(as_csv({{" blanks stay ", "a; b"}}), " blanks stay ,a; b\n");
}

TEST(Markdown, PutsALineUnderTheColumnNames) {
    EXPECT_EQ(as_markdown({{"issue", "west"}, {"fare", "-5"}, {"boat", "0"}}),
              "| issue | west |\n|---|---|\n| fare | -5 |\n| boat | 0 |\n");
    EXPECT_EQ(as_markdown({{"issue"}}), "| issue |\n|---|\n");
    EXPECT_EQ(as_markdown({}), "");
}

TEST(Markdown, LetsNoCellEndItsColumnOrItsRow) {
    EXPECT_EQ(as_markdown({{"a|b", "c"}}), "| a\\|b | c |\n|---|---|\n");
    EXPECT_EQ(as_markdown({{"two\nlines"}}), "| two lines |\n|---|\n");
    EXPECT_EQ(as_markdown({{"two\r\nlines"}}), "| two lines |\n|---|\n");
}

} // namespace
} // namespace unbracket::cli
