#pragma once

#include <optional>
#include <string>
#include <string_view>

// How texts and numbers stand in the cells of an XLSX workbook.

namespace unbracket {

/// The text as content of an element: what XML takes for markup is escaped, and control characters,
/// which XML cannot hold, are written as _x0001_, as spreadsheets do; so is a text that looks so.
std::string xlsx_escaped(std::string_view text);

/// The inverse of the second half: _x0001_ becomes the character it stands for.
std::string xlsx_unescaped(std::string_view text);

/// The decimal that was typed, of a number as a workbook stores it. Spreadsheets compute with
/// binary floating point and write up to 17 digits, 33.299999999999997 for 33.3: where a decimal of
/// at most 15 digits is the same binary number, that one was typed. A number that needs more digits
/// comes back as it stands, to be refused as a number of a case. Nothing for what is no number.
std::optional<std::string> xlsx_number(std::string_view text);

/// The day of a serial number: 1 is 1 January 1900, or 0 is 1 January 1904. Nothing for a number
/// that is not whole or outside of 1 March 1900 to 31 December 9999.
std::optional<std::string> xlsx_date(std::string_view serial, bool counts_from_1904);

} // namespace unbracket
