#pragma once

#include "unbracket/io/sheet/sheet.hpp"

#include <string>

namespace unbracket {

/// An XLSX workbook of these sheets, the first row of each a heading. Texts are cells formatted as
/// text, so that no spreadsheet makes a date or a formula of them, and so are empty cells of the
/// rows, for what is typed there; numbers are numbers, with the digits they have. A file for the
/// same sheets has the same bytes everywhere: it holds no time and is not packed.
///
/// Names of sheets have at most 31 letters; a text at most 32,767, which spreadsheets hold.
std::string write_xlsx(const Workbook& workbook);

} // namespace unbracket
