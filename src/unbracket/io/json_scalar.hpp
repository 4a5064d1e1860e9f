#pragma once

#include "unbracket/io/json_reader.hpp"
#include "unbracket/io/text_cursor.hpp"
#include "unbracket/model/document.hpp"

#include <string>

// The values of JSON that hold no other value. Each function starts at the first byte of its value,
// leaves the cursor behind the last one, and refuses what the format does not allow.

namespace unbracket {

/// A text in double quotes.
bool read_json_string(TextCursor& cursor, std::string& text);

/// A number (text as written), true or false, and null where it is kept.
bool read_json_bare_value(TextCursor& cursor, Node& value, JsonNulls nulls);

/// Whether the text is a number as JSON writes it.
bool is_json_number(std::string_view text);

} // namespace unbracket
