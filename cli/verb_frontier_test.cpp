#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::holds;
class FrontierVerb : public testing::RunInFolder {};

TEST_F(FrontierVerb, ListsAllEfficientOutcomesWithAPlot) {
    const std::string text = answer({"frontier", "ferry.toml"});
    EXPECT_TRUE(holds(text, "5 combinations of values are efficient"));
    EXPECT_TRUE(holds(text, "o one outcome, # several, dotted: without agreement."));
}

TEST_F(FrontierVerb, OfTheZoneListsOnlyWhatTheAgreementRuleAccepts) {
    const std::string text = answer({"frontier", "ferry.toml", "--zone"});
    EXPECT_TRUE(holds(text, "accept")) << text;
    EXPECT_FALSE(holds(text, "5 combinations")) << text;
    EXPECT_TRUE(holds(answer({"frontier", "ferry.toml", "--zone", "--set", "fallback.west=999"}),
                      "There are none of the outcomes that the agreement rule accepts"));
}

TEST_F(FrontierVerb, ListsAsManyAsAskedForAndCountsAll) {
    const std::string json = answer({"frontier", "ferry.toml", "--format", "json", "--list", "2"});
    EXPECT_TRUE(holds(json, "\"count\": 5"));
    const std::size_t end = json.find("\"solutions\"");
    std::size_t listed = 0;
    for (std::size_t at = json.find("\"outcome\""); at < end;
         at = json.find("\"outcome\"", at + 1)) {
        ++listed;
    }
    EXPECT_EQ(listed, 2U);
}

TEST_F(FrontierVerb, PlotsThePartiesAskedFor) {
    const std::string text = answer({"frontier", "ferry.toml", "--plot", "east,west"});
    EXPECT_TRUE(holds(text, "\nWestport\n")) << text;
    EXPECT_TRUE(holds(complaint({"frontier", "ferry.toml", "--plot", "west,est"}),
                      "there is no party `est` that counts and has values; did you mean"));
}

TEST_F(FrontierVerb, DrawsIntoAFileThatEndsInSvg) {
    EXPECT_EQ(run({"frontier", "ferry.toml", "-o", "plot.svg", "-q"}).code, 0);
    EXPECT_TRUE(
        folder_.content("plot.svg").starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    EXPECT_EQ(run({"frontier", "ferry.toml", "-o", "list.txt", "-q"}).code, 0);
    EXPECT_TRUE(folder_.content("list.txt").starts_with("Ferry across"));
}

TEST_F(FrontierVerb, OfOnePartyListsWithoutAPlotAndDrawsNothing) {
    folder_.put("one.toml", "unbracket = 1\nparty.a.name = \"A\"\nissue.x.option = [\"m\"]\n"
                            "issue.x.score.a.m = 1\nfallback.a = 0\n");
    EXPECT_FALSE(holds(answer({"frontier", "one.toml"}), "o one outcome"));
    EXPECT_TRUE(holds(complaint({"frontier", "one.toml", "-o", "plot.svg"}),
                      "a plot needs two parties that count and have values"));
    EXPECT_EQ(folder_.file_count(), 4U);
}

TEST_F(FrontierVerb, DrawsNothingWhereItIsAskedForWhatADrawingDoesNotShow) {
    for (const std::string flag : {"--counts", "--adjusted-winner"}) {
        EXPECT_TRUE(holds(complaint({"frontier", "ferry.toml", flag, "-o", "plot.svg"}),
                          "a drawing has no place for what " + flag + " finds"));
    }
    EXPECT_NE(run({"frontier", "ferry.toml", "-o", "no-folder/plot.svg"}).code, 0);
    EXPECT_TRUE(holds(complaint({"frontier", "ferry.toml", "--plot", "west", "-o", "plot.svg"}),
                      "`west` does not name two parties"));
    EXPECT_EQ(folder_.file_count(), 3U);
}

TEST_F(FrontierVerb, WrapsWhatItSaysOfACertificate) {
    EXPECT_EQ(run({"frontier", "ferry.toml", "--certificate", "best.json", "-o", "answer.txt",
                   "--width", "60", "--nodes", "0"})
                  .err,
              "the certificate leaves out what is not proved: nash,\n"
              "egalitarian, kalai_smorodinsky and utilitarian\n");
}

TEST_F(FrontierVerb, TakesSamplesAndSeedOnlyWithCounts) {
    EXPECT_EQ(complaint({"frontier", "ferry.toml", "--seed", "3"}),
              "unbracket: --seed has no meaning without --counts\n1 problem\n");
    EXPECT_EQ(complaint({"frontier", "ferry.toml", "--samples", "0"}),
              "unbracket: --samples has no meaning without --counts\n"
              "unbracket: a sample needs at least one draw; leave out --samples\n2 problems\n");
    EXPECT_TRUE(holds(answer({"frontier", "ferry.toml", "--counts"}), "COUNTS"));
}

TEST_F(FrontierVerb, RefusesFlagsOfTheSearch) {
    EXPECT_EQ(complaint({"frontier", "ferry.toml", "--threads", "2"}),
              "unbracket: `frontier` has no flag `--threads`; unbracket frontier --help\n"
              "1 problem\n");
    EXPECT_EQ(complaint({"frontier", "ferry.toml", "--list", "-1"}),
              "unbracket: --list -1: not a whole number of at most 18 digits\n1 problem\n");
}

} // namespace
} // namespace unbracket::cli
