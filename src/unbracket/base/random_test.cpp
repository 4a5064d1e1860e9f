#include "unbracket/base/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <vector>

namespace unbracket {
namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

TEST(Random, GivesThePublishedNumbersOfSplitMix64) {
    Random random(1234567);
    for (const std::uint64_t expected :
         {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL,
          4593380528125082431ULL, 16408922859458223821ULL}) {
        EXPECT_EQ(random.next(), expected);
    }
    EXPECT_EQ(Random(0).next(), 16294208416658607535ULL);
}

TEST(Random, BetweenMeetsEveryNumberAndNoOther) {
    Random random(1);
    std::array<int, 5> met{};
    constexpr int draws = 5000;
    for (int draw = 0; draw < draws; ++draw) {
        const std::int64_t number = random.between(-2, 2);
        ASSERT_GE(number, -2);
        ASSERT_LE(number, 2);
        ++met[static_cast<std::size_t>(number + 2)];
    }
    for (const int count : met) { // 1000 each; 150 is more than five standard deviations
        EXPECT_NEAR(count, 1000, 150);
    }
}

TEST(Random, BetweenOneNumberIsThatNumber) {
    Random random(2);
    EXPECT_EQ(random.between(7, 7), 7);
    EXPECT_EQ(random.between(least, least), least);
    EXPECT_EQ(random.between(most, most), most);
}

TEST(Random, BetweenTheEndsOfSixtyFourBitsIsAnyNumber) {
    Random random(3), same(3);
    bool negative = false, positive = false;
    for (int draw = 0; draw < 100; ++draw) {
        const std::int64_t number = random.between(least, most);
        EXPECT_EQ(number, static_cast<std::int64_t>(same.next()));
        negative = negative || number < 0;
        positive = positive || number > 0;
    }
    EXPECT_TRUE(negative && positive);
}

TEST(Random, BetweenWideEndsStaysInside) {
    Random random(4);
    for (int draw = 0; draw < 1000; ++draw) {
        EXPECT_GE(random.between(least + 1, most), least + 1);
        EXPECT_LE(random.between(least, most - 1), most - 1);
        EXPECT_LE(random.between(-1, most), most);
        EXPECT_GE(random.between(-1, most), -1);
    }
}

TEST(Random, BetweenIsUnbiasedWhereTheRangeDoesNotDivideTheNumbers) {
    // Three quarters of all numbers: without rejection the lower third would come up twice as
    // often.
    Random random(5);
    constexpr std::int64_t quarter = 1LL << 62;
    int low = 0;
    constexpr int draws = 6000;
    for (int draw = 0; draw < draws; ++draw) {
        low += random.between(-quarter - quarter, quarter - 1) < -quarter ? 1 : 0;
    }
    EXPECT_NEAR(low, draws / 3, 200);
}

TEST(Random, ChanceIsTrueInItsShareOfCases) {
    Random random(6);
    int hits = 0;
    for (int draw = 0; draw < 6000; ++draw) {
        EXPECT_FALSE(random.chance(0, 3));
        EXPECT_TRUE(random.chance(3, 3));
        hits += random.chance(1, 3) ? 1 : 0;
    }
    EXPECT_NEAR(hits, 2000, 200);
}

TEST(Random, UnitIsBelowOneAndUsesFiftyThreeBits) {
    Random random(7), same(7);
    double sum = 0.0;
    constexpr int draws = 4000;
    for (int draw = 0; draw < draws; ++draw) {
        const double number = random.unit();
        ASSERT_GE(number, 0.0);
        ASSERT_LT(number, 1.0);
        ASSERT_EQ(number * 0x1p53, static_cast<double>(same.next() >> 11));
        sum += number;
    }
    EXPECT_NEAR(sum / draws, 0.5, 0.03);
}

} // namespace
} // namespace unbracket
