#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::holds;
class Diff : public testing::RunInFolder {};

TEST_F(Diff, OfTwoDatesNamesBothAndWhatChanged) {
    const std::string text = answer({"diff", "ferry.toml@2026-04-01", "ferry.toml"});
    EXPECT_TRUE(text.starts_with("ferry.toml@2026-04-01 -> ferry.toml\n")) << text;
    EXPECT_TRUE(holds(text, "fallback.east: 25..40 -> 30..45"));
}

TEST_F(Diff, OfAFileWithItselfFindsNothing) {
    const std::string text = answer({"diff", "ferry.toml", "ferry.toml"});
    EXPECT_TRUE(holds(text, "The same: not settled."));
    EXPECT_TRUE(holds(text, "No entry, statement, draft, question or event differs."));
}

TEST_F(Diff, TakesADateBehindStandardInputAndBeforeAnAnswer) {
    const std::string dated = answer({"diff", "ferry.toml@2026-04-01", "ferry.toml@2026-05-01"});
    const std::string whole = answer({"diff", "ferry.toml@2026-04-01", "ferry.toml"});
    EXPECT_EQ(dated.substr(dated.find('\n')), whole.substr(whole.find('\n')));
}

TEST_F(Diff, SaysThatADateIsNoDate) {
    const std::string hint = "; write it as ferry.toml@2026-03-01\n";
    EXPECT_EQ(complaint({"diff", "ferry.toml", "ferry.toml@2025-13-01"}),
              "ferry.toml: `2025-13-01` is not a date" + hint + "1 problem\n");
    EXPECT_EQ(complaint({"diff", "ferry.toml@soon", "ferry.toml@2026-02-30"}),
              "ferry.toml: `soon` is not a date" + hint + "ferry.toml: `2026-02-30` is not a date" +
                  hint + "2 problems\n");
    EXPECT_EQ(complaint({"diff", "ferry.toml@", "ferry.toml"}),
              "ferry.toml: `` is not a date" + hint + "1 problem\n");
}

TEST_F(Diff, TakesAnAtSignInTheNameOfAFile) {
    folder_.put("ferry@home.toml", folder_.content("ferry.toml"));
    EXPECT_TRUE(answer({"diff", "ferry@home.toml", "ferry@home.toml@2026-04-01"})
                    .starts_with("ferry@home.toml -> ferry@home.toml@2026-04-01\n"));
    EXPECT_TRUE(holds(complaint({"diff", "ferry.toml", "far@home.toml"}),
                      "far@home.toml: there is no such file"));
}

TEST_F(Diff, NamesTheProblemsOfBothFiles) {
    const std::string said = complaint({"diff", "broken.toml", "none.toml"});
    EXPECT_TRUE(holds(said, "broken.toml:2:35"));
    EXPECT_TRUE(holds(said, "none.toml: there is no such file"));
    EXPECT_TRUE(said.ends_with("6 problems\n"));
}

TEST_F(Diff, OfTwoDraftsComesInFourForms) {
    const std::vector<std::string> drafts = {"diff", "ferry.toml", "spring", "summer", "--format"};
    const auto in = [&](const char* format) {
        std::vector<std::string> words = drafts;
        words.emplace_back(format);
        return answer(words);
    };
    EXPECT_TRUE(holds(in("text"), ": spring (10 Mar 2026)\n-> summer (20 Apr 2026)\n"));
    EXPECT_TRUE(in("json").starts_with("{\n"));
    EXPECT_TRUE(in("csv").starts_with("issue,"));
    EXPECT_TRUE(in("md").starts_with("| issue |"));
}

TEST_F(Diff, NamesEachDraftThatIsNotThere) {
    EXPECT_EQ(complaint({"diff", "ferry.toml", "sprong", "autumn"}),
              "unbracket: the case has no draft `sprong`; did you mean `spring`?\n"
              "unbracket: the case has no draft `autumn`; known: spring, summer\n"
              "2 problems\n");
}

TEST_F(Diff, OfTwoFilesIsNoTable) {
    for (const char* format : {"csv", "md"}) {
        EXPECT_EQ(complaint({"diff", "ferry.toml", "ferry.toml", "--format", format}),
                  "unbracket: --format csv and md are for two drafts of one case; use text or json "
                  "for two files or dates\n1 problem\n");
    }
}

TEST_F(Diff, ReadsStandardInputOnce) {
    EXPECT_TRUE(holds(complaint({"diff", "-", "-"}), "it can be read only once"));
}

} // namespace
} // namespace unbracket::cli
