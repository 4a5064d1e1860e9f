#include "unbracket/frontier/negmas_readings.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

// What NegMAS calls by the names of solutions, on cases small enough to follow by hand.

namespace unbracket {

namespace {

/// Columns whose gains are their totals; each issue has these options, `columns` values each.
GainTable table_of(std::size_t columns, const std::vector<std::vector<Totals>>& issues,
                   const Totals& constants) {
    GainTable table;
    table.problem.party_count = table.problem.required_count = columns;
    table.problem.constants = constants;
    table.problem.first_row = {0};
    for (const auto& options : issues) {
        for (const Totals& option : options) {
            table.problem.values.insert(table.problem.values.end(), option.begin(), option.end());
            table.row_options.push_back(OptionId{});
        }
        table.problem.first_row.push_back(static_cast<Row>(table.row_options.size()));
    }
    for (std::size_t at = 0; at < columns; ++at) {
        table.columns.push_back({PartyId(static_cast<std::uint32_t>(at)), 1, 0, 10});
    }
    return table;
}

std::vector<Totals> totals_at(const Frontier& frontier, const std::vector<std::size_t>& places) {
    std::vector<Totals> totals;
    for (const std::size_t place : places) {
        totals.push_back(frontier.points[place].totals);
    }
    return totals;
}

const std::vector<std::vector<Totals>> three_ways = {{{9, 0}, {5, 3}, {0, 4}}};

} // namespace

TEST(NegmasReadings, TakeTheLeastSpreadOfRelativeGainsForKalaiAndSmorodinsky) {
    const GainTable table = table_of(2, three_ways, {0, 0});
    const Frontier frontier = find_frontier(table);
    ASSERT_EQ(negmas_state(table, frontier), NegmasState::known);
    const NegmasReadings readings = negmas_readings(table, frontier);
    EXPECT_EQ(totals_at(frontier, readings.nash), (std::vector<Totals>{{5, 3}}));
    EXPECT_EQ(totals_at(frontier, readings.kalai), (std::vector<Totals>{{5, 3}}));
    EXPECT_EQ(totals_at(frontier, readings.kalai_smorodinsky), (std::vector<Totals>{{5, 3}}));
    EXPECT_EQ(totals_at(frontier, readings.welfare), (std::vector<Totals>{{9, 0}}));
}

TEST(NegmasReadings, AreEmptyWhereNobodyHasNumbers) {
    const GainTable table = table_of(0, {{{}, {}}}, {});
    const Frontier frontier = {.end = FrontierEnd::complete, .points = {{}}, .size = 1};
    EXPECT_EQ(negmas_state(table, frontier), NegmasState::empty);
}

TEST(NegmasReadings, LookAtNoOutcomeBelowAReservedValue) {
    const GainTable table = table_of(2, three_ways, {-1, -1});
    const Frontier frontier = find_frontier(table);
    const NegmasReadings readings = negmas_readings(table, frontier);
    EXPECT_EQ(totals_at(frontier, readings.welfare), (std::vector<Totals>{{4, 2}}));
}

TEST(NegmasReadings, CountFromTheLeastValueWhereTheReservedOneIsLower) {
    const GainTable table = table_of(2, {{{9, 0}, {5, 3}, {0, 4}}, {{0, 0}}}, {100, 0});
    const Frontier frontier = find_frontier(table);
    const NegmasReadings readings = negmas_readings(table, frontier);
    EXPECT_EQ(totals_at(frontier, readings.nash), (std::vector<Totals>{{105, 3}}));
    EXPECT_EQ(totals_at(frontier, readings.kalai), (std::vector<Totals>{{105, 3}}));
}

TEST(NegmasReadings, AreAllPointsWhereSomePartyHasNothingToGain) {
    // Coda has nothing to gain whatever is chosen; Alta and Bera have three efficient points.
    const GainTable table = table_of(3, {{{9, 0, 0}, {5, 3, 0}, {0, 4, 0}}}, {0, 0, 0});
    const Frontier frontier = find_frontier(table);
    const NegmasReadings readings = negmas_readings(table, frontier);
    for (const auto& points :
         {readings.nash, readings.kalai, readings.kalai_smorodinsky, readings.welfare}) {
        EXPECT_EQ(totals_at(frontier, points),
                  (std::vector<Totals>{{0, 4, 0}, {5, 3, 0}, {9, 0, 0}}));
    }
}

TEST(NegmasReadings, AreMissingWhereTheFrontierIsNotListedWhole) {
    const GainTable table = table_of(2, three_ways, {0, 0});
    EXPECT_EQ(negmas_state(table, find_frontier(table, {.most_listed = 2})),
              NegmasState::not_listed);
    const GainTable nobody = table_of(2, three_ways, {-20, 0});
    EXPECT_EQ(negmas_state(nobody, find_frontier(nobody)), NegmasState::empty);
}

} // namespace unbracket
