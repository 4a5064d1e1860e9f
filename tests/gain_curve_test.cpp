#include "unbracket/base/random.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/zone/best_gain.hpp"
#include "unbracket/zone/gain_curve.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/plain_gains.hpp"
#include "tests/random_case.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>

// The curve of one party's gain against the others' smallest gain, against all outcomes.

namespace unbracket {

namespace {

using testing::repeat_command;
using testing::shared_count;
using testing::suite_seed;

using GainPair = std::pair<Rational, Rational>; // own gain, the others' smallest

/// The outcomes that keep to every limit of the counted parties, as pairs of gains.
std::set<GainPair> all_steps(const Case& whole, const Appraisal& appraisal, PartyId party) {
    std::set<GainPair> steps;
    const auto& counted = whole.agreement.counted;
    for (const Outcome& outcome : reference::all_outcomes(whole)) {
        std::optional<Rational> others;
        for (const PartyId other : counted) {
            const Rational gain = gain_in(whole, appraisal, other, outcome, Certainty::possible);
            if (other != party) {
                others = others ? std::min(*others, gain) : gain;
            }
        }
        if (testing::keeps_to_limits({whole, appraisal}, outcome)) {
            steps.emplace(gain_in(whole, appraisal, party, outcome, Certainty::possible), *others);
        }
    }
    return steps;
}

std::set<GainPair> efficient(const std::set<GainPair>& steps) {
    std::set<GainPair> kept;
    for (const GainPair& step : steps) {
        if (std::none_of(steps.begin(), steps.end(), [&](const GainPair& other) {
                return other != step && other.first >= step.first && other.second >= step.second;
            })) {
            kept.insert(step);
        }
    }
    return kept;
}

} // namespace

TEST(GainCurveAgainstReference, HoldsEveryEfficientStep) {
    const std::string name = "GainCurveAgainstReference.HoldsEveryEfficientStep";
    std::uint64_t tried = 0;
    for (std::uint64_t index = 0; index < shared_count(10'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + repeat_command(name));
        Random random(suite_seed() * 1'000'133 + index);
        const Node document = testing::random_case_document(random, {.most_outcomes = 32});
        const Case whole = bind_case(document).value();
        const Appraisal appraisal = appraise(whole);
        const bool has_readings = kind_of(decide(whole, appraisal)) != VerdictKind::contradiction;
        if (!has_readings || whole.agreement.counted.size() < 2 ||
            !testing::has_plain_gains(whole, appraisal)) {
            continue;
        }
        ++tried;
        const PartyId party = whole.agreement.counted.front();
        const GainCurve curve =
            find_gain_curve(whole, appraisal, {party, Certainty::possible, 1'000});
        EXPECT_TRUE(curve.is_complete);
        std::set<GainPair> found;
        for (const GainStep& step : curve.steps) {
            found.emplace(step.own, step.others);
        }
        EXPECT_TRUE(found == efficient(all_steps(whole, appraisal, party)));
        EXPECT_EQ(found.size(), curve.steps.size());
        ASSERT_FALSE(HasFailure()) << canonical_text(document);
    }
    EXPECT_GT(tried, 0U);
}

} // namespace unbracket
