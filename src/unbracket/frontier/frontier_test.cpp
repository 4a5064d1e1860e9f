#include "unbracket/frontier/frontier.hpp"
#include "unbracket/frontier/label_search.hpp"

#include "tests/support/gain_tables.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::counted_totals;
using testing::CountedTotals;
using testing::table_of;
using Places = std::vector<std::size_t>;

/// Every total from 0 to 2^issues - 1 of the first party is efficient.
GainTable opposed(std::size_t issues) {
    testing::PlainIssues all;
    for (std::size_t issue = 0; issue < issues; ++issue) {
        const std::int64_t step = std::int64_t{1} << issue;
        all.push_back({{0, step}, {step, 0}});
    }
    return table_of(all);
}

TEST(EvenlySpread, ShowsAllThatMayBeShown) {
    EXPECT_EQ(evenly_spread(3, 3), (Places{0, 1, 2}));
    EXPECT_EQ(evenly_spread(3, 100), (Places{0, 1, 2}));
    EXPECT_EQ(evenly_spread(0, 5), (Places{}));
    EXPECT_EQ(evenly_spread(1, 1), (Places{0}));
}

TEST(EvenlySpread, HasBothEndsAmongIt) {
    EXPECT_EQ(evenly_spread(10, 2), (Places{0, 9}));
    EXPECT_EQ(evenly_spread(10, 3), (Places{0, 4, 9}));
    EXPECT_EQ(evenly_spread(10, 4), (Places{0, 3, 6, 9}));
    EXPECT_EQ(evenly_spread(1'000'001, 3), (Places{0, 500'000, 1'000'000}));
}

TEST(EvenlySpread, OfOneShowsTheFirstAndOfNoneNothing) {
    EXPECT_EQ(evenly_spread(10, 1), (Places{0}));
    EXPECT_EQ(evenly_spread(10, 0), (Places{}));
}

TEST(EvenlySpread, NeverRepeatsAPlace) {
    for (std::size_t size = 0; size < 30; ++size) {
        for (std::size_t most = 0; most < 30; ++most) {
            const Places places = evenly_spread(size, most);
            EXPECT_EQ(places.size(), std::min(size, most));
            EXPECT_TRUE(std::adjacent_find(places.begin(), places.end(), std::greater_equal<>()) ==
                        places.end());
        }
    }
}

TEST(FindFrontier, OfAnEmptyTableIsCompleteAndEmpty) {
    GainTable table = table_of({{{1, 1}}});
    table.is_empty = true;
    const Frontier found = find_frontier(table);
    EXPECT_EQ(found.end, FrontierEnd::complete);
    EXPECT_TRUE(found.points.empty());
    EXPECT_EQ(found.slack, (std::vector<std::int64_t>{0, 0}));
}

TEST(FindFrontier, OfAPartyThatRefusesEverythingIsEmptyInTheZoneAlone) {
    GainTable table = table_of({{{1, 1}}});
    table.is_rejected = true;
    EXPECT_EQ(find_frontier(table, {.zone_only = true}).size, 0U);
    EXPECT_EQ(find_frontier(table).size, 1U);
}

TEST(FindFrontier, StandsInAscendingOrderOfTotals) {
    for (const GainTable& table : {opposed(5), table_of({{{0, 9, 1}, {9, 0, 0}, {4, 4, 4}}})}) {
        const Frontier found = find_frontier(table);
        EXPECT_TRUE(std::is_sorted(
            found.points.begin(), found.points.end(),
            [](const auto& one, const auto& other) { return one.totals < other.totals; }));
    }
}

TEST(FindFrontier, ListsAFewOfManyAndCountsAll) {
    for (const std::size_t most : {0U, 1U, 2U, 7U, 31U, 32U, 33U}) {
        const Frontier found = find_frontier(opposed(5), {.most_listed = most});
        EXPECT_EQ(found.end, FrontierEnd::complete);
        EXPECT_EQ(found.size, 32U);
        EXPECT_EQ(found.points.size(), std::min<std::size_t>(most, 32));
    }
}

TEST(FindFrontier, ListsAFewOfManyWithConditionsToo) {
    GainTable table = opposed(5);
    table.problem.forbidden.push_back({{{1}, {3}, {5}, {7}, {9}}});
    const Frontier found = find_frontier(table, {.most_listed = 3});
    EXPECT_EQ(found.size, 31U);
    ASSERT_EQ(found.points.size(), 3U);
    EXPECT_EQ(found.points.front().totals.front(), 0);
    EXPECT_EQ(found.points.back().totals.front(), 30);
}

TEST(FindFrontier, ListsACoverWhole) {
    // Its guarantee speaks of listed outcomes, so that none may be left out.
    GainTable table = opposed(12);
    table.problem.forbidden.push_back({{{1}, {3}, {5}}});
    const Frontier cover =
        find_frontier(table, {.most_listed = 2, .comparison_budget = 10, .cover_size = 40});
    EXPECT_EQ(cover.end, FrontierEnd::covered);
    EXPECT_GT(cover.points.size(), 2U);
    EXPECT_EQ(cover.size, cover.points.size());
}

TEST(FindFrontier, OfTwoPartiesNeedsNoBudget) {
    const Frontier found = find_frontier(opposed(10), {.comparison_budget = 0});
    EXPECT_EQ(found.end, FrontierEnd::complete);
    EXPECT_EQ(found.size, 1'024U);
}

TEST(FindFrontier, OfThreePartiesOnACoarseScaleNeedsNoBudget) {
    testing::PlainIssues issues(8, {{0, 0, 3}, {0, 3, 0}, {3, 0, 0}, {1, 1, 1}});
    const Frontier found =
        find_frontier(table_of(issues), {.most_listed = 10'000, .comparison_budget = 0});
    EXPECT_EQ(found.end, FrontierEnd::complete);
    EXPECT_EQ(counted_totals(found), testing::plain_frontier(table_of(issues)));
}

TEST(FindFrontier, LooksForOutcomesWhereTotalsAreTooLargeForATable) {
    const std::int64_t far = std::int64_t{1} << 40;
    const GainTable table = table_of({{{far, 0}, {0, far}}, {{far, 0}, {0, far}}});
    EXPECT_EQ(counted_totals(find_frontier(table)),
              (CountedTotals{{{0, 2 * far}, 1}, {{far, far}, 2}, {{2 * far, 0}, 1}}));
}

TEST(FindFrontier, OfOnePartyIsItsBestTotal) {
    EXPECT_EQ(counted_totals(find_frontier(table_of({{{4}, {7}}, {{1}, {1}}}, {-20}))),
              (CountedTotals{{{-12}, 2}}));
}

TEST(FindFrontier, OfManyDrawnTablesIsThatOfEnumeration) {
    for (std::uint64_t index = 0; index < testing::shared_count(4'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("FindFrontier.OfManyDrawn*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        testing::DrawnShape shape{.options = 3, .most = random.chance(1, 3) ? 1'000 : 7};
        shape.parties = static_cast<std::size_t>(random.between(1, 5));
        shape.issues = static_cast<std::size_t>(random.between(1, 5));
        std::vector<std::int64_t> constants;
        for (std::size_t party = 0; party < shape.parties; ++party) {
            constants.push_back(random.between(-10, 5));
        }
        GainTable table = table_of(testing::drawn_issues(shape, random), constants);
        if (random.chance(1, 3)) {
            testing::draw_conditions(table, random);
        }
        for (const bool zone_only : {false, true}) {
            const Frontier found = find_frontier(table, {.zone_only = zone_only});
            EXPECT_EQ(counted_totals(found), testing::plain_frontier(table, zone_only));
            EXPECT_EQ(found.size, found.points.size());
            for (const EfficientPoint& point : found.points) {
                EXPECT_EQ(testing::plain_totals(table, point.choice), point.totals);
            }
        }
    }
}

} // namespace
} // namespace unbracket
