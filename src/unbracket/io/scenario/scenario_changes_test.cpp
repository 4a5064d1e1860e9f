// What formats make of the numbers and the name of a scenario, sentence by sentence.

#include "unbracket/io/scenario/scenario_format.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

using Lines = std::vector<std::string>;

Lines changed(const std::string& format, const Scenario& scenario) {
    return scenario_format_named(format)->changed(scenario);
}

/// Alta has 3 or 6 and 4; without agreement 5.
Scenario plain() {
    Scenario scenario;
    scenario.name = "Fees";
    scenario.issues = {{"x", {"a", "b"}, {}, {}}, {"y", {"c"}, {}, {}}};
    scenario.profiles = {{"alta", {}, {{3, 6}, {4}}, {}, 0, 5}};
    return scenario;
}

TEST(ScenarioChanges, AreTheScaleOfUtilitiesWhereAFormatHasShares) {
    for (const char* format : {"genius", "geniusweb", "negolog"}) {
        const Lines lines = changed(format, plain());
        EXPECT_NE(
            std::find(lines.begin(), lines.end(), "`alta`: utility = worth in the case / (10)"),
            lines.end())
            << format;
    }
    Scenario below = plain();
    below.profiles[0].scores[0] = {-2, 6};
    for (const char* format : {"genius", "geniusweb", "negolog"}) {
        const Lines lines = changed(format, below);
        EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
            return line.starts_with("`alta`: utility = worth in the case + (2) / (");
        })) << format;
    }
}

TEST(ScenarioChanges, NameAFallbackThatNoOutcomeIsWorth) {
    Scenario scenario = plain();
    scenario.profiles[0].fallback = 8;
    EXPECT_EQ(
        changed("geniusweb", scenario).back(),
        "`alta`: what it has without agreement, in the case 8, becomes that of the reservation "
        "bid, 10, the least that it accepts: it accepts the same, and gains less");
    scenario.profiles[0].fallback = 7;
    EXPECT_EQ(changed("geniusweb", scenario).size(), 1U);
}

TEST(ScenarioChanges, AreNoneWherePointsAreWrittenAsTheyStand) {
    EXPECT_EQ(changed("negmas", plain()), Lines{});
    EXPECT_EQ(changed("scores", plain()), Lines{"left out: title"});
    EXPECT_EQ(changed("negolog", plain()).front(), "left out: title");
}

TEST(ScenarioChanges, AreDivisorsWhereDecimalsCannotSayTheNumbers) {
    Scenario thirds = plain();
    thirds.profiles[0].scores[0][0] = Rational(1) / Rational(3);
    const std::string divided =
        "`alta`: its numbers are those of the case / (1/3), so that decimals can say them";
    EXPECT_EQ(changed("negmas", thirds), Lines{divided});
    EXPECT_EQ(changed("scores", thirds), (Lines{"left out: title", divided}));
}

TEST(ScenarioChanges, AreTheScaleOfRectanglesToo) {
    Scenario scenario;
    scenario.issues = {{"x", {"0", "1"}, ScenarioIssue::Grid{0, 1}, {}},
                       {"y", {"0", "1"}, ScenarioIssue::Grid{0, 1}, {}}};
    scenario.profiles = {{"alta", {}, {{}, {}}, {{{{0, {1}}, {1, {0}}}, 7}}, 0, 5}};
    const std::string said = "utility = worth in the case / (10)";
    EXPECT_EQ(changed("genius", scenario), Lines{"`alta`: " + said});
    const auto files = scenario_format_named("genius")->write(scenario);
    EXPECT_EQ(files.value()[1].bytes.rfind("<!-- " + said + " -->", 0), 0U);
}

} // namespace
} // namespace unbracket
