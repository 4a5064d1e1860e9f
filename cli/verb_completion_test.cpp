#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::holds;
class CompletionVerb : public testing::RunInFolder {};

TEST_F(CompletionVerb, PrintsACompletionForKnownShells) {
    for (const char* shell : {"bash", "zsh", "fish"}) {
        EXPECT_TRUE(holds(answer({"completion", shell}), "unbracket")) << shell;
    }
    EXPECT_EQ(complaint({"completion", "tcsh"}),
              "unbracket: no completion for `tcsh`; one of bash, zsh, fish\n1 problem\n");
}

} // namespace
} // namespace unbracket::cli
