#include "unbracket/base/random.hpp"
#include "unbracket/robust/lane_sums.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

TEST(LaneSums, ClearWhatDoesNotReachZero) {
    const std::vector<double> first = {-3, -3, -3}, row = {2, 3, 4};
    std::vector<std::uint8_t> marks = {1, 1, 1};
    EXPECT_TRUE(clear_below_zero({first.data(), {row.data()}}, marks));
    EXPECT_EQ(marks, (std::vector<std::uint8_t>{0, 1, 1}));
}

TEST(LaneSums, MarkNothingThatWasNotMarked) {
    const std::vector<double> first(17, 5);
    std::vector<std::uint8_t> marks(17, 0);
    EXPECT_FALSE(clear_below_zero({first.data(), {}}, marks));
    EXPECT_EQ(marks, std::vector<std::uint8_t>(17, 0));
}

TEST(LaneSums, SayThatNoMarkIsLeft) {
    const std::vector<double> first(9, -1);
    std::vector<std::uint8_t> marks(9, 1);
    EXPECT_FALSE(clear_below_zero({first.data(), {}}, marks));
}

TEST(LaneSums, MarksAreJoinedKeptAndCounted) {
    const std::vector<std::uint8_t> own = {0, 0, 1, 1}, marks = {0, 1, 0, 1};
    std::vector<std::uint8_t> some = marks, every = marks, counts = {5, 5, 5, 5};
    add_marks(own, some);
    EXPECT_EQ(some, (std::vector<std::uint8_t>{0, 1, 1, 1}));
    keep_marks(own, every);
    EXPECT_EQ(every, (std::vector<std::uint8_t>{0, 0, 0, 1}));
    count_marks(own, counts);
    EXPECT_EQ(counts, (std::vector<std::uint8_t>{5, 5, 6, 6}));
}

TEST(LaneSums, AreThoseOfEachDrawByItself) {
    SCOPED_TRACE(testing::repeat_command("LaneSums.AreThoseOfEachDrawByItself"));
    Random random(testing::suite_seed());
    for (std::size_t lanes = 1; lanes < 70; ++lanes) {
        const auto rows = static_cast<std::size_t>(random.between(1, 6));
        std::vector<std::vector<double>> numbers(rows, std::vector<double>(lanes));
        std::vector<std::uint8_t> marks(lanes), expected(lanes);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            double sum = 0;
            for (std::vector<double>& row : numbers) {
                row[lane] = static_cast<double>(random.between(-3, 3));
                sum += row[lane];
            }
            marks[lane] = random.chance(2, 3) ? 1 : 0;
            expected[lane] = sum >= 0 ? marks[lane] : std::uint8_t{0};
        }
        LaneSums sums{numbers.front().data(), {}};
        for (std::size_t row = 1; row < rows; ++row) {
            sums.rows.push_back(numbers[row].data());
        }
        const bool is_left = clear_below_zero(sums, marks);
        EXPECT_EQ(marks, expected) << lanes;
        EXPECT_EQ(is_left, std::count(expected.begin(), expected.end(), 1) > 0) << lanes;
    }
}

} // namespace
} // namespace unbracket
