#include "unbracket/io/plan/clause_tree.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

using Lines = std::vector<std::string>;

ClauseTree tree_of(const std::string& text, const PlanLimits& limits = {}) {
    const std::string file = "plan.md";
    return clause_tree(plan_lines(text), file, limits);
}

/// `5.2 Heading: words` and for what stands under a heading `Part I > 5.2: words`.
Lines clauses(const std::string& text) {
    const ClauseTree tree = tree_of(text);
    Lines lines;
    for (std::size_t i = 0; i < tree.clauses.size(); ++i) {
        const Clause& clause = tree.clauses[i];
        lines.push_back((clause.under.empty() ? "" : clause.under + " > ") + clause.number +
                        (clause.heading.empty() ? "" : " " + clause.heading) + ": " +
                        tree.passages[i].text());
    }
    return lines;
}

using Listed = std::vector<std::uint32_t>;

/// Lines that are listed.
Listed listed(const std::string& text) {
    Listed lines;
    for (const UnsureReading& one : tree_of(text).unsure) {
        lines.push_back(one.line);
    }
    return lines;
}

TEST(ClauseTree, TakesLinesOfPartsWithoutBlankLinesBetweenThem) {
    EXPECT_EQ(clauses("1.1 A [b c]\n1.2 D [e f]\n2.1 X [y z]\n"),
              (Lines{"1.1: A [b c]", "1.2: D [e f]", "2.1: X [y z]"}));
    EXPECT_EQ(clauses("1.1 A\n1.2 B\n2. C\n3. D\n"), (Lines{"1.1: A", "1.2: B", "2: C", "3: D"}));
    EXPECT_EQ(clauses("5.1 A [b].\n5.3 C\n"), (Lines{"5.1: A [b].", "5.3: C"}));
    EXPECT_EQ(listed("5.1 A [b]\n5.3 C\n"), Listed{2}); // 5.3 may be a figure
}

TEST(ClauseTree, TakesArticlesThatAreSentences) {
    EXPECT_EQ(clauses("Article 1 One [a b].\nArticle 2 Two [c d].\n"),
              (Lines{"1: One [a b].", "2: Two [c d]."}));
    EXPECT_EQ(clauses("Article 2 Two [c d].\n"), Lines{"2: Two [c d]."});
    EXPECT_EQ(clauses("\u00a7 1 Ships pay.\n\n\u00a7 2 Boats pay.\n"),
              (Lines{"1: Ships pay.", "2: Boats pay."}));
    EXPECT_EQ(clauses("7 \u2013 seven\n8: eight\n"), (Lines{"7: seven", "8: eight"}));
}

TEST(ClauseTree, ContinuesNumbersBehindHeadings) {
    EXPECT_EQ(clauses("Article 1 Ships pay.\n\n## Use\n\nArticle 2 Boats pay.\n"),
              (Lines{"1: Ships pay.", "Use > 2: Boats pay."}));
    EXPECT_EQ(clauses("1.1 A\n1.2 B\n\n## Use\n\n2.1 C\n2.2 D\n").size(), 4U);
    EXPECT_TRUE(clauses("The plan\n5.1 A\n").size() == 1U);
}

TEST(ClauseTree, ListsWhatMayBeANumberAndIsTakenAsWords) {
    EXPECT_EQ(clauses("1.1 A tax of\n1.3 Million\n"), Lines{"1.1: A tax of 1.3 Million"});
    EXPECT_EQ(listed("1.1 A tax of\n1.3 Million\n"), Listed{2});
    EXPECT_EQ(listed("1.1 A\n1.2 b [c]\n"), Listed{2});
    EXPECT_EQ(listed("1. A\n\n9.4 million\n"), Listed{});
    EXPECT_EQ(listed("1. A\n\n4 Boats pay\n"), Listed{3});
    EXPECT_EQ(listed("1. A\n2 Boats pay\n"), Listed{2});
    EXPECT_EQ(listed("1. A toll for\n30 Boats\n"), Listed{});
    EXPECT_EQ(listed("1. A\n\nB. Smith signs.\n"), Listed{3});
    EXPECT_EQ(listed("Article 9\n\nA\n\nArticle 7 Rights of boats are kept.\n"), Listed{5});
    EXPECT_EQ(listed("Article 9\n\nA right of\nArticle 7 Boats\n"), Listed{4});
    EXPECT_EQ(listed("1. A\n\nArticle 7 of the Charter holds.\n"), Listed{});
}

TEST(ClauseTree, TakesTheFirstParagraphAsTitleOnlyWhereItIsOneLine) {
    EXPECT_EQ(tree_of("The plan\n\nwords\n").title, "The plan");
    EXPECT_EQ(tree_of("The plan\n1. words\n").title, "The plan");
    EXPECT_EQ(tree_of("The Parties met\nin the north\n\n1. a\n").title, "");
    EXPECT_EQ(clauses("The Parties met\nin the north\n\n1. a\n"),
              (Lines{"preamble: The Parties met in the north", "1: a"}));
    EXPECT_EQ(listed("# A plan [of ours]\n\n1. a\n"), Listed{1});
}

TEST(ClauseTree, TellsUnderWhichHeadingsAClauseStands) {
    EXPECT_EQ(
        clauses("PART I\nGeneral\n\n## Use\n\n1. a\n2. b\n\n## End\n\n3. c\n\nAnnex A\n\n1. d\n"),
        (Lines{"PART I General / Use > 1: a", "PART I General / Use > 2: b",
               "PART I General / End > 3: c", "Annex A > annex-a.1: d"}));
    EXPECT_EQ(clauses("## Use\n\nAll may fish.\n\n1. a\n"),
              (Lines{"use Use: All may fish.", "Use > 1: a"}));
}

TEST(ClauseTree, PutsPointsOfHeadingsUnderWhatIsAboveThem) {
    EXPECT_EQ(clauses("## Annex A\n\n1. one\n\n## Annex B\n\nWords of B [x y].\n"),
              (Lines{"Annex A > annex-a.1: one", "annex-b Annex B: Words of B [x y]."}));
    EXPECT_EQ(clauses("## Chapter One\n1. One\n\n## Final words\nDone at Northport.\n"),
              (Lines{"Chapter One > 1: One", "final-words Final words: Done at Northport."}));
    EXPECT_EQ(clauses("PART I\n\n1. a\n\nPART II\n\nAll of it holds.\n\n2. b\n"),
              (Lines{"PART I > 1: a", "part-ii PART II: All of it holds.", "PART II > 2: b"}));
    EXPECT_EQ(clauses("# Plan\n\n## Part I\n\n### Use\n\nAll may fish.\n\n## Part II\n\n1. a\n"),
              (Lines{"Part I > use Use: All may fish.", "Part II > 1: a"}));
}

TEST(ClauseTree, ContinuesArticlesInHeadingsInBoldAndInPlainLines) {
    const auto numbers = [](const std::string& text) {
        Lines all;
        for (const Clause& clause : tree_of(text).clauses) {
            all.push_back(clause.number);
        }
        return all;
    };
    EXPECT_EQ(numbers("### Article III\n\nThird.\n\nArticle IV\n\nFourth.\n"),
              (Lines{"III", "IV"}));
    EXPECT_EQ(numbers("### Article 3\n\nThird.\n\n**Article 4**\n\nFourth.\n\n"
                      "#### Article 5\n\nFifth.\n\n### Article 6\n\nSixth.\n"),
              (Lines{"3", "4", "5", "6"}));
    EXPECT_EQ(numbers("### Article III\n\nThird.\n\nArticle V\n\nFifth.\n"), (Lines{"III", "V"}));
    EXPECT_EQ(numbers("### Article 3\n\n1. a\n2. b\n\nArticle 4\n\n1. c\n"),
              (Lines{"3", "3.1", "3.2", "4", "4.1"}));
}

TEST(ClauseTree, ListsHeadingsWithoutAnythingBelow) {
    EXPECT_EQ(listed("1. a\n\n## Signatures\n"), Listed{3});
    EXPECT_EQ(listed("1. a\n\n## Notes\n\n[^1]: b\n"), Listed{});
    EXPECT_EQ(listed("1. a\n\n## Use\n\n2. b\n"), Listed{});
}

TEST(ClauseTree, EndsAnOptionAtALaterClause) {
    EXPECT_EQ(clauses("1. a\n\nOption 1: b\n\nOption 2: c\n\n3. d\n"),
              (Lines{"1: a\nOption 1: b\nOption 2: c", "3: d"}));
    EXPECT_EQ(clauses("1. a\n\nOption 1: b\n\n1. c\n2. d\n\nOption 2: e\n").size(), 2U);
    EXPECT_EQ(clauses("1. a\n\n   Option 1: b\n\n   1. c\n   2. d\n\n   Option 2: e\n").size(), 1U);
    EXPECT_EQ(listed("1. a\n\n   Option 1: b\n\n   1. c\n   2. d\n\n   Option 2: e\n"), Listed{});
}

TEST(ClauseTree, ListsAClauseThatMayGoOnTheListOfAnOption) {
    EXPECT_EQ(listed("1. a\n\nOption 1: b\n\n1. c\n2. d\n"), Listed{6});
    EXPECT_EQ(listed("1. a\n\nOption 1: b\n\n1. c\n\nOption 2: d\n\n2. d\n"), Listed{});
    EXPECT_EQ(clauses("1.3 A\nOption 1: b\n   1. c\n   2. d\nOption 2: e\n").size(), 1U);
}

TEST(ClauseTree, ListsNumbersThatAFootnoteSwallows) {
    EXPECT_EQ(listed("1. a[^1]\n\n[^1]: b\n   (a) c\n"), Listed{4});
    EXPECT_EQ(tree_of("1. a[^1]\n\n[^1]: b\n   (a) c\n").footnotes[0].text, "b (a) c");
}

TEST(ClauseTree, KeepsCommentsAndAddressesAsNotes) {
    const ClauseTree tree = tree_of("1. a\n<!-- b -->\n[m]: c.d\n");
    ASSERT_EQ(tree.footnotes.size(), 2U);
    EXPECT_EQ(tree.footnotes[0].kind, Footnote::Kind::comment);
    EXPECT_EQ(tree.footnotes[0].text, "b");
    EXPECT_EQ(tree.footnotes[1].kind, Footnote::Kind::address);
    EXPECT_EQ(tree.footnotes[1].mark, "m");
}

TEST(ClauseTree, StopsAtItsLimits) {
    EXPECT_EQ(tree_of("1. a\n2. b\n", {.clauses = 1}).problems.size(), 1U);
    EXPECT_EQ(tree_of("1. a\n(a) b\n", {.clause_depth = 1}).problems.size(), 1U);
    const std::string deep(40, '1');
    EXPECT_TRUE(tree_of(deep + ". a\n").problems.empty()); // no number
}

TEST(ClauseTree, ListsNumbersThatNoBlankFollows) {
    const Listed second = {2};
    EXPECT_EQ(listed("1. Ships pay.\n2.Boats pay.\n"), second);
    EXPECT_EQ(listed("1. Ships pay.\n2.[Boats] pay.\n3. Rafts pay.\n"), second);
    EXPECT_EQ(listed("(a) Ships pay.\n(b)Boats pay.\n"), second);
    EXPECT_EQ(listed("7.Boats pay.\n"), Listed{1});
    EXPECT_EQ(listed("1. Ships pay\n2.5 marks, e.g. so.\nU.S. ships pay.\n"), Listed{});
}

TEST(ClauseTree, ReadsNumbersBeforeWideSpaces) {
    EXPECT_EQ(clauses("1.\u00A0Ships pay.\n2.\u3000Boats pay.\n3.\u200BRafts\u202Fpay.\n"),
              (Lines{"1: Ships pay.", "2: Boats pay.", "3: Rafts pay."}));
    EXPECT_EQ(clauses("Article\u00A01\u00A0\u2013\u00A0Ships\n\nArticle\u00A02\n"),
              (Lines{"1: Ships", "2: "}));
}

TEST(ClauseTree, SaysOnceThatATableIsTakenAsWords) {
    EXPECT_EQ(listed("Talks.\n\n| 1 | Ships pay. |\n|---|---|\n| 2 | Boats pay. |\n"), Listed{3});
    EXPECT_EQ(listed("1. Ships | boats pay.\n"), Listed{});
}

} // namespace
} // namespace unbracket
