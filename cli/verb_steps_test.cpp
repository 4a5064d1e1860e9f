#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace unbracket::cli {
namespace {

using testing::holds;
class StepsVerb : public testing::RunInFolder {
protected:
    StepsVerb() {
        std::filesystem::copy_file(testing::repository_root() + "/tests/golden/cli/valley.toml",
                                   folder_.path("valley.toml"));
    }
};

TEST_F(StepsVerb, TellsWhatIsDemandedFirst) {
    const std::string text = answer({"steps", "valley.toml", "--width", "120"});
    EXPECT_TRUE(holds(text, "ANSWER "));
    EXPECT_TRUE(holds(text, "STEPS "));
    EXPECT_EQ(text, answer({"steps", "valley.toml", "--width", "120", "--threads", "3"}));
}

TEST_F(StepsVerb, KnowsOnlyWhatWasKnownOnTheDay) {
    const std::string json =
        answer({"steps", "valley.toml", "--as-of", "2020-01-01", "--format", "json"});
    EXPECT_FALSE(holds(json, "Dam before toll"));
    EXPECT_TRUE(holds(json, "No settlement before the survey")) << "it rests on no statement";
}

TEST_F(StepsVerb, NamesWhatIsWrongWithAFile) {
    EXPECT_TRUE(holds(complaint({"steps", "broken.toml"}), "broken.toml:"));
}

} // namespace
} // namespace unbracket::cli
