#include "unbracket/report/page.hpp"

#include "tests/support/text.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::lines_of;

TEST(ColumnCount, CountsWhatATerminalShows) {
    EXPECT_EQ(column_count("Alta"), 4U);
    EXPECT_EQ(column_count("Évora"), 5U);
    EXPECT_EQ(column_count("e\u0301"), 1U); // a letter and its accent
    EXPECT_EQ(column_count("水"), 2U);
    EXPECT_EQ(column_count(""), 0U);
}

TEST(Wrapped, BreaksAtBlanksAndCutsOnlyWordsThatFitNowhere) {
    EXPECT_EQ(wrapped("one two three", 7), (std::vector<std::string>{"one two", "three"}));
    EXPECT_EQ(wrapped("unbreakable", 5), (std::vector<std::string>{"unbre", "akabl", "e"}));
    EXPECT_EQ(wrapped("  a \n\t b  ", 10), (std::vector<std::string>{"a b"}));
    EXPECT_EQ(wrapped("", 5), (std::vector<std::string>{""}));
    EXPECT_EQ(wrapped("水水水", 4), (std::vector<std::string>{"水水", "水"}));
}

TEST(Wrapped, TakesTimeThatGrowsWithTheWordAndNotWithItsSquare) {
    const std::string word(4'000'000, 'w'); // minutes, if each line looked at the rest of the word
    const std::vector<std::string> lines = wrapped("a " + word + " b", 80);
    ASSERT_EQ(lines.size(), 50'002U);
    EXPECT_EQ(lines[0], "a");
    EXPECT_EQ(lines[1], std::string(80, 'w'));
    EXPECT_EQ(lines.back(), "b");
}

TEST(Wrapped, KeepsANumberAndItsPercentSignTogether) {
    EXPECT_EQ(wrapped("in 51 %, to all", 5),
              (std::vector<std::string>{"in", "51 %,", "to", "all"}));
    EXPECT_EQ(wrapped("per % of", 4), (std::vector<std::string>{"per", "% of"}));
}

TEST(Wrapped, LetsNothingThroughThatATerminalWouldObey) {
    EXPECT_EQ(wrapped("a\033[31mb", 20), (std::vector<std::string>{"a [31mb"}));
    EXPECT_EQ(wrapped("a\u009b1mb", 20), (std::vector<std::string>{"a 1mb"}));
    EXPECT_EQ(wrapped("a\u202eb", 20), (std::vector<std::string>{"a b"}));
    EXPECT_EQ(wrapped("a\177b", 20), (std::vector<std::string>{"a b"}));
}

TEST(Page, HangsWhatFollowsBehindHeadingAndMark) {
    Page page({.width = 60});
    page.heading("NEXT");
    page.item("1", "one two three four five six seven eight nine ten eleven twelve thirteen");
    page.line("done");
    EXPECT_EQ(lines_of(page.text()),
              (std::vector<std::string>{
                  "NEXT      1 one two three four five six seven eight nine ten",
                  "            eleven twelve thirteen",
                  "          done",
              }));
}

TEST(Page, LeavesOutAHeadingWithNothingUnderIt) {
    Page page({.width = 60});
    page.heading("EMPTY");
    page.heading("NEXT");
    page.line("something");
    EXPECT_EQ(page.text(), "NEXT      something\n");
}

TEST(Page, IsNeverNarrowerThanSixtyColumns) {
    EXPECT_EQ(Page({.width = 10}).width(), 60U);
}

TEST(Page, PutsOnlyHeadingsAndTitlesInBold) {
    Page page({.width = 60, .emphasis = Emphasis::bold});
    page.title("A title");
    page.heading("NEXT");
    page.line("plain");
    EXPECT_EQ(page.text(), "\033[1mA title\033[0m\n\033[1mNEXT\033[0m      plain\n");
}

TEST(Page, AlignsColumnsAndEndsNoLineInABlank) {
    Page page({.width = 60});
    page.table({{"party", "value", ""}, {"Alta", "5", "x"}, {"Bera", "1000", "y"}});
    EXPECT_EQ(lines_of(page.text()), (std::vector<std::string>{
                                         "          party  value",
                                         "          Alta   5      x",
                                         "          Bera   1000   y",
                                     }));
}

TEST(Page, LetsWideColumnsWrapAndKeepsWordsWhole) {
    Page page({.width = 60});
    const std::vector<std::vector<std::string>> rows = {
        {"condition", "a long cell that cannot stand on one line of the page", "agreement"}};
    EXPECT_FALSE(page.fits(rows));
    page.table(rows);
    EXPECT_EQ(lines_of(page.text()),
              (std::vector<std::string>{
                  "          condition  a long cell that cannot       agreement",
                  "                     stand on one line of the",
                  "                     page",
              }));
}

TEST(HeadRows, BreakNamesBetweenWordsSoThatNoColumnGetsWider) {
    using Rows = std::vector<std::vector<std::string>>;
    const Rows body = {{"1", "12345", "7", "x"}, {"2", "1", "123456", "y"}};
    EXPECT_EQ(head_rows({"Alta", "Union of Bera"}, body),
              (Rows{{"", "Alta", "Union", ""}, {"", "", "of", ""}, {"", "", "Bera", ""}}));
    EXPECT_EQ(head_rows({"Government"}, {{"1", "7"}}), (Rows{{"", "Government"}}));
}

TEST(Page, KeepsToItsWidthEvenWhereEveryColumnIsTooWide) {
    Page page({.width = 60});
    page.table({{std::string(40, 'a'), std::string(40, 'b'), std::string(40, 'c')}});
    for (const std::string& line : lines_of(page.text())) {
        EXPECT_LE(column_count(line), 60U);
    }
    EXPECT_GT(lines_of(page.text()).size(), 1U);
}

TEST(Page, KeepsItsFirstColumnsWholeAsLongAsOthersCanGiveWay) {
    const std::vector<std::vector<std::string>> rows = {
        {"10 Mar 2026*", std::string(30, 'a') + " " + std::string(30, 'b')}};
    Page page({.width = 60});
    page.table(rows, 1);
    EXPECT_TRUE(page.text().find("10 Mar 2026*  a") != std::string::npos) << page.text();
}

TEST(Page, OfTheAnswerAloneEndsBeforeTheSecondHeading) {
    Page page({.extent = Extent::answer});
    page.title("Talks");
    page.heading("ANSWER");
    page.line("Yes.");
    page.item("-", "and how");
    page.heading("EMPTY");
    page.heading("HEARD");
    page.line("Nothing.");
    page.blank_line();
    page.table({{"a", "b"}});
    page.title("Another");
    page.paragraph("More: show");
    EXPECT_EQ(page.text(), "Talks\nANSWER    Yes.\n          - and how\n");
}

TEST(Page, OfTheAnswerAloneIsWholeWithoutHeadings) {
    Page page({.extent = Extent::answer});
    page.title("Talks");
    page.paragraph("One.");
    page.paragraph("Two.");
    EXPECT_EQ(page.text(), "Talks\nOne.\nTwo.\n");
}

} // namespace
} // namespace unbracket
