#pragma once

#include "unbracket/model/document.hpp"

#include <string>
#include <string_view>

// Keys and values as TOML text.

namespace unbracket {

/// Bare where TOML allows it, otherwise in quotes.
std::string toml_key(std::string_view key);

/// The text in double quotes, everything but printing characters escaped.
std::string toml_quoted(std::string_view text);

/// The text in three double quotes, one line of it a line.
std::string toml_lines(std::string_view text);

/// Any value on one line.
std::string toml_inline(const Node& value);

} // namespace unbracket
