#include "unbracket/io/plan/option_lines.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

enum class Begins { line, paragraph };

PlanLine line_of(std::string_view words, std::size_t indent = 0, Begins begins = Begins::line) {
    PlanLine line;
    line.words = words;
    line.indent = indent;
    line.begins_paragraph = begins == Begins::paragraph;
    return line;
}

/// A block whose second option has words.
OptionLines block(std::size_t indent = 0) {
    OptionLines lines;
    lines.join(line_of("Option 1: a", indent), "");
    lines.join(line_of("Option 2: b", indent), "a");
    return lines;
}

Joint joint(std::string_view words, std::string_view before, std::size_t indent = 0,
            Begins begins = Begins::line) {
    OptionLines lines = block();
    return lines.join(line_of(words, indent, begins), before);
}

TEST(OptionLines, BeginWithTheFirstOption) {
    OptionLines lines;
    EXPECT_EQ(lines.join(line_of("words"), ""), Joint::blank);
    EXPECT_EQ(lines.join(line_of("words", 0, Begins::paragraph), ""), Joint::line);
    EXPECT_EQ(lines.join(line_of("Option 2: b"), ""), Joint::blank);
    EXPECT_FALSE(lines.is_open());
    EXPECT_EQ(lines.join(line_of("**Option A:** b"), ""), Joint::line);
    EXPECT_TRUE(lines.is_open());
    lines.close();
    EXPECT_FALSE(lines.is_open());
    lines.open_heading();
    EXPECT_TRUE(lines.is_open());
    EXPECT_FALSE(OptionLines(lines).join(line_of("see Option 1: b"), "") == Joint::blank);
}

TEST(OptionLines, GoOnInWrappedAndDeeperLines) {
    EXPECT_EQ(joint("and the south", "in the north"), Joint::line);
    EXPECT_EQ(joint("The south", "in the north"), Joint::line); // a name, perhaps
    EXPECT_EQ(joint("The court sits.", "North.", 3, Begins::paragraph), Joint::line);
    EXPECT_EQ(joint("1. a court", "North.", 0, Begins::paragraph), Joint::line);
}

TEST(OptionLines, AreDoubtfulWhereSomethingNewMayBegin) {
    EXPECT_EQ(joint("The court sits.", "North", 0, Begins::paragraph), Joint::doubtful);
    EXPECT_EQ(joint("The court sits.", "North."), Joint::doubtful);
    EXPECT_EQ(joint("and so on", "North."), Joint::line);
    OptionLines alone;
    alone.join(line_of("Option 1"), "");
    EXPECT_EQ(alone.join(line_of("The north", 0, Begins::paragraph), "Option 1"), Joint::line);
    EXPECT_EQ(alone.join(line_of("The south", 0, Begins::paragraph), "north"), Joint::doubtful);
}

TEST(OptionLines, EndAtAParagraphFurtherToTheLeft) {
    OptionLines lines = block(3);
    EXPECT_EQ(lines.join(line_of("The court sits.", 0), "North"), Joint::line); // hangs
    EXPECT_EQ(lines.join(line_of("The court sits.", 0, Begins::paragraph), "North"), Joint::apart);
    EXPECT_FALSE(lines.is_open());
}

TEST(OptionLines, HoldListsOfTheirOwn) {
    const ClauseLabel seat = clause_labels("4. Seat")[0];
    const std::vector<OpenClause> open = {{0, seat.style, 0, 0, seat.values}};
    const auto holds = [&](OptionLines& lines, const PlanLine& line) {
        const ClauseLabel label = clause_labels(line.words)[0];
        return lines.holds(line, label, open, how_it_follows(open, label));
    };
    OptionLines lines = block(3);
    EXPECT_TRUE(holds(lines, line_of("1. a", 3)));
    EXPECT_TRUE(holds(lines, line_of("(a) a", 0, Begins::paragraph)));
    EXPECT_FALSE(holds(lines, line_of("5. a")));
    EXPECT_FALSE(holds(lines, line_of("7. a", 0, Begins::paragraph)));
    EXPECT_FALSE(holds(lines, line_of("7. a")));
    EXPECT_TRUE(holds(lines, line_of("7. a", 3)));
    EXPECT_FALSE(holds(lines, line_of("Article 9", 0, Begins::paragraph)));
    const auto takes = [&](const std::string& words, std::size_t indent) {
        return lines.takes(line_of(words, indent), clause_labels(words)[0]);
    };
    EXPECT_TRUE(takes("1. a", 3));
    EXPECT_TRUE(takes("2. a", 3));
    EXPECT_FALSE(takes("7. a", 3));
    EXPECT_FALSE(takes("3. a", 0)); // further to the left
    EXPECT_TRUE(takes("3. a", 3));
    EXPECT_TRUE(takes("4. a", 3));
    EXPECT_TRUE(holds(lines, line_of("5. a", 3)));  // its own list
    EXPECT_FALSE(holds(lines, line_of("5. a", 0))); // the plan's
    OptionLines none;
    EXPECT_FALSE(holds(none, line_of("1. a")));
}

TEST(LineBeginnings, TellWordsFromSentences) {
    EXPECT_TRUE(begins_large(" The"));
    EXPECT_TRUE(begins_large("[the"));
    EXPECT_FALSE(begins_large("the"));
    EXPECT_FALSE(begins_large("5 ships"));
    EXPECT_FALSE(begins_large(""));
    EXPECT_TRUE(ends_sentence("so. "));
    EXPECT_TRUE(ends_sentence("[so]"));
    EXPECT_TRUE(ends_sentence(""));
    EXPECT_FALSE(ends_sentence("so,"));
}

} // namespace
} // namespace unbracket
