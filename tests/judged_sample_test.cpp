#include "unbracket/report/certificate_writer.hpp"
#include "unbracket/robust/reading_sampler.hpp"
#include "unbracket/zone/certificate/verify.hpp"
#include "unbracket/zone/contradiction.hpp"

#include "tests/judged_case.hpp"
#include "tests/support/case_sketch.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

// Sampled readings keep binding judgements and orders of weights: by hand, against the definition,
// and against what is known of sorted shares.

namespace unbracket {
namespace {

constexpr std::uint64_t draws = 4'000;

/// Draws of the first party; all must be kept.
std::vector<PartyReading> drawn(const Case& negotiation, std::uint64_t count = draws) {
    const ReadingSampler sampler(negotiation, appraise(negotiation), {.seed = 11});
    EXPECT_TRUE(sampler.unjudged().empty());
    std::vector<PartyReading> readings;
    for (std::uint64_t draw = 0; draw < count; ++draw) {
        if (auto reading = sampler.reading(0, draw)) {
            readings.push_back(std::move(*reading));
        }
    }
    return readings;
}

std::string one_issue(const std::string& judgement) {
    return "party.alta = {}, issue.x = { option = [a, b], score.alta = { a = [0, 10], b = [0, 10] "
           "} "
           "}, fallback.alta = [0, 10], draft.d.set.x = a, draft.e.set.x = b, said = [{ id = s, "
           "who "
           "= w, speaks_for = alta, attribution = named, claim = c, judgement.alta = \"" +
           judgement + "\" }]";
}

TEST(JudgedSample, KeepsWhatAPartySaysOfDrafts) {
    for (const PartyReading& reading : drawn(testing::case_of(one_issue("accepts d")))) {
        EXPECT_GE(reading.values[0][0], *reading.fallback);
    }
    for (const PartyReading& reading : drawn(testing::case_of(one_issue("rejects d")))) {
        EXPECT_LT(reading.values[0][0], *reading.fallback);
    }
    for (const PartyReading& reading : drawn(testing::case_of(one_issue("prefers d to e")))) {
        EXPECT_GT(reading.values[0][0], reading.values[0][1]);
    }
    for (const PartyReading& reading : drawn(testing::case_of(one_issue("nothing below d")))) {
        EXPECT_GE(*reading.fallback, reading.values[0][0]);
    }
}

TEST(JudgedSample, IsTheMeasureGivenWhatIsSaid) {
    double sum = 0;
    const auto readings = drawn(testing::case_of(one_issue("accepts d")));
    EXPECT_EQ(readings.size(), draws);
    for (const PartyReading& reading : readings) {
        sum += reading.values[0][0].approximate();
    }
    EXPECT_NEAR(sum / static_cast<double>(draws), 20.0 / 3, 0.15) << "the larger of two";
}

TEST(JudgedSample, IsNotMovedByNotYet) {
    double sum = 0;
    for (const PartyReading& reading : drawn(testing::case_of(one_issue("not yet d")))) {
        sum += reading.values[0][0].approximate();
    }
    EXPECT_NEAR(sum / static_cast<double>(draws), 5.0, 0.2);
}

/// An order over unlike ranges, on whose numbers a judgement hangs by less than a cell of the wide
/// one.
Case narrow_below_wide() {
    return testing::case_of(
        "party.alta = {}, issue.i = { option = [a, b], score.alta = { a = [0, 0.0001], b = [0, "
        "100] }, order.alta = \"b > a\" }, issue.j = { option = [c, d], score.alta = { c = [0, "
        "0.02], d = 0 } }, fallback.alta = 0.015, draft.first.set = { i = a, j = c }, said = [{ "
        "id = s, who = w, speaks_for = alta, attribution = named, claim = c, judgement.alta = "
        "\"accepts first\" }]");
}

TEST(JudgedSample, KeepsWhatHangsOnLessThanACellOfAnOrder) {
    const auto readings = drawn(narrow_below_wide());
    EXPECT_EQ(readings.size(), draws);
    double low = 0;
    for (const PartyReading& reading : readings) {
        const Rational& narrow = reading.values[0][0];
        EXPECT_GE(narrow + reading.values[1][0], Rational(15, 1000));
        low += narrow < Rational(5, 100'000) ? 1 : 0;
    }
    EXPECT_NEAR(low / static_cast<double>(draws), 0.5, 0.04) << "hardly moved by what is said";
}

std::string three_weights(const std::string& order, const std::string& last = "[0, 40]") {
    std::string text = "party.alta = {}, fallback.alta = 5, ";
    for (const std::string name : {"x", "y", "z"}) {
        text += "issue." + name +
                " = { option = [a, b], weight.alta = " + (name == "z" ? last : "[0, 40]") +
                ", stance.alta = { a = 0, b = 10 } }, ";
    }
    return text + "order.weight.alta = \"" + order + "\"";
}

std::vector<double> mean_shares(const std::vector<PartyReading>& readings) {
    std::vector<double> means(3);
    for (const PartyReading& reading : readings) {
        double whole = 0;
        for (const Rational& weight : reading.weights) {
            whole += weight.approximate();
        }
        for (std::size_t at = 0; at < means.size(); ++at) {
            means[at] += reading.weights[at].approximate() / whole;
        }
    }
    for (double& mean : means) {
        mean /= static_cast<double>(readings.size());
    }
    return means;
}

TEST(JudgedSample, OfWeightsInOneLineIsThatOfSortedShares) {
    const auto readings = drawn(testing::case_of(three_weights("z > x > y")));
    for (const PartyReading& reading : readings) {
        EXPECT_GE(reading.weights[2], reading.weights[0]);
        EXPECT_GE(reading.weights[0], reading.weights[1]);
    }
    const std::vector<double> means = mean_shares(readings);
    EXPECT_NEAR(means[2], 11.0 / 18, 0.01);
    EXPECT_NEAR(means[0], 5.0 / 18, 0.01);
    EXPECT_NEAR(means[1], 2.0 / 18, 0.01);
}

TEST(JudgedSample, DrawsEqualWeightsAsOne) {
    const auto readings = drawn(testing::case_of(three_weights("x = y")));
    EXPECT_EQ(readings.size(), draws);
    for (const PartyReading& reading : readings) {
        EXPECT_EQ(reading.weights[0], reading.weights[1]);
    }
    EXPECT_NEAR(mean_shares(readings)[2], 0.5, 0.02) << "uniform between the two and the third";
}

TEST(JudgedSample, ThrowsAwayWhatGoesAgainstAnOrderOfUnlikeRanges) {
    for (const PartyReading& reading : drawn(testing::case_of(three_weights("z > y", "[5, 30]")))) {
        EXPECT_GE(reading.weights[2], reading.weights[1]);
    }
}

TEST(JudgedSample, LeavesAsideWhatHardlyAnyDrawKeeps) {
    const Case negotiation = testing::case_of(
        "party.alta = {}, fallback.alta = 5, issue.x = { option = [a, b], weight.alta = 1, "
        "stance.alta = { a = [0, 100], b = 50 } }, draft.d.set.x = a, draft.e.set.x = b, said = [{ "
        "id = s, who = w, speaks_for = alta, attribution = named, claim = c, judgement.alta = "
        "[\"nothing below d\"] }]");
    const ReadingSampler kept(negotiation, appraise(negotiation), {.seed = 1});
    EXPECT_TRUE(kept.unjudged().empty());
    const ReadingSampler hardly(negotiation, appraise(negotiation), {.seed = 1, .most_tries = 1});
    EXPECT_EQ(hardly.unjudged(), std::vector<PartyId>{PartyId(0)});
}

/// What the independent checker has against it as a reading of its party.
std::string refusal_as_reading(const Case& negotiation, const PartyReading& reading) {
    Node claim = table_node();
    add_member(claim, "claim", text_node("some_reading"));
    add_member(claim, "readings", write_readings(negotiation, {reading}));
    const auto refused = certificate::verify(
        negotiation, certificate_around(negotiation, "undecided", {std::move(claim)}));
    return refused ? refused->reason : "";
}

/// How many draws of a party that is bound by something keep it; all must.
std::size_t count_kept(const Case& negotiation, const ReadingSampler& sampler, std::size_t at) {
    std::size_t kept = 0;
    for (std::uint64_t draw = 0; draw < 8; ++draw) {
        if (const auto reading = sampler.reading(at, draw)) {
            EXPECT_EQ(refusal_as_reading(negotiation, *reading), "") << "draw " << draw;
            ++kept;
        }
    }
    return kept;
}

TEST(JudgedSample, OfRandomCasesKeepsWhatBinds) {
    std::size_t kept = 0;
    for (std::size_t index = 0; index < testing::shared_count(400); ++index) {
        SCOPED_TRACE(testing::repeat_command("JudgedSample.OfRandomCasesKeepsWhatBinds"));
        Random random(testing::suite_seed() * 4'000'037 + index);
        std::string text;
        const auto negotiation = testing::random_judged_case(random, text);
        if (!negotiation) {
            continue;
        }
        const Appraisal appraisal = appraise(*negotiation);
        if (find_contradiction(*negotiation, appraisal)) {
            continue;
        }
        const ReadingSampler sampler(*negotiation, appraisal, {.seed = 5, .most_tries = 200});
        for (std::size_t at = 0; at < sampler.parties().size(); ++at) {
            const PartyId party = sampler.parties()[at].party();
            const auto& unjudged = sampler.unjudged();
            if (std::count(unjudged.begin(), unjudged.end(), party) == 0) {
                const std::size_t own = count_kept(*negotiation, sampler, at);
                kept += appraisal[as_index(party)].couplings.empty() ? 0U : own;
            }
        }
        ASSERT_FALSE(::testing::Test::HasFailure()) << text;
    }
    EXPECT_GT(kept, 0U);
}

} // namespace
} // namespace unbracket
