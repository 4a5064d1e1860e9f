#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::holds;
class Why : public testing::RunInFolder {};

TEST_F(Why, NamesOneConflictUnlessAllAreAskedFor) {
    const std::string one = answer({"why", "ferry.toml", "--set", "fallback.east=90"});
    const std::string all = answer({"why", "ferry.toml", "--set", "fallback.east=90", "--all"});
    EXPECT_TRUE(holds(all, "These are all such conflicts.")) << all;
    EXPECT_GT(all.size(), one.size());
}

TEST_F(Why, ShowsOutcomesWhereAsked) {
    EXPECT_FALSE(holds(answer({"why", "ferry.toml"}), "Without it the others hold in:"));
    EXPECT_TRUE(holds(answer({"why", "ferry.toml", "--outcomes"}), "Without it the others hold"));
}

TEST_F(Why, OfAnAgreementSaysThatNothingStandsInTheWay) {
    EXPECT_TRUE(
        holds(answer({"why", "ferry.toml", "--set", "fallback.east=0", "--set", "fallback.west=0"}),
              "Nothing stands in the way in this file"));
}

TEST_F(Why, SaysTheSameWithEveryNumberOfThreads) {
    const std::string one = answer({"why", "ferry.toml", "--all", "--format", "json"});
    EXPECT_EQ(answer({"why", "ferry.toml", "--all", "--format", "json", "--threads", "3"}), one);
}

TEST_F(Why, WithoutABudgetClaimsNoReason) {
    const std::string text = answer({"why", "ferry.toml", "--nodes", "0"});
    EXPECT_TRUE(holds(text, "Why was not found")) << text;
    EXPECT_FALSE(holds(text, "numbers or willingness clash")) << text;
}

TEST_F(Why, AsksAnotherVersionOfTheCase) {
    const std::string changed = answer({"why", "ferry.toml", "--as-of", "2026-04-01"});
    EXPECT_TRUE(holds(changed, "as of 1 Apr 2026")) << changed;
}

TEST_F(Why, WritesItsAnswerToAFile) {
    EXPECT_EQ(run({"why", "ferry.toml", "-o", "reasons.txt", "-q"}).code, 0);
    EXPECT_EQ(folder_.content("reasons.txt"), answer({"why", "ferry.toml"}));
    EXPECT_EQ(run({"why", "ferry.toml", "--format", "json", "-o", "reasons.json", "-q"}).code, 0);
    EXPECT_TRUE(folder_.content("reasons.json").starts_with("{\n  \"title\": \"Ferry"));
}

TEST_F(Why, WritesNoFileWhereTheCaseIsWrong) {
    const std::string said = complaint({"why", "broken.toml", "-o", "reasons.txt"});
    EXPECT_TRUE(holds(said, "broken.toml:2:35")) << said;
    EXPECT_EQ(folder_.file_count(), 3U);
}

TEST_F(Why, RefusesFlagsOfOtherVerbsAndWrongWords) {
    EXPECT_EQ(complaint({"why", "ferry.toml", "--al"}),
              "unbracket: `why` has no flag `--al`; did you mean `--all`?\n1 problem\n");
    EXPECT_EQ(complaint({"why", "ferry.toml", "--sum-points"}),
              "unbracket: `why` has no flag `--sum-points`; unbracket why --help\n1 problem\n");
    EXPECT_EQ(complaint({"why", "ferry.toml", "--nodes", "some"}),
              "unbracket: --nodes some: not a whole number of at most 18 digits\n1 problem\n");
    EXPECT_EQ(complaint({"why"}), "unbracket: `why` needs CASE; unbracket why --help\n1 problem\n");
    EXPECT_EQ(complaint({"why", "ferry.toml", "--format", "csv"}),
              "unbracket: --format csv: not known here; known: text, json\n1 problem\n");
}

TEST_F(Why, PlacesAWrongSettingByItsFlag) {
    EXPECT_EQ(complaint({"why", "ferry.toml", "--set", "issue.winter.stance.east=3"}),
              "--set: `issue.winter.stance.east` must be a table, not a number; write "
              "issue.winter.stance.east = { OPTION = 40 }\n1 problem\n");
}

TEST_F(Why, RefusesAFlagThatItWouldNotUse) {
    for (const std::string verb : {"why", "bridge"}) {
        EXPECT_TRUE(holds(complaint({verb, "ferry.toml", "--timings"}),
                          "`" + verb + "` has no flag `--timings`"));
    }
}

} // namespace
} // namespace unbracket::cli
