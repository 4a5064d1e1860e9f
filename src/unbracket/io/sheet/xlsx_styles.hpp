#pragma once

#include "unbracket/io/sheet/sheet.hpp"
#include "unbracket/io/sheet/xml_part.hpp"

#include <string_view>
#include <vector>

namespace unbracket {

/// What a number is under a format of numbers: `number`, `date`, `time` or `percent`. Known are the
/// built-in formats (ECMA-376 part 1, 18.8.30), in `code` those of a workbook's own.
CellKind kind_of_builtin_format(unsigned number);
CellKind kind_of_format_code(std::string_view code);

/// The kind of a number for each format of cells, in the order of the style sheet.
std::vector<CellKind> cell_format_kinds(const pugi::xml_node& style_sheet);

} // namespace unbracket
