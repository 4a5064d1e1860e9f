#include "unbracket/frontier/label_search.hpp"

#include "tests/support/gain_tables.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

using testing::counted_totals;
using testing::CountedTotals;
using testing::table_of;

/// Whether one listed outcome comes within the slack of these totals for every party.
bool is_covered(const std::vector<std::int64_t>& totals, const Frontier& cover) {
    return std::any_of(cover.points.begin(), cover.points.end(), [&](const EfficientPoint& point) {
        std::vector<std::int64_t> reach = point.totals;
        for (std::size_t at = 0; at < reach.size(); ++at) {
            reach[at] += cover.slack[at];
        }
        return testing::is_nowhere_less(reach, totals);
    });
}

void expect_points_are_outcomes(const GainTable& table, const Frontier& frontier) {
    for (const EfficientPoint& point : frontier.points) {
        EXPECT_EQ(testing::plain_totals(table, point.choice), point.totals);
        EXPECT_TRUE(testing::plainly_allowed(table.problem, point.choice));
    }
}

/// Every combination of the options is efficient, and all totals differ.
GainTable opposed(std::size_t issues) {
    testing::PlainIssues all;
    for (std::size_t issue = 0; issue < issues; ++issue) {
        const std::int64_t step = std::int64_t{1} << issue;
        all.push_back({{0, step}, {step, 0}});
    }
    return table_of(all);
}

TEST(LabelSearch, OfOneIssueKeepsItsEfficientOptions) {
    const Frontier found = search_labels(table_of({{{0, 3}, {1, 1}, {3, 0}, {1, 0}}}), {});
    EXPECT_EQ(found.end, FrontierEnd::complete);
    EXPECT_EQ(counted_totals(found), (CountedTotals{{{0, 3}, 1}, {{1, 1}, 1}, {{3, 0}, 1}}));
    EXPECT_EQ(found.slack, (std::vector<std::int64_t>{0, 0}));
}

TEST(LabelSearch, AddsTheConstants) {
    const Frontier found = search_labels(table_of({{{0, 3}, {3, 0}}}, {-10, 20}), {});
    EXPECT_EQ(counted_totals(found), (CountedTotals{{{-10, 23}, 1}, {{-7, 20}, 1}}));
}

TEST(LabelSearch, OfOnePartyIsItsBestTotal) {
    const Frontier found = search_labels(table_of({{{4}, {7}, {7}}, {{1}, {0}}}), {});
    EXPECT_EQ(counted_totals(found), (CountedTotals{{{8}, 2}}));
}

TEST(LabelSearch, LeavesOutForbiddenOutcomes) {
    GainTable table = table_of({{{0, 0}, {5, 5}}, {{0, 0}, {5, 5}}});
    table.problem.forbidden.push_back({{{1}, {3}}});
    EXPECT_EQ(counted_totals(search_labels(table, {})), (CountedTotals{{{5, 5}, 2}}));
}

TEST(LabelSearch, KeepsAWorseBeginningThatConditionsLeaveMoreOpen) {
    // The better option of the first issue forbids the best one of the second.
    GainTable table = table_of({{{1, 1}, {0, 0}}, {{9, 9}, {0, 0}}});
    table.problem.forbidden.push_back({{{0}, {2}}});
    EXPECT_EQ(counted_totals(search_labels(table, {})), (CountedTotals{{{9, 9}, 1}}));
}

TEST(LabelSearch, HoldsAtMostSoManyConditions) {
    GainTable table = table_of({{{0}, {1}}, {{0}, {1}}, {{0}, {1}}});
    table.problem.at_most.push_back({2, {{{1}}, {{3}}, {{5}}}});
    EXPECT_EQ(counted_totals(search_labels(table, {})), (CountedTotals{{{2}, 3}}));
    table.problem.at_most.front().count = 0;
    EXPECT_EQ(counted_totals(search_labels(table, {})), (CountedTotals{{{0}, 1}}));
}

TEST(LabelSearch, EarnsConditionalGains) {
    GainTable table = table_of({{{0, 0}, {1, 1}}, {{0, 0}, {1, 1}}});
    table.conditionals.push_back({1, 0, {{0}, {2}}, 7});
    EXPECT_EQ(counted_totals(search_labels(table, {})), (CountedTotals{{{0, 7}, 1}, {{2, 2}, 1}}));
    table.conditionals.front() = {0, 0, {{1}, {3}}, -3};
    EXPECT_EQ(counted_totals(search_labels(table, {})), (CountedTotals{{{-1, 2}, 1}, {{1, 1}, 2}}));
}

TEST(LabelSearch, OfTheZoneKeepsOnlyWhatNobodyLosesBy) {
    const GainTable table = table_of({{{0, 3}, {2, 2}, {3, 0}}}, {-1, -1});
    EXPECT_EQ(counted_totals(search_labels(table, {.zone_only = true})),
              (CountedTotals{{{1, 1}, 1}}));
}

TEST(LabelSearch, OfTheZoneHopesForConditionalGains) {
    // Without the bonus every beginning would be given up.
    GainTable table = table_of({{{0}, {1}}, {{0}, {1}}}, {-10});
    table.conditionals.push_back({0, 0, {{0}, {2}}, 10});
    EXPECT_EQ(counted_totals(search_labels(table, {.zone_only = true})), (CountedTotals{{{0}, 1}}));
}

TEST(LabelSearch, OfWhatNobodyAcceptsIsCompleteAndEmpty) {
    const Frontier found =
        search_labels(table_of({{{0, 3}, {3, 0}}}, {-2, -2}), {.zone_only = true});
    EXPECT_EQ(found.end, FrontierEnd::complete);
    EXPECT_TRUE(found.points.empty());
    EXPECT_EQ(found.size, 0U);
}

/// Alta has to accept, Bera and Coda need not; two have to in all.
GainTable two_of_three(const testing::PlainIssues& issues, std::vector<std::int64_t> constants) {
    GainTable table = table_of(issues, std::move(constants));
    table.columns[1].is_required = table.columns[2].is_required = false;
    table.accepting = 2;
    return table;
}

TEST(LabelSearch, OfTheZoneKeepsWhatTheAgreementRuleAccepts) {
    const testing::PlainIssues issue = {{{1, 1, 0}, {1, 0, 1}, {0, 2, 2}, {2, 0, 0}}};
    const GainTable table = two_of_three(issue, {-1, -1, -1});
    EXPECT_EQ(counted_totals(search_labels(table, {.zone_only = true})),
              (CountedTotals{{{0, 0, -1}, 1}, {{0, -1, 0}, 1}}));
    GainTable refusing = table;
    refusing.columns[1].refuses = true;
    EXPECT_EQ(counted_totals(search_labels(refusing, {.zone_only = true})),
              (CountedTotals{{{0, -1, 0}, 1}}));
}

TEST(LabelSearch, CountsAtLeastTwoToTheSixtyFourAsThat) {
    const GainTable table = table_of(testing::PlainIssues(70, {{1, 1}, {1, 1}}));
    EXPECT_EQ(counted_totals(search_labels(table, {})), (CountedTotals{{{70, 70}, UINT64_MAX}}));
}

TEST(LabelSearch, TakesTotalsFarBeyondThirtyTwoBit) {
    const std::int64_t far = std::int64_t{1} << 60;
    EXPECT_EQ(counted_totals(search_labels(table_of({{{far, 0}, {0, far}}, {{1, 0}}}), {})),
              (CountedTotals{{{1, far}, 1}, {{far + 1, 0}, 1}}));
}

TEST(LabelSearch, EndsWhenItIsCancelled) {
    CancelFlag cancel;
    cancel.raise();
    EXPECT_EQ(search_labels(opposed(5), {.cancel = &cancel}).end, FrontierEnd::cut);
}

TEST(LabelSearch, WithoutABudgetOrACoverKnowsNothingOfTheRest) {
    const Frontier found = search_labels(opposed(8), {.comparison_budget = 10, .may_cover = false});
    EXPECT_EQ(found.end, FrontierEnd::cut);
}

TEST(LabelSearch, CoversMoreThanItMayKeepByFew) {
    const GainTable table = opposed(12);
    const Frontier cover = search_labels(table, {.comparison_budget = 10, .cover_size = 50});
    EXPECT_EQ(cover.end, FrontierEnd::covered);
    EXPECT_FALSE(cover.is_counted);
    EXPECT_LE(cover.points.size(), 50U);
    EXPECT_GT(cover.slack[0] + cover.slack[1], 0);
    expect_points_are_outcomes(table, cover);
    for (std::int64_t total = 0; total < 4'096; ++total) {
        ASSERT_TRUE(is_covered({total, 4'095 - total}, cover)) << total;
    }
}

TEST(LabelSearch, OfAFrontierThatFitsTheCoverStaysExact) {
    // The budget is spent at once, but cells of width 1 are fine enough for so few.
    const GainTable table = opposed(4);
    const Frontier found = search_labels(table, {.comparison_budget = 0, .cover_size = 1'000});
    EXPECT_EQ(found.end, FrontierEnd::complete);
    EXPECT_EQ(found.points.size(), 16U);
}

TEST(LabelSearch, CountsEqualOutcomesOnceHoweverOftenItLooks) {
    const GainTable table = table_of(testing::PlainIssues(6, {{1, 1}, {1, 1}}));
    for (std::uint64_t budget = 0; budget < 40; ++budget) {
        const Frontier found = search_labels(table, {.comparison_budget = budget});
        EXPECT_EQ(counted_totals(found), (CountedTotals{{{6, 6}, 64}})) << budget;
    }
}

TEST(LabelSearch, SaysTheSameTwice) {
    const GainTable table = opposed(12);
    const FrontierOptions options{.comparison_budget = 10, .cover_size = 30};
    const Frontier one = search_labels(table, options), other = search_labels(table, options);
    EXPECT_EQ(counted_totals(one), counted_totals(other));
    EXPECT_EQ(one.slack, other.slack);
}

TEST(LabelSearch, WithConditionsIsThatOfEnumeration) {
    for (std::uint64_t index = 0; index < testing::shared_count(5'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("LabelSearch.WithConditions*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        testing::DrawnShape shape{.options = 3, .most = random.between(1, 12)};
        shape.parties = static_cast<std::size_t>(random.between(1, 4));
        shape.issues = static_cast<std::size_t>(random.between(1, 5));
        GainTable table = table_of(testing::drawn_issues(shape, random),
                                   std::vector<std::int64_t>(shape.parties, -5));
        testing::draw_conditions(table, random);
        for (const bool zone_only : {false, true}) {
            const Frontier found = search_labels(table, {.zone_only = zone_only});
            EXPECT_EQ(found.end, FrontierEnd::complete);
            EXPECT_EQ(counted_totals(found), testing::plain_frontier(table, zone_only));
            expect_points_are_outcomes(table, found);
        }
    }
}

TEST(LabelSearch, WithConditionsCoversEveryEfficientOutcome) {
    std::size_t covered = 0;
    for (std::uint64_t index = 0; index < testing::shared_count(3'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("LabelSearch.WithConditionsCovers*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        testing::DrawnShape shape{.issues = 5, .options = 3, .most = 5'000};
        shape.parties = static_cast<std::size_t>(random.between(2, 4));
        GainTable table = table_of(testing::drawn_issues(shape, random));
        testing::draw_conditions(table, random);
        const auto size = static_cast<std::size_t>(random.between(1, 40));
        const Frontier cover = search_labels(table, {.comparison_budget = 20, .cover_size = size});
        covered += cover.end == FrontierEnd::covered ? 1U : 0U;
        expect_points_are_outcomes(table, cover);
        for (const auto& [totals, count] : testing::plain_frontier(table)) {
            EXPECT_TRUE(is_covered(totals, cover));
        }
    }
    EXPECT_GT(covered, 0U);
}

TEST(LabelSearch, OfTheZoneCoversWhatLiesInside) {
    // On the grid of a cover something outside the zone may stand for something inside.
    std::size_t covered = 0;
    for (std::uint64_t index = 0; index < testing::shared_count(4'000); ++index) {
        SCOPED_TRACE(testing::repeat_command("LabelSearch.OfTheZoneCoversWhatLiesInside"));
        Random random(testing::suite_seed() * 1'000'231 + index);
        GainTable table = table_of(testing::drawn_issues(
            {.parties = 3, .issues = 5, .options = 4, .most = 5'000}, random));
        for (std::size_t at = 0; at < 3; ++at) {
            table.problem.constants[at] =
                -random.between(0, *table.gain_range(at).high.floor_to_int64());
            table.columns[at].is_required = random.between(0, 3) > 0;
        }
        table.accepting = static_cast<std::size_t>(random.between(0, 3));
        const Frontier all = search_labels(table, {.zone_only = true});
        const Frontier cover =
            search_labels(table, {.zone_only = true, .comparison_budget = 10, .cover_size = 5});
        for (const EfficientPoint& point : cover.points) {
            EXPECT_TRUE(table.is_in_zone(point.totals));
        }
        for (const EfficientPoint& point : all.points) {
            EXPECT_TRUE(cover.end == FrontierEnd::cut || is_covered(point.totals, cover));
        }
        covered += cover.end == FrontierEnd::covered ? 1U : 0U;
    }
    EXPECT_GT(covered, 0U);
}

} // namespace
} // namespace unbracket
