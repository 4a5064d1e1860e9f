#include "unbracket/io/format.hpp"

#include "unbracket/io/file.hpp"
#include "unbracket/io/json_reader.hpp"
#include "unbracket/io/json_writer.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/io/toml_writer.hpp"

#include <array>

namespace unbracket {
namespace {

constexpr std::array formats = {
    DocumentFormat{"toml", ".toml", read_toml,
                   [](const Node& document) { return Result<std::string>(write_toml(document)); }},
    DocumentFormat{"json", ".json", read_json,
                   [](const Node& document) { return write_json(document, JsonStyle::indented); }},
};

} // namespace

std::span<const DocumentFormat> document_formats() {
    return formats;
}

const DocumentFormat* format_named(std::string_view name) {
    for (const DocumentFormat& format : formats) {
        if (format.name == name) {
            return &format;
        }
    }
    return nullptr;
}

const DocumentFormat* format_of_path(std::string_view path) {
    for (const DocumentFormat& format : formats) {
        if (path.ends_with(format.extension)) {
            return &format;
        }
    }
    return nullptr;
}

const DocumentFormat& format_of_text(std::string_view bytes) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) {
        bytes.remove_prefix(byte_order_mark.size());
    }
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    const bool is_json = first != std::string_view::npos && bytes[first] == '{';
    return *format_named(is_json ? "json" : "toml");
}

Result<Node> read_document(const std::string& path, const DocumentLimits& limits) {
    const bool is_standard_input = path == "-";
    const DocumentFormat* format = format_of_path(path);
    const Result<std::string> bytes = read_file(path, limits.bytes);
    if (!bytes) {
        return bytes.problems(); // such as a slip in a name, whatever it ends in
    }
    if (format == nullptr && !is_standard_input) {
        return Diagnostic{{path},
                          "the name does not tell the format",
                          "a case file ends in .toml, .json or .xlsx; - reads standard input"};
    }
    if (is_standard_input) {
        return format_of_text(bytes.value()).read(bytes.value(), "standard input", limits);
    }
    return format->read(bytes.value(), path, limits);
}

} // namespace unbracket
