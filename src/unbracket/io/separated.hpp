#pragma once

#include "unbracket/io/csv.hpp"

#include <string>

namespace unbracket {

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
