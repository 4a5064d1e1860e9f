#include "unbracket/report/frontier_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;
using testing::loaded_value;

/// Two parties that share twelve points: thirteen efficient outcomes, a third of them accepted.
std::string shared_points(const std::string& more) {
    std::string options, alta, bera;
    for (int points = 0; points <= 12; ++points) {
        const std::string key = "p" + std::to_string(points);
        options += (points == 0 ? "" : ", ") + key;
        alta += (points == 0 ? "" : ", ") + key + " = " + std::to_string(points);
        bera += (points == 0 ? "" : ", ") + key + " = " + std::to_string(12 - points);
    }
    return "{ unbracket = 1, party = { alta.name = Alta, bera.name = \"Bera and others\" }, "
           "issue.x = { option = [" +
           options + "], score = { alta = { " + alta + " }, bera = { " + bera +
           " } } }, fallback = { alta = 4, bera = 4 }" + more + " }";
}

std::string told(const std::string& text, const ScreenOptions& screen = {},
                 const FrontierOptions& options = {}) {
    const LoadedCase loaded = loaded_value(text);
    return frontier_text(loaded.negotiation, efficient_outcomes(loaded, options).value(), {},
                         screen, "");
}

TEST(FrontierScreen, IsATableThatMarksWhatAllAccept) {
    const std::string text = told(shared_points(""));
    EXPECT_TRUE(holds(text, "outcome")) << text;
    EXPECT_TRUE(holds(text, "5 of the 13 listed are accepted by all who are counted (*)")) << text;
    EXPECT_TRUE(holds(text, "-  -4")) << text;
    EXPECT_TRUE(holds(text, "*  ")) << text;
}

TEST(FrontierScreen, TellsHowTheShownWereChosenAndIsWholeWithVerbose) {
    EXPECT_TRUE(holds(told(shared_points("")), "Shown are 8 of 13, evenly spread"));
    const std::string whole = told(shared_points(""), {.lists = Lists::full});
    EXPECT_FALSE(holds(whole, "Shown are")) << whole;
    EXPECT_TRUE(holds(whole, "p7")) << whole;
}

TEST(FrontierScreen, OfTheZoneMarksNothing) {
    const std::string text = told(shared_points(""), {}, {.zone_only = true});
    EXPECT_FALSE(holds(text, "(*)")) << text;
}

TEST(FrontierScreen, SolutionsThatCoincideAreToldTogether) {
    const std::string text = told(shared_points(""), {.width = 120});
    EXPECT_TRUE(holds(text, "Nash, the largest product of gains; Egalitarian,")) << text;
    EXPECT_FALSE(holds(text, "as Nash")) << text;
}

} // namespace
} // namespace unbracket
