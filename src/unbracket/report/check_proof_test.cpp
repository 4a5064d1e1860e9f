#include "unbracket/report/check_sections.hpp"

#include "tests/checked_sample.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

namespace unbracket::screen {
namespace {

using unbracket::testing::CheckedSample;
using unbracket::testing::holds;
using unbracket::testing::opposed_pair;

/// What is said of a case without agreement whose proof has these parts.
std::string proof_of(const std::vector<PartProof>& parts, HardReasons reasons = {}) {
    CheckedSample sample(opposed_pair("4", "6"));
    sample.result.verdict.answer = NoAgreementVerdict{{parts}};
    sample.result.hard_reasons = reasons;
    return sample.section(put_proof);
}

PartProof part(decltype(PartProof::proof) proof) {
    return {{}, std::nullopt, {}, std::move(proof)};
}

PartProof weighing(std::int64_t alta, std::int64_t bera) {
    return part(RootPartProof{{{PartyId(1), Rational(bera)}, {PartyId(0), Rational(alta)}}});
}

PartProof tree(std::uint64_t nodes) {
    return part(TreePartProof{{}, {}, nodes});
}

TEST(CheckProof, FramesEveryProofAndNamesTheIndependentCheck) {
    const std::string text = proof_of({tree(7)});
    EXPECT_EQ(text.find("PROOF     Proved for this file, not about the world. "), 0U) << text;
    EXPECT_TRUE(holds(text, "For an independent check: --certificate FILE, then verify.")) << text;
}

TEST(CheckProof, OfLimitsNamesWhatCanExcludeWithoutWeighing) {
    EXPECT_TRUE(holds(proof_of({part(EmptyPartProof{})}),
                      "\"None\": red lines, limits and rules alone leave no combination."));
    EXPECT_TRUE(holds(proof_of({part(EmptyPartProof{})}, {.unknown_options = true}),
                      "red lines, limits, rules and unknown options alone leave"));
    EXPECT_TRUE(holds(proof_of({part(EmptyPartProof{})}, {.intent = true}),
                      "rules and a party that refuses alone leave"));
}

TEST(CheckProof, OfNoneInEveryReadingSpeaksOfDoubtfulIntent) {
    CheckedSample sample(opposed_pair("4", "6"));
    DependsVerdict depends;
    depends.none_sure.parts = {part(EmptyPartProof{})};
    sample.result.verdict.answer = depends;
    sample.result.hard_reasons.intent = true;
    EXPECT_TRUE(holds(sample.section(put_proof), "\"None in every reading\": red lines, limits, "
                                                 "rules and doubtful intent alone leave"));
}

TEST(CheckProof, OfReadingsAloneNamesNoParty) {
    EXPECT_TRUE(
        holds(proof_of({part(RootPartProof{})}),
              "\"None\": weighing the readings that judgements and orders of weights leave, "
              "no combination reaches what all need together."));
}

TEST(CheckProof, OfOnePartySaysThatNoCombinationIsEnoughForIt) {
    EXPECT_TRUE(holds(proof_of({part(RootPartProof{{{PartyId(0), Rational(3)}}})}),
                      "no combination left gives Alta what it has without agreement."));
}

TEST(CheckProof, WeighsPartiesInTheOrderOfTheFile) {
    EXPECT_TRUE(holds(proof_of({weighing(3, 2)}),
                      "weighing the points of Alta by 3 and Bera by 2 (a device of the proof, no "
                      "judgement of importance), no combination reaches what all of them need "
                      "together."));
}

TEST(CheckProof, RoundsLargeWeightsAndSaysSo) {
    EXPECT_TRUE(holds(proof_of({weighing(99, 1)}), "Alta by 99 and Bera by 1 (a device"));
    EXPECT_TRUE(holds(proof_of({weighing(1'000, 250)}), "Alta by 100 and Bera by 25 (about; a"));
    EXPECT_TRUE(holds(proof_of({weighing(1'000, 25)}), "Alta by 100 and Bera by 2.5 (about; a"));
    EXPECT_TRUE(holds(proof_of({weighing(4'000, 10)}), "Alta by 100 and Bera by 0.25 (about; a"));
}

TEST(CheckProof, CountsTheStepsOfASearch) {
    EXPECT_TRUE(holds(proof_of({tree(1)}), "\"None\": a finished search of 1 step."));
    EXPECT_TRUE(holds(proof_of({tree(12'345)}), "a finished search of 12,345 steps."));
}

TEST(CheckProof, OfAlikePartsSaysEach) {
    EXPECT_TRUE(holds(proof_of({tree(5), tree(6)}),
                      "\"None\": in 2 parts, each by a finished search of 11 steps."));
    EXPECT_TRUE(holds(proof_of({weighing(1, 1), weighing(1, 2)}),
                      "in 2 parts, each by weighing the parties' points."));
}

TEST(CheckProof, OfMixedPartsCountsEachWay) {
    EXPECT_TRUE(
        holds(proof_of({part(EmptyPartProof{}), tree(5), weighing(3, 2)}),
              "in 3 parts: 1 by red lines, limits and rules alone; 1 by a finished search of "
              "5 steps; 1 because weighing the points of Alta by 3 and Bera by 2"));
}

TEST(CheckProof, OfARuleThatAsksForTooManyPartiesSaysThat) {
    EXPECT_TRUE(holds(proof_of({}), "the agreement rule asks for more parties than it counts."));
}

TEST(CheckProof, OfWhatIsNotDecidedClaimsOnlyWhatIsShown) {
    CheckedSample sample(opposed_pair("4", "6"));
    sample.result.verdict.answer = UndecidedVerdict{};
    EXPECT_TRUE(holds(sample.section(put_proof), "Nothing is proved."));
    UndecidedVerdict possible;
    possible.possible_outcome = Outcome{OptionId(0)};
    sample.result.verdict.answer = possible;
    EXPECT_TRUE(holds(sample.section(put_proof), "Only what is said above is proved."));
}

TEST(CheckProof, OfAContradictionSaysThatNoValueIsLeft) {
    CheckedSample sample(opposed_pair("4", "6"));
    sample.result.verdict.answer = ContradictionVerdict{};
    EXPECT_TRUE(holds(sample.section(put_proof),
                      "These entries leave some option no value; without "
                      "any one of them a value is left."));
}

} // namespace
} // namespace unbracket::screen
