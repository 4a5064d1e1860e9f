#include "unbracket/robust/score.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

struct Scored {
    explicit Scored(const std::string& text,
                    std::uint64_t most_completions = most_scored_completions)
        : negotiation(testing::case_of(text)),
          score(score_draft(negotiation, appraise(negotiation), DraftId(0), most_completions)) {}

    const PartyScore& first() const { return score.parties.front(); }
    /// `kind address` of each thing in the way, `?` behind what is not certain.
    std::string objections() const { return text_of(first().objections); }
    std::string broken() const { return text_of(score.broken); }

    std::string text_of(const std::vector<Objection>& objections) const {
        const char* const kinds[] = {"plan", "intent", "red", "unknown", "limit", "value"};
        std::string all;
        for (const Objection& each : objections) {
            all +=
                (all.empty() ? "" : "; ") + std::string(kinds[static_cast<std::size_t>(each.kind)]);
            all += each.entry ? " " + negotiation.entry(*each.entry).address : "";
            all += each.is_certain ? "" : "?";
        }
        return all;
    }

    Case negotiation;
    DraftScore score;
};

std::string text(const std::string& set, const std::string& more = "") {
    return "party.alta = {}, fallback.alta = 5, issue = { "
           "x = { option = [a, b, c], score.alta = { a = 1, b = [4, 6], c = redline } }, "
           "y = { option = [k, l], score.alta = { k = 0, l = 10 } } }, draft.d.set = { " +
           set + " }" + more;
}

TEST(ScoreByHand, OfASettledDraft) {
    const Scored sure(text("x = b, y = l"));
    EXPECT_EQ(sure.first().acceptance, Acceptance::surely);
    EXPECT_EQ(sure.first().surplus, (Interval{9, 11}));
    EXPECT_EQ(sure.objections(), "");
    EXPECT_EQ(sure.score.agreement, Acceptance::surely);
    const Scored perhaps(text("x = b, y = k"));
    EXPECT_EQ(perhaps.first().acceptance, Acceptance::possibly);
    EXPECT_EQ(perhaps.first().surplus, (Interval{-1, 1}));
    EXPECT_EQ(perhaps.objections(), "value fallback.alta?");
    const Scored never(text("x = a, y = k"));
    EXPECT_EQ(never.first().acceptance, Acceptance::never);
    EXPECT_EQ(never.first().surplus, (Interval{-4, -4}));
    EXPECT_EQ(never.objections(), "value fallback.alta");
    EXPECT_EQ(never.score.agreement, Acceptance::never);
}

TEST(ScoreByHand, OfAnOpenDraftIsOverAllItMayTurnOutToBe) {
    const Scored open(text("x = [a, b], y = l"));
    EXPECT_EQ(open.score.completions, 2U);
    EXPECT_TRUE(open.score.is_exact);
    EXPECT_EQ(open.first().acceptance, Acceptance::surely); // 11 or 14 to 16
    EXPECT_EQ(open.first().surplus, (Interval{6, 11}));
    EXPECT_TRUE(open.first().surplus_is_attained);
    const Scored unknown(text("y = l"));
    EXPECT_EQ(unknown.score.completions, 3U);
    EXPECT_EQ(unknown.first().acceptance, Acceptance::possibly);
    EXPECT_EQ(unknown.objections(), "red issue.x.score.alta.c?");
}

TEST(ScoreByHand, NamesARedLineForSureWhereNoOtherContentIsLeft) {
    EXPECT_EQ(Scored(text("x = c, y = l")).objections(), "red issue.x.score.alta.c");
    EXPECT_EQ(Scored(text("x = c, y = l")).first().acceptance, Acceptance::never);
}

TEST(ScoreByHand, NamesIntentsAndLimits) {
    EXPECT_EQ(Scored(text("x = b, y = l", ", intent.alta = doubtful")).objections(),
              "intent intent.alta?");
    EXPECT_EQ(Scored(text("x = b, y = l", ", intent.alta = refuses")).objections(),
              "intent intent.alta");
    const std::string limit = ", limit = [{ party = alta, if.x = b, never.y = l }]";
    EXPECT_EQ(Scored(text("x = b, y = l", limit)).objections(), "limit limit.1");
    EXPECT_EQ(Scored(text("x = [a, b], y = l", limit)).objections(), "limit limit.1?");
    EXPECT_EQ(Scored(text("x = a, y = l", limit)).objections(), "");
    const std::string needs = ", limit = [{ party = alta, needs.x = [a, b] }]";
    EXPECT_EQ(Scored(text("x = [a, b], y = l", needs)).objections(), "");
}

TEST(ScoreByHand, NamesUnknownOptionsAsUncertain) {
    const Scored scored("party.alta = {}, fallback.alta = 5, issue.x = { option = [a, b], "
                        "weight.alta = 1, stance.alta.a = unknown }, draft.d.set.x = [a, b]");
    // What no stance is entered for has no entry to name.
    EXPECT_EQ(scored.objections(),
              "unknown issue.x.stance.alta.a?; unknown?; value fallback.alta?");
    EXPECT_EQ(scored.first().acceptance, Acceptance::possibly);
    EXPECT_EQ(scored.first().surplus, (Interval{-5, 95}));
}

TEST(ScoreByHand, NamesRulesAndNormsThatTheTextBreaks) {
    const std::string plan = ", rule = [{ if.x = b, then.y = l }, { forbid = { x = a, y = k } }, "
                             "{ at_most = 1, of = [{ x = a }, { y = l }] }], "
                             "limit = [{ party = norm, never = { x = b, y = k } }]";
    EXPECT_EQ(Scored(text("x = b, y = l", plan)).broken(), "");
    EXPECT_EQ(Scored(text("x = b, y = k", plan)).broken(), "plan rule.1; plan limit.1");
    EXPECT_EQ(Scored(text("x = a, y = k", plan)).broken(), "plan rule.2");
    EXPECT_EQ(Scored(text("x = a, y = l", plan)).broken(), "plan rule.3");
    EXPECT_EQ(Scored(text("x = [a, b], y = k", plan)).broken(),
              "plan rule.1?; plan rule.2?; plan limit.1?");
    EXPECT_EQ(Scored(text("x = b, y = k", plan)).score.agreement, Acceptance::never);
}

TEST(ScoreByHand, CountsBonusesOverOpenContents) {
    const std::string bonus = ", bonus = [{ party = alta, when = { x = a, y = l }, value = 3 }]";
    EXPECT_EQ(Scored(text("x = a, y = l", bonus)).first().surplus, (Interval{9, 9}));
    EXPECT_EQ(Scored(text("x = b, y = l", bonus)).first().surplus, (Interval{9, 11}));
    // a with l gives 14, b with l 14 to 16: the bonus is not added to b.
    const Scored looked(text("x = [a, b], y = l", bonus));
    EXPECT_EQ(looked.first().surplus, (Interval{9, 11}));
    EXPECT_TRUE(looked.first().surplus_is_attained);
    const Scored bounded(text("x = [a, b], y = l", bonus), 1);
    EXPECT_EQ(bounded.first().surplus, (Interval{6, 14}));
    EXPECT_FALSE(bounded.first().surplus_is_attained);
    EXPECT_FALSE(bounded.score.is_exact);
}

TEST(ScoreByHand, KeepsTheOrderOfWeights) {
    const std::string weighed =
        "party.alta = {}, fallback.alta = 40, issue = { "
        "x = { option = [a, b], stance.alta = { a = 0, b = 100 }, weight.alta = [1, 3] }, "
        "y = { option = [k, l], stance.alta = { k = 0, l = 100 }, weight.alta = [1, 3] } }, "
        "draft.d.set = { x = b, y = k }";
    EXPECT_EQ(Scored(weighed).first().surplus, (Interval{-15, 35}));
    const std::string ordered = weighed + ", order.weight.alta = \"x > y\"";
    const Scored scored(ordered);
    EXPECT_EQ(scored.first().surplus, (Interval{10, 35}));
    EXPECT_TRUE(scored.first().surplus_is_attained);
    EXPECT_EQ(scored.first().acceptance, Acceptance::surely);
    const Scored bounded(ordered, 0);
    EXPECT_EQ(bounded.first().surplus, (Interval{-15, 35}));
    EXPECT_FALSE(bounded.first().surplus_is_attained);
}

TEST(ScoreByHand, WithoutALookAtEachContentIsTooHopefulOnlyOfSingleParties) {
    // Alta needs a, bera needs b; each alone is possible, together they are not.
    const std::string clash =
        "party = { alta = {}, bera = {} }, fallback = { alta = 1, bera = 1 }, "
        "issue.x = { option = [a, b], score = { alta = { a = 1, b = 0 }, "
        "bera = { a = 0, b = 1 } } }, draft.d.set.x = unknown";
    EXPECT_EQ(Scored(clash).score.agreement, Acceptance::never);
    const Scored bounded(clash, 1);
    EXPECT_FALSE(bounded.score.is_exact);
    EXPECT_EQ(bounded.score.agreement, Acceptance::never);
    EXPECT_EQ(bounded.first().acceptance, Acceptance::possibly);
}

TEST(ScoreByHand, ListsPartiesThatAreCountedOrHaveNumbers) {
    const Scored scored("party = { alta = {}, mira.role = mediator, coda.role = observer }, "
                        "issue.x = { option = [a], score.coda.a = 1 }, draft.d.set.x = a");
    ASSERT_EQ(scored.score.parties.size(), 2U);
    EXPECT_TRUE(scored.score.parties[0].is_required && scored.score.parties[0].is_counted);
    EXPECT_FALSE(scored.score.parties[0].surplus.has_value());
    EXPECT_EQ(scored.score.parties[1].party, PartyId(2));
    EXPECT_FALSE(scored.score.parties[1].is_counted);
    EXPECT_EQ(scored.score.agreement, Acceptance::surely); // coda has no say
}

TEST(ScoreByHand, OfAnOutcomeIsThatOfADraftThatSaysTheSame) {
    const Scored draft(text("x = b, y = k"));
    const DraftScore outcome =
        score_outcome(draft.negotiation, appraise(draft.negotiation), {OptionId(1), OptionId(0)});
    EXPECT_FALSE(outcome.draft.has_value());
    EXPECT_EQ(outcome.completions, 1U);
    EXPECT_EQ(outcome.agreement, draft.score.agreement);
    EXPECT_EQ(outcome.parties[0].surplus, draft.first().surplus);
}

TEST(ScoreByHand, CountsCompletionsWithoutOverflow) {
    std::string issues;
    for (int at = 0; at < 11; ++at) {
        issues += "i" + std::to_string(at) + ".range = { min = 1, max = 4096, step = 1 }, ";
    }
    const Scored scored("party.alta = {}, issue = { " + issues + "}, draft.d = {}");
    EXPECT_EQ(scored.score.completions, UINT64_MAX);
    EXPECT_FALSE(scored.score.is_exact);
    EXPECT_EQ(scored.first().acceptance, Acceptance::surely); // it has no limits at all
}

} // namespace
} // namespace unbracket
