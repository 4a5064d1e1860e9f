#include "cli/table.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

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
