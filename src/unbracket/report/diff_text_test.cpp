#include "unbracket/report/compare_json.hpp"
#include "unbracket/report/compare_text.hpp"
#include "unbracket/report/diff_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::bound_value;
using testing::holds;
using testing::lines_of;
using testing::loaded_value;
using testing::shown;
using testing::weirs;
using testing::weirs_but;
using Settings = std::vector<std::pair<std::string, std::string>>;

void expect_fits(const std::string& text, std::size_t width) {
    for (const std::string& line : lines_of(text)) {
        EXPECT_LE(column_count(line), width) << line;
        EXPECT_FALSE(line.ends_with(' ')) << line;
    }
}

ComparedDrafts diff_of(const Case& negotiation, std::string_view before, std::string_view after) {
    return compare_drafts(negotiation, appraise(negotiation),
                          {*negotiation.find_draft(before), *negotiation.find_draft(after)});
}

std::string drafts_text(const Case& negotiation, std::size_t width = 200) {
    return diff_text(negotiation, diff_of(negotiation, "first", "second"), {.width = width});
}

/// The sample before and after some settings.
struct Versions {
    LoadedCase before;
    LoadedCase after;

    CasePair pair() const {
        return {before.negotiation, after.negotiation, "monday.toml", "friday.toml"};
    }
    std::string text() const {
        return diff_text(pair(), diff_cases(before, after), {.width = 200});
    }
    Node data() const { return diff_json(pair(), diff_cases(before, after)); }
};

Versions versions(const Settings& settings) {
    return {loaded_value(weirs), loaded_value(weirs, settings)};
}

TEST(DraftDiffText, ShowsEachMoveWithGainsInOwnPoints) {
    const std::string text = drafts_text(bound_value(weirs));
    EXPECT_TRUE(holds(text, ": first (10 Mar 2026) -> second (20 Apr 2026)\n"));
    EXPECT_TRUE(holds(text, "share: 30 -> 40"));
    EXPECT_TRUE(holds(text, "0..+43.33"));
    EXPECT_TRUE(holds(text, "-60..-10, past its red line"));
    EXPECT_TRUE(holds(text, "They are not weighted"));
    EXPECT_TRUE(holds(text, "IN ALL"));
}

TEST(DraftDiffText, NamesWhatIsKept) {
    const Case negotiation =
        bound_value(weirs_but("inspect = third, term = five", "inspect = joint, term = five"));
    const std::string text = drafts_text(negotiation);
    EXPECT_TRUE(holds(text, "          Kept: inspect.\n"));
    EXPECT_FALSE(holds(text, "inspect: joint"));
}

TEST(DraftDiffText, OfADraftWithItselfSaysThatEveryIssueIsKept) {
    const Case negotiation = bound_value(weirs);
    const ComparedDrafts same = diff_of(negotiation, "first", "first");
    const std::string text = diff_text(negotiation, same, {});
    EXPECT_TRUE(holds(text, "ISSUES    Every issue is kept.\n"));
    EXPECT_TRUE(holds(text, "CLAUSES   Kept: 1 and 2.\n"));
    for (const PartyGain& total : same.steps.front().totals) {
        EXPECT_EQ(total.gain, single(0)) << negotiation.party(total.party).name;
    }
}

TEST(DraftDiffText, NamesWhatIsKnownInOneTextOnly) {
    const Case negotiation =
        bound_value(weirs_but("set = { share = 40, inspect = third, term = five }",
                              "set = { term = five, share = 30 }, rest = unknown"));
    EXPECT_TRUE(holds(drafts_text(negotiation, 80), "inspect: joint ->"));
    const auto table = diff_table(negotiation, diff_of(negotiation, "first", "second"));
    EXPECT_EQ(table[2][1] + ": " + table[2][2] + ", " + table[2][3],
              "known_in_one: joint, unknown");
    const auto back = diff_table(negotiation, diff_of(negotiation, "second", "first"));
    EXPECT_EQ(back[2][1] + ": " + back[2][2] + ", " + back[2][3], "known_in_one: unknown, joint");
}

TEST(DraftDiffText, ComparesHowManyPointsTheTextsHave) {
    const std::string one = weirs_but("date = 2026-03-10,", "date = 2026-03-10, point_count = 28,");
    EXPECT_TRUE(
        holds(drafts_text(bound_value(one)), "POINTS    Points of the text: 28 -> not known.\n"))
        << drafts_text(bound_value(one));
    std::string both = one;
    const std::string_view date = "date = 2026-04-20,";
    both.replace(both.find(date), date.size(), "date = 2026-04-20, point_count = 28,");
    EXPECT_TRUE(
        holds(drafts_text(bound_value(both)), "Points of the text: 28, as many in both.\n"));
    EXPECT_FALSE(holds(drafts_text(bound_value(weirs)), "POINTS"));
}

TEST(DraftDiffText, KeepsToEveryWidth) {
    for (const std::size_t width : {60U, 72U, 80U, 120U}) {
        expect_fits(drafts_text(bound_value(weirs), width), width);
    }
}

TEST(DraftDiffTable, HasARowForEachIssueAndNamesItsColumns) {
    const Case negotiation = bound_value(weirs);
    const auto table = diff_table(negotiation, diff_of(negotiation, "first", "second"));
    ASSERT_EQ(table.size(), 1 + negotiation.issues.size() + 1);
    EXPECT_EQ(table[0], (std::vector<std::string>{"issue", "change", "before", "after", "alta",
                                                  "bera", "coda", "dela"}));
    for (const auto& row : table) {
        EXPECT_EQ(row.size(), table[0].size());
    }
    EXPECT_EQ(table[3], (std::vector<std::string>{"term", "changed", "five or ten", "five",
                                                  "-40..0", "0..+100", "", ""}));
    EXPECT_EQ(table.back()[0], "total");
}

TEST(DraftDiffJson, HoldsGainsAsNumbers) {
    const Case negotiation = bound_value(weirs);
    const Node data = diff_json(negotiation, diff_of(negotiation, "first", "second"));
    const Node& inspect = data.find("issues")->items.at(1);
    EXPECT_EQ(shown(inspect, "issue"), "\"inspect\"");
    EXPECT_EQ(shown(inspect, "before"), "\"joint\"");
    EXPECT_EQ(shown(inspect, "after"), "\"third\"");
    EXPECT_EQ(shown(inspect, "wording_only"), "false");
    EXPECT_EQ(shown(inspect, "gains.alta.gain"), "[-60, -10]");
    const Node& share = data.find("issues")->items.at(0);
    EXPECT_EQ(shown(share, "gains.alta.gain"), "[0, 43.3333333333]");
    const Node exact = diff_json(negotiation, diff_of(negotiation, "first", "second"),
                                 {.numbers = JsonNumbers::exact});
    EXPECT_EQ(shown(exact.find("issues")->items.at(0), "gains.alta.gain"), "[0, \"130/3\"]");
}

TEST(CaseDiffText, OfTheSameCaseSaysSo) {
    const std::string text = versions({}).text();
    EXPECT_EQ(text, "monday.toml -> friday.toml\n"
                    "ANSWER    The same: not settled.\n"
                    "          No entry, statement, draft, question or event differs.\n");
}

TEST(CaseDiffText, TellsHowTheAnswerMoves) {
    const std::string text = versions({{"intent.bera", "refuses"}}).text();
    EXPECT_TRUE(holds(text, "ANSWER    not settled -> no agreement.\n"));
    EXPECT_TRUE(holds(text, "ENTRIES   - intent.bera: doubtful whether it wants one -> refuses any "
                            "agreement\n"));
}

/// Whether the parties agree hangs on what alta has without agreement, unless m is worth 90.
std::string firmness(const std::string& worth, const std::string& rest) {
    return "{ unbracket = 1, title = T, party = { alta = {}, bera = {} }, issue.x = { option = [m, "
           "n], "
           "weight = { alta = 1, bera = 1 }, stance = { alta = { m = " +
           worth +
           ", n = 0 }, bera = { m = 60, n = 60 } } }, fallback = { alta = 40, bera = 50 }, "
           "alternative.firm = { question = \"How firm is it?\", low = { \"fallback.alta\" = 40 }, "
           "high = { \"fallback.alta\" = 80 } }" +
           rest + " }";
}

TEST(CaseDiffText, TellsWhatTheAnswerTurnsOnAndWhatHappened) {
    const Versions versions = {
        loaded_value(firmness("70", "")),
        loaded_value(firmness("90", ", driver = [{ id = ban, title = \"A ban\", on = alta }]"))};
    EXPECT_TRUE(holds(versions.text(), "TURNS ON  - How firm is it? No longer.\n"));
    EXPECT_TRUE(holds(versions.text(), "TALKS     - driver ban A ban: added\n"));
    const Versions back = {versions.after, versions.before};
    EXPECT_TRUE(holds(back.text(),
                      "TURNS ON  - How firm is it? Only now. By itself low: agreement; "
                      "high: no agreement.\n"));
    const Node data = back.data();
    EXPECT_EQ(shown(*data.find("turns_on")),
              R"({same: 0, changed: [{id: "firm", question: "How firm is it?", before: null, )"
              R"(after: [{answer: "low", verdict: "agreement"}, )"
              R"({answer: "high", verdict: "no_agreement"}]}]})");
    EXPECT_EQ(shown(*data.find("records")),
              R"([{section: "driver", id: "ban", title: "A ban", change: "removed"}])");
}

TEST(CaseDiffText, TellsAnswersThatLeadElsewhere) {
    const std::string before = firmness("70", "");
    std::string after = before;
    after.replace(after.find("= 80"), 4, "= 45");
    after.replace(after.find("low = { \"fallback.alta\" = 40"), 28,
                  "low = { \"fallback.alta\" = 99");
    const Versions versions = {loaded_value(before), loaded_value(after)};
    EXPECT_TRUE(holds(versions.text(),
                      "TURNS ON  - How firm is it? low: agreement -> no agreement; "
                      "high: no agreement -> agreement.\n"));
    const Versions same = {versions.before, versions.before};
    EXPECT_TRUE(holds(same.text(), "TURNS ON  One question has the same part in both.\n"));
}

TEST(CaseDiffText, TellsNewChangedAndRemovedEntriesApart) {
    const std::string text =
        versions({{"fallback.coda", "20..30"}, {"fallback.dela", "5"}, {"bonus.pair", "missing"}})
            .text();
    EXPECT_TRUE(holds(text, "- fallback.coda: 12.5 -> 20..30\n"));
    EXPECT_TRUE(holds(text, "- fallback.dela: 5, new\n"));
    EXPECT_TRUE(holds(text, "- bonus.pair: inspect = joint and term = five is worth another 2..5, "
                            "removed\n"));
}

TEST(CaseDiffText, TellsFirmnessAndBasis) {
    EXPECT_TRUE(holds(versions({{"limit.teams.firmness", "tested"}}).text(),
                      "- limit.teams: if inspect = joint, needs term = five, firmness declared -> "
                      "tested\n"));
    const Versions unsaid = {
        loaded_value(weirs),
        loaded_value(weirs_but("supports = [\"issue.share.curve.alta.redline\"], ", ""))};
    EXPECT_TRUE(
        holds(unsaid.text(), "- issue.share.curve.alta.redline: < 20, reported -> assumed\n"));
    const Versions softened = {loaded_value(weirs),
                               loaded_value(weirs_but(", firmness = declared", ""))};
    EXPECT_TRUE(holds(softened.text(), "firmness declared -> unstated\n"));
}

TEST(CaseDiffText, SaysSoWhereOnlyTheWordsOfAnEntryDiffer) {
    const Versions reworded = {loaded_value(weirs),
                               loaded_value(weirs_but("Teams only with the term", "Other words"))};
    EXPECT_TRUE(
        holds(reworded.text(), "- limit.teams: if inspect = joint, needs term = five, reworded\n"));
}

TEST(CaseDiffText, NamesStatementsThatComeAndGo) {
    const Versions grown = {loaded_value(weirs_but("as_of = 2026-05-01", "as_of = 2026-03-31")),
                            loaded_value(weirs)};
    EXPECT_TRUE(holds(grown.text(), "SAID      - s2 a clerk of Coda, 2 Apr 2026: no teams from "
                                    "Coda\n"));
    const Versions shrunk = {grown.after, grown.before};
    EXPECT_TRUE(holds(shrunk.text(), "- s2 a clerk of Coda, 2 Apr 2026: no teams from Coda, "
                                     "removed\n"));
}

TEST(CaseDiffText, NamesPartiesDraftsAndOptionsThatDiffer) {
    const Versions grown = {
        loaded_value(weirs),
        loaded_value(weirs_but("option = [five, ten]", "option = [five, ten, ever]"))};
    EXPECT_TRUE(holds(grown.text(), "CASE      - option term.ever: added\n"));
    const Versions moved = versions({{"draft.second.set.term", "ten"}});
    EXPECT_TRUE(holds(moved.text(), "- draft second: changed\n"));
}

TEST(CaseDiffJson, HoldsBothVerdictsAndEveryChange) {
    const Node data = versions({{"intent.bera", "refuses"}}).data();
    EXPECT_EQ(shown(data, "verdict"), R"({before: "depends", after: "no_agreement"})");
    EXPECT_EQ(data.find("entries")->items.size(), 1U);
    EXPECT_EQ(shown(data.find("entries")->items.at(0), "entry"), "\"intent.bera\"");
    EXPECT_EQ(shown(data.find("entries")->items.at(0), "change"), "\"changed\"");
    EXPECT_EQ(shown(data, "statements"), "[]");
    EXPECT_EQ(shown(data, "things"), "[]");
}

TEST(DiffText, SaysOnceWhatNeitherDraftTells) {
    const Case negotiation =
        bound_value("{ unbracket = 1, party = { alta = {}, bera = {} }, "
                    "issue = { x = { option = [a, b], score = { alta = { a = 0, b = 9 }, bera = { "
                    "a = 9, b = 0 } "
                    "} }, y = { option = [c, d], score = { alta = { c = 0, d = 9 }, bera = { c = "
                    "9, d = 0 } } } }, "
                    "draft = { first = { rest = unknown }, second = { rest = unknown } } }");
    const std::string text = drafts_text(negotiation);
    EXPECT_TRUE(holds(text, "Not known in either draft: x and y.")) << text;
    EXPECT_TRUE(
        holds(text, "may lie anywhere its ratings of the issue allow; -v gives the ranges."))
        << text;
    EXPECT_FALSE(holds(text, "..+9"));
    const std::string full = diff_text(negotiation, diff_of(negotiation, "first", "second"),
                                       {.width = 200, .lists = Lists::full});
    EXPECT_TRUE(holds(full, "-9..+9")) << full;
}

} // namespace
} // namespace unbracket
