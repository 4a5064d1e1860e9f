// Numbers as text: what is read, what is refused and why, and how numbers are shown.

#include "unbracket/base/random.hpp"
#include "unbracket/base/rational.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace unbracket {
namespace {

std::string read(std::string_view text) {
    const ParsedDecimal parsed = parse_decimal(text);
    switch (parsed.problem) {
    case DecimalProblem::none:
        return parsed.value.to_fraction_text();
    case DecimalProblem::not_a_number:
        return "not a number";
    case DecimalProblem::not_finite:
        return "not finite";
    case DecimalProblem::too_many_digits:
        return "too many digits";
    case DecimalProblem::out_of_range:
        return "out of range";
    }
    return "?";
}

using Readings = std::vector<std::pair<const char*, const char*>>;

void expect_readings(const Readings& readings) {
    for (const auto& [text, expected] : readings) {
        EXPECT_EQ(read(text), expected) << "of `" << text << "`";
    }
}

TEST(ParseDecimal, TakesEveryWayOfWritingANumber) {
    expect_readings({
        {"7", "7"},
        {"+7", "7"},
        {"-7", "-7"},
        {"007", "7"},
        {"0.25", "1/4"},
        {"-12.50", "-25/2"},
        {"1_000", "1000"},
        {"1_0.2_5", "41/4"},
        {"1e3", "1000"},
        {"1E+3", "1000"},
        {"25e-1", "5/2"},
        {"0.5e1", "5"},
        {"1e1_0", "10000000000"},
    });
}

TEST(ParseDecimal, KnowsZeroInEveryDress) {
    for (const char* text : {"0", "-0", "+0", "0.000", "00", "0e9", "0e-99", "0e999999",
                             "0.0000000000000000000000000"}) {
        EXPECT_EQ(read(text), "0") << text;
    }
}

TEST(ParseDecimal, RefusesWhatIsNoDecimalNumber) {
    for (const char* text :
         {"",     " ",     "+",    "-",   ".",        ".5",  "5.",       "-.5",      "1.2.3",
          "1,5",  "1 000", " 1",   "1 ",  "--1",      "+-1", "1e",       "1e+",      "1e1.5",
          "e5",   "1ee2",  "0x10", "0b1", "1_",       "_1",  "1__0",     "1._5",     "1.5_",
          "1e_5", "1e5_",  "NaN",  "Inf", "infinity", "1/2", "\xD9\xA1", "1e1234567"}) {
        EXPECT_EQ(read(text), "not a number") << "of `" << text << "`";
    }
    EXPECT_EQ(read(std::string_view("1\0", 2)), "not a number");
}

TEST(ParseDecimal, TellsInfinityAndNanApartFromNonsense) {
    for (const char* text : {"inf", "+inf", "-inf", "nan", "+nan", "-nan"}) {
        EXPECT_EQ(read(text), "not finite") << text;
    }
}

TEST(ParseDecimal, CountsSignificantDigitsOnly) {
    expect_readings({
        {"123456789012.345", "24691357802469/200"},
        {"1.23456789012345", "24691357802469/20000000000000"},
        {"1.234567890123456", "too many digits"},
        {"1234567890123456", "too many digits"},
        {"000000000000000000000000123", "123"},
        {"0.500000000000000000000000", "1/2"},
        {"1000000000000000e-15", "1"},
    });
}

TEST(ParseDecimal, ReadsFifteenDigitsHoweverManyZerosStandBeforeThem) {
    expect_readings({
        {"0.012345678901234", "6172839450617/500000000000000"},
        {"0.0123456789012345", "24691357802469/2000000000000000"},
        {"0.00125e-12", "1/800000000000000"},
        {"1.5e-15", "3/2000000000000000"},
    });
}

TEST(ParseDecimal, StopsAtTheEndsOfItsRange) {
    expect_readings({
        {"1000000000000", "1000000000000"},
        {"-1e12", "-1000000000000"},
        {"1000000000000.1", "out of range"},
        {"-1000000000001", "out of range"},
        {"9e12", "out of range"},
        {"1e13", "out of range"},
        {"1e999999", "out of range"},
        {"1e-15", "1/1000000000000000"},
        {"0.9e-15", "out of range"},
        {"-9.99e-16", "out of range"},
        {"1e-999999", "out of range"},
    });
}

TEST(ParseDecimal, ReadsVeryLongTextsOrRefusesThemWithoutHarm) {
    EXPECT_EQ(read(std::string(390, '0') + "5"), "5");
    EXPECT_EQ(read(std::string(401, '0')), "not a number");
    EXPECT_EQ(read(std::string(100'000, '9')), "not a number");
}

std::string fraction(std::string_view text) {
    const auto number = parse_fraction(text);
    return number ? number->to_fraction_text() : "none";
}

TEST(ParseFraction, ReadsWholeNumbersDecimalsAndFractions) {
    EXPECT_EQ(fraction("7"), "7");
    EXPECT_EQ(fraction("-0.25"), "-1/4");
    EXPECT_EQ(fraction("-3/4"), "-3/4");
    EXPECT_EQ(fraction("6/8"), "3/4");
    EXPECT_EQ(fraction("0/5"), "0");
    EXPECT_EQ(fraction("100000000000000000000/3"), "100000000000000000000/3");
}

TEST(ParseFraction, RefusesWhatIsNone) {
    for (const char* text : {"", "/", "1/", "/2", "1/0", "1/00", "a", "1/2/3", "1 / 2", "1/2.5",
                             "1/-", "nan", "1e999", "1/1e999"}) {
        EXPECT_EQ(fraction(text), "none") << text;
    }
    EXPECT_EQ(fraction("1/" + std::string(399, '9')), "none");
}

TEST(ParseFraction, ReadsAPlainNumberAsOneThatIsNot) {
    Random random(7);
    for (int i = 0; i < 2000; ++i) {
        const auto digits = static_cast<std::size_t>(random.between(1, 20));
        std::string plain = random.between(0, 1) == 0 ? "-" : "";
        for (std::size_t digit = 0; digit < digits; ++digit) {
            plain += static_cast<char>('0' + random.between(0, 9));
            plain += digit + 1 < digits && plain.find('.') == std::string::npos &&
                             random.between(0, 5) == 0
                         ? "."
                         : "";
        }
        EXPECT_EQ(parse_fraction(plain), parse_fraction(plain + "e0")) << plain;
        EXPECT_EQ(read(plain), read(plain + "e0")) << plain;
    }
}

TEST(ParseFraction, ReadsNumbersOnBothSidesOf64Bits) {
    EXPECT_EQ(parse_fraction("999999999999999999")->to_fraction_text(), "999999999999999999");
    EXPECT_EQ(parse_fraction("9999999999999999999")->to_fraction_text(), "9999999999999999999");
    EXPECT_EQ(parse_fraction("-0.0000000000000001")->to_fraction_text(), "-1/10000000000000000");
    EXPECT_EQ(parse_fraction("-0.00000000000000000001")->to_fraction_text(),
              "-1/100000000000000000000");
    EXPECT_EQ(parse_fraction("1e25")->to_fraction_text(), "10000000000000000000000000");
}

TEST(ParseFraction, ReadsBackWhatFractionsAreWrittenAs) {
    Random random(5);
    Rational number(1);
    for (int round = 0; round < 200; ++round) {
        number = number * Rational(random.between(-9, 9) * 2 + 1, random.between(1, 9)) +
                 Rational(random.between(-5, 5), random.between(1, 99));
        const std::string text = number.to_fraction_text();
        if (text.size() > 400) {
            break;
        }
        ASSERT_EQ(fraction(text), text);
    }
}

TEST(DecimalText, IsExactWhereItCanBe) {
    EXPECT_EQ(Rational(7).to_decimal_text(), "7");
    EXPECT_EQ(Rational(-7, 2).to_decimal_text(), "-3.5");
    EXPECT_EQ(Rational(1, 8).to_decimal_text(3), "0.125");
    EXPECT_EQ(Rational(100).to_decimal_text(2), "100");
    EXPECT_EQ(Rational(1, 1000000).to_decimal_text(), "0.000001");
    EXPECT_EQ(Rational(0).to_decimal_text(0), "0");
}

TEST(DecimalText, RoundsHalvesAwayFromZero) {
    EXPECT_EQ(Rational(1, 8).to_decimal_text(2), "0.13");
    EXPECT_EQ(Rational(-1, 8).to_decimal_text(2), "-0.13");
    EXPECT_EQ(Rational(5, 2).to_decimal_text(0), "3");
    EXPECT_EQ(Rational(-5, 2).to_decimal_text(0), "-3");
    EXPECT_EQ(Rational(1, 3).to_decimal_text(), "0.333333");
    EXPECT_EQ(Rational(2, 3).to_decimal_text(), "0.666667");
    EXPECT_EQ(Rational(-1, 3).to_decimal_text(1), "-0.3");
}

TEST(DecimalText, CarriesAcrossThePoint) {
    EXPECT_EQ(Rational(9999, 10000).to_decimal_text(3), "1");
    EXPECT_EQ(Rational(19995, 10000).to_decimal_text(3), "2");
    EXPECT_EQ(Rational(1095, 1000).to_decimal_text(2), "1.1");
}

TEST(DecimalText, ShowsNoMinusBeforeZero) {
    EXPECT_EQ(Rational(-1, 1000).to_decimal_text(2), "0");
    EXPECT_EQ(Rational(-5, 1000).to_decimal_text(2), "-0.01");
}

TEST(DecimalText, OfWideNumbersLosesNothing) {
    const Rational wide = Rational(std::numeric_limits<std::int64_t>::max()) * Rational(10);
    EXPECT_EQ((wide + Rational(1, 4)).to_decimal_text(), "92233720368547758070.25");
    EXPECT_EQ((-wide).to_decimal_text(0), "-92233720368547758070");
}

TEST(DecimalText, ReadsBackAsTheSameNumber) {
    Random random(6);
    for (int round = 0; round < 500; ++round) {
        const Rational number(random.between(-999'999'999, 999'999'999), 1'000'000);
        ASSERT_EQ(parse_decimal(number.to_decimal_text()).value, number);
    }
}

} // namespace
} // namespace unbracket
