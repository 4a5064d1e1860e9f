#include "unbracket/io/plan/passage.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

TEST(Passage, JoinsLinesAndKnowsWhereWordsStood) {
    Passage passage;
    passage.add("  \u00e9t\u00e9 one ", {3, 5}, Joint::blank);
    passage.add("two", {4, 1}, Joint::blank);
    passage.add("three", {6, 2}, Joint::line);
    EXPECT_EQ(passage.text(), "\u00e9t\u00e9 one two\nthree");
    EXPECT_EQ(passage.place(0).column, 7U);
    EXPECT_EQ(passage.place(passage.text().find("one")).column, 11U); // letters, not bytes
    EXPECT_EQ(passage.place(passage.text().find("wo")).line, 4U);
    EXPECT_EQ(passage.place(passage.text().find("hree")).column, 3U);
}

TEST(Passage, KnowsPlacesInLongLines) {
    Passage passage;
    passage.add(std::string(1000, 'a') + "b", {1, 1}, Joint::blank);
    EXPECT_EQ(passage.place(1000).column, 1001U);
}

TEST(Passage, KnowsItsDoubtfulLinesAndThoseApart) {
    Passage passage;
    passage.add("one", {1, 1}, Joint::doubtful);
    passage.add("two", {2, 1}, Joint::line);
    passage.add("three", {4, 1}, Joint::doubtful);
    passage.add("  ", {5, 1}, Joint::apart); // nothing
    passage.add("four", {6, 1}, Joint::apart);
    EXPECT_EQ(passage.text(), "one\ntwo\nthree\nfour");
    EXPECT_EQ(passage.doubtful_lines(), (std::vector<std::size_t>{0, 8}));
    EXPECT_EQ(passage.lines_apart(), (std::vector<std::size_t>{14}));
}

TEST(Passage, TakesWordsLiterally) {
    Passage passage;
    passage.add_literally("a [b] / `c` \\", {1, 1});
    EXPECT_EQ(plain_text(passage.text()), "a [b] / `c` \\");
    EXPECT_EQ(passage.text().find('['), passage.text().find("\\[") + 1);
}

TEST(PlainText, HasNoMarksAndSingleBlanks) {
    EXPECT_EQ(plain_text("  **a**  \\[b\\]\tc \n d  "), "a [b] c\nd");
    EXPECT_EQ(plain_text("\\x"), "\\x");
}

TEST(ShortenedText, IsCutBehindCodePoints) {
    EXPECT_EQ(shortened("\u00e9t\u00e9", 3), "\u00e9t\u00e9");
    EXPECT_EQ(shortened("\u00e9t\u00e9 a", 3), "\u00e9t\u00e9...");
    EXPECT_EQ(one_line("a\nb"), "a b");
}

} // namespace
} // namespace unbracket
