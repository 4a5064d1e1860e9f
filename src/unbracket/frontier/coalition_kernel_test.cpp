#include "unbracket/base/random.hpp"
#include "unbracket/frontier/coalition_kernel.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <vector>

namespace unbracket {
namespace {

/// Lengths around those of vectors, and the longest.
constexpr std::array<std::size_t, 11> lengths = {0, 1, 7, 15, 16, 17, 31, 33, 64, 1'001, most_sums};

template <class Sum>
std::vector<Sum> drawn_sums(std::size_t count, Random& random) {
    std::vector<Sum> sums(count);
    for (Sum& sum : sums) {
        sum = static_cast<Sum>(random.between(-100, 100));
    }
    return sums;
}

template <class Sum>
PairTally plain_tally(const std::vector<Sum>& first, const std::vector<Sum>& second, Sum first_line,
                      Sum second_line) {
    PairTally tally;
    for (std::size_t at = 0; at < first.size(); ++at) {
        const bool one = first[at] >= first_line, other = second[at] >= second_line;
        tally.first += one ? 1U : 0U;
        tally.second += other ? 1U : 0U;
        tally.both += one && other ? 1U : 0U;
    }
    return tally;
}

template <class Sum>
void expect_pairs_are_counted(Sum first_line, Sum second_line) {
    Random random(3);
    for (const std::size_t count : lengths) {
        const auto first = drawn_sums<Sum>(count, random);
        const auto second = drawn_sums<Sum>(count, random);
        const PairTally found =
            tally_pairs(first.data(), second.data(), count, first_line, second_line);
        const PairTally expected = plain_tally(first, second, first_line, second_line);
        EXPECT_EQ(found.first, expected.first) << count;
        EXPECT_EQ(found.second, expected.second) << count;
        EXPECT_EQ(found.both, expected.both) << count;
    }
}

TEST(TallyPairs, CountsWhatReachesEitherLineAndBoth) {
    expect_pairs_are_counted<std::int16_t>(0, 50);
    expect_pairs_are_counted<std::int32_t>(-20, 0);
}

TEST(TallyPairs, CountsALongestBlockOfWhichAllReachTheirLines) {
    // 16,384 still fits the width in which 16 bit sums are counted.
    expect_pairs_are_counted<std::int16_t>(-100, -100);
    expect_pairs_are_counted<std::int16_t>(std::numeric_limits<std::int16_t>::min(), 101);
}

TEST(TallyPairs, ReachesALineThatTheSumEquals) {
    const std::vector<std::int32_t> first = {4, 5, 6}, second = {-1, 0, 1};
    const PairTally tally = tally_pairs(first.data(), second.data(), 3, 5, 1);
    EXPECT_EQ(tally.first, 2U);
    EXPECT_EQ(tally.second, 1U);
    EXPECT_EQ(tally.both, 1U);
}

template <class Sum>
void expect_codes_are_added(Sum line) {
    Random random(5);
    for (const std::size_t count : lengths) {
        const auto sums = drawn_sums<Sum>(count, random);
        std::vector<std::uint8_t> codes(count, 3), expected(count, 3);
        for (std::size_t at = 0; at < count; ++at) {
            expected[at] = sums[at] >= line ? 67 : 3;
        }
        add_codes(sums.data(), count, line, 64, codes.data());
        EXPECT_EQ(codes, expected) << count;
    }
}

TEST(AddCodes, AddsWhereTheLineIsReachedInEveryWidth) {
    expect_codes_are_added<std::int16_t>(0);
    expect_codes_are_added<std::int32_t>(-100);
    expect_codes_are_added<std::int64_t>(100);
}

TEST(AddCodes, ComparesNumbersOfSixtyFourBit) {
    const std::vector<std::int64_t> sums = {std::int64_t{1} << 61, (std::int64_t{1} << 61) - 1};
    std::vector<std::uint8_t> codes(2, 0);
    add_codes(sums.data(), 2, std::int64_t{1} << 61, 128, codes.data());
    EXPECT_EQ(codes, (std::vector<std::uint8_t>{128, 0}));
}

TEST(TallyCodes, CountsEachCodeWherePermitted) {
    for (const std::size_t count : lengths) {
        std::vector<std::uint8_t> codes, permitted;
        std::array<std::uint64_t, 256> found{}, expected{};
        found[9] = expected[9] = 1'000; // tallies go on from what is there
        for (std::size_t at = 0; at < count; ++at) {
            codes.push_back(static_cast<std::uint8_t>(at * 7 % 256));
            permitted.push_back(at % 3 == 0 ? 1 : 0);
            expected[codes.back()] += permitted.back();
        }
        tally_codes(codes.data(), permitted.data(), count, found.data());
        EXPECT_EQ(found, expected) << count;
    }
}

TEST(TallyCodes, CountsEqualCodesInARow) {
    const std::vector<std::uint8_t> codes(most_sums, 255), permitted(most_sums, 1);
    std::array<std::uint64_t, 256> tally{};
    tally_codes(codes.data(), permitted.data(), codes.size(), tally.data());
    EXPECT_EQ(tally[255], most_sums);
    EXPECT_EQ(tally[0], 0U);
}

} // namespace
} // namespace unbracket
