#include "unbracket/report/trend_text.hpp"

#include "tests/support/case_sketch.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;

Timeline timeline(const std::string& text) {
    const testing::Sketch sketch(
        "party = { alta = { name = \"A & B\", role = signatory }, bera = { role = signatory } }, "
        "issue.x = { option = [a, b], score.alta = { a = 10, b = 4 }, "
        "score.bera = { a = 4, b = 10 } }, " +
        text);
    return find_timeline([&](const Date& date) { return load_case(sketch.document(), date); },
                         std::nullopt)
        .value();
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

TEST(TrendDrawing, EndsBelowItsLastRow) {
    const trend::Drawing one = trend::drawing(timeline("fallback = { alta = 3, bera = 3 }"), 100);
    const trend::Drawing two =
        trend::drawing(timeline("fallback = { alta = 3, bera = [{ value = 3 }, "
                                "{ from = 2027-01-01, value = 5 }] }"),
                       100);
    EXPECT_GT(one.bottom, 100U);
    EXPECT_GT(two.bottom, one.bottom);
    EXPECT_EQ(count_of(one.elements, ">before<"), 2U);
    EXPECT_TRUE(holds(two.elements, ">1 Jan 2027<"));
}

TEST(TrendDrawing, DrawsALineForEachRangeAndOneForNoAgreement) {
    const std::string drawn =
        trend::drawing(timeline("fallback = { alta = 3, bera = 3 }"), 0).elements;
    EXPECT_EQ(count_of(drawn, "stroke-dasharray=\"4 4\""), 2U) << "one a party";
    EXPECT_EQ(count_of(drawn, "<line "), 2U * (1 + 3)) << "each with its range and both ends";
    EXPECT_TRUE(holds(drawn, "A &amp; B: best agreement"));
}

TEST(TrendDrawing, OfNoAgreementHasNoRange) {
    const std::string drawn =
        trend::drawing(timeline("fallback = { alta = 3, bera = 3 }, "
                                "limit = [{ party = bera, never.x = [a, b] }]"),
                       0)
            .elements;
    EXPECT_TRUE(holds(drawn, ">none open<"));
    EXPECT_EQ(count_of(drawn, "<line "), 2U) << "alta's axis, bera's axis" << drawn;
}

TEST(TrendDrawing, OfNobodyIsEmpty) {
    const testing::Sketch sketch("party.alta = {}, issue.x.option = [a]");
    const Timeline course =
        find_timeline([&](const Date& date) { return load_case(sketch.document(), date); },
                      std::nullopt)
            .value();
    EXPECT_EQ(trend::drawing(course, 7).elements, "");
    EXPECT_EQ(trend::drawing(course, 7).bottom, 7U);
}

TEST(TrendLevers, AreListedOnceWithWhatIsKnownLast) {
    const Timeline course = timeline(
        "fallback = { alta = 3, bera = 3 }, driver = [{ id = ban, on = alta, from = 2027-01-01, "
        "full = 2027-02-01, moves = { \"fallback.alta\" = -2 } }]");
    const auto levers = trend::levers_of(course, PartyId(0));
    ASSERT_EQ(levers.size(), 1U);
    EXPECT_EQ(levers[0].points, single(-2));
    EXPECT_TRUE(trend::levers_of(course, PartyId(1)).empty());
}

TEST(TrendMoments, AreThoseWithOtherFigures) {
    const Timeline course =
        timeline("fallback = { alta = 3, bera = 3 }, driver = [{ on = alta, from = 2027-01-01, "
                 "direction = lowers }, { on = alta, from = 2027-03-01, "
                 "moves = { \"fallback.alta\" = -2 } }]");
    const auto moments = trend::moments_of(course, PartyId(0));
    ASSERT_EQ(moments.size(), 2U);
    EXPECT_FALSE(moments[0].date.has_value());
    EXPECT_EQ(course.dates[*moments[1].date].date, (Date{2027, 3, 1}));
    EXPECT_EQ(trend::parties_of(course).size(), 2U);
}

} // namespace
} // namespace unbracket
