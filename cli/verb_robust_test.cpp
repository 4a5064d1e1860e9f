#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::holds;
class RobustVerb : public testing::RunInFolder {};

TEST_F(RobustVerb, SaysWhatSharesAreOf) {
    const std::string text = answer({"robust", "ferry.toml", "--samples", "500"});
    EXPECT_TRUE(holds(text, "of sampled readings some combination is acceptable to")) << text;
    EXPECT_TRUE(holds(text, "500 readings, seed 1, each decided exactly.")) << text;
    EXPECT_FALSE(holds(text, "likely")) << text;
    EXPECT_FALSE(holds(text, "probab")) << text;
}

TEST_F(RobustVerb, GivesTheSameBytesForEveryNumberOfThreads) {
    const auto answered = [&](const std::string& threads, const std::string& format) {
        return answer({"robust", "ferry.toml", "--samples", "9000", "--threads", threads,
                       "--format", format});
    };
    for (const std::string format : {"json", "text"}) {
        const std::string one = answered("1", format);
        EXPECT_EQ(answered("2", format), one);
        EXPECT_EQ(answered("8", format), one);
    }
}

TEST_F(RobustVerb, GivesOtherReadingsForAnotherSeed) {
    const auto answered = [&](const std::string& seed) {
        return answer(
            {"robust", "ferry.toml", "--samples", "500", "--seed", seed, "--format", "json"});
    };
    EXPECT_EQ(answered("3"), answered("3"));
    EXPECT_NE(answered("3"), answered("4"));
}

TEST_F(RobustVerb, WantsAtLeastOneReading) {
    EXPECT_TRUE(holds(complaint({"robust", "ferry.toml", "--samples", "0"}), "at least one draw"));
}

TEST_F(RobustVerb, TakesTheVersionOfTheCaseAskedFor) {
    const std::string text = answer({"robust", "ferry.toml", "--samples", "300", "--set",
                                     "fallback.west=0", "--set", "fallback.east=0"});
    EXPECT_TRUE(holds(text, "In 100 %")) << text;
}

} // namespace
} // namespace unbracket::cli
