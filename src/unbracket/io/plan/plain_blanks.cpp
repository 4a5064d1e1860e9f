#include "unbracket/io/plan/plain_blanks.hpp"

#include "unbracket/io/plan/passage.hpp"

#include <algorithm>
#include <array>

namespace unbracket {

namespace {

constexpr std::size_t head_gaps = 4;           // `- **Article 5 bis** Ships`
constexpr std::size_t longest_option_mark = 4; // of `Option 12:`

constexpr std::array<std::string_view, 20> wide_spaces = {
    "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
    "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u200B",
    "\u202F", "\u205F", "\u2060", "\u3000", "\uFEFF", "\u180E"};

bool is_mark(char byte) {
    return std::string_view("[]/|:").find(byte) != std::string_view::npos;
}

bool is_blank_at(std::string_view text, std::size_t at) {
    return at >= text.size() || is_blank_byte(text[at]) || wide_space_length(text, at) > 0;
}

/// `A:`, `12)`
bool begins_marked(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && (is_ascii_letter(text[length]) || is_digit(text[length]))) {
        ++length;
    }
    return length > 0 && length <= longest_option_mark && length < text.size() &&
           (text[length] == ':' || text[length] == ')');
}

/// Whether the space that ends before `end` belongs to the structure of the line; `before` is the
/// byte before it as it was decided, `gaps` how many there were.
bool is_structural(std::string_view line, std::size_t end, char before, std::size_t gaps) {
    if (is_blank_byte(before) || is_mark(before) || is_blank_at(line, end) || is_mark(line[end])) {
        return true;
    }
    if (is_digit(before) && is_digit(line[end])) {
        return false;
    }
    return gaps < head_gaps || begins_marked(line.substr(end));
}

} // namespace

std::size_t wide_space_length(std::string_view text, std::size_t at) {
    if (static_cast<unsigned char>(text[at]) < 0x80U) {
        return 0;
    }
    for (const std::string_view space : wide_spaces) {
        if (text.substr(at, space.size()) == space) {
            return space.size();
        }
    }
    return 0;
}

std::string with_plain_blanks(std::string_view line) {
    std::string plain;
    std::size_t gaps = 0;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t length = wide_space_length(line, at);
        const char before = plain.empty() ? ' ' : plain.back();
        if (length > 0 && is_structural(line, at + length, before, gaps)) {
            plain += ' ';
        } else {
            plain += line.substr(at, std::max<std::size_t>(length, 1));
        }
        const bool is_gap = length > 0 || is_blank_byte(line[at]);
        gaps += is_gap && !is_blank_byte(before) ? 1U : 0U;
        at += std::max<std::size_t>(length, 1);
    }
    return plain;
}

} // namespace unbracket
