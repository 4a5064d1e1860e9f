#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::holds;
class TraceVerb : public testing::RunInFolder {};

TEST_F(TraceVerb, TakesTheLastOperandForTheName) {
    EXPECT_TRUE(
        holds(answer({"trace", "ferry.toml", "fallback.west"}), "\nENTRY     fallback.west"));
    EXPECT_TRUE(holds(answer({"trace", "ferry.toml", "ferry-private.toml", "s1"}), "STATEMENT"));
    EXPECT_TRUE(holds(answer({"trace", "ferry.toml", "s1", "--format", "json"}),
                      "\"kind\": \"statement\""));
}

TEST_F(TraceVerb, NamesWhatIsNear) {
    EXPECT_EQ(complaint({"trace", "ferry.toml", "fallback.wset"}),
              "unbracket: nothing in the case is called `fallback.wset`; did you mean "
              "`fallback.west` or `fallback.east`?\n1 problem\n");
    EXPECT_TRUE(holds(complaint({"trace", "ferry.toml"}), "needs CASE ADDRESS"));
    EXPECT_TRUE(holds(complaint({"trace", "absent.toml", "s1"}), "absent.toml"));
}

class LintLists : public testing::RunInFolder {};

TEST_F(LintLists, OfWordsAreRead) {
    folder_.put("words.txt", "question: what is asked\n");
    EXPECT_TRUE(holds(answer({"lint", "ferry.toml", "--words", "words.txt"}),
                      "WORDS     - said.s1.claim says \"question\""));
    EXPECT_TRUE(holds(complaint({"lint", "ferry.toml", "--words", "absent.txt"}), "absent.txt"));
    EXPECT_TRUE(holds(answer({"lint", "ferry.toml", "--older-than", "30"}), "\nOLD       - The"));
    EXPECT_FALSE(holds(answer({"lint", "ferry.toml"}), "\nOLD "));
}

} // namespace
} // namespace unbracket::cli
