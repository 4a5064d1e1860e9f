#include "unbracket/io/plan/wording_reader.hpp"

#include "tests/support/plan_sketch.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

struct Read {
    Wording wording;
    WordingRemarks remarks;
};

Read read(const Passage& passage, const PlanLimits& limits = {}) {
    Read made;
    made.wording =
        read_wording(passage, bracket_tokens(passage.text(), {}), "plan.md", limits, made.remarks);
    return made;
}

Read read(const std::string& text) {
    Passage passage;
    passage.add(text, {1, 1}, Joint::blank);
    return read(passage);
}

std::string words(const std::string& text) {
    return testing::sketch(read(text).wording);
}

std::size_t unsure(const std::string& text) {
    return read(text).remarks.unsure.size();
}

TEST(WordingReader, KeepsTheTextAsPrintedAndThePlacesOfItsPieces) {
    const Wording wording = read("**a** [b / c] \\[d\\]").wording;
    EXPECT_EQ(wording.text, "a [b / c] [d]");
    ASSERT_EQ(wording.pieces.size(), 3U);
    EXPECT_EQ(wording.pieces[1].column, 7U);
    EXPECT_EQ(wording.pieces[1].text, "[b / c]");
    EXPECT_EQ(wording.pieces[2].text, "[d]");
}

TEST(WordingReader, LeavesOutBracketsWithoutAPartner) {
    EXPECT_EQ(words("[a [b]"), "a {b}");
    EXPECT_EQ(read("[a [b]").wording.text, "a [b]");
    EXPECT_EQ(words("a]"), "a");
}

TEST(WordingReader, TakesEqualAlternativesOnce) {
    EXPECT_EQ(words("pay [ten / ten / two]"), "pay {ten|two}");
    EXPECT_EQ(unsure("pay [ten / ten / two]"), 1U);
}

TEST(WordingReader, SaysOfAlternativesWithoutWordsThatTheyHaveNone) {
    const Read read_twice = read("pay [ten / / / two]");
    ASSERT_EQ(read_twice.remarks.unsure.size(), 1U);
    EXPECT_EQ(read_twice.remarks.unsure[0].what,
              "two alternatives here have no words, and were taken as one");
}

TEST(WordingReader, TakesOptionsInBracketsSideBySideAsAlternatives) {
    EXPECT_EQ(words("a [Option A: b c] [Option B: d [e]] f"), "a {b c|d {e}} f");
    EXPECT_EQ(words("[Option 1: b] or [Option 2: c] / [Option 3: d]"), "{b|c|d}");
    EXPECT_TRUE(read("[Option A: b] [Option B: c]").remarks.attributions.empty());
    EXPECT_EQ(unsure("[Option A: b] [Option B: c]"), 0U);
    EXPECT_EQ(words("[Option A: b] and [Option B: c]"), "{Option A: b} and {Option B: c}");
    EXPECT_EQ(words("[Option A: b] [Option C: c]"), "{Option A: b|Option C: c}");
    EXPECT_GT(unsure("[Option A: b] [Option C: c]"), 0U);
    EXPECT_EQ(words("[Option A: b]"), "{Option A: b}");
    EXPECT_EQ(unsure("[Option A: b]"), 1U);
    EXPECT_TRUE(read("[Option A: b]").remarks.attributions.empty());
}

TEST(WordingReader, TakesFiguresBehindAFigureAsAlternatives) {
    EXPECT_EQ(words("in 30[60] days"), "in {30|60} days");
    EXPECT_EQ(words("in 30 [60] days"), "in {30|60} days");
    EXPECT_EQ(words("1,500 [2.000] [3] EUR"), "{1,500|2.000|3} EUR");
    EXPECT_EQ(unsure("in 30[60] days"), 1U);
    EXPECT_EQ(unsure("in [ten days | a month]"), 1U);
    EXPECT_EQ(unsure("in [ten days | a month / a year]"), 1U);
    EXPECT_EQ(unsure("in [at most |x| days]"), 0U);
    EXPECT_EQ(words("in [60] days"), "in {60} days");
    EXPECT_EQ(words("in 30 [days]"), "in 30 {days}");
    EXPECT_EQ(words("in m2 [60]"), "in m2 {60}");
    EXPECT_EQ(words("in 30. [60]"), "in 30. {60}");
}

TEST(WordingReader, EndsABlockAtALineThatStandsApart) {
    Passage passage;
    passage.add("a:", {1, 1}, Joint::blank);
    passage.add("Option 1: b", {2, 4}, Joint::line);
    passage.add("Option 2: c [d]", {3, 4}, Joint::line);
    passage.add("e [f] g", {5, 1}, Joint::apart);
    const Read made = read(passage);
    EXPECT_EQ(testing::sketch(made.wording), "a: {b|c {d}} e {f} g");
    EXPECT_TRUE(made.remarks.unsure.empty());
}

TEST(WordingReader, CutsNoBracketAtALineApart) {
    Passage passage;
    passage.add("a [b", {1, 1}, Joint::blank);
    passage.add("c] d", {2, 1}, Joint::apart);
    EXPECT_EQ(testing::sketch(read(passage).wording), "a {b c} d");
}

TEST(WordingReader, ListsDoubtfulWordsBehindTheLastOption) {
    Passage passage;
    passage.add("Option 1: b", {1, 1}, Joint::line);
    passage.add("so", {2, 1}, Joint::doubtful); // of the first option, surely
    passage.add("Option 2: c", {3, 1}, Joint::line);
    Read made = read(passage);
    EXPECT_TRUE(made.remarks.unsure.empty());
    passage.add("The court sits.", {5, 1}, Joint::doubtful);
    made = read(passage);
    EXPECT_EQ(testing::sketch(made.wording), "{b\nso|c\nThe court sits.}");
    ASSERT_EQ(made.remarks.unsure.size(), 1U);
    EXPECT_EQ(made.remarks.unsure[0].line, 5U);
    EXPECT_EQ(unsure("a: Option 1: b. Option 2: c. The court sits."), 1U);
    EXPECT_EQ(unsure("a: Option 1: b. Option 2: c."), 0U);
    EXPECT_EQ(unsure("Option 1: b. Option 2: c. The court sits."), 0U); // a line of its own
}

TEST(WordingReader, TellsWhatIsTooMuch) {
    Passage passage;
    passage.add("[[[a]]] [b / c / d]", {1, 1}, Joint::blank);
    const Read made = read(passage, {.bracket_depth = 2, .wordings = 2});
    ASSERT_EQ(made.remarks.problems.size(), 2U);
    EXPECT_EQ(made.remarks.problems[0].where.column, 3U);
    EXPECT_EQ(made.remarks.problems[1].where.column, 9U);
    EXPECT_EQ(made.remarks.brackets, 4U);
}

TEST(SameContent, LooksAtKindsAndWordsAndNotAtPlaces) {
    EXPECT_TRUE(same_content(read("a [b / c]").wording, read("  a   [b  /  c]").wording));
    EXPECT_FALSE(same_content(read("a [b / c]").wording, read("a [c / b]").wording));
    EXPECT_FALSE(same_content(read("a [...]").wording, read("a [b]").wording));
    EXPECT_FALSE(same_content(read("a").wording, read("a b").wording));
}

} // namespace
} // namespace unbracket
