#include "unbracket/io/plan/plan_lines.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

using Lines = std::vector<std::string>;

std::string kind_of(const PlanLine& line) {
    switch (line.kind) {
    case LineKind::heading:
        return "h" + std::to_string(line.level);
    case LineKind::rule:
        return "rule";
    case LineKind::code:
        return "code";
    case LineKind::footnote:
        return "note";
    case LineKind::address:
        return "address";
    case LineKind::words:
        break;
    }
    return line.is_task ? "task" : line.is_item ? "item" : "words";
}

/// `words+ the words` with a plus where a paragraph begins.
Lines lines_of(const std::string& text) {
    Lines lines;
    for (const PlanLine& line : plan_lines(text).lines) {
        lines.push_back(kind_of(line) + (line.begins_paragraph ? "+ " : " ") +
                        (line.mark.empty() ? "" : line.mark + "=") + std::string(line.words));
    }
    return lines;
}

TEST(PlanLines, EndInAnyWay) {
    const Lines expected = {"words+ a", "words b", "words+ c"};
    EXPECT_EQ(lines_of("a\nb\n\nc"), expected);
    EXPECT_EQ(lines_of("a\r\nb\r\n\r\nc\r\n"), expected);
    EXPECT_EQ(lines_of("a\rb\r\rc"), expected);
    EXPECT_EQ(lines_of(""), Lines{});
}

TEST(PlanLines, KnowTheirPlace) {
    const std::string text = "a\n\n \t > - b\n";
    const PlanLines lines = plan_lines(text);
    ASSERT_EQ(lines.lines.size(), 2U);
    EXPECT_EQ(lines.lines[1].at.line, 3U);
    EXPECT_EQ(lines.lines[1].at.column, 8U);
    EXPECT_EQ(lines.lines[1].indent, 9U); // the tab goes to the fourth column
    EXPECT_EQ(lines.lines[1].words, "b");
}

TEST(PlanLines, MayBeHeadings) {
    EXPECT_EQ(lines_of("# A\n###### B ##\n####### C\n#D\n"),
              (Lines{"h1+ A", "h6+ B", "words+ ####### C", "words #D"}));
    EXPECT_EQ(lines_of("A\n===\n\nB\n---\nc\n---\n"),
              (Lines{"h1+ A", "rule+ ===", "h2+ B", "rule+ ---", "h2+ c", "rule+ ---"}));
    EXPECT_EQ(lines_of("a\nb\n---\n"), (Lines{"words+ a", "words b", "rule+ ---"}));
}

TEST(PlanLines, MayBeItemsAndTasks) {
    EXPECT_EQ(lines_of("- a\n* b\n+ [ ] c\n\u2022 d\n-e\n- [x] f\n"),
              (Lines{"item+ a", "item+ b", "task+ c", "item+ d", "words -e", "task+ f"}));
}

TEST(PlanLines, MayBeCode) {
    EXPECT_EQ(lines_of("```\n[a\n\n~~~\n```\nb\n"), (Lines{"code+ [a", "code+ ~~~", "words b"}));
    EXPECT_EQ(lines_of("~~~~\na\n~~~\n~~~~~\nb\n"), (Lines{"code+ a", "code+ ~~~", "words b"}));
}

TEST(PlanLines, OfCodeThatNeverEndsAreListed) {
    const PlanLines lines = plan_lines("a\n```\nb\n");
    ASSERT_EQ(lines.unsure.size(), 1U);
    EXPECT_EQ(lines.unsure[0].line, 2U);
    EXPECT_TRUE(plan_lines("a\n```\nb\n```\n").unsure.empty());
}

TEST(PlanLines, BesideAFenceAreKeptAndListed) {
    EXPECT_EQ(lines_of("~~~ text\nb\n~~~\n"), Lines{"code+ b"}) << "the name of a language";
    EXPECT_EQ(lines_of("```[a/b]\nb\n```\n"), (Lines{"code+ [a/b]", "code+ b"}));
    const std::string text = "  ``` 1. [a / b]\nb\n```\n";
    EXPECT_EQ(lines_of(text), (Lines{"code+ 1. [a / b]", "code+ b"}));
    const PlanLines lines = plan_lines(text);
    EXPECT_EQ(lines.lines[0].at.column, 7U);
    ASSERT_EQ(lines.unsure.size(), 1U);
    EXPECT_EQ(lines.unsure[0].line, 1U);
    EXPECT_EQ(lines_of("```a``` [b]\nc\n"), (Lines{"words+ ```a``` [b]", "words c"}));
}

TEST(PlanLines, MayBeFootnotesAndAddresses) {
    EXPECT_EQ(lines_of("[^1]: a\n  b\nc\n[2]: d\n[Map]: https://a.example/m \"a map\"\n"),
              (Lines{"note+ ^1= a", "note+ b", "words c", "note+ 2= d",
                     "address+ map=https://a.example/m \"a map\""}));
    EXPECT_EQ(lines_of("[1] a\n"), (Lines{"words+ [1] a"}));
    EXPECT_EQ(lines_of("## Notes\n[1] a\n"), (Lines{"h2+ Notes", "note+ 1= a"}));
    EXPECT_EQ(lines_of("[Alta]: pays ten\n"), (Lines{"words+ [Alta]: pays ten"}));
    const References references = plan_lines("[^1]: a\n[M]: b.c\n").references;
    EXPECT_TRUE(references.footnotes.contains("^1"));
    EXPECT_TRUE(references.links.contains("m"));
}

Lines comments_of(const std::string& text) {
    Lines lines;
    for (const PlanComment& comment : plan_lines(text).comments) {
        lines.push_back(std::to_string(comment.line) + ": " + comment.words);
    }
    return lines;
}

TEST(PlanComments, AreTakenOutOfTheLinesAndKept) {
    const std::string text =
        "a\n<!-- one\n two --> b\n<!-- -->\nc <!-- three -->\n<!--4--><!--5-->\n";
    EXPECT_EQ(lines_of(text), (Lines{"words+ a", "words b", "words c "}));
    EXPECT_EQ(comments_of(text), (Lines{"2: one two", "5: three", "6: 4", "6: 5"}));
}

TEST(PlanComments, InTheMiddleOfWordsLeaveBlanks) {
    const std::string gap(12, ' ');
    EXPECT_EQ(lines_of("a <!-- bb --> c\n"), Lines{"words+ a " + gap.substr(1) + " c"});
    EXPECT_EQ(comments_of("a <!-- b --> c\n"), Lines{"1: b"});
    EXPECT_EQ(lines_of("a<!-- b -->c <!-- d --> <!-- e -->\n"), Lines{"words+ ac" + gap});
    EXPECT_EQ(comments_of("a<!-- b -->c <!-- d --> <!-- e -->\n"), (Lines{"1: b", "1: d", "1: e"}));
    EXPECT_EQ(lines_of("[a <!-- \xC3\xBC / --> / c] <!-- d\ne --> f\n"),
              (Lines{"words+ [a " + gap + " / c] ", "words f"}));
}

TEST(PlanComments, BetweenTicksAreCode) {
    const std::string code = "a `<!-- b -->` c";
    EXPECT_EQ(lines_of(code + "\n"), Lines{"words+ " + code});
    EXPECT_EQ(comments_of(code + " <!-- d -->\n"), Lines{"1: d"});
}

TEST(PlanLines, TakeWideSpacesForBlanks) {
    EXPECT_EQ(lines_of("\u00A0\u00A0-\u3000a\n\u00A0\n#\u202FA b\n"),
              (Lines{"item+ a", "h1+ A b"}));
    EXPECT_EQ(lines_of("```\n\u00A0a\n```\n"), Lines{"code+ \u00A0a"});
}

TEST(PlanComments, ThatNeverEndAreListed) {
    const PlanLines lines = plan_lines("a\nb <!-- c\nd\n");
    EXPECT_EQ(lines.lines.size(), 2U);
    ASSERT_EQ(lines.comments.size(), 1U);
    EXPECT_EQ(lines.comments[0].words, "c d");
    ASSERT_EQ(lines.unsure.size(), 1U);
    EXPECT_EQ(lines.unsure[0].line, 2U);
}

TEST(PlanComments, ByTheThousandsAreNoBurden) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) {
        text += "<!-- -->";
    }
    EXPECT_TRUE(plan_lines(text).lines.empty());
    EXPECT_EQ(plan_lines("a " + text + " b").comments.size(), 0U);
    EXPECT_EQ(plan_lines("a " + text + " b").lines.size(), 1U);
}

} // namespace
} // namespace unbracket
