// What lies in a folder, before any of it is read.

#include "unbracket/io/scenario/scenario_folder.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace unbracket {
namespace {

using testing::TemporaryFolder;

TEST(FolderContent, IsSortedByNameAndKind) {
    const TemporaryFolder folder("content");
    const std::string b = folder.put("b.xml", "");
    const std::string a = folder.put("a", "");
    const std::string hidden = folder.put(".c.json", "");
    std::filesystem::create_symlink("nowhere", folder.path("link"));
    std::filesystem::create_directory(folder.path("inner"));
    std::filesystem::create_directory(folder.path(".git"));
    folder.put(".git/config.json", "");
    const Result<FolderContent> content = folder_content(folder.path(""));
    ASSERT_TRUE(content.ok());
    EXPECT_EQ(content.value().files, (std::vector<std::string>{a, b, folder.path("link")}));
    ASSERT_EQ(content.value().unopened.size(), 3U);
    EXPECT_EQ(content.value().unopened[0].path, hidden);
    EXPECT_TRUE(content.value().unopened[0].may_hold_profiles);
    EXPECT_TRUE(content.value().unopened[1].is_folder);
    EXPECT_FALSE(content.value().unopened[1].may_hold_profiles) << "of another program's settings";
    EXPECT_FALSE(content.value().unopened[2].may_hold_profiles) << "it is empty";
}

TEST(FolderContent, FollowsLinks) {
    const TemporaryFolder folder("content");
    std::filesystem::create_directory(folder.path("inner"));
    const std::string file = folder.put("a.xml", "");
    std::filesystem::create_symlink(folder.path("inner"), folder.path("to-folder"));
    std::filesystem::create_symlink(file, folder.path("to-file"));
    std::filesystem::create_symlink("/dev/null", folder.path("to-device"));
    const Result<FolderContent> content = folder_content(folder.path(""));
    ASSERT_TRUE(content.ok());
    EXPECT_EQ(content.value().files, (std::vector<std::string>{file, folder.path("to-file")}));
    EXPECT_EQ(content.value().no_files, (std::vector<std::string>{folder.path("to-device")}));
    ASSERT_EQ(content.value().unopened.size(), 2U);
    EXPECT_TRUE(content.value().unopened[1].is_folder) << content.value().unopened[1].path;
}

TEST(FolderContent, IsReadUpToALimit) {
    const TemporaryFolder folder("content");
    for (int i = 0; i < 1000; ++i) {
        folder.put(std::to_string(i), "");
    }
    EXPECT_EQ(folder_content(folder.path("")).value().files.size(), 1000U);
    folder.put("more", "");
    EXPECT_EQ(folder_content(folder.path("")).problems().front().what,
              "more than 1000 files in one folder");
    EXPECT_FALSE(folder_content(folder.path("none")).ok());
}

TEST(FolderContent, InAFolderInsideIsLookedThroughUpToALimit) {
    const TemporaryFolder folder("content");
    std::filesystem::create_directory(folder.path("inner"));
    for (int i = 0; i < 1001; ++i) {
        folder.put("inner/" + std::to_string(i), "");
    }
    EXPECT_TRUE(folder_content(folder.path("")).value().unopened[0].may_hold_profiles);
    std::filesystem::remove(folder.path("inner/7"));
    EXPECT_FALSE(folder_content(folder.path("")).value().unopened[0].may_hold_profiles);
}

} // namespace
} // namespace unbracket
