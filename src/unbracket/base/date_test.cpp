#include "unbracket/base/date.hpp"

#include <gtest/gtest.h>

#include <array>

namespace unbracket {
namespace {

TEST(Date, IsReadAndWrittenInOneForm) {
    const auto date = parse_date("2026-03-01");
    ASSERT_TRUE(date.has_value());
    EXPECT_EQ(*date, (Date{2026, 3, 1}));
    EXPECT_EQ(to_iso(*date), "2026-03-01");
    EXPECT_EQ(to_reading_text(*date), "1 Mar 2026");
}

TEST(Date, PadsYearsOfTheFirstMillennium) {
    EXPECT_EQ(to_iso({7, 11, 5}), "0007-11-05");
    EXPECT_EQ(to_reading_text({7, 11, 5}), "5 Nov 7");
    EXPECT_EQ(parse_date("0007-11-05"), (Date{7, 11, 5}));
}

TEST(Date, RefusesEveryOtherSpelling) {
    for (const char* text :
         {"", "2026", "2026-03", "2026-3-1", "2026-03-1", "26-03-01", "2026/03/01", "2026-03-01 ",
          " 2026-03-01", "2026-03-01T00:00:00", "20260301", "2026-0a-01", "2026-03-+1",
          "-026-03-01", "2026--3-01", "2026-03-0x", "1 Mar 2026", "2026_03_01"}) {
        EXPECT_EQ(parse_date(text), std::nullopt) << text;
    }
}

TEST(Date, KnowsTheFirstAndTheLastDay) {
    EXPECT_TRUE(parse_date("0001-01-01").has_value());
    EXPECT_TRUE(parse_date("9999-12-31").has_value());
    EXPECT_FALSE(parse_date("0000-12-31").has_value());
}

TEST(Date, KnowsHowLongEachMonthIs) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month) {
        const int last = days[static_cast<std::size_t>(month - 1)];
        EXPECT_TRUE(parse_date(to_iso({2027, month, last})).has_value()) << month;
        EXPECT_FALSE(parse_date(to_iso({2027, month, last + 1})).has_value()) << month;
    }
    EXPECT_FALSE(parse_date("2027-01-00").has_value());
    EXPECT_FALSE(parse_date("2027-00-10").has_value());
    EXPECT_FALSE(parse_date("2027-13-01").has_value());
}

TEST(Date, KnowsLeapYearsOfTheGregorianCalendar) {
    EXPECT_TRUE(parse_date("2028-02-29").has_value());
    EXPECT_FALSE(parse_date("2027-02-29").has_value());
    EXPECT_TRUE(parse_date("2000-02-29").has_value());
    EXPECT_FALSE(parse_date("1900-02-29").has_value());
    EXPECT_TRUE(parse_date("0004-02-29").has_value());
    EXPECT_FALSE(parse_date("2028-02-30").has_value());
}

TEST(Date, ComparesByYearThenMonthThenDay) {
    EXPECT_LT((Date{2026, 12, 31}), (Date{2027, 1, 1}));
    EXPECT_LT((Date{2026, 2, 28}), (Date{2026, 3, 1}));
    EXPECT_LT((Date{2026, 3, 1}), (Date{2026, 3, 2}));
    EXPECT_EQ((Date{2026, 3, 1}), (Date{2026, 3, 1}));
}

TEST(Date, NamesEveryMonth) {
    std::string names;
    for (int month = 1; month <= 12; ++month) {
        names += to_reading_text({2026, month, 9}).substr(2, 4);
    }
    EXPECT_EQ(names, "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec ");
}

TEST(Date, ReadsBackEveryDayOfFourCenturies) {
    int days = 0;
    for (int year = 1801; year <= 2200; ++year) {
        for (int month_and_day = 0; month_and_day < 12 * 31; ++month_and_day) {
            const Date date{year, month_and_day / 31 + 1, month_and_day % 31 + 1};
            const auto read = parse_date(to_iso(date));
            days += read ? 1 : 0;
            EXPECT_TRUE(!read || *read == date);
        }
    }
    EXPECT_EQ(days, 146'097); // in every 400 years
}

} // namespace
} // namespace unbracket
