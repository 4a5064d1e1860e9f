#include "unbracket/io/plan/plan_reader.hpp"

#include "tests/support/plan_sketch.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

using Lines = std::vector<std::string>;

PlanText plan_of(const std::string& text) {
    const Result<PlanText> plan = read_plan(text, "plan.md");
    EXPECT_TRUE(plan.ok()) << (plan.ok() ? "" : to_string(plan.problems()[0]));
    return plan.ok() ? plan.value() : PlanText{};
}

Lines clauses(const std::string& text) {
    return testing::sketch(plan_of(text));
}

/// The words of one clause.
std::string words(const std::string& text) {
    const PlanText plan = plan_of("1. " + text);
    return plan.clauses.size() == 1 ? testing::sketch(plan.clauses[0].wording) : "not one clause";
}

Lines problems(const std::string& text, const PlanLimits& limits = {}) {
    Lines lines;
    const Result<PlanText> plan = read_plan(text, "plan.md", limits);
    for (const Diagnostic& problem : plan.problems()) {
        lines.push_back(to_string(problem));
    }
    return lines;
}

std::size_t unsure_count(const std::string& text) {
    return plan_of("1. " + text).unsure.size();
}

TEST(PlanNumbers, OfOneStyleContinueALevelAndOfANewStyleBeginOneBelow) {
    EXPECT_EQ(clauses("1. a\n(a) b\n(b) c\n(i) d\n(ii) e\n(c) f\n2. g\n"),
              (Lines{"1: a", "1.a: b", "1.b: c", "1.b.i: d", "1.b.ii: e", "1.c: f", "2: g"}));
}

TEST(PlanNumbers, MayBeWordsPartsAndInsertions) {
    EXPECT_EQ(
        clauses("Article 5\n\nFirst words.\n\n5 bis. a\n\nArticle 6: Seat\n6.1 The\n6.2 Of\n\n"
                "Article 7 Use\n\n(1) d\n\n\u00a7 8 It"),
        (Lines{"5: First words.", "5.5-bis: a", "6: ", "6.1: The", "6.2: Of", "7: ", "7.1: d",
               "8: It"}));
}

TEST(PlanNumbers, MayBeBoldItemsQuotedOrEscaped) {
    EXPECT_EQ(clauses("**Article 5** Use\n\n**1.** a\n\n2\\. b\n\n- (a) c\n\n> 3. d\n"),
              (Lines{"5: ", "5.1: a", "5.2: b", "5.2.a: c", "5.3: d"}));
}

TEST(PlanNumbers, ARomanLetterFollowsTheListThatIsOpen) {
    EXPECT_EQ(clauses("1. a\n\n(g) b\n(h) c\n(i) d\n(j) e\n"),
              (Lines{"1: a", "1.g: b", "1.h: c", "1.i: d", "1.j: e"}));
}

TEST(PlanNumbers, OfANestedListMayBeOfTheSameStyle) {
    EXPECT_EQ(clauses("1. a\n   1. b\n   2. c\n2. d\n"),
              (Lines{"1: a", "1.1: b", "1.2: c", "2: d"}));
}

TEST(PlanNumbers, InTheMiddleOfAParagraphMustFollow) {
    EXPECT_EQ(clauses("1. in the year\n1998. a toll of\n5.2 million\nArticle 9 of it\n2. b\n"),
              (Lines{"1: in the year 1998. a toll of 5.2 million Article 9 of it", "2: b"}));
    EXPECT_EQ(plan_of("1. in the year\n1998. a\n").unsure.size(), 1U);
}

TEST(PlanNumbers, ThatStandTwiceAreToldApart) {
    const PlanText plan = plan_of("## Water\n\n1. a\n\n## Land\n\n1. b\n");
    EXPECT_EQ(testing::sketch(plan), (Lines{"1: a", "land.1: b"}));
    EXPECT_EQ(plan.unsure.size(), 1U);
    EXPECT_EQ(clauses("Annex A\n\n1. a\n\nAnnex B\n\n1. b\n"),
              (Lines{"annex-a.1: a", "annex-b.1: b"}));
}

TEST(PlanNumbers, AreNotNeededBeforeTheFirstClause) {
    const PlanText plan = plan_of("# A plan\n\nThe Parties agree.\n\n1. a\n");
    EXPECT_EQ(plan.title, "A plan");
    EXPECT_EQ(testing::sketch(plan), (Lines{"preamble: The Parties agree.", "1: a"}));
}

TEST(PlanHeadings, WithANumberAreClausesWithAHeading) {
    const PlanText plan = plan_of("## 5. Use of water\n\nAlta may fish.\n\n1. b\n");
    ASSERT_EQ(plan.clauses.size(), 2U);
    EXPECT_EQ(plan.clauses[0].heading, "Use of water");
    EXPECT_EQ(plan.clauses[1].number, "5.1");
    EXPECT_EQ(plan.clauses[1].parent, 0U);
    EXPECT_EQ(plan.clauses[1].line, 5U);
}

TEST(PlanBrackets, AloneAreInOrOut) {
    EXPECT_EQ(words("ships [and boats] pay"), "ships {and boats} pay");
}

TEST(PlanBrackets, HoldAlternativesBetweenSlashesWithBlanks) {
    EXPECT_EQ(words("pay [ten / twenty / ] EUR"), "pay {ten|twenty|} EUR");
    EXPECT_EQ(words("[and/or 24/7 m3/s https://a.example/b]"),
              "{and/or 24/7 m3/s https://a.example/b}");
    EXPECT_EQ(unsure_count("[shall/should]"), 1U);
    EXPECT_EQ(unsure_count("[and/or]"), 0U);
    EXPECT_EQ(unsure_count("[ten/ twenty / thirty]"), 1U);
    EXPECT_EQ(unsure_count("[ten / twenty / [a /b]]"), 1U);
    EXPECT_EQ(unsure_count("[ten / twenty / [a / b]]"), 0U);
}

TEST(PlanBrackets, SideBySideAreAlternatives) {
    EXPECT_EQ(words("ships [shall] [may] pay"), "ships {shall|may} pay");
    EXPECT_EQ(unsure_count("[shall] [may]"), 1U);
    EXPECT_EQ(words("[ten] or [twenty]"), "{ten|twenty}");
    EXPECT_EQ(unsure_count("[ten] or [twenty]"), 0U);
    EXPECT_EQ(words("[ten] and [twenty]"), "{ten} and {twenty}");
}

TEST(PlanBrackets, AreNested) {
    EXPECT_EQ(words("[a [b [c / d]] e] f"), "{a {b {c|d}} e} f");
    EXPECT_EQ(words("[[a] / [b]]"), "{a|b}");
}

TEST(PlanBrackets, ToBeFilledInAreGaps) {
    for (const char* gap : {"[ ]", "[]", "[...]", "[x]", "[date]", "[XX]", "[___]", "[\u2026]",
                            "[to be determined]", "[TBD]", "[insert number]", "[ / ]"}) {
        EXPECT_EQ(words(std::string("in ") + gap + " days"), "in <gap> days") << gap;
    }
    EXPECT_EQ(words("[x / y z]"), "{x|y z}");
}

TEST(PlanBrackets, OfMarkdownAreNone) {
    for (const char* text : {"see [the map](https://a.example/m.pdf)", "see [the map][m]",
                             "see [m]", "done[^1]", "done[1]", "as `a[0]`", "see ![map](a.png)"}) {
        EXPECT_EQ(clauses("1. " + std::string(text) +
                          "\n\n[m]: https://a.example\n[^1]: note\n[1]: note\n"),
                  (Lines{"1: " + std::string(text)}));
    }
    EXPECT_EQ(words("\\[a / b\\]"), "[a / b]");
    EXPECT_EQ(clauses("1. a\n- [ ] b\n- [x] c\n"), (Lines{"1: a\n- b\n- c"}));
    EXPECT_EQ(clauses("1. a\n```\n[ b\n```\n<!-- [ -->\n"), (Lines{"1: a\n[ b"}));
}

TEST(PlanBrackets, WithAnAddressThatIsNoneAreADrafts) {
    EXPECT_EQ(words("[ships](see below)"), "{ships} (see below)");
    EXPECT_EQ(words("after [30] days"), "after {30} days");
}

TEST(PlanBrackets, MayBeRoundWholeClauses) {
    const PlanText plan = plan_of("1. a\n[2. b\n(a) c]\n[3. d]\n");
    EXPECT_EQ(testing::sketch(plan), (Lines{"1: a", "2: b", "2.a: c", "3: {d}"}));
    ASSERT_EQ(plan.bracketed.size(), 1U);
    EXPECT_EQ(plan.bracketed[0].first, 1U);
    EXPECT_EQ(plan.bracketed[0].last, 2U);
}

TEST(PlanOptions, InABlockAreAlternatives) {
    EXPECT_EQ(
        clauses(
            "1. Seat.\n\n   Option 1: Alta,\n   1. with a court\n\n   Option 2: Bera\n\n2. b\n"),
        (Lines{"1: Seat. {Alta,\n1. with a court|Bera}", "2: b"}));
    EXPECT_EQ(words("Option A: x [w] Option B: z"), "{x {w}|z}");
    EXPECT_EQ(words("[Option 1: x Option 2: y]"), "{x|y}");
    EXPECT_EQ(clauses("1. a\n\n#### Option 1\n\nx\n\n#### Option 2\n\ny\n"), (Lines{"1: a {x|y}"}));
}

TEST(PlanOptions, WithoutASecondOneAreWords) {
    EXPECT_EQ(words("Option 1: x"), "Option 1: x");
    EXPECT_EQ(unsure_count("Option 1: x"), 1U);
}

TEST(PlanNames, AreKeptAndTold) {
    const PlanText plan =
        plan_of("1. ships [pay] [ALTA, BERA] or [Alta: wait] [go - proposed by Bera]\n");
    EXPECT_EQ(testing::sketch(plan)[0],
              "1: ships {pay|Alta: wait|go - proposed by Bera} <note [ALTA, BERA]>");
    EXPECT_EQ(plan.attributions.size(), 3U);
    EXPECT_EQ(words("[Note: see below] a"), "<note [Note: see below]> a");
    EXPECT_EQ(words("[SHALL] [MAY]"), "{SHALL|MAY}");
}

TEST(PlanFootnotes, BelongToTheClauseOfTheirMark) {
    const PlanText plan = plan_of("1. a\n2. b[^x]\n\n[^x]: Bera reserves\n    its position.\n");
    ASSERT_EQ(plan.footnotes.size(), 1U);
    EXPECT_EQ(plan.footnotes[0].text, "Bera reserves its position.");
    EXPECT_EQ(plan.footnotes[0].clause, 1U);
    EXPECT_EQ(clauses("1. a [1]\n\n## Notes\n\n[1] see\n"), (Lines{"1: a [1]"}));
}

TEST(PlanLinesOfAllSystems, AreTheSame) {
    const Lines expected = {"1: a {b|c}", "2: d e"};
    EXPECT_EQ(clauses("1. a [b / c]\n2. d\n   e\n"), expected);
    EXPECT_EQ(clauses("\xEF\xBB\xBF"
                      "1. a [b / c]\r\n2. d\r\n   e\r\n"),
              expected);
    EXPECT_EQ(clauses("1. a [b /\r  c]\r2. d\r\te"), expected);
}

TEST(PlanProblems, NameTheOpeningPlace) {
    EXPECT_EQ(
        problems("1. a\n2. b [c\n   d\n3. e] f\n"),
        (Lines{"plan.md:2:6: the bracket opened here is not closed in clause 2; close it with `]`, "
               "or write `\\[` where it is no bracket of a draft",
               "plan.md:4:5: a `]` that closes nothing in clause 3; open it with `[`, or write "
               "`\\]` where it is no bracket of a draft"}));
    EXPECT_EQ(
        problems("1. a\n[2. b [c]\n3. d\n"),
        (Lines{"plan.md:2:1: the bracket opened here, before clause 2, is never closed; close it "
               "with `]` in this clause or a later one"}));
}

TEST(PlanProblems, AreToldOfWhatIsNoPlan) {
    EXPECT_EQ(problems(""),
              (Lines{"plan.md: there are no clauses in this text; a plan is numbered: "
                     "1., (a), Article 5"}));
    EXPECT_TRUE(problems("1. \xff")[0].starts_with("plan.md:1:4: the byte 0xFF is not UTF-8"));
}

TEST(PlanLimitsOfAReader, Hold) {
    EXPECT_TRUE(problems("1. [[[a]]]", {.bracket_depth = 2})[0].starts_with(
        "plan.md:1:6: brackets are nested more than 2 deep"));
    EXPECT_TRUE(problems("1. [a / b / c]", {.wordings = 2})[0].starts_with(
        "plan.md:1:4: one bracket has more than 2 alternatives"));
    EXPECT_TRUE(problems("1. a\n2. b\n3. c\n", {.clauses = 2})[0].starts_with(
        "plan.md:3:1: the text has more than 2 clauses"));
    EXPECT_TRUE(problems("1. a\n(a) b\n(i) c\n", {.clause_depth = 2})[0].starts_with(
        "plan.md:3:1: clauses are nested more than 2 deep"));
    EXPECT_TRUE(problems("1. [a] b [c] d [e]", {.brackets = 2})[0].starts_with(
        "plan.md: the text has more than 2 brackets"));
    EXPECT_TRUE(
        problems("1. abc", {.bytes = 5})[0].starts_with("plan.md: the file has more than 5 bytes"));
}

TEST(PlanReader, TakesHardTextsInLinearTime) {
    constexpr std::size_t many = 300'000;
    EXPECT_FALSE(problems("1. " + std::string(many, '[')).empty());
    EXPECT_FALSE(problems("1. " + std::string(many, ']')).empty());
    EXPECT_EQ(problems("1. " + std::string(many, '`')), Lines{});
    std::string ticks = "1. ";
    for (std::size_t length = 1; length < 700; ++length) {
        ticks += std::string(length, '`') + " ";
    }
    EXPECT_EQ(problems(ticks), Lines{});
    std::string options = "1. a\n";
    for (int i = 0; i < 4'000; ++i) {
        options += "\n   Option 1: b\n\n   Option 2: [Option 1: c] [Option 2: d]\n\n   e\n\nf\n";
    }
    EXPECT_EQ(problems(options).size(), 0U);
}

TEST(PlanUnsure, SaysSoWhereAllBracketsAreEscaped) {
    EXPECT_EQ(unsure_count("a \\[b / c\\]"), 1U);
    EXPECT_EQ(unsure_count("a \\[b\\] [c]"), 0U);
}

TEST(PlanReader, KeepsWideSpacesBetweenWords) {
    const Result<PlanText> plan = read_plan(
        "1.\u00A0All ships of the port pay 10\u00A0000 [ten\u00A0/\u202Ftwelve].", "a.md");
    ASSERT_TRUE(plan.ok());
    const Wording& wording = plan.value().clauses[0].wording;
    EXPECT_EQ(wording.text, "All ships of the port pay 10\u00A0000 [ten / twelve].");
    ASSERT_EQ(wording.pieces.size(), 3U);
    ASSERT_EQ(wording.pieces[1].wordings.size(), 2U);
    EXPECT_EQ(wording.pieces[1].wordings[1].text, "twelve");
}

TEST(PlanReader, LeavesCommentsInsideBracketsOut) {
    const Result<PlanText> plan = read_plan("1. Ships pay [ten <!-- or / five --> / six].", "a.md");
    ASSERT_TRUE(plan.ok());
    const Wording& wording = plan.value().clauses[0].wording;
    EXPECT_EQ(wording.text, "Ships pay [ten / six].");
    ASSERT_EQ(wording.pieces[1].wordings.size(), 2U);
    EXPECT_EQ(plan.value().footnotes.size(), 1U);
    EXPECT_EQ(plan.value().footnotes[0].text, "or / five");
}

} // namespace
} // namespace unbracket
