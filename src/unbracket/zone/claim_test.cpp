#include "unbracket/zone/claim.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

ClaimAnswer claim(const std::string& text, Certainty certainty = Certainty::possible,
                  const ClaimOptions& options = {}) {
    const Case negotiation = testing::case_of(text);
    return decide_claim(negotiation, appraise(negotiation), certainty, options);
}

std::size_t part_count(const ClaimAnswer& answer) {
    const auto* none = std::get_if<NoOutcome>(&answer.answer);
    return none == nullptr ? 0 : none->parts.size();
}

/// Scores of 1 on either of two options and fallbacks that nothing reaches.
std::string hopeless(const std::string& rule, const std::string& more = "") {
    return "party = { alta = {}, bera = {}, coda = {} }, "
           "fallback = { alta = 2, bera = 2, coda = 2 }, "
           "issue.x = { option = [m, n], score = { alta = { m = 1, n = 1 }, "
           "bera = { m = 1, n = 1 }, coda = { m = 1, n = 1 } } }, agreement = { " +
           rule + " }" + more;
}

TEST(Claim, FindsAnOutcomeThatEveryRequiredPartyAccepts) {
    const ClaimAnswer answer =
        claim("party = { alta = {}, bera = {} }, fallback = { alta = 5, bera = 5 }, "
              "issue = { x = { option = [m, n], score = { alta = { m = 6, n = 0 }, "
              "bera = { m = 0, n = 6 } } }, y = { option = [k, l], score = { "
              "alta = { k = 0, l = 6 }, bera = { k = 5, l = 0 } } } }");
    ASSERT_TRUE(std::holds_alternative<OutcomeFound>(answer.answer));
    const Outcome& outcome = std::get<OutcomeFound>(answer.answer).outcome;
    const Outcome alta_then_bera = {OptionId(0), OptionId(0)};
    const Outcome bera_then_alta = {OptionId(1), OptionId(1)};
    EXPECT_TRUE(outcome == alta_then_bera || outcome == bera_then_alta);
}

TEST(Claim, IsCutIntoOnePartForEachSmallestSetOfParties) {
    EXPECT_EQ(part_count(claim(hopeless(""))), 1U);
    EXPECT_EQ(part_count(claim(hopeless("required = [alta], at_least = 2"))), 2U);
    EXPECT_EQ(part_count(claim(hopeless("required = [], at_least = 2"))), 3U);
    EXPECT_EQ(part_count(claim(hopeless("required = [], at_least = 3"))), 1U);
    EXPECT_EQ(part_count(claim(hopeless("required = [alta, bera], at_least = 1"))), 1U);
}

TEST(Claim, IsCutIntoOnePartForEachPatternOfBonuses) {
    const auto bonuses = [](int count) {
        std::string list;
        for (int at = 0; at < count; ++at) {
            list += "{ party = alta, when.x = m, value = 0.1 }, ";
        }
        return ", bonus = [" + list + "{ party = bera, when.x = n, value = 0.1 }]";
    };
    EXPECT_EQ(part_count(claim(hopeless("required = [alta]", bonuses(1)))), 2U);
    EXPECT_EQ(part_count(claim(hopeless("required = [alta, bera]", bonuses(1)))), 4U);
    // Seven bonuses that matter are bounded instead.
    EXPECT_EQ(part_count(claim(hopeless("required = [alta, bera]", bonuses(6)))), 1U);
}

TEST(Claim, ProvesAnEmptyPartWithoutMultipliers) {
    const ClaimAnswer answer =
        claim(hopeless("required = [alta]", ", intent.alta = refuses"), Certainty::possible);
    ASSERT_EQ(part_count(answer), 1U);
    EXPECT_TRUE(
        std::holds_alternative<EmptyPartProof>(std::get<NoOutcome>(answer.answer).parts[0].proof));
    EXPECT_EQ(answer.nodes, 0U);
}

TEST(Claim, ProvesWithMultipliersThatRuleEverythingOut) {
    const ClaimAnswer answer = claim(hopeless("required = [alta]"));
    ASSERT_EQ(part_count(answer), 1U);
    const PartProof& part = std::get<NoOutcome>(answer.answer).parts[0];
    EXPECT_EQ(part.accepting, (std::vector<PartyId>{PartyId(0)}));
    const auto* root = std::get_if<RootPartProof>(&part.proof);
    ASSERT_NE(root, nullptr);
    ASSERT_EQ(root->multipliers.size(), 1U);
    EXPECT_EQ(root->multipliers[0].first, PartyId(0));
    EXPECT_GT(root->multipliers[0].second, Rational(0));
}

TEST(Claim, WithTooFewPartiesHasNoPart) {
    Case negotiation = testing::case_of(hopeless("required = [], at_least = 3"));
    negotiation.agreement.at_least = 4;
    const ClaimAnswer answer =
        decide_claim(negotiation, appraise(negotiation), Certainty::possible);
    ASSERT_TRUE(std::holds_alternative<NoOutcome>(answer.answer));
    EXPECT_EQ(part_count(answer), 0U);
}

TEST(Claim, LooksAtWhatIsLeftWhenEntriesAreLeftOut) {
    const Case negotiation = testing::case_of(hopeless("required = [alta]"));
    Omissions omissions(negotiation.entries.size(), false);
    omissions[as_index(*negotiation.find_entry("fallback.alta"))] = true;
    const Appraisal appraisal = appraise(negotiation);
    EXPECT_TRUE(std::holds_alternative<OutcomeFound>(
        decide_claim(negotiation, appraisal, Certainty::possible, {}, omissions).answer));
    EXPECT_TRUE(std::holds_alternative<NoOutcome>(
        decide_claim(negotiation, appraisal, Certainty::possible).answer));
}

/// The kinds in the order of the type that holds them.
TEST(VerdictKind, HasTheWordOfTheConcepts) {
    const auto word = [](VerdictVariant answer) {
        return to_text(kind_of(Verdict{std::move(answer), 0}));
    };
    EXPECT_EQ(word(AgreementVerdict{}), "agreement");
    EXPECT_EQ(word(NoAgreementVerdict{}), "no_agreement");
    EXPECT_EQ(word(DependsVerdict{}), "depends");
    EXPECT_EQ(word(UndecidedVerdict{}), "undecided");
    EXPECT_EQ(word(ContradictionVerdict{}), "contradiction");
}

TEST(Verdict, IsUndecidedWhereBonusesTieTooManyContentsOfADraft) {
    // 17 open issues of two options: 131,072 contents.
    std::string issues, when;
    for (int at = 0; at < 17; ++at) {
        const std::string id = "i" + std::to_string(at);
        issues += id + " = { option = [m, n], score.alta = { m = 1, n = 1 } }, ";
        when += id + " = m, ";
    }
    const Case negotiation = testing::case_of(
        "party.alta.name = Alta, draft.d = {}, fallback.alta = { draft = d }, issue = { " + issues +
        "}, bonus = [{ party = alta, when = { " + when + "}, value = 1 }]");
    const Verdict verdict = decide(negotiation, appraise(negotiation));
    const auto* undecided = std::get_if<UndecidedVerdict>(&verdict.answer);
    ASSERT_NE(undecided, nullptr);
    EXPECT_EQ(undecided->reason, UndecidedReason::open_fallback);
    EXPECT_EQ(undecided->party, PartyId(0));
}

TEST(Verdict, SaysThatItWasStopped) {
    CancelFlag stop;
    stop.raise();
    const Case negotiation = testing::case_of(hopeless("required = [alta]"));
    const Verdict verdict =
        decide(negotiation, appraise(negotiation), {.node_budget = 0, .cancel = &stop});
    if (const auto* undecided = std::get_if<UndecidedVerdict>(&verdict.answer)) {
        EXPECT_EQ(undecided->reason, UndecidedReason::stopped);
    } else {
        EXPECT_EQ(kind_of(verdict), VerdictKind::no_agreement); // proved at the root
    }
}

} // namespace
} // namespace unbracket
