#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::holds;
class Lint : public testing::RunInFolder {};

TEST_F(Lint, CountsWhatItFindsInItsFirstLine) {
    EXPECT_TRUE(answer({"lint", "ferry.toml"})
                    .starts_with("Ferry across the Lune strait (invented): no errors; 2 gaps, 0 "
                                 "contradictions.\n"));
}

TEST_F(Lint, NamesEveryEntryThatNobodySaidOnlyWhenAsked) {
    EXPECT_FALSE(holds(answer({"lint", "ferry.toml"}), "- issue.fare.weight.east"));
    EXPECT_TRUE(holds(answer({"lint", "ferry.toml", "-v"}), "- issue.fare.weight.east"));
}

TEST_F(Lint, ExitsWithTwoOnlyForErrors) {
    EXPECT_EQ(run({"lint", "ferry.toml"}).code, 0);
    EXPECT_EQ(run({"lint", "broken.toml"}).code, 2);
}

} // namespace
} // namespace unbracket::cli
