#include "unbracket/robust/philox_units.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace unbracket {
namespace {

TEST(PhiloxUnits, AreThoseOfTheGeneratorForAnyCountOfDrawsAndRows) {
    const PhiloxKey key = philox_key(0x123456789abcdef0U);
    const std::uint64_t first = 0xfffffffeU; // draws on both sides of 2^32
    for (std::size_t lanes = 1; lanes < 20; ++lanes) {
        for (std::size_t rows = 1; rows < 10; ++rows) {
            std::vector<double> units(lanes * rows);
            fill_philox_units(key, first, 7, lanes, units);
            for (std::size_t at = 0; at < units.size(); ++at) {
                const std::size_t row = at / lanes;
                const std::uint64_t draw = first + at % lanes;
                const PhiloxCounter words =
                    philox({static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(row / 4),
                            7, static_cast<std::uint32_t>(draw >> 32)},
                           key);
                EXPECT_EQ(units[at], unit_of(words[row % 4])) << lanes << " " << at;
            }
        }
    }
}

} // namespace
} // namespace unbracket
