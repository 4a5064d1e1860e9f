#include "unbracket/io/csv.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/text_cursor.hpp"

#include <cstddef>

// A small reader of our own: RFC 4180 is one page, and messages need the place of every cell, which
// the libraries that Debian has do not keep (docs/decisions/009-statements-as-csv.md).

namespace unbracket {

namespace {

class CsvReader {
public:
    CsvReader(std::string_view text, const std::string& file, char mark,
              const DocumentLimits& limits)
        : cursor_(text, file), mark_(mark), most_cells_(limits.nodes) {}

    Result<std::vector<CsvRow>> read() {
        std::vector<CsvRow> rows;
        while (!cursor_.at_end()) {
            rows.emplace_back();
            if (!read_row(rows.back())) {
                return *cursor_.problem();
            }
        }
        return rows;
    }

private:
    bool is_at_line_end() const { return cursor_.peek() == '\n' || cursor_.peek() == '\r'; }
    bool is_at_cell_end() const {
        return cursor_.at_end() || cursor_.peek() == mark_ || is_at_line_end();
    }

    bool read_row(CsvRow& row) {
        bool has_more = true;
        while (has_more) {
            if (!read_cell(row.emplace_back())) {
                return false;
            }
            has_more = cursor_.peek() == mark_;
            cursor_.skip(has_more ? 1 : 0);
        }
        cursor_.skip(cursor_.starts_with("\r\n") ? 2 : 1);
        return true;
    }

    bool read_cell(CsvCell& cell) {
        const SourcePosition at = cursor_.where();
        if (++cells_ > most_cells_) {
            return cursor_.refuse("the file has more than " + std::to_string(most_cells_) +
                                      " cells",
                                  "split it into several files");
        }
        cell.line = at.line;
        cell.column = at.column;
        return cursor_.peek() == '"' ? read_quoted(cell, at) : read_bare(cell);
    }

    bool read_bare(CsvCell& cell) {
        while (!is_at_cell_end()) {
            if (cursor_.peek() == '"') {
                return cursor_.refuse("a quotation mark inside a cell without them",
                                      "put the whole cell in quotation marks, and double those "
                                      "inside");
            }
            cell.text += cursor_.take();
        }
        return true;
    }

    bool read_quoted(CsvCell& cell, const SourcePosition& at) {
        cursor_.take();
        while (!cursor_.at_end()) {
            const char byte = cursor_.take();
            if (byte != '"') {
                cell.text += byte;
            } else if (cursor_.peek() == '"') {
                cell.text += cursor_.take();
            } else if (is_at_cell_end()) {
                return true;
            } else {
                return cursor_.refuse("text behind the closing quotation mark of a cell",
                                      "double quotation marks that belong to the text");
            }
        }
        return cursor_.refuse(at, "the quotation mark that begins here is never closed",
                              "close it, or double it if it belongs to the text");
    }

    TextCursor cursor_;
    char mark_;
    std::size_t most_cells_;
    std::size_t cells_ = 0;
};

std::string cell_text(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char letter : text) {
        quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    }
    return quoted + "\"";
}

constexpr std::string_view guarded_letters = "=+-@\t\r'";

} // namespace

char separator_of(std::string_view bytes) {
    bool is_inside = false;
    for (const char letter : bytes) {
        is_inside = is_inside != (letter == '"');
        if (!is_inside && (letter == ',' || letter == ';' || letter == '\t')) {
            return letter;
        }
        if (!is_inside && (letter == '\n' || letter == '\r')) {
            break;
        }
    }
    return ',';
}

std::string guarded_cell(std::string text) {
    const bool is_risky = !text.empty() && guarded_letters.find(text[0]) != std::string_view::npos;
    return is_risky ? "'" + text : text;
}

std::string unguarded_cell(const std::string& text) {
    const bool is_guarded = text.size() > 1 && text[0] == '\'' &&
                            guarded_letters.find(text[1]) != std::string_view::npos;
    return is_guarded ? text.substr(1) : text;
}

Result<std::vector<CsvRow>> read_csv(std::string_view bytes, const std::string& file_name,
                                     const DocumentLimits& limits) {
    return read_separated(bytes, file_name, ',', limits);
}

Result<std::vector<CsvRow>> read_separated(std::string_view bytes, const std::string& file_name,
                                           char mark, const DocumentLimits& limits) {
    const Result<std::string_view> text = checked_text(bytes, file_name, limits);
    return text ? CsvReader(text.value(), file_name, mark, limits).read()
                : Result<std::vector<CsvRow>>(text.problems());
}

std::string write_csv(const std::vector<std::vector<std::string>>& rows) {
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += (i == 0 ? "" : ",") + cell_text(row[i]);
        }
        text += '\n';
    }
    return text;
}

} // namespace unbracket
