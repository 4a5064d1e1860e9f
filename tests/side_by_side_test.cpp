#include "unbracket/unbracket.hpp"

#include "tests/bind_text.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

// What the screen says of entries that no verdict uses, and which entries count as able to move
// one.

namespace unbracket {
namespace {

using testing::holds;
using testing::loaded_text;

const std::string open_case_text = R"(unbracket = 1
party.alta = { name = "Alta", role = "signatory" }
party.bera = { name = "Bera", role = "signatory" }
fallback = { alta = [20, 60], bera = [20, 60] }
[issue.hours]
option = ["few", "many"]
weight = { alta = "high", bera = "high" }
stance.alta = { few = "ideal", many = "bad" }
stance.bera = { few = "bad", many = "ideal" }
)";

TEST(Lint, ListsLimitsThatAnAnswerSwitchesOnBesideThoseInForce) {
    const LoadedCase loaded = loaded_text(open_case_text + R"(
[[limit]]
id = "few"
party = "alta"
needs = { hours = "few" }
status = "off"
[[limit]]
id = "never-asked"
party = "alta"
needs = { hours = "many" }
status = "off"
[[limit]]
id = "many"
party = "bera"
needs = { hours = "many" }
[alternative.demand]
question = "Is it a condition?"
no = {}
yes = { "limit.few" = "on" }
)");
    const LintResult result = lint(loaded.negotiation);
    ASSERT_EQ(result.limits.size(), 2U);
    EXPECT_TRUE(result.limits[0].entries.empty());
    EXPECT_EQ(result.limits[0].if_answered.size(), 1U);
    EXPECT_EQ(result.limits[1].entries.size(), 1U);
    const std::string text = lint_text(loaded.negotiation, result, {.width = 200});
    EXPECT_TRUE(holds(text, "(off) (assumed; on by an answer to demand)")) << text;
    EXPECT_FALSE(holds(text, "none")) << text;
}

TEST(Lint, NamesDroppedAndMergedClausesThatNoPointHas) {
    const LoadedCase loaded = loaded_text(open_case_text + R"(
[point]
1 = "Hours"
"2.1" = "Pay"
[draft.first]
dropped = ["2.1", 3]
merged = { "1 and 4" = [1, 4], 3 = ["2.1"] }
[draft.second]
dropped = [3]
)");
    const LintResult result = lint(loaded.negotiation);
    ASSERT_EQ(result.unused.size(), 1U);
    EXPECT_EQ(result.unused[0].kind, UnusedKind::clause);
    EXPECT_EQ(result.unused[0].names, (std::vector<std::string>{"3 (first)", "1 and 4 (first)",
                                                                "4 (first)", "3 (second)"}));
}

TEST(Lint, NamesLimitsThatExcludeWhatTheirPartyRatesBest) {
    const LoadedCase loaded = loaded_text(open_case_text + R"(
[issue.share]
range = { min = 10, max = 60, step = 10 }
weight = { alta = "high", bera = "high" }
curve.alta = { ideal = 10, acceptable = 30, redline = "< 20" }
curve.bera = { ideal = 60, acceptable = 40, redline = "< 20" }
[issue.term]
option = ["five", "ten", "open"]
weight = { alta = "high", bera = "high" }
stance.alta = { five = "redline bad", ten = "bad", open = "ideal" }
stance.bera = "five > ten | open"
[[limit]]
id = "no-open"
party = "alta"
never = { term = "open" }
[[limit]]
id = "few"
party = "bera"
if = { term = "five" }
needs = { hours = "few" }
[[limit]]
id = "off"
party = "bera"
needs = { hours = "few" }
status = "off"
)");
    const LintResult result = lint(loaded.negotiation);
    ASSERT_EQ(result.excluded_best.size(), 2U);
    EXPECT_EQ(lint_json(loaded.negotiation, result).find("excluded_best")->items.size(), 2U);
    const std::string text = lint_text(loaded.negotiation, result, {.width = 200});
    EXPECT_TRUE(holds(text, "Alta rates 10 of share above whatever its own limits leave: see "
                            "issue.share.curve.alta.redline."))
        << text;
    EXPECT_TRUE(holds(text, "Alta rates open of term above whatever its own limits leave: see "
                            "limit.no-open."))
        << text;
}

TEST(DiffOfDrafts, ShowsPointCountsAndChangesOfWordingOnly) {
    const LoadedCase loaded = loaded_text(open_case_text + R"(
[issue.words]
option.old = "as handed over"
option.fresh = { title = "other words", wording_of = "old" }
[draft.old]
point_count = 28
set = { words = "old" }
[draft.new]
point_count = 20
set = { words = "fresh" }
)");
    const Case& negotiation = loaded.negotiation;
    const ComparedDrafts diff =
        compare_drafts(negotiation, appraise(negotiation),
                       {*negotiation.find_draft("old"), *negotiation.find_draft("new")});
    const std::string text = diff_text(negotiation, diff, {.width = 200});
    EXPECT_TRUE(holds(text, "Points of the text: 28 -> 20.")) << text;
    EXPECT_TRUE(holds(text, "(in wording only)")) << text;
    const Node json = diff_json(negotiation, diff);
    EXPECT_EQ(json.find("point_count_before")->text, "28");
    EXPECT_TRUE(json.find("issues")->items.back().find("wording_only")->flag);
}

TEST(DiffOfDrafts, CallsNothingKeptThatIsUnknownInBoth) {
    const LoadedCase loaded = loaded_text(open_case_text + R"(
[point]
1 = "Hours"
2 = { title = "Annex", content = "unknown" }
3 = "Preamble"
[draft.old]
set = { hours = "unknown" }
[draft.heir]
from = "old"
[draft.other]
set = { hours = "unknown" }
)");
    const Case& negotiation = loaded.negotiation;
    const auto change = [&](const char* before, const char* after) {
        return diff_drafts(negotiation, appraise(negotiation), *negotiation.find_draft(before),
                           *negotiation.find_draft(after));
    };
    const DraftDiff unknown = change("old", "other");
    EXPECT_EQ(unknown.issues[0].change, DraftChange::not_known);
    EXPECT_NE(unknown.issues[0].gains[0].gain, single(0));
    EXPECT_EQ(unknown.points[0].change, DraftChange::not_compared);
    EXPECT_EQ(unknown.points[1].change, DraftChange::not_known);
    EXPECT_EQ(unknown.points[2].change, DraftChange::not_compared);
    const DraftDiff taken_over = change("old", "heir");
    EXPECT_EQ(taken_over.issues[0].change, DraftChange::kept);
    EXPECT_EQ(taken_over.issues[0].gains[0].gain, single(0));
    const DraftDiff same = change("other", "other");
    EXPECT_EQ(same.issues[0].change, DraftChange::kept);
    EXPECT_EQ(same.points[1].change, DraftChange::kept);
    EXPECT_EQ(same.totals[0].gain, single(0));
}

} // namespace
} // namespace unbracket
