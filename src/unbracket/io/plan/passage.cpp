#include "unbracket/io/plan/passage.hpp"

#include <algorithm>

namespace unbracket {

namespace {

constexpr std::size_t anchor_distance = 256; // bytes: finding a place costs no more

bool continues_code_point(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

bool can_be_escaped(char byte) {
    constexpr std::string_view marks = "\\`*_{}[]()#+-.!/|<>~^\"'$%&,:;=?@";
    return marks.find(byte) != std::string_view::npos;
}

} // namespace

bool is_blank_byte(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f' ||
           byte == '\v';
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool is_ascii_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

char lower_byte(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

bool same_letters(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right,
                              [](char a, char b) { return lower_byte(a) == lower_byte(b); });
}

std::string_view without_outer_blanks(std::string_view text) {
    while (!text.empty() && is_blank_byte(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_blank_byte(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

void Passage::add(std::string_view words, TextPlace at, Joint joint) {
    while (!words.empty() && is_blank_byte(words.front())) {
        words.remove_prefix(1);
        ++at.column;
    }
    words = without_outer_blanks(words);
    if (words.empty()) {
        return;
    }
    if (!text_.empty()) {
        text_ += joint == Joint::blank ? ' ' : '\n';
    }
    if (joint == Joint::doubtful) {
        doubtful_.push_back(text_.size());
    } else if (joint == Joint::apart) {
        apart_.push_back(text_.size());
    }
    for (std::size_t start = 0; start < words.size(); start += anchor_distance) {
        anchors_.push_back({text_.size(), at});
        const std::string_view part = words.substr(start, anchor_distance);
        text_ += part;
        at.column += static_cast<std::uint32_t>(
            std::ranges::count_if(part, [](char byte) { return !continues_code_point(byte); }));
    }
}

void Passage::add_literally(std::string_view words, TextPlace at) {
    std::string escaped;
    for (const char byte : words) {
        constexpr std::string_view marks = "\\`[]/*";
        escaped += marks.find(byte) == std::string_view::npos ? "" : "\\";
        escaped += byte;
    }
    add(escaped, at, Joint::line);
}

TextPlace Passage::place(std::size_t offset) const {
    if (anchors_.empty()) {
        return {};
    }
    auto anchor =
        std::upper_bound(anchors_.begin(), anchors_.end(), offset,
                         [](std::size_t at, const Anchor& one) { return at < one.offset; });
    anchor = anchor == anchors_.begin() ? anchor : anchor - 1;
    TextPlace at = anchor->at;
    for (std::size_t i = anchor->offset; i < offset && i < text_.size(); ++i) {
        at.column += continues_code_point(text_[i]) ? 0U : 1U;
    }
    return at;
}

std::string plain_text(std::string_view marked) {
    std::string plain;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        const char byte = marked[i];
        const char next = i + 1 < marked.size() ? marked[i + 1] : '\0';
        if (byte == '\\' && can_be_escaped(next)) {
            plain += next;
            ++i;
        } else if (byte == '*' && next == '*') {
            ++i;
        } else if (!is_blank_byte(byte)) {
            plain += byte;
        } else if (byte == '\n') {
            plain.erase(plain.find_last_not_of(' ') + 1);
            plain += '\n';
        } else if (!plain.empty() && !is_blank_byte(plain.back())) {
            plain += ' ';
        }
    }
    return std::string(without_outer_blanks(plain));
}

std::string one_line(std::string_view text) {
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    return line;
}

std::string shortened(std::string_view text, std::size_t most) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        count += continues_code_point(text[i]) ? 0U : 1U;
        if (count > most) {
            return std::string(without_outer_blanks(text.substr(0, i))) + "...";
        }
    }
    return std::string(text);
}

} // namespace unbracket
