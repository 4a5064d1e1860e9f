#include "unbracket/robust/robust.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

LoadedCase loaded_case_of(const std::string& text) {
    return testing::loaded_value("{ unbracket = 1, " + text + " }");
}

RobustResult studied(const std::string& text, std::uint64_t samples = 4'000) {
    RobustOptions options;
    options.sample.samples = samples;
    const Result<RobustResult> result = find_robust(loaded_case_of(text), options);
    EXPECT_TRUE(result.ok());
    return result.value();
}

const std::string one_fallback =
    "party.alta = {}, issue.x = { option = [m, n], score.alta = { m = 5, n = 2 } }, "
    "fallback.alta = [0, 10]";

double share(std::uint64_t hits, std::uint64_t draws) {
    return static_cast<double>(hits) / static_cast<double>(draws);
}

TEST(Robust, CountsReadingsWithAnAgreement) {
    const RobustResult result = studied(one_fallback);
    EXPECT_EQ(result.verdict, VerdictKind::depends);
    EXPECT_EQ(result.tally.readings, 4'000U);
    EXPECT_NEAR(share(result.tally.agreement, 4'000), 0.5, 0.035);
    ASSERT_FALSE(result.outcomes.empty());
    EXPECT_EQ(result.outcomes.front().outcome, Outcome{OptionId(0)});
    EXPECT_EQ(result.outcomes.front().tally.by_party.front(), result.tally.agreement);
}

TEST(Robust, SaysWhoStandsInTheWayAlone) {
    const RobustResult result = studied(one_fallback);
    ASSERT_EQ(result.tally.blocks.size(), 1U);
    EXPECT_EQ(result.tally.blocks.front(), 4'000 - result.tally.agreement);
}

TEST(Robust, SaysInHowManyReadingsAnAgreementHoldsAnOption) {
    const RobustResult result = studied(one_fallback);
    ASSERT_EQ(result.options.size(), 2U);
    EXPECT_NEAR(share(result.options[0].agreement, result.options[0].readings), 0.5, 0.035);
    EXPECT_NEAR(share(result.options[1].agreement, result.options[1].readings), 0.2, 0.03);
}

TEST(Robust, MeasuresADraftWhateverItsOpenContents) {
    const RobustResult result = studied(one_fallback + ", draft.first = {}");
    ASSERT_EQ(result.drafts.size(), 1U);
    EXPECT_EQ(result.drafts.front().contents, 2U);
    ASSERT_TRUE(result.drafts.front().tally.has_value());
    const ContentTally& tally = *result.drafts.front().tally;
    EXPECT_NEAR(share(tally.some.agreement, 4'000), 0.5, 0.035);
    EXPECT_NEAR(share(tally.every.agreement, 4'000), 0.2, 0.03);
}

TEST(Robust, SearchesADraftThatLeavesTooMuchOpen) {
    const LoadedCase loaded = loaded_case_of(
        "party = { alta = {}, bera = {} }, issue = { x = { option = [m, n, o], score = { alta = "
        "{ m = 5, n = 2, o = redline }, bera = { m = 0, n = 3, o = 9 } } }, y = { option = [p, q], "
        "score = { alta = { p = 1, q = 3 }, bera = { p = 3, q = 1 } } } }, fallback = { alta = "
        "[0, 10], bera = [1, 7] }, limit = [{ party = norm, never = { x = m, y = q } }, "
        "{ party = bera, never.y = q }], rule = [{ if.x = n, then.y = p }], "
        "draft = { first = {}, second.set.y = q, third = { set.x = [m, o] } }");
    RobustOptions options;
    options.sample.samples = 2'000;
    const RobustResult looked = find_robust(loaded, options).value();
    options.contents = 1;
    const RobustResult searched = find_robust(loaded, options).value();
    ASSERT_EQ(searched.drafts.size(), 3U);
    for (std::size_t at = 0; at < searched.drafts.size(); ++at) {
        ASSERT_TRUE(looked.drafts[at].tally && searched.drafts[at].wide) << at;
        const AcceptanceTally& each = looked.drafts[at].tally->some;
        EXPECT_EQ(searched.drafts[at].wide->readings, 2'000U) << at;
        EXPECT_EQ(searched.drafts[at].wide->some.agreement, each.agreement) << at;
        EXPECT_EQ(searched.drafts[at].wide->some.by_party, each.by_party) << at;
    }
    EXPECT_GT(looked.drafts[0].tally->some.agreement, 0U);
}

TEST(Robust, FindsWhatMovesTheShareMost) {
    const RobustResult result =
        studied("party.alta = {}, issue.x = { option = [m], score.alta.m = [4, 6] }, "
                "fallback.alta = [0, 10]");
    ASSERT_EQ(result.swings.entries.size(), 2U);
    EXPECT_NEAR(result.swings.entries[0].span(), 1.0, 1e-9); // the fallback at 0 and at 10
    EXPECT_NEAR(result.swings.entries[1].span(), 0.2, 0.06);
    EXPECT_EQ(result.swings.questions.front().asked, std::vector<PartyId>{PartyId(0)});
}

/// What alta rejects binds, and at the high end of its stance on v hardly any draw keeps it.
const std::string judged_swings =
    "party = { a = {}, b = {} }, issue = { x = { option = [u, v], weight = { a = [20, 30], b = 25 "
    "}, stance = { a = { u = 100, v = 0 }, b = { u = 40, v = 100 } } }, y = { option = [u, v], "
    "weight = { a = 25, b = 10 }, stance = { a = { u = 100, v = [0, 30] }, b = { u = 0, v = 100 } "
    "} } }, fallback = { a = 50, b = 50 }, limit = [{ party = a, needs.x = u }], draft.d = { "
    "set = { x = u, y = v } }, said = [{ id = s, who = w, speaks_for = a, attribution = official, "
    "claim = c, judgement.a = \"rejects d\" }]";

TEST(Robust, DrawsNoReadingsForAnEndThatLeavesJudgementsAside) {
    const RobustResult result = studied(judged_swings, 2'000);
    EXPECT_EQ(result.verdict, VerdictKind::no_agreement);
    EXPECT_TRUE(result.unjudged.empty());
    EXPECT_EQ(result.tally.agreement, 0U);
    std::size_t not_drawn = 0;
    for (const Swing& swing : result.swings.entries) {
        EXPECT_EQ(swing.at_low.agreement + swing.at_high.agreement, 0U);
        not_drawn += swing.at_high.readings == 0 ? 1U : 0U;
    }
    EXPECT_GT(not_drawn, 0U);
}

TEST(Robust, FindsPairsThatSettleTheAnswerOnlyTogether) {
    // Three scores of 0..4 against a need of 9: one at 0 leaves 8 at most, and is a hinge; against
    // 6 one alone settles nothing, two at 0 leave 4, two at 4 give 8.
    const std::string scores =
        "party.alta = {}, issue = { x = { option = [k], score.alta.k = [0, 4] }, y = { option = "
        "[l], "
        "score.alta.l = [0, 4] }, z = { option = [m], score.alta.m = [0, 4] } }, fallback.alta = ";
    EXPECT_TRUE(studied(scores + "9", 500).swings.pairs.empty());
    const RobustResult result = studied(scores + "6", 500);
    EXPECT_TRUE(result.swings.hinges.entries.empty());
    EXPECT_EQ(result.swings.pairs.size(), 6U);
    for (const EntryPair& pair : result.swings.pairs) {
        EXPECT_EQ(pair.first_at_high, pair.second_at_high);
        EXPECT_EQ(pair.verdict,
                  pair.first_at_high ? VerdictKind::agreement : VerdictKind::no_agreement);
    }
}

TEST(Robust, RanksAlternativesByHowFarTheirAnswersLieApart) {
    const RobustResult result = studied(
        one_fallback + ", alternative.worth = { question = \"Is m worth more?\", no = {}, yes = { "
                       "\"issue.x.score.alta.m\" = 9 } }");
    const auto& questions = result.swings.questions;
    ASSERT_EQ(questions.size(), 2U);
    EXPECT_TRUE(std::holds_alternative<EntryId>(questions[0].about));
    ASSERT_TRUE(std::holds_alternative<AlternativeId>(questions[1].about));
    EXPECT_NEAR(questions[1].span(), 0.4, 0.06);
}

TEST(Robust, LeavesOutOneVoiceAfterTheOther) {
    const RobustResult result = studied(
        one_fallback +
            ", said = [ { id = s1, who = W, speaks_for = alta, attribution = official, kind = "
            "claim, "
            "claim = C, supports = [issue.x.score.alta.m] }, { id = s2, who = V, attribution = "
            "anonymous, kind = claim, claim = D, about = [alta], same_as = s3 }, { id = s3, who = "
            "V, "
            "attribution = anonymous, kind = claim, claim = E, about = [alta] } ]",
        500);
    std::string kinds;
    for (const LeftOutVoice& voice : result.voices) {
        kinds += std::to_string(static_cast<int>(voice.kind)) + ":" +
                 std::to_string(voice.statements.size()) + " ";
    }
    EXPECT_EQ(kinds, "0:1 0:2 1:1 1:1 3:1 4:2 5:2 ");
    EXPECT_FALSE(result.voices[0].problem.empty()) << "a score is missing then";
    EXPECT_EQ(result.voices[1].entries, 0U);
    EXPECT_EQ(result.voices[1].verdict, VerdictKind::depends);
}

TEST(Robust, LeavesOutTheVoicesOfTheLedger) {
    const RobustResult result =
        studied(one_fallback +
                    ", person.p = { party = alta }, said = [ { id = s1, person = p, claim = C }, { "
                    "id = s2, "
                    "who = W, attribution = narrator, source = T, claim = C }, { id = s3, person = "
                    "p, claim "
                    "= C }, { id = s4, who = V, attribution = narrator, source = T, claim = C } ]",
                100);
    ASSERT_EQ(result.voices.size(), 6U) << "two voices, and each of their statements";
    EXPECT_EQ(result.voices[0].statements, (std::vector<std::string>{"s1", "s3"}));
    EXPECT_EQ(result.voices[2].statements, (std::vector<std::string>{"s3"}));
    EXPECT_EQ(result.voices[2].name, "s3");
    EXPECT_EQ(result.voices[3].statements, (std::vector<std::string>{"s2", "s4"}));
    EXPECT_EQ(result.voices[3].name, "s2");
}

TEST(Robust, AFileOfSingleNumbersHasOneReading) {
    const RobustResult result = studied(
        "party.alta = {}, issue.x = { option = [m], score.alta.m = 5 }, fallback.alta = 5", 200);
    EXPECT_FALSE(result.has_several_readings);
    EXPECT_EQ(result.tally.agreement, 200U) << "just as much is enough, exactly";
}

TEST(Robust, AContradictionIsAProblem) {
    const Result<RobustResult> result =
        find_robust(loaded_case_of("party.alta = {}, issue.x = { option = [m, n], weight.alta = 5, "
                                   "stance.alta = { m = 10, n = 20 }, order.alta = \"m > n\" }"));
    EXPECT_FALSE(result.ok());
}

TEST(Robust, ARaisedFlagEndsIt) {
    CancelFlag flag;
    flag.raise();
    RobustOptions options;
    options.sample.cancel = options.search.cancel = &flag;
    const Result<RobustResult> result = find_robust(loaded_case_of(one_fallback), options);
    ASSERT_TRUE(result.ok());
    EXPECT_TRUE(result.value().was_stopped);
    EXPECT_EQ(result.value().tally.readings, 0U);
}

} // namespace
} // namespace unbracket
