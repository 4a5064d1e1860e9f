#include "unbracket/report/timeline_text.hpp"
#include "unbracket/report/trend_text.hpp"

#include "tests/support/case_sketch.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;

/// Gains over 10: (5, -3), (1, 2), (-4, 8).
const std::string start =
    "title = Talks, party = { alta = { name = Alta, role = signatory }, "
    "bera = { name = Bera, role = signatory }, coda = { name = Coda } }, "
    "issue.x = { option = [a, b, c], score = { "
    "alta = { a = 15, b = 11, c = 6 }, bera = { a = 7, b = 12, c = 18 } } }, ";

Timeline timeline(const std::string& text) {
    const testing::Sketch sketch(start + text);
    Result<Timeline> found = find_timeline(
        [&](const Date& date) { return load_case(sketch.document(), date); }, std::nullopt);
    EXPECT_TRUE(found.ok()) << (found ? "" : sketch.describe(found.problems().front()));
    return std::move(found).value();
}

std::string section(const std::string& text) {
    Page page({.width = 100});
    put_trend(timeline(text), page);
    return page.text();
}

const std::string falling =
    "fallback = { alta = 10, bera = [{ value = 10 }, { from = 2027-02-01, value = [6, 7], "
    "trend = falling }] }";

TEST(Trend, SetsTheBestAgreementOfEachPartyAgainstHavingNone) {
    const std::string text = section(falling);
    EXPECT_TRUE(holds(text,
                      "          Alta        without agreement  best above that  0..5\n"
                      "          before      10                 1                |...=......."))
        << text;
    EXPECT_TRUE(holds(text, "1 Feb 2027  6..7 (falling)     5..6"));
    EXPECT_TRUE(holds(text, "Alta: what it has without agreement stays (10); the best agreement "
                            "above that moves up; at the end the others accept an agreement that "
                            "is worth at least as much to it as none in every reading.") ||
                holds(text, "Alta: what it has without agreement stays (10);"));
    EXPECT_TRUE(holds(text, "Bera: what it has without agreement moves down (10 -> 6..7);"));
    EXPECT_FALSE(holds(text, "Levers"));
}

TEST(Trend, CountsFromWhatIsAcceptedWhereAMovementIsSupposed) {
    const std::string text = section("fallback = { alta = 10, bera = 20 }, accepts_less.bera = 8");
    EXPECT_TRUE(holds(text, "Bera    without agreement  best above what it accepts  0")) << text;
    EXPECT_TRUE(holds(text, "supposed to accept in every reading.")) << text;
    EXPECT_TRUE(holds(text, "Alta    without agreement  best above that")) << text;
}

TEST(Trend, ShowsLeversBesideWhatIsEntered) {
    const std::string text = section(
        "fallback = { alta = 10, bera = 10 }, driver = [{ title = Ban, on = bera, by = alta, "
        "through = coda, from = 2027-01-01, full = 2027-03-01, "
        "moves = { \"fallback.bera\" = -3 } }]");
    EXPECT_TRUE(holds(text, "others' levers     1..5")) << text;
    EXPECT_TRUE(holds(text, "levers -3..0       2..5")) << text;
    EXPECT_TRUE(holds(text, "levers -3          5   ")) << text;
    EXPECT_TRUE(holds(text, "Levers in the figures: Ban (by Alta; through Coda).\n"));
    EXPECT_TRUE(holds(text, "Levers: nobody says whether the values entered hold them already."));
}

TEST(Trend, NamesLeversWithoutASize) {
    const std::string text = section("fallback = { alta = 10, bera = 10 }, "
                                     "driver = [{ id = cost, on = alta, direction = lowers }, "
                                     "{ on = alta, from = 2027-01-01, direction = raises }]");
    EXPECT_TRUE(holds(text,
                      "Not in the figures, since no size in points is entered: cost (lowers); "
                      "a lever without a\n"))
        << text;
    EXPECT_FALSE(holds(text, "1 Jan 2027")) << "no figure changes on that day";
    EXPECT_TRUE(holds(text, "Alta: no date moves these figures; "));
}

TEST(Trend, ComparesOnlyValuesThatAreEntered) {
    const std::string text = section("fallback = { alta = [{ from = 2027-02-01, value = 10 }, "
                                     "{ from = 2027-03-01, value = 12 }], bera = 10 }");
    EXPECT_TRUE(holds(text, "6..15 (not entered)")) << text;
    EXPECT_TRUE(holds(text, "Alta: what it has without agreement moves up (10 -> 12);")) << text;
}

TEST(Trend, SaysWhereNoAgreementIsOpenOrWorthAsMuch) {
    EXPECT_TRUE(holds(section("fallback = { alta = 10, bera = 10 }, "
                              "limit = [{ party = bera, never.x = [a, b, c] }]"),
                      "none open"));
    EXPECT_TRUE(holds(section("fallback = { alta = 10, bera = 10 }, "
                              "limit = [{ party = bera, never.x = [a, b] }]"),
                      "as none in no reading.\n"));
}

TEST(Trend, IsLeftOutWhereNobodyHasValues) {
    const testing::Sketch sketch("party.alta = {}, issue.x.option = [a]");
    const auto open = [&](const Date& date) { return load_case(sketch.document(), date); };
    Page page({.width = 100});
    put_trend(find_timeline(open, std::nullopt).value(), page);
    EXPECT_EQ(page.text(), "");
}

TEST(TrendMovement, LooksAtBothEndsOfARange) {
    EXPECT_EQ(trend::movement({1, 2}, {1, 2}), "stays");
    EXPECT_EQ(trend::movement({1, 2}, {1, 3}), "moves up");
    EXPECT_EQ(trend::movement({1, 2}, {0, 2}), "moves down");
    EXPECT_EQ(trend::movement({1, 2}, {0, 3}), "widens");
    EXPECT_EQ(trend::movement({0, 3}, {1, 2}), "narrows");
    EXPECT_EQ(trend::movement({std::nullopt, 2}, {1, 2}), "moves up");
    EXPECT_EQ(trend::movement({1, 2}, {std::nullopt, std::nullopt}), "moves down");
    EXPECT_EQ(trend::movement({std::nullopt, 2}, {std::nullopt, 2}), "stays");
}

TEST(TrendText, OfTheBestAgreementSaysWhatIsNotSureOrNotProved) {
    EXPECT_EQ(trend::best_text({1, 4}), "1..4");
    EXPECT_EQ(trend::best_text({std::nullopt, 4}), "up to 4");
    EXPECT_EQ(trend::best_text({std::nullopt, std::nullopt}), "none open");
    EXPECT_EQ(trend::best_text({std::nullopt, std::nullopt, false}), "not found");
    EXPECT_EQ(trend::best_text({1, 4, false}), "1..4 or more");
}

TEST(TrendJson, HoldsEveryFigure) {
    const Timeline course = timeline(
        "fallback = { alta = 10, bera = 10 }, driver = [{ id = ban, title = Ban, on = bera, "
        "direction = lowers, from = 2027-01-01, moves = { \"fallback.bera\" = [-3, 0] } }]");
    const Node bera = trend_json(course.whole.negotiation, *course.dates[0].stands, {}).items[1];
    EXPECT_EQ(bera.find("party")->text, "bera");
    EXPECT_EQ(bera.find("without_agreement")->text, "10");
    EXPECT_EQ(bera.find("levers")->items[0].find("id")->text, "ban");
    EXPECT_EQ(bera.find("levers_points")->items[0].text, "-3");
    EXPECT_EQ(bera.find("best")->find("possible")->text, "2");
    EXPECT_EQ(bera.find("best_with_levers")->find("possible")->text, "5");
}

TEST(TrendDrawing, HasALineForEachPartyAndDate) {
    const std::string drawing = timeline_svg(timeline(falling));
    for (const char* text :
         {">Alta: best agreement above no agreement, in its own points<", ">before<", ">5..6<"}) {
        EXPECT_TRUE(holds(drawing, text)) << text;
    }
    EXPECT_TRUE(holds(drawing, "stroke-dasharray=\"4 4\""));
}

} // namespace
} // namespace unbracket
