#include "unbracket/base/random.hpp"
#include "unbracket/robust/draw_rows.hpp"
#include "unbracket/robust/grid_number.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace unbracket {
namespace {

std::vector<double> random_row(Random& random, std::size_t lanes) {
    std::vector<double> row;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        row.push_back(random.unit());
    }
    return row;
}

TEST(DrawRows, PutsPlacesInTheMiddleOfTheirCells) {
    const std::vector<double> places = {0, 0.5, 0x1p-11, 1 - 0x1p-53, 1, 1 + 0x1p-52};
    std::vector<std::uint32_t> steps(places.size());
    place_steps(places, steps);
    EXPECT_EQ(steps, (std::vector<std::uint32_t>{1, grid_cells + 1, 3, grid_steps - 1, grid_steps,
                                                 grid_steps}));
}

TEST(DrawRows, PutsEveryPlaceIntoTheCellThatGridNumberSays) {
    SCOPED_TRACE(testing::repeat_command("DrawRows.PutsEveryPlaceIntoTheCellThatGridNumberSays"));
    Random random(testing::suite_seed());
    for (std::size_t lanes = 1; lanes < 70; ++lanes) {
        const std::vector<double> places = random_row(random, lanes);
        std::vector<std::uint32_t> steps(lanes);
        place_steps(places, steps);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            EXPECT_EQ(steps[lane], middle_step(places[lane])) << places[lane];
        }
    }
}

TEST(DrawRows, ReadsALine) {
    const std::vector<std::uint32_t> steps = {0, 1, 2, 3, 4};
    std::vector<double> numbers(steps.size());
    read_line({.base = 10, .slope = -2}, steps, numbers);
    EXPECT_EQ(numbers, (std::vector<double>{10, 8, 6, 4, 2}));
    read_line({.base = 10}, steps, numbers);
    EXPECT_EQ(numbers, std::vector<double>(5, 10.0)) << "without a slope";
}

TEST(DrawRows, ReadsEachPieceByItsOwnSteps) {
    const std::vector<std::uint32_t> steps = {1, grid_steps - 1, grid_steps + 1,
                                              2 * grid_steps + 3};
    std::vector<double> numbers(steps.size());
    read_line({.pieces = {{0, 1}, {8'000, 2}, {20'000, 0}}}, steps, numbers);
    EXPECT_EQ(numbers, (std::vector<double>{1, grid_steps - 1, 8'002, 20'000}));
    read_line({.pieces = {{7, 0}}}, steps, numbers);
    EXPECT_EQ(numbers.front(), 7);
}

TEST(DrawRows, ALineStandsWhereItsNumberDoes) {
    const GridNumber line = grid_number({Rational(1, 3), 7});
    const GridNumber pieces{{}, {}, {{1, Rational(1, grid_steps)}, {2, Rational(3, grid_steps)}}};
    for (const GridNumber& number : {line, pieces}) {
        const GridLine scaled = grid_line(number, 12);
        for (const std::uint32_t step : {1U, 77U, grid_steps - 1, grid_steps + 1}) {
            const double exact = (number.at(step) * Rational(12)).approximate();
            EXPECT_NEAR(scaled.at(step), exact, 1e-12) << step;
        }
    }
    EXPECT_TRUE(grid_line(grid_number(single(5)), 2).is_constant());
    EXPECT_FALSE(grid_line(pieces, 1).is_constant());
}

TEST(DrawRows, WeighsValuesAboveTheirShift) {
    const std::vector<double> weights = {1, 2, 3}, values = {5, 6, 7}, shifts = {1, 2, 9};
    std::vector<double> worth(3);
    const WorthRows rows{weights, shifts, {.factor = 4}};
    weigh(rows, values, worth);
    EXPECT_EQ(worth, (std::vector<double>{16, 32, -24}));
    weigh(rows, 3.0, worth);
    EXPECT_EQ(worth, (std::vector<double>{8, 8, -72}));
}

TEST(DrawRows, RoundsSumsThatAreNotExactToWholeNumbersThatAreLarger) {
    SCOPED_TRACE(
        testing::repeat_command("DrawRows.RoundsSumsThatAreNotExactToWholeNumbersThatAreLarger"));
    Random random(testing::suite_seed());
    std::vector<double> sums = random_row(random, 100);
    for (double& sum : sums) {
        sum = 200 * sum - 100;
    }
    std::vector<double> larger = sums;
    scale_up({.factor = 3, .is_exact = false}, larger);
    for (std::size_t lane = 0; lane < sums.size(); ++lane) {
        EXPECT_EQ(larger[lane], static_cast<double>(static_cast<std::int64_t>(larger[lane])));
        EXPECT_GT(larger[lane], 3 * sums[lane]);
        EXPECT_LE(larger[lane], 3 * sums[lane] + 3);
    }
}

TEST(DrawRows, ChooseARowByWhereTheUnitFalls) {
    // Shares 2, 0, 6 and 2 of 10.
    const std::vector<double> units = {0, 0.19, 0.21, 0.79, 0.81, 0.99}, factors = {1, 1, 2, 1};
    std::vector<double> rows;
    for (const double number : {2.0, 0.0, 3.0, 2.0}) {
        rows.insert(rows.end(), units.size(), number);
    }
    std::vector<double> chosen(units.size());
    choose_by_share(units, factors, rows.data(), chosen);
    EXPECT_EQ(chosen, (std::vector<double>{0, 0, 2, 2, 3, 3}));
}

TEST(DrawRows, ChooseTheSameRowAloneAndAmongOthers) {
    SCOPED_TRACE(testing::repeat_command("DrawRows.ChooseTheSameRowAloneAndAmongOthers"));
    Random random(testing::suite_seed());
    for (std::size_t lanes = 1; lanes < 40; ++lanes) {
        const auto count = static_cast<std::size_t>(random.between(1, 9));
        const std::vector<double> units = random_row(random, lanes);
        const std::vector<double> factors = random_row(random, count);
        const std::vector<double> rows = random_row(random, count * lanes);
        std::vector<double> chosen(lanes);
        choose_by_share(units, factors, rows.data(), chosen);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            std::vector<double> column, alone(1);
            for (std::size_t at = 0; at < count; ++at) {
                column.push_back(rows[at * lanes + lane]);
            }
            choose_by_share({&units[lane], 1}, factors, column.data(), alone);
            EXPECT_EQ(chosen[lane], alone.front()) << lanes << " " << lane;
        }
    }
}

} // namespace
} // namespace unbracket
