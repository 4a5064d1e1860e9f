#include "unbracket/zone/appraisal.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const OptionId first(0), second(1), third(2);

/// One party, one issue with the options a, b, c, and what else the text says.
Case of_one_issue(const std::string& assessment, const std::string& more = "") {
    return testing::case_of("party.alta = {}, issue.x = { option = [a, b, c], " + assessment +
                            " }" + more);
}

IssueAppraisal seen(const Case& negotiation) {
    return appraise(negotiation).front().issues.front();
}
IssueAppraisal seen(const std::string& assessment, const std::string& more = "") {
    return seen(of_one_issue(assessment, more));
}

std::string marks(const IssueAppraisal& issue) {
    std::string all;
    for (const OptionAppraisal& option : issue.options) {
        all += option.is_red_line ? 'x' : (option.is_unknown ? '?' : '.');
    }
    return all;
}

TEST(Appraisal, ReadsWordsNumbersAndRanges) {
    const IssueAppraisal issue =
        seen("weight.alta = high, stance.alta = { a = acceptable, b = [10, 20], c = 55 }");
    EXPECT_EQ(issue.weight, (Interval{20, 30}));
    EXPECT_EQ(issue.options[0].value, (Interval{60, 90}));
    EXPECT_EQ(issue.options[1].value, (Interval{10, 20}));
    EXPECT_EQ(issue.options[2].value, (Interval{55, 55}));
    EXPECT_EQ(marks(issue), "...");
}

TEST(Appraisal, ReadsWordsAsTheFileSetsThem) {
    const IssueAppraisal issue =
        seen("weight.alta = high, stance.alta = { a = acceptable, b = tolerable, c = bad }",
             ", words = { stance = { acceptable = [55, 95] }, weight = { high = 25 } }");
    EXPECT_EQ(issue.weight, (Interval{25, 25}));
    EXPECT_EQ(issue.options[0].value, (Interval{55, 95}));
    EXPECT_EQ(issue.options[1].value, (Interval{30, 60}));
}

TEST(Appraisal, OfStancesWithoutWeightTakesAnyWeightToForty) {
    EXPECT_EQ(seen("stance.alta = { a = 1, b = 2, c = 3 }").weight, (Interval{0, 40}));
}

TEST(Appraisal, OfAnOptionWithoutStanceIsUnknown) {
    const IssueAppraisal issue = seen("weight.alta = 5, stance.alta = { a = 70 }");
    EXPECT_EQ(marks(issue), ".??");
    EXPECT_EQ(issue.options[1].value, (Interval{0, 100}));
    EXPECT_EQ(marks(seen("weight.alta = 5")), "???");
}

TEST(Appraisal, TellsOpenFromUnknown) {
    const IssueAppraisal issue =
        seen("weight.alta = 5, stance.alta = { a = open, b = unknown, c = redline }");
    EXPECT_EQ(marks(issue), ".?x");
    EXPECT_EQ(issue.options[0].value, (Interval{0, 100}));
    EXPECT_EQ(issue.options[1].value, (Interval{0, 100}));
    EXPECT_EQ(issue.options[2].value, (Interval{0, 0}));
}

TEST(Appraisal, KeepsWhatARedLineIsWorthOnceItIsOpened) {
    const IssueAppraisal issue =
        seen("weight.alta = 5, stance.alta = { a = \"redline 20\", b = \"redline bad\", c = 1 }");
    EXPECT_EQ(marks(issue), "xx.");
    EXPECT_EQ(issue.options[0].value, (Interval{20, 20}));
    EXPECT_EQ(issue.options[1].value, (Interval{0, 30}));
}

TEST(Appraisal, OfAnIssueWithNeitherWeightNorStanceIsNone) {
    EXPECT_FALSE(seen("title = x", ", issue.y = { option = [k], weight.alta = 1 }").is_concerned());
    EXPECT_FALSE(
        seen("weight.alta = 0", ", issue.y = { option = [k], weight.alta = 1 }").is_concerned());
}

TEST(Appraisal, OfAScoreSheetHasWeightOne) {
    const Case negotiation = of_one_issue("score.alta = { a = -3, b = [4, 6], c = \"redline 2\" }");
    EXPECT_EQ(appraise(negotiation).front().scale, Scale::scores);
    const IssueAppraisal issue = seen(negotiation);
    EXPECT_EQ(issue.weight, (Interval{1, 1}));
    EXPECT_EQ(issue.options[0].value, (Interval{-3, -3}));
    EXPECT_EQ(issue.options[1].value, (Interval{4, 6}));
    EXPECT_EQ(issue.options[2].value, (Interval{2, 2}));
    EXPECT_EQ(marks(issue), "..x");
}

TEST(Appraisal, OfAnOrderAloneKnowsOnlyTheOrder) {
    const IssueAppraisal issue = seen("weight.alta = 1, stance.alta = \"a > b | c\"");
    EXPECT_EQ(issue.options[0].value, (Interval{0, 100}));
    EXPECT_EQ(issue.options[1].value, (Interval{0, 100}));
    EXPECT_EQ(marks(issue), "..x");
    EXPECT_FALSE(issue.options[2].is_unknown);
    EXPECT_EQ(issue.options[2].value, (Interval{0, 0}));
    EXPECT_EQ(difference(issue, first, second), (Interval{0, 100}));
    EXPECT_EQ(difference(issue, second, first), (Interval{-100, 0}));
    EXPECT_EQ(difference(issue, first, first), (Interval{0, 0}));
}

TEST(Appraisal, OfAnOrderThatNamesNotAllLeavesTheRestUnknown) {
    const IssueAppraisal issue = seen("weight.alta = 1, stance.alta = \"b > a\"");
    EXPECT_EQ(marks(issue), "..?");
    EXPECT_EQ(difference(issue, first, third), (Interval{-100, 100}));
}

TEST(Appraisal, TiesAreWorthTheSame) {
    const IssueAppraisal issue = seen("weight.alta = 1, stance.alta = \"a = b > c\"");
    EXPECT_EQ(difference(issue, first, second), (Interval{0, 0}));
    EXPECT_EQ(difference(issue, second, third), (Interval{0, 100}));
    EXPECT_TRUE(is_at_least(issue, first, third));
    EXPECT_FALSE(is_at_least(issue, third, first));
}

TEST(Appraisal, AnOrderBesideATableMovesTheEndsThatItRulesOut) {
    const IssueAppraisal issue =
        seen("weight.alta = 1, stance.alta = { a = [0, 70], b = [20, 80], c = [10, 90] }, "
             "order.alta = \"a > b > c\"");
    // b and c cannot exceed 70, a cannot fall below the 20 of b.
    EXPECT_EQ(issue.options[0].value, (Interval{20, 70}));
    EXPECT_EQ(issue.options[1].value, (Interval{20, 70}));
    EXPECT_EQ(issue.options[2].value, (Interval{10, 70}));
    EXPECT_EQ(difference(issue, first, third), (Interval{0, 60}));
}

TEST(Appraisal, AnOrderReachesThroughOptionsInBetween) {
    const IssueAppraisal issue =
        seen("weight.alta = 1, stance.alta = { a = [0, 50], b = [0, 100], c = [30, 100] }, "
             "order.alta = \"a > b > c\"");
    EXPECT_EQ(issue.options[0].value, (Interval{30, 50}));
    EXPECT_EQ(issue.options[1].value, (Interval{30, 50}));
    EXPECT_EQ(issue.options[2].value, (Interval{30, 50}));
}

TEST(Appraisal, AnOrderPassesOverRedLines) {
    const IssueAppraisal issue =
        seen("weight.alta = 1, stance.alta = { a = 10, b = redline, c = [5, 90] }, "
             "order.alta = \"a > b > c\"");
    EXPECT_EQ(issue.options[2].value, (Interval{5, 10}));
    EXPECT_EQ(issue.options[1].value, (Interval{0, 0}));
}

TEST(Appraisal, NamesTheOptionThatIsLeftNoValue) {
    const Case negotiation = of_one_issue(
        "weight.alta = 1, stance.alta = { a = 10, b = 60, c = 5 }, order.alta = \"a > b > c\"");
    const auto gap = appraise(negotiation).front().gap;
    ASSERT_TRUE(gap.has_value());
    EXPECT_EQ(gap->issue, IssueId(0));
    EXPECT_FALSE(appraise(of_one_issue("weight.alta = 1, stance.alta = { a = 10, b = 10, c = 5 }, "
                                       "order.alta = \"a > b > c\""))
                     .front()
                     .gap.has_value());
}

TEST(Appraisal, ReadsEveryFormOfFallback) {
    const std::string rated = "weight.alta = 1, stance.alta = { a = 10, b = 60, c = 90 }";
    const auto fallback = [&](const std::string& text) {
        return appraise(of_one_issue(rated, ", draft.d.set.x = b, fallback.alta = " + text))
            .front()
            .fallback;
    };
    EXPECT_EQ(std::get<Interval>(fallback("40")), (Interval{40, 40}));
    EXPECT_EQ(std::get<Interval>(fallback("[20, 40]")), (Interval{20, 40}));
    EXPECT_EQ(std::get<Interval>(fallback("tolerable")), (Interval{30, 60}));
    EXPECT_EQ(std::get<DraftId>(fallback("{ draft = d }")), DraftId(0));
}

TEST(Override, ReplacesOneEntryByARange) {
    const Case negotiation =
        of_one_issue("weight.alta = high, stance.alta = { a = bad, b = unknown, c = 90 }",
                     ", fallback.alta = [20, 40]");
    const auto with = [&](const std::string& address, std::optional<Interval> value) {
        return appraise(negotiation, EntryOverride{*negotiation.find_entry(address), value})
            .front();
    };
    const PartyAppraisal stance = with("issue.x.stance.alta.b", Interval{7, 8});
    EXPECT_EQ(stance.issues[0].options[1].value, (Interval{7, 8}));
    EXPECT_EQ(marks(stance.issues[0]), "...");
    EXPECT_EQ(with("issue.x.weight.alta", Interval{5, 5}).issues[0].weight, (Interval{5, 5}));
    EXPECT_EQ(std::get<Interval>(with("fallback.alta", Interval{33, 34}).fallback),
              (Interval{33, 34}));
}

TEST(Override, MakesAnEntryUnknown) {
    const Case negotiation = of_one_issue(
        "weight.alta = high, stance.alta = { a = 20, b = 50, c = 90 }, order.alta = \"c > b\"",
        ", fallback.alta = 30");
    const auto without = [&](const std::string& address) {
        return appraise(negotiation, EntryOverride{*negotiation.find_entry(address), {}}).front();
    };
    const IssueAppraisal stance = without("issue.x.stance.alta.a").issues[0];
    EXPECT_EQ(stance.options[0].value, (Interval{0, 100}));
    EXPECT_EQ(marks(stance), "?..");
    EXPECT_EQ(without("issue.x.weight.alta").issues[0].weight, (Interval{0, 40}));
    EXPECT_EQ(std::get<Interval>(without("fallback.alta").fallback), (Interval{20, 90}));
    EXPECT_TRUE(without("issue.x.order.alta").issues[0].at_least.empty());
}

TEST(Weights, MayLackOnlyWhereAllCanBeZero) {
    const auto may_lack = [](const std::string& assessment, const std::string& more) {
        return may_lack_weight(appraise(of_one_issue(assessment, more)).front());
    };
    const std::string rated = "stance.alta = { a = 1, b = 2, c = 3 }";
    const std::string other = ", issue.y = { option = [k], weight.alta = 2 }";
    EXPECT_TRUE(may_lack(rated, ""));
    EXPECT_TRUE(may_lack("weight.alta = [0, 3], " + rated, ""));
    EXPECT_FALSE(may_lack("weight.alta = [1, 3], " + rated, ""));
    EXPECT_FALSE(may_lack(rated, other));
    EXPECT_FALSE(may_lack("score.alta = { a = 1, b = 2, c = 3 }", ""));
}

} // namespace
} // namespace unbracket
