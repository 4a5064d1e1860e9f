#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::Captured;
using testing::holds;
class Sources : public testing::RunInFolder {};

TEST_F(Sources, ShowTheLedgerByVoiceUnlessAskedOtherwise) {
    EXPECT_TRUE(holds(answer({"sources", "ferry.toml"}), "\nVOICES    mayor of Westport"));
    EXPECT_TRUE(holds(answer({"sources", "ferry.toml", "--by", "date"}), "\nDATES     1 Mar 2026"));
    EXPECT_TRUE(holds(complaint({"sources", "ferry.toml", "--by", "party"}), "known: voice, "));
}

TEST_F(Sources, AreATableThatSaidAddReads) {
    const std::string before = folder_.content("ferry.toml");
    EXPECT_TRUE(answer({"sources", "ferry.toml", "--format", "csv"}).starts_with("id,who,person,"));
    run({"sources", "ferry.toml", "--format", "csv", "-o", "said.csv"});
    const Captured result = run({"said", "add", "ferry.toml", "--csv", "said.csv"});
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.err, "nothing to add; 3 there already, as they are\n");
    EXPECT_EQ(folder_.content("ferry.toml"), before);
}

TEST_F(Sources, OfATableAreAddedInOneStep) {
    const std::string before = folder_.content("ferry.toml");
    folder_.put("said.csv", "who,claim,speaks_for\nx,one,\ny,two,wst\n");
    EXPECT_TRUE(holds(complaint({"said", "add", "ferry.toml", "--csv", "said.csv"}),
                      "said.csv:3:1: unknown party `wst`"));
    EXPECT_EQ(folder_.content("ferry.toml"), before);
    folder_.put("said.csv", "who,claim,speaks_for\nx,one,\ny,two,west\n");
    EXPECT_EQ(answer({"said", "add", "ferry.toml", "--csv", "said.csv", "--format", "json"}),
              "{\n  \"added\": [\"said.s4\", \"said.s5\"],\n  \"unchanged\": 0,\n  \"written\": "
              "[\"ferry.toml\"]\n}\n");
    EXPECT_TRUE(holds(folder_.content("ferry.toml"), "claim = \"two\"\n"));
    EXPECT_TRUE(holds(complaint({"said", "add", "ferry.toml", "--csv", "absent.csv"}), "absent"));
    EXPECT_TRUE(holds(complaint({"said", "add", "ferry.toml", "--csv", "said.csv", "--who", "z"}),
                      "--who: not together with --csv"));
}

} // namespace
} // namespace unbracket::cli
