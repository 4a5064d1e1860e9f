#include "cli/terminal.hpp"
#include "tests/support/captured.hpp"

#include <gtest/gtest.h>

// What a terminal does is tested by hand and through the program; here there is none.

namespace unbracket::cli {
namespace {

using testing::Captured;
using testing::captured;

TEST(CanAsk, OnlyWhereErrorsAreSeenOnATerminal) {
    const Captured result = captured([] { return can_ask() ? 1 : 0; });
    EXPECT_EQ(result.code, 0);
}

TEST(ShowsEmphasis, NotInAPipe) {
    const Captured result = captured([] { return shows_emphasis() ? 1 : 0; });
    EXPECT_EQ(result.code, 0);
}

TEST(StandardOutput, GetsAllBytesAndReturnsTheCode) {
    const std::string text(100'000, 'x');
    const Captured result = captured([&] { return write_to_standard_output(text, 10); });
    EXPECT_EQ(result.code, 10);
    EXPECT_EQ(result.out, text);
}

} // namespace
} // namespace unbracket::cli
