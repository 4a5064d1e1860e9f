#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

// The whole program behind main(), in this process: what every verb does alike.

namespace unbracket::cli {
namespace {

using testing::holds;
class Program : public testing::RunInFolder {};

TEST_F(Program, TellsItsVersion) {
    const std::string version = answer({"--version"});
    EXPECT_EQ(version, "unbracket " UNBRACKET_VERSION "\n");
    EXPECT_EQ(answer({"-V"}), version);
}

TEST_F(Program, WithoutWordsExplainsItself) {
    const std::string text = answer({});
    EXPECT_TRUE(holds(text, "usage: unbracket VERB [flags] CASE..."));
    for (const char* word : {"--help", "-h", "help"}) {
        EXPECT_EQ(answer({word}), text) << word;
    }
}

TEST_F(Program, ExplainsAVerbInEachWayOfAsking) {
    const std::string text = answer({"check", "--help"});
    EXPECT_TRUE(text.starts_with("unbracket check: "));
    EXPECT_EQ(answer({"check", "-h"}), text);
    EXPECT_EQ(answer({"help", "check"}), text);
    EXPECT_EQ(answer({"--help", "check"}), text);
    EXPECT_EQ(answer({"check", "ferry.toml", "--nodes", "many", "--help"}), text);
}

TEST_F(Program, ExplainsAVerbOfTwoWordsByItsFirst) {
    const std::string text = answer({"said", "add", "--help"});
    EXPECT_TRUE(text.starts_with("unbracket said add: "));
    EXPECT_EQ(answer({"said", "--help"}), text);
    EXPECT_EQ(answer({"said", "-h"}), text);
    EXPECT_EQ(answer({"help", "said"}), text);
}

TEST_F(Program, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(complaint({"chekc", "ferry.toml"}),
              "unbracket: unknown verb `chekc`; did you mean `check`?\n1 problem\n");
    EXPECT_EQ(complaint({"help", "chekc"}),
              "unbracket: unknown verb `chekc`; did you mean `check`?\n1 problem\n");
    EXPECT_EQ(complaint({"check", "--colour", "never", "ferry.toml"}),
              "unbracket: `check` has no flag `--colour`; did you mean `--color`?\n1 problem\n");
}

TEST_F(Program, TellsMistakesOfTheCommandLineInJsonToo) {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"chekc", "--format=json"},
          {"check", "--format", "json", "--nodes", "many", "ferry.toml"}}) {
        const std::string said = complaint(words);
        EXPECT_TRUE(said.starts_with("{\n  \"errors\": [\n")) << said;
        EXPECT_TRUE(holds(said, "\"file\": \"\"")) << said;
    }
}

TEST_F(Program, ReadsNoFormatFromTheEndOfALine) {
    EXPECT_EQ(complaint({"check", "ferry.toml", "--format"}),
              "unbracket: --format needs a value: --format FORMAT\n1 problem\n");
}

TEST_F(Program, LeavesAFileAloneThatItReads) {
    const std::string before = folder_.content("ferry.toml");
    EXPECT_EQ(complaint({"show", "ferry.toml", "-o", "ferry.toml"}),
              "ferry.toml: the result would be written over `ferry.toml`, which is read; name "
              "another file for the result\n1 problem\n");
    EXPECT_EQ(complaint({"check", "ferry.toml", "--certificate", "x.json", "-o", "x.json"}),
              "x.json: two results would be written to this file; name two files\n1 problem\n");
    EXPECT_EQ(folder_.content("ferry.toml"), before);
    EXPECT_EQ(folder_.content("x.json"), "");
}

TEST_F(Program, WritesAnAnswerToAFile) {
    const std::string text = answer({"show", "ferry.toml", "--width", "72"});
    EXPECT_EQ(answer({"show", "ferry.toml", "--width", "72", "-o", "show.txt"}), "");
    EXPECT_EQ(folder_.content("show.txt"), text);
    EXPECT_EQ(answer({"show", "ferry.toml", "--width", "72", "-o", "-"}), text);
}

TEST_F(Program, UsesBoldOnlyWhereAsked) {
    for (const char* verb : {"show", "lint", "check"}) {
        EXPECT_FALSE(holds(answer({verb, "ferry.toml"}), "\033")) << verb;
        EXPECT_TRUE(holds(answer({verb, "ferry.toml", "--color", "always"}), "\033[1m")) << verb;
    }
}

TEST_F(Program, NamesEveryMistakeOfACaseForEachVerb) {
    const std::string expected = complaint({"lint", "broken.toml"});
    EXPECT_TRUE(expected.ends_with("5 problems\n")) << expected;
    for (const char* verb : {"show", "check"}) {
        EXPECT_EQ(complaint({verb, "broken.toml"}), expected) << verb;
    }
    EXPECT_EQ(complaint({"score", "broken.toml", "--draft", "a"}), expected);
    EXPECT_EQ(complaint({"convert", "broken.toml", "--to", "json"}), expected);
    EXPECT_EQ(complaint({"rename", "broken.toml", "party.west", "w"}), expected);
}

TEST_F(Program, SaysWhichFileIsMissing) {
    for (const char* verb : {"show", "lint", "check"}) {
        EXPECT_EQ(complaint({verb, "none.toml"}),
                  "none.toml: there is no such file; check the spelling of the path\n1 problem\n");
    }
}

TEST_F(Program, GivesTheSameBytesEachTime) {
    for (const char* verb : {"show", "lint", "check"}) {
        EXPECT_EQ(answer({verb, "ferry.toml", "--format", "json"}),
                  answer({verb, "ferry.toml", "--format", "json"}));
    }
    EXPECT_EQ(answer({"check", "ferry.toml", "--threads", "1"}),
              answer({"check", "ferry.toml", "--threads", "4"}));
}

} // namespace
} // namespace unbracket::cli
