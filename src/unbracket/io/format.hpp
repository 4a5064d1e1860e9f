#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <span>
#include <string>
#include <string_view>

namespace unbracket {

/// One way to write a case file. A new format is a reader, a writer and a line in the table behind
/// document_formats().
struct DocumentFormat {
    std::string_view name;      // as in --to
    std::string_view extension; // with its dot
    Result<Node> (*read)(std::string_view bytes, const std::string& file_name,
                         const DocumentLimits& limits);
    Result<std::string> (*write)(const Node& document);
};

std::span<const DocumentFormat> document_formats();

/// By name (`toml`), or nothing.
const DocumentFormat* format_named(std::string_view name);

/// By the extension of a path, or nothing.
const DocumentFormat* format_of_path(std::string_view path);

/// By the first character that is no blank: a brace begins JSON, everything else TOML.
const DocumentFormat& format_of_text(std::string_view bytes);

/// The document in a file in the format of its extension, or on standard input ("-") in the format
/// its text has.
Result<Node> read_document(const std::string& path, const DocumentLimits& limits = {});

} // namespace unbracket
