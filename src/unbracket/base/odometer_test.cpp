#include "unbracket/base/odometer.hpp"

#include <gtest/gtest.h>

namespace unbracket {

TEST(Odometer, MeetsEveryCombinationOnceAndThenStandsAtTheFirst) {
    Odometer odometer({2, 1, 3});
    std::vector<std::size_t> met;
    do {
        met.push_back(odometer[0] + 2 * odometer[2]);
        EXPECT_EQ(odometer[1], 0U);
    } while (odometer.advance());
    EXPECT_EQ(met, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5}));
    EXPECT_EQ(odometer[0] + odometer[1] + odometer[2], 0U);
}

TEST(Odometer, WithoutWheelsHasOneCombination) {
    EXPECT_FALSE(Odometer({}).advance());
}

} // namespace unbracket
