#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/sheet/sheet.hpp"

#include <string>
#include <string_view>

namespace unbracket {

/// Reads the cells of an XLSX workbook (ECMA-376), sheet by sheet. Texts come as they stand,
/// formatted runs joined; numbers as the decimals that were typed (xlsx_number()). What looks like
/// a number and is not one, by its format or as a formula, says so in its kind: nothing is
/// computed, and what a formula last showed is not believed.
///
/// Refused, with the file and where it can be the sheet and the cell: what read_zip() refuses, what
/// parse_xml_part() refuses, no list of sheets, rows or cells out of order, a text or format that
/// there is not, and more bytes, sheets, rows, columns or cells than the limits allow. Time and
/// space are linear in the bytes unpacked; never throws.
Result<Workbook> read_xlsx(std::string_view bytes, const std::string& file,
                           const SheetLimits& limits = {});

} // namespace unbracket
