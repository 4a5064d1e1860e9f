#include "unbracket/base/random.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/golden.hpp"
#include "tests/random_case.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

// What the engine proves, the independent checker grants, by way of the JSON that is written.

namespace unbracket {

namespace {

/// Nothing when the checker grants the certificate of the case's verdict.
std::string refusal_of(const Case& negotiation, const Verdict& verdict) {
    const Node certificate = write_certificate(negotiation, verdict);
    const auto refusal = certificate::verify(negotiation, certificate);
    return refusal ? refusal->reason + "\n" + json_text(certificate) : "";
}

std::string refusal_of(const LoadedCase& loaded) {
    const Case& negotiation = loaded.negotiation;
    return refusal_of(negotiation, decide(negotiation, appraise(negotiation)));
}

} // namespace

TEST(Certificate, OfEveryHandMadeCaseIsGranted) {
    for (const std::string& file : testing::golden_inputs("check", ".toml")) {
        EXPECT_EQ(refusal_of(open_case({.files = {file}}).value()), "") << file;
    }
}

TEST(Certificate, OfEveryCaseInTheCatalogueIsGrantedUnderEachAnswer) {
    for (const std::string& file : testing::files_below("catalog", "case.toml")) {
        const LoadedCase loaded = open_case({.files = {file}}).value();
        EXPECT_EQ(refusal_of(loaded), "") << file;
        for (const Alternative& alternative : loaded.negotiation.alternatives) {
            for (const Alternative::Answer& answer : alternative.answers) {
                const CaseRequest request{.files = {file},
                                          .answers = {{alternative.key, answer.key}}};
                EXPECT_EQ(refusal_of(open_case(request).value()), "")
                    << file << " with " << alternative.key << " = " << answer.key;
            }
        }
    }
}

TEST(Certificate, OfRandomCasesIsGranted) {
    constexpr std::size_t most_cases = 10'000;
    for (std::size_t index = 0; index < testing::shared_count(most_cases); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("Certificate.OfRandomCasesIsGranted"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        const LoadedCase loaded = load_case(testing::random_case_document(random)).value();
        ASSERT_EQ(refusal_of(loaded), "");
    }
}

TEST(Certificate, OfACutSearchClaimsOnlyWhatWasFound) {
    const LoadedCase loaded =
        open_case({.files = {testing::golden_inputs("check", ".toml").front()}}).value();
    const Case& negotiation = loaded.negotiation;
    EXPECT_EQ(refusal_of(negotiation, {UndecidedVerdict{}, 0}), "");
}

TEST(Certificate, SurvivesTheWayThroughAFile) {
    const LoadedCase loaded =
        open_case({.files = {testing::golden_inputs("check", ".toml").front()}}).value();
    const std::string path =
        (std::filesystem::temp_directory_path() / "unbracket-certificate-test.json").string();
    ASSERT_FALSE(save_file(path, json_text(certificate_of(loaded, check(loaded)))));
    const auto answer = verify_certificate(loaded, path);
    std::filesystem::remove(path);
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(std::get<certificate::Checked>(answer.value()).verdict, "agreement");
}

TEST(Certificate, IsRefusedForTheCaseWithAnotherAnswer) {
    const std::string file = testing::files_below("catalog/teaching", "case.toml").front();
    const LoadedCase asked = open_case({.files = {file}}).value();
    const LoadedCase answered =
        open_case({.files = {file}, .answers = {{"redline-or-price", "price"}}}).value();
    const Node certificate = write_certificate(
        asked.negotiation, decide(asked.negotiation, appraise(asked.negotiation)));
    EXPECT_FALSE(certificate::verify(asked.negotiation, certificate));
    EXPECT_TRUE(certificate::verify(answered.negotiation, certificate));
}

} // namespace unbracket
