// Numbers as other programs print them, in so many issues that sums have denominators of several
// hundred digits: every verb answers, or says what is too large, and none gives up in the middle.

#include "tests/run_in_folder.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace unbracket {
namespace {

using testing::holds;

constexpr int issue_count = 30;

class LongNumbers : public testing::RunInFolder {
protected:
    /// Between 0 and 1, with 17 digits.
    static std::string long_decimal(std::uint64_t& state) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        constexpr std::uint64_t least = 10'000'000'000'000'000;
        return "0." + std::to_string(least + (state >> 4U) % (9 * least));
    }

    /// A profile of 30 issues with three values each.
    static std::string genius_profile(std::uint64_t state) {
        std::string weights, issues;
        for (int issue = 1; issue <= issue_count; ++issue) {
            const std::string index = std::to_string(issue);
            weights += "<weight index=\"" + index + "\" value=\"0.03333333333333333\"/>";
            issues +=
                "<issue index=\"" + index + "\" name=\"pier " + index + "\" vtype=\"discrete\">";
            for (const char* value : {"north", "middle", "south"}) {
                issues += std::string("<item value=\"") + value + "\" evaluation=\"" +
                          long_decimal(state) + "\"/>";
            }
            issues += "</issue>";
        }
        return "<utility_space><objective>" + weights + issues +
               "</objective><reservation value=\"0.71234567890123456\"/></utility_space>";
    }

    void SetUp() override {
        std::filesystem::create_directory(folder_.path("harbour"));
        folder_.put("harbour/alta.xml", genius_profile(1));
        folder_.put("harbour/bera.xml", genius_profile(2));
    }

    /// The answer, or the problem; both are honest.
    static std::string answer_or_problem(const std::vector<std::string>& words) {
        const testing::Captured result = run(words);
        EXPECT_TRUE(result.code == 0 || (result.code == 2 && holds(result.err, "needs more than")))
            << words.front() << " ended with " << result.code << ": " << result.err;
        return result.code == 0 ? result.out : result.err;
    }
};

TEST_F(LongNumbers, AreDecidedAndProved) {
    EXPECT_TRUE(holds(answer_or_problem({"check", "harbour", "--certificate", "proof.json"}),
                      "ANSWER    Yes, in this file."));
    EXPECT_TRUE(holds(answer_or_problem({"verify", "harbour", "proof.json"}), "PROVED"));
    EXPECT_TRUE(holds(answer_or_problem({"check", "harbour", "--format", "json"}), "agreement"));
}

TEST_F(LongNumbers, AreAnsweredByEveryVerb) {
    for (const char* verb : {"why", "bridge", "frontier", "show", "lint"}) {
        EXPECT_FALSE(answer_or_problem({verb, "harbour"}).empty()) << verb;
    }
    const std::string shares = answer_or_problem({"robust", "harbour", "--samples", "200"});
    EXPECT_TRUE(holds(shares, "there is one reading only")) << shares;
    answer_or_problem({"report", "harbour", "-o", "harbour.html"});
}

TEST_F(LongNumbers, AreConvertedOrRefusedByName) {
    for (const char* format : {"toml", "json", "csv", "xlsx", "lp"}) {
        answer_or_problem({"convert", "harbour", "--to", format, "-o", std::string("x.") + format});
    }
    for (const char* format : {"genius", "geniusweb", "negmas", "negolog", "scores"}) {
        answer_or_problem({"convert", "harbour", "--to", format, "-o", format});
    }
}

} // namespace
} // namespace unbracket
