#include "unbracket/base/random.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/robust/zone_count.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/random_case.hpp"
#include "tests/reference/acceptance.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

// The engine against the enumerating reference on small random cases with every kind of entry.

namespace unbracket {

namespace {

using testing::repeat_command;
using testing::shared_count;
using testing::suite_seed;

Case random_case(std::uint64_t index) {
    Random random(suite_seed() * 1'000'003 + index);
    const Node document = testing::random_case_document(random);
    Result<Case> bound = bind_case(document);
    EXPECT_TRUE(bound.ok()) << canonical_text(document);
    return std::move(bound).value();
}

std::string explain(const Case& negotiation, const Verdict& verdict,
                    const reference::Report& report) {
    return "engine: " + to_text(kind_of(verdict)) +
           ", reference: " + std::string(reference::to_text(report.answer)) + " with " +
           std::to_string(report.possible) + " possible and " + std::to_string(report.sure) +
           " sure of " + std::to_string(report.outcomes) + "; " + negotiation.title;
}

void expect_outcomes_are_what_they_claim(const Case& negotiation, const Verdict& verdict) {
    if (const auto* agreement = std::get_if<AgreementVerdict>(&verdict.answer)) {
        EXPECT_TRUE(reference::is_sure(negotiation, agreement->outcome));
    }
    if (const auto* depends = std::get_if<DependsVerdict>(&verdict.answer)) {
        EXPECT_TRUE(reference::is_possible(negotiation, depends->possible_outcome));
    }
}

} // namespace

TEST(VerdictAgainstReference, AgreesOnSmallRandomCasesOfEveryKind) {
    for (std::uint64_t index = 0; index < shared_count(10'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     repeat_command("VerdictAgainstReference.*"));
        const Case negotiation = random_case(index);
        const Verdict verdict = decide(negotiation, appraise(negotiation));
        const reference::Report report = reference::solve(negotiation);
        ASSERT_EQ(to_text(kind_of(verdict)), reference::to_text(report.answer))
            << explain(negotiation, verdict, report);
        expect_outcomes_are_what_they_claim(negotiation, verdict);
        if (HasFailure()) {
            return;
        }
    }
}

TEST(CensusAgainstReference, CountsTheSameOutcomes) {
    for (std::uint64_t index = 0; index < shared_count(2'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     repeat_command("CensusAgainstReference.*"));
        const Case negotiation = random_case(index);
        const reference::Report report = reference::solve(negotiation);
        if (report.answer == reference::Answer::contradiction) {
            continue;
        }
        const ZoneCensus census = take_census(negotiation, appraise(negotiation));
        ASSERT_EQ(census.count.outcomes, report.outcomes);
        ASSERT_EQ(census.count.possible, report.possible);
        ASSERT_EQ(census.count.sure, report.sure);
    }
}

TEST(AcceptanceAgainstReference, EachPartyAcceptsTheSameOutcomes) {
    for (std::uint64_t index = 0; index < shared_count(1'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     repeat_command("AcceptanceAgainstReference.*"));
        const Case negotiation = random_case(index);
        const Appraisal appraisal = appraise(negotiation);
        if (reference::solve(negotiation).answer == reference::Answer::contradiction) {
            continue;
        }
        for (const Outcome& outcome : reference::all_outcomes(negotiation)) {
            for (const PartyId party : negotiation.agreement.counted) {
                ASSERT_EQ(accepts(negotiation, appraisal, party, outcome, Certainty::possible),
                          reference::possibly_accepts(negotiation, party, outcome));
                ASSERT_EQ(accepts(negotiation, appraisal, party, outcome, Certainty::sure),
                          reference::surely_accepts(negotiation, party, outcome));
            }
        }
    }
}

} // namespace unbracket
