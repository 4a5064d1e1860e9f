#include "unbracket/layered_case.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string base = R"(unbracket = 1
as_of = 2026-05-01
entered_by = "kl"
party = { alta = {}, bera = {} }
issue.x = { option = ["a", "b"], weight.alta = 20, stance.alta = { a = 10, b = 90 } }
[fallback]
alta = 40
[[said]]
id = "later"
who = "w"
claim = "c"
date = 2026-06-01
)";

class LayeredCases : public ::testing::Test {
protected:
    LayeredCases() : folder_("layered_case_test"), base_(folder_.put("base.toml", base)) {}

    Result<LayeredCase> opened(const std::string& layer, CaseRequest request = {}) const {
        request.files = {base_, folder_.put("week.toml", "unbracket = 1\n" + layer)};
        return open_layered_case(request);
    }

    std::size_t conflicts(const std::string& layer, const CaseRequest& request = {}) const {
        const Result<LayeredCase> layered = opened(layer, request);
        EXPECT_TRUE(layered.ok()) << to_string(layered.problems().front());
        return layered ? layered.value().conflicts.size() : 0;
    }

    testing::TemporaryFolder folder_;
    std::string base_;
};

TEST_F(LayeredCases, NameFileAndLineOfEachValue) {
    const Result<LayeredCase> layered = opened("entered_by = \"mo\"\nfallback.alta = 50\n");
    ASSERT_TRUE(layered.ok());
    ASSERT_EQ(layered.value().conflicts.size(), 1U);
    const LayerConflict& conflict = layered.value().conflicts.front();
    EXPECT_EQ(conflict.address, "fallback.alta");
    ASSERT_EQ(conflict.values.size(), 2U);
    EXPECT_TRUE(conflict.values[0].at.file.text().ends_with("base.toml"));
    EXPECT_EQ(conflict.values[0].at.line, 7U);
    EXPECT_EQ(conflict.values[0].entered_by, "kl");
    EXPECT_TRUE(conflict.values[1].at.file.text().ends_with("week.toml"));
    EXPECT_EQ(conflict.values[1].entered_by, "mo");
}

TEST_F(LayeredCases, AreKnownToTheOwnerAndTheMediatorAlone) {
    const std::string layer = "fallback.alta = 50\nentry = [{ at = \"fallback.alta\", "
                              "visibility = \"public\" }]\n";
    EXPECT_EQ(conflicts(layer), 1U);
    EXPECT_EQ(conflicts(layer, {.view = "mediator"}), 1U);
    EXPECT_EQ(conflicts(layer, {.view = "public"}), 0U);
    EXPECT_EQ(conflicts(layer, {.view = "party:alta"}), 0U);
}

TEST_F(LayeredCases, DoNotDifferYetInWhatIsOfLaterDates) {
    const std::string layer = "said = [{ id = \"later\", claim = \"d\" }]\n";
    EXPECT_EQ(conflicts(layer), 0U);
    EXPECT_EQ(conflicts(layer, {.as_of = Date{2026, 6, 1}}), 1U);
}

TEST_F(LayeredCases, PassOnTheProblemsOfTheirFiles) {
    EXPECT_FALSE(opened("fallback = 3\n").ok());
    EXPECT_FALSE(opened("fallback.gamma = 3\n").ok());
    EXPECT_FALSE(open_layered_case({.files = {"nowhere.toml"}}).ok());
}

} // namespace
} // namespace unbracket
