#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::holds;
class Score : public testing::RunInFolder {};

TEST_F(Score, WithoutADraftMeasuresAllOfTheCase) {
    const std::string both =
        answer({"score", "ferry.toml", "--draft", "spring", "--draft", "summer"});
    EXPECT_EQ(answer({"score", "ferry.toml"}), both);
    EXPECT_EQ(answer({"score", "ferry.toml", "--format", "json"}),
              answer({"score", "ferry.toml", "--draft", "spring", "--draft", "summer", "--format",
                      "json"}));
}

TEST_F(Score, WithoutADraftLeavesOutWhatDoesNotExistYet) {
    EXPECT_EQ(answer({"score", "ferry.toml", "--as-of", "2026-04-01"}),
              answer({"score", "ferry.toml", "--as-of", "2026-04-01", "--draft", "spring"}));
    EXPECT_TRUE(holds(complaint({"score", "ferry.toml", "--as-of", "2026-01-01"}),
                      "the case has no drafts to measure as of 2026-01-01; write one as "
                      "draft.ID.set.ISSUE = \"OPTION\", or look at a later day with --as-of"));
}

TEST_F(Score, OfACaseWithOneDraftMeasuresThat) {
    answer({"new", "mine.toml", "-q"});
    folder_.put("mine.toml", folder_.content("mine.toml") + "\n[draft.only]\nrest = \"unknown\"\n");
    EXPECT_EQ(answer({"score", "mine.toml"}), answer({"score", "mine.toml", "--draft", "only"}));
}

TEST_F(Score, NamesTheDraftsThereAre) {
    EXPECT_EQ(complaint({"score", "ferry.toml", "--draft", "sumer"}),
              "unbracket: the case has no draft `sumer`; did you mean `summer`?\n1 problem\n");
    EXPECT_EQ(complaint({"score", "ferry.toml", "--draft", "winter"}),
              "unbracket: the case has no draft `winter`; known: spring, summer\n1 problem\n");
}

TEST_F(Score, MeasuresTheDraftForEachParty) {
    const std::string text = answer({"score", "ferry.toml", "--draft", "summer"});
    EXPECT_TRUE(
        text.starts_with("Ferry across the Lune strait (invented) - as of 1 May 2026 - draft "
                         "summer - 20\nApr 2026\n"))
        << text;
    for (const char* party : {"- Westport: ", "- Eastholm: ", "- Pilots (need not accept): "}) {
        EXPECT_TRUE(holds(text, party)) << party;
    }
}

TEST_F(Score, WritesExactNumbersWhenAsked) {
    const std::string decimal =
        answer({"score", "ferry.toml", "--draft", "spring", "--format", "json"});
    const std::string exact =
        answer({"score", "ferry.toml", "--draft", "spring", "--format", "json", "--exact"});
    EXPECT_TRUE(holds(decimal, "\"surplus\": [-20, 44.6666666667]")) << decimal;
    EXPECT_FALSE(holds(decimal, "134/3"));
    EXPECT_TRUE(holds(exact, "\"surplus\": [-20, \"134/3\"]")) << exact;
    EXPECT_FALSE(holds(exact, "44.666"));
}

TEST_F(Score, OfACaseWithoutDraftsSaysSo) {
    answer({"new", "mine.toml", "-q"});
    EXPECT_EQ(complaint({"score", "mine.toml", "--draft", "first"}),
              "unbracket: the case has no draft `first`; known: none\n1 problem\n");
    EXPECT_EQ(complaint({"score", "mine.toml"}),
              "unbracket: the case has no drafts to measure as of 2026-01-31; write one as "
              "draft.ID.set.ISSUE = \"OPTION\", or look at a later day with --as-of\n1 problem\n");
}

} // namespace
} // namespace unbracket::cli
