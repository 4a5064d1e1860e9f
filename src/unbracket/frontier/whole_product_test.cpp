#include "unbracket/base/random.hpp"
#include "unbracket/frontier/whole_product.hpp"

#include "tests/support/suite.hpp"

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

constexpr std::int64_t widest = std::int64_t{1} << 40;

/// Whether anything is said of a total of one column.
bool speaks(const SpaceColumn& only, std::int64_t total) {
    return WholeProduct({only}, {true}).compare({total}, {total}).has_value();
}

TEST(WholeProduct, SpeaksUpToTheBoundOfEveryNumber) {
    const std::int64_t half = widest / 2 + 1;
    EXPECT_TRUE(speaks(column(-widest, 2, 0, widest), half));
    EXPECT_FALSE(speaks(column(-widest - 1, 2, 0, widest), half)) << "the gain of a total of 0";
    EXPECT_TRUE(speaks(column(0, (1 << 20) - 1, 0, 9), 9));
    EXPECT_FALSE(speaks(column(0, 1 << 20, 0, 9), 9)) << "the rate";
    EXPECT_TRUE(speaks(column(0, 1, 0, widest), widest));
    EXPECT_FALSE(speaks(column(1, 1, 0, widest), widest)) << "the largest gain";
    EXPECT_FALSE(speaks(column(-1, 1, 0, widest + 1), widest + 1)) << "the largest total";
    EXPECT_TRUE(speaks(column(0, 1, -widest, 9), 9));
    EXPECT_FALSE(speaks(column(0, 1, -widest - 1, 9), 9)) << "the least total";
}

TEST(WholeProduct, SpeaksUpTo126BitsOfAProduct) {
    std::vector<SpaceColumn> columns(6, column(0, 1, 0, (1 << 21) - 1));
    const std::vector<bool> all(6, true);
    const std::vector<std::int64_t> most(6, (1 << 21) - 1);
    std::vector<std::int64_t> less = most;
    --less.back();
    EXPECT_EQ(WholeProduct(columns, all).compare(most, less), std::strong_ordering::greater);
    columns.back().most = 1 << 21;
    EXPECT_EQ(WholeProduct(columns, all).compare(most, less), std::nullopt);
}

/// Gains multiplied as fractions; nothing where one is not above 0.
std::optional<Rational> product_of(const std::vector<SpaceColumn>& columns,
                                   const std::vector<bool>& takes_part,
                                   const std::vector<std::int64_t>& totals) {
    Rational product = 1;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const Rational gain = columns[at].offset + columns[at].slope * Rational(totals[at]);
        if (takes_part[at] && gain.sign() <= 0) {
            return std::nullopt;
        }
        product = takes_part[at] ? product * gain : product;
    }
    return product;
}

TEST(WholeProduct, AgreesWithProductsOfFractions) {
    const std::string name = "WholeProduct.AgreesWithProductsOfFractions";
    std::size_t positive = 0, spoken = 0;
    for (std::uint64_t index = 0; index < testing::shared_count(100'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + testing::repeat_command(name));
        Random random(testing::suite_seed() * 1'000'183 + index);
        std::vector<SpaceColumn> columns;
        std::vector<bool> takes_part;
        std::vector<std::int64_t> one, other;
        for (std::int64_t count = random.between(1, 6); count > 0; --count) {
            columns.push_back(column(Rational(random.between(-9, 9), random.between(1, 9)),
                                     Rational(random.between(1, 9), random.between(1, 9)), 0,
                                     random.chance(1, 4) ? 1'000'000'000 : 1'000));
            takes_part.push_back(random.chance(5, 6));
            one.push_back(random.between(0, 1'000));
            other.push_back(random.chance(1, 3) ? one.back() : random.between(0, 1'000));
        }
        const auto first = product_of(columns, takes_part, one);
        const auto second = product_of(columns, takes_part, other);
        const auto order = WholeProduct(columns, takes_part).compare(one, other);
        positive += first && second ? 1U : 0U;
        spoken += order ? 1U : 0U;
        ASSERT_TRUE(!order || (first && second && *order == (*first <=> *second)));
    }
    EXPECT_GT(spoken * 10, positive * 7) << "to be worth something it speaks of most";
    EXPECT_LT(spoken, positive) << "some are to be too wide";
}

} // namespace
} // namespace unbracket
