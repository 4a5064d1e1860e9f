#include "unbracket/frontier/solutions_front.hpp"

#include "tests/reference/solutions.hpp"
#include "tests/support/gain_tables.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

// Solutions read off the frontier against their definitions over all outcomes, in whole numbers and
// in fractions.

namespace unbracket {

namespace {

using reference::GainCounts;
using testing::table_of;

reference::Gains gains_of(const GainTable& table, const std::vector<std::int64_t>& totals) {
    reference::Gains gains;
    for (std::size_t at = 0; at < totals.size(); ++at) {
        gains.push_back(table.gain(at, totals));
    }
    return gains;
}

/// Of all outcomes, or of those alone that nobody loses by.
GainCounts all_gains(const GainTable& table, bool zone_only) {
    GainCounts all;
    testing::for_each_choice(table.problem, [&](const RowChoice& choice) {
        const auto totals = testing::plain_totals(table, choice);
        const std::vector<std::int64_t> nothing(totals.size(), 0);
        if (!zone_only || testing::is_nowhere_less(totals, nothing)) {
            ++all[gains_of(table, totals)];
        }
    });
    return all;
}

GainCounts ties_of(const GainTable& table, const Solutions& solutions, SolutionKind kind) {
    GainCounts ties;
    const auto& solution = solutions.of(kind);
    for (std::size_t at = 0; solution && at < solution->ties.size(); ++at) {
        ties[gains_of(table, solution->ties[at].totals)] += solution->ties[at].outcomes;
    }
    return ties;
}

void expect_solutions_by_definition(const GainTable& table) {
    const auto read = solutions_of_front(table, {});
    ASSERT_TRUE(read);
    const GainCounts zone = all_gains(table, true);
    EXPECT_EQ(read->zone, zone.empty() ? ZoneState::empty : ZoneState::found);
    EXPECT_EQ(ties_of(table, *read, SolutionKind::nash), reference::nash(zone));
    EXPECT_EQ(ties_of(table, *read, SolutionKind::egalitarian), reference::egalitarian(zone));
    EXPECT_EQ(ties_of(table, *read, SolutionKind::kalai_smorodinsky),
              reference::kalai_smorodinsky(zone));
    EXPECT_EQ(ties_of(table, *read, SolutionKind::utilitarian), reference::utilitarian(zone));
    EXPECT_EQ(ties_of(table, *read, SolutionKind::utilitarian_anywhere),
              reference::utilitarian(all_gains(table, false)));
}

Rational measure_of(const GainTable& table, SolutionKind kind) {
    return solutions_of_front(table, {})->of(kind)->measure;
}

/// Gains (6, 0, 2) and (3, 4, 1) in halves, thirds and wholes, with a rest of a quarter for the
/// first.
GainTable table_in_fractions() {
    GainTable table = table_of({{{6, 0, 2}, {3, 4, 1}}});
    table.columns[0].step = Rational(1, 2);
    table.columns[0].rest = Rational(1, 4);
    table.columns[1].step = Rational(1, 3);
    return table;
}

} // namespace

TEST(SolutionsOfFront, MeasureInThePartiesOwnPointsWhateverTheUnit) {
    const GainTable table = table_in_fractions();
    // (13/4, 0, 2) or (7/4, 4/3, 1): all three gain by the second.
    EXPECT_EQ(measure_of(table, SolutionKind::nash), Rational(7, 3));
    EXPECT_EQ(measure_of(table, SolutionKind::egalitarian), Rational(1));
    EXPECT_EQ(measure_of(table, SolutionKind::kalai_smorodinsky), Rational(1, 2));
    EXPECT_EQ(measure_of(table, SolutionKind::utilitarian), Rational(21, 4));
    expect_solutions_by_definition(table);
}

TEST(SolutionsOfFront, MeasureTheProductOfThoseWhoGain) {
    // Nobody's gain but the first's is above 0 anywhere.
    GainTable table = table_of({{{6, 0, 0}, {0, 0, 0}}});
    table.columns[0].step = Rational(1, 2);
    EXPECT_EQ(measure_of(table, SolutionKind::nash), Rational(3));
    EXPECT_EQ(measure_of(table, SolutionKind::egalitarian), Rational(0));
    EXPECT_EQ(measure_of(table, SolutionKind::kalai_smorodinsky), Rational(1));
    expect_solutions_by_definition(table);
}

TEST(SolutionsOfFront, AreTheSameInFractionsWhereWholeNumbersAreTooLarge) {
    GainTable table = table_of(
        {{{9, 9, 0}, {8, 9, 1}, {0, 9, 5}}, {{0, 1, 3}, {1, 0, 3}, {2, 2, 0}}}, {-5, -7, 0});
    for (GainColumn& column : table.columns) {
        column.step = Rational(std::int64_t{1} << 24); // products have more than 72 bit
    }
    expect_solutions_by_definition(table);
    table.columns[0].step = Rational(1, std::int64_t{1} << 40); // units of all have more than 70
    table.columns[1].step = Rational(1, 3'486'784'401);
    expect_solutions_by_definition(table);
    table.columns[2].step = Rational(1, std::int64_t{1} << 62) * Rational(1, 5); // beyond 64 bit
    expect_solutions_by_definition(table);
}

TEST(SolutionsOfFront, AreNoneInAnEmptyZoneButTheLargestSumOfAll) {
    const GainTable table = table_of({{{5, 0, 0}, {0, 3, 0}}}, {-1, -1, 0});
    const auto read = solutions_of_front(table, {});
    ASSERT_TRUE(read);
    EXPECT_EQ(read->zone, ZoneState::empty);
    EXPECT_FALSE(read->of(SolutionKind::nash));
    EXPECT_EQ(read->of(SolutionKind::utilitarian_anywhere)->measure, Rational(3));
}

TEST(SolutionsOfFront, AreThoseOfTheDefinitionsInAnyUnit) {
    for (std::uint64_t index = 0; index < testing::shared_count(1'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("SolutionsOfFront.AreThose*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        testing::DrawnShape shape{.most = random.chance(1, 2) ? 5 : 500};
        shape.parties = static_cast<std::size_t>(random.between(2, 3));
        const auto issues = testing::drawn_issues(shape, random);
        std::vector<std::int64_t> constants;
        for (std::size_t party = 0; party < shape.parties; ++party) {
            constants.push_back(-random.between(0, shape.most));
        }
        GainTable table = table_of(issues, constants);
        for (GainColumn& column : table.columns) {
            column.step = Rational(random.between(1, 7), random.chance(1, 4) ? 999'999'937 : 12);
            column.rest = column.step * Rational(random.between(0, 4), 5);
        }
        expect_solutions_by_definition(table);
    }
}

} // namespace unbracket
