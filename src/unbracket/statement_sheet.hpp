#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/sheet/position_edit.hpp"
#include "unbracket/io/sheet/sheet.hpp"
#include "unbracket/model/document.hpp"

#include <vector>

namespace unbracket {

/// All statements of a document as a sheet of a workbook: a row each, a column for each key of a
/// [[said]].
Sheet statement_sheet(const Node& document);

/// The statements of such a sheet, as tables with the keys of a [[said]]. Columns may stand in any
/// order and be left out; a day in the column `date` may be a date of the spreadsheet.
Result<std::vector<Node>> statements_of_sheet(const Sheet& sheet);

/// Makes `edited`, a changed copy of `before`, say what the sheet says of statements otherwise than
/// `before`: a row of a known id changes the fields that differ, one without an id or with another
/// adds a statement. Fields without a column and statements without a row stay; the latter are
/// among what is left out.
Result<EditedDocument> with_statement_sheet(const Node& before, EditedDocument edited,
                                            const Sheet& sheet);

} // namespace unbracket
