#include "unbracket/base/philox.hpp"

#include <gtest/gtest.h>

#include <set>

namespace unbracket {
namespace {

// The known answers that Random123, the authors' own program, is tested with (kat_vectors).
TEST(Philox, GivesThePublishedWords) {
    EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}),
              (PhiloxCounter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    EXPECT_EQ(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
              (PhiloxCounter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
              (PhiloxCounter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Philox, IsAConstantOfCounterAndKey) {
    constexpr PhiloxCounter words = philox({1, 2, 3, 4}, philox_key(0x0000000500000006ULL));
    static_assert(words == philox({1, 2, 3, 4}, {6, 5}));
    EXPECT_EQ(words, philox({1, 2, 3, 4}, {6, 5}));
}

TEST(Philox, DiffersForNeighboursOfCounterAndKey) {
    std::set<PhiloxCounter> met;
    for (std::uint32_t at = 0; at < 200; ++at) {
        met.insert(philox({at, 0, 0, 0}, {7, 0}));
        met.insert(philox({0, at + 1, 0, 0}, {7, 0}));
        met.insert(philox({0, 0, 0, 0}, {at + 8, 0}));
    }
    EXPECT_EQ(met.size(), 600U);
}

TEST(Philox, AUnitLiesStrictlyInside) {
    EXPECT_GT(unit_of(0), 0.0);
    EXPECT_LT(unit_of(0xffffffff), 1.0);
    EXPECT_EQ(unit_of(0x80000000), 0.5 + 0x1.0p-33);
}

TEST(Philox, UnitsAreSpreadEvenly) {
    constexpr int draws = 40'000;
    std::array<int, 10> met{};
    for (std::uint32_t at = 0; at < draws / 4; ++at) {
        for (const std::uint32_t word : philox({at, 0, 0, 0}, philox_key(1))) {
            ++met[static_cast<std::size_t>(unit_of(word) * 10)];
        }
    }
    for (const int count : met) { // 4000 each; 330 is more than five standard deviations
        EXPECT_NEAR(count, draws / 10, 330);
    }
}

} // namespace
} // namespace unbracket
