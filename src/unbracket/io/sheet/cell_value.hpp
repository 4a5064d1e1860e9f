#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/sheet/sheet.hpp"
#include "unbracket/model/document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace unbracket {

/// A value of a case file as the text of a cell: numbers and words as they are, ranges as
/// `[60, 80]`, what holds more as TOML. `unknown` is an empty cell. A text that would be read as
/// something else stands in quotation marks.
SheetCell cell_of(const Node& value);

/// The inverse: value_of(cell_of(value)) is the value, with the cell's place, `unknown` excepted.
/// Nothing for an empty cell. Also read are `60..80` and fractions, `1/3`, as texts.
///
/// Refused: what unusable_cell() names, a formula also as a text; a decimal comma, since `12,5`
/// could be read as 125; digits with signs between them that a spreadsheet may have made a date of;
/// what begins like a list, a table or a text in quotation marks and is none; truth values.
Result<std::optional<Node>> value_of(const SheetCell& cell, const SourcePosition& at);

/// Whether two values, or their absence, say the same: an absent one says `unknown`.
bool says_same(const Node* one, const Node* other);

} // namespace unbracket
