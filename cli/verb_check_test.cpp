#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::Captured;
using testing::holds;
using Words = std::vector<std::string>;
class Check : public testing::RunInFolder {};

Words check_with(const Words& flags) {
    Words words = {"check", "ferry.toml"};
    words.insert(words.end(), flags.begin(), flags.end());
    return words;
}

TEST_F(Check, AnswersWithCodeZeroWhateverTheAnswer) {
    EXPECT_TRUE(holds(answer(check_with({})), "ANSWER    Not settled by this file."));
    EXPECT_TRUE(
        holds(answer(check_with({"--set", "fallback.west=100", "--set", "fallback.east=100"})),
              "ANSWER    No, in this file."));
}

TEST_F(Check, GivesEachVerdictACodeOfItsOwnWhenAsked) {
    folder_.put("torn.toml",
                folder_.content("ferry.toml") + "[issue.boat.order]\neast = \"west > hired\"\n");
    struct Known {
        int code;
        Words words;
    };
    const std::vector<Known> all = {
        {0, check_with({"--set", "fallback.west=0", "--set", "fallback.east=0"})},
        {10, check_with({"--set", "fallback.west=100", "--set", "fallback.east=100"})},
        {11, check_with({})},
        {13, {"check", "torn.toml"}},
    };
    for (const auto& [code, words] : all) {
        Words asked = words;
        asked.emplace_back("--exit-code");
        const Captured result = run(asked);
        EXPECT_EQ(result.code, code) << result.out << result.err;
        EXPECT_EQ(result.err, "");
        EXPECT_EQ(run(words).code, 0);
    }
}

TEST_F(Check, OfBadInputIsTwoWithOrWithoutCodes) {
    EXPECT_EQ(run({"check", "broken.toml", "--exit-code"}).code, 2);
    EXPECT_EQ(run({"check", "none.toml", "--exit-code"}).code, 2);
    EXPECT_EQ(run({"check", "--exit-code"}).code, 2);
}

TEST_F(Check, RunsOutOfItsBudgetWithCodeTwelve) {
    answer({"new", "--random", "--parties", "12", "--issues", "30", "--seed", "3", "--plant", "no",
            "long.toml", "-q"});
    const Captured result = run({"check", "long.toml", "--nodes", "0", "--exit-code"});
    EXPECT_EQ(result.code, 12) << result.out;
    EXPECT_TRUE(holds(result.out, "Not decided:"));
    EXPECT_TRUE(holds(result.out, "Allow a longer search: --nodes N."));
}

TEST_F(Check, WritesTheProofBesideTheAnswer) {
    const std::string text = answer(check_with({"--certificate", "proof.json"}));
    EXPECT_EQ(text, answer(check_with({})));
    EXPECT_TRUE(folder_.content("proof.json").starts_with("{\n  \"unbracket_certificate\": 1,\n"));
}

TEST_F(Check, ThatCannotWriteTheProofAnswersNothing) {
    const Captured full = run(check_with({"--certificate", "/dev/full"}));
    EXPECT_EQ(full.code, 1);
    EXPECT_EQ(full.out, "");
    EXPECT_TRUE(holds(complaint(check_with({"--certificate", "-"})), "\"-\" is no file"));
    EXPECT_TRUE(
        holds(complaint(check_with({"--certificate", "none/proof.json"})), "none/proof.json: "));
}

TEST_F(Check, ForAnEmptyAudienceAnswersNothing) {
    for (const std::vector<std::string>& view :
         {std::vector<std::string>{"--view", ""}, std::vector<std::string>{"--view="}}) {
        std::vector<std::string> words = {"check", "ferry.toml"};
        words.insert(words.end(), view.begin(), view.end());
        EXPECT_TRUE(holds(complaint(words), "--view: nobody is called ` `"));
    }
    EXPECT_TRUE(holds(complaint({"convert", "ferry.toml", "open.toml", "--view", ""}),
                      "--view: nobody is called ` `"));
}

TEST_F(Check, SaysHowLongItTookOnlyWhenAsked) {
    EXPECT_FALSE(holds(answer(check_with({})), "Engine:"));
    const std::string timed = answer(check_with({"--timings"}));
    const std::size_t at = timed.rfind("Engine: ");
    ASSERT_NE(at, std::string::npos);
    EXPECT_TRUE(timed.ends_with(" ms\n"));
    EXPECT_NE(timed.find('.', at), std::string::npos) << timed.substr(at);
    EXPECT_FALSE(holds(answer(check_with({"--format", "json"})), "elapsed_ms"));
    EXPECT_TRUE(holds(answer(check_with({"--format", "json", "--timings"})), "\"elapsed_ms\": "));
}

TEST_F(Check, OfTheVerdictOnlyLeavesTheRestOut) {
    const std::string text = answer(check_with({"--verdict-only"}));
    EXPECT_TRUE(holds(text, "Only the verdict was asked for."));
    EXPECT_FALSE(holds(text, "TURNS ON"));
    EXPECT_FALSE(holds(text, "NUMBERS"));
}

TEST_F(Check, WritesExactNumbersWhenAsked) {
    const std::string decimal = answer(check_with({"--format", "json"}));
    const std::string exact = answer(check_with({"--format", "json", "--exact"}));
    EXPECT_NE(decimal, exact);
    EXPECT_TRUE(holds(exact, "/"));
}

TEST_F(Check, AppliesEveryChangeOfTheCase) {
    EXPECT_TRUE(holds(answer(check_with({"--as-of", "2026-03-31"})), "as of 31 Mar 2026"));
    EXPECT_TRUE(holds(answer(check_with({"--set", "intent.east=refuses"})), "No, in this file."));
}

TEST_F(Check, AnswersUnderAnAnswerToAnOpenQuestion) {
    const std::string open = answer(check_with({}));
    EXPECT_TRUE(holds(open, "Is Westport's seventy\n")) << open;
    EXPECT_TRUE(holds(open, "11 of the 63 combinations are acceptable")) << open;
    const std::string answered = answer(check_with({"--answer", "ceiling=price"}));
    EXPECT_FALSE(holds(answered, "Is Westport's seventy")) << answered;
    EXPECT_TRUE(holds(answered, "12 of the 63 combinations are acceptable")) << answered;
}

TEST_F(Check, PutsALayerOverTheCase) {
    const std::string own_line = "Westport      55 (in its own words)";
    const std::string empty_somewhere =
        "In at least one reading nothing is acceptable to all of them.";
    const std::string alone = answer(check_with({}));
    EXPECT_FALSE(holds(alone, own_line));
    EXPECT_FALSE(holds(alone, empty_somewhere));
    const std::string layered = answer({"check", "ferry.toml", "ferry-private.toml"});
    EXPECT_TRUE(holds(layered, own_line)) << layered;
    EXPECT_TRUE(holds(layered, empty_somewhere)) << layered;
}

TEST_F(Check, NamesEveryWrongChange) {
    EXPECT_EQ(complaint(check_with({"--set", "fallback.est=1"})),
              "--set: `fallback.est`: unknown party `est`; did you mean `west`?\n1 problem\n");
    EXPECT_EQ(complaint(check_with({"--answer", "ceiling=perhaps"})),
              "--answer: `perhaps` is no answer to `ceiling`; it has `condition`, `price`\n"
              "1 problem\n");
    EXPECT_EQ(complaint(check_with({"--answer", "draft.summer=maybe"})),
              "--answer: `maybe` does not answer `draft.summer`; it has `yes`, `no`\n"
              "1 problem\n");
}

} // namespace
} // namespace unbracket::cli
