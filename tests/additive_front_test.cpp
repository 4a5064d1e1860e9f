#include "unbracket/base/random.hpp"
#include "unbracket/frontier/additive.hpp"
#include "unbracket/frontier/label_search.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

// Frontiers by lists and tables against the search issue by issue, on random tables of numbers.

namespace unbracket {

namespace {

struct Shape {
    std::size_t parties = 2;
    std::size_t issues = 5;
    std::size_t options = 4;
    std::int64_t most = 9;
    bool is_opposed = false; // what the first wins the last loses
};

GainTable random_table(const Shape& shape, Random& random) {
    GainTable table;
    table.columns.resize(shape.parties);
    SearchProblem& problem = table.problem;
    problem.party_count = problem.required_count = shape.parties;
    problem.constants.assign(shape.parties, -3);
    problem.first_row = {0};
    for (std::size_t issue = 0; issue < shape.issues; ++issue) {
        const auto options = static_cast<Row>(random.between(1, static_cast<int>(shape.options)));
        problem.first_row.push_back(problem.first_row.back() + options);
        for (Row row = 0; row < options; ++row) {
            table.row_options.emplace_back(row);
            for (std::size_t party = 0; party < shape.parties; ++party) {
                problem.values.push_back(random.between(0, shape.most));
            }
            if (shape.is_opposed) {
                problem.values.back() =
                    shape.most - problem.values[problem.values.size() - shape.parties];
            }
        }
    }
    return table;
}

/// The points of a complete frontier as totals, and the number of outcomes that have them.
std::map<std::vector<std::int64_t>, std::uint64_t> points_of(const Frontier& frontier) {
    std::map<std::vector<std::int64_t>, std::uint64_t> points;
    for (const EfficientPoint& point : frontier.points) {
        points[point.totals] += point.outcomes;
    }
    return points;
}

/// The same points; the same counts too, unless too many ties left some uncounted.
void expect_same(const Frontier& found, const Frontier& expected) {
    const auto points = points_of(found);
    const auto wanted = points_of(expected);
    EXPECT_EQ(found.points.size(), points.size());
    EXPECT_TRUE(std::equal(points.begin(), points.end(), wanted.begin(), wanted.end(),
                           [&](const auto& one, const auto& other) {
                               return one.first == other.first &&
                                      (found.is_counted ? one.second == other.second
                                                        : one.second <= other.second);
                           }));
}

/// Whether one listed outcome comes within the slack for all parties.
bool is_covered(const EfficientPoint& point, const Frontier& cover) {
    return std::any_of(cover.points.begin(), cover.points.end(), [&](const EfficientPoint& listed) {
        for (std::size_t at = 0; at < point.totals.size(); ++at) {
            if (point.totals[at] > listed.totals[at] + cover.slack[at]) {
                return false;
            }
        }
        return true;
    });
}

Frontier recovered(const GainTable& table, const Front& front) {
    const AdditiveProblem problem = *additive_problem(table);
    const Recovery recovery = recover(problem, front);
    Frontier frontier;
    frontier.is_counted = recovery.is_counted;
    for (std::size_t at = 0; at < front.size(); ++at) {
        std::vector<std::int64_t> totals = table.problem.constants;
        for (std::size_t column = 0; column < front.width; ++column) {
            totals[column] += front[at][column];
        }
        EXPECT_EQ(table.totals(recovery.reached[at].choice), totals);
        frontier.points.push_back({totals, {}, recovery.reached[at].ways});
    }
    return frontier;
}

void expect_every_method_agrees(const GainTable& table) {
    const AdditiveProblem problem = *additive_problem(table);
    const Frontier by_labels = search_labels(table, {});
    ASSERT_EQ(by_labels.end, FrontierEnd::complete);
    expect_same(recovered(table, dense_front(problem)), by_labels);
    if (problem.width == 2 || problem.width == 3) {
        expect_same(recovered(table, list_front(problem)), by_labels);
    }
    const Frontier chosen = find_frontier(table, {.most_listed = 1'000'000});
    expect_same(chosen, by_labels);
    EXPECT_EQ(chosen.size, by_labels.size);
}

} // namespace

TEST(AdditiveFront, IsTheSameByListsByTablesAndIssueByIssue) {
    for (std::uint64_t index = 0; index < testing::shared_count(5'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("AdditiveFront.*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        Shape shape;
        shape.parties = static_cast<std::size_t>(random.between(2, 4));
        shape.issues = static_cast<std::size_t>(random.between(1, 7));
        shape.most = random.chance(1, 3) ? 3 : 12;
        shape.is_opposed = random.chance(1, 3);
        expect_every_method_agrees(random_table(shape, random));
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
}

TEST(AdditiveFront, OfWideTotalsIsTheSameByListsAndByTables) {
    for (std::uint64_t index = 0; index < testing::shared_count(200); ++index) {
        SCOPED_TRACE("case " + std::to_string(index));
        Random random(testing::suite_seed() * 1'000'003 + index);
        Shape shape{.issues = 14, .most = 5'000, .is_opposed = random.chance(1, 2)};
        shape.issues = static_cast<std::size_t>(random.between(8, 16));
        expect_every_method_agrees(random_table(shape, random));
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
}

TEST(AdditiveFront, ListsPointsSpreadEvenlyAndCountsAll) {
    Random random(7);
    const GainTable table = random_table({.issues = 12, .most = 1'000, .is_opposed = true}, random);
    const Frontier all = find_frontier(table, {.most_listed = 1'000'000});
    const Frontier some = find_frontier(table, {.most_listed = 10});
    EXPECT_EQ(some.size, all.size);
    ASSERT_EQ(some.points.size(), 10U);
    EXPECT_EQ(some.points.front().totals, all.points.front().totals);
    EXPECT_EQ(some.points.back().totals, all.points.back().totals);
}

TEST(AdditiveFront, OfTheZoneIsThePartNobodyLosesBy) {
    Random random(7);
    GainTable table = random_table({.parties = 3, .issues = 8, .most = 50}, random);
    table.problem.constants.assign(3, -120);
    auto expected = points_of(find_frontier(table, {.most_listed = 1'000'000}));
    std::erase_if(expected, [](const auto& point) {
        return std::any_of(point.first.begin(), point.first.end(),
                           [](std::int64_t total) { return total < 0; });
    });
    const Frontier zone = find_frontier(table, {.zone_only = true, .most_listed = 1'000'000});
    EXPECT_EQ(points_of(zone), expected);
    EXPECT_FALSE(expected.empty());
}

TEST(FrontierCover, HoldsOneOutcomeWithinTheSlackOfEachEfficientOne) {
    std::size_t covered = 0;
    for (std::uint64_t index = 0; index < testing::shared_count(1'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("FrontierCover.*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        Shape shape{.issues = 6, .most = 20'000};
        shape.parties = static_cast<std::size_t>(random.between(1, 5));
        const GainTable table = random_table(shape, random);
        const Frontier all = search_labels(table, {});
        const auto size = static_cast<std::size_t>(random.between(1, 60));
        const Frontier cover = search_labels(table, {.comparison_budget = 50, .cover_size = size});
        covered += cover.end == FrontierEnd::covered ? 1 : 0;
        for (const EfficientPoint& point : all.points) {
            EXPECT_TRUE(is_covered(point, cover));
        }
        for (const EfficientPoint& point : cover.points) {
            EXPECT_EQ(table.totals(point.choice), point.totals);
        }
    }
    EXPECT_GT(covered, 0U);
}

} // namespace unbracket
