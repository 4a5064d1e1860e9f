#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::holds;
class BridgeVerb : public testing::RunInFolder {};

TEST_F(BridgeVerb, ListsMovementsUnranked) {
    const std::string text = answer({"bridge", "ferry.toml"});
    EXPECT_TRUE(holds(text, "They are not ranked: points of"));
    EXPECT_TRUE(holds(text, "5  ######.... 37.5         ########## 30")) << text;
}

TEST_F(BridgeVerb, DrawsTheCurveOfThePartyAskedFor) {
    EXPECT_FALSE(holds(answer({"bridge", "ferry.toml"}), "CURVE"));
    EXPECT_TRUE(holds(answer({"bridge", "ferry.toml", "--curve", "west", "--format", "json"}),
                      "\"steps\": ["));
}

TEST_F(BridgeVerb, NamesThePartiesThatACurveCanBeOf) {
    EXPECT_EQ(complaint({"bridge", "ferry.toml", "--curve", "wst"}),
              "unbracket: the case counts no party `wst` for an agreement; did you mean "
              "`west`?\n1 problem\n");
    EXPECT_EQ(complaint({"bridge", "ferry.toml", "--curve", "pilots"}),
              "unbracket: the case counts no party `pilots` for an agreement; known: west, "
              "east\n1 problem\n");
    EXPECT_EQ(complaint({"bridge", "ferry.toml", "--curve"}),
              "unbracket: --curve needs a value: --curve PARTY\n1 problem\n");
}

TEST_F(BridgeVerb, AddsPointsOnlyWhereAsked) {
    EXPECT_FALSE(holds(answer({"bridge", "ferry.toml"}), "TOTAL"));
    EXPECT_TRUE(holds(answer({"bridge", "ferry.toml", "--sum-points"}),
                      "TOTAL     Asked for with --sum-points."));
    const auto json = [](const std::vector<std::string>& more) {
        std::vector<std::string> words = {"bridge", "ferry.toml", "--format", "json"};
        words.insert(words.end(), more.begin(), more.end());
        return answer(words);
    };
    EXPECT_FALSE(holds(json({}), "\"cheapest\""));
    EXPECT_TRUE(holds(json({"--sum-points"}), "\"cheapest\": ["));
}

TEST_F(BridgeVerb, WritesExactNumbersWhenAsked) {
    const std::string exact = answer({"bridge", "ferry.toml", "--format", "json", "--exact"});
    EXPECT_TRUE(holds(exact, "\"points\": \"500/9\"")) << exact;
    EXPECT_FALSE(holds(answer({"bridge", "ferry.toml", "--format", "json"}), "500/9"));
}

TEST_F(BridgeVerb, WithLittleBudgetClaimsNothingComplete) {
    const std::string text = answer({"bridge", "ferry.toml", "--nodes", "1"});
    EXPECT_FALSE(holds(text, "These are all.")) << text;
    const std::string json = answer({"bridge", "ferry.toml", "--nodes", "1", "--format", "json"});
    EXPECT_TRUE(holds(json, "\"complete\": false")) << json;
}

TEST_F(BridgeVerb, SaysTheSameWithEveryNumberOfThreads) {
    const std::string one = answer({"bridge", "ferry.toml", "--format", "json"});
    EXPECT_EQ(answer({"bridge", "ferry.toml", "--format", "json", "--threads", "3"}), one);
}

TEST_F(BridgeVerb, ChangesNoFile) {
    const std::string before = folder_.content("ferry.toml");
    answer({"bridge", "ferry.toml", "--set", "fallback.east=90"});
    EXPECT_EQ(folder_.content("ferry.toml"), before);
    EXPECT_EQ(folder_.file_count(), 3U);
}

TEST_F(BridgeVerb, WritesItsAnswerToAFile) {
    EXPECT_EQ(run({"bridge", "ferry.toml", "-o", "moves.json", "--format", "json", "-q"}).code, 0);
    EXPECT_EQ(folder_.content("moves.json"), answer({"bridge", "ferry.toml", "--format", "json"}));
}

TEST_F(BridgeVerb, NamesTheProblemsOfAFile) {
    EXPECT_TRUE(holds(complaint({"bridge", "broken.toml"}), "broken.toml:2:35"));
    EXPECT_TRUE(holds(complaint({"bridge", "none.toml"}), "none.toml: there is no such file"));
}

} // namespace
} // namespace unbracket::cli
