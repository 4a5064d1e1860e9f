#include "unbracket/io/toml_writer.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/io/toml_value.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace unbracket {
namespace {

constexpr std::size_t widest_line = 100;

/// Sections of a case whose members have a header each, however short they are.
constexpr std::array<std::string_view, 4> headed_sections = {"issue", "draft", "alternative",
                                                             "quantity"};

bool is_table(const Node& value) {
    return value.kind == NodeKind::table;
}

bool is_list_of_tables(const Node& value) {
    return value.kind == NodeKind::list && !value.items.empty() &&
           std::ranges::all_of(value.items, is_table);
}

bool consists_of_tables(const Node& table) {
    return is_table(table) && !table.members.empty() &&
           std::ranges::all_of(table.members,
                               [](const Node::Member& member) { return is_table(member.value); });
}

bool fits_one_line(std::string_view path, const Node& value) {
    return path.size() + 3 + toml_inline(value).size() <= widest_line;
}

bool each_fits_one_line(const std::string& path, const Node& table) {
    return std::ranges::all_of(table.members, [&](const Node::Member& member) {
        return fits_one_line(path + "." + toml_key(member.key), member.value);
    });
}

class TomlWriter {
public:
    std::string write(const Node& root) {
        const std::size_t headers = first_header(root);
        for (std::size_t i = 0; i < headers; ++i) {
            const Node::Member& member = root.members[i];
            if (consists_of_tables(member.value)) {
                write_dotted(toml_key(member.key), member.value);
            } else {
                write_line(toml_key(member.key), member.value);
            }
        }
        for (std::size_t i = headers; i < root.members.size(); ++i) {
            write_section(root.members[i]);
        }
        return std::move(text_);
    }

private:
    /// From that member of the root on all have headers: tables and lists of tables only. Short
    /// tables of tables right before it (`party.alta = { ... }`) do without.
    static std::size_t first_header(const Node& root) {
        std::size_t first = root.members.size();
        while (first > 0 && (is_table(root.members[first - 1].value) ||
                             is_list_of_tables(root.members[first - 1].value))) {
            --first;
        }
        while (first < root.members.size() && is_short_section(root.members[first])) {
            ++first;
        }
        return first;
    }

    static bool has_headed_members(const Node::Member& section) {
        return consists_of_tables(section.value) &&
               (std::ranges::find(headed_sections, section.key) != headed_sections.end() ||
                !each_fits_one_line(toml_key(section.key), section.value));
    }

    static bool is_short_section(const Node::Member& section) {
        return consists_of_tables(section.value) && !has_headed_members(section);
    }

    void write_section(const Node::Member& section) {
        const std::string key = toml_key(section.key);
        if (section.value.kind == NodeKind::list) {
            for (const Node& element : section.value.items) {
                write_body("[[" + key + "]]", element);
            }
        } else if (has_headed_members(section)) {
            for (const Node::Member& member : section.value.members) {
                write_body("[" + key + "." + toml_key(member.key) + "]", member.value);
            }
        } else {
            write_body("[" + key + "]", section.value);
        }
    }

    void write_body(const std::string& header, const Node& table) {
        text_ += (text_.empty() ? "" : "\n") + header + "\n";
        for (const Node::Member& member : table.members) {
            write_line(toml_key(member.key), member.value);
        }
    }

    void write_line(const std::string& path, const Node& value) {
        if (value.kind == NodeKind::text && value.text.find('\n') != std::string::npos) {
            text_ += path + " = " + toml_lines(value.text) + "\n";
        } else if (fits_one_line(path, value) || (value.items.empty() && value.members.empty())) {
            text_ += path + " = " + toml_inline(value) + "\n";
        } else if (is_table(value)) {
            write_dotted(path, value);
        } else {
            text_ += path + " = [\n";
            for (const Node& item : value.items) {
                text_ += "    " + toml_inline(item) + ",\n";
            }
            text_ += "]\n";
        }
    }

    void write_dotted(const std::string& path, const Node& table) {
        for (const Node::Member& member : table.members) {
            write_line(path + "." + toml_key(member.key), member.value);
        }
    }

    std::string text_;
};

} // namespace

std::string write_toml(const Node& root) {
    UNBRACKET_REQUIRE(is_table(root), "a document is a table");
    return TomlWriter().write(root);
}

} // namespace unbracket
