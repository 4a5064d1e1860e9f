#include "unbracket/io/sheet/xlsx_writer.hpp"

#include "unbracket/io/sheet/xlsx_text.hpp"
#include "unbracket/io/sheet/zip_archive.hpp"

#include <string_view>

// The least that spreadsheets open: a list of parts, a list of sheets, formats of cells, and a part
// for each sheet with its texts in place. Office Open XML is ECMA-376, part 1.

namespace unbracket {

namespace {

constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view packages = "http://schemas.openxmlformats.org/package/2006/";
constexpr std::string_view office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view spreadsheet =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view sheet_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.";

// Formats of cells, by their place in styles.xml.
constexpr std::string_view text_format = "1";
constexpr std::string_view heading_format = "2";

std::string quoted_attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + xlsx_escaped(value) + "\"";
}

std::string sheet_file(std::size_t position) {
    return "worksheets/sheet" + std::to_string(position + 1) + ".xml";
}

std::string content_types(std::size_t sheets) {
    std::string text(declaration);
    text += "<Types" + quoted_attribute("xmlns", std::string(packages) + "content-types") + ">";
    text += "<Default Extension=\"rels\" "
            "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>";
    text += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
    const auto add = [&](const std::string& part, std::string_view type) {
        text += "<Override" + quoted_attribute("PartName", "/xl/" + part) +
                quoted_attribute("ContentType", std::string(sheet_type) + std::string(type)) + "/>";
    };
    add("workbook.xml", "sheet.main+xml");
    add("styles.xml", "styles+xml");
    for (std::size_t i = 0; i < sheets; ++i) {
        add(sheet_file(i), "worksheet+xml");
    }
    return text + "</Types>\n";
}

std::string relationship(std::size_t id, std::string_view type, std::string_view target) {
    return "<Relationship" + quoted_attribute("Id", "rId" + std::to_string(id)) +
           quoted_attribute("Type", std::string(office) + "/" + std::string(type)) +
           quoted_attribute("Target", target) + "/>";
}

std::string relationships(const std::string& inner) {
    return std::string(declaration) + "<Relationships" +
           quoted_attribute("xmlns", std::string(packages) + "relationships") + ">" + inner +
           "</Relationships>\n";
}

std::string workbook_relationships(std::size_t sheets) {
    std::string inner;
    for (std::size_t i = 0; i < sheets; ++i) {
        inner += relationship(i + 1, "worksheet", sheet_file(i));
    }
    return relationships(inner + relationship(sheets + 1, "styles", "styles.xml"));
}

std::string sheet_list(const Workbook& workbook) {
    std::string text(declaration);
    text += "<workbook" + quoted_attribute("xmlns", spreadsheet) +
            quoted_attribute("xmlns:r", office) + "><sheets>";
    for (std::size_t i = 0; i < workbook.size(); ++i) {
        text += "<sheet" + quoted_attribute("name", workbook[i].name) +
                quoted_attribute("sheetId", std::to_string(i + 1)) +
                quoted_attribute("r:id", "rId" + std::to_string(i + 1)) + "/>";
    }
    return text + "</sheets></workbook>\n";
}

std::string styles() {
    std::string text(declaration);
    text += "<styleSheet" + quoted_attribute("xmlns", spreadsheet) + ">";
    text += "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>";
    text += "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            "<fill><patternFill patternType=\"gray125\"/></fill></fills>";
    text += "<borders count=\"1\"><border/></borders>";
    text += "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
            "borderId=\"0\"/></cellStyleXfs>";
    text += "<cellXfs count=\"3\">"
            "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
            "applyNumberFormat=\"1\"/>"
            "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
            "applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs>";
    text += "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
            "</cellStyles>";
    return text + "</styleSheet>\n";
}

std::string cell_text(const SheetCell& cell, const std::string& address, bool is_heading) {
    const std::string start = "<c" + quoted_attribute("r", address);
    if (cell.kind == CellKind::number) {
        return start + "><v>" + xlsx_escaped(cell.text) + "</v></c>";
    }
    const std::string format = quoted_attribute("s", is_heading ? heading_format : text_format);
    if (cell.text.empty()) {
        return start + format + "/>";
    }
    return start + format + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" +
           xlsx_escaped(cell.text) + "</t></is></c>";
}

/// The first row stays in sight, and so do some columns.
std::string sheet_view(const SheetLook& look) {
    const std::string columns = std::to_string(look.frozen_columns);
    return "<sheetViews><sheetView workbookViewId=\"0\"><pane" +
           quoted_attribute("xSplit", columns) + " ySplit=\"1\"" +
           quoted_attribute("topLeftCell", cell_address(2, look.frozen_columns + 1)) +
           " activePane=\"bottomRight\" state=\"frozen\"/></sheetView></sheetViews>";
}

std::string column_widths(const SheetLook& look) {
    std::string text;
    for (std::size_t i = 0; i < look.widths.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        text += "<col" + quoted_attribute("min", number) + quoted_attribute("max", number) +
                quoted_attribute("width", std::to_string(look.widths[i])) + " customWidth=\"1\"/>";
    }
    return text.empty() ? text : "<cols>" + text + "</cols>";
}

std::string sheet_part(const Sheet& sheet) {
    std::string text(declaration);
    text += "<worksheet" + quoted_attribute("xmlns", spreadsheet) + ">";
    text += sheet.look.frozen_columns > 0 ? sheet_view(sheet.look) : "";
    text += column_widths(sheet.look) + "<sheetData>\n";
    for (const SheetRow& row : sheet.rows) {
        text += "<row" + quoted_attribute("r", std::to_string(row.number)) + ">";
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            text +=
                cell_text(row.cells[i], cell_address(row.number, static_cast<std::uint32_t>(i + 1)),
                          row.number == 1 && sheet.look.frozen_columns > 0);
        }
        text += "</row>\n";
    }
    return text + "</sheetData></worksheet>\n";
}

} // namespace

std::string write_xlsx(const Workbook& workbook) {
    std::vector<ZipPart> parts = {
        {"[Content_Types].xml", content_types(workbook.size())},
        {"_rels/.rels", relationships(relationship(1, "officeDocument", "xl/workbook.xml"))},
        {"xl/workbook.xml", sheet_list(workbook)},
        {"xl/_rels/workbook.xml.rels", workbook_relationships(workbook.size())},
        {"xl/styles.xml", styles()},
    };
    for (std::size_t i = 0; i < workbook.size(); ++i) {
        parts.push_back({"xl/" + sheet_file(i), sheet_part(workbook[i])});
    }
    return write_zip(parts);
}

} // namespace unbracket
