#include "unbracket/io/toml_walk.hpp"

#include "unbracket/io/toml_scalar.hpp"

namespace unbracket {

bool is_at_line_break(const TextCursor& cursor) {
    return cursor.peek() == '\n' || cursor.starts_with("\r\n");
}

void skip_blanks(TextCursor& cursor) {
    cursor.skip_while([](char byte) { return byte == ' ' || byte == '\t'; });
}

void skip_comment(TextCursor& cursor) {
    if (cursor.peek() == '#') {
        cursor.skip_while([](char byte) { return byte != '\n'; });
    }
}

void skip_between_values(TextCursor& cursor) {
    do {
        cursor.skip_while(
            [](char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; });
        skip_comment(cursor);
    } while (cursor.peek() == '\n');
}

std::string take_key(TextCursor& cursor) {
    std::string text;
    if (cursor.peek() == '"' || cursor.peek() == '\'') {
        read_toml_string(cursor, TomlQuotes::single_line_only, text);
        return text;
    }
    const std::size_t start = cursor.offset();
    cursor.skip_while(is_bare_key_byte);
    return std::string(cursor.since(start));
}

} // namespace unbracket
