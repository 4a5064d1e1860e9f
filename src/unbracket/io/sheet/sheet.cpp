#include "unbracket/io/sheet/sheet.hpp"

#include "unbracket/io/checked_text.hpp"

namespace unbracket {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

constexpr bool is_blank(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

std::string with_plain_line_ends(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_return = text[i] == '\r';
        plain += is_return ? '\n' : text[i];
        i += is_return && text.substr(i + 1).starts_with('\n') ? 1U : 0U;
    }
    return plain;
}

} // namespace

std::string cell_address(std::uint32_t row, std::uint32_t column) {
    const std::string text = to_string(SourcePosition{", cell", row, column});
    return text.substr(text.rfind(' ') + 1);
}

std::string sheet_place(const std::string& file, std::string_view sheet) {
    return sheet.empty() ? file + ", cell" : file + ", sheet " + std::string(sheet) + ", cell";
}

const SheetCell& cell_at(const SheetRow& row, std::size_t column) {
    static const SheetCell nothing;
    return column < row.cells.size() ? row.cells[column] : nothing;
}

SourcePosition place_of(const Sheet& sheet, const SheetRow& row, std::size_t column) {
    return {sheet.place, row.number, static_cast<std::uint32_t>(column + 1)};
}

Diagnostic unusable_cell(const SheetCell& cell, const SourcePosition& at) {
    switch (cell.kind) {
    case CellKind::text:
    case CellKind::number:
    case CellKind::boolean:
        break;
    case CellKind::date:
        return {at, "the cell holds a date (" + cell.text + ")",
                "a spreadsheet makes dates of texts such as 10-12: format the cell as text, then "
                "type it anew"};
    case CellKind::time:
        return {at, "the cell holds a time of day",
                "format the cell as text, then type it anew; a range is written [10, 12]"};
    case CellKind::percent:
        return {at, "the cell shows a percentage and holds " + cell.text,
                "format the cell as text, then type the number meant"};
    case CellKind::formula:
        return {at, "the cell holds a formula",
                "put its value there: copy the cell and paste the value alone"};
    case CellKind::mistake:
        return {at, "the cell holds the spreadsheet's error " + quoted(cell.text),
                "type what was meant, or empty the cell"};
    }
    return {};
}

bool is_filled(const SheetCell& cell) {
    return cell.kind == CellKind::formula || cell.kind == CellKind::mistake ||
           !bare_text(cell.text).empty();
}

std::string_view bare_text(std::string_view text) {
    while (!text.empty() && (is_blank(text.front()) || text.starts_with(no_break_space))) {
        text.remove_prefix(is_blank(text.front()) ? 1 : no_break_space.size());
    }
    while (!text.empty() && (is_blank(text.back()) || text.ends_with(no_break_space))) {
        text.remove_suffix(is_blank(text.back()) ? 1 : no_break_space.size());
    }
    return text;
}

bool same_in_cells(std::string_view one, std::string_view other) {
    return with_plain_line_ends(bare_text(one)) == with_plain_line_ends(bare_text(other));
}

} // namespace unbracket
