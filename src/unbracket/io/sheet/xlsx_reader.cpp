#include "unbracket/io/sheet/xlsx_reader.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/sheet/xlsx_styles.hpp"
#include "unbracket/io/sheet/xlsx_text.hpp"
#include "unbracket/io/sheet/xml_part.hpp"
#include "unbracket/io/sheet/zip_archive.hpp"

#include <charconv>
#include <map>
#include <optional>
#include <utility>

// A workbook is an archive of parts in XML. `_rels/.rels` names the part with the list of sheets, a
// second file beside that one the parts of the sheets, of the texts that cells share, and of the
// formats. Everything else (themes, drawings, macros, links to other files) is not looked at.

namespace unbracket {

namespace {

using Parts = std::map<std::string, std::string>;

const std::string save_anew = "save it anew in the spreadsheet program, as .xlsx";

bool is_looked_at(std::string_view name) {
    const bool is_xml = name.ends_with(".xml") || name.ends_with(".rels");
    return is_xml && name.find("/theme/") == std::string_view::npos &&
           name.find("/drawings/") == std::string_view::npos;
}

std::string folder_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

/// `xl/_rels/workbook.xml.rels` of `xl/workbook.xml`.
std::string relationships_of(const std::string& part) {
    const std::string folder = folder_of(part);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

/// Row and column of `C7`.
std::optional<std::pair<std::uint32_t, std::uint32_t>> parsed_address(std::string_view text) {
    std::uint32_t column = 0;
    std::size_t at = 0;
    for (; at < text.size() && at < 4 && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
        column = column * 26 + static_cast<std::uint32_t>(text[at] - 'A' + 1);
    }
    std::uint32_t row = 0;
    const auto read = std::from_chars(text.data() + at, text.data() + text.size(), row);
    const bool is_whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return is_whole && column > 0 && row > 0 ? std::optional(std::pair(row, column)) : std::nullopt;
}

class XlsxReader {
public:
    XlsxReader(const Parts& parts, const std::string& file, const SheetLimits& limits)
        : parts_(parts), file_(file), limits_(limits) {}

    Result<Workbook> read() {
        Workbook workbook;
        const std::string list = list_of_sheets();
        if (!problem_) {
            read_shared(list);
        }
        pugi::xml_document document;
        if (!problem_ && parse(document, list)) {
            const pugi::xml_node root = inner_element(document, "workbook");
            const std::string_view epoch =
                attribute_of(inner_element(root, "workbookPr"), "date1904");
            counts_from_1904_ = epoch == "1" || epoch == "true";
            for (const pugi::xml_node& entry : inner_element(root, "sheets").children()) {
                if (!problem_) {
                    Sheet& sheet = workbook.emplace_back();
                    read_sheet(entry, sheet, workbook.size());
                }
            }
        }
        if (!problem_ && workbook.empty()) {
            refuse("the workbook has no sheet", save_anew);
        }
        return problem_ ? Result<Workbook>(*problem_) : Result<Workbook>(std::move(workbook));
    }

private:
    bool refuse(const SourcePosition& at, std::string what, std::string hint) {
        if (!problem_) {
            problem_ = Diagnostic{at, std::move(what), std::move(hint)};
        }
        return false;
    }
    bool refuse(std::string what, std::string hint) {
        return refuse({file_}, std::move(what), std::move(hint));
    }

    bool parse(pugi::xml_document& document, const std::string& part) {
        const auto found = parts_.find(part);
        if (found == parts_.end()) {
            return refuse("the archive has no part " + quoted(part), save_anew);
        }
        problem_ = parse_xml_part(document, found->second, file_ + ", part " + part, limits_);
        return !problem_;
    }

    /// The part with the list of sheets.
    std::string list_of_sheets() {
        pugi::xml_document document;
        if (!parse(document, "_rels/.rels")) {
            return {};
        }
        for (const pugi::xml_node& each : inner_element(document, "Relationships").children()) {
            if (attribute_of(each, "Type").ends_with("/officeDocument")) {
                return whole_name(attribute_of(each, "Target"), "");
            }
        }
        refuse("the archive holds no workbook", save_anew);
        return {};
    }

    static std::string whole_name(std::string_view target, const std::string& folder) {
        return target.starts_with('/') ? std::string(target.substr(1))
                                       : folder + std::string(target);
    }

    /// Names of parts by their ids, texts that cells share, and formats.
    void read_shared(const std::string& list) {
        pugi::xml_document document;
        if (!parse(document, relationships_of(list))) {
            return;
        }
        for (const pugi::xml_node& each : inner_element(document, "Relationships").children()) {
            const std::string part = whole_name(attribute_of(each, "Target"), folder_of(list));
            const std::string_view type = attribute_of(each, "Type");
            targets_[std::string(attribute_of(each, "Id"))] = part;
            if (type.ends_with("/sharedStrings")) {
                read_texts(part);
            } else if (type.ends_with("/styles")) {
                pugi::xml_document styles;
                formats_ = parse(styles, part)
                               ? cell_format_kinds(inner_element(styles, "styleSheet"))
                               : std::vector<CellKind>();
            }
        }
    }

    void read_texts(const std::string& part) {
        pugi::xml_document document;
        if (!parse(document, part)) {
            return;
        }
        for (const pugi::xml_node& item : inner_element(document, "sst").children()) {
            if (local_name(item) == "si") {
                texts_.push_back(string_item(item));
            }
        }
    }

    void read_sheet(const pugi::xml_node& entry, Sheet& sheet, std::size_t count) {
        sheet.name = attribute_of(entry, "name");
        sheet.place = sheet_place(file_, sheet.name);
        const auto part = targets_.find(std::string(attribute_of(entry, "id")));
        pugi::xml_document document;
        if (count > limits_.sheets) {
            refuse("the workbook has more than " + std::to_string(limits_.sheets) + " sheets",
                   "save the sheets that are meant as a new file");
        } else if (part == targets_.end()) {
            refuse("the sheet " + quoted(sheet.name) + " is listed and not there", save_anew);
        } else if (parse(document, part->second)) {
            const pugi::xml_node data =
                inner_element(inner_element(document, "worksheet"), "sheetData");
            last_row_ = 0;
            for (const pugi::xml_node& row : data.children()) {
                if (!problem_ && local_name(row) == "row") {
                    read_row(row, sheet);
                }
            }
        }
    }

    void read_row(const pugi::xml_node& element, Sheet& sheet) {
        const std::uint32_t last = last_row_;
        SheetRow row{last + 1, {}};
        const std::string_view number = attribute_of(element, "r");
        if (!number.empty()) {
            const auto address = parsed_address("A" + std::string(number));
            row.number = address ? address->first : 0;
        }
        if (row.number <= last || row.number > limits_.rows) {
            refuse({sheet.place, last, 1},
                   "behind this row stands one whose number is " + quoted(number) +
                       ", out of order or too large",
                   save_anew);
            return;
        }
        last_row_ = row.number;
        for (const pugi::xml_node& cell : element.children()) {
            if (!problem_ && local_name(cell) == "c") {
                read_cell(cell, sheet, row);
            }
        }
        while (!row.cells.empty() && row.cells.back().text.empty() &&
               row.cells.back().kind == CellKind::text) {
            row.cells.pop_back();
        }
        if (!row.cells.empty()) {
            sheet.rows.push_back(std::move(row));
        }
    }

    void read_cell(const pugi::xml_node& element, const Sheet& sheet, SheetRow& row) {
        std::size_t column = row.cells.size() + 1;
        const std::string_view written = attribute_of(element, "r");
        if (!written.empty()) {
            const auto address = parsed_address(written);
            column = address && address->first == row.number ? address->second : 0;
        }
        const SourcePosition before = place_of(sheet, row, row.cells.size());
        if (column <= row.cells.size() || column > limits_.columns) {
            refuse(before,
                   "here stands a cell with the address " + quoted(written) +
                       ", out of order or too far out",
                   save_anew);
            return;
        }
        cells_ += column - row.cells.size();
        if (cells_ > limits_.cells) {
            refuse(before, "the workbook has more than " + std::to_string(limits_.cells) + " cells",
                   "save the tables that are meant alone as a new file");
            return;
        }
        row.cells.resize(column);
        fill_cell(element, row.cells.back(), place_of(sheet, row, column - 1));
    }

    void fill_cell(const pugi::xml_node& element, SheetCell& cell, const SourcePosition& at) {
        const std::string_view type = attribute_of(element, "t");
        const std::string value = inner_element(element, "v").child_value();
        if (inner_element(element, "f")) {
            cell = {value, CellKind::formula};
        } else if (type == "inlineStr") {
            cell.text = string_item(inner_element(element, "is"));
        } else if (type == "s") {
            fill_shared(value, cell, at);
        } else if (type == "str") {
            cell.text = xlsx_unescaped(value);
        } else if (type == "b") {
            cell = {value == "1" ? "true" : "false", CellKind::boolean};
        } else if (type == "e") {
            cell = {value, CellKind::mistake};
        } else if (type == "d") {
            cell = {value.substr(0, 10), value.size() > 10 ? CellKind::time : CellKind::date};
        } else if (!value.empty()) {
            fill_number(element, value, cell, at);
        }
    }

    void fill_shared(const std::string& value, SheetCell& cell, const SourcePosition& at) {
        const std::optional<std::size_t> position = position_of(value);
        if (!position || *position >= texts_.size()) {
            refuse(at, "the cell shares a text that is not there", save_anew);
            return;
        }
        cell.text = texts_[*position];
        shared_ += cell.text.size();
        if (shared_ > limits_.unpacked) {
            refuse(at, "the cells share more text than a workbook may hold",
                   "save the tables that are meant alone as a new file");
        }
    }

    static std::optional<std::size_t> position_of(std::string_view text) {
        std::size_t position = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), position);
        const bool is_whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
        return is_whole ? std::optional(position) : std::nullopt;
    }

    void fill_number(const pugi::xml_node& element, const std::string& value, SheetCell& cell,
                     const SourcePosition& at) {
        const std::optional<std::string> number = xlsx_number(value);
        const std::string_view style = attribute_of(element, "s");
        const std::optional<std::size_t> format = style.empty() ? 0 : position_of(style);
        if (!number) {
            refuse(at, "the cell is a number and holds " + quoted(value), save_anew);
        } else if (!format || (*format >= formats_.size() && !style.empty())) {
            refuse(at, "the cell has a format that is not there", save_anew);
        } else {
            cell = {*number, formats_.empty() ? CellKind::number : formats_[*format]};
        }
        if (cell.kind == CellKind::date) {
            const std::optional<std::string> day = xlsx_date(value, counts_from_1904_);
            cell = day ? SheetCell{*day, CellKind::date} : SheetCell{cell.text, CellKind::time};
        }
    }

    const Parts& parts_;
    std::string file_;
    SheetLimits limits_;
    std::map<std::string, std::string> targets_; // of relationship ids
    std::vector<std::string> texts_;
    std::vector<CellKind> formats_;
    bool counts_from_1904_ = false;
    std::uint32_t last_row_ = 0; // of the sheet that is being read
    std::size_t cells_ = 0;
    std::size_t shared_ = 0;
    std::optional<Diagnostic> problem_;
};

} // namespace

Result<Workbook> read_xlsx(std::string_view bytes, const std::string& file,
                           const SheetLimits& limits) {
    if (bytes.size() > limits.bytes) {
        return Diagnostic{{file},
                          "the file has more than " + std::to_string(limits.bytes) + " bytes",
                          "save the tables that are meant alone as a new file"};
    }
    const Result<Parts> parts = read_zip(bytes, file, is_looked_at, {.bytes = limits.unpacked});
    return parts ? XlsxReader(parts.value(), file, limits).read()
                 : Result<Workbook>(parts.problems());
}

} // namespace unbracket
