#include "unbracket/io/toml_value.hpp"

#include "unbracket/io/toml_scalar.hpp"

#include <algorithm>
#include <cstddef>

namespace unbracket {
namespace {

std::string escaped(std::string_view text) {
    constexpr std::string_view meanings = "\b\t\n\f\r\"\\";
    constexpr std::string_view names = "btnfr\"\\";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        const std::size_t index = meanings.find(byte);
        if (index != std::string_view::npos) {
            result += {'\\', names[index]};
        } else if (code < 0x20U || code == 0x7FU) {
            result += "\\u00";
            result += {digits[code >> 4U], digits[code & 0x0FU]};
        } else {
            result += byte;
        }
    }
    return result;
}

/// One line between three quotes, where a single quote may stand for itself.
std::string escaped_line(std::string_view line) {
    if (line.find("\"\"") != std::string_view::npos || line.ends_with('"')) {
        return escaped(line);
    }
    std::string result;
    for (std::size_t start = 0; start <= line.size();) {
        const std::size_t end = std::min(line.find('"', start), line.size());
        result += escaped(line.substr(start, end - start));
        result += end < line.size() ? "\"" : "";
        start = end + 1;
    }
    return result;
}

std::string list_inline(const Node& list) {
    std::string text = "[";
    for (const Node& item : list.items) {
        text += (text.size() > 1 ? ", " : "") + toml_inline(item);
    }
    return text + "]";
}

std::string table_inline(const Node& table) {
    std::string text = "{";
    for (const Node::Member& member : table.members) {
        text += text.size() > 1 ? ", " : " ";
        text += toml_key(member.key) + " = " + toml_inline(member.value);
    }
    return text + (text.size() > 1 ? " }" : "}");
}

} // namespace

std::string toml_key(std::string_view key) {
    const bool is_bare = !key.empty() && std::ranges::all_of(key, is_bare_key_byte);
    return is_bare ? std::string(key) : toml_quoted(key);
}

std::string toml_quoted(std::string_view text) {
    return "\"" + escaped(text) + "\"";
}

std::string toml_lines(std::string_view text) {
    std::string lines = "\"\"\"\n";
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        lines += escaped_line(text.substr(start, end - start));
        lines += end < text.size() ? "\n" : "";
        start = end + 1;
    }
    return lines + "\"\"\"";
}

std::string toml_inline(const Node& value) {
    switch (value.kind) {
    case NodeKind::boolean:
        return value.flag ? "true" : "false";
    case NodeKind::number:
    case NodeKind::date:
        return value.text;
    case NodeKind::text:
        return toml_quoted(value.text);
    case NodeKind::list:
        return list_inline(value);
    case NodeKind::table:
        return table_inline(value);
    case NodeKind::null:
        break; // TOML has none, and no document that is written as TOML holds one
    }
    return "\"\"";
}

} // namespace unbracket
