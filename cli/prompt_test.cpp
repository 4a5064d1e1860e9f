#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/prompt.hpp"
#include "tests/support/captured.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

namespace unbracket::cli {
namespace {

using testing::captured;
using testing::Captured;

/// Standard input holds this text as long as it lives.
class TypedText {
public:
    explicit TypedText(const std::string& text) : before_(dup(STDIN_FILENO)) {
        int ends[2] = {};
        EXPECT_EQ(pipe(ends), 0);
        EXPECT_EQ(write(ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
        close(ends[1]);
        dup2(ends[0], STDIN_FILENO);
        close(ends[0]);
    }
    ~TypedText() {
        dup2(before_, STDIN_FILENO);
        close(before_);
    }
    TypedText(const TypedText&) = delete;
    TypedText& operator=(const TypedText&) = delete;

private:
    int before_;
};

std::optional<std::string> asked(const std::string& question) {
    std::optional<std::string> reply;
    const Captured result = captured([&] {
        reply = ask(question);
        return 0;
    });
    EXPECT_TRUE(result.err.starts_with(question + " ")) << result.err;
    EXPECT_EQ(result.out, "");
    return reply;
}

TEST(Ask, ReadsOneLineAtATime) {
    const TypedText typed("a clerk\n\nWestport\n");
    EXPECT_EQ(asked("who said it:"), "a clerk");
    EXPECT_EQ(asked("date [none]:"), "");
    EXPECT_EQ(asked("place [none]:"), "Westport");
    EXPECT_EQ(asked("source:"), std::nullopt);
}

TEST(Ask, TakesALastLineWithoutItsEnd) {
    const TypedText typed("a clerk");
    EXPECT_EQ(asked("who said it:"), "a clerk");
    EXPECT_EQ(asked("date [none]:"), std::nullopt);
}

TEST(Progress, SaysNothingWhereStandardErrorIsNoTerminal) {
    const Captured result = captured([] {
        const Progress progress("checking");
        const Progress other("reading", Stopping::at_once);
        return 0;
    });
    EXPECT_EQ(result.err + result.out, "");
}

TEST(Interruption, IsNotRaisedByItself) {
    EXPECT_FALSE(interruption().is_raised());
}

} // namespace
} // namespace unbracket::cli
