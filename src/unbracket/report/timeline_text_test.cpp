#include "unbracket/report/timeline_text.hpp"

#include "tests/support/case_sketch.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;

const std::string start = "title = Talks, party = { alta = { name = Alta, role = signatory }, "
                          "bera = { name = Bera, role = signatory } }, "
                          "issue.x = { option = [a, b], score.alta = { a = 10, b = 4 }, "
                          "score.bera = { a = 4, b = 10 } }, ";

Timeline timeline(const std::string& text) {
    const testing::Sketch sketch(start + text);
    Result<Timeline> found = find_timeline(
        [&](const Date& date) { return load_case(sketch.document(), date); }, std::nullopt);
    EXPECT_TRUE(found.ok()) << (found ? "" : sketch.describe(found.problems().front()));
    return std::move(found).value();
}

std::string screen(const std::string& text, Lists lists = Lists::shortened) {
    return timeline_text(timeline(text), {.width = 100, .lists = lists});
}

const std::string falling = "as_of = 2027-01-15, fallback = { alta = [{ value = 5 }, "
                            "{ from = 2027-02-01, value = 3, trend = falling }], bera = 6 }, "
                            "said = [{ id = s, who = \"an aide\", claim = c, date = 2027-01-01 }]";

TEST(TimelineScreen, BeginsWithWhenTheAnswerChangedAndByWhat) {
    const std::string text = screen(falling);
    EXPECT_TRUE(text.starts_with(
        "Talks - 1 Jan 2027 to 1 Feb 2027 - 2 dates\n"
        "ANSWER    1 change of the answer, under the entries of each date: no agreement at first; "
        "agreement\n          from 1 Feb 2027*.\n"))
        << text;
    EXPECT_TRUE(holds(text, "fallback.alta: 5 -> 3 (falling)\n"));
    EXPECT_TRUE(holds(text, "turns on: fallback.alta and fallback.bera\n"));
    EXPECT_TRUE(holds(text, "Alta's no-agreement value: 3 (falling)\n"));
    EXPECT_TRUE(holds(text, "said: an aide (s)\n"));
}

TEST(TimelineScreen, MarksWhatWasEnteredAhead) {
    EXPECT_TRUE(holds(screen(falling), "* After the file's own date, 15 Jan 2027: entered ahead, "
                                       "not observed.\n"));
    EXPECT_FALSE(holds(screen("fallback.alta = 1, said = [{ id = s, who = w, claim = c, "
                              "date = 2027-01-01 }]"),
                       "*"));
}

TEST(TimelineScreen, SaysThatOtherDatesNeededNoSearch) {
    const std::string text =
        screen("fallback.alta = 1, said = [{ id = s, who = w, claim = c, date = 2027-01-01 }, "
               "{ id = t, who = w, claim = c, date = 2027-01-02, supersedes = [s] }]");
    EXPECT_TRUE(
        holds(text, "The same after every date, under the entries of that date: agreement."));
    EXPECT_TRUE(holds(text,
                      "2 of 2 dates leave every value as it was and keep the answer without a "
                      "new search."));
    EXPECT_TRUE(holds(text, "said: w (t); no longer stands: w (s)\n")) << text;
}

TEST(TimelineScreen, TellsWhoWasThereAndWhatIsPlanned) {
    const std::string text = screen(
        "fallback.alta = 1, person = { m = { title = minister, party = alta }, "
        "n = { party = bera } }, draft.d = { date = 2027-01-02, by = [alta], on_table = unsure }, "
        "event = [{ id = e, title = Round, date = 2027-01-01, place = Coda, present = [alta], "
        "informed = { bera = 2027-01-03 }, people = { joined = [m], missing = [n] }, "
        "confidential = true, drafts = [d] }, "
        "{ title = Visit, date = 2027-04-01, status = planned, via = telephone }, "
        "{ title = Tour, date = unset, status = called_off }]");
    EXPECT_TRUE(
        holds(text, "Round (Coda; present: Alta; joined: minister; not there: n; drafts: d;\n"))
        << text;
    EXPECT_TRUE(holds(text, "draft d (by: Alta; unsure whether on the table)\n"));
    EXPECT_TRUE(holds(text, "Bera is told of: Round\n"));
    EXPECT_TRUE(holds(text, "1 Apr 2027  Visit (planned; telephone)\n"));
    EXPECT_TRUE(holds(text, "UNDATED   Meetings and the like: Tour (called off).\n"));
}

TEST(TimelineScreen, ListsDeadlinesByPartyAndLeversByWhomTheyAreOn) {
    const std::string text = screen(
        "fallback.alta = 1, deadline = [{ party = alta, date = 2027-06-01, hard = true }, "
        "{ title = Soon, pace = quick }], driver = [{ id = d, title = Ban, by = bera, on = alta, "
        "from = 2027-01-01, full = 2027-03-01, moves = { \"fallback.alta\" = [-10, 0] } }, "
        "{ title = Cost, on = bera, direction = lowers }]");
    EXPECT_TRUE(holds(text, "DEADLINES Alta (hard), 1 Jun 2027; nobody in particular: Soon (soft, "
                            "quick), no date.\n"));
    EXPECT_TRUE(holds(text, "lever: Ban (by: Bera; on: Alta; -10..0 points)\n"));
    EXPECT_TRUE(holds(text, "lever: Ban: in full force\n"));
    EXPECT_TRUE(holds(text, "due: Alta (hard)\n"));
    EXPECT_TRUE(holds(text, "Levers and costs: Cost (on Bera; lowers).\n"));
}

TEST(TimelineScreen, ShortensLongListsUnlessAllIsAskedFor) {
    std::string said;
    for (int day = 1; day <= 20; ++day) {
        said += (day > 1 ? ", " : "") + std::string("{ id = s") + std::to_string(day) +
                ", who = w, claim = c, date = 2027-01-" + (day < 10 ? "0" : "") +
                std::to_string(day) + " }";
    }
    const std::string text = "fallback.alta = 1, said = [" + said + "]";
    EXPECT_TRUE(holds(screen(text), "8 later dates left out; -v lists all.\n"));
    EXPECT_FALSE(holds(screen(text, Lists::full), "left out"));
    EXPECT_TRUE(holds(screen(text, Lists::full), "20 Jan 2027  s20, 20 Jan 2027, claim: \"c\"\n"));
}

TEST(TimelineScreen, OfNothingDatedSaysSo) {
    const std::string text = screen("fallback.alta = 1");
    EXPECT_TRUE(holds(text,
                      "ANSWER    Nothing in this file has a date.\n          Under the entries "
                      "without a date: agreement; turns on: issue.x.score.alta.b,"))
        << text;
    EXPECT_FALSE(holds(text, "CHANGES"));
    EXPECT_TRUE(holds(screen("fallback.alta = 1, deadline = [{ party = alta, date = 2027-06-01 }]"),
                      "ANSWER    Only plans and dues have a date in this file.\n"));
}

TEST(TimelineScreen, BeforeTheFirstDateAnswersUnderWhatHasNone) {
    const testing::Sketch sketch(start + falling);
    const Timeline course =
        find_timeline([&](const Date& date) { return load_case(sketch.document(), date); },
                      Date{2020, 1, 1})
            .value();
    const std::string text = timeline_text(course, {.width = 100});
    EXPECT_TRUE(holds(text,
                      "ANSWER    Nothing here is dated up to 1 Jan 2020.\n          Under the "
                      "entries without a date: no agreement; turns on: fallback.alta and "
                      "fallback.bera.\n"))
        << text;
    EXPECT_FALSE(holds(text, "2027"));
}

TEST(TimelineScreen, BeginsItsTableWithWhatHoldsBeforeAllDates) {
    EXPECT_TRUE(holds(screen(falling), "          before       no agreement  0         0     the "
                                       "entries without a date\n"))
        << screen(falling);
}

TEST(TimelineScreen, SaysWhyWhatHasNoDateIsNoValidCase) {
    const std::string late =
        "party.coda.role = observer, issue.y = { option = [p], score.coda.p = 1 }, "
        "agreement.at_least = 3, fallback = { alta = 1, bera = 1, "
        "coda = [{ from = 2027-02-01, value = 0 }] }";
    EXPECT_TRUE(holds(screen(late), "before      not answered"));
    EXPECT_TRUE(holds(screen(late), "not valid without what is dated: ")) << screen(late);
}

TEST(TimelineScreen, KeepsDatesWholeOnANarrowPage) {
    const std::string text = timeline_text(timeline(falling), {.width = 60});
    EXPECT_TRUE(holds(text, "\n          1 Feb 2027*  ")) << text;
}

TEST(TimelineScreen, TellsTheCourseByTitlesNotByIds) {
    const std::string text = screen(
        "fallback.alta = 1, draft.d = { title = \"First text\", date = 2027-01-02, set.x = a }, "
        "event = [{ title = Round, date = 2027-01-02, drafts = [d] }], "
        "said = [{ id = s, who = \"an aide\", claim = c, date = 2027-01-02 }], "
        "quantity.q = { title = Flow, claims = [{ said = s, value = 3, from = 2027-01-02 }] }, "
        "change = [{ date = 2027-01-03, set = { \"issue.x.score.alta.b\" = 6 } }, "
        "{ title = Hardening, date = 2027-01-04, set = { \"issue.x.score.alta.b\" = 7 } }]");
    for (const char* line : {"Round (drafts: \"First text\")\n", "draft \"First text\"\n",
                             "said: an aide (s)\n", "figure: Flow: 3 (an aide; s)\n",
                             "entries: Alta's score for \"b\" (x)\n", "entries: Hardening\n"}) {
        EXPECT_TRUE(holds(text, line)) << line << text;
    }
}

TEST(TimelineJson, HoldsTheVerdictAfterEachDateAndWhatChangedIt) {
    const Node data = timeline_json(timeline(falling));
    ASSERT_EQ(data.find("dates")->items.size(), 2U);
    const Node& second = data.find("dates")->items[1];
    EXPECT_EQ(second.find("verdict")->text, "agreement");
    EXPECT_EQ(second.find("entries")->items[0].find("entry")->text, "fallback.alta");
    EXPECT_EQ(second.find("occurrences")->items[0].find("kind")->text, "fallback");
    EXPECT_EQ(data.find("entered_ahead_after")->text, "2027-01-15");
    EXPECT_EQ(data.find("as_of")->text, "2027-02-01");
    EXPECT_EQ(data.find("before")->find("standing")->find("verdict")->text, "no_agreement");
    const Node* trend = second.find("trend");
    ASSERT_EQ(trend->items.size(), 2U);
    EXPECT_EQ(trend->items[0].find("entered_as")->text, "falling");
    EXPECT_EQ(data.find("dates")->items[0].find("trend")->kind, NodeKind::null);
}

TEST(TimelineDrawing, HasARowForEachDateAndNoColour) {
    const std::string drawing = timeline_svg(timeline(falling));
    EXPECT_TRUE(drawing.starts_with("<svg "));
    EXPECT_TRUE(drawing.ends_with("</svg>\n"));
    for (const char* text : {">1 Jan 2027<", ">1 Feb 2027<", ">no agreement<", ">agreement<",
                             "Alta's no-agreement value"}) {
        EXPECT_TRUE(holds(drawing, text)) << text;
    }
    EXPECT_FALSE(holds(drawing, "red"));
    EXPECT_FALSE(holds(drawing, "#"));
}

} // namespace
} // namespace unbracket
