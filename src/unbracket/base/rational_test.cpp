#include "unbracket/base/random.hpp"
#include "unbracket/base/rational.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <utility>
#include <vector>

namespace unbracket {
namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

std::string text(const Rational& number) {
    return number.to_fraction_text();
}

TEST(Rational, IsKeptInLowestTermsWithAPositiveDenominator) {
    EXPECT_EQ(text(Rational(6, 8)), "3/4");
    EXPECT_EQ(text(Rational(-6, 8)), "-3/4");
    EXPECT_EQ(text(Rational(6, -8)), "-3/4");
    EXPECT_EQ(text(Rational(-6, -8)), "3/4");
    EXPECT_EQ(text(Rational(0, -8)), "0");
    EXPECT_EQ(text(Rational(8, 4)), "2");
    EXPECT_EQ(text(Rational()), "0");
}

TEST(Rational, AddsSubtractsMultipliesAndDividesFractions) {
    const Rational half(1, 2), third(1, 3);
    EXPECT_EQ(half + third, Rational(5, 6));
    EXPECT_EQ(half - third, Rational(1, 6));
    EXPECT_EQ(third - half, Rational(-1, 6));
    EXPECT_EQ(half * third, Rational(1, 6));
    EXPECT_EQ(half / third, Rational(3, 2));
    EXPECT_EQ(half / -third, Rational(-3, 2));
    EXPECT_EQ(-half, Rational(-1, 2));
}

TEST(Rational, SubtractsAcrossTheEndsOf64Bits) {
    EXPECT_EQ(text(Rational(most) - Rational(most)), "0");
    EXPECT_EQ(text(Rational(least) - Rational(least)), "0");
    EXPECT_EQ(text(Rational(-1) - Rational(most)), "-9223372036854775808");
    EXPECT_EQ(text(Rational(-2) - Rational(most)), "-9223372036854775809");
    EXPECT_EQ(text(Rational(0) - Rational(least)), "9223372036854775808");
    EXPECT_EQ(text(Rational(most, 2) - Rational(least + 1, 2)), "9223372036854775807");
}

TEST(Rational, IsUnchangedByADivisionByOne) {
    for (const Rational& number : {Rational(3, 7), Rational(least), Rational(most, 2),
                                   Rational(most) * Rational(most), Rational()}) {
        EXPECT_EQ(number / Rational(1), number);
        EXPECT_EQ(number / Rational(3, 3), number);
    }
    const Rational wide = Rational(most) * Rational(most);
    EXPECT_EQ(wide / wide, Rational(1)) << "a wide number is not taken for one";
}

TEST(Rational, MayStandOnBothSidesOfItsOwnOperation) {
    Rational number(3, 7);
    number += number;
    EXPECT_EQ(number, Rational(6, 7));
    number *= number;
    EXPECT_EQ(number, Rational(36, 49));
    number /= number;
    EXPECT_EQ(number, Rational(1));
    number -= number;
    EXPECT_EQ(number.sign(), 0);
}

TEST(Rational, ComparesByValueNotByParts) {
    EXPECT_LT(Rational(1, 3), Rational(1, 2));
    EXPECT_LT(Rational(-1, 2), Rational(-1, 3));
    EXPECT_GT(Rational(7, 5), Rational(4, 3));
    EXPECT_EQ(Rational(2, 4), Rational(1, 2));
    // Doubles cannot tell these two apart.
    EXPECT_LT(Rational(most - 1, most), Rational(most, most));
    EXPECT_LT(Rational(most - 2, most - 1), Rational(most - 1, most));
}

TEST(Rational, KnowsItsSign) {
    EXPECT_EQ(Rational(-1, 9).sign(), -1);
    EXPECT_EQ(Rational(0).sign(), 0);
    EXPECT_EQ(Rational(1, 9).sign(), 1);
    EXPECT_EQ((Rational(least) * Rational(2)).sign(), -1);
    EXPECT_EQ((Rational(most) * Rational(2)).sign(), 1);
}

TEST(Rational, GrowsBeyond64BitsWithoutOverflow) {
    EXPECT_EQ(text(Rational(most) + Rational(1)), "9223372036854775808");
    EXPECT_EQ(text(Rational(least) - Rational(1)), "-9223372036854775809");
    EXPECT_EQ(text(-Rational(least)), "9223372036854775808");
    EXPECT_EQ(text(Rational(least) * Rational(-1)), "9223372036854775808");
    EXPECT_EQ(text(Rational(least) / Rational(-1)), "9223372036854775808");
    EXPECT_EQ(text(Rational(least, -1)), "9223372036854775808");
    EXPECT_EQ(text(Rational(1, least)), "-1/9223372036854775808");
    EXPECT_EQ(text(Rational(most) * Rational(most)), "85070591730234615847396907784232501249");
    EXPECT_EQ(text(Rational(1, most) / Rational(most)), "1/85070591730234615847396907784232501249");
}

TEST(Rational, ShrinksBackWhenItFitsAgain) {
    Rational number = Rational(most) + Rational(1);
    EXPECT_FALSE(number.small().has_value());
    number -= Rational(1);
    ASSERT_TRUE(number.small().has_value());
    EXPECT_EQ(number.small()->numerator, most);
    EXPECT_EQ(number.small()->denominator, 1);
    number = Rational(most) * Rational(most) / Rational(most) / Rational(most);
    EXPECT_EQ(number, Rational(1));
    EXPECT_TRUE(number.small().has_value());
}

TEST(Rational, HoldsTheLeast64BitNumberInPlace) {
    ASSERT_TRUE(Rational(least).small().has_value());
    EXPECT_EQ(Rational(least).small()->numerator, least);
    EXPECT_EQ(Rational(least, 1), Rational(least));
    EXPECT_EQ(Rational(least, 2), Rational(least / 2));
    EXPECT_EQ(Rational(least) + Rational(0), Rational(least));
    EXPECT_EQ(Rational(least + 1) - Rational(1), Rational(least));
}

TEST(Rational, ComparesNumbersOfDifferentWidth) {
    const Rational wide = Rational(most) + Rational(1);
    EXPECT_GT(wide, Rational(most));
    EXPECT_LT(-wide - Rational(1), Rational(least));
    EXPECT_EQ(-wide, Rational(least));
    EXPECT_NE(wide, wide + Rational(1, most));
    EXPECT_LT(wide, wide + Rational(1, most));
}

TEST(Rational, CopiesAndMovesOfAWideNumberAreIndependent) {
    Rational first = Rational(most) * Rational(4);
    Rational copy = first;
    first += Rational(1);
    EXPECT_EQ(text(copy), "36893488147419103228");
    EXPECT_EQ(text(first), "36893488147419103229");
    const Rational moved = std::move(first);
    EXPECT_EQ(text(moved), "36893488147419103229");
    copy = moved;
    EXPECT_EQ(copy, moved);
    const Rational& same = copy;
    copy = same;
    EXPECT_EQ(copy, moved);
    copy = Rational(1, 2);
    EXPECT_EQ(text(copy), "1/2");
}

struct Rounding {
    Rational number;
    std::optional<std::int64_t> floor;
    std::optional<std::int64_t> ceil;
};

TEST(Rational, RoundsDownAndUpToWholeNumbersThatFit) {
    const Rational wide = Rational(most) + Rational(1), half(1, 2);
    const std::vector<Rounding> cases = {
        {Rational(0), 0, 0},
        {Rational(7, 2), 3, 4},
        {Rational(-7, 2), -4, -3},
        {Rational(6, 2), 3, 3},
        {Rational(-6, 2), -3, -3},
        {Rational(1, most), 0, 1},
        {Rational(-1, most), -1, 0},
        {Rational(most), most, most},
        {Rational(least), least, least},
        {Rational(most) + half, most, std::nullopt},
        {Rational(most) - half, most - 1, most},
        {Rational(least) - half, std::nullopt, least},
        {Rational(least) + half, least, least + 1},
        {wide, std::nullopt, std::nullopt},
        {-wide - Rational(1), std::nullopt, std::nullopt},
        {wide * Rational(most) / (wide + Rational(2)), most - 2, most - 1},
    };
    for (const Rounding& each : cases) {
        EXPECT_EQ(each.number.floor_to_int64(), each.floor) << text(each.number);
        EXPECT_EQ(each.number.ceil_to_int64(), each.ceil) << text(each.number);
    }
}

TEST(Rational, IsNearItsDouble) {
    EXPECT_EQ(Rational(1, 4).approximate(), 0.25);
    EXPECT_EQ(Rational(-3).approximate(), -3.0);
    EXPECT_DOUBLE_EQ((Rational(most) * Rational(2)).approximate(), 0x1p64);
    EXPECT_DOUBLE_EQ((Rational(1, most) / Rational(2)).approximate(), 0x1p-64);
}

/// Numbers around every border: zero, one, 32 and 64 bits, and beyond.
Rational awkward(Random& random) {
    constexpr std::array<std::int64_t, 9> ends = {0,     1,         -1,        most, least,
                                                  -most, 1LL << 31, 1LL << 62, 3};
    const auto whole = [&] {
        const auto at = static_cast<std::size_t>(random.between(0, ends.size() - 1));
        return random.chance(1, 2) ? ends[at] : random.between(-20, 20);
    };
    std::int64_t bottom = whole();
    bottom = bottom == 0 ? 7 : bottom;
    const Rational number(whole(), bottom);
    return random.chance(1, 4) ? number * Rational(most, 5) : number;
}

TEST(Rational, ObeysTheLawsOfAField) {
    Random random(11);
    for (int round = 0; round < 2000; ++round) {
        const Rational a = awkward(random), b = awkward(random), c = awkward(random);
        SCOPED_TRACE(text(a) + " " + text(b) + " " + text(c));
        ASSERT_EQ(a + b, b + a);
        ASSERT_EQ(a * b, b * a);
        ASSERT_EQ((a + b) + c, a + (b + c));
        ASSERT_EQ((a * b) * c, a * (b * c));
        ASSERT_EQ(a * (b + c), a * b + a * c);
        ASSERT_EQ(a - b, -(b - a));
        ASSERT_EQ((a - b).sign(), a < b ? -1 : (a > b ? 1 : 0));
        if (b.sign() != 0) {
            ASSERT_EQ(a / b * b, a);
        }
    }
}

TEST(Rational, IsLessThanAnotherWhereTheDifferenceIsBelowZero) {
    Random random(13);
    for (int round = 0; round < 2'000; ++round) {
        Rational a = awkward(random), b = awkward(random);
        for (std::int64_t wider = random.between(0, 2); wider > 0; --wider) {
            a *= awkward(random);
            b *= awkward(random);
        }
        b = random.chance(1, 4) ? a : random.chance(1, 3) ? a + Rational(1, 1'000'003) : b;
        const int sign = (a - b).sign();
        EXPECT_EQ(a < b, sign < 0);
        EXPECT_EQ(a == b, sign == 0);
        EXPECT_EQ(b < a, sign > 0);
    }
}

TEST(Rational, EqualNumbersHaveOneText) {
    Random random(12);
    for (int round = 0; round < 1000; ++round) {
        const Rational a = awkward(random), b = awkward(random);
        const Rational there_and_back = a + b - b;
        ASSERT_EQ(text(there_and_back), text(a)) << text(b);
        ASSERT_EQ(there_and_back.small().has_value(), a.small().has_value()) << text(a);
    }
}

TEST(CommonDenominator, IsTheLeastOneOfBoth) {
    EXPECT_EQ(common_denominator(Rational(1, 6), Rational(3, 4)), Rational(12));
    EXPECT_EQ(common_denominator(Rational(5), Rational(-7)), Rational(1));
    EXPECT_EQ(common_denominator(Rational(1, 3), Rational(1, 3)), Rational(3));
    const Rational wide = common_denominator(Rational(1, most), Rational(1, most - 1));
    EXPECT_EQ(wide, Rational(most) * Rational(most - 1));
    // 2 * most and 3 * most share the factor most.
    const Rational one = Rational(1, most);
    EXPECT_EQ(common_denominator(one / Rational(2), one / Rational(3)),
              Rational(most) * Rational(6));
}

/// `base` to the power `exponent`.
Rational power(std::int64_t base, int exponent) {
    Rational product(1);
    for (int i = 0; i < exponent; ++i) {
        product *= Rational(base);
    }
    return product;
}

TEST(CommonDenominator, IsOfAnyLength) {
    // 2^1500 and 3^1000 have 452 and 478 digits, and no common divisor.
    const Rational two = power(2, 1'500), three = power(3, 1'000);
    EXPECT_EQ(common_denominator(Rational(1) / two, Rational(-1) / three), two * three);
    EXPECT_EQ(common_denominator(Rational(5) / two, Rational(1, 6)), two * Rational(3));
    EXPECT_EQ(common_denominator(two, Rational(2) / three), three);
    EXPECT_GT(text(common_denominator(Rational(1) / two, Rational(1) / three)).size(), 900U);
}

TEST(GreatestCommonDivisor, IsOfAnyLength) {
    const Rational two = power(2, 1'500), three = power(3, 1'000);
    EXPECT_EQ(greatest_common_divisor(two * three, -two * Rational(5)), two);
    EXPECT_EQ(greatest_common_divisor(-two * Rational(7), Rational(0)), two * Rational(7));
    EXPECT_EQ(greatest_common_divisor(two, three), Rational(1));
    EXPECT_EQ(greatest_common_divisor(two, power(2, 63)), power(2, 63));
}

TEST(WholeNumberUnit, IsOfAnyLength) {
    const std::vector<Rational> numbers = {Rational(1) / power(10, 500), power(3, 900),
                                           Rational(-2, 7)};
    EXPECT_EQ(whole_number_unit(numbers), power(10, 500) * Rational(7));
    const std::vector<Rational> wide = {power(6, 600), power(10, 600)};
    EXPECT_EQ(whole_number_unit(wide), Rational(1) / power(2, 600));
}

TEST(WholeNumberUnit, OfRandomNumbersIsTheSmallest) {
    std::uint64_t seed = 11;
    for (int round = 0; round < 50; ++round) {
        std::vector<Rational> numbers;
        for (int i = 0; i < 4; ++i) {
            seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
            const auto number = static_cast<std::int64_t>(seed >> 33U);
            const auto two = static_cast<int>(number % 900), many = static_cast<int>(number % 700);
            numbers.push_back(Rational(number - (std::int64_t{1} << 30)) * power(2, two) /
                              power(number % 5 + 2, many));
        }
        const Rational unit = whole_number_unit(numbers);
        Rational divisor;
        for (const Rational& number : numbers) {
            const Rational whole = number * unit;
            EXPECT_EQ(text(whole).find('/'), std::string::npos) << "round " << round;
            divisor = greatest_common_divisor(divisor, whole);
        }
        EXPECT_EQ(divisor, Rational(1)) << "round " << round;
    }
}

TEST(WholeNumberUnit, MakesAllWholeAndFreeOfACommonDivisor) {
    const auto unit = [](std::vector<Rational> numbers) { return whole_number_unit(numbers); };
    EXPECT_EQ(unit({}), Rational(1));
    EXPECT_EQ(unit({0, 0}), Rational(1));
    EXPECT_EQ(unit({-6}), Rational(1, 6));
    EXPECT_EQ(unit({6, 9, 0}), Rational(1, 3));
    EXPECT_EQ(unit({Rational(1, 6), Rational(3, 4)}), Rational(12));
    EXPECT_EQ(unit({Rational(-2, 3), Rational(4, 5)}), Rational(15, 2));
    const Rational wide = Rational(most) * Rational(most);
    EXPECT_EQ(unit({wide, wide * Rational(3)}), Rational(1) / wide);
}

TEST(GreatestCommonDivisor, IsPositiveAndZeroOnlyOfZeros) {
    EXPECT_EQ(greatest_common_divisor(12, 18), Rational(6));
    EXPECT_EQ(greatest_common_divisor(-12, 18), Rational(6));
    EXPECT_EQ(greatest_common_divisor(0, -5), Rational(5));
    EXPECT_EQ(greatest_common_divisor(0, 0), Rational(0));
    EXPECT_EQ(greatest_common_divisor(17, 4), Rational(1));
    EXPECT_EQ(text(greatest_common_divisor(least, 0)), "9223372036854775808");
    EXPECT_EQ(greatest_common_divisor(least, most), Rational(1));
    EXPECT_EQ(greatest_common_divisor(Rational(most) * Rational(6), Rational(most) * Rational(4)),
              Rational(most) * Rational(2));
}

TEST(RationalDeathTest, WrongCallsSayWhatTheyNeed) {
    EXPECT_DEATH(Rational(1, 0), "a fraction has a denominator other than zero");
    EXPECT_DEATH(Rational(1) / Rational(0), "division needs a divisor other than zero");
    EXPECT_DEATH(greatest_common_divisor(Rational(1, 2), 3), "is taken of whole numbers");
    EXPECT_DEATH(greatest_common_divisor(Rational(1, most) / Rational(most), 3),
                 "is taken of whole numbers");
}

} // namespace
} // namespace unbracket
