#include "unbracket/base/random.hpp"
#include "unbracket/frontier/coalition_counts.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/zone/contradiction.hpp"
#include "unbracket/zone/synthetic.hpp"

#include "tests/central_readings.hpp"
#include "tests/random_case.hpp"
#include "tests/reference/coalitions.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <cmath>

// How many outcomes each set of parties accepts: every way of counting against all outcomes, and
// the ways against each other where there are too many for that.

namespace unbracket {

namespace {

using testing::repeat_command;
using testing::shared_count;
using testing::suite_seed;

CoalitionTally by_definition(const Case& whole, const Appraisal& appraisal) {
    const auto& counted = whole.agreement.counted;
    const auto counts = reference::coalitions(whole, testing::readings_of(whole, appraisal));
    std::vector<Rational> exactly(std::size_t{1} << counted.size());
    for (const auto& [accepting, count] : counts) {
        std::size_t set = 0;
        for (std::size_t at = 0; at < counted.size(); ++at) {
            set += accepting.contains(counted[at]) ? std::size_t{1} << at : 0;
        }
        exactly[set] = Rational(static_cast<std::int64_t>(count));
    }
    return tally_of(std::move(exactly));
}

void expect_counts(const Case& whole) {
    const Appraisal appraisal = appraise(whole);
    const CoalitionTally expected = by_definition(whole, appraisal);
    const AcceptanceTable table = acceptance_table(central_case(whole, appraisal));
    for (const std::size_t most_in_block : {1U, 4U, 20U, 8'192U}) {
        const auto enumerated = enumerate_coalitions(table, nullptr, most_in_block);
        ASSERT_TRUE(enumerated.has_value());
        EXPECT_TRUE(enumerated->exactly == expected.exactly) << most_in_block;
        EXPECT_EQ(enumerated->permitted, expected.permitted);
    }
    if (tabled_cost(table)) {
        EXPECT_TRUE(table_coalitions(table)->exactly == expected.exactly);
    }
    EXPECT_TRUE(count_coalitions(central_case(whole, appraisal)).tally.exactly == expected.exactly);
}

CentralCase synthetic(int parties, int issues, std::string_view kind, std::int64_t scale,
                      std::uint64_t seed) {
    SyntheticOptions options;
    options.parties = parties;
    options.issues = issues;
    options.kind = *parse_synthetic_class(kind);
    options.scale = scale;
    options.seed = seed;
    options.planted = Planted::yes;
    const Case whole = bind_case(synthetic_document(options).value()).value();
    return central_case(whole, appraise(whole));
}

} // namespace

TEST(CoalitionsAgainstReference, OfRandomCasesAreCountedOneByOne) {
    const std::string name = "CoalitionsAgainstReference.OfRandomCasesAreCountedOneByOne";
    for (std::uint64_t index = 0; index < shared_count(10'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + repeat_command(name));
        Random random(suite_seed() * 1'000'231 + index);
        const Node document = testing::random_case_document(random, {.most_outcomes = 128});
        const Case whole = bind_case(document).value();
        if (!find_contradiction(whole, appraise(whole))) {
            expect_counts(whole);
        }
        ASSERT_FALSE(HasFailure()) << canonical_text(document);
    }
}

TEST(Coalitions, AreTheSameByTableAndByEnumeration) {
    for (const int parties : {2, 3}) {
        for (const char* kind : {"rand", "opp", "nzs"}) {
            const AcceptanceTable table =
                acceptance_table(synthetic(parties, 10, kind, parties == 2 ? 1000 : 0, 3));
            ASSERT_TRUE(tabled_cost(table).has_value());
            const auto tabled = table_coalitions(table), enumerated = enumerate_coalitions(table);
            EXPECT_TRUE(tabled->exactly == enumerated->exactly) << parties << kind;
            EXPECT_EQ(tabled->permitted, Rational(1 << 20));
        }
    }
}

TEST(Coalitions, OfMoreOutcomesThan64BitHoldAreCountedByTable) {
    const CentralCase central = synthetic(2, 40, "rand", 1000, 5);
    const CoalitionCounts counts = count_coalitions(central);
    EXPECT_EQ(counts.method, CountMethod::tabled);
    EXPECT_EQ(counts.tally.permitted, counts.outcomes); // 4^40
    EXPECT_EQ(counts.outcomes.to_fraction_text(), "1208925819614629174706176");
    EXPECT_EQ(counts.tally.at_least(0), counts.outcomes);
}

TEST(Coalitions, OfASampleLieNearThoseThatAreCounted) {
    const CentralCase central = synthetic(5, 9, "rand", 1000, 2);
    const CoalitionCounts exact = count_coalitions(central);
    ASSERT_EQ(exact.method, CountMethod::enumerated);
    const CoalitionCounts sampled =
        count_coalitions(central, {.samples = 20'000, .seed = 9, .most_enumerated = 0});
    ASSERT_EQ(sampled.method, CountMethod::sampled);
    for (std::size_t party = 0; party < 5; ++party) {
        const double share = exact.tally.at_least(std::size_t{1} << party).approximate() / 262'144;
        const double drawn = sampled.tally.at_least(std::size_t{1} << party).approximate() / 20'000;
        EXPECT_NEAR(drawn, share, 5 * std::sqrt(0.25 / 20'000));
    }
    EXPECT_EQ(sampled.tally.permitted, Rational(20'000));
}

} // namespace unbracket
