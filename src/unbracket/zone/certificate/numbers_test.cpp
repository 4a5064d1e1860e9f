#include "unbracket/base/random.hpp"
#include "unbracket/zone/certificate/numbers.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket::certificate {
namespace {

Fraction fraction(int top, int bottom) {
    return Fraction(Integer(top), Integer(bottom));
}

TEST(NumberText, IsReadExactly) {
    EXPECT_EQ(read_number("7"), fraction(7, 1));
    EXPECT_EQ(read_number("-3/4"), fraction(-3, 4));
    EXPECT_EQ(read_number("6/8"), fraction(3, 4));
    EXPECT_EQ(read_number("0.25"), fraction(1, 4));
    EXPECT_EQ(read_number("-2.5e1"), fraction(-25, 1));
    EXPECT_EQ(read_number("2.5E-1"), fraction(1, 4));
    EXPECT_EQ(read_number("1e+2"), fraction(100, 1));
    EXPECT_EQ(read_number("-0"), fraction(0, 1));
}

TEST(NumberText, MayBeginWithZerosAndStaysDecimal) {
    EXPECT_EQ(read_number("010"), fraction(10, 1));
    EXPECT_EQ(read_number("010/020"), fraction(1, 2));
    EXPECT_EQ(read_whole("0018"), Integer(18));
    EXPECT_EQ(read_whole("000"), Integer(0));
}

TEST(NumberText, ThatIsNoneIsRefused) {
    for (const char* text :
         {"",      "-",     "+1", "--1",  ".5",    "5.",     "1e",  "1e-", "1/0",   "1/-2",
          "1/2/3", "1.5/2", "1 ", "0x10", "1e401", "1e1000", "inf", "nan", "1_000", "1,5"}) {
        EXPECT_EQ(read_number(text), std::nullopt) << text;
    }
    for (const char* text : {"", "-1", "+1", "1.0", "1e1", "1/1", " 1"}) {
        EXPECT_EQ(read_whole(text), std::nullopt) << text;
    }
    EXPECT_NE(read_whole(std::string(longest_number, '7')), std::nullopt);
    EXPECT_EQ(read_whole(std::string(longest_number + 1, '7')), std::nullopt);
    EXPECT_EQ(read_number(std::string(longest_number + 1, '7')), std::nullopt);
}

TEST(Fraction, AgreesWithTheExactNumbersOfTheEngine) {
    Random random(testing::suite_seed());
    for (int round = 0; round < 2'000; ++round) {
        const std::int64_t width = round % 2 == 0 ? 12 : 4'000'000'000'000'000'000;
        const Rational a(random.between(-width, width), random.between(1, width));
        const Rational b(random.between(-width, width), random.between(1, width));
        EXPECT_EQ(exact(a) + exact(b), exact(a + b));
        EXPECT_EQ(exact(a) - exact(b), exact(a - b));
        EXPECT_EQ(exact(a) * exact(b), exact(a * b));
        EXPECT_EQ(exact(a) < exact(b), a < b);
        EXPECT_EQ(exact(a) == exact(b), a == b);
        if (b.sign() != 0) {
            EXPECT_EQ(exact(a) / exact(b), exact(a / b));
        }
    }
}

TEST(Fraction, IsInLowestTermsWithAPositiveDenominator) {
    const Fraction number(Integer(6), Integer(-8));
    EXPECT_EQ(number.top(), -3);
    EXPECT_EQ(number.bottom(), 4);
    EXPECT_EQ((number + number).bottom(), 2);
    EXPECT_EQ((number - number).bottom(), 1);
    Fraction own = number;
    own /= own;
    EXPECT_EQ(own, Fraction(1));
}

TEST(Range, IsEmptyWhereItsEndsAreCrossed) {
    EXPECT_FALSE((Range{1, 1}.is_empty()));
    EXPECT_TRUE((Range{2, 1}.is_empty()));
    EXPECT_TRUE((Range{1, 3}.contains(fraction(3, 2))));
    EXPECT_FALSE((Range{1, 3}.contains(fraction(7, 2))));
}

} // namespace
} // namespace unbracket::certificate
