#include "unbracket/authoring.hpp"

#include "cli/request.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using Values = std::vector<std::string>;
using Pairs = std::vector<std::pair<std::string, std::string>>;

Invocation with(const std::map<std::string, Values>& flags) {
    Invocation invocation;
    invocation.flags.insert(flags.begin(), flags.end());
    return invocation;
}

CaseRequest requested(const std::map<std::string, Values>& flags) {
    const Result<CaseRequest> request = case_request(with(flags), {"a.toml"});
    EXPECT_TRUE(request.ok()) << (request ? "" : to_string(request.problems().front()));
    return request ? request.value() : CaseRequest{};
}

std::string problems_of(const std::map<std::string, Values>& flags,
                        std::vector<std::string> files = {"a.toml"}) {
    const Result<CaseRequest> request = case_request(with(flags), std::move(files));
    std::string text;
    for (const Diagnostic& problem : request.problems()) {
        text += to_string(problem) + "\n";
    }
    return text;
}

TEST(CaseRequestOf, NoFlagsNamesOnlyTheFiles) {
    const Result<CaseRequest> request = case_request({}, {"a.toml", "b.toml"});
    ASSERT_TRUE(request.ok());
    EXPECT_EQ(request.value().files, (Values{"a.toml", "b.toml"}));
    EXPECT_EQ(request.value().as_of, std::nullopt);
    EXPECT_TRUE(request.value().settings.empty());
    EXPECT_TRUE(request.value().without.empty());
    EXPECT_TRUE(request.value().answers.empty());
}

TEST(CaseRequestOf, FlagsHoldsWhatWasTyped) {
    const CaseRequest request = requested({{"as-of", {"2026-03-01"}},
                                           {"set", {"fallback.alta=1..2", "intent.alta=refuses"}},
                                           {"without", {"s1", "source:radio"}},
                                           {"view", {"party:alta"}},
                                           {"answer", {"ceiling=price"}}});
    EXPECT_EQ(request.as_of, (Date{2026, 3, 1}));
    EXPECT_EQ(request.settings, (Pairs{{"fallback.alta", "1..2"}, {"intent.alta", "refuses"}}));
    EXPECT_EQ(request.without, (Values{"s1", "source:radio"}));
    EXPECT_EQ(request.answers, (Pairs{{"ceiling", "price"}}));
    EXPECT_EQ(request.view, "party:alta");
}

TEST(CaseRequestOf, ASettingIsCutAtItsFirstEqualsSign) {
    EXPECT_EQ(requested({{"set", {"issue.a.stance.b={c=5}"}}}).settings,
              (Pairs{{"issue.a.stance.b", "{c=5}"}}));
    EXPECT_EQ(requested({{"set", {"fallback.alta="}}}).settings, (Pairs{{"fallback.alta", ""}}));
}

TEST(CaseRequestOf, ASettingWithoutNameOrValueIsAProblem) {
    EXPECT_EQ(problems_of({{"set", {"fallback.alta"}}}),
              "--set: `fallback.alta` has no name and value; write it as --set ADDRESS=VALUE\n");
    EXPECT_EQ(problems_of({{"set", {"=5"}}}),
              "--set: `=5` has no name and value; write it as --set ADDRESS=VALUE\n");
    EXPECT_EQ(problems_of({{"answer", {"yes"}}}),
              "--answer: `yes` has no name and value; write it as --answer QUESTION=ANSWER\n");
}

TEST(CaseRequestOf, OneAddressHasOneValue) {
    EXPECT_EQ(problems_of({{"set", {"a=1", "b=1", "a=2"}}}),
              "--set: `a` is given twice; give it once\n");
    EXPECT_EQ(problems_of({{"answer", {"q=yes", "q=yes"}}}),
              "--answer: `q` is given twice; give it once\n");
    EXPECT_EQ(problems_of({{"set", {"a=1"}}, {"answer", {"a=1"}}}), "");
}

TEST(CaseRequestOf, StandardInputIsReadOnce) {
    EXPECT_EQ(problems_of({}, {"-", "a.toml"}), "");
    EXPECT_EQ(problems_of({}, {"-", "a.toml", "-"}),
              "-: standard input is named more than once; it can be read only once\n");
}

TEST(CaseRequestOf, AllProblemsAreNamedAtOnce) {
    EXPECT_EQ(problems_of({{"set", {"x"}}, {"answer", {"y"}}}, {"-", "-"}),
              "-: standard input is named more than once; it can be read only once\n"
              "--set: `x` has no name and value; write it as --set ADDRESS=VALUE\n"
              "--answer: `y` has no name and value; write it as --answer QUESTION=ANSWER\n");
}

TEST(ChangesCase, IsTrueForEachFlagThatDoes) {
    for (const char* flag : {"as-of", "set", "without", "answer"}) {
        EXPECT_TRUE(changes_case(with({{flag, {"x"}}}))) << flag;
    }
    EXPECT_FALSE(changes_case(with({{"format", {"json"}}, {"quiet", {}}, {"view", {"public"}}})))
        << "it leaves out and changes nothing";
}

TEST(JsonOptionsOf, FlagsChooseNumbersAndTimings) {
    EXPECT_EQ(json_options({}).numbers, JsonNumbers::decimal);
    EXPECT_EQ(json_options({}).timings, JsonTimings::absent);
    EXPECT_EQ(json_options(with({{"exact", {}}})).numbers, JsonNumbers::exact);
    EXPECT_EQ(json_options(with({{"timings", {}}})).timings, JsonTimings::present);
}

TEST(ThreadCount, StaysBetweenOneAndItsLimit) {
    EXPECT_EQ(thread_count({}), std::nullopt);
    EXPECT_EQ(thread_count(with({{"threads", {"0"}}})), 1U);
    EXPECT_EQ(thread_count(with({{"threads", {"2"}}})), 2U);
    EXPECT_EQ(thread_count(with({{"threads", {"257"}}})), 256U);
    EXPECT_EQ(thread_count(with({{"threads", {"999999999999999999"}}})), 256U);
}

TEST(SearchOptions, TakeBudgetAndThreads) {
    const ClaimOptions options = search_options(with({{"nodes", {"123"}}, {"threads", {"3"}}}));
    EXPECT_EQ(options.node_budget, 123U);
    EXPECT_EQ(options.threads, 3U);
    EXPECT_NE(options.cancel, nullptr);
}

TEST(SearchOptions, StayTheUsualOnesWithoutFlags) {
    EXPECT_EQ(search_options({}).node_budget, ClaimOptions{}.node_budget);
    EXPECT_EQ(search_options({}).threads, ClaimOptions{}.threads);
}

TEST(Opened, ReadsTheOperandsAsLayersWithTheFlags) {
    const testing::TemporaryFolder folder("request_test");
    const std::string first = folder.put("first.toml", case_skeleton("One"));
    const std::string second = folder.put("second.toml", "unbracket = 1\ntitle = \"Two\"\n");
    Invocation invocation = with({{"as-of", {"2026-02-01"}}});
    invocation.operands = {first, second};
    const Result<LoadedCase> loaded = opened(invocation);
    ASSERT_TRUE(loaded.ok());
    EXPECT_EQ(loaded.value().negotiation.title, "Two");
    EXPECT_EQ(loaded.value().negotiation.as_of, (Date{2026, 2, 1}));
    const Result<LoadedCase> one = opened(invocation, {first});
    ASSERT_TRUE(one.ok());
    EXPECT_EQ(one.value().negotiation.title, "One");
}

TEST(Opened, SaysWhatIsWrongWithTheFlagsBeforeItReads) {
    Invocation invocation = with({{"set", {"x"}}});
    invocation.operands = {"no-such-file.toml"};
    const Result<LoadedCase> loaded = opened(invocation);
    ASSERT_EQ(loaded.problems().size(), 1U);
    EXPECT_EQ(loaded.problems()[0].where.file, "--set");
}

} // namespace
} // namespace unbracket::cli
