#include "unbracket/zone/reduced.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const PartyId alta(0);
constexpr Certainty possible = Certainty::possible, sure = Certainty::sure;

ReducedValues reduced(const std::string& text, Certainty certainty,
                      const BonusPattern& pattern = {}) {
    const Case negotiation = testing::case_of(text);
    return reduce(negotiation, appraise(negotiation), alta, certainty, pattern);
}

// The example of docs/methods/ranges.md: weights 1 to 3 and 2, stances 80 and 20, fallback 50.
const std::string by_hand = R"(party.alta = {}, fallback.alta = 50,
    issue = {
        land = { option = [m], weight.alta = [1, 3], stance.alta = { m = 80 } },
        water = { option = [p], weight.alta = 2, stance.alta = { p = 20 } }
    })";

TEST(ReducedValues, AreTheSumsOfTheExampleInTheMethod) {
    const ReducedValues in_some = reduced(by_hand, possible);
    EXPECT_EQ(in_some.values[0][0], Rational(90));
    EXPECT_EQ(in_some.values[1][0], Rational(-60));
    EXPECT_EQ(in_some.constant, Rational(0));
    const ReducedValues in_all = reduced(by_hand, sure);
    EXPECT_EQ(in_all.values[0][0], Rational(30));
    EXPECT_EQ(in_all.values[1][0], Rational(-60));
}

TEST(ReducedValues, TakeTheEndsThatHelpOrHurt) {
    const std::string text = R"(party.alta = {}, fallback.alta = [40, 50],
        issue.land = { option = [m, n], weight.alta = [1, 3],
                       stance.alta = { m = [45, 70], n = [0, 30] } },
        risk = [{ party = alta, option.land = m, loss = [1, 2] }])";
    const ReducedValues in_some = reduced(text, possible);
    EXPECT_EQ(in_some.values[0][0], Rational(87));  // 3 * (70 - 1 - 40)
    EXPECT_EQ(in_some.values[0][1], Rational(-10)); // 1 * (30 - 40)
    const ReducedValues in_all = reduced(text, sure);
    EXPECT_EQ(in_all.values[0][0], Rational(-21));  // 3 * (45 - 2 - 50)
    EXPECT_EQ(in_all.values[0][1], Rational(-150)); // 3 * (0 - 50)
}

TEST(ReducedValues, OfScoresLeaveTheFallbackToTheConstant) {
    const std::string text = R"(party.alta = {}, fallback.alta = [7, 9],
        issue = { land = { option = [m, n], score.alta = { m = [4, 6], n = -2 } },
                  air = { option = [r] } })";
    const ReducedValues in_some = reduced(text, possible);
    EXPECT_EQ(in_some.constant, Rational(-7));
    EXPECT_EQ(in_some.values[0], (std::vector<Rational>{6, -2}));
    EXPECT_TRUE(in_some.values[1].empty());
    const ReducedValues in_all = reduced(text, sure);
    EXPECT_EQ(in_all.constant, Rational(-9));
    EXPECT_EQ(in_all.values[0], (std::vector<Rational>{4, -2}));
}

TEST(ReducedValues, ShiftEveryBracketByABonusThatIsOn) {
    const std::string text = by_hand + ", bonus = [{ party = alta, when.land = m, "
                                       "value = [-10, 20] }]";
    const ReducedValues on = reduced(text, possible, {BonusState::on});
    EXPECT_EQ(on.values[0][0], Rational(150)); // 3 * (80 + 20 - 50)
    EXPECT_EQ(on.values[1][0], Rational(-20)); // 2 * (20 + 20 - 50)
    const ReducedValues surely_on = reduced(text, sure, {BonusState::on});
    EXPECT_EQ(surely_on.values[0][0], Rational(20));  // 1 * (80 - 10 - 50)
    EXPECT_EQ(surely_on.values[1][0], Rational(-80)); // 2 * (20 - 10 - 50)
    EXPECT_EQ(reduced(text, possible, {BonusState::off}).values[0][0], Rational(90));
    // Undecided takes what helps: the 20 where some reading is asked for, none in every reading.
    EXPECT_EQ(reduced(text, possible, {BonusState::undecided}).values[0][0], Rational(150));
    EXPECT_EQ(reduced(text, sure, {BonusState::undecided}).values[0][0], Rational(30));
}

const std::string against_draft = R"(party.alta = {}, fallback.alta = { draft = d },
    draft.d.set = { land = n, water = [p, q] },
    issue = {
        land = { option = [m, n], weight.alta = 2, stance.alta = { m = [45, 70], n = [10, 50] } },
        water = { option = [p, q], weight.alta = 1, stance.alta = { p = 20, q = 90 } }
    })";

TEST(ReducedValues, AgainstADraftAreDifferencesInOneReading) {
    const ReducedValues in_some = reduced(against_draft, possible);
    EXPECT_EQ(in_some.values[0], (std::vector<Rational>{120, 0})); // 2 * (70 - 10), n against n
    EXPECT_EQ(in_some.values[1], (std::vector<Rational>{0, 70}));  // the draft says p in some
    const ReducedValues in_all = reduced(against_draft, sure);
    EXPECT_EQ(in_all.values[0], (std::vector<Rational>{-10, 0})); // 2 * (45 - 50)
    EXPECT_EQ(in_all.values[1], (std::vector<Rational>{-70, 0})); // the draft says q in some
}

TEST(Advantage, IsTheValueOrTheDifferenceToTheDraft) {
    const Case number = testing::case_of(by_hand);
    EXPECT_EQ(advantage(number, appraise(number), alta, IssueId(0), OptionId(0)),
              (Interval{80, 80}));
    const Case draft = testing::case_of(against_draft);
    const auto of = [&](std::size_t issue, std::size_t option) {
        return advantage(draft, appraise(draft), alta, IssueId(issue), OptionId(option));
    };
    EXPECT_EQ(of(0, 0), (Interval{-5, 60}));
    EXPECT_EQ(of(0, 1), (Interval{0, 0}));
    EXPECT_EQ(of(1, 0), (Interval{-70, 0}));
}

TEST(BonusRange, IsCountedAgainstWhatTheDraftEarns) {
    const auto range = [](const std::string& when, bool is_earned) {
        const Case negotiation = testing::case_of(
            against_draft + ", bonus = [{ party = alta, when = " + when + ", value = [2, 5] }]");
        return bonus_range(negotiation, appraise(negotiation).front(), negotiation.bonuses[0],
                           is_earned);
    };
    EXPECT_EQ(range("{ land = m }", true), (Interval{2, 5})); // the draft never earns it
    EXPECT_EQ(range("{ land = m }", false), (Interval{0, 0}));
    EXPECT_EQ(range("{ land = n }", true), (Interval{0, 0})); // the draft always earns it
    EXPECT_EQ(range("{ land = n }", false), (Interval{-5, -2}));
    EXPECT_EQ(range("{ land = n, water = p }", true), (Interval{0, 5})); // it may
    EXPECT_EQ(range("{ land = n, water = p }", false), (Interval{-5, 0}));
}

TEST(Matches, TellsWhetherADraftMeetsACondition) {
    const Case negotiation = testing::case_of(against_draft);
    const Draft& draft = negotiation.drafts.front();
    const Literal land_m{IssueId(0), {OptionId(0)}}, land_n{IssueId(0), {OptionId(1)}};
    const Literal water_p{IssueId(1), {OptionId(0)}},
        water_any{IssueId(1), {OptionId(0), OptionId(1)}};
    EXPECT_EQ(matches(draft, {}), Match::yes);
    EXPECT_EQ(matches(draft, {land_n}), Match::yes);
    EXPECT_EQ(matches(draft, {land_n, water_any}), Match::yes);
    EXPECT_EQ(matches(draft, {land_n, water_p}), Match::maybe);
    EXPECT_EQ(matches(draft, {water_p, land_m}), Match::no);
}

TEST(Holds, WhereEveryLiteralDoes) {
    const Condition both = {{IssueId(0), {OptionId(1), OptionId(3)}}, {IssueId(2), {OptionId(0)}}};
    EXPECT_TRUE(holds(both, {OptionId(1), OptionId(9), OptionId(0)}));
    EXPECT_TRUE(holds(both, {OptionId(3), OptionId(9), OptionId(0)}));
    EXPECT_FALSE(holds(both, {OptionId(2), OptionId(9), OptionId(0)}));
    EXPECT_FALSE(holds(both, {OptionId(1), OptionId(9), OptionId(1)}));
    EXPECT_TRUE(holds({}, {OptionId(7)}));
}

TEST(Weighed, PicksTheEndOfTheWeightByTheSignAndTheQuestion) {
    const Interval weight{2, 5};
    EXPECT_EQ(weighed(Scale::stances, 10, weight, possible), Rational(50));
    EXPECT_EQ(weighed(Scale::stances, -10, weight, possible), Rational(-20));
    EXPECT_EQ(weighed(Scale::stances, 10, weight, sure), Rational(20));
    EXPECT_EQ(weighed(Scale::stances, -10, weight, sure), Rational(-50));
    EXPECT_EQ(weighed(Scale::scores, 10, weight, possible), Rational(10));
    EXPECT_EQ(end_of({1, 2}, possible), Rational(2));
    EXPECT_EQ(end_of({1, 2}, sure), Rational(1));
}

} // namespace
} // namespace unbracket
