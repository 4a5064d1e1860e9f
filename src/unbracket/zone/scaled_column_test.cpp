#include "unbracket/base/random.hpp"
#include "unbracket/zone/scaled_column.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using Numbers = std::vector<std::int64_t>;

ScaledColumn scaled(const RowValues& values, AtZero at_zero = AtZero::suits) {
    // One issue over all rows.
    return scaled_column(values, {0, static_cast<Row>(values.values.size())}, at_zero);
}

TEST(ScaledColumn, DividesWholeNumbersByWhatTheyShare) {
    const ScaledColumn column = scaled({Rational(-40), {Rational(60), Rational(100)}});
    EXPECT_EQ(column.unit, Rational(1, 20));
    EXPECT_EQ(column.constant, -2);
    EXPECT_EQ(column.values, (Numbers{3, 5}));
}

TEST(ScaledColumn, MultipliesFractionsUntilTheyAreWhole) {
    const ScaledColumn column =
        scaled({Rational(-1, 2), {Rational(1, 3), Rational(-1, 6), Rational(0)}});
    EXPECT_EQ(column.unit, Rational(6));
    EXPECT_EQ(column.constant, -3);
    EXPECT_EQ(column.values, (Numbers{2, -1, 0}));
}

TEST(ScaledColumn, OfNothingButZerosStaysThat) {
    const ScaledColumn column = scaled({Rational(0), {Rational(0), Rational(0)}});
    EXPECT_EQ(column.constant, 0);
    EXPECT_EQ(column.values, (Numbers{0, 0}));
}

TEST(ScaledColumn, RefusesASumOfZeroWhereAsked) {
    const RowValues values{Rational(-40), {Rational(40), Rational(60)}};
    const ScaledColumn suits = scaled(values);
    EXPECT_GE(suits.constant + suits.values[0], 0);
    const ScaledColumn refused = scaled(values, AtZero::refused);
    EXPECT_LT(refused.constant + refused.values[0], 0);
    EXPECT_GE(refused.constant + refused.values[1], 0);
}

TEST(ScaledColumn, RoundsUpwardsWhereTheSearchIsTooNarrow) {
    // 10^9 and 10^-9 have no common unit of 41 bit.
    const Rational large(1'000'000'000), tiny(1, 1'000'000'000);
    const ScaledColumn column = scaled({-large, {large, large - tiny, large + tiny}});
    EXPECT_LT(column.constant, 0);
    for (const std::int64_t value : column.values) {
        EXPECT_LT(value, value_limit);
        EXPECT_GE(column.constant + value, 0) << "a bound may only be too kind";
    }
    const Rational about = Rational(column.values[0]) / column.unit;
    EXPECT_LT(about - large, Rational(1, 100));
}

TEST(ScaledColumn, LetsNoSumThatReachesZeroFallBelowIt) {
    for (std::uint64_t index = 0; index < testing::shared_count(3'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("ScaledColumn.LetsNo*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        const auto number = [&] {
            const std::int64_t most = random.chance(1, 2) ? 100 : 1'000'000'000;
            return Rational(random.between(-most, most), random.between(1, most));
        };
        const RowValues values{number(), {number(), number(), number(), number()}};
        const ScaledColumn column = scaled_column(values, {0, 2, 4}, AtZero::suits);
        for (std::size_t one = 0; one < 2; ++one) {
            for (std::size_t other = 2; other < 4; ++other) {
                const Rational exact = values.constant + values.values[one] + values.values[other];
                const std::int64_t sum =
                    column.constant + column.values[one] + column.values[other];
                EXPECT_TRUE(exact.sign() < 0 || sum >= 0);
                EXPECT_LT(std::abs(sum), value_limit);
            }
        }
    }
}

TEST(ScaledColumn, StandsBeforeAnotherByItsNumbers) {
    const ScaledColumn low = scaled({Rational(-2), {Rational(1), Rational(3)}});
    const ScaledColumn high = scaled({Rational(-1), {Rational(0), Rational(3)}});
    const ScaledColumn higher = scaled({Rational(-1), {Rational(1), Rational(3)}});
    EXPECT_TRUE(stands_before(low, high));
    EXPECT_FALSE(stands_before(high, low));
    EXPECT_TRUE(stands_before(high, higher));
    EXPECT_FALSE(stands_before(low, low));
}

} // namespace
} // namespace unbracket
