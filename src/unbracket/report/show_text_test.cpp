#include "unbracket/report/show_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace unbracket {
namespace {

using testing::bound_value;
using testing::holds;
using testing::lines_of;
using testing::weirs;
using testing::weirs_but;

std::string text_of(const Case& negotiation, std::size_t width = 160) {
    return show_text(negotiation, {.width = width});
}

std::string sample_text() {
    return text_of(bound_value(weirs));
}

/// The line that begins so behind its margin, blanks made one.
std::string row(const std::string& text, const std::string& name) {
    for (const std::string& line : lines_of(text)) {
        std::istringstream words(line);
        std::string joined;
        for (std::string word; words >> word;) {
            joined += (joined.empty() ? "" : " ") + word;
        }
        if (joined == name || joined.starts_with(name + " ")) {
            return joined;
        }
    }
    return "";
}

TEST(ShowText, BeginsWithTitleDateAndSummary) {
    EXPECT_TRUE(sample_text().starts_with("Weirs of the Sel\nas of 1 May 2026\n"));
    Case nameless = bound_value(weirs);
    nameless.title.clear();
    nameless.as_of.reset();
    nameless.summary = "What it is about.";
    EXPECT_TRUE(text_of(nameless).starts_with("Case without a title\nWhat it is about.\n"));
}

TEST(ShowText, PutsPartiesSideBySideWithTheSameRows) {
    const std::string text = sample_text();
    EXPECT_EQ(row(text, "PARTIES"), "PARTIES Alta the Bera Towns Coda Dela");
    EXPECT_EQ(row(text, "role"), "role signatory signatory mediator and guarantor affected");
    EXPECT_EQ(row(text, "for an agreement"),
              "for an agreement must accept must accept is counted does not count");
    EXPECT_EQ(row(text, "persons"), "persons clerk of Alta - - -");
    EXPECT_TRUE(holds(text, "At least 2 of the counted parties have to accept."));
}

TEST(ShowText, LeavesOutRowsThatNobodyFills) {
    const std::string text =
        text_of(bound_value("{ unbracket = 1, party = { alta = { name = Alta },"
                            "bera = { name = Bera } }, issue.a.option = [x, y] }"));
    for (const char* name : {"intent", "order of weights", "persons", "weight", "red line"}) {
        EXPECT_EQ(row(text, name), "") << name;
    }
    for (const char* heading : {"LIMITS", "RULES", "EXTRAS", "DRAFTS", "OPEN", "SAID"}) {
        EXPECT_FALSE(holds(text, heading)) << heading;
    }
    EXPECT_TRUE(holds(text, "MARKS"));
}

TEST(ShowText, MarksWhatIsReportedAndWhatIsInferred) {
    const std::string text = sample_text();
    EXPECT_EQ(row(text, "weight"), "weight high~ 10..30 - -");
    EXPECT_EQ(row(text, "red line"), "red line < 20* none - -");
    EXPECT_TRUE(holds(text, "* reported, ~ inferred from a statement, no mark: the analyst's "
                            "assumption."));
}

TEST(ShowText, SaysWhatCanBeChosenAndWhatHoldsNow) {
    const std::string text = sample_text();
    EXPECT_TRUE(holds(text, "ISSUE     share: Share of the water\n"
                            "          10 to 60 % in steps of 10; clause 1; now 20\n"));
    EXPECT_TRUE(holds(text, "ISSUE     term\n          five or ten\n"));
}

TEST(ShowText, SaysBetweenWhomASideDealIs) {
    const Case negotiation =
        bound_value(weirs_but("term = { option = [five, ten],",
                              "term = { between = [alta, bera], option = [five, ten],"));
    EXPECT_TRUE(holds(text_of(negotiation), "five or ten; between Alta and the Bera Towns only\n"));
}

TEST(ShowText, ShowsRanksOfAnOrderAndItsRedLines) {
    const std::string text = sample_text();
    EXPECT_EQ(row(text, "no (none)"), "no (none) ideal red line open 5");
    EXPECT_EQ(row(text, "joint (joint teams)"),
              "joint (joint teams) 40..60 rank 2 unknown red line");
    EXPECT_EQ(row(text, "ten"), "ten 70 rank 2 - -");
}

TEST(ShowText, ListsLimitsRulesAndExtrasWithTheirHolder) {
    const std::string text = sample_text();
    EXPECT_TRUE(holds(text, "LIMITS    - Alta: if inspect = joint, needs term = five (declared) - "
                            "Teams only with the term\n"));
    EXPECT_TRUE(holds(text, "- the Bera Towns: never share = 50 or 60 (off)\n"));
    EXPECT_TRUE(holds(text, "- norm: needs share = 10, 20, 30, 40 or 50 - Everybody drinks\n"));
    EXPECT_TRUE(holds(text, "RULES     - if term = ten, then inspect = joint or third - No term "
                            "without inspection\n"));
    EXPECT_TRUE(holds(text, "EXTRAS    - Alta: inspect = joint and term = five is worth another "
                            "2..5\n"));
}

TEST(ShowText, PutsDraftsSideBySide) {
    const std::string text = sample_text();
    EXPECT_EQ(row(text, "DRAFTS"), "DRAFTS first second");
    EXPECT_EQ(row(text, "date"), "date 10 Mar 2026 20 Apr 2026");
    EXPECT_EQ(row(text, "by"), "by Coda -");
    EXPECT_EQ(row(text, "status"), "");
    EXPECT_EQ(row(text, "term"), "term five or ten five");
}

TEST(ShowText, TellsWhichDraftsMayBeOffTheTable) {
    const std::string text = text_of(bound_value(weirs_but(
        "second = { date = 2026-04-20,", "second = { on_table = unsure, date = 2026-04-20,")));
    EXPECT_EQ(row(text, "status"), "status - unsure whether on the table");
    const std::string off = text_of(bound_value(weirs_but(
        "second = { date = 2026-04-20,", "second = { on_table = no, date = 2026-04-20,")));
    EXPECT_EQ(row(off, "status"), "status - not on the table");
}

TEST(ShowText, LeavesOutDraftsAndStatementsOfLaterDays) {
    const Case early = bound_value(weirs_but("as_of = 2026-05-01", "as_of = 2026-03-31"));
    EXPECT_EQ(row(text_of(early), "DRAFTS"), "DRAFTS first");
    EXPECT_TRUE(holds(text_of(early), "SAID      1 statement; -v lists them.\n"));
    const std::string full = show_text(early, {.width = 160}, ShowDetail::full);
    EXPECT_TRUE(holds(full, "SAID      s1 "));
    EXPECT_FALSE(holds(full, "s2"));
}

TEST(ShowText, ListsStatementsInFull) {
    const std::string full = show_text(bound_value(weirs), {.width = 160}, ShowDetail::full);
    EXPECT_TRUE(holds(full, "s2 a clerk of Coda, 2 Apr 2026: no teams from Coda\n"));
    EXPECT_FALSE(holds(full, "-v lists them"));
    EXPECT_TRUE(holds(sample_text(), "SAID      2 statements; -v lists them.\n"));
}

TEST(ShowText, AsksTheOpenQuestionsOfTheFile) {
    const std::string text = text_of(bound_value(
        weirs_but("draft = {",
                  "alternative = { price = { question = \"A condition or a price?\", a = {}, b = "
                  "{ \"limit.teams\" = off } }, bare = { question = q, x = {}, y = { "
                  "\"limit.teams\" = off } } }, draft = {")));
    EXPECT_TRUE(holds(text, "OPEN      - A condition or a price? (price: a or b)\n"));
}

TEST(ShowText, KeepsToEveryWidth) {
    for (const std::size_t width : {60U, 61U, 72U, 80U, 100U, 200U}) {
        for (const std::string& line :
             lines_of(show_text(bound_value(weirs), {.width = width}, ShowDetail::full))) {
            EXPECT_LE(column_count(line), width) << line;
            EXPECT_FALSE(line.ends_with(' ')) << line;
        }
    }
}

TEST(ShowText, GivesEveryPartyColumnsOfTheSameWidth) {
    const std::vector<std::string> lines = lines_of(show_text(bound_value(weirs), {.width = 100}));
    const auto heading = std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
        return line.starts_with("PARTIES");
    });
    ASSERT_NE(heading, lines.end());
    const std::size_t alta = heading->find("Alta"), bera = heading->find("the Bera Towns"),
                      coda = heading->find("Coda"), dela = heading->find("Dela");
    ASSERT_NE(alta, std::string::npos) << *heading;
    ASSERT_NE(dela, std::string::npos) << *heading;
    EXPECT_EQ(bera - alta, coda - bera);
    EXPECT_EQ(coda - bera, dela - coda);
}

} // namespace
} // namespace unbracket
