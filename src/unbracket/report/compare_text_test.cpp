#include "unbracket/report/compare_json.hpp"
#include "unbracket/report/compare_text.hpp"
#include "unbracket/report/why_draft_json.hpp"
#include "unbracket/report/why_draft_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::bound_value;
using testing::holds;
using testing::lines_of;
using testing::loaded_value;

const std::string three_drafts =
    "{ unbracket = 1, party = { a = { name = Alta }, b = { name = Bera } }, point = { 7 = Share }, "
    "issue = { x = { title = Share, point = 7, option = [m, n, o], score = { a = { m = 0, n = 3, o "
    "= "
    "2 }, b = { m = 5, n = 5, o = 4 } } } }, fallback = { a = 1, b = 1 }, draft = { one = { set.x "
    "= "
    "m, dropped = [9] }, two = { set.x = n, on_table = unsure, merged = { 7 = [7, 11] } }, three = "
    "{ "
    "set.x = o, on_table = no } } }";

ComparedDrafts compared(const Case& negotiation) {
    return compare_drafts(negotiation, appraise(negotiation), {DraftId(0), DraftId(1), DraftId(2)});
}

TEST(CompareText, NamesTheDraftThatIsBetterThanTheOthers) {
    const Case negotiation = bound_value(three_drafts);
    const ComparedDrafts drafts = compared(negotiation);
    ASSERT_EQ(drafts.dominances.size(), 2U);
    EXPECT_EQ(drafts.dominances[0].better, DraftId(1));
    EXPECT_EQ(drafts.dominances[0].worse, DraftId(0));
    EXPECT_EQ(drafts.dominances[0].over, ReadingRange::every_reading);
    const std::string text = score_text(negotiation, drafts, {.width = 200});
    EXPECT_TRUE(holds(text,
                      "two is better than one for one who counts and worse for none, in every "
                      "reading."))
        << text;
    EXPECT_TRUE(holds(text, "in every reading two (unsure whether on the table) and three "
                            "(not on the table); in no reading one."))
        << text;
}

TEST(CompareText, KeepsToTheWidthOfThePage) {
    const Case negotiation = bound_value(three_drafts);
    for (const std::size_t width : {60U, 80U}) {
        for (const std::string& text :
             {score_text(negotiation, compared(negotiation), {.width = width}),
              diff_text(negotiation, compared(negotiation), {.width = width})}) {
            for (const std::string& line : lines_of(text)) {
                EXPECT_LE(column_count(line), width) << line;
            }
        }
    }
}

TEST(CompareText, NamesClausesThatTheFileDoesNotHave) {
    const Case negotiation = bound_value(three_drafts);
    const std::string text = diff_text(negotiation, compared(negotiation), {.width = 200});
    EXPECT_TRUE(holds(text, "- 9: added (no clause of this file)")) << text;
    EXPECT_TRUE(holds(text, "- 11: merged into 7 (no clause of this file)")) << text;
    EXPECT_EQ(diff_json(negotiation, compared(negotiation)).find("steps")->items.size(), 2U);
}

TEST(CompareText, ListsADraftOnceThatIsNamedTwice) {
    const Case negotiation = bound_value(three_drafts);
    const ComparedDrafts drafts =
        compare_drafts(negotiation, appraise(negotiation), {DraftId(0), DraftId(1), DraftId(0)});
    EXPECT_EQ(drafts.scores.size(), 2U);
    EXPECT_EQ(drafts.steps.size(), 2U);
    EXPECT_EQ(score_json(negotiation, drafts).find("dominances")->items.size(), 1U);
}

TEST(WhyDraftText, SaysWhatOneChangeDoesAndThatItIsBetterForAll) {
    const LoadedCase loaded = loaded_value(three_drafts);
    const DraftWhy result = why_draft(loaded, DraftId(0));
    const std::string text = why_draft_text(loaded.negotiation, result, {.width = 300});
    EXPECT_TRUE(holds(text,
                      "acceptable to all who have to agree in every reading with Share (clause "
                      "7): n or o"))
        << text;
    EXPECT_TRUE(holds(text,
                      "Someone can gain and none who counts lose, in every reading, by changing "
                      "Share (clause 7) from m to n."))
        << text;
    EXPECT_TRUE(holds(text, "- Alta: +3\n")) << text;
    EXPECT_TRUE(holds(text, "Nothing does so with fewer changes.")) << text;
    EXPECT_FALSE(result.in_central_reading.has_value()) << "there is one reading only";
}

TEST(WhyDraftText, OfAnEfficientDraftSaysThatNothingIsBetter) {
    const LoadedCase loaded = loaded_value(three_drafts);
    const DraftWhy result = why_draft(loaded, DraftId(1));
    const std::string text = why_draft_text(loaded.negotiation, result, {.width = 300});
    EXPECT_TRUE(holds(text, "No outcome within all rules and limits is at least as good")) << text;
    EXPECT_TRUE(holds(text, "None makes anybody accept more surely.")) << text;
    const Node json = why_draft_json(loaded.negotiation, result);
    EXPECT_FALSE(json.find("better")->find("every_reading")->find("exists")->flag);
}

TEST(WhyDraftText, CutSearchesSaySo) {
    const LoadedCase loaded = loaded_value(three_drafts);
    ClaimOptions options;
    options.node_budget = 0;
    const DraftWhy result = why_draft(loaded, DraftId(0), options);
    EXPECT_TRUE(holds(why_draft_text(loaded.negotiation, result, {.width = 300}),
                      "was not decided within the budget (--nodes N)."));
    const Node json = why_draft_json(loaded.negotiation, result);
    EXPECT_EQ(json.find("better")->find("every_reading")->find("exists")->kind, NodeKind::null);
}

} // namespace
} // namespace unbracket
