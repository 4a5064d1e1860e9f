#include "unbracket/robust/entry_ends.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string all_kinds =
    "party = { alta = {}, bera = {} }, issue = { x = { option = [a, b], weight.alta = [5, 10], "
    "stance.alta = { a = [20, 60], b = 10 }, score.bera = { a = [1, 3], b = 0 } }, y = { range = { "
    "min "
    "= 0, max = 2, step = 1 }, weight.alta = 5, curve.alta = { ideal = 0, acceptable = 2 } } }, "
    "fallback = { alta = [30, 50], bera = 1 }, bonus = [ { party = alta, when.x = a, value = [0, "
    "8] } ], "
    "risk = [ { party = bera, option.x = a, loss = [0, 1] } ]";

EntryId at(const Case& negotiation, const std::string& address) {
    const auto entry = negotiation.find_entry(address);
    EXPECT_TRUE(entry.has_value()) << address;
    return entry.value_or(EntryId(0));
}

std::string range(const std::string& address, const std::string& text = all_kinds) {
    const Case negotiation = testing::case_of(text);
    const auto found = range_of_entry(negotiation, appraise(negotiation), at(negotiation, address));
    return found ? found->low.to_decimal_text() + ".." + found->high.to_decimal_text() : "none";
}

TEST(EntryEnds, RangesAreThoseOfTheFile) {
    EXPECT_EQ(range("issue.x.weight.alta"), "5..10");
    EXPECT_EQ(range("issue.x.stance.alta.a"), "20..60");
    EXPECT_EQ(range("issue.x.score.bera.a"), "1..3");
    EXPECT_EQ(range("issue.y.curve.alta.acceptable"), "60..90");
    EXPECT_EQ(range("fallback.alta"), "30..50");
    EXPECT_EQ(range("bonus.1"), "0..8");
    EXPECT_EQ(range("risk.1"), "0..1");
}

TEST(EntryEnds, AnOrderCutsTheRange) {
    EXPECT_EQ(
        range("issue.x.stance.alta.a",
              "party.alta = {}, issue.x = { option = [a, b], weight.alta = 5, stance.alta = { a "
              "= [20, 60], b = [40, 50] }, order.alta = \"a > b\" }"),
        "40..60");
}

TEST(EntryEnds, LimitsAndRulesHaveNone) {
    EXPECT_EQ(range("rule.1", all_kinds + ", rule = [ { forbid.x = a } ]"), "none");
}

TEST(EntryEnds, EveryKindIsSetWhereItCounts) {
    const Case negotiation = testing::case_of(all_kinds);
    const auto set = [&](const std::string& address) {
        return with_entry_at(negotiation, at(negotiation, address), 7);
    };
    EXPECT_EQ(set("issue.x.weight.alta").appraisal[0].issues[0].weight, single(7));
    EXPECT_EQ(set("issue.x.stance.alta.a").appraisal[0].issues[0].options[0].value, single(7));
    EXPECT_EQ(set("issue.x.score.bera.a").appraisal[1].issues[0].options[0].value, single(7));
    EXPECT_EQ(std::get<Interval>(set("fallback.alta").appraisal[0].fallback), single(7));
    EXPECT_EQ(set("bonus.1").negotiation.bonuses[0].value, single(7));
    EXPECT_EQ(set("risk.1").negotiation.risks[0].loss, single(7));
}

TEST(EntryEnds, SettingTheCaseItselfComesToTheSame) {
    const Case negotiation = testing::case_of(all_kinds);
    for (const char* address : {"issue.x.weight.alta", "issue.x.stance.alta.a",
                                "issue.x.score.bera.a", "fallback.alta", "bonus.1", "risk.1"}) {
        Case changed = negotiation;
        ASSERT_TRUE(set_entry(changed, at(negotiation, address), 7)) << address;
        const Appraisal plain = appraise(changed);
        const CaseVersion version = with_entry_at(negotiation, at(negotiation, address), 7);
        for (std::size_t party = 0; party < plain.size(); ++party) {
            EXPECT_EQ(plain[party].fallback, version.appraisal[party].fallback) << address;
            EXPECT_EQ(plain[party].issues[0].weight, version.appraisal[party].issues[0].weight);
            EXPECT_EQ(plain[party].issues[0].options[0].value,
                      version.appraisal[party].issues[0].options[0].value);
        }
    }
}

TEST(EntryEnds, AWordOfACurveCannotBeSetInTheCase) {
    Case negotiation = testing::case_of(all_kinds);
    EXPECT_FALSE(set_entry(negotiation, at(negotiation, "issue.y.curve.alta.acceptable"), 7));
}

TEST(EntryEnds, AValueThatNoReadingTakesIsSeen) {
    const Case negotiation = testing::case_of(
        "party.alta = {}, issue.x = { option = [a], weight.alta = [0, 5], stance.alta.a = 3 }");
    const EntryId weight = at(negotiation, "issue.x.weight.alta");
    EXPECT_FALSE(with_entry_at(negotiation, weight, 0).has_readings());
    EXPECT_TRUE(with_entry_at(negotiation, weight, 1).has_readings());
}

} // namespace
} // namespace unbracket
