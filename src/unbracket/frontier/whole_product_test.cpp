#include "unbracket/frontier/whole_product.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

SpaceColumn column(const Rational& offset, const Rational& slope, std::int64_t least,
                   std::int64_t most) {
    return {offset, slope, least, most, 0, {}, 0};
}

TEST(WholeProduct, ComparesGainsThatAreFractions) {
    // Gains of total / 3 - 1 and of total / 2.
    const WholeProduct product(
        {column(-1, Rational(1, 3), 0, 90), column(0, Rational(1, 2), 0, 90)}, {true, true});
    EXPECT_EQ(product.compare({6, 4}, {9, 2}), std::strong_ordering::equal); // 1 * 2, 2 * 1
    EXPECT_EQ(product.compare({6, 5}, {9, 2}), std::strong_ordering::greater);
    EXPECT_EQ(product.compare({5, 4}, {9, 2}), std::strong_ordering::less);
}

TEST(WholeProduct, LeavesOutWhoTakesNoPart) {
    const WholeProduct product({column(0, 1, 0, 9), column(0, 1, 0, 9)}, {true, false});
    EXPECT_EQ(product.compare({3, 9}, {3, 1}), std::strong_ordering::equal);
}

TEST(WholeProduct, SaysNothingOfGainsThatAreNotPositive) {
    const WholeProduct product({column(-2, 1, 0, 9), column(0, 1, 0, 9)}, {true, true});
    EXPECT_EQ(product.compare({2, 3}, {3, 3}), std::nullopt);
    EXPECT_EQ(product.compare({3, 3}, {1, 3}), std::nullopt);
}

TEST(WholeProduct, SaysNothingWhereNumbersAreTooWide) {
    const std::vector<SpaceColumn> wide(7, column(0, 1, 0, 1'000'000));
    const std::vector<std::int64_t> totals(7, 1'000'000);
    EXPECT_EQ(WholeProduct(wide, std::vector<bool>(7, true)).compare(totals, totals), std::nullopt);
    EXPECT_EQ(
        WholeProduct({wide.begin(), wide.begin() + 6}, std::vector<bool>(6, true))
            .compare({totals.begin(), totals.begin() + 6}, {totals.begin(), totals.begin() + 6}),
        std::strong_ordering::equal);
    SpaceColumn shifted = column(0, 1, 0, 9);
    shifted.shift = 1; // its totals are not the column's sums
    EXPECT_EQ(WholeProduct({shifted}, {true}).compare({1}, {1}), std::nullopt);
}

} // namespace
} // namespace unbracket
