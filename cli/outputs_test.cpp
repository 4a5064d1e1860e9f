#include "cli/outputs.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace unbracket::cli {
namespace {

using Words = std::vector<std::string>;

/// A verb that reads cases and writes up to three files.
const Verb& sample_verb() {
    static const Verb verb = {
        .name = "sample",
        .operands = {{.name = "CASE", .at_most = 0}},
        .flags = {{.name = "output", .value = "FILE", .kind = ValueKind::file},
                  {.name = "certificate", .value = "FILE", .kind = ValueKind::file},
                  {.name = "title", .value = "TEXT", .kind = ValueKind::text}}};
    return verb;
}

class OverwrittenFiles : public ::testing::Test {
protected:
    OverwrittenFiles() : folder_("outputs_test"), ferry_(folder_.put("ferry.toml", "x")) {}

    static Words whats(const Verb& verb, const Invocation& invocation) {
        Words found;
        for (const Diagnostic& problem : overwritten_files(verb, invocation)) {
            found.push_back(problem.where.file.text() + ": " + problem.what);
        }
        return found;
    }
    /// Problems of the sample verb with one input and these outputs.
    Words problems(const std::string& input, const Words& outputs) const {
        Invocation invocation;
        invocation.operands = {input};
        const char* flags[] = {"output", "certificate"};
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            invocation.flags[flags[i]] = {outputs[i]};
        }
        return whats(sample_verb(), invocation);
    }
    Words over_input(const std::string& output, const std::string& input) const {
        return {output + ": the result would be written over `" + input + "`, which is read"};
    }

    testing::TemporaryFolder folder_;
    std::string ferry_;
};

TEST_F(OverwrittenFiles, AreNoneWhereOtherNamesAreUsed) {
    EXPECT_EQ(problems(ferry_, {}), Words{});
    EXPECT_EQ(problems(ferry_, {folder_.path("out.txt"), folder_.path("proof.json")}), Words{});
    const std::string other = folder_.put("other.toml", "x");
    EXPECT_EQ(problems(ferry_, {other}), Words{});
}

TEST_F(OverwrittenFiles, AreInputsByWhateverName) {
    EXPECT_EQ(problems(ferry_, {ferry_}), over_input(ferry_, ferry_));
    const std::string roundabout = folder_.path(
        "../" + std::filesystem::path(folder_.path("")).parent_path().filename().string() +
        "/./ferry.toml");
    EXPECT_EQ(problems(ferry_, {roundabout}), over_input(roundabout, ferry_));
    const std::string link = folder_.path("link.toml");
    std::filesystem::create_symlink(ferry_, link);
    EXPECT_EQ(problems(ferry_, {link}), over_input(link, ferry_));
    const std::string twin = folder_.path("twin.toml");
    std::filesystem::create_hard_link(ferry_, twin);
    EXPECT_EQ(problems(ferry_, {twin}), over_input(twin, ferry_));
}

TEST_F(OverwrittenFiles, AreInputsBehindADate) {
    EXPECT_EQ(problems(ferry_ + "@2026-03-01", {ferry_}),
              over_input(ferry_, ferry_ + "@2026-03-01"));
    EXPECT_EQ(problems(ferry_ + "@soon", {ferry_}), Words{});
}

TEST_F(OverwrittenFiles, AreInputsOfOtherFlagsToo) {
    EXPECT_EQ(problems(ferry_, {folder_.path("out.txt"), ferry_}), over_input(ferry_, ferry_));
}

TEST_F(OverwrittenFiles, AreTwoResultsOfOneName) {
    const std::string out = folder_.path("out.txt");
    const Words expected = {out + ": two results would be written to this file"};
    EXPECT_EQ(problems(ferry_, {out, out}), expected);
    const std::string roundabout = folder_.path("./out.txt");
    EXPECT_EQ(problems(ferry_, {roundabout, out}), expected);
}

TEST_F(OverwrittenFiles, AreNeverStreamsAndDevices) {
    EXPECT_EQ(problems(ferry_, {"-", "-"}), Words{});
    EXPECT_EQ(problems("/dev/null", {"/dev/null", "/dev/null"}), Words{});
}

TEST_F(OverwrittenFiles, AreNotNamedByFlagsWithOtherValues) {
    Invocation invocation;
    invocation.operands = {ferry_};
    invocation.flags["title"] = {ferry_};
    EXPECT_EQ(whats(sample_verb(), invocation), Words{});
}

TEST_F(OverwrittenFiles, AreFoundAmongOperands) {
    const Verb convert = {
        .name = "convert",
        .operands = {{.name = "IN"}, {.name = "OUT", .at_least = 0, .is_output = true}}};
    Invocation invocation;
    invocation.operands = {ferry_, ferry_};
    EXPECT_EQ(whats(convert, invocation), over_input(ferry_, ferry_));
}

TEST_F(OverwrittenFiles, AreTheLastOfManyUnlessAFlagNamesTheResult) {
    const Verb convert = {.name = "convert",
                          .operands = {{.name = "IN", .at_most = 0},
                                       {.name = "OUT", .at_least = 0, .is_output = true}},
                          .flags = {{.name = "output", .kind = ValueKind::file}}};
    Invocation invocation;
    invocation.operands = {ferry_};
    EXPECT_EQ(whats(convert, invocation), Words{});
    invocation.operands = {folder_.path("a.toml"), ferry_, ferry_};
    EXPECT_EQ(whats(convert, invocation), over_input(ferry_, ferry_));
    invocation.flags["output"] = {folder_.path("b.toml")};
    EXPECT_EQ(whats(convert, invocation), Words{});
}

TEST_F(OverwrittenFiles, AreNotIdsThatLookLikeFiles) {
    const Verb rename = {
        .name = "rename",
        .operands = {{.name = "CASE", .at_most = 0}, {.name = "NEW", .is_file = false}},
        .flags = {{.name = "output", .kind = ValueKind::file}}};
    Invocation invocation;
    invocation.operands = {folder_.path("a.toml"), ferry_};
    invocation.flags["output"] = {ferry_};
    EXPECT_EQ(whats(rename, invocation), Words{});
}

TEST(UndrawnFiles, AreRefusedWhereTheVerbDrawsNothing) {
    Invocation invocation;
    invocation.flags["output"] = {"x.svg"};
    const Diagnostics problems = undrawn_files(sample_verb(), invocation);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].what, "`sample` draws nothing");
    EXPECT_EQ(problems[0].hint,
              "name a file that does not end in .svg; frontier and timeline draw");
    Verb drawing = sample_verb();
    drawing.draws = true;
    EXPECT_TRUE(undrawn_files(drawing, invocation).empty());
    invocation.flags["output"] = {"x.txt"};
    EXPECT_TRUE(undrawn_files(sample_verb(), invocation).empty());
}

} // namespace
} // namespace unbracket::cli
