#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/sheet/position_edit.hpp"
#include "unbracket/model/document.hpp"

#include <string>
#include <string_view>
#include <vector>

// The part of the public interface that turns cases into spreadsheets and back. A workbook has the
// positions of the parties, the statements and, line by line, the case file itself, so that it is a
// whole case; a table in CSV has the positions alone.

namespace unbracket {

inline constexpr std::string_view statements_name = "Statements";
inline constexpr std::string_view case_file_name = "Case file";
inline constexpr std::string_view read_me_name = "Read me";

/// A case that was changed in a spreadsheet.
struct SheetCase {
    std::string text; // as TOML, with the comments of the file it was made from where they can stay
    Node document;    // what the text holds
    std::vector<SheetChange> changes;
    std::vector<std::string> remarks; // sentences: what was left as it was, and why
};

/// Whether the name is that of a workbook.
bool is_workbook(std::string_view path);

/// A valid case as an XLSX workbook. `toml` is the text of its case file, `document` what it holds.
/// A problem for each value that is longer than a cell may be.
Result<std::string> case_workbook(const Node& document, std::string_view toml);

/// The bytes of a case file as they stand there; empty where it cannot be read.
std::string case_text(const std::string& path);

/// The positions of a valid case as comma-separated values.
std::string positions_csv(const Node& document);

/// What of a case is not among its positions, for people; empty where nothing is.
std::string beside_positions_text(const Node& document);

/// The case in a workbook: its case file, changed by what the other two sheets say otherwise. A
/// sheet that is not there changes nothing. Problems name the sheet and the cell.
Result<SheetCase> read_workbook_case(std::string_view bytes, const std::string& file);
Result<SheetCase> open_workbook_case(const std::string& path);

/// A case file, changed by what a workbook or a table of positions in CSV says otherwise. The
/// workbook's own case file is not looked at. Files of other programs and workbooks may be the
/// case, too. The result is a valid case, or every problem is named.
Result<SheetCase> open_with_sheet(const std::string& case_path, const std::string& sheet_path);

/// The statements of a workbook, as tables with the keys of a [[said]].
Result<std::vector<Node>> open_workbook_statements(const std::string& path);

} // namespace unbracket
