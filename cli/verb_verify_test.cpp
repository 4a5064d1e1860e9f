#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::Captured;
using testing::holds;

class Verify : public testing::RunInFolder {
protected:
    Verify() { answer({"check", "ferry.toml", "--certificate", "proof.json", "-o", "check.txt"}); }

    /// Replaces the first such text of the certificate.
    void spoil(const std::string& before, const std::string& after) {
        std::string text = folder_.content("proof.json");
        const std::size_t at = text.find(before);
        ASSERT_NE(at, std::string::npos) << before;
        folder_.put("proof.json", text.replace(at, before.size(), after));
    }
    static std::string refusal() {
        const Captured result = run({"verify", "ferry.toml", "proof.json"});
        EXPECT_EQ(result.code, 3);
        EXPECT_EQ(result.err, "");
        return result.out;
    }
};

TEST_F(Verify, ProvesWhatCheckWrote) {
    EXPECT_EQ(answer({"verify", "ferry.toml", "proof.json"}),
              "PROVED    The certificate proves for this case: not settled, some combination is\n"
              "          acceptable in some reading, none in every reading.\n");
}

TEST_F(Verify, ProvesEachVerdict) {
    struct Known {
        const char* verdict;
        std::vector<std::string> flags;
    };
    const std::vector<Known> all = {
        {"yes, one combination is", {"--set", "fallback.west=0", "--set", "fallback.east=0"}},
        {"no, no combination is", {"--set", "fallback.west=100", "--set", "fallback.east=100"}},
        {"not settled, some", {"--as-of", "2026-04-01"}},
    };
    for (const auto& [verdict, flags] : all) {
        std::vector<std::string> check = {"check",      "ferry.toml", "--certificate",
                                          "proof.json", "-o",         "check.txt"};
        std::vector<std::string> verify = {"verify", "ferry.toml", "proof.json"};
        check.insert(check.end(), flags.begin(), flags.end());
        verify.insert(verify.end(), flags.begin(), flags.end());
        answer(check);
        EXPECT_TRUE(answer(verify).starts_with("PROVED    The certificate proves for this case: " +
                                               std::string(verdict)))
            << verdict;
    }
}

TEST_F(Verify, KeepsToTheWidthOfThePage) {
    const Captured result =
        run({"verify", "ferry.toml", "proof.json", "--set", "fallback.west=54"});
    EXPECT_EQ(result.out,
              "REFUSED   the certificate is for another case, or the file, --as-of, --set,\n"
              "          --without or --answer changed since\n");
    const Captured narrow = run({"verify", "ferry.toml", "proof.json", "--set", "fallback.west=54",
                                 "--width", "60", "-o", "refused.txt"});
    EXPECT_EQ(narrow.code, 3);
    EXPECT_EQ(folder_.content("refused.txt"),
              "REFUSED   the certificate is for another case, or the file,\n"
              "          --as-of, --set, --without or --answer changed\n"
              "          since\n");
}

TEST_F(Verify, TellsTheSameInJson) {
    const std::string text = answer({"verify", "ferry.toml", "proof.json", "--format", "json"});
    EXPECT_TRUE(holds(text, "\"proved\": true,\n  \"verdict\": \"depends\",\n  \"reason\": null"));
    spoil("\"verdict\": \"depends\"", "\"verdict\": \"agreement\"");
    const Captured refused = run({"verify", "ferry.toml", "proof.json", "--format", "json"});
    EXPECT_EQ(refused.code, 3);
    EXPECT_TRUE(holds(refused.out, "\"proved\": false,\n  \"verdict\": null,\n  \"reason\": \"the "
                                   "claims amount to"));
}

TEST_F(Verify, RefusesACertificateOfAnotherCase) {
    for (const std::vector<std::string>& changes : std::vector<std::vector<std::string>>{
             {"--set", "fallback.west=54"}, {"--without", "s1"}, {"--answer", "ceiling=price"}}) {
        std::vector<std::string> words = {"verify", "ferry.toml", "proof.json"};
        words.insert(words.end(), changes.begin(), changes.end());
        const Captured result = run(words);
        EXPECT_EQ(result.code, 3) << changes[0];
        EXPECT_TRUE(result.out.starts_with("REFUSED   the certificate is for another "))
            << result.out;
    }
}

TEST_F(Verify, RefusesWhatWasSpoiled) {
    spoil("\"verdict\": \"depends\"", "\"verdict\": \"agreement\"");
    EXPECT_EQ(refusal(), "REFUSED   the claims amount to \"depends\", not to \"agreement\"\n");
    folder_.put("proof.json", "{}");
    EXPECT_EQ(refusal(), "REFUSED   the key \"unbracket_certificate\" is missing\n");
}

TEST_F(Verify, SaysSoWhereCaseAndCertificateAreSwapped) {
    EXPECT_EQ(complaint({"verify", "proof.json", "ferry.toml"}),
              "unbracket: `proof.json` is the certificate, and `ferry.toml` is not; the case comes "
              "first: unbracket verify ferry.toml proof.json\n1 problem\n");
}

TEST_F(Verify, SaysWhatItGotInsteadOfACertificate) {
    const std::string order =
        "; name the case first, then the file that `check --certificate` wrote\n1 problem\n";
    EXPECT_EQ(complaint({"verify", "ferry.toml", "ferry-private.toml"}),
              "ferry-private.toml: this is a TOML file, and a certificate is JSON" + order);
    answer({"convert", "ferry.toml", "ferry.json", "-q"});
    EXPECT_EQ(complaint({"verify", "ferry.toml", "ferry.json"}),
              "ferry.json: this is a case and not a certificate" + order);
    EXPECT_EQ(complaint({"verify", "ferry.toml", "ferry-private.toml", "ferry.json"}),
              "ferry.json: this is a case and not a certificate" + order);
}

TEST_F(Verify, NamesWhatIsNoJson) {
    folder_.put("proof.json", "{ not json");
    EXPECT_TRUE(complaint({"verify", "ferry.toml", "proof.json"}).starts_with("proof.json:1:"));
    EXPECT_TRUE(holds(complaint({"verify", "ferry.toml", "none.json"}), "there is no such file"));
}

TEST_F(Verify, NamesWhatIsWrongWithTheCaseOfAGoodCertificate) {
    EXPECT_TRUE(complaint({"verify", "broken.toml", "proof.json"}).ends_with("5 problems\n"));
    EXPECT_TRUE(holds(complaint({"verify", "none.toml", "proof.json"}), "none.toml: there is no"));
}

TEST_F(Verify, NeedsBothOperands) {
    EXPECT_TRUE(holds(complaint({"verify"}), "`verify` needs CASE CERTIFICATE; "));
    EXPECT_TRUE(holds(complaint({"verify", "ferry.toml"}), ", not only ferry.toml; "));
    EXPECT_TRUE(holds(complaint({"verify", "-", "-"}), "standard input is named more than once"));
}

} // namespace
} // namespace unbracket::cli
