#include "unbracket/robust/zone_count.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

ZoneCensus census(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    return take_census(negotiation, appraise(negotiation));
}

std::string counts(const ZoneCensus& found) {
    return std::to_string(found.count.sure) + "/" + std::to_string(found.count.possible) + "/" +
           std::to_string(found.count.outcomes);
}

/// `never+not always` of each counted party.
std::string exclusions(const ZoneCensus& found) {
    std::string all;
    for (const ValueExclusion& exclusion : found.exclusions) {
        all += (all.empty() ? "" : " ") + std::to_string(exclusion.never) + "+" +
               std::to_string(exclusion.not_always);
    }
    return all;
}

// Sums of alta: 1, 4..6, 11 and 14..16, for the four outcomes in turn.
const std::string scores = R"(party.alta = {}, issue = {
    x = { option = [a, b], score.alta = { a = 1, b = [4, 6] } },
    y = { option = [k, l], score.alta = { k = 0, l = 10 } } }, fallback.alta = )";

TEST(Census, ThatWasStoppedCountsNothing) {
    const Case negotiation = testing::case_of(scores + "15");
    CancelFlag stop;
    stop.raise();
    const ZoneCensus found = take_census(negotiation, appraise(negotiation), &stop);
    EXPECT_FALSE(found.count.is_counted);
    EXPECT_EQ(counts(found), "0/0/4");
    EXPECT_EQ(exclusions(found), "0+0");
    EXPECT_FALSE(found.exclusions[0].is_counted);
    EXPECT_FALSE(found.exclusions[0].excludes_none_possible);
}

TEST(Census, CountsSureAndPossibleOutcomes) {
    EXPECT_EQ(counts(census(scores + "0")), "4/4/4");
    EXPECT_EQ(counts(census(scores + "5")), "2/3/4");
    EXPECT_EQ(counts(census(scores + "11")), "2/2/4");
    EXPECT_EQ(counts(census(scores + "15")), "0/1/4");
    EXPECT_EQ(counts(census(scores + "17")), "0/0/4");
}

TEST(Census, CountsWhatThePartysNumbersExclude) {
    EXPECT_EQ(exclusions(census(scores + "5")), "1+2");
    EXPECT_EQ(exclusions(census(scores + "15")), "3+4");
    EXPECT_EQ(exclusions(census(scores + "[0, 5]")), "0+2");
}

TEST(Census, LeavesLimitsAndRulesOutOfTheExclusions) {
    EXPECT_EQ(
        exclusions(census(scores + "5, limit = [{ party = alta, never = { x = a, y = k } }]")),
        "0+1");
    EXPECT_EQ(exclusions(census(scores + "5, rule = [{ forbid.y = k }]")), "0+0");
    EXPECT_EQ(counts(census(scores + "5, rule = [{ forbid.y = k }]")), "2/2/4");
    EXPECT_EQ(counts(census(scores + "5, limit = [{ party = norm, never.y = l }]")), "0/1/4");
}

TEST(Census, AsksPartiesWithBonusesOutcomeByOutcome) {
    const std::string bonus = ", bonus = [{ party = alta, when = { x = a, y = k }, value = ";
    EXPECT_EQ(counts(census(scores + "5" + bonus + "4 }]")), "3/4/4");
    EXPECT_EQ(exclusions(census(scores + "5" + bonus + "[0, 4] }]")), "0+2");
}

TEST(Census, CountsAgainstADraft) {
    const std::string with_draft = "{ draft = d }, draft.d.set = { x = b, y = ";
    EXPECT_EQ(counts(census(scores + with_draft + "k }")), "3/3/4");
    EXPECT_EQ(counts(census(scores + with_draft + "[k, l] }")), "1/3/4");
}

TEST(Census, FollowsTheAgreementRule) {
    const std::string text = "party = { alta = {}, bera = {}, coda = {} }, "
                             "fallback = { alta = 1, bera = 1, coda = 1 }, "
                             "issue.x = { option = [a, b, c], score = { "
                             "alta = { a = 1, b = 1, c = 0 }, bera = { a = 1, b = [0, 1], c = 0 }, "
                             "coda = { a = 0, b = 0, c = 1 } } }, agreement = ";
    EXPECT_EQ(counts(census(text + "{ required = [], at_least = 2 }")), "1/2/3");
    EXPECT_EQ(counts(census(text + "{ required = [], at_least = 1 }")), "3/3/3");
    EXPECT_EQ(counts(census(text + "{ required = alta, at_least = 2 }")), "1/2/3");
    EXPECT_EQ(counts(census(text + "{ required = [alta, coda] }")), "0/0/3");
    EXPECT_EQ(exclusions(census(text + "{ required = alta, at_least = 2 }")), "1+1 1+2 2+2");
}

TEST(Census, OfDoubtsCountsNothingSure) {
    EXPECT_EQ(counts(census(scores + "5, intent.alta = doubtful")), "0/3/4");
    EXPECT_EQ(counts(census(scores + "5, intent.alta = refuses")), "0/0/4");
}

TEST(Census, OfNumbersDoesNotDependOnIntent) {
    const std::string willing = exclusions(census(scores + "5"));
    EXPECT_EQ(willing, "1+2");
    EXPECT_EQ(exclusions(census(scores + "5, intent.alta = doubtful")), willing);
    EXPECT_EQ(exclusions(census(scores + "5, intent.alta = refuses")), willing);
}

TEST(Census, OfLargeCasesOnlySaysWhereNumbersExcludeNothing) {
    // 18 issues of two options are 262,144 outcomes; alta has 0 to 18 in all.
    std::string issues;
    for (int at = 0; at < 18; ++at) {
        issues += "i" + std::to_string(at) +
                  " = { option = [m, n], score.alta = { m = 0, n = [0, 1] } }, ";
    }
    const auto large = [&](const std::string& fallback) {
        return census("party.alta = {}, issue = { " + issues + "}, fallback.alta = " + fallback);
    };
    const ZoneCensus needs_some = large("1");
    EXPECT_EQ(needs_some.count.outcomes, 262'144U);
    EXPECT_FALSE(needs_some.count.is_counted || needs_some.exclusions[0].is_counted);
    EXPECT_FALSE(needs_some.exclusions[0].excludes_none_possible);
    const ZoneCensus maybe = large("[0, 1]");
    EXPECT_TRUE(maybe.exclusions[0].excludes_none_possible);
    EXPECT_FALSE(maybe.exclusions[0].excludes_none_sure);
    EXPECT_TRUE(large("0").exclusions[0].excludes_none_sure);
}

TEST(Census, OfHugeCasesStopsCountingOutcomes) {
    std::string issues;
    for (int at = 0; at < 11; ++at) {
        issues += "i" + std::to_string(at) + ".range = { min = 1, max = 4096, step = 1 }, ";
    }
    const ZoneCensus found = census("party.alta = {}, issue = { " + issues + "}");
    EXPECT_TRUE(found.count.is_saturated);
    EXPECT_EQ(found.count.outcomes, UINT64_MAX);
}

} // namespace
} // namespace unbracket
