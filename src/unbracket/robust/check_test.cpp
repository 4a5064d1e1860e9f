#include "unbracket/robust/check.hpp"
#include "unbracket/robust/loaded_case.hpp"

#include "tests/support/case_sketch.hpp"
#include "tests/support/loaded_sketch.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

using testing::loaded_sketch;

std::string text_at(const Node& document, std::string_view key) {
    const Node* node = document.find(key);
    return node == nullptr ? "(absent)" : canonical_text(*node);
}

const std::string one_option = "party.alta = {}, issue.x = { option = [m], score.alta.m = 5 }, ";

TEST(Check, ShowsTheOutcomeOfItsVerdict) {
    const CheckResult agreed = check(loaded_sketch(one_option + "fallback.alta = 4"));
    ASSERT_NE(agreed.shown_outcome(), nullptr);
    EXPECT_EQ(*agreed.shown_outcome(), (Outcome{OptionId(0)}));
    ASSERT_EQ(agreed.surplus.size(), 1U);
    EXPECT_EQ(agreed.surplus[0].surplus, (Interval{1, 1}));
    EXPECT_EQ(agreed.count.sure, 1U);
    const CheckResult none = check(loaded_sketch(one_option + "fallback.alta = 6"));
    EXPECT_EQ(none.shown_outcome(), nullptr);
    EXPECT_TRUE(none.surplus.empty());
    EXPECT_EQ(none.count.possible, 0U);
}

TEST(Check, OfACaseThatDependsHasHingesAndAFailingReading) {
    const CheckResult result = check(loaded_sketch(one_option + "fallback.alta = [3, 8]"));
    const auto* depends = std::get_if<DependsVerdict>(&result.verdict.answer);
    ASSERT_NE(depends, nullptr);
    ASSERT_TRUE(depends->failing_reading.has_value());
    EXPECT_EQ(depends->failing_reading->front().fallback, Rational(8));
    ASSERT_EQ(result.hinges.size(), 1U);
    EXPECT_EQ(result.rests_on, (std::vector<EntryId>{result.hinges[0].entry}));
    EXPECT_TRUE(result.rests_on_is_complete);
}

TEST(Check, OfTheVerdictOnlyLeavesTheRestOut) {
    const CheckResult result = check(loaded_sketch(one_option + "fallback.alta = [3, 8]"),
                                     {.scope = CheckScope::verdict_only});
    EXPECT_EQ(kind_of(result.verdict), VerdictKind::depends);
    EXPECT_TRUE(result.rests_on.empty() && !result.rests_on_is_complete);
    EXPECT_FALSE(result.count.is_counted);
    EXPECT_EQ(result.notes.back().kind, NoteKind::verdict_only);
}

TEST(Check, OfAContradictionCountsNothing) {
    const CheckResult result =
        check(loaded_sketch("party.alta = {}, issue.x = { option = [a, b], weight.alta = 1, "
                            "stance.alta = { a = 10, b = 60 }, order.alta = \"a > b\" }"));
    EXPECT_EQ(kind_of(result.verdict), VerdictKind::contradiction);
    EXPECT_FALSE(result.count.is_counted);
    EXPECT_TRUE(result.exclusions.empty());
    EXPECT_EQ(result.rests_on.size(), 3U);
}

const std::string changing = one_option +
                             "fallback.alta = 4, as_of = 2027-03-01, "
                             "change = [{ date = 2027-02-01, set = { \"fallback.alta\" = 6 } }, "
                             "{ date = 2027-04-01, set = { \"fallback.alta\" = 8 } }]";

TEST(LoadedCase, HoldsTheDocumentOfItsDate) {
    EXPECT_EQ(text_at(loaded_sketch(changing).document, "fallback"), "{\"alta\":6}");
    EXPECT_EQ(text_at(loaded_sketch(changing, Date{2027, 1, 1}).document, "fallback"),
              "{\"alta\":4}");
    EXPECT_EQ(text_at(loaded_sketch(changing, Date{2027, 5, 1}).document, "fallback"),
              "{\"alta\":8}");
}

TEST(LoadedCase, IsNoneWhereTheDocumentIsNoCase) {
    const testing::Sketch sketch(one_option + "fallback.alta = nonsense");
    EXPECT_EQ(load_case(sketch.document()).problems().size(), 1U);
}

TEST(SettledDocument, KeepsOnlyChangesThatLieAhead) {
    const Node now = settled_document(loaded_sketch(changing));
    EXPECT_EQ(text_at(now, "fallback"), "{\"alta\":6}");
    EXPECT_EQ(text_at(now, "change"), R"([{"date":"2027-04-01","set":{"fallback.alta":8}}])");
    EXPECT_EQ(text_at(now, "as_of"), "\"2027-03-01\"");
    const Node later = settled_document(loaded_sketch(changing, Date{2027, 4, 1}));
    EXPECT_EQ(text_at(later, "change"), "(absent)");
    EXPECT_EQ(text_at(later, "as_of"), "\"2027-04-01\"");
}

TEST(SettledDocument, PutsANewDateBehindTheTitle) {
    const std::string dateless = "title = t, " + one_option + "fallback.alta = 4";
    const Node document = settled_document(loaded_sketch(dateless, Date{2027, 4, 1}));
    ASSERT_GE(document.members.size(), 3U);
    EXPECT_EQ(document.members[1].key, "title");
    EXPECT_EQ(document.members[2].key, "as_of");
}

TEST(SettledDocument, ReadsBackAsTheSameCase) {
    for (const Date& date : {Date{2027, 1, 1}, Date{2027, 3, 1}, Date{2027, 5, 1}}) {
        const LoadedCase first = loaded_sketch(changing, date);
        const Result<LoadedCase> again = load_case(settled_document(first));
        ASSERT_TRUE(again.ok());
        EXPECT_EQ(text_at(again.value().document, "fallback"), text_at(first.document, "fallback"));
        EXPECT_EQ(again.value().negotiation.as_of, first.negotiation.as_of);
    }
}

TEST(WithChanges, AreNotOverriddenByDatedChanges) {
    const Result<LoadedCase> changed =
        with_changes(loaded_sketch(changing), {{"fallback.alta", number_node("1"), {}}});
    ASSERT_TRUE(changed.ok());
    EXPECT_EQ(text_at(changed.value().document, "fallback"), "{\"alta\":1}");
    EXPECT_EQ(kind_of(check(changed.value()).verdict), VerdictKind::agreement);
}

TEST(WithChanges, SayWhatIsWrongWithTheAddressOrTheValue) {
    const LoadedCase whole = loaded_sketch(changing);
    EXPECT_EQ(with_changes(whole, {{"fallback.beta", number_node("1"), {}}}).problems().size(), 1U);
    EXPECT_EQ(with_changes(whole, {{"fallback.alta", text_node("x"), {}}}).problems().size(), 1U);
}

} // namespace
} // namespace unbracket
