#pragma once

#include "unbracket/io/text_cursor.hpp"

#include <string>

// Steps over the text of a good TOML file, for those who look for places in it and check nothing;
// toml_reader.cpp has its own, which check everything.

namespace unbracket {

bool is_at_line_break(const TextCursor& cursor);

/// Spaces and tabs.
void skip_blanks(TextCursor& cursor);

/// Up to the line break.
void skip_comment(TextCursor& cursor);

/// Blanks, line breaks and comments inside a list.
void skip_between_values(TextCursor& cursor);

/// One key, bare or in quotes, as read_toml reads it.
std::string take_key(TextCursor& cursor);

} // namespace unbracket
