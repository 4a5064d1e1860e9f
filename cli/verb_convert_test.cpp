#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace unbracket::cli {
namespace {

using testing::Captured;
using testing::holds;
using Words = std::vector<std::string>;
class Convert : public testing::RunInFolder {
protected:
    /// The first line of JSON answers differs from case to case only.
    static std::string digest(const std::string& file) {
        const std::string text = answer({"show", file, "--format", "json"});
        return text.substr(text.find("\"digest\""), 80);
    }
};

TEST_F(Convert, ThereAndBackIsTheSameCase) {
    answer({"convert", "ferry.toml", "there.json", "-q"});
    answer({"convert", "there.json", "back.toml", "-q"});
    EXPECT_EQ(digest("there.json"), digest("ferry.toml"));
    EXPECT_EQ(digest("back.toml"), digest("ferry.toml"));
}

TEST_F(Convert, GoesByTheNameOfTheResult) {
    EXPECT_EQ(answer({"convert", "ferry.toml", "a.json", "-q"}), "");
    EXPECT_EQ(answer({"convert", "ferry.toml", "-o", "b.json"}), "");
    EXPECT_EQ(answer({"convert", "ferry.toml", "c.txt", "--to", "json", "-q"}), "");
    const std::string json = answer({"convert", "ferry.toml", "--to", "json"});
    EXPECT_EQ(answer({"convert", "ferry.toml", "-", "--to", "json"}), json);
    EXPECT_EQ(answer({"convert", "ferry.toml", "--format", "json"}), json);
    for (const char* file : {"a.json", "b.json", "c.txt"}) {
        EXPECT_EQ(folder_.content(file), json) << file;
    }
}

TEST_F(Convert, WritesWhatAnAudienceSees) {
    answer({"convert", "ferry.toml", "seen.toml", "-q", "--view", "public"});
    EXPECT_EQ(digest("seen.toml"), [] {
        const std::string text =
            answer({"show", "ferry.toml", "--format", "json", "--view", "public"});
        return text.substr(text.find("\"digest\""), 80);
    }());
    EXPECT_EQ(answer({"convert", "seen.toml", "--to", "toml", "--view", "public"}),
              folder_.content("seen.toml"));
    EXPECT_NE(digest("seen.toml"), digest("ferry.toml"));
}

// What reading took for what files lack is told by every verb, with -q too; how it read only
// without.
TEST_F(Convert, TellsHowItReadFilesOfOtherProgramsAsEveryVerbDoes) {
    std::filesystem::create_directory("talks");
    for (const char* name : {"talks/a.json", "talks/b.json"}) {
        std::ofstream(name) << R"({"issueWeights": {"x": 1}, "issues": {"x": {"a": 1, "b": 0}}})";
    }
    std::ofstream("talks/notes.json") << "{}";
    const std::string assumed = "2 profiles without a reservation value: 0 is taken.";
    const std::string all = "NegoLog files: utilities are weights times the utilities of values. "
                            "Passed over, neither a domain nor a profile: notes.json. " +
                            assumed + "\n";
    const std::vector<Words> verbs = {{"convert", "talks", "out.toml", "--force"},
                                      {"convert", "talks", "again", "--to", "negolog", "--force"},
                                      {"report", "talks", "-o", "out.html"},
                                      {"check", "talks"},
                                      {"lint", "talks"},
                                      {"show", "talks"},
                                      {"timeline", "talks"},
                                      {"diff", "talks", "out.toml"}};
    for (const Words& words : verbs) {
        const Captured loud = run(words);
        EXPECT_EQ(loud.code, 0) << loud.err;
        EXPECT_TRUE(loud.err.starts_with(all)) << words[0] << ": " << loud.err;
        Words quietly = words;
        quietly.emplace_back("-q");
        EXPECT_EQ(run(quietly).err, assumed + "\n") << words[0];
    }
    std::ofstream("talks/b.json") << "{\"issueWeights\": {\"x\": 1},\n\"issues\": {";
    for (const Words& words : verbs) {
        const Captured broken = run(words);
        EXPECT_EQ(broken.code, 2) << words[0];
        EXPECT_TRUE(holds(broken.err, "talks/b.json:2:")) << words[0] << ": " << broken.err;
    }
}

TEST_F(Convert, AsksForAFormatThatItCannotGuess) {
    const std::string hint = "; add --to with one of: toml, json, xlsx, csv, lp, genius, "
                             "geniusweb, negmas, negolog, scores\n1 problem\n";
    EXPECT_EQ(complaint({"convert", "ferry.toml"}),
              "unbracket: the format of the result is not known" + hint);
    EXPECT_EQ(complaint({"convert", "ferry.toml", "out.d/case"}),
              "unbracket: the format of the result is not known" + hint);
    EXPECT_EQ(complaint({"convert", "ferry.toml", "out.yaml"}),
              "unbracket: unknown format `yaml`" + hint);
    EXPECT_EQ(complaint({"convert", "ferry.toml", "a.json", "--to", "xml"}),
              "unbracket: unknown format `xml`" + hint);
}

TEST_F(Convert, MakesAWorkbookThatIsTheCase) {
    answer({"convert", "ferry.toml", "ferry.xlsx", "-q"});
    EXPECT_EQ(answer({"convert", "ferry.xlsx", "--to", "toml"}),
              answer({"convert", "ferry.toml", "--to", "toml", "--positions", "ferry.xlsx"}));
    EXPECT_EQ(complaint({"convert", "ferry.toml", "--to", "toml", "--positions", "none.csv"}),
              "none.csv: there is no such file; check the spelling of the path\n1 problem\n");
    EXPECT_EQ(complaint({"convert", "ferry.toml", "--to", "toml", "--positions", "ferry.xlsx",
                         "--as-of", "2026-05-01"})
                  .find("--positions: a table changes the whole case file"),
              0U);
}

TEST_F(Convert, LeavesAnotherFileAlone) {
    answer({"convert", "ferry.toml", "a.json", "-q"});
    EXPECT_EQ(
        complaint({"convert", "ferry.toml", "a.json"}),
        "a.json: the file is there already; choose another name, or add --force\n1 problem\n");
    answer({"convert", "ferry.toml", "a.json", "--force", "-q"});
}

TEST_F(Convert, WritesLayersAsOneCase) {
    folder_.put("later.toml", "fallback.west = [12, 13]\n");
    answer({"convert", "ferry.toml", "later.toml", "-o", "whole.toml", "-q"});
    EXPECT_TRUE(holds(folder_.content("whole.toml"), "[12, 13]"));
    EXPECT_EQ(digest("whole.toml"), [] {
        const std::string text = answer({"show", "ferry.toml", "later.toml", "--format", "json"});
        return text.substr(text.find("\"digest\""), 80);
    }());
    answer({"convert", "ferry.toml", "later.toml", "whole.json", "-q"});
    EXPECT_EQ(digest("whole.json"), digest("whole.toml"));
    answer({"convert", "ferry.toml", "later.toml", "whole.xlsx", "-q"});
    EXPECT_EQ(digest("whole.xlsx"), digest("whole.toml"));
    EXPECT_TRUE(holds(complaint({"convert", "ferry.toml", "later.toml", "-o", "x.toml",
                                 "--positions", "whole.xlsx"}),
                      "a table changes one case file"));
    EXPECT_TRUE(
        holds(complaint({"convert", "ferry.toml", "later.toml", "later.toml"}), "which is read"));
}

TEST_F(Convert, WritesOneFile) {
    EXPECT_TRUE(holds(complaint({"convert", "ferry.toml", "a.json", "-o", "b.json"}),
                      "a.json: there is no such file"));
    EXPECT_TRUE(holds(complaint({"convert", "ferry.toml", "ferry.toml"}), "which is read"));
}

TEST_F(Convert, WritesNothingOfAWrongCase) {
    complaint({"convert", "broken.toml", "a.json"});
    EXPECT_FALSE(std::filesystem::exists("a.json"));
}

TEST_F(Convert, SettlesChangesUpToItsDate) {
    const std::string before = answer({"convert", "ferry.toml", "--to", "toml"});
    EXPECT_TRUE(holds(before, "[[change]]"));
    const std::string after =
        answer({"convert", "ferry.toml", "--to", "toml", "--as-of", "2026-04-30"});
    EXPECT_FALSE(holds(after, "[[change]]"));
    EXPECT_TRUE(holds(after, "as_of = 2026-04-30"));
    EXPECT_TRUE(holds(answer({"convert", "ferry.toml", "--to", "toml", "--as-of", "2026-04-01"}),
                      "[[change]]"));
}

TEST_F(Convert, WritesWhatWasSetAndAnswered) {
    const std::string text = answer({"convert", "ferry.toml", "--to", "toml", "--set",
                                     "fallback.west=12..13", "--answer", "ceiling=price"});
    EXPECT_TRUE(holds(text, "[12, 13]"));
    EXPECT_FALSE(holds(text, "ceiling"));
    EXPECT_FALSE(holds(answer({"convert", "ferry.toml", "--to", "toml", "--without", "s1"}),
                       "more than seventy percent"));
}

TEST_F(Convert, ToAProgramNeedsSingleNumbers) {
    EXPECT_TRUE(holds(complaint({"convert", "ferry.toml", "--to", "lp"}),
                      "an LP file carries single numbers only"));
    answer({"new", "--random", "--parties", "2", "--issues", "3", "random.toml", "-q"});
    EXPECT_EQ(answer({"convert", "random.toml", "random.lp", "-q"}), "");
    EXPECT_TRUE(holds(folder_.content("random.lp"), "Binar"));
}

TEST_F(Convert, SaysInJsonWhatWasWritten) {
    EXPECT_EQ(answer({"convert", "ferry.toml", "a.json", "--format", "json"}),
              "{\n  \"written\": [\"a.json\"]\n}\n");
}

TEST_F(Convert, IntoAFolderThatHoldsOtherProfilesIsRefused) {
    const std::string folder = folder_.path("out");
    const std::string case_of = "unbracket = 1\nissue.i.option = [\"a\", \"b\"]\n";
    const auto party = [](const std::string& id) {
        return "party." + id + " = {}\nissue.i.score." + id + " = { a = 1, b = 0 }\nfallback." +
               id + " = 0\n";
    };
    folder_.put("one.toml", case_of + party("alta") + party("bera"));
    folder_.put("other.toml", case_of + party("alta") + party("cora"));
    const Captured first = run({"convert", "one.toml", folder, "--to", "scores"});
    EXPECT_EQ(first.code, 0) << first.err;
    EXPECT_EQ(run({"convert", "one.toml", folder, "--to", "scores", "--force"}).code, 0);
    const Captured stale = run({"convert", "other.toml", folder, "--to", "scores", "--force"});
    EXPECT_EQ(stale.code, 2);
    EXPECT_TRUE(holds(stale.err, "bera.txt: this file would be read as a part")) << stale.err;
    EXPECT_FALSE(std::filesystem::exists(folder + "/cora.txt"));
    const Captured mixed = run({"convert", "one.toml", folder, "--to", "negolog"});
    EXPECT_EQ(mixed.code, 2) << "sheets stay beside it";
    std::filesystem::remove(folder + "/bera.txt");
    EXPECT_EQ(run({"convert", "other.toml", folder, "--to", "scores", "--force"}).code, 0);
}

TEST_F(Convert, IntoAFolderLeavesNoPartOfAScenario) {
    const std::string folder = folder_.path("out");
    folder_.put("one.toml", "unbracket = 1\nissue.i.option = [\"a\", \"b\"]\n"
                            "party = { alta = {}, bera = {} }\nissue.i.score = { "
                            "alta = { a = 1, b = 0 }, bera = { a = 0, b = 1 } }\n"
                            "fallback = { alta = 0, bera = 0 }\n");
    std::filesystem::create_directories(folder + "/bera.txt");
    const Words words = {"convert", "one.toml", folder, "--to", "scores", "--force"};
    const Captured refused = run(words);
    EXPECT_NE(refused.code, 0);
    EXPECT_FALSE(std::filesystem::exists(folder + "/alta.txt"));
    EXPECT_FALSE(holds(refused.err, "over what was there")) << refused.err;
    folder_.put("out/alta.txt", "x");
    EXPECT_TRUE(holds(run(words).err, "over what was there: 1 of 2 files"));
}

} // namespace
} // namespace unbracket::cli
