#include "unbracket/base/odometer.hpp"
#include "unbracket/base/random.hpp"
#include "unbracket/report/certificate_writer.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/contradiction.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/certificate_cases.hpp"
#include "tests/certificate_spoiler.hpp"
#include "tests/judged_case.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

// Proofs that rest on judgements of whole drafts and orders of weights: by hand, what the engine
// writes, and what is spoiled. Truth on small cases is what acceptance says of every outcome, which
// coupling_test.cpp compares with linear programmes.

namespace unbracket::testing {
namespace {

Node certificate_of(const Case& given) {
    return write_certificate(given, decide(given, appraise(given)));
}

std::string verdict_in(const Node& certificate) {
    return certificate.find("verdict")->text;
}

/// The certificate as if it were one of the other case.
Node moved_to(const Case& other, Node certificate) {
    certificate.find("case")->find("digest")->text = other.digest;
    return certificate;
}

const std::string two_issues = R"(
party.alta = {}
party.bera = {}
[issue.share]
option = ["low", "high"]
score.alta = { low = 0, high = [0, 10] }
score.bera = { low = [0, 10], high = 0 }
[issue.term]
option = ["short", "long"]
score.alta = { short = [0, 10], long = 0 }
score.bera = { short = 0, long = [0, 10] }
[fallback]
alta = [0, 20]
bera = 5
[draft.first]
set = { share = "high", term = "short" }
[draft.second]
set = { share = "low", term = "long" }
)";

std::string said(const std::string& id, const std::string& party, const std::string& judgement) {
    return "[[said]]\nid = \"" + id + "\"\nwho = \"a minister\"\nspeaks_for = \"" + party +
           "\"\nattribution = \"named\"\nclaim = \"c\"\njudgement." + party + " = \"" + judgement +
           "\"\n";
}

TEST(JudgementCertificate, ProvesAnAgreementThatOnlyAJudgementMakesSure) {
    const Case given = case_of(two_issues + said("s1", "alta", "accepts second") +
                               said("s2", "bera", "accepts second"));
    const Node certificate = certificate_of(given);
    EXPECT_EQ(verdict_in(certificate), "agreement");
    EXPECT_EQ(refusal(given, certificate), "");
}

TEST(JudgementCertificate, WithoutTheJudgementsBindingIsRefused) {
    const std::string judged =
        said("s1", "alta", "accepts second") + said("s2", "bera", "accepts second");
    const Case given = case_of(two_issues + judged);
    const Node certificate = certificate_of(given);
    for (const char* change : {"use = \"hypothesis\"\n", "use = \"record\"\n"}) {
        const Case loose = case_of(two_issues + judged + change);
        EXPECT_TRUE(
            says("\"s2\" binds no reading", refusal(loose, moved_to(loose, certificate))) ||
            says("nothing binds its readings", refusal(loose, moved_to(loose, certificate))));
    }
    const Case doubted = case_of(two_issues + judged + said("s3", "bera", "rejects second") +
                                 "contradicts = [\"s2\"]\n");
    EXPECT_NE(refusal(doubted, moved_to(doubted, certificate)), "");
    const Case superseded = case_of(two_issues + judged + said("s3", "bera", "not yet first") +
                                    "supersedes = [\"s2\"]\n");
    EXPECT_NE(refusal(superseded, moved_to(superseded, certificate)), "");
    const Case anonymous = case_of(with(two_issues + judged, "named", "anonymous"));
    EXPECT_NE(refusal(anonymous, moved_to(anonymous, certificate)), "");
    const Case open = case_of(with(two_issues + judged, R"(share = "low", )", ""));
    EXPECT_NE(refusal(open, moved_to(open, certificate)), "");
}

TEST(JudgementCertificate, ProvesThatNothingIsPossibleAnyMore) {
    const std::string rule = "[[rule]]\nforbid = { share = \"high\", term = \"short\" }\n";
    const std::string judged = said("s1", "alta", "nothing below first");
    const std::string limit = "[[limit]]\nid = \"l\"\nparty = \"alta\"\nnever = { share = "
                              "\"low\", term = \"long\" }\n";
    const std::string worth =
        "[[said]]\nid = \"s2\"\nwho = \"x\"\nspeaks_for = \"alta\"\n"
        "attribution = \"named\"\nclaim = \"c\"\njudgement.alta = "
        "[\"rejects third\", \"rejects fourth\"]\n[draft.third]\nset = { share = "
        "\"high\", term = \"long\" }\n[draft.fourth]\nset = { share = "
        "\"low\", term = \"short\" }\n";
    const Case given = case_of(two_issues + rule + limit + judged + worth);
    const Node certificate = certificate_of(given);
    EXPECT_EQ(verdict_in(certificate), "no_agreement");
    EXPECT_EQ(refusal(given, certificate), "") << json_text(certificate);
    const Case loose = case_of(two_issues + rule + limit + judged);
    EXPECT_NE(refusal(loose, moved_to(loose, certificate)), "");
}

TEST(JudgementCertificate, ShowsAReadingWhereJudgementsBind) {
    const Case given = case_of(two_issues + said("s1", "alta", "accepts second") +
                               said("s2", "bera", "accepts second"));
    Node certificate = certificate_of(given);
    std::erase_if(certificate.find("claims")->items,
                  [](const Node& claim) { return claim.find("claim")->text == "some_reading"; });
    EXPECT_TRUE(says("no reading of party \"alta\" is shown", refusal(given, certificate)));
}

TEST(JudgementCertificate, OfStatementsThatLeaveNoReadingIsGranted) {
    const Case given =
        case_of(two_issues + said("s1", "alta", "prefers first to second") +
                said("s2", "alta", "accepts second") + said("s3", "alta", "rejects first"));
    Node certificate = certificate_of(given);
    EXPECT_EQ(verdict_in(certificate), "contradiction");
    EXPECT_EQ(refusal(given, certificate), "");
    certificate.find("claims")->items.front().find("statements")->items.pop_back();
    EXPECT_TRUE(says("has a weight but is not named", refusal(given, certificate)));
}

TEST(JudgementCertificate, OfADraftAcceptedThatALimitExcludesIsGranted) {
    const std::string limit =
        "[[limit]]\nid = \"no-low\"\nparty = \"bera\"\nnever = { share = \"low\" }\n";
    const Case given = case_of(two_issues + limit + said("s1", "bera", "accepts second"));
    const Node certificate = certificate_of(given);
    EXPECT_EQ(verdict_in(certificate), "contradiction");
    EXPECT_EQ(refusal(given, certificate), "");
    const Case off =
        case_of(two_issues + limit + "status = \"off\"\n" + said("s1", "bera", "accepts second"));
    EXPECT_NE(refusal(off, moved_to(off, certificate)), "");
}

TEST(JudgementCertificate, OfAnOrderOfWeightsIsGranted) {
    const Case given = case_of(R"(
party.alta = {}
[issue.share]
option = ["low", "high"]
stance.alta = { low = 0, high = 100 }
weight.alta = [0, 10]
[issue.term]
option = ["short", "long"]
stance.alta = { short = 100, long = 0 }
weight.alta = [0, 10]
[issue.rest]
option = ["a"]
stance.alta = { a = 50 }
weight.alta = 1
[[rule]]
forbid = { share = "high", term = "short" }
[fallback]
alta = 50
[order.weight]
alta = "share > term"
)");
    const Node certificate = certificate_of(given);
    EXPECT_EQ(verdict_in(certificate), "agreement");
    EXPECT_EQ(refusal(given, certificate), "");
}

/// What holds of a small case, outcome by outcome.
struct Truth {
    bool has_contradiction = false;
    std::size_t possible = 0, sure = 0;

    explicit Truth(const Case& given) {
        const Appraisal appraisal = appraise(given);
        has_contradiction = find_contradiction(given, appraisal).has_value();
        std::vector<std::size_t> sizes;
        for (const Issue& issue : given.issues) {
            sizes.push_back(issue.options.size());
        }
        Odometer odometer(sizes);
        do {
            Outcome outcome;
            for (std::size_t issue = 0; issue < sizes.size() && !has_contradiction; ++issue) {
                outcome.emplace_back(odometer[issue]);
            }
            if (!has_contradiction) {
                possible += is_agreement(given, appraisal, outcome, Certainty::possible) ? 1U : 0U;
                sure += is_agreement(given, appraisal, outcome, Certainty::sure) ? 1U : 0U;
            }
        } while (odometer.advance());
    }

    std::string verdict() const {
        return has_contradiction ? "contradiction"
               : sure > 0        ? "agreement"
               : possible > 0    ? "depends"
                                 : "no_agreement";
    }
};

bool has_judged_columns(const Node& certificate) {
    const std::string text = json_text(certificate);
    return text.find("\"columns\"") != std::string::npos ||
           text.find("\"never_missed\"") != std::string::npos ||
           text.find("\"statements\"") != std::string::npos;
}

TEST(JudgementCertificate, OfRandomCasesIsGrantedAndTrue) {
    std::map<std::string, int> judged;
    for (std::size_t index = 0; index < shared_count(6'000); ++index) {
        SCOPED_TRACE(repeat_command("JudgementCertificate.OfRandomCasesIsGrantedAndTrue"));
        Random random(suite_seed() * 1'000'033 + index);
        std::string text;
        const auto given = random_judged_case(random, text);
        if (!given) {
            continue;
        }
        const Verdict verdict = decide(*given, appraise(*given));
        const Node certificate = write_certificate(*given, verdict);
        ASSERT_EQ(to_text(kind_of(verdict)), Truth(*given).verdict()) << text;
        ASSERT_EQ(refusal(*given, certificate), "") << text << json_text(certificate);
        if (has_judged_columns(certificate)) {
            ++judged[verdict_in(certificate)];
        }
        judged["in all"] += 1;
        judged["not carried"] += is_certifiable(verdict) ? 0 : 1;
    }
    for (const char* kind : {"agreement", "no_agreement", "depends", "contradiction"}) {
        EXPECT_GT(judged[kind], 0) << kind;
    }
    EXPECT_LT(judged["not carried"], judged["in all"] / 50);
}

bool is_true(const Truth& truth, const Node& claim) {
    const std::string& name = claim.find("claim")->text;
    if (name == "none_possible" || name == "none_sure") {
        return (name == "none_possible" ? truth.possible : truth.sure) == 0 &&
               !truth.has_contradiction;
    }
    if (name == "no_reading") {
        return truth.has_contradiction;
    }
    return !truth.has_contradiction && (name != "sure" || truth.sure > 0) &&
           (name != "possible" || truth.possible > 0);
}

TEST(JudgementCertificate, SpoiledNeverProvesWhatIsFalse) {
    std::size_t accepted = 0, refused = 0;
    for (std::size_t index = 0; index < shared_count(2'000); ++index) {
        SCOPED_TRACE(repeat_command("JudgementCertificate.SpoiledNeverProvesWhatIsFalse"));
        Random random(suite_seed() * 2'000'029 + index);
        std::string text, other_text;
        const auto given = random_judged_case(random, text);
        const auto other = random_judged_case(random, other_text);
        if (!given || !other) {
            continue;
        }
        const Truth truth(*given);
        for (int round = 0; round < 20; ++round) {
            Node spoiled = moved_to(*given, certificate_of(round % 5 == 0 ? *other : *given));
            for (auto changes = random.between(1, 3); changes > 0; --changes) {
                spoil_at_random(spoiled, random);
            }
            if (!refusal(*given, spoiled).empty()) {
                ++refused;
                continue;
            }
            ++accepted;
            for (const Node& claim : spoiled.find("claims")->items) {
                EXPECT_TRUE(is_true(truth, claim)) << text << json_text(spoiled);
            }
        }
    }
    EXPECT_GT(accepted, 0U);
    EXPECT_GT(refused, accepted);
}

} // namespace
} // namespace unbracket::testing
