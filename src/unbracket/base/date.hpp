#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace unbracket {

/// A calendar day of the proleptic Gregorian calendar, years 1 to 9999.
struct Date {
    int year = 1;
    int month = 1;
    int day = 1;

    friend auto operator<=>(const Date&, const Date&) = default;
};

/// Reads `YYYY-MM-DD`; nothing for any other text or a day that does not exist.
std::optional<Date> parse_date(std::string_view text);

/// `2026-03-01`
std::string to_iso(const Date& date);

/// `1 Mar 2026`
std::string to_reading_text(const Date& date);

} // namespace unbracket
