#include "unbracket/report/certificate_writer.hpp"
#include "unbracket/zone/certificate/verify.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::bound_value;
using testing::loaded_value;
using testing::shown;
using testing::weirs;

Verdict verdict_of(const Case& negotiation) {
    return decide(negotiation, appraise(negotiation));
}

Node certificate_of_sample(const Case& negotiation) {
    return write_certificate(negotiation, verdict_of(negotiation));
}

std::string refusal_of(const Case& negotiation, const Node& certificate) {
    const auto refusal = certificate::verify(negotiation, certificate);
    return refusal ? refusal->reason : "";
}

TEST(CertificateWriter, NamesFormatAndCase) {
    const Case negotiation = bound_value(weirs);
    const Node certificate = certificate_of_sample(negotiation);
    EXPECT_EQ(shown(certificate, "unbracket_certificate"), "1");
    EXPECT_EQ(shown(certificate, "case.digest"), "\"" + negotiation.digest + "\"");
    EXPECT_EQ(shown(certificate, "case.as_of"), "\"2026-05-01\"");
    EXPECT_EQ(shown(certificate, "verdict"), "\"depends\"");
}

TEST(CertificateWriter, ClaimsWhatTheVerdictNeeds) {
    struct Known {
        std::vector<std::pair<std::string, std::string>> set;
        const char* verdict;
        std::vector<std::string> claims;
    };
    const std::vector<Known> all = {
        {{}, "\"depends\"", {"\"possible\"", "\"none_sure\""}},
        {{{"intent.bera", "refuses"}}, "\"no_agreement\"", {"\"none_possible\""}},
    };
    for (const Known& known : all) {
        const Case negotiation = loaded_value(weirs, known.set).negotiation;
        const Node certificate = certificate_of_sample(negotiation);
        EXPECT_EQ(shown(certificate, "verdict"), known.verdict);
        const Node* claims = certificate.find("claims");
        ASSERT_EQ(claims->items.size(), known.claims.size());
        for (std::size_t i = 0; i < known.claims.size(); ++i) {
            EXPECT_EQ(shown(claims->items[i], "claim"), known.claims[i]);
        }
        EXPECT_EQ(refusal_of(negotiation, certificate), "");
    }
}

TEST(CertificateWriter, OfAnUndecidedVerdictClaimsOnlyWhatWasFound) {
    const Case negotiation = bound_value(weirs);
    const Verdict decided = verdict_of(negotiation);
    const auto& depends = std::get<DependsVerdict>(decided.answer);
    const Verdict some = {UndecidedVerdict{depends.possible_outcome, depends.possible_reading}};
    const Node certificate = write_certificate(negotiation, some);
    EXPECT_EQ(shown(certificate, "verdict"), "\"undecided\"");
    ASSERT_EQ(certificate.find("claims")->items.size(), 1U);
    EXPECT_EQ(shown(certificate.find("claims")->items[0], "claim"), "\"possible\"");
    EXPECT_EQ(refusal_of(negotiation, certificate), "");
    const Node nothing = write_certificate(negotiation, {UndecidedVerdict{}});
    EXPECT_EQ(shown(nothing, "claims"), "[]");
}

TEST(CertificateWriter, WritesNumbersAsExactText) {
    const Case negotiation = bound_value(weirs);
    const Verdict decided = verdict_of(negotiation);
    const auto& readings = std::get<DependsVerdict>(decided.answer).possible_reading;
    const Node written = write_readings(negotiation, readings);
    ASSERT_EQ(written.members.size(), readings.size());
    EXPECT_EQ(written.members[0].key, negotiation.party(readings[0].party).key);
    EXPECT_EQ(shown(written.members[0].value), shown(write_reading(negotiation, readings[0])));
    const Node* weights = written.members[0].value.find("weights");
    ASSERT_NE(weights, nullptr);
    for (const Node::Member& weight : weights->members) {
        EXPECT_EQ(weight.value.kind, NodeKind::text) << weight.key;
    }
}

TEST(CertificateWriter, IsForOneVersionOfTheCase) {
    const Node certificate = certificate_of_sample(bound_value(weirs));
    const Case other = loaded_value(weirs, {{"fallback.coda", "13"}}).negotiation;
    EXPECT_EQ(refusal_of(other, certificate), "the certificate is for another case");
}

} // namespace
} // namespace unbracket
