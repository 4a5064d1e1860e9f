#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::holds;
class BenchVerb : public testing::RunInFolder {};

TEST_F(BenchVerb, PrintsTheSignatureForAnyNumberOfThreads) {
    const std::string one = answer({"bench", "--signature"});
    EXPECT_EQ(one.size(), 17U);
    EXPECT_EQ(one.find_first_not_of("0123456789abcdef"), 16U);
    EXPECT_EQ(answer({"bench", "--signature", "--threads", "3"}), one);
    EXPECT_TRUE(holds(complaint({"bench"}), "give --signature"));
}

} // namespace
} // namespace unbracket::cli
