#include "unbracket/report/frontier_plot.hpp"
#include "unbracket/report/frontier_text.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/report/parallel_plot.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

using testing::holds;
using testing::loaded_value;

/// A case with its efficient outcomes, and the first two parties of the file as columns.
struct Plotted {
    LoadedCase loaded;
    EfficientOutcomes efficient;
    PlotColumns columns;

    explicit Plotted(const std::string& text)
        : loaded(loaded_value("{ unbracket = 1, " + text + " }")),
          efficient(efficient_outcomes(loaded).value()),
          columns(plot_columns(loaded.negotiation, efficient, std::nullopt).value()) {}

    std::vector<std::string> lines(std::size_t width = 60) const {
        return plot_lines(loaded.negotiation, efficient, columns, width);
    }
    std::string svg() const { return plot_svg(loaded.negotiation, efficient, columns); }
};

/// Two parties with these names and scores for the options a, b and c of one issue.
std::string two_parties(const std::string& alta, const std::string& bera,
                        const std::string& fallbacks = "alta = 0, bera = 0",
                        const std::string& names = "alta = { name = Alta }, "
                                                   "bera = { name = Bera }") {
    return "party = { " + names + " }, issue.x = { option = [a, b, c], score = { alta = " + alta +
           ", bera = " + bera + " } }, fallback = { " + fallbacks + " }";
}

const std::string opposed = two_parties("{ a = 0, b = 5, c = 10 }", "{ a = 10, b = 5, c = 0 }");

std::size_t count_of(const std::vector<std::string>& lines, char mark) {
    std::size_t count = 0;
    for (std::size_t at = 1; at + 2 < lines.size(); ++at) { // names of parties aside
        count += static_cast<std::size_t>(std::count(lines[at].begin(), lines[at].end(), mark));
    }
    return count;
}

TEST(PlotLines, BeginWithThePartyThatGoesUpAndEndWithTheOneAcross) {
    const std::vector<std::string> lines = Plotted(opposed).lines();
    EXPECT_EQ(lines.front(), "Bera");
    EXPECT_EQ(lines.back().substr(lines.back().size() - 4), "Alta");
}

TEST(PlotLines, PutThePointsOfOpposedPartiesInOppositeCorners) {
    const std::vector<std::string> lines = Plotted(opposed).lines();
    ASSERT_EQ(lines.size(), 19U);
    EXPECT_EQ(lines[1].substr(0, 5), "10 |o");
    EXPECT_EQ(lines[8].substr(lines[8].size() - 1), "o");
    EXPECT_EQ(lines[15].back(), 'o');
    EXPECT_EQ(lines[15].substr(0, 4), " 0 |");
    EXPECT_EQ(count_of(lines, 'o'), 3U);
}

TEST(PlotLines, NameTheEndsOfBothAxes) {
    const std::vector<std::string> lines = Plotted(opposed).lines();
    const std::string& foot = lines[17];
    EXPECT_TRUE(holds(foot, "    0 ")) << foot;
    EXPECT_EQ(foot.substr(foot.size() - 3), " 10");
    EXPECT_EQ(foot.size(), lines[16].size());
}

TEST(PlotLines, MarkWhereSeveralOutcomesLie) {
    const std::vector<std::string> lines =
        Plotted(two_parties("{ a = 0, b = 1, c = 1000 }", "{ a = 1001, b = 1000, c = 0 }")).lines();
    EXPECT_EQ(count_of(lines, '#'), 1U);
    EXPECT_EQ(count_of(lines, 'o'), 1U);
}

TEST(PlotLines, ReachOutToAFallbackThatNoOutcomeReaches) {
    const std::vector<std::string> lines =
        Plotted(two_parties("{ a = 1, b = 2, c = 3 }", "{ a = 3, b = 2, c = 1 }",
                            "alta = 20, bera = -20"))
            .lines();
    EXPECT_EQ(lines[1].substr(0, 5), "  3 |");
    EXPECT_EQ(lines[15].substr(0, 5), "-20 |");
    EXPECT_EQ(lines[15].find_first_not_of('.', 5), std::string::npos) << lines[15];
    EXPECT_EQ(lines[2].back(), '.');
}

TEST(PlotLines, OfOnePointThatIsTheFallbackStandInTheMiddle) {
    const std::vector<std::string> lines =
        Plotted(
            two_parties("{ a = 7, b = 7, c = 7 }", "{ a = 7, b = 7, c = 7 }", "alta = 7, bera = 7"))
            .lines();
    EXPECT_EQ(count_of(lines, 'o'), 1U);
    const std::size_t at = lines[8].find('o');
    ASSERT_NE(at, std::string::npos);
    const std::size_t left = lines[8].find('|') + 1;
    EXPECT_EQ(at - left, (lines[8].size() - left - 1) / 2);
}

TEST(PlotLines, ShowNumbersBelowZeroAndVeryLargeOnes) {
    const std::vector<std::string> lines =
        Plotted(two_parties("{ a = -1000000000, b = 0, c = 1000000000 }",
                            "{ a = 0.5, b = 0.25, c = -0.25 }", "alta = 0, bera = 0"))
            .lines();
    EXPECT_TRUE(holds(lines[17], "-1000000000")) << lines[17];
    EXPECT_TRUE(holds(lines[17], " 1000000000")) << lines[17];
    EXPECT_EQ(lines[1].substr(0, 7), "  0.5 |") << lines[1]; // -0.25 is wider
}

TEST(PlotLines, AreNeverWiderThanThePage) {
    const std::string names = "alta = { name = \"" + std::string(40, 'A') + " " +
                              std::string(50, 'a') + "\" }, bera = { name = \"" +
                              std::string(70, 'B') + "\" }";
    const Plotted plotted(two_parties("{ a = -1000000000, b = 0, c = 1000000000 }",
                                      "{ a = 1000000000, b = 0, c = -1000000000 }",
                                      "alta = 0, bera = 0", names));
    for (const std::size_t width : {60U, 72U, 80U, 200U}) {
        for (const std::string& line : plotted.lines(width)) {
            EXPECT_LE(column_count(line), width) << line;
        }
    }
}

TEST(PlotLines, BreakALongNameBetweenItsWords) {
    const std::string names = "alta = { name = \"" + std::string(40, 'A') + " " +
                              std::string(30, 'a') + "\" }, bera = { name = Bera }";
    const std::vector<std::string> lines =
        Plotted(two_parties("{ a = 0, b = 5, c = 10 }", "{ a = 10, b = 5, c = 0 }",
                            "alta = 0, bera = 0", names))
            .lines();
    ASSERT_EQ(lines.size(), 20U);
    EXPECT_EQ(lines[18].find_first_not_of(' '), lines[18].find('A'));
    EXPECT_EQ(lines[19].substr(lines[19].size() - 31), " " + std::string(30, 'a'));
}

TEST(PlotLines, OnAWidePageStayNarrow) {
    EXPECT_EQ(Plotted(opposed).lines(300), Plotted(opposed).lines(100));
}

TEST(PlotLines, NeverEndInABlank) {
    for (const std::string& line : Plotted(opposed).lines()) {
        EXPECT_FALSE(line.empty() || line.back() == ' ') << line;
    }
}

TEST(PlotLines, SwapTheAxesWithTheParties) {
    Plotted plotted(opposed);
    std::swap(plotted.columns.across, plotted.columns.up);
    const std::vector<std::string> lines = plotted.lines();
    EXPECT_EQ(lines.front(), "Alta");
    EXPECT_EQ(count_of(lines, 'o'), 3U);
}

TEST(PlotColumns, AreTheFirstTwoPartiesOfTheFileThatHaveValues) {
    const Plotted plotted("party = { zeta = {}, alta = {}, bera = {} }, issue.x = { "
                          "option = [a, b], score = { alta = { a = 1, b = 0 }, "
                          "bera = { a = 0, b = 1 } } }, fallback = { alta = 0, bera = 0 }");
    const auto party = [&](std::size_t column) {
        return plotted.efficient.table.columns[column].party;
    };
    EXPECT_EQ(party(plotted.columns.across), PartyId(1));
    EXPECT_EQ(party(plotted.columns.up), PartyId(2));
}

std::string columns_problem(const std::string& parties) {
    const Plotted plotted(opposed);
    const auto columns = plot_columns(plotted.loaded.negotiation, plotted.efficient, parties);
    return columns ? "" : to_string(columns.problems().front());
}

TEST(PlotColumns, AreThoseAskedFor) {
    const Plotted plotted(opposed);
    const auto columns = plot_columns(plotted.loaded.negotiation, plotted.efficient, "bera,alta");
    ASSERT_TRUE(columns);
    EXPECT_EQ(columns.value().across, plotted.columns.up);
    EXPECT_EQ(columns.value().up, plotted.columns.across);
}

TEST(PlotColumns, OfAWordWithoutCommaAreRefusedWithAnExample) {
    EXPECT_TRUE(holds(columns_problem("alta"), "`alta` does not name two parties"));
}

TEST(PlotColumns, OfAnUnknownPartyNameTheNearestOrAll) {
    EXPECT_TRUE(holds(columns_problem("alta,berra"), "there is no party `berra`"));
    EXPECT_TRUE(holds(columns_problem("alta,berra"), "did you mean `bera`?"));
    EXPECT_TRUE(holds(columns_problem("wyxz,alta"), "it has alta and bera"));
    EXPECT_TRUE(holds(columns_problem(","), "there is no party ``"));
    EXPECT_TRUE(holds(columns_problem("alta,alta"), "names one party twice"));
}

TEST(PlotColumns, NeedAnOutcomeThatBreaksNothing) {
    const LoadedCase loaded = loaded_value(
        "{ unbracket = 1, party = { alta = {}, bera = {} }, issue.x = { option = [a], score = { "
        "alta.a = 1, bera.a = 1 } }, fallback = { alta = 0, bera = 0 }, rule = [{ forbid.x = a }] "
        "}");
    const auto columns =
        plot_columns(loaded.negotiation, efficient_outcomes(loaded).value(), std::nullopt);
    ASSERT_FALSE(columns);
    EXPECT_TRUE(holds(to_string(columns.problems().front()), "there is nothing to plot"));
}

TEST(PlotColumns, NeedTwoPartiesWithValues) {
    const LoadedCase loaded =
        loaded_value("{ unbracket = 1, party.alta = {}, issue.x = { option = [a], "
                     "score.alta.a = 1 }, fallback.alta = 0 }");
    const auto columns =
        plot_columns(loaded.negotiation, efficient_outcomes(loaded).value(), std::nullopt);
    ASSERT_FALSE(columns);
    EXPECT_TRUE(holds(to_string(columns.problems().front()), "a plot needs two parties"));
}

std::size_t parts_of(const std::string& svg, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = svg.find(part); at != std::string::npos; at = svg.find(part, at + 1)) {
        ++found;
    }
    return found;
}

TEST(PlotSvg, HasACircleForEachPointAndTwoDashedLines) {
    const std::string svg = Plotted(opposed).svg();
    EXPECT_EQ(parts_of(svg, "<circle "), 3U);
    EXPECT_EQ(parts_of(svg, "<line "), 2U);
    EXPECT_EQ(parts_of(svg, "<text "), 7U);
    EXPECT_EQ(svg.substr(svg.size() - 7), "</svg>\n");
    EXPECT_TRUE(holds(svg, "dashed: without agreement"));
}

TEST(PlotSvg, DrawsPointsThatLookTheSameOnce) {
    // b and c lie a millionth of the axis apart; a third party's values are not drawn.
    const std::string svg =
        Plotted(
            "party = { alta = { name = Alta }, bera = { name = Bera }, coda = { name = Coda } }, "
            "issue.x = { option = [a, b, c, d], score = { "
            "alta = { a = 0, b = 1000000, c = 1000001, d = 1000001 }, "
            "bera = { a = 1000001, b = 1, c = 0, d = 0 }, "
            "coda = { a = 0, b = 0, c = 1, d = 1 } } }, "
            "fallback = { alta = 0, bera = 0, coda = 0 }")
            .svg();
    EXPECT_EQ(parts_of(svg, "<circle "), 2U) << svg;
}

TEST(PlotSvg, PutsTheCornersOfTheFrameAtTheEndsOfTheAxes) {
    const std::string svg = Plotted(opposed).svg();
    EXPECT_TRUE(holds(svg, "<circle cx=\"60\" cy=\"60\"")) << svg;
    EXPECT_TRUE(holds(svg, "<circle cx=\"280\" cy=\"210\"")) << svg;
    EXPECT_TRUE(holds(svg, "<circle cx=\"500\" cy=\"360\"")) << svg;
}

TEST(PlotSvg, KeepsNamesAndTitlesFromBecomingMarkup) {
    const std::string svg =
        Plotted("title = \"a </title><script>\", " +
                two_parties("{ a = 0, b = 5, c = 10 }", "{ a = 10, b = 5, c = 0 }",
                            "alta = 0, bera = 0",
                            "alta = { name = \"<A & \\\"B\\\">\" }, bera = { name = Bera }"))
            .svg();
    EXPECT_TRUE(holds(svg, "<title>a &lt;/title&gt;&lt;script&gt;</title>")) << svg;
    EXPECT_TRUE(holds(svg, ">&lt;A &amp; &quot;B&quot;&gt;</text>")) << svg;
    EXPECT_FALSE(holds(svg, "<script"));
}

TEST(PlotSvg, UsesNoColourForAParty) {
    const std::string svg = Plotted(opposed).svg();
    for (std::size_t at = svg.find("fill=\""); at != std::string::npos;
         at = svg.find("fill=\"", at + 1)) {
        EXPECT_EQ(svg.substr(at, 12), "fill=\"white\"");
    }
    EXPECT_FALSE(holds(svg, "#"));
}

TEST(PlotSvg, OfEqualValuesStandsInTheMiddle) {
    const std::string svg = Plotted(two_parties("{ a = 7, b = 7, c = 7 }",
                                                "{ a = 7, b = 7, c = 7 }", "alta = 7, bera = 7"))
                                .svg();
    EXPECT_TRUE(holds(svg, "<circle cx=\"280\" cy=\"210\"")) << svg;
}

TEST(DrawingRemark, SaysWhatADrawingDoesNotShow) {
    EXPECT_EQ(drawing_remark(Plotted(opposed).efficient), "");
    EXPECT_FALSE(holds(Plotted(opposed).svg(), "entral reading"));
    Plotted plotted(two_parties("{ a = 0, b = 5, c = [9, 11] }", "{ a = 10, b = 5, c = 0 }"));
    EXPECT_EQ(drawing_remark(plotted.efficient), "Central reading.");
    EXPECT_TRUE(holds(plotted.svg(), ">Central reading.</text>"));
    plotted.efficient.frontier.end = FrontierEnd::covered;
    plotted.efficient.frontier.size = 1'234;
    EXPECT_EQ(drawing_remark(plotted.efficient),
              "Central reading. 3 of 1,234 efficient combinations. Not complete.");
    const std::string screen = frontier_text(plotted.loaded.negotiation, plotted.efficient,
                                             plotted.columns, {.width = 80}, "");
    EXPECT_TRUE(holds(screen, "without agreement.\nCentral reading. 3 of 1,234 efficient"))
        << screen;
    EXPECT_TRUE(holds(parallel_svg(plotted.loaded.negotiation, plotted.efficient),
                      ">Central reading. 3 of 1,234 efficient combinations. Not complete.<"));
}

TEST(DrawingRemark, StandsWithATitleWithoutMarkup) {
    Plotted plotted("title = \"<b> & \\u001b\", " + opposed);
    EXPECT_TRUE(holds(plotted.svg(), "<title>&lt;b&gt; &amp;")) << plotted.svg();
}

} // namespace
} // namespace unbracket
