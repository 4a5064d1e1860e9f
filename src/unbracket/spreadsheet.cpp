#include "unbracket/spreadsheet.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/file.hpp"
#include "unbracket/io/sheet/position_sheet.hpp"
#include "unbracket/io/sheet/sheet_csv.hpp"
#include "unbracket/io/sheet/xlsx_reader.hpp"
#include "unbracket/io/sheet/xlsx_writer.hpp"
#include "unbracket/io/toml_patch.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/io/toml_writer.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/statement_sheet.hpp"
#include "unbracket/unbracket.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace unbracket {

namespace {

/// What spreadsheets hold in a cell at most, in letters; bytes are at least as many.
constexpr std::size_t longest_cell = 32'767;
constexpr std::size_t longest_piece = 30'000;

constexpr std::array read_me = {
    "A case of unbracket. `unbracket check FILE.xlsx` answers from it; `unbracket convert "
    "FILE.xlsx "
    "case.toml` makes a case file of it again.",
    "Positions: what each party makes of each option, a column for each party. Words (ideal, "
    "acceptable, tolerable, bad, open, redline), numbers, ranges such as [60, 80], fractions such "
    "as 1/3. An empty cell is unknown.",
    "Rows in parentheses are no options: (weight), (order), the knots of a curve and its red line, "
    "and at the end what each party has without agreement.",
    "Rows and columns may be moved. A row or column that is not there changes nothing. A new row "
    "with an id under `option` and a text under `title` is a new option.",
    "Numbers have a point: 12.5. Cells are formatted as text, so that 10-12 stays 10-12; a date, a "
    "formula or a percentage is refused with its cell.",
    "Statements: who said what, a row each; a row without id is a new one.",
    "Case file: the case as a text, with what is in no table. What Positions and Statements say "
    "otherwise replaces what stands there.",
};

std::vector<std::string_view> lines_of(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::vector<std::string_view> lines;
    text.remove_prefix(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// A line in pieces that cells hold, cut between letters.
std::vector<SheetCell> pieces_of(std::string_view line) {
    std::vector<SheetCell> cells;
    while (!line.empty()) {
        std::size_t length = std::min(line.size(), longest_piece);
        while (length < line.size() &&
               (static_cast<unsigned char>(line[length]) & 0xC0U) == 0x80U) {
            --length;
        }
        cells.push_back({std::string(line.substr(0, length)), CellKind::text});
        line.remove_prefix(length);
    }
    return cells;
}

Sheet sheet_of_lines(std::string_view name, const std::vector<std::string_view>& lines) {
    Sheet sheet{std::string(name), {}, {}, {{100}, 0}};
    for (const std::string_view line : lines) {
        const auto number = static_cast<std::uint32_t>(sheet.rows.size() + 1);
        sheet.rows.push_back({number, pieces_of(line)});
    }
    return sheet;
}

/// The inverse; a problem for each cell that is no text.
Result<std::string> lines_of_sheet(const Sheet& sheet) {
    Diagnostics problems;
    std::string text;
    std::uint32_t line = 1;
    for (const SheetRow& row : sheet.rows) {
        for (; line < row.number; ++line) {
            text += '\n';
        }
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            Diagnostic problem = unusable_cell(row.cells[i], place_of(sheet, row, i));
            if (!problem.what.empty()) {
                problems.push_back(std::move(problem));
            }
            text += row.cells[i].text;
        }
    }
    return problems.empty() ? Result<std::string>(text + "\n") : problems;
}

Diagnostics problems_of_long_cells(const Sheet& sheet) {
    Diagnostics problems;
    for (const SheetRow& row : sheet.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].text.size() > longest_cell) {
                problems.push_back(
                    {{},
                     "cell " + cell_address(row.number, static_cast<std::uint32_t>(i + 1)) +
                         " of the sheet " + sheet.name + " would hold more than 32767 letters",
                     "spreadsheets hold no more; shorten the text that begins " +
                         unbracket::quoted(row.cells[i].text.substr(0, 40))});
            }
        }
    }
    return problems;
}

const Sheet* sheet_named(const Workbook& workbook, std::string_view name) {
    const auto found = std::find_if(workbook.begin(), workbook.end(),
                                    [&](const Sheet& sheet) { return sheet.name == name; });
    return found == workbook.end() ? nullptr : &*found;
}

struct BaseCase {
    std::string text; // as TOML
    Node document;
};

std::string sentence_of_left_out(const std::vector<std::string>& names) {
    constexpr std::size_t most_named = 5;
    std::string text = "Not in the table, and left as it was: ";
    for (std::size_t i = 0; i < std::min(names.size(), most_named); ++i) {
        text += (i == 0 ? "" : ", ") + names[i];
    }
    if (names.size() > most_named) {
        text += " and " + std::to_string(names.size() - most_named) + " more";
    }
    return text + ".";
}

/// The statements that no longer support or suggest what they did, as their entries have new
/// values.
std::string ids_without_support(const Node& before, const Node& after) {
    std::string ids;
    const auto old_said = elements_of(before, "said");
    const auto new_said = elements_of(after, "said");
    for (std::size_t i = 0; i < std::min(old_said.size(), new_said.size()); ++i) {
        for (const char* key : {"supports", "suggests"}) {
            const Node* own = old_said[i].find(key);
            const Node* left = new_said[i].find(key);
            if (own != nullptr && (left == nullptr || !own->same_content(*left))) {
                ids += (ids.empty() ? "" : ", ") + text_of(old_said[i], "id");
                break;
            }
        }
    }
    return ids;
}

/// The edited case as a text that keeps the comments of the base where its layout allows that.
Result<SheetCase> finished(const BaseCase& base, EditedDocument edited) {
    const Result<Case> bound = bind_case(edited.document);
    if (!bound) {
        return bound.problems();
    }
    SheetCase result{base.text, std::move(edited.document), std::move(edited.changes), {}};
    if (!edited.left_out.empty()) {
        result.remarks.push_back(sentence_of_left_out(edited.left_out));
    }
    if (result.document.same_content(base.document)) {
        result.document = base.document;
        return result;
    }
    const Result<std::string> patched = patched_toml(base.text, base.document, result.document);
    result.text = patched ? patched.value() : write_toml(result.document);
    Result<Node> again = read_toml(result.text, base.document.at.file);
    if (!again) {
        return again.problems();
    }
    result.document = std::move(again).value();
    if (!patched) {
        result.remarks.emplace_back("The file is laid out in a way that cannot be changed in "
                                    "place: comments are not kept.");
    }
    return result;
}

/// What is wrong with a base case, before anything of a spreadsheet is looked at.
Diagnostics problems_of(const Node& document) {
    return bind_case(document).problems();
}

Result<SheetCase> with_sheets(const BaseCase& base, const Sheet* positions,
                              const Sheet* statements) {
    if (Diagnostics problems = problems_of(base.document); !problems.empty()) {
        return problems;
    }
    Result<EditedDocument> edited =
        positions == nullptr ? Result<EditedDocument>(EditedDocument{base.document, {}, {}})
                             : with_positions(base.document, *positions);
    const std::string unsupported =
        edited ? ids_without_support(base.document, edited.value().document) : std::string();
    if (edited && statements != nullptr) {
        edited = with_statement_sheet(base.document, std::move(edited).value(), *statements);
    }
    Result<SheetCase> result =
        edited ? finished(base, std::move(edited).value()) : Result<SheetCase>(edited.problems());
    if (result && !unsupported.empty()) {
        result.value().remarks.push_back(
            "What was said of the old values no longer stands under the "
            "new ones: " +
            unsupported + ".");
    }
    return result;
}

/// A sheet that is not there while one stands there that nobody asked for: it may be the same under
/// another name, and what was edited there would be lost.
Diagnostics renamed_sheets(const Workbook& workbook, const std::string& file) {
    if (sheet_named(workbook, positions_name) != nullptr &&
        sheet_named(workbook, statements_name) != nullptr) {
        return {};
    }
    constexpr std::array known = {positions_name, statements_name, case_file_name, read_me_name};
    Diagnostics problems;
    for (const Sheet& sheet : workbook) {
        if (std::find(known.begin(), known.end(), sheet.name) == known.end()) {
            problems.push_back({{file},
                                "the sheet " + unbracket::quoted(std::string_view(sheet.name)) +
                                    " is not read, and one of `Positions` and `Statements` is "
                                    "missing",
                                "give the sheet that is meant its name again, or take out the "
                                "other"});
        }
    }
    return problems;
}

/// A remark where the workbook holds the case file otherwise than the base: only tables are read.
std::string remark_on_case_file(const BaseCase& base, const Workbook& workbook) {
    const Sheet* lines = sheet_named(workbook, case_file_name);
    if (lines == nullptr) {
        return "";
    }
    const Result<std::string> text = lines_of_sheet(*lines);
    const Result<Node> document = text ? read_toml(text.value(), lines->name) : text.problems();
    return document && document.value().same_content(base.document)
               ? ""
               : "The sheet `Case file` differs from the case and was not read: here only "
                 "`Positions` and `Statements` are. A whole workbook is read as a case by its "
                 "name.";
}

Result<SheetCase> with_sheets(const BaseCase& base, const Workbook& workbook,
                              const std::string& file) {
    const Sheet* positions = sheet_named(workbook, positions_name);
    const Sheet* statements = sheet_named(workbook, statements_name);
    if (positions == nullptr && statements == nullptr) {
        return Diagnostic{{file},
                          "no sheet is called `Positions` or `Statements`",
                          "rename the sheet that is meant, or save it as .csv"};
    }
    if (Diagnostics renamed = renamed_sheets(workbook, file); !renamed.empty()) {
        return renamed;
    }
    Result<SheetCase> result = with_sheets(base, positions, statements);
    if (const std::string remark = remark_on_case_file(base, workbook); result && !remark.empty()) {
        result.value().remarks.push_back(remark);
    }
    return result;
}

Result<Workbook> open_workbook(const std::string& path) {
    const Result<std::string> bytes = read_file(path);
    return bytes ? read_xlsx(bytes.value(), path) : Result<Workbook>(bytes.problems());
}

/// The case in a file, with its text as it stands there where that is TOML.
Result<BaseCase> open_base(const std::string& path) {
    if (is_workbook(path)) {
        Result<SheetCase> read = open_workbook_case(path);
        return read ? BaseCase{std::move(read.value().text), std::move(read.value().document)}
                    : Result<BaseCase>(read.problems());
    }
    if (!path.ends_with(".toml")) {
        const Result<Node> document = open_document({path});
        if (!document) {
            return document.problems();
        }
        std::string text = write_toml(document.value());
        Result<Node> again = read_toml(text, path);
        return again ? BaseCase{std::move(text), std::move(again).value()}
                     : Result<BaseCase>(again.problems());
    }
    const Result<std::string> bytes = read_file(path);
    if (!bytes) {
        return bytes.problems();
    }
    Result<Node> document = read_toml(bytes.value(), path);
    return document ? BaseCase{bytes.value(), std::move(document).value()}
                    : Result<BaseCase>(document.problems());
}

} // namespace

bool is_workbook(std::string_view path) {
    return path.ends_with(".xlsx");
}

Result<std::string> case_workbook(const Node& document, std::string_view toml) {
    std::vector<std::string_view> explanation(read_me.begin(), read_me.end());
    const Workbook workbook = {position_sheet(document), statement_sheet(document),
                               sheet_of_lines(case_file_name, lines_of(toml)),
                               sheet_of_lines(read_me_name, explanation)};
    Diagnostics problems = problems_of_long_cells(workbook[0]);
    const Diagnostics others = problems_of_long_cells(workbook[1]);
    problems.insert(problems.end(), others.begin(), others.end());
    return problems.empty() ? Result<std::string>(write_xlsx(workbook)) : problems;
}

std::string case_text(const std::string& path) {
    const Result<std::string> bytes = read_file(path);
    return bytes ? bytes.value() : std::string();
}

std::string positions_csv(const Node& document) {
    return write_sheet_csv(position_sheet(document));
}

std::string beside_positions_text(const Node& document) {
    std::string text;
    for (const std::string& phrase : beside_positions(document)) {
        text += (text.empty() ? "" : ", ") + phrase;
    }
    return text;
}

Result<SheetCase> read_workbook_case(std::string_view bytes, const std::string& file) {
    const Result<Workbook> workbook = read_xlsx(bytes, file);
    if (!workbook) {
        return workbook.problems();
    }
    const Sheet* lines = sheet_named(workbook.value(), case_file_name);
    if (lines == nullptr) {
        return Diagnostic{{file},
                          "no sheet is called `Case file`, so this is no whole case",
                          "name the case file, and this file behind `convert --positions`"};
    }
    Result<std::string> text = lines_of_sheet(*lines);
    if (!text) {
        return text.problems();
    }
    Result<Node> document = read_toml(text.value(), file + ", sheet " + lines->name);
    if (!document) {
        return document.problems();
    }
    if (Diagnostics renamed = renamed_sheets(workbook.value(), file); !renamed.empty()) {
        return renamed;
    }
    const BaseCase base{std::move(text).value(), std::move(document).value()};
    return with_sheets(base, sheet_named(workbook.value(), positions_name),
                       sheet_named(workbook.value(), statements_name));
}

Result<SheetCase> open_workbook_case(const std::string& path) {
    const Result<std::string> bytes = read_file(path);
    return bytes ? read_workbook_case(bytes.value(), path) : Result<SheetCase>(bytes.problems());
}

Result<SheetCase> open_with_sheet(const std::string& case_path, const std::string& sheet_path) {
    const Result<BaseCase> base = open_base(case_path);
    if (!base) {
        return base.problems();
    }
    if (is_workbook(sheet_path)) {
        const Result<Workbook> workbook = open_workbook(sheet_path);
        return workbook ? with_sheets(base.value(), workbook.value(), sheet_path)
                        : Result<SheetCase>(workbook.problems());
    }
    const Result<std::string> bytes = read_file(sheet_path);
    if (!bytes) {
        return bytes.problems();
    }
    const Result<Sheet> sheet = read_sheet_csv(bytes.value(), sheet_path);
    return sheet ? with_sheets(base.value(), &sheet.value(), nullptr)
                 : Result<SheetCase>(sheet.problems());
}

Result<std::vector<Node>> open_workbook_statements(const std::string& path) {
    const Result<Workbook> workbook = open_workbook(path);
    if (!workbook) {
        return workbook.problems();
    }
    const Sheet* sheet = sheet_named(workbook.value(), statements_name);
    if (sheet == nullptr) {
        return Diagnostic{
            {path}, "no sheet is called `Statements`", "rename the sheet that is meant"};
    }
    return statements_of_sheet(*sheet);
}

} // namespace unbracket
