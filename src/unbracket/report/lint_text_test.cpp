#include "unbracket/report/lint_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::bound_value;
using testing::holds;
using testing::lines_of;
using testing::shown;
using testing::weirs;
using testing::weirs_but;

std::string text_of(const Case& negotiation, const ScreenOptions& options = {.width = 100},
                    LintDetail detail = LintDetail::summary) {
    return lint_text(negotiation, lint(negotiation), options, detail);
}

Node data_of(const Case& negotiation) {
    return lint_json(negotiation, lint(negotiation));
}

TEST(LintText, CountsGapsAndContradictionsFirst) {
    Case negotiation = bound_value(weirs);
    LintResult result;
    EXPECT_TRUE(lint_text(negotiation, result)
                    .starts_with("Weirs of the Sel: no errors; 0 gaps, 0 contradictions.\n"));
    result.gaps.push_back({.kind = GapKind::fallback, .party = PartyId(0)});
    negotiation.title.clear();
    EXPECT_TRUE(lint_text(negotiation, result)
                    .starts_with("Case without a title: no errors; 1 gap, 0 contradictions.\n"));
}

TEST(LintText, LeavesOutSectionsWithNothingInThem) {
    const std::string text = lint_text(bound_value(weirs), {});
    for (const char* heading : {"CONFLICT", "TO ASK", "UNEQUAL", "GAPS", "UNUSED", "LIMITS"}) {
        EXPECT_FALSE(holds(text, heading)) << heading;
    }
    EXPECT_TRUE(holds(text, "NOT SAID  0 entries of 37 without a statement.\n")) << text;
}

TEST(LintText, PutsTheMostConsequentialFirst) {
    const Case torn = bound_value(
        weirs_but("bera = \"five > ten\"", "alta = \"ten > five\", bera = \"five > ten\""));
    LintResult result = lint(torn);
    result.contradictions.push_back(
        {.kind = ContradictionKind::statements, .statements = {StatementId(0), StatementId(1)}});
    const std::string text = lint_text(torn, result);
    std::size_t before = 0;
    for (const char* heading :
         {"\nCONFLICT", "\nUNEQUAL", "\nGAPS", "\nNOT SAID", "\nUNUSED", "\nLIMITS"}) {
        const std::size_t at = text.find(heading);
        ASSERT_NE(at, std::string::npos) << heading << text;
        EXPECT_GT(at, before) << heading;
        before = at;
    }
}

TEST(LintText, NamesEveryEntryWithoutAStatementOnlyInFull) {
    const Case negotiation = bound_value(weirs);
    const std::string summary = text_of(negotiation);
    EXPECT_TRUE(holds(summary, "34 entries of 37 without a statement; -v lists them."));
    EXPECT_FALSE(holds(summary, "- rule.few"));
    const std::string full = text_of(negotiation, {.width = 100}, LintDetail::full);
    EXPECT_TRUE(holds(full, "34 entries of 37 without a statement.\n"));
    EXPECT_TRUE(holds(full, "- rule.few\n"));
    EXPECT_FALSE(holds(full, "- issue.share.weight.alta\n"));
}

TEST(LintText, NamesStatementsThatStandUnderNothing) {
    const Case negotiation = bound_value(
        weirs_but("supports = [\"issue.inspect.stance.alta.third\"]", "about = [alta]"));
    EXPECT_TRUE(holds(text_of(negotiation), "Statements that stand under nothing: s2."));
}

TEST(LintText, PutsLimitsOfThePartiesAndNormsSideBySide) {
    const std::string text = text_of(bound_value(weirs), {.width = 340});
    EXPECT_TRUE(holds(text, "LIMITS    Alta")) << text;
    EXPECT_TRUE(holds(text, "share < 20 (reported)"));
    EXPECT_TRUE(holds(text, "if inspect = joint, needs term = five (assumed, declared)"));
    EXPECT_TRUE(holds(text, "inspect = no (assumed)"));
    EXPECT_TRUE(holds(text, "norms"));
}

TEST(LintText, NamesTheQuestionThatSwitchesALimitOn) {
    const Case asking = bound_value(
        weirs_but("draft = {", "alternative.water = { question = q, price = {}, condition = { "
                               "\"limit.all-water\" = on } }, draft = {"));
    EXPECT_TRUE(holds(text_of(asking, {.width = 200}), "on by an answer to water)"));
    EXPECT_FALSE(holds(text_of(asking, {.width = 200}), "no alternative switches on"));
    EXPECT_TRUE(holds(text_of(bound_value(weirs), {.width = 200}),
                      "Limits that are off and that no alternative switches on: limit.all-water."));
}

TEST(LintText, SaysNoneWhereAPartyHasNoLimit) {
    const Case negotiation = bound_value("{ unbracket = 1, party = { alta = { name = Alta },"
                                         "bera = { name = Bera } }, issue.a.option = [x, y] }");
    const std::string text = text_of(negotiation);
    EXPECT_TRUE(holds(text, "none"));
}

TEST(LintText, KeepsToEveryWidth) {
    for (const std::size_t width : {60U, 61U, 72U, 80U, 100U, 160U}) {
        for (const std::string& line :
             lines_of(text_of(bound_value(weirs), {.width = width}, LintDetail::full))) {
            EXPECT_LE(column_count(line), width) << line;
            EXPECT_FALSE(line.ends_with(' ')) << line;
        }
    }
}

TEST(LintJson, HoldsTheSameFindings) {
    const Case negotiation = bound_value(weirs);
    const LintResult result = lint(negotiation);
    const Node data = lint_json(negotiation, result);
    EXPECT_EQ(shown(data, "title"), "\"Weirs of the Sel\"");
    ASSERT_NE(data.find("gaps"), nullptr);
    EXPECT_EQ(data.find("gaps")->items.size(), result.gaps.size());
    EXPECT_EQ(data.find("unused")->items.size(), result.unused.size());
    EXPECT_EQ(data.find("unequal_codings")->items.size(), result.unequal_codings.size());
}

TEST(LintJson, SaysEachGapAsTheTextDoes) {
    const Case negotiation = bound_value(weirs);
    const Node gap = data_of(negotiation).find("gaps")->items.at(0);
    EXPECT_EQ(shown(gap), R"({kind: "weight", party: "coda", issue: "inspect", options: [], )"
                          R"(text: "Coda rates inspect but has no weight there: 0..40 is )"
                          R"(taken."})");
}

TEST(LintJson, GivesNormsAndPartiesTheirLimits) {
    const Node limits = *data_of(bound_value(weirs)).find("limits");
    EXPECT_EQ(shown(limits.items.at(0), "party"), "\"alta\"");
    EXPECT_EQ(shown(limits.items.at(0).find("limits")->items.at(0)),
              R"({entry: "issue.share.curve.alta.redline", text: "share < 20", basis: )"
              R"("reported", firmness: null})");
    EXPECT_EQ(shown(limits.items.back(), "party"), "\"norm\"");
}

TEST(LintJson, OfAnEmptyResultHoldsEmptyLists) {
    const Node data = lint_json(bound_value(weirs), {});
    for (const Node::Member& member : data.members) {
        EXPECT_TRUE(member.value.kind != NodeKind::list || member.value.items.empty())
            << member.key;
    }
}

} // namespace
} // namespace unbracket
