#include "unbracket/io/sheet/sheet_csv.hpp"

#include "unbracket/io/csv.hpp"

namespace unbracket {

std::string write_sheet_csv(const Sheet& sheet) {
    std::vector<std::vector<std::string>> rows;
    for (const SheetRow& row : sheet.rows) {
        rows.resize(row.number - 1); // rows between are empty
        std::vector<std::string>& texts = rows.emplace_back();
        for (const SheetCell& cell : row.cells) {
            const bool is_number = cell.kind == CellKind::number;
            texts.push_back(is_number ? cell.text : guarded_cell(cell.text));
        }
    }
    return write_csv(rows);
}

Result<Sheet> read_sheet_csv(std::string_view bytes, const std::string& file,
                             const SheetLimits& limits) {
    const Result<std::vector<CsvRow>> rows = read_separated(
        bytes, file, separator_of(bytes), {.bytes = limits.bytes, .nodes = limits.cells});
    if (!rows) {
        return rows.problems();
    }
    Sheet sheet{"", sheet_place(file, ""), {}, {}};
    for (const CsvRow& row : rows.value()) {
        const auto number = static_cast<std::uint32_t>(&row - rows.value().data() + 1);
        SheetRow& read = sheet.rows.emplace_back(SheetRow{number, {}});
        for (const CsvCell& cell : row) {
            read.cells.push_back({unguarded_cell(cell.text), CellKind::text});
        }
    }
    return sheet;
}

} // namespace unbracket
