#include "unbracket/robust/draft_changes.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::case_of;

std::vector<IssueCost> costs(const Case& negotiation) {
    return costs_of(negotiation, appraise(negotiation), PartyId(0), negotiation.drafts[0].content);
}

SingleChanges changes(const Case& negotiation) {
    const Appraisal appraisal = appraise(negotiation);
    return single_changes(negotiation, appraisal, score_draft(negotiation, appraisal, DraftId(0)),
                          negotiation.drafts[0].content);
}

const std::string weighted =
    "party.a = { name = A }, issue = { x = { option = [m, n], weight.a = 10, stance.a = { m = 20, "
    "n "
    "= 80 } }, y = { option = [m, n], weight.a = [10, 30], stance.a = { m = 0, n = [40, 60] } } }, "
    "fallback.a = 0, draft.d.set = ";

TEST(Cost, IsWhatTheBestOptionWouldAddToTheTotal) {
    const std::vector<IssueCost> found = costs(case_of(weighted + "{ x = m, y = m }"));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].issue, IssueId(1)); // 40..60 of a half to three quarters of all weight
    EXPECT_EQ(found[0].cost, (Interval{20, 45}));
    EXPECT_EQ(found[1].cost, (Interval{15, 30})); // 60 of a quarter to a half
}

TEST(Cost, OfTheBestOptionIsNothing) {
    const std::vector<IssueCost> found = costs(case_of(weighted + "{ x = n, y = n }"));
    EXPECT_TRUE(found.empty());
}

TEST(Cost, OfAnOpenIssueReachesFromItsBestToItsWorstContent) {
    const std::vector<IssueCost> found = costs(case_of(weighted + "{ x = n, y = [m, n] }"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].cost, (Interval{0, 45}));
}

TEST(Cost, LeavesOutTheOptionsThatAreThePartysOwnRedLines) {
    const std::vector<IssueCost> found = costs(
        case_of("party.a = { name = A }, issue.x = { option = [m, n, o], weight.a = 10, stance.a = "
                "{ m = 20, n = \"redline ideal\", o = 30 } }, fallback.a = 0, draft.d.set.x = m"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].cost, single(10));
}

TEST(Cost, TakesRisksOff) {
    const std::vector<IssueCost> found = costs(
        case_of("party.a = { name = A }, issue.x = { option = [m, n], score.a = { m = 20, n = "
                "30 } }, fallback.a = 0, draft.d.set.x = m, "
                "risk = [ { option = { x = n }, party = a, loss = [4, 12] } ]"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].cost, (Interval{0, 6}));
}

TEST(SingleChange, IsListedForThePartyItWinsAndForTheRule) {
    const SingleChanges found = changes(case_of(
        "party = { a = { name = A }, b = { name = B } }, issue.x = { option = [m, n, o], score = { "
        "a "
        "= { m = 0, n = 3, o = 9 }, b = { m = 5, n = 4, o = 0 } } }, fallback = { a = 2, b = 4 }, "
        "draft.d.set.x = m"));
    EXPECT_EQ(found.count, 2U);
    ASSERT_EQ(found.helpful.size(), 2U);
    EXPECT_EQ(found.helpful[0].option, OptionId(1));
    EXPECT_EQ(found.helpful[0].agreement, Acceptance::surely);
    EXPECT_EQ(found.helpful[1].agreement, Acceptance::never);
    EXPECT_EQ(found.helpful[1].parties[0].second, Acceptance::surely);
    EXPECT_EQ(found.helpful[1].parties[1].second, Acceptance::never);
}

TEST(SingleChange, SettlesAnOpenIssueToo) {
    const SingleChanges found = changes(case_of(
        "party.a = { name = A }, issue.x = { option = [m, n], score.a = { m = 0, n = 3 } }, "
        "fallback.a = 2, draft.d.set.x = [m, n]"));
    EXPECT_EQ(found.count, 2U);
    ASSERT_EQ(found.helpful.size(), 1U);
    EXPECT_EQ(found.helpful[0].option, OptionId(1));
}

TEST(SingleChange, IsKeptWhereItWasFoundBeforeAStop) {
    const Case negotiation = case_of("party.a = { name = A }, issue.x = { option = [m, n], score.a "
                                     "= { m = 0, n = 3 } }, fallback.a = 2, draft.d.set.x = m");
    const Appraisal appraisal = appraise(negotiation);
    CancelFlag stopped;
    stopped.raise();
    const SingleChanges found =
        single_changes(negotiation, appraisal, score_draft(negotiation, appraisal, DraftId(0)),
                       negotiation.drafts[0].content, &stopped);
    EXPECT_TRUE(found.was_stopped && found.are_looked_at);
    EXPECT_TRUE(found.helpful.empty());
    EXPECT_FALSE(single_changes(negotiation, appraisal,
                                score_draft(negotiation, appraisal, DraftId(0)),
                                negotiation.drafts[0].content)
                     .was_stopped);
}

TEST(SingleChange, IsNotLookedAtWhereThereAreTooMany) {
    const Case negotiation = case_of("party.a = { name = A }, issue.x = { option = [m, n], score.a "
                                     "= { m = 0, n = 3 } }, fallback.a = 2, draft.d.set.x = m");
    const Appraisal appraisal = appraise(negotiation);
    const DraftScore score = score_draft(negotiation, appraisal, DraftId(0));
    Case many = negotiation;
    many.issues.assign(5'000, negotiation.issues[0]);
    const std::vector<DraftSetting> content(many.issues.size(), negotiation.drafts[0].content[0]);
    const SingleChanges found = single_changes(many, appraisal, score, content);
    EXPECT_FALSE(found.are_looked_at);
    EXPECT_EQ(found.count, 5'000U);
}

TEST(Acceptance, IsSurerInEveryReadingThanInSomeThanInNone) {
    EXPECT_TRUE(is_surer(Acceptance::surely, Acceptance::possibly));
    EXPECT_TRUE(is_surer(Acceptance::possibly, Acceptance::never));
    EXPECT_FALSE(is_surer(Acceptance::never, Acceptance::never));
    EXPECT_FALSE(is_surer(Acceptance::no_reading, Acceptance::never));
}

} // namespace
} // namespace unbracket
