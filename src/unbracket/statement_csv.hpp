#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/csv.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"

#include <string>
#include <string_view>
#include <vector>

// Statements as rows of a table, for spreadsheets: one column for each key of a [[said]], in the
// words of the case file.

namespace unbracket {

enum class FieldForm { text, date, list, judgement, flag };

/// One key of a [[said]]; `choices` where only some words are good.
struct StatementField {
    std::string key;
    FieldForm form = FieldForm::text;
    std::vector<std::string> choices;
};

/// All of them, in the order of the columns.
const std::vector<StatementField>& statement_fields();

/// The value of a field as it stands in a case file. Lists may be given as several texts or as one
/// with commas; a judgement as PARTY=TEXT.
Node field_value(const StatementField& field, const std::vector<std::string>& texts);

/// The inverse: the text from which field_value makes the same value again.
std::string field_text(const StatementField& field, const Node& value);

/// The statements of the document that exist in the case it was bound to, a row each, below a row
/// with the names of the columns. A cell that a spreadsheet would take for a formula begins with an
/// apostrophe, and so does one that begins with an apostrophe anyway.
std::string statements_csv(const Node& document, const Case& negotiation);

/// The statements of such a file, as tables with the keys of a [[said]], each at its place in the
/// file. Columns may stand in any order, and only `claim` must be there; empty cells and empty rows
/// count as left out. Problems name the cell.
Result<std::vector<Node>> statements_from_csv(std::string_view bytes, const std::string& file_name);

/// The same of rows that are read already.
Result<std::vector<Node>> statements_from_rows(const std::vector<CsvRow>& rows,
                                               const std::string& file_name);

} // namespace unbracket
