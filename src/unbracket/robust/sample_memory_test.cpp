#include "unbracket/robust/regimes.hpp"
#include "unbracket/robust/sample_memory.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

/// Three issues of two parties, tight enough that about half of the readings have an agreement.
Case talks(const std::string& fallback) {
    return testing::bound_value(
        "{ unbracket = 1, party = { alta = {}, bera = {} }, issue = { x = { option = [a, b, c], "
        "weight = { alta = [5, 30], bera = [5, 30] }, stance = { alta = { a = [60, 100], b = [30, "
        "70], c = [0, 40] }, bera = { a = [0, 40], b = [20, 80], c = [60, 100] } } }, y = { option "
        "= [d, e], weight = { alta = [5, 30], bera = [0, 10] }, stance = { alta = { d = [0, 100], "
        "e = [20, 60] }, bera = { d = [10, 50], e = [40, 90] } } } }, fallback = { alta = " +
        fallback + ", bera = [50, 70] } }");
}

SampleOptions some_draws() {
    SampleOptions options;
    options.samples = 5'000;
    return options;
}

void expect_alike(const SampleTally& one, const SampleTally& other) {
    EXPECT_EQ(one.readings, other.readings);
    EXPECT_EQ(one.agreement, other.agreement);
    EXPECT_EQ(one.undecided, other.undecided);
    EXPECT_EQ(one.blocks, other.blocks);
}

SampleQuestion who_blocks() {
    SampleQuestion question;
    question.asks_who_blocks = true;
    return question;
}

TEST(SampleMemory, ChangesNoSampleThatComesAfterAnother) {
    SampleMemory memory;
    for (const char* fallback : {"[50, 70]", "[40, 60]", "55", "[0, 100]", "[50, 70]"}) {
        const Case negotiation = talks(fallback);
        const Appraisal appraisal = appraise(negotiation);
        const SampleTally alone = take_sample(negotiation, appraisal, who_blocks(), some_draws());
        const SampleTally after =
            take_sample(negotiation, appraisal, who_blocks(), some_draws(), memory);
        EXPECT_GT(alone.agreement, 0U) << fallback;
        EXPECT_LT(alone.agreement, alone.readings) << fallback;
        expect_alike(alone, after);
    }
    EXPECT_EQ(memory.tables.size(), 2U) << "of each party's weights one";
}

TEST(SampleMemory, SpareLaterSamplesMostOfTheSearch) {
    SampleMemory memory;
    const Case first = talks("[50, 70]"), second = talks("[52, 72]");
    take_sample(first, appraise(first), {}, some_draws(), memory);
    ASSERT_TRUE(memory.learnt.has_value());
    EXPECT_FALSE(memory.learnt->outcomes.empty());
    SampleOptions few = some_draws();
    few.samples = 100;
    const SampleTally alone = take_sample(second, appraise(second), {}, few);
    const SampleTally after = take_sample(second, appraise(second), {}, few, memory);
    expect_alike(alone, after);
    EXPECT_LE(after.counts.dual + after.counts.search, alone.counts.dual + alone.counts.search);
}

TEST(SampleMemory, CasesThatDifferInLimitsAreSampledTogetherAsEachAlone) {
    const Case whole = talks("[50, 70]");
    const Appraisal appraisal = appraise(whole);
    std::vector<Case> versions = {whole};
    for (std::size_t issue = 0; issue < whole.issues.size(); ++issue) {
        for (std::size_t option = 0; option < whole.issues[issue].options.size(); ++option) {
            versions.push_back(with_option(whole, {IssueId(issue), OptionId(option)}));
        }
    }
    for (const unsigned threads : {1U, 2U, 8U}) {
        SampleOptions options = some_draws();
        options.threads = threads;
        SampleMemory memory;
        const std::vector<SampleTally> together =
            take_samples(versions, appraisal, options, memory);
        ASSERT_EQ(together.size(), versions.size());
        for (std::size_t at = 0; at < versions.size(); ++at) {
            expect_alike(take_sample(versions[at], appraisal, {}, options), together[at]);
        }
        EXPECT_GT(together.front().agreement, together.back().agreement);
    }
}

TEST(SampleMemory, AStoppedSampleSaysSo) {
    CancelFlag flag;
    flag.raise();
    SampleOptions options = some_draws();
    options.cancel = &flag;
    SampleMemory memory;
    const Case negotiation = talks("[50, 70]");
    const std::vector<SampleTally> tallies =
        take_samples({negotiation, negotiation}, appraise(negotiation), options, memory);
    for (const SampleTally& tally : tallies) {
        EXPECT_TRUE(tally.is_cut);
        EXPECT_EQ(tally.readings, 0U);
    }
}

TEST(SampleMemory, FrequentAgreementsAreThoseOfTheCaseAlone) {
    SampleMemory memory;
    const Case other = talks("20"), negotiation = talks("[50, 70]");
    take_sample(other, appraise(other), {}, some_draws(), memory);
    EXPECT_EQ(frequent_agreements(negotiation, appraise(negotiation), 3, some_draws(), memory),
              frequent_agreements(negotiation, appraise(negotiation), 3, some_draws()));
}

} // namespace
} // namespace unbracket
