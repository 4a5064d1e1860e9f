#include "unbracket/report/parallel_plot.hpp"
#include "unbracket/report/svg.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;
using testing::loaded_value;

std::string drawn(const std::string& text) {
    const LoadedCase loaded = loaded_value("{ unbracket = 1, " + text + " }");
    return parallel_svg(loaded.negotiation, efficient_outcomes(loaded).value());
}

std::size_t count_of(const std::string& text, const std::string& piece) {
    std::size_t count = 0;
    for (std::size_t at = text.find(piece); at != std::string::npos;
         at = text.find(piece, at + piece.size())) {
        ++count;
    }
    return count;
}

/// Three efficient outcomes, one for each party.
const std::string three_parties =
    "party = { alta.name = Alta, bera.name = Bera, coda.name = Coda }, issue.x = { "
    "option = [a, b, c], score = { alta = { a = 9, b = 1, c = 2 }, bera = { a = 1, b = 9, c = 2 }, "
    "coda = { a = 2, b = 1, c = 9 } } }, fallback = { alta = 0, bera = 3, coda = 5 }";

TEST(ParallelPlot, HasAnAxisForEachPartyAndALineForEachOutcome) {
    const std::string svg = drawn(three_parties);
    EXPECT_EQ(count_of(svg, "<polyline"), 3U);
    for (const char* name : {"Alta (alta)", "Bera (bera)", "Coda (coda)"}) {
        EXPECT_TRUE(holds(svg, "<title>" + std::string(name) + "</title>")) << svg;
    }
    // Alta's axis reaches from 0, which it has without agreement, to 9; Bera's from 1 to 9.
    EXPECT_TRUE(holds(svg, "<polyline points=\"70,70 200,370 330,332 \"")) << svg;
    EXPECT_TRUE(holds(svg, "Each axis has its party's own scale"));
}

TEST(ParallelPlot, TellsLinesApartWithoutColour) {
    const std::string svg = drawn(three_parties);
    EXPECT_EQ(count_of(svg, "<circle"), 2U * 4U); // three axes and the legend
    EXPECT_EQ(count_of(svg, "<polygon"), 1U * 4U);
    EXPECT_EQ(count_of(svg, "stroke-dasharray=\"8 4\""), 2U); // the line and the legend
    EXPECT_EQ(count_of(svg, "stroke-dasharray=\"2 3\""), 2U);
    for (const char* colour : {"red", "green", "blue", "#", "rgb"}) {
        EXPECT_FALSE(holds(svg, colour)) << colour;
    }
}

TEST(ParallelPlot, EscapesWhatPeopleWrote) {
    const std::string svg = drawn(
        "title = \"<script>&\", party = { alta.name = \"A <b> & \\\"co\\\"\", bera.name = B, "
        "coda.name = C }, issue.x = { title = \"</svg>\", option = { a = \"<i>\", b = o }, "
        "score = { alta = { a = 9, b = 1 }, bera = { a = 1, b = 9 }, coda = { a = 2, b = 1 } } }, "
        "fallback = { alta = 0, bera = 0, coda = 0 }");
    EXPECT_TRUE(holds(svg, "<title>&lt;script&gt;&amp;</title>")) << svg;
    EXPECT_TRUE(holds(svg, "A &lt;b&gt; &amp; &quot;co&quot;")) << svg;
    EXPECT_EQ(count_of(svg, "</svg>"), 1U);
    EXPECT_FALSE(holds(svg, "<i>"));
}

TEST(ParallelPlot, ShowsEightOfManyAndSaysSo) {
    std::string options, alta, bera;
    for (int at = 0; at < 20; ++at) {
        const std::string id = "o" + std::to_string(at);
        options += id + ", ";
        alta += id + " = " + std::to_string(at) + ", ";
        bera += id + " = " + std::to_string(20 - at) + ", ";
    }
    const std::string svg =
        drawn("party = { alta.name = A, bera.name = B, coda.name = C }, issue.x = { option = [" +
              options + "], score = { alta = { " + alta + "}, bera = { " + bera + "}, coda = { " +
              alta + "} } }, fallback = { alta = 0, bera = 0, coda = 0 }");
    EXPECT_EQ(count_of(svg, "<polyline"), 8U);
    EXPECT_TRUE(holds(svg, "Drawn are 8 of 20 outcomes.")) << svg;
}

TEST(ParallelPlot, OfNoOutcomeHasAxesAlone) {
    const std::string svg =
        drawn(three_parties + ", limit = [{ party = alta, never.x = [a, b, c] }]");
    EXPECT_EQ(count_of(svg, "<polyline"), 0U);
    EXPECT_EQ(count_of(svg, "</svg>"), 1U);
}

TEST(ParallelPlot, IsTheSameEveryTime) {
    EXPECT_EQ(drawn(three_parties), drawn(three_parties));
}

TEST(SvgEscaped, LeavesNoMarkupAndNoControlCharacters) {
    EXPECT_EQ(svg_escaped("a<b>&\"c\"\n\x01"), "a&lt;b&gt;&amp;&quot;c&quot;  ");
}

TEST(PlotAxis, PlacesItsEndsAndTheMiddleOfNothing) {
    const PlotAxis axis{Rational(2), Rational(6)};
    EXPECT_EQ(axis.place(Rational(2), 100), 0U);
    EXPECT_EQ(axis.place(Rational(6), 100), 100U);
    EXPECT_EQ(axis.place(Rational(3), 100), 25U);
    EXPECT_EQ((PlotAxis{Rational(2), Rational(2)}).place(Rational(2), 100), 50U);
}

} // namespace
} // namespace unbracket
