#pragma once

#include "unbracket/base/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// What a spreadsheet takes a cell for. `number`: the digits are in the text, exactly. `date`: the
/// text is the day as 2026-03-01. `formula`, `percent`, `time` and `mistake` (such as #REF!) cannot
/// be taken over; the text says what the cell shows or holds.
enum class CellKind { text, number, boolean, date, time, percent, formula, mistake };

struct SheetCell {
    std::string text;
    CellKind kind = CellKind::text;
};

/// One row that holds something; its cells begin at column A.
struct SheetRow {
    std::uint32_t number = 0; // from 1, as spreadsheets count
    std::vector<SheetCell> cells;
};

/// How a sheet is shown when it is written; nothing is read of it.
struct SheetLook {
    std::vector<std::uint32_t> widths; // of columns, in characters
    std::uint32_t frozen_columns =
        0; // stay in sight, and so does the first row where there are any
};

/// A table of a spreadsheet. `place` is the file and the sheet, as sheet_place() makes it.
struct Sheet {
    std::string name;
    std::string place;
    std::vector<SheetRow> rows; // by number, rising
    SheetLook look;
};

using Workbook = std::vector<Sheet>;

/// What a reader of spreadsheets accepts at most.
struct SheetLimits {
    std::size_t bytes = 16U << 20U;    // of the file
    std::size_t unpacked = 32U << 20U; // of all parts of a workbook together
    std::size_t sheets = 64;
    std::size_t cells = 1'000'000; // of all sheets, empty ones on the way to the last included
    std::uint32_t rows = 1'048'576;
    std::uint32_t columns = 16'384;
    std::size_t depth = 32; // of elements inside each other
};

/// `C7` of column 3, row 7.
std::string cell_address(std::uint32_t row, std::uint32_t column);

/// The file part of a SourcePosition inside a sheet: `talks.xlsx, sheet Positions, cell`. In such a
/// position `line` is the row and `column` the column, and to_string() writes the cell's address.
std::string sheet_place(const std::string& file, std::string_view sheet);

/// A cell of a row, counted from 0; an empty one beyond its end.
const SheetCell& cell_at(const SheetRow& row, std::size_t column);

SourcePosition place_of(const Sheet& sheet, const SheetRow& row, std::size_t column);

/// What keeps a cell from being taken over, whatever it is for; empty where nothing does.
Diagnostic unusable_cell(const SheetCell& cell, const SourcePosition& at);

/// Whether the cell holds something other than blanks.
bool is_filled(const SheetCell& cell);

/// The text without blanks at its ends, those that do not break a line included.
std::string_view bare_text(std::string_view text);

/// Whether a text comes back from a spreadsheet as the other one: blanks at the ends do not count,
/// and a line end is one however it is written.
bool same_in_cells(std::string_view one, std::string_view other);

} // namespace unbracket
