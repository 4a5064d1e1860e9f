#include "tests/certificate_cases.hpp"
#include "tests/certificate_maker.hpp"
#include "tests/certificate_random.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

// The checker against enumeration, in both directions, on small cases: a certificate that only asks
// for every outcome to be tried must be accepted exactly where no outcome is accepted, an outcome
// claimed as sure exactly where it is, and a possible outcome with its best readings exactly where
// some reading accepts it. Spoiled certificates may prove something all the same, but never what is
// false.

namespace unbracket::testing {
namespace {

/// Both answers occurred often enough for the comparison to mean something.
struct Tally {
    std::size_t accepted = 0;
    std::size_t refused = 0;

    void count(bool is_accepted) { ++(is_accepted ? accepted : refused); }
    void expect_both(std::size_t least) const {
        EXPECT_GT(accepted, least);
        EXPECT_GT(refused, least);
    }
};

Node certificate_of(const Case& given, std::string_view verdict, Node claim) {
    Node certificate = certificate_for(given, verdict, "[]");
    certificate.find("claims")->items.push_back(std::move(claim));
    return certificate;
}

std::string check_claim(const Case& given, std::string_view verdict, Node claim) {
    return refusal(given, certificate_of(given, verdict, std::move(claim)));
}

/// Runs `check` on random valid cases, up to the first failure.
void on_random_cases(const std::string& name, std::size_t full,
                     const std::function<void(const Case&, Random&)>& check) {
    SCOPED_TRACE(repeat_command("CheckerAgainstEnumeration." + name));
    for (std::size_t i = 0; i < shared_count(full) && !::testing::Test::HasFailure(); ++i) {
        const std::uint64_t seed = suite_seed() * 1'000'003 + i;
        Random random(seed);
        const std::string text = random_case_text(random);
        Random again(seed);
        if (const auto given = random_case(again)) {
            SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + text);
            check(*given, random);
        }
    }
}

ProofStyle random_style(Random& random) {
    ProofStyle style;
    style.split_bonuses = static_cast<std::size_t>(random.between(0, 3));
    style.counts_inside = random.chance(1, 3);
    style.has_lanes = random.chance(1, 3);
    return style;
}

bool is_contradictory(const reference::Report& report) {
    return report.answer == reference::Answer::contradiction;
}

TEST(CheckerAgainstEnumeration, AcceptsTrivialTreesExactlyWhereNoOutcomeIsAccepted) {
    Tally tally;
    on_random_cases("AcceptsTrivial*", 20'000, [&tally](const Case& given, Random& random) {
        const reference::Report report = reference::solve(given);
        for (const bool is_possible : {true, false}) {
            const char* name = is_possible ? "none_possible" : "none_sure";
            const std::string refused =
                check_claim(given, is_possible ? "no_agreement" : "undecided",
                            none_claim(given, name, random_style(random), random));
            const bool is_none = (is_possible ? report.possible : report.sure) == 0;
            EXPECT_EQ(refused.empty(), is_none && !is_contradictory(report)) << name << refused;
            tally.count(refused.empty());
        }
    });
    tally.expect_both(shared_count(20'000) / 4);
}

TEST(CheckerAgainstEnumeration, AcceptsAsSureExactlyWhatEveryReadingAccepts) {
    Tally tally;
    on_random_cases("AcceptsAsSure*", 20'000, [&tally](const Case& given, Random&) {
        const bool is_void = is_contradictory(reference::solve(given));
        for (const Outcome& outcome : reference::all_outcomes(given)) {
            const std::string refused = check_claim(given, "agreement", sure_claim(given, outcome));
            EXPECT_EQ(refused.empty(), reference::is_sure(given, outcome) && !is_void) << refused;
            tally.count(refused.empty());
        }
    });
    tally.expect_both(shared_count(20'000) / 10);
}

TEST(CheckerAgainstEnumeration, AcceptsPossibleOutcomesWithTheirBestReadings) {
    Tally tally;
    on_random_cases("AcceptsPossible*", 20'000, [&tally](const Case& given, Random&) {
        if (is_contradictory(reference::solve(given))) {
            return;
        }
        for (const Outcome& outcome : reference::all_outcomes(given)) {
            const std::string refused =
                check_claim(given, "undecided", possible_claim(given, outcome));
            EXPECT_EQ(refused.empty(), reference::is_possible(given, outcome)) << refused;
            tally.count(refused.empty());
        }
    });
    tally.expect_both(shared_count(20'000) / 4);
}

TEST(CheckerAgainstEnumeration, FindsAContradictionExactlyWhereNoReadingIsLeft) {
    Tally tally;
    on_random_cases("FindsAContradiction*", 20'000, [&tally](const Case& given, Random&) {
        const auto without = reference::solve(given).without_reading;
        for (const PartyId party : given.agreement.counted) {
            const std::string refused =
                check_claim(given, "contradiction", no_reading_claim(given, party));
            const bool has_none = std::find(without.begin(), without.end(), party) != without.end();
            EXPECT_EQ(refused.empty(), has_none) << refused;
            tally.count(refused.empty());
        }
    });
    tally.expect_both(shared_count(20'000) / 20);
}

} // namespace
} // namespace unbracket::testing
