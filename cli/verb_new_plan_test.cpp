#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace unbracket::cli {
namespace {

using testing::Captured;
using testing::holds;

class NewFrom : public testing::RunInFolder {
protected:
    static void put(const std::string& name, const std::string& text) {
        std::ofstream(name, std::ios::binary) << text;
    }
};

TEST_F(NewFrom, WritesACaseAndSaysWhatIsInItAndWhatIsUnsure) {
    put("plan.md", "1. a [b] [c] d [date]\n");
    const Captured result =
        run({"new", "mine.toml", "--from", "plan.md", "--parties", "Alta, Bera"});
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(
        result.err,
        "wrote mine.toml: 1 point, 1 issue with 2 options, 1 draft\n"
        "unsure, for you to settle (also at the head of the case):\n"
        "  plan.md:1: [b] [c] were taken as alternatives, as brackets side by side mostly are; if "
        "each is in or out by itself, put words between them\n"
        "  plan.md:1: `[date]` in 1 is to be filled in, and no option; make it an issue if it is "
        "to be negotiated\n"
        "Every stance is unknown so far: put stances in their place, and a [fallback]; next: "
        "unbracket lint mine.toml, unbracket check mine.toml\n");
    EXPECT_TRUE(holds(answer({"show", "mine.toml"}), "Bera"));
}

TEST_F(NewFrom, PrintsTheCaseForADash) {
    put("plan.md", "1. a [b]\n");
    answer({"new", "mine.toml", "--from", "plan.md", "-q"});
    const Captured result = run({"new", "--from", "plan.md", "-"});
    EXPECT_EQ(result.out, folder_.content("mine.toml"));
    EXPECT_TRUE(result.err.starts_with("made 1 point, 1 issue with 2 options, 1 draft\n"));
}

TEST_F(NewFrom, SaysItInJson) {
    put("a.md", "1. ships pay [ten] EUR here\n");
    put("b.md", "4. ships pay ten EUR here\n");
    const std::string json =
        answer({"new", "mine.toml", "--from", "a.md", "--from", "b.md", "--format", "json"});
    EXPECT_TRUE(json.starts_with("{\n  \"points\": 1,\n  \"issues\": 1,\n  \"options\": 2,\n"));
    EXPECT_TRUE(holds(json,
                      "      \"draft\": \"b\",\n      \"file\": \"b.md\",\n      \"known\": 1,\n"
                      "      \"added\": 0,\n      \"dropped\": 0,\n"
                      "      \"renumbered\": [{\"point\": \"1\", \"number\": \"4\"}]\n"));
    EXPECT_TRUE(json.ends_with("  \"unsure\": [],\n  \"written\": [\"mine.toml\"]\n}\n"));
}

TEST_F(NewFrom, WritesNothingWhereABracketIsNotClosed) {
    put("plan.md", "1. a\n2. b [c\n");
    EXPECT_EQ(
        complaint({"new", "mine.toml", "--from", "plan.md"}),
        "plan.md:2:6: the bracket opened here is not closed in clause 2; close it with `]`, or "
        "write `\\[` where it is no bracket of a draft\n1 problem\n");
    EXPECT_FALSE(std::filesystem::exists("mine.toml"));
}

TEST_F(NewFrom, NamesFlagsThatDoNotGoTogether) {
    put("plan.md", "1. a [b]\n");
    EXPECT_EQ(complaint({"new", "mine.toml", "--match", "x"}),
              "unbracket: --match has no meaning without --from\n1 problem\n");
    EXPECT_EQ(complaint({"new", "mine.toml", "--from", "plan.md", "--random"}),
              "unbracket: --from and --random are two kinds of cases; leave out one\n1 problem\n");
    EXPECT_EQ(complaint({"new", "mine.toml", "--from", "plan.md", "--parties", "Alta,"}),
              "--parties: a name is empty or not UTF-8; --parties \"Alta,Bera\"\n1 problem\n");
    EXPECT_EQ(
        complaint({"new", "mine.json", "--from", "plan.md"}),
        "mine.json: a new case is a TOML file, for its comments; name it .toml and convert it "
        "afterwards\n1 problem\n");
    EXPECT_TRUE(holds(complaint({"new", "--random", "--parties", "two"}),
                      "--parties two: not a whole number of at most 18 digits"));
}

TEST_F(NewFrom, DoesNotWriteOverTheText) {
    put("plan.toml", "1. a [b]\n");
    EXPECT_NE(complaint({"new", "plan.toml", "--from", "plan.toml", "--force"}), "");
    EXPECT_EQ(folder_.content("plan.toml"), "1. a [b]\n");
}

TEST_F(NewFrom, RefusesTwoPartiesOfOneName) {
    put("plan.md", "1. a [b]\n");
    EXPECT_TRUE(holds(complaint({"new", "mine.toml", "--from", "plan.md", "--parties", "A, B,A"}),
                      "--parties: two parties are called `A`; give each party its own name\n"));
    EXPECT_EQ(run({"new", "mine.toml", "--from", "plan.md", "--parties", "A,B"}).code, 0);
}

} // namespace
} // namespace unbracket::cli
