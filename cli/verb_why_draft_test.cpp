#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::holds;
class WhyDraft : public testing::RunInFolder {};

TEST_F(WhyDraft, JudgesADraftPointByPoint) {
    const std::string text = answer({"why", "ferry.toml", "--draft", "summer"});
    EXPECT_TRUE(
        text.starts_with("Ferry across the Lune strait (invented) - as of 1 May 2026 - draft "
                         "summer - 20\nApr 2026\n"))
        << text;
    for (const char* heading : {"ANSWER", "PLAN", "PARTIES", "COSTS", "CHANGES", "BETTER"}) {
        EXPECT_TRUE(holds(text, std::string("\n") + heading)) << heading;
    }
}

TEST_F(WhyDraft, NamesTheNearestDraft) {
    EXPECT_EQ(complaint({"why", "ferry.toml", "--draft", "sumer"}),
              "unbracket: the case has no draft `sumer`; did you mean `summer`?\n1 problem\n");
}

TEST_F(WhyDraft, TakesNoFlagsAboutConflictsWithADraft) {
    EXPECT_TRUE(holds(complaint({"why", "ferry.toml", "--draft", "summer", "--all", "--outcomes"}),
                      "2 problems"));
}

class SeveralDrafts : public testing::RunInFolder {};

TEST_F(SeveralDrafts, StandSideBySideInScore) {
    const std::string text =
        answer({"score", "ferry.toml", "--draft", "spring", "--draft", "summer"});
    EXPECT_TRUE(holds(text, "spring and summer (unsure whether")) << text;
    EXPECT_TRUE(holds(complaint({"score", "ferry.toml", "--draft", "sumer", "--draft", "x"}),
                      "2 problems"));
}

TEST_F(SeveralDrafts, AreComparedEachWithTheNextBehindAnyNumberOfLayers) {
    const std::string text = answer({"diff", "ferry.toml", "spring", "summer", "spring"});
    EXPECT_TRUE(holds(text, ": spring (10 Mar 2026)\n-> summer (20 Apr 2026)\n")) << text;
    EXPECT_TRUE(holds(text, ": summer (20 Apr 2026)\n-> spring (10 Mar 2026)\n")) << text;
    const std::string layered =
        answer({"diff", "ferry.toml", "ferry-private.toml", "spring", "summer"});
    EXPECT_TRUE(holds(layered, "spring (10 Mar 2026)\n-> summer")) << layered;
    EXPECT_TRUE(holds(complaint({"diff", "ferry.toml", "nowhere.toml", "spring", "summer"}),
                      "nowhere.toml: there is no such file"));
}

} // namespace
} // namespace unbracket::cli
