#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// One cell, with the place at which it begins.
struct CsvCell {
    std::string text;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};
using CsvRow = std::vector<CsvCell>;

/// Reads comma-separated values (RFC 4180) in UTF-8: cells in quotation marks may hold commas, line
/// ends and, doubled, quotation marks. A byte order mark is dropped; lines may end in LF, CR LF or
/// CR; blanks belong to the cell. A line with nothing on it is a row of one empty cell.
///
/// Refused with line, column and hint: whatever checked_text refuses, a quotation mark inside a
/// cell that does not begin with one, text behind the closing mark, a mark that is never closed,
/// and more cells than `limits.nodes`. Linear in time and space; never throws.
Result<std::vector<CsvRow>> read_csv(std::string_view bytes, const std::string& file_name,
                                     const DocumentLimits& limits = {});

/// Rows of texts as comma-separated values, lines ending in LF. read_csv reads the same texts back.
std::string write_csv(const std::vector<std::vector<std::string>>& rows);

/// As read_csv(), with another mark between the cells: a semicolon or a tab.
Result<std::vector<CsvRow>> read_separated(std::string_view bytes, const std::string& file_name,
                                           char mark, const DocumentLimits& limits = {});

/// The mark between the cells of a table whose headings hold none of them: the first comma,
/// semicolon or tab outside quotation marks in its first line; a comma where there is none.
/// Spreadsheets write semicolons where a comma is the decimal mark.
char separator_of(std::string_view bytes);

/// A text that spreadsheets would take for a formula (it begins with =, +, -, @, a tab or a
/// carriage return), or that begins with an apostrophe, with an apostrophe before it; any other as
/// it is.
std::string guarded_cell(std::string text);

/// The inverse.
std::string unguarded_cell(const std::string& text);

} // namespace unbracket
