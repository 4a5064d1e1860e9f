#include "unbracket/base/rational.hpp"
#include "unbracket/model/edit.hpp"

#include <string>
#include <string_view>

// A compact text close to JSON: tables as {"key":value,...} in order of appearance, lists as
// [value,...], texts quoted. Numbers are written as exact fractions in lowest terms, so that `5`,
// `5.0` and `+5` agree; a number that cannot be read is kept as written behind a `#`. Dates are
// written as texts, since formats without a type for dates give them so.

namespace unbracket {

namespace {

void write_quoted(std::string& out, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (character == '"' || character == '\\') {
            out += '\\';
            out += character;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4U];
            out += hex[byte & 0xfU];
        } else {
            out += character;
        }
    }
    out += '"';
}

void write_number(std::string& out, std::string_view text) {
    const ParsedDecimal parsed = parse_decimal(text);
    if (parsed.problem == DecimalProblem::none) {
        out += parsed.value.to_fraction_text();
        return;
    }
    out += '#';
    write_quoted(out, text);
}

void write_node(std::string& out, const Node& node);

void write_list(std::string& out, const Node& list) {
    out += '[';
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        if (i > 0) {
            out += ',';
        }
        write_node(out, list.items[i]);
    }
    out += ']';
}

void write_table(std::string& out, const Node& table) {
    out += '{';
    for (std::size_t i = 0; i < table.members.size(); ++i) {
        if (i > 0) {
            out += ',';
        }
        write_quoted(out, table.members[i].key);
        out += ':';
        write_node(out, table.members[i].value);
    }
    out += '}';
}

void write_node(std::string& out, const Node& node) {
    switch (node.kind) {
    case NodeKind::null:
        out += "null";
        break;
    case NodeKind::boolean:
        out += node.flag ? "true" : "false";
        break;
    case NodeKind::number:
        write_number(out, node.text);
        break;
    case NodeKind::text:
    case NodeKind::date:
        write_quoted(out, node.text);
        break;
    case NodeKind::list:
        write_list(out, node);
        break;
    case NodeKind::table:
        write_table(out, node);
        break;
    }
}

} // namespace

std::string canonical_text(const Node& document) {
    std::string out;
    write_node(out, document);
    return out;
}

} // namespace unbracket
