#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::holds;
class Show : public testing::RunInFolder {};

TEST_F(Show, ListsStatementsOnlyWhenAsked) {
    EXPECT_TRUE(holds(answer({"show", "ferry.toml"}), "SAID      3 statements; -v lists them."));
    const std::string all = answer({"show", "ferry.toml", "-v"});
    EXPECT_TRUE(holds(all, "s1 mayor of Westport, 1 Mar 2026: more than seventy percent"));
    EXPECT_FALSE(holds(all, "-v lists them"));
}

TEST_F(Show, IsTheSameInJsonWithOrWithoutDetail) {
    EXPECT_EQ(answer({"show", "ferry.toml", "--format", "json"}),
              answer({"show", "ferry.toml", "--format", "json", "-v"}));
}

TEST_F(Show, FollowsTheDateAndTheLayers) {
    EXPECT_TRUE(answer({"show", "ferry.toml", "--as-of", "2026-03-31"})
                    .starts_with("Ferry across the Lune strait (invented)\nas of 31 Mar 2026\n"));
    EXPECT_TRUE(holds(answer({"show", "ferry.toml", "ferry-private.toml"}), "4 statements"));
}

} // namespace
} // namespace unbracket::cli
