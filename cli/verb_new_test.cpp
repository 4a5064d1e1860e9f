#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace unbracket::cli {
namespace {

using testing::Captured;
using testing::holds;
using Words = std::vector<std::string>;
class New : public testing::RunInFolder {
protected:
    static Words random_with(const Words& flags) {
        Words words = {"new", "--random", "--parties", "3", "--issues", "4"};
        words.insert(words.end(), flags.begin(), flags.end());
        return words;
    }
};

TEST_F(New, WritesACaseThatCanBeCheckedAndSaysWhatIsNext) {
    const Captured result = run({"new", "mine.toml", "--title", "The \"joint\" boat"});
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err, "wrote mine.toml; next: unbracket check mine.toml\n");
    EXPECT_TRUE(holds(folder_.content("mine.toml"), "title = \"The \\\"joint\\\" boat\"\n"));
    EXPECT_TRUE(answer({"check", "mine.toml"}).starts_with("The \"joint\" boat - as of "));
}

TEST_F(New, HasATitleEvenWhereNoneIsGiven) {
    answer({"new", "mine.toml", "-q"});
    EXPECT_TRUE(holds(folder_.content("mine.toml"), "title = \"Untitled talks\"\n"));
}

TEST_F(New, LeavesAFileAloneUnlessForced) {
    const std::string before = folder_.content("ferry.toml");
    EXPECT_EQ(complaint({"new", "ferry.toml"}),
              "ferry.toml: the file is there already; choose another name, or add --force\n"
              "1 problem\n");
    EXPECT_EQ(folder_.content("ferry.toml"), before);
    answer({"new", "ferry.toml", "--force", "-q"});
    EXPECT_NE(folder_.content("ferry.toml"), before);
}

TEST_F(New, PrintsTheCaseForADash) {
    answer({"new", "mine.toml", "-q"});
    EXPECT_EQ(answer({"new", "-"}), folder_.content("mine.toml"));
}

TEST_F(New, IsWrittenAsTomlForItsComments) {
    EXPECT_EQ(
        complaint({"new", "mine.json"}),
        "mine.json: a new case is a TOML file, for its comments; name it .toml and convert it "
        "afterwards\n1 problem\n");
    EXPECT_FALSE(std::filesystem::exists("mine.json"));
}

TEST_F(New, HasANameThatCanBeRead) {
    EXPECT_EQ(complaint({"new", "case.txt"}),
              "case.txt: a case is read by its extension, and this one is not known; name it .toml"
              "\n1 problem\n");
    EXPECT_FALSE(std::filesystem::exists("case.txt"));
}

TEST_F(New, TakesOnlyTextAsATitle) {
    EXPECT_EQ(complaint({"new", "mine.toml", "--title", "\xff"}),
              "--title: the title is not UTF-8; write it in UTF-8\n1 problem\n");
}

TEST_F(New, NamesFlagsWithoutMeaning) {
    EXPECT_EQ(complaint({"new", "mine.toml", "--seed", "3", "--parties", "2"}),
              "unbracket: --parties has no meaning without --random or --from\n"
              "unbracket: --seed has no meaning without --random\n"
              "2 problems\n");
    EXPECT_EQ(complaint({"new", "--random", "--title", "x", "--margin", "5"}),
              "unbracket: --title has no meaning with --random\n"
              "unbracket: --margin has no meaning without --plant\n"
              "2 problems\n");
    EXPECT_EQ(complaint({"new"}),
              "unbracket: `new` needs CASE; unbracket new my-case.toml\n1 problem\n");
}

TEST_F(New, AtRandomGivesTheSameBytesForTheSameSeed) {
    const std::string seven = answer(random_with({"--seed", "7"}));
    EXPECT_EQ(answer(random_with({"--seed", "7"})), seven);
    EXPECT_NE(answer(random_with({"--seed", "8"})), seven);
    EXPECT_EQ(answer(random_with({})), answer(random_with({"--seed", "1"})));
}

TEST_F(New, AtRandomIsWrittenInTheFormatOfItsName) {
    answer(random_with({"a.json", "-q"}));
    EXPECT_TRUE(folder_.content("a.json").starts_with("{"));
    answer(random_with({"a.toml", "-q"}));
    EXPECT_TRUE(folder_.content("a.toml").starts_with("unbracket = 1\n"));
    EXPECT_EQ(answer({"convert", "a.toml", "--to", "json"}), folder_.content("a.json"));
    EXPECT_EQ(answer(random_with({"--format", "json"})), folder_.content("a.json"));
}

TEST_F(New, AtRandomHasTheAnswerThatIsPlanted) {
    for (const auto& [planted, code] : {std::pair("yes", 0), std::pair("no", 10)}) {
        answer(random_with({"--force", "a.toml", "-q", "--plant", planted}));
        EXPECT_EQ(run({"check", "a.toml", "--exit-code"}).code, code) << planted;
    }
}

TEST_F(New, AtRandomHasLimits) {
    EXPECT_TRUE(holds(complaint({"new", "--random", "--parties", "129"}), "1 to 128"));
    EXPECT_TRUE(
        holds(complaint({"new", "--random", "--issues", "999999999999999999"}), "1 to 512"));
    EXPECT_NE(complaint({"new", "--random", "--parties", "0"}), "");
}

TEST_F(New, SaysInJsonWhatWasWritten) {
    EXPECT_EQ(answer({"new", "mine.toml", "--format", "json"}),
              "{\n  \"written\": [\"mine.toml\"]\n}\n");
}

TEST_F(New, SaysWhyAFileCannotBeWritten) {
    EXPECT_TRUE(holds(complaint({"new", "none/mine.toml"}), "none/mine.toml: "));
}

} // namespace
} // namespace unbracket::cli
