#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <csignal>
#include <cstdlib>

// Signals end processes, so that each test runs in a child of its own.

namespace unbracket::cli {
namespace {

class Interruption : public ::testing::Test {
protected:
    Interruption() { GTEST_FLAG_SET(death_test_style, "threadsafe"); }
};
using InterruptionDeathTest = Interruption;

/// Leaves with 0 where it holds.
void leave(bool holds) {
    std::_Exit(holds ? 0 : 1);
}

TEST_F(InterruptionDeathTest, RaisesTheFlagAndGoesOn) {
    const auto run = [] {
        watch_interruptions();
        const bool was_raised = interruption().is_raised();
        std::raise(SIGINT);
        leave(!was_raised && interruption().is_raised());
    };
    EXPECT_EXIT(run(), ::testing::ExitedWithCode(0), "");
}

TEST_F(InterruptionDeathTest, EndsTheProgramTheSecondTime) {
    const auto run = [] {
        watch_interruptions();
        std::raise(SIGINT);
        std::raise(SIGINT);
        leave(true);
    };
    EXPECT_EXIT(run(), ::testing::ExitedWithCode(interrupted), "");
}

TEST_F(InterruptionDeathTest, EndsAtOnceWorkWithoutAPartialAnswer) {
    const auto run = [] {
        watch_interruptions();
        const EndsAtOnce whole;
        std::raise(SIGINT);
        leave(true);
    };
    EXPECT_EXIT(run(), ::testing::ExitedWithCode(interrupted), "");
}

TEST_F(InterruptionDeathTest, EndsAtOnceOnlyWhileSuchWorkLasts) {
    const auto run = [] {
        watch_interruptions();
        {
            const EndsAtOnce whole;
        }
        std::raise(SIGINT);
        leave(interruption().is_raised());
    };
    EXPECT_EXIT(run(), ::testing::ExitedWithCode(0), "");
}

TEST_F(InterruptionDeathTest, OfProgressFollowsWhatTheWorkCanAnswer) {
    const auto run = [](Stopping stopping) {
        watch_interruptions();
        const Progress progress("working", stopping);
        std::raise(SIGINT);
        leave(interruption().is_raised());
    };
    EXPECT_EXIT(run(Stopping::with_an_answer), ::testing::ExitedWithCode(0), "");
    EXPECT_EXIT(run(Stopping::at_once), ::testing::ExitedWithCode(interrupted), "");
}

TEST_F(InterruptionDeathTest, IsOverWithTheProgress) {
    const auto run = [] {
        watch_interruptions();
        {
            const Progress progress("reading", Stopping::at_once);
        }
        std::raise(SIGINT);
        leave(interruption().is_raised());
    };
    EXPECT_EXIT(run(), ::testing::ExitedWithCode(0), "");
}

TEST_F(InterruptionDeathTest, LetsAClosedPipeFailAWriteInsteadOfEndingTheProgram) {
    const auto run = [] {
        watch_interruptions();
        int ends[2] = {};
        const bool has_pipe = pipe(ends) == 0 && close(ends[0]) == 0;
        leave(has_pipe && write(ends[1], "x", 1) == -1);
    };
    EXPECT_EXIT(run(), ::testing::ExitedWithCode(0), "");
}

} // namespace
} // namespace unbracket::cli
