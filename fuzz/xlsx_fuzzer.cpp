// Whatever bytes come in: the reader of workbooks neither crashes nor runs away, and says why it
// refuses. The cells it reads, the writer writes so that the same are read again. A workbook that
// is a case gives one that is valid and that its own text reads as.

#include "unbracket/io/sheet/xlsx_reader.hpp"
#include "unbracket/io/sheet/xlsx_writer.hpp"
#include "unbracket/io/sheet/zip_archive.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/spreadsheet.hpp"

#include "fuzz/demand.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using unbracket::CellKind;
using unbracket::Diagnostic;
using unbracket::Diagnostics;
using unbracket::Result;
using unbracket::SheetCase;
using unbracket::SheetLimits;
using unbracket::Workbook;
using unbracket::fuzzing::demand;

constexpr SheetLimits limits{.unpacked = 1U << 20U, .cells = 20'000};

void demand_reasons(const Diagnostics& problems) {
    for (const Diagnostic& problem : problems) {
        demand(!problem.what.empty(), "a refusal says what is wrong");
    }
}

/// Kinds that only a format or a formula tells are written as texts.
Workbook as_written(Workbook workbook) {
    for (unbracket::Sheet& sheet : workbook) {
        for (unbracket::SheetRow& row : sheet.rows) {
            for (unbracket::SheetCell& cell : row.cells) {
                cell.kind = cell.kind == CellKind::number ? cell.kind : CellKind::text;
            }
        }
    }
    return workbook;
}

bool same_cells(const unbracket::Sheet& one, const unbracket::Sheet& other) {
    bool is_same = true;
    std::size_t next = 0;
    for (const unbracket::SheetRow& row : one.rows) {
        bool is_empty = true;
        for (const unbracket::SheetCell& cell : row.cells) {
            is_empty = is_empty && cell.text.empty();
        }
        if (is_empty) {
            continue; // a row without texts is not kept
        }
        is_same = is_same && next < other.rows.size() && other.rows[next].number == row.number;
        for (std::size_t i = 0; is_same && i < row.cells.size(); ++i) {
            is_same = cell_at(other.rows[next], i).text == row.cells[i].text;
        }
        ++next;
    }
    return is_same && next == other.rows.size();
}

/// A workbook whose sheet is that text: the sums in an archive keep most changes from its parts.
std::string book_around(std::string_view sheet) {
    return unbracket::write_zip(
        {{"_rels/.rels",
          "<Relationships><r Type='/officeDocument' Target='w.xml'/></Relationships>"},
         {"w.xml", "<workbook><sheets><sheet name='Positions' id='1'/></sheets></workbook>"},
         {"_rels/w.xml.rels", "<Relationships><r Id='1' Type='/worksheet' Target='s.xml'/>"
                              "<r Id='2' Type='/styles' Target='s.xml'/>"
                              "<r Id='3' Type='/sharedStrings' Target='s.xml'/></Relationships>"},
         {"s.xml", std::string(sheet)}});
}

void try_bytes(std::string_view bytes) {
    const Result<Workbook> read = unbracket::read_xlsx(bytes, "fuzz.xlsx", limits);
    if (!read) {
        demand_reasons(read.problems());
        return;
    }
    const Workbook workbook = as_written(read.value());
    const Result<Workbook> again =
        unbracket::read_xlsx(unbracket::write_xlsx(workbook), "again.xlsx");
    demand(again.ok() && again.value().size() == workbook.size(), "what is written is read again");
    for (std::size_t i = 0; i < workbook.size(); ++i) {
        demand(same_cells(workbook[i], again.value()[i]), "the same cells come back");
    }
    const Result<SheetCase> found = unbracket::read_workbook_case(bytes, "fuzz.xlsx");
    if (!found) {
        demand_reasons(found.problems());
        return;
    }
    demand(unbracket::bind_case(found.value().document).ok(), "the case is valid");
    const Result<unbracket::Node> text = unbracket::read_toml(found.value().text, "again.toml");
    demand(text.ok() && text.value().same_content(found.value().document),
           "the text reads as the case");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try_bytes(bytes);
    if (bytes.starts_with('<')) {
        try_bytes(book_around(bytes));
    }
    return 0;
}
