#include "unbracket/report/diff_phrase.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket::differing {
namespace {

using unbracket::testing::bound_value;

/// Two drafts on an issue of which `twin` differs from `first` in wording only.
Case with_drafts(const std::string& before, const std::string& after) {
    return bound_value("{ unbracket = 1, party.alta = { name = Alta },"
                       "issue.seal = { option = { first = a, other = b,"
                       "twin = { title = c, wording_of = first } } },"
                       "draft = { one = { set.seal = " +
                       before + " }, two = { set.seal = " + after + " } } }");
}

bool is_wording_only(const std::string& before, const std::string& after) {
    const Case negotiation = with_drafts(before, after);
    const DraftDiff diff = {.before = DraftId(0), .after = DraftId(1)};
    return differs_in_wording_only(negotiation, diff, IssueId(0));
}

TEST(WordingOnly, NeedsTwoTextsOfOneSubstance) {
    EXPECT_TRUE(is_wording_only("first", "twin"));
    EXPECT_TRUE(is_wording_only("twin", "first"));
    EXPECT_FALSE(is_wording_only("twin", "other"));
    EXPECT_FALSE(is_wording_only("first", "other"));
}

TEST(WordingOnly, IsNotSaidOfTheSameText) {
    EXPECT_FALSE(is_wording_only("first", "first"));
    EXPECT_FALSE(is_wording_only("twin", "twin"));
}

TEST(WordingOnly, IsNotSaidOfWhatIsLeftOpen) {
    EXPECT_FALSE(is_wording_only("[first, twin]", "first"));
    EXPECT_FALSE(is_wording_only("first", "unknown"));
}

TEST(GainText, AlwaysShowsASign) {
    EXPECT_EQ(gain_text(single(10)), "+10");
    EXPECT_EQ(gain_text(single(-10)), "-10");
    EXPECT_EQ(gain_text(single(0)), "0");
    EXPECT_EQ(gain_text({Rational(-5), Rational(20)}), "-5..+20");
    EXPECT_EQ(gain_text({Rational(0), Rational(5, 2)}), "0..+2.5");
    EXPECT_EQ(gain_text({Rational(1, 3), Rational(2, 3)}), "+0.33..+0.67");
}

TEST(GainText, OfWhatRoundsToNothingHasNoSign) {
    EXPECT_EQ(gain_text({Rational(-1, 1000), Rational(1, 1000)}), "0..0");
}

TEST(GainWithLimits, TellsWhereARedLineIsCrossed) {
    const auto text = [](bool before, bool after) {
        return gain_with_limits(
            {.gain = single(10), .crosses_before = before, .crosses_after = after});
    };
    EXPECT_EQ(text(false, false), "+10");
    EXPECT_EQ(text(false, true), "+10, past its red line");
    EXPECT_EQ(text(true, true), "+10, still past its red line");
    EXPECT_EQ(text(true, false), "+10, no longer past its red line");
}

TEST(DiffNames, AreTheWordsOfTheSchema) {
    EXPECT_EQ(name(DraftChange::kept), "kept");
    EXPECT_EQ(name(DraftChange::renumbered), "renumbered");
    EXPECT_EQ(name(DraftChange::merged), "merged");
    EXPECT_EQ(name(ChangeKind::added), "added");
    EXPECT_EQ(name(ChangeKind::removed), "removed");
    EXPECT_EQ(name(ThingKind::question), "question");
    EXPECT_EQ(name(ThingKind::option), "option");
    EXPECT_EQ(name(ThingKind::movement), "supposed movement");
}

} // namespace
} // namespace unbracket::differing
