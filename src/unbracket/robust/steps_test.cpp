#include "unbracket/robust/steps.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// Alta gives up land, Bera opens trade; without either both stay at no, worth 0 to both.
const std::string swap =
    "party = { alta = { role = signatory }, bera = { role = signatory } }, issue = { "
    "land = { option = [no, yes], status_quo = no, score.alta = { no = 0, yes = -4 }, "
    "score.bera = { no = 0, yes = 10 } }, "
    "trade = { option = [no, yes], status_quo = no, score.alta = { no = 0, yes = 9 }, "
    "score.bera = { no = 0, yes = -3 } } }, fallback = { alta = 1, bera = 1 }";

StepsResult steps(const std::string& text) {
    const testing::Sketch sketch(text);
    Result<LoadedCase> loaded = load_case(sketch.document());
    EXPECT_TRUE(loaded.ok()) << (loaded ? "" : sketch.describe(loaded.problems().front()));
    return find_steps(loaded.value());
}

std::string verdicts(const StepsResult& result) {
    std::string text(to_text(result.without_steps));
    for (const ObjectVerdict& verdict : result.verdicts) {
        text += ", " + verdict.object + ":" + std::string(to_text(verdict.kept));
    }
    return text;
}

Interval surplus_of(const std::optional<DraftScore>& score, std::size_t party) {
    return *score->parties[party].surplus;
}

const std::string land_first = "{ first.land = yes, then.trade = yes, demanded_by = bera }";
const std::string trade_first = "{ first.trade = yes, then.land = yes, demanded_by = alta }";

TEST(Steps, TellWhatTheFirstMoverIsLeftWith) {
    const StepsResult result = steps(swap + ", step = [" + land_first + "]");
    const StepReport& report = result.steps.front();
    EXPECT_EQ(report.movers, (std::vector<PartyId>{PartyId(0)}));
    EXPECT_EQ(surplus_of(report.after_first, 0), single(-5));
    EXPECT_EQ(surplus_of(report.after_first, 1), single(9));
    EXPECT_EQ(surplus_of(report.after_both, 0), single(4));
    EXPECT_EQ(surplus_of(report.after_both, 1), single(6));
    EXPECT_TRUE(report.without_status_quo.empty());
    EXPECT_EQ(verdicts(result), "agreement, :agreement");
}

TEST(Steps, ThatCollideLeaveNoAgreementThatNeedsBoth) {
    const StepsResult result = steps(swap + ", step = [" + land_first + ", " + trade_first + "]");
    EXPECT_EQ(result.conflicts.sets, (std::vector<StepSet>{{0, 1}}));
    EXPECT_FALSE(result.order.has_value());
    EXPECT_EQ(verdicts(result), "agreement, :no_agreement");
}

TEST(Steps, LeaveAgreementsForWhichTheyDoNotMatter) {
    const StepsResult result = steps(swap +
                                     ", issue.sea = { option = [no, yes], status_quo = no, "
                                     "score.alta = { no = 0, yes = 3 }, "
                                     "score.bera = { no = 0, yes = 3 } }, step = [" +
                                     land_first + ", " + trade_first + "]");
    EXPECT_EQ(verdicts(result), "agreement, :agreement");
    ASSERT_TRUE(result.verdicts[0].outcome.has_value());
    const Outcome& outcome = *result.verdicts[0].outcome;
    EXPECT_FALSE(outcome[0] == OptionId(1) && outcome[1] == OptionId(1)) << "both would collide";
}

TEST(Steps, BeforeAKindOfAgreementMatterWhereThatKindIsMade) {
    // Trade takes a truce first, and a truce no land: land and trade together keep no order.
    const std::string truce = "{ first.land = no, then_object = truce, demanded_by = alta }, "
                              "{ first_object = truce, then.trade = yes }";
    EXPECT_EQ(verdicts(steps(swap + ", step = [" + truce + "]")),
              "agreement, :no_agreement, truce:no_agreement");
    const std::string alone = "{ first.land = no, then_object = truce }";
    EXPECT_EQ(verdicts(steps(swap + ", step = [" + alone + "]")),
              "agreement, :agreement, truce:no_agreement");
}

TEST(Steps, BeforeAKindThatIsMadeOnTheWayMatterToo) {
    // Whoever trades needs a truce first, and whoever makes a truce trade: only no trade keeps
    // both.
    const std::string ring =
        "{ first_object = truce, then.trade = yes }, { first.trade = yes, then_object = truce }";
    const StepsResult result = steps(swap + ", step = [" + ring + "]");
    EXPECT_EQ(verdicts(result), "agreement, :no_agreement, truce:no_agreement")
        << "no trade, no surplus";
    // Nothing of it matters where neither kind comes up, and all of it for either kind.
    const std::string kinds = "{ first_object = truce, then_object = treaty }, "
                              "{ first_object = treaty, then_object = truce }";
    EXPECT_EQ(verdicts(steps(swap + ", step = [" + kinds + "]")),
              "agreement, :agreement, truce:no_agreement, treaty:no_agreement");
    // A ring of kinds that only trade brings up leaves the outcomes without trade alone.
    EXPECT_EQ(verdicts(steps(swap + ", step = [{ first_object = truce, then.trade = yes }, " +
                             kinds + "]")),
              "agreement, :no_agreement, truce:no_agreement, treaty:no_agreement");
}

TEST(Steps, ThatAskForAKindBeforeItselfLeaveNoneOfThatKind) {
    const StepsResult result =
        steps(swap + ", step = [{ first_object = truce, then_object = truce }]");
    EXPECT_EQ(verdicts(result), "agreement, :agreement, truce:no_agreement");
    EXPECT_FALSE(result.steps[0].after_first.has_value());
}

TEST(Steps, TakeAnyOptionWhereNoStatusQuoIsEntered) {
    const std::string open =
        "party = { alta = { role = signatory }, bera = { role = signatory } }, issue = { "
        "land = { option = [no, yes], score.alta = { no = 0, yes = -4 }, "
        "score.bera = { no = 0, yes = 10 } }, "
        "trade = { option = [no, some, all], score.alta = { no = 0, some = 2, all = 9 }, "
        "score.bera = { no = 0, some = -1, all = -3 } } }, fallback = { alta = 1, bera = 1 }, "
        "step = [{ first.land = yes, then.trade = all, demanded_by = bera }]";
    const StepReport report = steps(open).steps.front();
    EXPECT_EQ(surplus_of(report.after_first, 0), (Interval{-5, -3}));
    EXPECT_EQ(surplus_of(report.after_first, 1), (Interval{8, 9}));
    EXPECT_EQ(report.without_status_quo, (std::vector<IssueId>{IssueId(1)}));
}

TEST(Steps, WhoseSidesExcludeEachOtherHoldNoBothParts) {
    const StepsResult result = steps(swap + ", step = [{ first.land = no, then.land = yes }]");
    EXPECT_FALSE(result.steps[0].can_hold_both);
    EXPECT_FALSE(result.steps[0].after_both.has_value());
    EXPECT_TRUE(result.conflicts.sets.empty());
    EXPECT_EQ(verdicts(result), "agreement, :no_agreement");
    EXPECT_EQ(result.steps[0].movers.size(), 2U) << "nobody demands it";
}

TEST(Steps, OfNoneSayTheVerdictAlone) {
    EXPECT_EQ(verdicts(steps(swap)), "agreement, :agreement");
}

TEST(Steps, AreUndecidedWhereTheBudgetRanOut) {
    const testing::Sketch sketch(swap + ", step = [" + land_first + ", " + trade_first + "]");
    const StepsResult result = find_steps(load_case(sketch.document()).value(), {.node_budget = 0});
    EXPECT_EQ(verdicts(result), "agreement, :undecided");
}

} // namespace
} // namespace unbracket
