#include "unbracket/report/json_value.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

std::string decimal(const Rational& number) {
    const Node node = json_rational(number, {});
    EXPECT_EQ(node.kind, NodeKind::number);
    return node.text;
}

Node exact(const Rational& number) {
    return json_rational(number, {.numbers = JsonNumbers::exact});
}

TEST(JsonNumber, IsExactWhereTwelvePlacesSuffice) {
    EXPECT_EQ(decimal(Rational(5)), "5");
    EXPECT_EQ(decimal(Rational(-1, 4)), "-0.25");
    EXPECT_EQ(decimal(Rational(1, 4096)), "0.000244140625");
    EXPECT_EQ(decimal(Rational(123456789012345)), "123456789012345");
    EXPECT_EQ(decimal(Rational(0)), "0");
}

TEST(JsonNumber, IsRoundedToTwelveSignificantDigitsElsewhere) {
    EXPECT_EQ(decimal(Rational(100, 3)), "33.3333333333");
    EXPECT_EQ(decimal(Rational(-200, 3)), "-66.6666666667");
    EXPECT_EQ(decimal(Rational(1, 3000)), "0.000333333333333");
    EXPECT_EQ(decimal(Rational(2'000'000'000'000'000, 3)), "666666666666667");
}

TEST(JsonNumber, IsAFractionInWordsWhenExactnessIsAsked) {
    EXPECT_EQ(exact(Rational(100, 3)).text, "100/3");
    EXPECT_EQ(exact(Rational(100, 3)).kind, NodeKind::text);
    EXPECT_EQ(exact(Rational(1, 2)).text, "1/2");
    EXPECT_EQ(exact(Rational(-7)).kind, NodeKind::number);
}

TEST(JsonNumber, IsTextWhereADoubleWouldLoseDigits) {
    const std::int64_t widest = std::int64_t{1} << 53U;
    EXPECT_EQ(exact(Rational(widest)).kind, NodeKind::number);
    EXPECT_EQ(exact(Rational(widest + 1)).kind, NodeKind::text);
    EXPECT_EQ(exact(Rational(-widest - 1)).kind, NodeKind::text);
}

TEST(JsonRange, IsOneNumberWhereItHoldsOne) {
    EXPECT_EQ(json_range({Rational(3), Rational(3)}, {}).text, "3");
    const Node range = json_range({Rational(1, 2), Rational(3)}, {});
    ASSERT_EQ(range.items.size(), 2U);
    EXPECT_EQ(range.items[0].text, "0.5");
}

} // namespace
} // namespace unbracket
