#include "unbracket/robust/suits_together.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

std::optional<bool> together(const std::string& draft) {
    // Alta accepts a or b by x, Bera b or c by y, and a rule forbids what both like.
    const Case negotiation = testing::case_of(
        "party = { alta = {}, bera = {} }, issue = { x = { option = [a, b], score.alta = { a = 2, "
        "b "
        "= 0 } }, y = { option = [k, l], score.bera = { k = 2, l = 0 } } }, fallback = { alta = 1, "
        "bera = 1 }, rule = [{ forbid = { x = a, y = k } }], draft.d = { " +
        draft + " }");
    return suits_together(negotiation, appraise(negotiation), negotiation.drafts.front().content);
}

TEST(SuitsTogether, IsNotWhatEachPartyMayGetByItself) {
    EXPECT_EQ(together("rest = unknown"), false);
}

TEST(SuitsTogether, LooksOnlyAtWhatTheTextMayTurnOutToBe) {
    const Case negotiation = testing::case_of(
        "party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c], score = { alta = { a = "
        "2, "
        "b = 0, c = 0 }, bera = { a = 2, b = 0, c = 0 } } }, fallback = { alta = 1, bera = 1 }, "
        "draft = { good = { set.x = [a, b] }, bad = { set.x = [b, c] } }");
    const Appraisal appraisal = appraise(negotiation);
    EXPECT_EQ(suits_together(negotiation, appraisal, negotiation.drafts[0].content), true);
    EXPECT_EQ(suits_together(negotiation, appraisal, negotiation.drafts[1].content), false);
}

} // namespace
} // namespace unbracket
