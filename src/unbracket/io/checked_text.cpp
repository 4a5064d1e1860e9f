#include "unbracket/io/checked_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace unbracket {
namespace {

bool is_continuation(std::string_view bytes, std::size_t at) {
    return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U;
}

/// Length in bytes of the well-formed code point that begins there (RFC 3629, table of section 4),
/// 0 where none does.
std::size_t code_point_length(std::string_view bytes, std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    if (first < 0x80U) {
        return 1;
    }
    if (first < 0xC2U || first > 0xF4U || !is_continuation(bytes, at + 1)) {
        return 0;
    }
    if (first < 0xE0U) {
        return 2;
    }
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    const bool overlong = (first == 0xE0U && second < 0xA0U) || (first == 0xF0U && second < 0x90U);
    const bool surrogate = first == 0xEDU && second > 0x9FU;
    const bool too_high = first == 0xF4U && second > 0x8FU;
    if (overlong || surrogate || too_high || !is_continuation(bytes, at + 2)) {
        return 0;
    }
    if (first < 0xF0U) {
        return 3;
    }
    return is_continuation(bytes, at + 3) ? 4 : 0;
}

/// Whether the eight bytes from there on are ASCII without a NUL, as nearly all are.
bool are_eight_plain_bytes(std::string_view bytes, std::size_t at) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t highest = 0x8080808080808080U;
    std::uint64_t eight = 0;
    if (bytes.size() - at < sizeof eight) {
        return false;
    }
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    // Where no byte has its highest bit, taking one from each sets it in those that are 0.
    return (eight & highest) == 0 && ((eight - ones) & highest) == 0;
}

/// The first byte that is NUL or begins no code point; the size where all is well.
std::size_t first_bad_byte(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size() && bytes[at] != '\0') {
        if (are_eight_plain_bytes(bytes, at)) {
            at += sizeof(std::uint64_t);
            continue;
        }
        const std::size_t length = code_point_length(bytes, at);
        if (length == 0) {
            break;
        }
        at += length;
    }
    return at;
}

SourcePosition position_of(std::string_view bytes, std::size_t offset,
                           const std::string& file_name) {
    const std::string_view before = bytes.substr(0, offset);
    const std::size_t line_start = before.rfind('\n') + 1; // npos + 1 == 0
    const auto lines = std::count(before.begin(), before.end(), '\n');
    std::size_t column = 1;
    for (std::size_t at = line_start; at < offset; ++at) {
        column += is_continuation(bytes, at) ? 0U : 1U;
    }
    return {file_name, static_cast<std::uint32_t>(lines + 1), static_cast<std::uint32_t>(column)};
}

std::string two_digits(unsigned char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {digits[byte >> 4U], digits[byte & 0x0FU]};
}

/// Marked as such, or with every other byte of its start 0.
bool is_utf_16(std::string_view bytes) {
    constexpr std::size_t looked_at = 8;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return true;
    }
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t at = 0; at < std::min(bytes.size(), looked_at); ++at) {
        (at % 2 == 0 ? even : odd) += bytes[at] == '\0' ? 1U : 0U;
    }
    return bytes.size() >= looked_at && (even == looked_at / 2 || odd == looked_at / 2) &&
           even != odd;
}

} // namespace

Result<std::string_view> checked_text(std::string_view bytes, const std::string& file_name,
                                      const DocumentLimits& limits) {
    if (bytes.size() > limits.bytes) {
        return Diagnostic{{file_name},
                          "the file has more than " + std::to_string(limits.bytes) + " bytes",
                          "split it into layers, or move long quotations out of it"};
    }
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) {
        bytes.remove_prefix(byte_order_mark.size());
    }
    const std::size_t bad = first_bad_byte(bytes);
    if (bad == bytes.size()) {
        return bytes;
    }
    const SourcePosition at = position_of(bytes, bad, file_name);
    if (is_utf_16(bytes)) {
        return Diagnostic{at, "this text is in UTF-16, not in UTF-8",
                          "save the file in the encoding UTF-8"};
    }
    if (bytes[bad] == '\0') {
        return Diagnostic{at, "a NUL byte", "a text in UTF-8 has none; remove the byte"};
    }
    const auto byte = static_cast<unsigned char>(bytes[bad]);
    return Diagnostic{at, "the byte 0x" + two_digits(byte) + " is not UTF-8 here",
                      "save the file in the encoding UTF-8"};
}

std::string quoted(std::string_view text) {
    std::string shown = "`";
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count == 60) {
            shown += "...";
            break;
        }
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::size_t length = std::max<std::size_t>(1, code_point_length(text, at));
        if (byte < 0x20U || byte == 0x7FU) {
            shown += "U+00" + two_digits(byte);
        } else {
            shown += text.substr(at, length);
        }
        at += length;
    }
    return shown + "`";
}

int hexadecimal_digit(char byte) {
    if (byte >= '0' && byte <= '9') {
        return byte - '0';
    }
    if (byte >= 'a' && byte <= 'f') {
        return byte - 'a' + 10;
    }
    return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

bool append_code_point(std::string& text, std::uint32_t code_point) {
    const bool is_surrogate = code_point >= 0xD800U && code_point <= 0xDFFFU;
    if (code_point == 0 || is_surrogate || code_point > 0x10FFFFU) {
        return false;
    }
    const auto add = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
    const auto add_tail = [&](unsigned shift) { add(0x80U | ((code_point >> shift) & 0x3FU)); };
    if (code_point < 0x80U) {
        add(code_point);
    } else if (code_point < 0x800U) {
        add(0xC0U | (code_point >> 6U));
        add_tail(0);
    } else if (code_point < 0x10000U) {
        add(0xE0U | (code_point >> 12U));
        add_tail(6);
        add_tail(0);
    } else {
        add(0xF0U | (code_point >> 18U));
        add_tail(12);
        add_tail(6);
        add_tail(0);
    }
    return true;
}

} // namespace unbracket
