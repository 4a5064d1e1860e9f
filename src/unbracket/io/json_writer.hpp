#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace unbracket {

enum class JsonStyle { compact, indented };

/// A document as JSON: on one line, or indented by two blanks with small lists and tables on one
/// line. Dates become text, since JSON has none. Numbers keep their digits; those that only TOML
/// can write lose the plus sign and the underscores, and other bases than ten become decimal.
/// A problem for each inf and nan, which JSON cannot say. Linear in the size of the document.
Result<std::string> write_json(const Node& document, JsonStyle style);

/// A number of a case file the way JSON writes it; nothing for inf and nan.
std::optional<std::string> json_number(std::string_view written);

/// The text in double quotes, control characters escaped.
std::string json_quoted(std::string_view text);

} // namespace unbracket
