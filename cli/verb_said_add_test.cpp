#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::Captured;
using testing::holds;
using Words = std::vector<std::string>;
class SaidAdd : public testing::RunInFolder {
protected:
    static Words add_with(const Words& flags) {
        Words words = {"said",     "add",   "ferry.toml", "--who",           "a clerk",
                       "--source", "Radio", "--claim",    "weekly is enough"};
        words.insert(words.end(), flags.begin(), flags.end());
        return words;
    }
};

TEST_F(SaidAdd, PutsTheStatementBehindEverything) {
    const std::string before = folder_.content("ferry.toml");
    const Captured result = run(add_with({"--speaks-for", "west", "--date", "2026-04-30", "--about",
                                          "west,east", "--supports", "issue.boat.stance.east.west",
                                          "--judgement", "west=accepts spring"}));
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.err, "added s4 to ferry.toml; without --attribution its speaker counts as "
                          "anonymous; it reports issue.boat.stance.east.west, whose value stays as "
                          "it was\n");
    EXPECT_EQ(folder_.content("ferry.toml"), before +
                                                 "\n[[said]]\n"
                                                 "id = \"s4\"\n"
                                                 "who = \"a clerk\"\n"
                                                 "speaks_for = \"west\"\n"
                                                 "about = [\"west\", \"east\"]\n"
                                                 "date = 2026-04-30\n"
                                                 "source = \"Radio\"\n"
                                                 "claim = \"weekly is enough\"\n"
                                                 "supports = [\"issue.boat.stance.east.west\"]\n"
                                                 "judgement = { west = [\"accepts spring\"] }\n");
}

TEST_F(SaidAdd, SaysThatAStatementOfLaterDoesNotExistYet) {
    const Captured result = run(add_with({"--date", "2031-01-02"}));
    EXPECT_EQ(result.code, 0);
    EXPECT_TRUE(holds(result.err, "it was said after the date of the case")) << result.err;
    EXPECT_TRUE(holds(result.err, "does not exist yet before --as-of 2031-01-02")) << result.err;
    EXPECT_FALSE(holds(run(add_with({"--date", "2001-01-02"})).err, "after the date"));
}

TEST_F(SaidAdd, RefusesAnEmptyClaim) {
    EXPECT_EQ(
        complaint({"said", "add", "ferry.toml", "--who", "x", "--source", "y", "--claim", ""}),
        "--claim: the text is empty\n1 problem\n");
}

TEST_F(SaidAdd, PutsItIntoTheLastLayer) {
    const std::string before = folder_.content("ferry.toml");
    const Captured result = run({"said", "add", "ferry.toml", "ferry-private.toml", "--who", "x",
                                 "--source", "y", "--claim", "z", "--id", "extra"});
    EXPECT_EQ(result.err, "added extra to ferry-private.toml\n");
    EXPECT_EQ(folder_.content("ferry.toml"), before);
    EXPECT_TRUE(holds(folder_.content("ferry-private.toml"), "id = \"extra\""));
}

TEST_F(SaidAdd, NamesEveryFieldThatIsMissing) {
    EXPECT_EQ(complaint({"said", "add", "ferry.toml"}),
              "unbracket: --who or --person is missing; who said it, as reported\n"
              "unbracket: --source is missing; id of a source of the file, or free text\n"
              "unbracket: --claim is missing; what was said, in your words\n"
              "3 problems\n");
}

TEST_F(SaidAdd, TakesAPersonForWhoSaidIt) {
    EXPECT_EQ(run({"said", "add", "ferry.toml", "--person", "mayor", "--source", "gazette",
                   "--claim", "yes"})
                  .err,
              "added s4 to ferry.toml\n");
}

TEST_F(SaidAdd, NamesWhatIsWrongWithAField) {
    const std::string before = folder_.content("ferry.toml");
    EXPECT_EQ(complaint(add_with({"--speaks-for", "wst"})),
              "--speaks-for: unknown party `wst`; did you mean `west`?\n1 problem\n");
    EXPECT_EQ(complaint(add_with({"--kind", "rumour"})).substr(0, 40),
              "unbracket: --kind rumour: not known here");
    EXPECT_TRUE(holds(complaint(add_with({"--id", "s1"})), "s1"));
    EXPECT_TRUE(holds(complaint(add_with({"--judgement", "west=accepts winter"})), "winter"));
    EXPECT_EQ(folder_.content("ferry.toml"), before);
}

TEST_F(SaidAdd, SaysInJsonWhatWasAdded) {
    EXPECT_EQ(answer(add_with({"--format", "json"})),
              "{\n  \"added\": \"said.s4\",\n  \"written\": [\"ferry.toml\"]\n}\n");
}

} // namespace
} // namespace unbracket::cli
