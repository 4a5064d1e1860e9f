#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>

// The verbs that print a case or a draft of it, show, lint and score, and those that users do not
// see: bench, completion and manual.

namespace unbracket::cli {
namespace {

using testing::holds;
class Show : public testing::RunInFolder {};
class Lint : public testing::RunInFolder {};
class Score : public testing::RunInFolder {};
class HiddenVerbs : public testing::RunInFolder {};

TEST_F(Show, ListsStatementsOnlyWhenAsked) {
    EXPECT_TRUE(holds(answer({"show", "ferry.toml"}), "SAID      3 statements; -v lists them."));
    const std::string all = answer({"show", "ferry.toml", "-v"});
    EXPECT_TRUE(holds(all, "s1 mayor of Westport, 1 Mar 2026: more than seventy percent"));
    EXPECT_FALSE(holds(all, "-v lists them"));
}

TEST_F(Show, IsTheSameInJsonWithOrWithoutDetail) {
    EXPECT_EQ(answer({"show", "ferry.toml", "--format", "json"}),
              answer({"show", "ferry.toml", "--format", "json", "-v"}));
}

TEST_F(Show, FollowsTheDateAndTheLayers) {
    EXPECT_TRUE(answer({"show", "ferry.toml", "--as-of", "2026-03-31"})
                    .starts_with("Ferry across the Lune strait (invented)\nas of 31 Mar 2026\n"));
    EXPECT_TRUE(holds(answer({"show", "ferry.toml", "ferry-private.toml"}), "4 statements"));
}

TEST_F(Lint, CountsWhatItFindsInItsFirstLine) {
    EXPECT_TRUE(answer({"lint", "ferry.toml"})
                    .starts_with("Ferry across the Lune strait (invented): no errors; 2 gaps, 0 "
                                 "contradictions.\n"));
}

TEST_F(Lint, NamesEveryEntryThatNobodySaidOnlyWhenAsked) {
    EXPECT_FALSE(holds(answer({"lint", "ferry.toml"}), "- issue.fare.weight.east"));
    EXPECT_TRUE(holds(answer({"lint", "ferry.toml", "-v"}), "- issue.fare.weight.east"));
}

TEST_F(Lint, ExitsWithTwoOnlyForErrors) {
    EXPECT_EQ(run({"lint", "ferry.toml"}).code, 0);
    EXPECT_EQ(run({"lint", "broken.toml"}).code, 2);
}

TEST_F(Score, NeedsADraft) {
    EXPECT_EQ(complaint({"score", "ferry.toml"}),
              "unbracket: `score` needs --draft DRAFT; unbracket score --help\n1 problem\n");
    EXPECT_EQ(complaint({"score", "ferry.toml", "--draft", "sumer"}),
              "unbracket: the case has no draft `sumer`; did you mean `summer`?\n1 problem\n");
}

TEST_F(Score, MeasuresTheDraftForEachParty) {
    const std::string text = answer({"score", "ferry.toml", "--draft", "summer"});
    EXPECT_TRUE(text.starts_with("summer - 20 Apr 2026\n")) << text;
    for (const char* party : {"- Westport: ", "- Eastholm: ", "- Pilots (need not accept): "}) {
        EXPECT_TRUE(holds(text, party)) << party;
    }
}

TEST_F(Score, WritesExactNumbersWhenAsked) {
    const std::string decimal =
        answer({"score", "ferry.toml", "--draft", "spring", "--format", "json"});
    const std::string exact =
        answer({"score", "ferry.toml", "--draft", "spring", "--format", "json", "--exact"});
    EXPECT_TRUE(holds(decimal, "\"draft\": \"spring\""));
    EXPECT_TRUE(holds(exact, "\"draft\": \"spring\""));
}

TEST_F(Score, OfACaseWithoutDraftsSaysSo) {
    answer({"new", "mine.toml", "-q"});
    EXPECT_EQ(complaint({"score", "mine.toml", "--draft", "first"}),
              "unbracket: the case has no draft `first`; it has no drafts at all\n1 problem\n");
}

TEST_F(HiddenVerbs, PrintTheSignatureForAnyNumberOfThreads) {
    const std::string one = answer({"bench", "--signature"});
    EXPECT_EQ(one.size(), 17U);
    EXPECT_EQ(one.find_first_not_of("0123456789abcdef"), 16U);
    EXPECT_EQ(answer({"bench", "--signature", "--threads", "3"}), one);
    EXPECT_TRUE(holds(complaint({"bench"}), "give --signature"));
}

TEST_F(HiddenVerbs, PrintACompletionForKnownShells) {
    for (const char* shell : {"bash", "zsh", "fish"}) {
        EXPECT_TRUE(holds(answer({"completion", shell}), "unbracket")) << shell;
    }
    EXPECT_EQ(complaint({"completion", "tcsh"}),
              "unbracket: no completion for `tcsh`; one of bash, zsh, fish\n1 problem\n");
}

TEST_F(HiddenVerbs, WriteManualPagesIntoAFolder) {
    std::filesystem::create_directory("man");
    EXPECT_EQ(answer({"manual", "man"}), "");
    std::size_t pages = 0;
    for (const auto& page : std::filesystem::directory_iterator("man")) {
        EXPECT_EQ(page.path().extension(), ".1");
        ++pages;
    }
    EXPECT_EQ(pages, 13U);
    EXPECT_TRUE(std::filesystem::exists("man/unbracket-said-add.1"));
    EXPECT_TRUE(complaint({"manual", "none"}).ends_with("13 problems\n"));
}

} // namespace
} // namespace unbracket::cli
