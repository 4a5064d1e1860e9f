#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::Captured;
using testing::holds;
using Words = std::vector<std::string>;
class Rename : public testing::RunInFolder {};

TEST_F(Rename, ChangesTheFileAndSaysSo) {
    const Captured result = run({"rename", "ferry.toml", "party.west", "mainland"});
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err, "renamed party.west to mainland in ferry.toml\n");
    EXPECT_TRUE(holds(folder_.content("ferry.toml"), "fallback]\nmainland = { draft"));
}

TEST_F(Rename, ChangesEveryLayer) {
    const Captured result =
        run({"rename", "ferry.toml", "ferry-private.toml", "party.west", "mainland"});
    EXPECT_EQ(result.err, "renamed party.west to mainland in ferry.toml\n"
                          "renamed party.west to mainland in ferry-private.toml\n");
    EXPECT_TRUE(holds(folder_.content("ferry-private.toml"), "[fallback]\nmainland = 55\n"));
}

TEST_F(Rename, WritesElsewhereWhenAsked) {
    const std::string before = folder_.content("ferry.toml");
    answer({"rename", "ferry.toml", "draft.spring", "first", "-o", "changed.toml"});
    EXPECT_EQ(folder_.content("ferry.toml"), before);
    EXPECT_TRUE(holds(folder_.content("changed.toml"), "[draft.first]"));
    EXPECT_EQ(complaint({"rename", "ferry.toml", "ferry-private.toml", "party.west", "x", "-o",
                         "changed.toml"}),
              "unbracket: -o is for one case file; leave it out for layers\n1 problem\n");
}

TEST_F(Rename, SaysInJsonWhatWasRenamed) {
    EXPECT_EQ(answer({"rename", "ferry.toml", "said.s1", "first", "--format", "json"}),
              "{\n  \"renamed\": \"said.s1\",\n  \"to\": \"first\",\n"
              "  \"written\": [\"ferry.toml\"]\n}\n");
}

TEST_F(Rename, LeavesTheFileAloneWhereItCannot) {
    const std::string before = folder_.content("ferry.toml");
    for (const Words& words : {Words{"party.wst", "x"},
                               {"party.west", "east"},
                               {"party.west", "not an id"},
                               {"west", "x"},
                               {"issue.fare.20", "x"},
                               {"nothing.west", "x"}}) {
        EXPECT_NE(complaint({"rename", "ferry.toml", words[0], words[1]}), "") << words[0];
        EXPECT_EQ(folder_.content("ferry.toml"), before) << words[0];
    }
}

TEST_F(Rename, SaysWhyAThingKnownByPositionOrOfAnotherKindKeepsItsName) {
    folder_.put("numbered.toml", "unbracket = 1\nparty.a = {}\nissue.x = { option = [\"m\"] }\n"
                                 "[[rule]]\nforbid = { x = \"m\" }\n");
    EXPECT_EQ(complaint({"rename", "numbered.toml", "rule.1", "first"}),
              "numbered.toml: `rule.1` is known by its position only; write an `id` into it, and "
              "use that instead of the number\n1 problem\n");
    EXPECT_EQ(complaint({"rename", "ferry.toml", "event.e1", "e2"}),
              "rename: an id of `event` cannot be renamed by this command; change it in the file, "
              "and wherever it is referred to\n1 problem\n");
}

TEST_F(Rename, NeedsACaseAndTwoIds) {
    EXPECT_EQ(complaint({"rename", "ferry.toml", "party.west"}),
              "unbracket: `rename` needs CASE OLD NEW, not only ferry.toml; unbracket rename "
              "--help\n1 problem\n");
    EXPECT_TRUE(holds(complaint({"rename", "-", "party.west", "x"}),
                      "not a case file that can be changed"));
}

} // namespace
} // namespace unbracket::cli
