#include "unbracket/report/why_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;
using testing::loaded_value;

std::string explained(const std::string& text) {
    const LoadedCase loaded = loaded_value("{ unbracket = 1, " + text + " }");
    return why_text(loaded, why(loaded, {.wants_all = true}), {.width = 1000});
}

TEST(WhyText, SaysHowMuchIsMissingForOneParty) {
    const std::string text =
        explained("party.alta = { name = Alta }, issue.a = { option = [x], score.alta.x = 5 }, "
                  "fallback.alta = 8");
    EXPECT_TRUE(holds(text, "This cannot hold, whatever else is left out:")) << text;
    EXPECT_TRUE(holds(text, "Whatever the combination, Alta stays at least 3 of its own points "
                            "below what it has without agreement"))
        << text;
    EXPECT_TRUE(holds(text, "There is no other such conflict.")) << text;
}

TEST(WhyText, SaysHowMuchIsMissingForOneOfSeveralParties) {
    const std::string text = explained(
        "party = { alta = { name = Alta }, bera = { name = Bera } }, issue.a = { option = [x, y], "
        "score = { alta = { x = 10, y = 0 }, bera = { x = 0, y = 10 } } }, "
        "fallback = { alta = 6, bera = 6 }");
    EXPECT_TRUE(holds(text, "These two cannot both hold:")) << text;
    EXPECT_TRUE(holds(text, "Whatever the combination, one of Alta and Bera stays at least 6 of "
                            "its own points below what it has without agreement"))
        << text;
}

TEST(WhyText, LeavesOutPointsThatNoConflictIsAbout) {
    const std::string said =
        "said = [ { id = s, who = w, source = z, kind = diagnosis, claim = c, points = [b] } ], ";
    const std::string numbers = "party.alta = { name = Alta }, issue.a = { option = [x], "
                                "score.alta.x = 5 }, issue.b.option = [y], fallback.alta = ";
    const std::string text = explained(said + numbers + "8");
    EXPECT_FALSE(holds(text, "in 0 of")) << text;
    EXPECT_TRUE(holds(text, "No conflict is about a single issue")) << text;
}

TEST(WhyText, OfAnAgreementSaysThatNothingStandsInTheWay) {
    EXPECT_TRUE(holds(explained("party.alta = { name = Alta }, issue.a = { option = [x], "
                                "score.alta.x = 5 }, fallback.alta = 5"),
                      "Nothing stands in the way in this file"));
}

} // namespace
} // namespace unbracket
