#pragma once

#include "cli/program.hpp"
#include "tests/support/captured.hpp"
#include "tests/support/suite.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace unbracket::testing {

/// The whole program in a fresh folder that holds copies of the cases of tests/golden/cli.
class RunInFolder : public ::testing::Test {
public:
    ~RunInFolder() override { std::filesystem::current_path(before_); }

protected:
    RunInFolder()
        : folder_(std::string("run_") +
                  ::testing::UnitTest::GetInstance()->current_test_info()->name()),
          before_(std::filesystem::current_path()) {
        const std::filesystem::path cases = repository_root() + "/tests/golden/cli";
        for (const char* name : {"ferry.toml", "ferry-private.toml", "broken.toml"}) {
            std::filesystem::copy_file(cases / name, folder_.path(name));
        }
        std::filesystem::current_path(folder_.path(""));
    }

    static Captured run(const std::vector<std::string>& words) {
        return captured([&] { return cli::run_program(words); });
    }

    /// The answer of a run that must succeed without a word on standard error.
    static std::string answer(const std::vector<std::string>& words) {
        const Captured result = run(words);
        EXPECT_EQ(result.code, 0) << result.out << result.err;
        EXPECT_EQ(result.err, "");
        return result.out;
    }

    /// What a run says that must fail as bad input, without an answer.
    static std::string complaint(const std::vector<std::string>& words) {
        const Captured result = run(words);
        EXPECT_EQ(result.code, 2) << result.out << result.err;
        EXPECT_EQ(result.out, "");
        return result.err;
    }

    TemporaryFolder folder_;

private:
    std::filesystem::path before_;
};

} // namespace unbracket::testing
