#include "unbracket/robust/trials.hpp"
#include "unbracket/zone/synthetic.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string one_option = "party.alta = {}, issue.x = { option = [m], score.alta.m = 5 }, ";

TEST(Trials, GiveEachDecisionAtMostTwoMillionNodes) {
    const Case negotiation = testing::case_of(one_option + "fallback.alta = 4");
    EXPECT_EQ(Trials(negotiation, {}).options().node_budget, 2'000'000U);
    EXPECT_EQ(Trials(negotiation, {.node_budget = 7}).options().node_budget, 7U);
}

TEST(Trials, DecideVersionsOfACase) {
    const Case good = testing::case_of(one_option + "fallback.alta = 4");
    const Case bad = testing::case_of(one_option + "fallback.alta = 6");
    Trials trials(good, {});
    EXPECT_FALSE(trials.has_no_outcome(good, appraise(good), Certainty::sure));
    EXPECT_TRUE(trials.has_no_outcome(bad, appraise(bad), Certainty::possible));
    EXPECT_TRUE(trials.is_complete());
}

TEST(Trials, AreRefusedOnceTheTableWasLookedAtOften) {
    // 4000 options of 100 parties and one more cell: 400,001 cells, so 99 versions fit 40 million.
    std::string parties;
    for (int at = 0; at < 100; ++at) {
        parties += "p" + std::to_string(at) + " = {}, ";
    }
    const Case large = testing::case_of("party = { " + parties +
                                        "}, issue.x.range = { min = 1, max = 4000, step = 1 }");
    Trials trials(large, {});
    int tried = 0;
    while (trials.may_try()) {
        ++tried;
        ASSERT_LT(tried, 1000);
    }
    EXPECT_EQ(tried, 99);
    EXPECT_FALSE(trials.is_complete());
    EXPECT_FALSE(trials.may_try());
}

TEST(Trials, AreRefusedOnceSomebodyRaisesTheFlag) {
    const Case small = testing::case_of(one_option + "fallback.alta = 4");
    CancelFlag stop;
    Trials trials(small, {.cancel = &stop});
    EXPECT_TRUE(trials.may_try());
    stop.raise();
    EXPECT_FALSE(trials.may_try());
    EXPECT_FALSE(trials.is_complete());
}

TEST(Trials, AreNotCompleteOnceADecisionWasCut) {
    const Result<Node> document = synthetic_document({.parties = 4,
                                                      .issues = 12,
                                                      .options = 4,
                                                      .kind = SyntheticClass::opposed,
                                                      .planted = Planted::no});
    ASSERT_TRUE(document.ok());
    const Result<Case> hard = bind_case(document.value());
    ASSERT_TRUE(hard.ok());
    Trials trials(hard.value(), {.node_budget = 1});
    const ClaimAnswer answer =
        trials.decide(hard.value(), appraise(hard.value()), Certainty::possible);
    EXPECT_TRUE(std::holds_alternative<ClaimCut>(answer.answer));
    EXPECT_FALSE(trials.is_complete());
    EXPECT_TRUE(trials.may_try()); // the others may still be easy
}

} // namespace
} // namespace unbracket
