#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::holds;
class TimelineVerb : public testing::RunInFolder {};

TEST_F(TimelineVerb, TellsTheCourseAndTheAnswer) {
    const std::string text = answer({"timeline", "ferry.toml", "--width", "120"});
    EXPECT_TRUE(holds(text, "ANSWER    The same after every date"));
    EXPECT_TRUE(holds(text, "fallback.east: 25..40 -> 30..45"));
    EXPECT_EQ(text, answer({"timeline", "ferry.toml", "--width", "120", "--threads", "3"}));
}

TEST_F(TimelineVerb, EndsOnTheDayAskedFor) {
    const std::string text = answer({"timeline", "ferry.toml", "--as-of", "2026-04-01"});
    EXPECT_TRUE(holds(text, "draft spring"));
    EXPECT_FALSE(holds(text, "draft summer"));
}

TEST_F(TimelineVerb, ChangesEveryDateAsAsked) {
    const std::string text =
        answer({"timeline", "ferry.toml", "--set", "fallback.east=0", "--without", "s2"});
    EXPECT_FALSE(holds(text, "fallback.east: "));
    EXPECT_FALSE(holds(text, "said: s2"));
}

TEST_F(TimelineVerb, DrawsIntoAFileThatEndsInSvg) {
    run({"timeline", "ferry.toml", "-o", "course.svg"});
    EXPECT_TRUE(folder_.content("course.svg").starts_with("<svg "));
    run({"timeline", "ferry.toml", "--view", "public", "-o", "seen.svg"});
    EXPECT_TRUE(folder_.content("seen.svg").starts_with("<svg "));
    EXPECT_TRUE(holds(complaint({"timeline", "broken.toml"}), "broken.toml:"));
}

} // namespace
} // namespace unbracket::cli
