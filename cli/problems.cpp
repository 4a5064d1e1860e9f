#include "cli/problems.hpp"

#include <algorithm>

namespace unbracket::cli {

namespace {

/// How a character that acts on a terminal is shown, and how many bytes it takes; no bytes for all
/// other characters.
struct Escaped {
    std::string text;
    std::size_t bytes = 0;
};

std::string escape_of(unsigned code) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "\\u";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) {
        text += digits[(code >> shift) & 0xFU];
    }
    return text;
}

/// U+0000 to U+001F, U+007F to U+009F, and what turns the direction of the text that follows:
/// U+202A to U+202E, U+2066 to U+2069.
Escaped escaped_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t offset) -> unsigned {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    if (byte(0) < 0x20 || byte(0) == 0x7F) {
        return {escape_of(byte(0)), 1};
    }
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) {
        return {escape_of(byte(1)), 2};
    }
    const unsigned code = ((byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU)) + 0x2000U;
    const bool turns = (byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE) ||
                       (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9);
    return byte(0) == 0xE2 && turns ? Escaped{escape_of(code), 3} : Escaped{};
}

} // namespace

std::string without_control_characters(std::string_view text) {
    std::string safe;
    for (std::size_t i = 0; i < text.size();) {
        const Escaped escaped = escaped_at(text, i);
        safe += escaped.bytes == 0 ? std::string(1, text[i]) : escaped.text;
        i += std::max<std::size_t>(escaped.bytes, 1);
    }
    return safe;
}

std::string problem_line(const Diagnostic& problem) {
    const std::string where = to_string(problem.where);
    return without_control_characters((where.empty() ? "unbracket" : where) + ": " + problem.what +
                                      (problem.hint.empty() ? "" : "; " + problem.hint));
}

std::string problem_list(const Diagnostics& problems) {
    std::string text;
    for (const Diagnostic& problem : problems) {
        text += problem_line(problem) + "\n";
    }
    if (problems.size() > 1) {
        text += std::to_string(problems.size()) + " problems\n";
    } else {
        text += "1 problem\n";
    }
    return text;
}

Node problems_json(const Diagnostics& problems) {
    Node list = list_node({});
    for (const Diagnostic& problem : problems) {
        Node one = table_node();
        add_member(one, "file", text_node(problem.where.file));
        add_member(one, "line", number_node(std::to_string(problem.where.line)));
        add_member(one, "column", number_node(std::to_string(problem.where.column)));
        add_member(one, "what", text_node(problem.what));
        add_member(one, "hint", text_node(problem.hint));
        list.items.push_back(std::move(one));
    }
    Node whole = table_node();
    add_member(whole, "errors", std::move(list));
    return whole;
}

} // namespace unbracket::cli
