#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/sheet/sheet.hpp"

#include <string>
#include <string_view>

namespace unbracket {

/// A table in comma-separated values (RFC 4180). A text that a spreadsheet would take for a formula
/// begins with an apostrophe, and so does one that begins with an apostrophe anyway. What kind a
/// cell is does not show.
std::string write_sheet_csv(const Sheet& sheet);

/// Reads such a table back, also with semicolons or tabs between the cells, as spreadsheets write
/// it where a comma is the decimal mark: the first of the three marks outside quotation marks in
/// the first line is the one; headings hold none of them. All cells are texts; the apostrophes are
/// taken away again. Refused as by read_csv(), with line and column.
Result<Sheet> read_sheet_csv(std::string_view bytes, const std::string& file,
                             const SheetLimits& limits = {});

} // namespace unbracket
