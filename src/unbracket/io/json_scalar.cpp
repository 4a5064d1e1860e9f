#include "unbracket/io/json_scalar.hpp"

#include "unbracket/io/checked_text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace unbracket {
namespace {

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool is_letter(char byte) {
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || byte == '_';
}

std::size_t leading_digits(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count])) {
        ++count;
    }
    return count;
}

/// The four digits behind `\u`.
std::optional<std::uint32_t> read_code_unit(TextCursor& cursor) {
    std::uint32_t unit = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hexadecimal_digit(cursor.peek());
        if (digit < 0) {
            return std::nullopt;
        }
        cursor.take();
        unit = unit * 16U + static_cast<std::uint32_t>(digit);
    }
    return unit;
}

/// Behind `\u`; a character outside the basic plane is a pair of units.
bool read_code_point(TextCursor& cursor, const SourcePosition& at, std::string& text) {
    std::optional<std::uint32_t> unit = read_code_unit(cursor);
    if (unit && (*unit & 0xFC00U) == 0xD800U && cursor.starts_with("\\u")) {
        cursor.skip(2);
        const std::optional<std::uint32_t> low = read_code_unit(cursor);
        const bool is_low = low && (*low & 0xFC00U) == 0xDC00U;
        unit = is_low ? std::optional(0x10000U + ((*unit & 0x3FFU) << 10U) + (*low & 0x3FFU)) : low;
        if (low && !is_low) {
            unit = 0xD800U;
        }
    }
    if (!unit) {
        return cursor.refuse(at, "an escape with too few hexadecimal digits",
                             "write \\u and four digits");
    }
    if (!append_code_point(text, *unit)) {
        return cursor.refuse(at, "an escape that names no character",
                             "NUL and half a surrogate pair are not allowed");
    }
    return true;
}

bool read_escape(TextCursor& cursor, std::string& text) {
    const SourcePosition at = cursor.where();
    cursor.take();
    constexpr std::string_view names = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    const char name = cursor.peek();
    const std::size_t index = names.find(name);
    if (!cursor.at_end() && index != std::string_view::npos) {
        cursor.take();
        text += meanings[index];
        return true;
    }
    if (name == 'u') {
        cursor.take();
        return read_code_point(cursor, at, text);
    }
    return cursor.refuse(at, "an escape that does not exist", "write \\\\ for a backslash");
}

bool refuse_number(TextCursor& cursor, SourcePosition at, std::string_view token) {
    return cursor.refuse(std::move(at),
                         "the number " + quoted(token) + " is not written as JSON wants it",
                         "write digits with a point as decimal mark and no leading zeros, such as "
                         "7, -0.25 or 1e3");
}

bool refuse_token(TextCursor& cursor, SourcePosition at, std::string_view token) {
    if (token == "null") {
        return cursor.refuse(std::move(at), "null means nothing in a case",
                             "leave the key out, or write \"unknown\" where a content is unknown");
    }
    if (!token.empty()) {
        return cursor.refuse(std::move(at), "the word " + quoted(token) + " stands without quotes",
                             "put text in double quotes: \"" + std::string(token.substr(0, 40)) +
                                 "\"");
    }
    if (cursor.at_end()) {
        return cursor.refuse(std::move(at), "the file ends where a value should stand",
                             "complete it; every { and [ needs its end");
    }
    const std::string_view found = cursor.code_point();
    std::string hint = "write a number, true, false, a list, an object, or text in double quotes";
    if (found == "'" || found == "\u201C" || found == "\u201D") {
        hint = "use straight double quotes: \"";
    } else if (found == "/" || found == "#") {
        hint = "JSON has no comments; keep notes in a key such as \"title\"";
    }
    return cursor.refuse(std::move(at), quoted(found) + " where a value should stand", hint);
}

/// What stands for itself between quotes.
bool is_plain(char byte) {
    return byte != '"' && byte != '\\' && static_cast<unsigned char>(byte) >= 0x20U;
}

} // namespace

bool read_json_string(TextCursor& cursor, std::string& text) {
    const SourcePosition opening = cursor.where();
    text.clear();
    cursor.take();
    while (!cursor.at_end() && cursor.peek() != '"') {
        const auto byte = static_cast<unsigned char>(cursor.peek());
        if (byte == '\n' || byte == '\r') {
            return cursor.refuse(opening, "text that begins here is not closed on its line",
                                 "end it with \", and write \\n for a line break inside it");
        }
        if (byte < 0x20U) {
            return cursor.refuse("the control character " + quoted(cursor.code_point()) +
                                     " inside text",
                                 "remove it, or write it as an escape such as \\t or \\u001B");
        }
        if (byte != '\\') {
            text += cursor.take_while(is_plain);
        } else if (!read_escape(cursor, text)) {
            return false;
        }
    }
    if (cursor.at_end()) {
        return cursor.refuse(opening, "text that begins here is never closed", "end it with \"");
    }
    cursor.take();
    return true;
}

bool is_json_number(std::string_view text) {
    if (text.starts_with('-')) {
        text.remove_prefix(1);
    }
    const std::size_t whole = leading_digits(text);
    if (whole == 0 || (whole > 1 && text[0] == '0')) {
        return false;
    }
    text.remove_prefix(whole);
    if (text.starts_with('.')) {
        const std::size_t fraction = leading_digits(text.substr(1));
        if (fraction == 0) {
            return false;
        }
        text.remove_prefix(1 + fraction);
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('+') || text.starts_with('-')) {
            text.remove_prefix(1);
        }
        return !text.empty() && leading_digits(text) == text.size();
    }
    return text.empty();
}

bool read_json_bare_value(TextCursor& cursor, Node& value, JsonNulls nulls) {
    SourcePosition at = cursor.where();
    const std::size_t start = cursor.offset();
    cursor.skip_while([](char byte) {
        return is_digit(byte) || is_letter(byte) || byte == '+' || byte == '-' || byte == '.';
    });
    const std::string_view token = cursor.since(start);
    if (token == "true" || token == "false") {
        value = boolean_node(token == "true", std::move(at));
        return true;
    }
    if (token == "null" && nulls == JsonNulls::kept) {
        value = null_node(std::move(at));
        return true;
    }
    if (is_json_number(token)) {
        value = number_node(std::string(token), std::move(at));
        return true;
    }
    const bool signs = token.starts_with('-') || token.starts_with('+') || token.starts_with('.');
    if (!token.empty() && (is_digit(token[0]) || signs)) {
        return refuse_number(cursor, std::move(at), token);
    }
    return refuse_token(cursor, std::move(at), token);
}

} // namespace unbracket
