#include "unbracket/io/toml_scalar.hpp"

#include "unbracket/base/date.hpp"
#include "unbracket/io/checked_text.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace unbracket {
namespace {

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// Digits of the base with single underscores between them; the number of bytes read.
std::size_t digits_length(std::string_view text, std::string_view digits) {
    const auto is_one = [&](std::size_t at) {
        return at < text.size() && digits.find(text[at]) != std::string_view::npos;
    };
    std::size_t length = 0;
    while (is_one(length) || (length > 0 && text[length - 1] != '_' && length < text.size() &&
                              text[length] == '_' && is_one(length + 1))) {
        ++length;
    }
    return length;
}

constexpr std::string_view decimal_digits = "0123456789";

bool is_based_integer(std::string_view text) {
    const auto consists_of = [&](std::string_view digits) {
        return digits_length(text.substr(2), digits) == text.size() - 2 && text.size() > 2;
    };
    return (text.starts_with("0x") && consists_of("0123456789abcdefABCDEF")) ||
           (text.starts_with("0o") && consists_of("01234567")) ||
           (text.starts_with("0b") && consists_of("01"));
}

bool is_number(std::string_view text) {
    if (is_based_integer(text)) {
        return true;
    }
    if (text.starts_with('+') || text.starts_with('-')) {
        text.remove_prefix(1);
    }
    if (text == "inf" || text == "nan") {
        return true;
    }
    const std::size_t whole = digits_length(text, decimal_digits);
    if (whole == 0 || (whole > 1 && text[0] == '0')) {
        return false;
    }
    text.remove_prefix(whole);
    if (text.starts_with('.')) {
        const std::size_t fraction = digits_length(text.substr(1), decimal_digits);
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
        const std::size_t exponent = digits_length(text, decimal_digits);
        return exponent > 0 && exponent == text.size();
    }
    return text.empty();
}

bool looks_like_time(std::string_view text) {
    return text.size() >= 5 && is_digit(text[0]) && is_digit(text[1]) && text[2] == ':';
}

bool looks_like_date(std::string_view text) {
    return text.size() >= 10 && std::all_of(text.begin(), text.begin() + 4, is_digit) &&
           text[4] == '-' && text[7] == '-';
}

/// `30-45` or `30..45`, as a range is written elsewhere: its ends, or nothing.
std::optional<std::string> as_range(std::string_view token) {
    for (const std::string_view sign : {"..", "-"}) {
        const std::size_t at = token.find(sign, 1);
        if (at == std::string_view::npos) {
            continue;
        }
        const std::string_view low = token.substr(0, at), high = token.substr(at + sign.size());
        const auto is_plain = [](std::string_view number) {
            return !number.empty() && number.size() <= 15 &&
                   std::all_of(number.begin(), number.end(), is_digit);
        };
        if (is_plain(low) && is_plain(high)) {
            return "[" + std::string(low) + ", " + std::string(high) + "]";
        }
    }
    return std::nullopt;
}

bool refuse_number(TextCursor& cursor, SourcePosition at, std::string_view token) {
    const std::string what = "the number " + quoted(token) + " is not written as TOML wants it";
    std::string hint = "write digits with a point as decimal mark, such as 7, -0.25 or 1e3";
    if (const auto range = as_range(token)) {
        hint = "for a range write " + *range;
    } else if (token.starts_with('.')) {
        hint = "write a digit before the point: 0" + std::string(token);
    } else if (token.ends_with('.')) {
        hint = "write a digit after the point, or none";
    } else if (token.size() > 1 && token[0] == '0' && is_digit(token[1])) {
        hint = "write the number without leading zeros";
    } else if (token.find('-', 1) != std::string_view::npos) {
        hint = "write a date as year-month-day with two digits for month and day: 2026-03-01";
    }
    return cursor.refuse(std::move(at), what, std::move(hint));
}

/// The word and those that follow it, as far as a reader would take them for one text.
std::string unquoted_text(const TextCursor& cursor, std::string_view word) {
    constexpr std::size_t longest = 40;
    std::string text(word.substr(0, longest));
    for (std::size_t ahead = 0; text.size() < longest; ++ahead) {
        const char byte = cursor.peek(ahead);
        if (byte != ' ' && !is_bare_key_byte(byte)) {
            break;
        }
        text += byte;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

bool refuse_token(TextCursor& cursor, SourcePosition at, std::string_view token) {
    if (token.empty()) {
        const char byte = cursor.peek();
        if (cursor.at_end() || byte == '\n' || byte == '\r' || byte == '#') {
            return cursor.refuse(std::move(at), "a value is missing here",
                                 "write a number, a date, or text in quotes");
        }
        const std::string_view found = cursor.code_point();
        const bool is_curly = found == "\u201C" || found == "\u201D" || found == "\u2018";
        return cursor.refuse(std::move(at), quoted(found) + " where a value should stand",
                             is_curly ? "use straight quotes: \""
                                      : "write a number, a date, or text in quotes");
    }
    const bool signs = token[0] == '+' || token[0] == '-' || token[0] == '.';
    if (is_digit(token[0]) || (signs && token.size() > 1 && is_digit(token[1]))) {
        return refuse_number(cursor, std::move(at), token);
    }
    return cursor.refuse(std::move(at), "the word " + quoted(token) + " stands without quotes",
                         "put text in quotes: \"" + unquoted_text(cursor, token) + "\"");
}

bool read_date(TextCursor& cursor, SourcePosition at, std::string_view token, Node& value) {
    const bool has_time = token.size() > 10 || (cursor.peek() == ' ' && is_digit(cursor.peek(1)));
    if (token.size() > 10 && token[10] != 'T' && token[10] != 't') {
        return refuse_number(cursor, std::move(at), token);
    }
    const std::string day(token.substr(0, 10));
    if (!parse_date(day)) {
        return cursor.refuse(std::move(at), "the date " + quoted(day) + " does not exist",
                             "write year-month-day, such as 2026-03-01");
    }
    if (has_time) {
        return cursor.refuse(std::move(at), "a date with a time of day",
                             "a case file counts in days; write " + day);
    }
    value = date_node(day, std::move(at));
    return true;
}

} // namespace

bool is_bare_key_byte(char byte) {
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || is_digit(byte) ||
           byte == '_' || byte == '-';
}

bool read_toml_bare_value(TextCursor& cursor, Node& value) {
    SourcePosition at = cursor.where();
    const std::size_t start = cursor.offset();
    cursor.skip_while([](char byte) {
        return is_bare_key_byte(byte) || byte == '+' || byte == '.' || byte == ':';
    });
    const std::string_view token = cursor.since(start);
    if (token == "true" || token == "false") {
        value = boolean_node(token == "true", std::move(at));
        return true;
    }
    if (is_number(token)) {
        value = number_node(std::string(token), std::move(at));
        return true;
    }
    if (looks_like_date(token)) {
        return read_date(cursor, std::move(at), token, value);
    }
    if (looks_like_time(token)) {
        return cursor.refuse(std::move(at), "a time of day",
                             "a case file counts in days; put the time in quotes to keep it");
    }
    return refuse_token(cursor, std::move(at), token);
}

} // namespace unbracket
