#include "tests/certificate_cases.hpp"
#include "tests/certificate_maker.hpp"
#include "tests/certificate_random.hpp"
#include "tests/certificate_spoiler.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Certificates spoiled at random. Some still prove something: a multiplier may be another one, a
// node limit larger. What must never happen is that the checker is convinced of what is false.

namespace unbracket::testing {
namespace {

std::optional<Outcome> outcome_in(const Case& given, const Node& claim) {
    const Node* node = claim.find("outcome");
    Outcome outcome;
    for (const Issue& issue : given.issues) {
        const Node* chosen = node == nullptr ? nullptr : node->find(issue.key);
        for (std::size_t i = 0; chosen != nullptr && i < issue.options.size(); ++i) {
            const auto number = issue.range ? parse_fraction(chosen->text) : std::nullopt;
            if (issue.range ? number == issue.options[i].number
                            : chosen->text == issue.options[i].key) {
                outcome.push_back(OptionId(i));
            }
        }
    }
    return outcome.size() == given.issues.size() ? std::optional(outcome) : std::nullopt;
}

bool is_true(const Case& given, const reference::Report& report, const Node& claim) {
    const std::string& name = claim.find("claim")->text;
    if (name == "none_possible") {
        return report.possible == 0;
    }
    if (name == "none_sure") {
        return report.sure == 0;
    }
    if (name == "no_reading") {
        const auto party = given.find_party(claim.find("party")->text);
        return std::find(report.without_reading.begin(), report.without_reading.end(), party) !=
               report.without_reading.end();
    }
    const auto outcome = outcome_in(given, claim);
    return outcome && (name == "sure" ? reference::is_sure(given, *outcome)
                                      : reference::is_possible(given, *outcome));
}

/// The verdict that true claims of these names amount to.
std::string verdict_for(const reference::Report& report) {
    return std::string(reference::to_text(report.answer));
}

/// A certificate of the right verdict, with proofs that only enumerate.
Node true_certificate(const Case& given, const reference::Report& report, Random& random) {
    const ProofStyle style{static_cast<std::size_t>(random.between(0, 2)), random.chance(1, 2),
                           random.chance(1, 2)};
    Node certificate = certificate_for(given, verdict_for(report), "[]");
    std::vector<Node>& claims = certificate.find("claims")->items;
    switch (report.answer) {
    case reference::Answer::agreement:
        claims.push_back(sure_claim(given, *report.first_sure));
        break;
    case reference::Answer::no_agreement:
        claims.push_back(none_claim(given, "none_possible", style, random));
        break;
    case reference::Answer::depends:
        claims.push_back(possible_claim(given, *report.first_possible));
        claims.push_back(none_claim(given, "none_sure", style, random));
        break;
    case reference::Answer::contradiction:
        claims.push_back(no_reading_claim(given, report.without_reading.front()));
        break;
    }
    return certificate;
}

TEST(SpoiledCertificate, NeverProvesWhatIsFalse) {
    SCOPED_TRACE(repeat_command("SpoiledCertificate.NeverProvesWhatIsFalse"));
    std::size_t accepted = 0, refused = 0;
    for (std::size_t i = 0; i < shared_count(5'000); ++i) {
        const std::uint64_t seed = suite_seed() * 2'000'003 + i;
        Random random(seed);
        const auto given = random_case(random);
        if (!given) {
            continue;
        }
        const reference::Report report = reference::solve(*given);
        const Node certificate = true_certificate(*given, report, random);
        EXPECT_EQ(refusal(*given, certificate), "") << "seed " << seed;
        for (int round = 0; round < 20; ++round) {
            Node spoiled = certificate;
            for (auto changes = random.between(1, 3); changes > 0; --changes) {
                spoil_at_random(spoiled, random);
            }
            if (!refusal(*given, spoiled).empty()) {
                ++refused;
                continue;
            }
            ++accepted;
            for (const Node& claim : spoiled.find("claims")->items) {
                EXPECT_TRUE(is_true(*given, report, claim)) << "seed " << seed;
            }
        }
    }
    EXPECT_GT(accepted, refused / 50);
    EXPECT_GT(refused, accepted);
}

TEST(SpoiledCertificate, OfAnotherCaseProvesNothingFalse) {
    SCOPED_TRACE(repeat_command("SpoiledCertificate.OfAnotherCaseProvesNothingFalse"));
    std::size_t accepted = 0, refused = 0;
    for (std::size_t i = 0; i < shared_count(20'000); ++i) {
        const std::uint64_t seed = suite_seed() * 3'000'017 + i;
        Random random(seed);
        const auto first = random_case(random);
        const auto second = random_case(random);
        if (!first || !second) {
            continue;
        }
        Node certificate = true_certificate(*first, reference::solve(*first), random);
        EXPECT_NE(refusal(*second, certificate), "") << "seed " << seed;
        certificate.find("case")->find("digest")->text = second->digest;
        if (!refusal(*second, certificate).empty()) {
            ++refused;
            continue;
        }
        ++accepted;
        const reference::Report report = reference::solve(*second);
        for (const Node& claim : certificate.find("claims")->items) {
            EXPECT_TRUE(is_true(*second, report, claim)) << "seed " << seed;
        }
    }
    EXPECT_GT(accepted, 0U);
    EXPECT_GT(refused, accepted);
}

} // namespace
} // namespace unbracket::testing
