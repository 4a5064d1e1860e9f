#include "unbracket/base/trimmed.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

TEST(Trimmed, LosesTheSignsNamedAtItsEndsAndNoOthers) {
    EXPECT_EQ(trimmed("  a b ", " "), "a b");
    EXPECT_EQ(trimmed("\ta ", " "), "\ta");
    EXPECT_EQ(trimmed("\ta \r\n", " \t\r\n"), "a");
    EXPECT_EQ(trimmed("a", " "), "a");
}

TEST(Trimmed, IsEmptyWhereNothingElseStands) {
    EXPECT_EQ(trimmed("", " "), "");
    EXPECT_EQ(trimmed("   ", " "), "");
}

} // namespace
} // namespace unbracket
