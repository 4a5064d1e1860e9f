#include "unbracket/report/formalities_text.hpp"

#include "tests/support/case_sketch.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;

const std::string talks =
    "as_of = 2027-01-02, party = { alta = { name = Alta }, bera = { name = Bera } }, "
    "issue.x = { option = [a, b] }, said = [{ id = s, who = w, claim = c }], "
    "ratify = [{ party = alta, by = parliament, said = s }, "
    "{ party = bera, by = \"a vote\", when.x = a }, { party = bera, when.x = b }], "
    "deadline = [{ title = End, party = alta, date = 2027-01-01, hard = true }, "
    "{ party = bera, date = 2027-06-01 }, { pace = quick }]";

std::string page_of(const std::string& text, const std::optional<Outcome>& outcome) {
    const Case negotiation = testing::case_of(text);
    Page page({.width = 100});
    put_formalities(negotiation, formalities_of(negotiation, outcome), page);
    return page.text();
}

TEST(FormalitiesScreen, SaysWhoHasToRatifyWhatWasFoundAndByWhen) {
    EXPECT_EQ(page_of(talks, Outcome{OptionId(0)}),
              "RATIFY    Alta: parliament, whatever is agreed on; Bera: a vote, for this (x = a); "
              "Bera: nobody\n          named, not for this (only if x = b).\n"
              "DEADLINES Alta: End (hard), 1 Jan 2027 (passed); Bera (soft), 1 Jun 2027; nobody in "
              "particular\n          (soft, quick), no date.\n");
}

TEST(FormalitiesScreen, SaysUnderWhatConditionWhereNothingIsSettled) {
    EXPECT_TRUE(holds(page_of(talks, std::nullopt), "Bera: a vote, only if x = a;"));
}

TEST(FormalitiesScreen, IsEmptyWhereNothingIsEntered) {
    EXPECT_EQ(page_of("party.alta = {}, issue.x.option = [a]", std::nullopt), "");
}

TEST(FormalitiesJson, HoldsNeedsAndStates) {
    const Case negotiation = testing::case_of(talks);
    Node node = table_node();
    add_formalities(negotiation, formalities_of(negotiation, Outcome{OptionId(0)}), node);
    const Node& ratification = *node.find("ratification");
    ASSERT_EQ(ratification.items.size(), 3U);
    EXPECT_EQ(ratification.items[0].find("need")->text, "always");
    EXPECT_EQ(ratification.items[0].find("said")->items[0].text, "s");
    EXPECT_EQ(ratification.items[1].find("need")->text, "needed");
    EXPECT_EQ(ratification.items[2].find("need")->text, "not_needed");
    const Node& deadlines = *node.find("deadlines");
    EXPECT_EQ(deadlines.items[0].find("state")->text, "passed");
    EXPECT_EQ(deadlines.items[1].find("state")->text, "ahead");
    EXPECT_EQ(deadlines.items[2].find("state")->kind, NodeKind::null);
}

} // namespace
} // namespace unbracket
