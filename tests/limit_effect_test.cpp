#include "unbracket/base/random.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/zone/best_gain.hpp"
#include "unbracket/zone/limit_effect.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/plain_gains.hpp"
#include "tests/random_case.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

// What every limit rules out, against all outcomes, in cases where all counted parties are
// required.

namespace unbracket {

namespace {

using testing::repeat_command;
using testing::shared_count;
using testing::suite_seed;

using Gain = std::optional<Rational>;

Gain larger(const Gain& known, const Rational& gain) {
    return known ? std::max(*known, gain) : gain;
}

void expect_effect(const Case& whole, const Appraisal& appraisal, const LimitEffect& effect) {
    Omissions omissions(whole.entries.size(), false);
    if (effect.entry) {
        omissions[as_index(*effect.entry)] = true;
    }
    const auto& counted = whole.agreement.counted;
    std::vector<Gain> best(counted.size());
    Gain smallest;
    for (const Outcome& outcome : reference::all_outcomes(whole)) {
        if (!testing::keeps_to_limits({whole, appraisal, omissions}, outcome)) {
            continue;
        }
        std::vector<Rational> gains;
        for (const PartyId party : counted) {
            gains.push_back(gain_in(whole, appraisal, party, outcome, Certainty::possible));
        }
        const Rational least = *std::min_element(gains.begin(), gains.end());
        smallest = larger(smallest, least);
        for (std::size_t at = 0; at < gains.size() && least.sign() >= 0; ++at) {
            best[at] = larger(best[at], gains[at]);
        }
    }
    EXPECT_TRUE(effect.smallest_gain == smallest);
    EXPECT_TRUE(effect.smallest_gain_is_proved);
    ASSERT_EQ(effect.best.size(), counted.size());
    for (std::size_t at = 0; at < counted.size(); ++at) {
        EXPECT_TRUE(effect.best[at].gain == best[at]) << whole.party(counted[at]).key;
        EXPECT_TRUE(effect.best[at].is_proved);
    }
}

/// All counted parties are required, and their gains are known exactly.
bool is_plain(const Case& whole, const Appraisal& appraisal) {
    const auto& counted = whole.agreement.counted;
    return !counted.empty() && testing::has_plain_gains(whole, appraisal) &&
           std::all_of(counted.begin(), counted.end(), [&](PartyId party) {
               return whole.is_required(party) && !may_lack_weight(appraisal[as_index(party)]);
           });
}

} // namespace

TEST(LimitEffectAgainstReference, IsWhatTheLimitRulesOut) {
    const std::string name = "LimitEffectAgainstReference.IsWhatTheLimitRulesOut";
    std::uint64_t tried = 0;
    for (std::uint64_t index = 0; index < shared_count(10'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + repeat_command(name));
        Random random(suite_seed() * 1'000'151 + index);
        const Node document = testing::random_case_document(random, {.most_outcomes = 24});
        const Case whole = bind_case(document).value();
        const Appraisal appraisal = appraise(whole);
        const bool has_readings = kind_of(decide(whole, appraisal)) != VerdictKind::contradiction;
        if (!has_readings || !is_plain(whole, appraisal)) {
            continue;
        }
        for (const LimitEffect& effect :
             find_limit_effects(whole, appraisal, Certainty::possible)) {
            ++tried;
            expect_effect(whole, appraisal, effect);
        }
        ASSERT_FALSE(HasFailure()) << canonical_text(document);
    }
    EXPECT_GT(tried, 0U);
}

} // namespace unbracket
