#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace unbracket::cli {
namespace {

class ManualVerb : public testing::RunInFolder {};

TEST_F(ManualVerb, WritesManualPagesIntoAFolder) {
    std::filesystem::create_directory("man");
    EXPECT_EQ(answer({"manual", "man"}), "");
    std::size_t pages = 0;
    for (const auto& page : std::filesystem::directory_iterator("man")) {
        EXPECT_EQ(page.path().extension(), ".1");
        ++pages;
    }
    EXPECT_EQ(pages, 21U);
    EXPECT_TRUE(std::filesystem::exists("man/unbracket-said-add.1"));
    EXPECT_TRUE(std::filesystem::exists("man/unbracket-steps.1"));
    EXPECT_TRUE(complaint({"manual", "none"}).ends_with("21 problems\n"));
}

} // namespace
} // namespace unbracket::cli
