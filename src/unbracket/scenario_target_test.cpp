// What lies in a folder before a scenario is written into it.

#include "unbracket/scenario_target.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

TEST(StaleParts, AreDomainsAndProfilesThatAreNotWritten) {
    const testing::TemporaryFolder folder("stale");
    folder.put("a.txt", "share: a = 1, b = 0\nthreshold: 1\n");
    folder.put("b.json", R"({"issueWeights": {"x": 1}, "issues": {"x": {"a": 1}}})");
    folder.put("broken.xml", "<utility_space>");
    folder.put("case.toml", "unbracket = 1\n");
    folder.put("notes.md", "# Notes\n");
    folder.put("stats.json", R"({"outcomes": 7})");
    const Diagnostics problems = stale_parts(folder.path(""), {{"b.json", ""}, {"c.json", ""}});
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].where.file, folder.path("a.txt"));
    EXPECT_EQ(problems[1].where.file, folder.path("broken.xml"));
    EXPECT_EQ(folder.file_count(), 6U);
    EXPECT_TRUE(stale_parts(folder.path("none"), {}).empty());
}

} // namespace
} // namespace unbracket
