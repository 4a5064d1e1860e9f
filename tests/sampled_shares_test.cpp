#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/robust/reading_sample.hpp"

#include "tests/reference/sampled.hpp"

#include <gtest/gtest.h>

#include <string>

// Shares of a sample against exact volumes of polytopes, and against plain rejection.

namespace unbracket {
namespace {

constexpr std::uint64_t samples = 40'000;
/// More than four standard deviations of a share of so many readings.
constexpr double four_deviations = 0.0105;

Case case_of(const std::string& text) {
    Result<Node> document = read_toml("unbracket = 1\n" + text, "case.toml");
    EXPECT_TRUE(document.ok());
    Result<Case> bound = bind_case(document.value());
    EXPECT_TRUE(bound.ok()) << (bound.ok() ? "" : to_string(bound.problems().front()));
    return bound.value();
}

double share_with_agreement(const Case& whole) {
    const SampleTally tally =
        take_sample(whole, appraise(whole), {}, {.samples = samples, .seed = 5});
    EXPECT_EQ(tally.readings, samples);
    return static_cast<double>(tally.agreement) / static_cast<double>(samples);
}

double share_by_rejection(const Case& whole, std::size_t readings) {
    Random random(6);
    double hits = 0;
    for (std::size_t at = 0; at < readings; ++at) {
        const auto drawn = reference::draw_by_rejection(whole, random);
        hits += reference::has_agreement(whole, drawn) ? 1 : 0;
    }
    return hits / static_cast<double>(readings);
}

const std::string one_party = R"(
title = "one party"
party.a = { name = "A", role = "signatory" }
)";

TEST(SampledShares, AFallbackExcludesTheLengthAboveAValue) {
    const Case whole = case_of(one_party + R"(
issue.x.option = { only = "only" }
issue.x.weight.a = 10
issue.x.stance.a.only = 30
[fallback]
a = [0, 100]
)");
    EXPECT_NEAR(share_with_agreement(whole), 0.3, four_deviations);
}

TEST(SampledShares, AStanceAgainstAFallbackCutsASquare) {
    // Accepted where stance >= fallback: of the square 20..60 by 0..100 the part below the
    // diagonal.
    const Case whole = case_of(one_party + R"(
issue.x.option = { only = "only" }
issue.x.weight.a = 10
issue.x.stance.a.only = [20, 60]
[fallback]
a = [0, 100]
)");
    EXPECT_NEAR(share_with_agreement(whole), 0.4, four_deviations);
}

TEST(SampledShares, NormalisedWeightsAreUniform) {
    // Value is the share of the first weight, in percent; weights 0..40 and 0..10 leave it uniform.
    const Case whole = case_of(one_party + R"(
issue.x.option = { only = "only" }
issue.y.option = { only = "only" }
issue.x.weight.a = [0, 40]
issue.y.weight.a = [0, 10]
issue.x.stance.a.only = 100
issue.y.stance.a.only = 0
[fallback]
a = 35
)");
    EXPECT_NEAR(share_with_agreement(whole), 0.65, four_deviations);
}

TEST(SampledShares, ThreeWeightsCutATriangle) {
    // On the simplex the first share is at least 40 percent in (1 - 0.4)^2 of the area.
    const Case whole = case_of(one_party + R"(
issue.x.option = { only = "only" }
issue.y.option = { only = "only" }
issue.z.option = { only = "only" }
issue.x.weight.a = [0, 7]
issue.y.weight.a = [0, 10]
issue.z.weight.a = [0, 40]
issue.x.stance.a.only = 100
issue.y.stance.a.only = 0
issue.z.stance.a.only = 0
[fallback]
a = 40
)");
    EXPECT_NEAR(share_with_agreement(whole), 0.36, four_deviations);
}

TEST(SampledShares, AnOrderOfThreeHasTheMeansOfItsRanks) {
    // The middle one of three ordered values is above 60 with 3 * 0.16 * 0.6 + 0.064.
    const Case whole = case_of(one_party + R"(
issue.x.option = { one = "one", two = "two", three = "three" }
issue.x.weight.a = 10
issue.x.stance.a = "one > two > three"
[[rule]]
forbid = { x = "one" }
[[rule]]
forbid = { x = "three" }
[fallback]
a = 60
)");
    EXPECT_NEAR(share_with_agreement(whole), 0.352, four_deviations);
}

const std::string two_parties = R"(
title = "two parties"
party.a = { name = "A", role = "signatory" }
party.b = { name = "B", role = "signatory" }
issue.x.option = { left = "left", right = "right" }
issue.y.option = { left = "left", right = "right" }
issue.z.option = { left = "left", right = "right" }
issue.x.weight = { a = [10, 30], b = [0, 20] }
issue.y.weight = { a = [5, 40], b = [10, 15] }
issue.z.weight = { a = 10, b = [0, 40] }
issue.x.stance.a = { left = [60, 90], right = [0, 30] }
issue.x.stance.b = { left = [0, 30], right = [60, 100] }
issue.y.stance.a = { left = [70, 100], right = 20 }
issue.y.stance.b = { left = 10, right = [30, 60] }
issue.z.stance.a = { left = "unknown", right = [30, 60] }
issue.z.stance.b = "right > left"
[fallback]
a = [40, 60]
b = [30, 55]
)";

TEST(SampledShares, AgreeWithPlainRejection) {
    const Case whole = case_of(two_parties);
    EXPECT_NEAR(share_with_agreement(whole), share_by_rejection(whole, 6'000), 0.028);
}

TEST(SampledShares, AgreeWithPlainRejectionWhereBonusesAndLossesCount) {
    const Case whole = case_of(two_parties + R"(
[[bonus]]
party = "a"
when = { x = "right", y = "left" }
value = [0, 30]
[[risk]]
option = { z = "right" }
party = "b"
loss = [0, 40]
)");
    EXPECT_NEAR(share_with_agreement(whole), share_by_rejection(whole, 6'000), 0.028);
}

TEST(SampledShares, AnUnusedRatedOptionChangesNothing) {
    // Part-worths drawn uniformly would give an issue the more weight the more options it has.
    const std::string unused = R"(
[[rule]]
forbid = { x = ["a1", "a2", "a3", "a4"] }
)";
    std::string wider = two_parties;
    const std::string plain = R"(issue.x.option = { left = "left", right = "right" })";
    wider.replace(wider.find(plain), plain.size(),
                  R"(issue.x.option = { left = "left", right = "right", a1 = "unused",)"
                  R"( a2 = "unused", a3 = "unused", a4 = "unused" })");
    for (const std::string party : {"a", "b"}) {
        const std::string key = "issue.x.stance." + party + " = { ";
        wider.replace(wider.find(key), key.size(),
                      key + "a1 = [0, 100], a2 = [0, 100], a3 = [0, 100], a4 = [0, 100], ");
    }
    EXPECT_NEAR(share_with_agreement(case_of(two_parties)),
                share_with_agreement(case_of(wider + unused)), 0.014);
}

TEST(SampledShares, SwappingPartiesSwapsThePartysShares) {
    const Case whole = case_of(two_parties);
    std::string text = two_parties;
    const std::string first = R"(party.a = { name = "A", role = "signatory" }
)";
    text.erase(text.find(first), first.size());
    const std::string second = R"(party.b = { name = "B", role = "signatory" }
)";
    text.insert(text.find(second) + second.size(), first);
    const Case swapped = case_of(text);
    const SampleQuestion question{
        .outcomes = {Outcome(3)}, .contents = {}, .asks_who_blocks = true};
    const SampleOptions options{.samples = 3'000, .seed = 9};
    const SampleTally one = take_sample(whole, appraise(whole), question, options);
    const SampleTally other = take_sample(swapped, appraise(swapped), question, options);
    EXPECT_EQ(one.agreement, other.agreement);
    EXPECT_EQ(one.blocks[0], other.blocks[1]);
    EXPECT_EQ(one.blocks[1], other.blocks[0]);
    EXPECT_EQ(one.outcomes[0].by_party[0], other.outcomes[0].by_party[1]);
}

TEST(SampledShares, ReadingsThatShareRoundedNumbersAreToldApart) {
    // The fallback lies about 5.00000000000001, closer than the numbers that sums are made of tell.
    const Case whole = case_of(R"(
party = { a = { name = "A" }, b = { name = "B" } }
issue.i.option = ["x", "y"]
[issue.i.score]
a = { x = 5.00000000000001, y = 0 }
b = { x = 1, y = 0 }
[fallback]
a = [5, 5.00000000000002]
b = 1
)");
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const SampleTally tally =
            take_sample(whole, appraise(whole), {}, {.samples = 4'000, .seed = seed});
        EXPECT_EQ(tally.readings, 4'000U);
        EXPECT_NEAR(static_cast<double>(tally.agreement) / 4'000, 0.5, 0.04) << "seed " << seed;
    }
}

TEST(SampledShares, AConditionLeavesTheReadingsThatSatisfyIt) {
    // Fallback 0..100 conditioned on being at least 50: half of what is left lies below 75.
    const Case whole = case_of(one_party + R"(
issue.x.option = { only = "only" }
issue.x.weight.a = 10
issue.x.stance.a.only = 75
[fallback]
a = [0, 100]
)");
    SampleOptions options{.samples = 20'000, .seed = 5};
    options.conditions = {{PartyId(0), [](const PartyReading& reading) {
                               return *reading.fallback >= Rational(50);
                           }}};
    const SampleTally tally = take_sample(whole, appraise(whole), {}, options);
    EXPECT_EQ(tally.lost, 0U);
    EXPECT_NEAR(static_cast<double>(tally.agreement) / 20'000, 0.5, 0.015);
}

TEST(SampledShares, AConditionThatNothingSatisfiesLosesTheDraw) {
    const Case whole = case_of(two_parties);
    SampleOptions options{.samples = 3, .seed = 5};
    options.conditions = {{PartyId(1), [](const PartyReading&) { return false; }}};
    const SampleTally tally = take_sample(whole, appraise(whole), {}, options);
    EXPECT_EQ(tally.lost, 3U);
    EXPECT_EQ(tally.readings, 0U);
}

} // namespace
} // namespace unbracket
