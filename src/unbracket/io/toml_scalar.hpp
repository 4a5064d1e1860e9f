#pragma once

#include "unbracket/io/text_cursor.hpp"
#include "unbracket/model/document.hpp"

#include <string>

// The values of TOML 1.0 that hold no other value. Each function starts at the first byte of its
// value, leaves the cursor behind the last one, and refuses what the format does not allow.

namespace unbracket {

/// `A-Z a-z 0-9 _ -`: what a key may consist of without quotes.
bool is_bare_key_byte(char byte);

enum class TomlQuotes { any, single_line_only };

/// A string in any of the four forms; a line break inside one is read as LF. Keys take the forms of
/// a single line only.
bool read_toml_string(TextCursor& cursor, TomlQuotes allowed, std::string& text);

/// A number (text as written), a boolean or a local date.
bool read_toml_bare_value(TextCursor& cursor, Node& value);

} // namespace unbracket
