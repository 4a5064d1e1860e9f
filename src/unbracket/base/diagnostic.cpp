#include "unbracket/base/diagnostic.hpp"

#include <utility>

namespace unbracket {

FileName::FileName(std::string text)
    // Allowed because a copy has to cost no memory, and outlives what it was copied from.
    : text_(text.empty() ? nullptr : std::make_shared<const std::string>(std::move(text))) {}

FileName::~FileName() = default;

const std::string& FileName::no_name() {
    static const std::string none;
    return none;
}

namespace {

/// `C7`, as spreadsheets call the cell of row 7 in column 3.
std::string cell_name(const SourcePosition& where) {
    constexpr std::uint32_t letters = 26;
    std::string name = std::to_string(where.line);
    for (std::uint32_t left = where.column; left > 0; left = (left - 1) / letters) {
        name.insert(name.begin(), static_cast<char>('A' + (left - 1) % letters));
    }
    return name;
}

} // namespace

std::string to_string(const SourcePosition& where) {
    // Readers of spreadsheets end the name of the file so; line and column are those of the cell.
    if (where.file.text().ends_with(", cell") && where.line > 0 && where.column > 0) {
        return where.file.text() + " " + cell_name(where);
    }
    std::string text = where.file;
    if (where.line > 0) {
        text += ":" + std::to_string(where.line);
        if (where.column > 0) {
            text += ":" + std::to_string(where.column);
        }
    }
    return text;
}

std::string to_string(const Diagnostic& diagnostic) {
    std::string text = to_string(diagnostic.where);
    if (!text.empty()) {
        text += ": ";
    }
    text += diagnostic.what;
    if (!diagnostic.hint.empty()) {
        text += "; " + diagnostic.hint;
    }
    return text;
}

} // namespace unbracket
