#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>

// Who has to ratify, and which deadlines stand, on every screen that names an agreement.

namespace unbracket::cli {
namespace {

using testing::holds;
class FormalitiesOnScreens : public testing::RunInFolder {
protected:
    FormalitiesOnScreens() {
        std::filesystem::copy_file(testing::repository_root() + "/tests/golden/cli/valley.toml",
                                   folder_.path("valley.toml"));
    }
};

const std::string deadlines = "DEADLINES Canton: End of the mandate (hard), 1 Jul 2026;";

TEST_F(FormalitiesOnScreens, AreThoseOfTheOutcomeThatCheckShows) {
    const std::string text = answer({"check", "valley.toml", "--width", "120"});
    EXPECT_TRUE(holds(text, "RATIFY    Lower Ern: village assembly, for this (toll = 0 or 10); "
                            "Upper Ern: council, whatever is agreed on.\n"))
        << text;
    EXPECT_TRUE(holds(text, deadlines));
    EXPECT_TRUE(holds(text, "Hearing (soft), 1 Apr 2026 (passed)"));
}

TEST_F(FormalitiesOnScreens, NameAConditionWhereThereIsNoOutcome) {
    const std::string text =
        answer({"check", "valley.toml", "--width", "120", "--set", "fallback.upper=99"});
    EXPECT_TRUE(holds(text, "Lower Ern: village assembly, only if toll = 0 or 10;")) << text;
}

TEST_F(FormalitiesOnScreens, KnowOnlyWhatWasKnownOnTheDay) {
    const std::string text =
        answer({"check", "valley.toml", "--width", "120", "--as-of", "2026-03-01"});
    EXPECT_FALSE(holds(text, "village assembly")) << "only a later statement tells of it";
    EXPECT_TRUE(holds(text, "Upper Ern: council, whatever is agreed on.\n"));
    EXPECT_TRUE(holds(text, "Hearing (soft), 1 Apr 2026."));
}

TEST_F(FormalitiesOnScreens, StandBelowEfficientOutcomes) {
    const std::string text = answer({"frontier", "valley.toml", "--width", "120"});
    EXPECT_TRUE(holds(text, "Lower Ern: village assembly, only if toll = 0 or 10;")) << text;
    EXPECT_TRUE(holds(text, deadlines));
}

TEST_F(FormalitiesOnScreens, AreThoseOfATextThatIsScored) {
    folder_.put("texts.toml", "[draft.open]\nset = { toll = [10, 20] }\n"
                              "[draft.none]\nset = { toll = 20 }\n");
    const auto scored = [&](const std::string& draft) {
        return answer({"score", "valley.toml", "texts.toml", "--draft", draft, "--width", "120"});
    };
    EXPECT_TRUE(holds(scored("open"), "Lower Ern: village assembly, only if toll = 0 or 10;"));
    EXPECT_TRUE(holds(scored("none"),
                      "Lower Ern: village assembly, not for this (only if toll = 0 or 10);"))
        << scored("none");
}

TEST_F(FormalitiesOnScreens, AreThoseOfATextThatIsExplained) {
    folder_.put("texts.toml", "[draft.none]\nset = { toll = 20 }\n");
    const std::string text =
        answer({"why", "valley.toml", "texts.toml", "--draft", "none", "--width", "120"});
    EXPECT_TRUE(holds(text, "Lower Ern: village assembly, not for this (only if toll = 0 or 10);"))
        << text;
    EXPECT_TRUE(holds(text, deadlines));
}

TEST_F(FormalitiesOnScreens, StandBelowReasons) {
    const std::string text =
        answer({"why", "valley.toml", "--width", "120", "--set", "fallback.upper=99"});
    EXPECT_TRUE(holds(text, "Lower Ern: village assembly, only if toll = 0 or 10;")) << text;
    EXPECT_TRUE(holds(text, deadlines));
}

TEST_F(FormalitiesOnScreens, TellTextsApartThatDifferInWhoHasToRatify) {
    folder_.put("texts.toml", "[draft.open]\nset = { toll = [10, 20] }\n"
                              "[draft.none]\nset = { toll = 20 }\n"
                              "[draft.wide]\nset = { toll = [0, 20] }\n");
    const std::string text = answer({"score", "valley.toml", "texts.toml", "--width", "120"});
    EXPECT_TRUE(holds(text, "RATIFY    - open and wide: Lower Ern: village assembly, only if toll "
                            "= 0 or 10; Upper Ern: council,"))
        << text;
    EXPECT_TRUE(holds(text, "- none: Lower Ern: village assembly, not for this (only if toll = 0 "
                            "or 10); Upper Ern:"));
    EXPECT_TRUE(holds(text, deadlines));
}

TEST_F(FormalitiesOnScreens, StandOnceForTextsThatAreAlikeInThem) {
    folder_.put("texts.toml", "[draft.some]\nset = { toll = 0 }\n"
                              "[draft.more]\nset = { toll = 10 }\n");
    const std::string text = answer({"score", "valley.toml", "texts.toml", "--width", "120"});
    EXPECT_TRUE(holds(text, "RATIFY    Lower Ern: village assembly, for this (toll = 0 or 10);"))
        << text;
}

TEST_F(FormalitiesOnScreens, OfSeveralTextsAreDataToo) {
    folder_.put("texts.toml", "[draft.open]\nset = { toll = [10, 20] }\n"
                              "[draft.none]\nset = { toll = 20 }\n");
    const std::string json = answer({"score", "valley.toml", "texts.toml", "--format", "json"});
    EXPECT_TRUE(holds(json, "\"need\": \"open\"")) << json;
    EXPECT_TRUE(holds(json, "\"need\": \"not_needed\""));
    EXPECT_TRUE(holds(json, "\"state\": \"passed\""));
}

TEST_F(FormalitiesOnScreens, AreDataToo) {
    for (const std::string verb : {"check", "frontier", "why"}) {
        const std::string json = answer({verb, "valley.toml", "--format", "json"});
        EXPECT_TRUE(holds(json, "\"by\": \"village assembly\"")) << verb;
        EXPECT_TRUE(holds(json, "\"state\": \"passed\"")) << verb;
    }
}

TEST_F(FormalitiesOnScreens, AreThoseThatTheAudienceSees) {
    const std::string all = answer({"check", "valley.toml", "--view", "public"});
    EXPECT_TRUE(holds(all, "council"));
    EXPECT_TRUE(holds(all, "Canton: End of the mandate"));
    const std::string others = answer({"check", "valley.toml", "--view", "party:upper"});
    EXPECT_TRUE(holds(others, "village assembly")) << "a statement stands under it";
    EXPECT_FALSE(holds(others, "Canton: End of the mandate")) << "a supposition about another";
}

} // namespace
} // namespace unbracket::cli
