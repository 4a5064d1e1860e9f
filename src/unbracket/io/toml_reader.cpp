// A reader for TOML 1.0 (T. Preston-Werner and others, toml.io/en/v1.0.0) by recursive descent over
// bytes that are known to be UTF-8.
//
// Why not a library: a case needs the order of its keys, the digits of its numbers as they were
// written, and for a key given twice the first place; hostile files must not cost more than honest
// ones. The library at hand, toml++ 3.3, sorts keys, rounds decimals to doubles, takes quadratic
// time for many repeated [[headers]] and overflows the stack on long dotted keys. It serves as the
// oracle in the tests and in the fuzzer instead: both must accept the same files and read the same
// content from them.
//
// Where we are stricter: dates have no time of day, text holds no NUL. Where we are wider: a whole
// number may have any number of digits, since the case's own reader bounds them.

#include "unbracket/io/toml_reader.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/document_budget.hpp"
#include "unbracket/io/text_cursor.hpp"
#include "unbracket/io/toml_scalar.hpp"
#include "unbracket/io/toml_tree.hpp"

#include <cstddef>
#include <optional>
#include <utility>

namespace unbracket {
namespace {

class TomlReader {
public:
    TomlReader(std::string_view text, const std::string& file_name, const DocumentLimits& limits)
        : cursor_(text, file_name), budget_(cursor_, limits), tree_(cursor_, budget_) {}

    Result<Node> read() {
        TomlTree::Place place = tree_.root();
        while (!cursor_.at_end()) {
            if (!read_line(place)) {
                return *cursor_.problem();
            }
        }
        return tree_.take_root();
    }

private:
    bool read_line(TomlTree::Place& place) {
        skip_blanks();
        const char byte = cursor_.peek();
        if (byte == '[') {
            if (!read_header(place)) {
                return false;
            }
        } else if (is_bare_key_byte(byte) || byte == '"' || byte == '\'') {
            if (!read_pair(place)) {
                return false;
            }
        }
        return read_end_of_line();
    }

    void skip_blanks() {
        cursor_.skip_while([](char byte) { return byte == ' ' || byte == '\t'; });
    }

    bool read_comment() {
        if (cursor_.peek() != '#') {
            return true;
        }
        cursor_.skip_while([](char byte) {
            return byte == '\t' || (static_cast<unsigned char>(byte) >= 0x20U && byte != 0x7F);
        });
        const bool ended =
            cursor_.at_end() || cursor_.peek() == '\n' || cursor_.starts_with("\r\n");
        return ended || cursor_.refuse("a control character in a comment", "remove it");
    }

    bool read_end_of_line() {
        skip_blanks();
        if (!read_comment()) {
            return false;
        }
        if (cursor_.at_end()) {
            return true;
        }
        if (cursor_.peek() == '\n' || cursor_.starts_with("\r\n")) {
            cursor_.skip(cursor_.peek() == '\r' ? 2 : 1);
            return true;
        }
        if (cursor_.peek() == '\r') {
            return cursor_.refuse("a carriage return without a line feed",
                                  "end lines with LF or CR LF");
        }
        return cursor_.refuse(quoted(cursor_.code_point()) + " where the line should end",
                              "one `key = value` or `[header]` on each line; text in quotes, dates "
                              "as 2026-03-01");
    }

    /// White space, line breaks and comments between the values of a list.
    bool skip_between_values() {
        while (!cursor_.at_end()) {
            skip_blanks();
            if (cursor_.peek() == '#') {
                if (!read_comment()) {
                    return false;
                }
            } else if (cursor_.peek() == '\n' || cursor_.starts_with("\r\n")) {
                cursor_.take();
            } else {
                return true;
            }
        }
        return true;
    }

    bool read_header(TomlTree::Place& place) {
        SourcePosition at = cursor_.where();
        const TomlHeader header =
            cursor_.starts_with("[[") ? TomlHeader::element : TomlHeader::table;
        cursor_.skip(header == TomlHeader::element ? 2 : 1);
        TomlPath path;
        if (!read_path(path)) {
            return false;
        }
        const std::string_view closing = header == TomlHeader::element ? "]]" : "]";
        if (!cursor_.starts_with(closing)) {
            const std::string end = "end it with " + std::string(closing);
            return cursor_.refuse("this header is not closed",
                                  line_ends() || cursor_.peek() == ']'
                                      ? end + " on the same line"
                                      : end + "; an id has no spaces, write - or _");
        }
        cursor_.skip(closing.size());
        const std::optional<TomlTree::Place> opened =
            tree_.open_header(path, header, std::move(at));
        place = opened.value_or(place);
        return opened.has_value();
    }

    bool read_path(TomlPath& path) {
        while (true) {
            skip_blanks();
            TomlKey key;
            if (!read_key(key)) {
                return false;
            }
            if (!budget_.allows_depth(path.size(), key.at)) {
                return false;
            }
            path.push_back(std::move(key));
            skip_blanks();
            if (cursor_.peek() != '.') {
                return true;
            }
            cursor_.take();
        }
    }

    bool read_key(TomlKey& key) {
        key.at = cursor_.where();
        const char byte = cursor_.peek();
        if (byte == '"' || byte == '\'') {
            return read_toml_string(cursor_, TomlQuotes::single_line_only, key.text);
        }
        const std::size_t start = cursor_.offset();
        cursor_.skip_while(is_bare_key_byte);
        key.text = std::string(cursor_.since(start));
        if (!key.text.empty()) {
            return true;
        }
        return cursor_.refuse("a key is missing here",
                              "keys are letters, digits, - and _; anything else in quotes");
    }

    bool read_pair(const TomlTree::Place& place) {
        TomlPath path;
        if (!read_path(path)) {
            return false;
        }
        if (cursor_.peek() != '=') {
            return cursor_.refuse("no `=` behind the key " + quoted(path.back().text),
                                  "write key = value; text in quotes");
        }
        cursor_.take();
        skip_blanks();
        const std::optional<TomlTree::Place> target = tree_.open_dotted(place, path);
        Node value;
        if (!target || !read_value(value, target->depth + 1)) {
            return false;
        }
        tree_.insert(*target, std::move(path.back()), std::move(value));
        return true;
    }

    /// `depth` is that of the value, should it be a table or a list.
    bool read_value(Node& value, std::size_t depth) {
        SourcePosition at = cursor_.where();
        if (!budget_.count_value(at)) {
            return false;
        }
        switch (cursor_.peek()) {
        case '"':
        case '\'':
            value = text_node({}, std::move(at));
            return read_toml_string(cursor_, TomlQuotes::any, value.text);
        case '[':
            value = list_node({}, at);
            return budget_.allows_depth(depth, at) && read_list(value, depth);
        case '{':
            value = table_node(at);
            return budget_.allows_depth(depth, at) && read_inline_table(value, depth);
        default:
            return read_toml_bare_value(cursor_, value);
        }
    }

    bool read_list(Node& list, std::size_t depth) {
        cursor_.take();
        while (skip_between_values() && cursor_.peek() != ']') {
            if (cursor_.at_end()) {
                return refuse_open_list(list);
            }
            list.items.emplace_back();
            if (!read_value(list.items.back(), depth + 1) || !skip_between_values()) {
                return false;
            }
            if (cursor_.peek() == ',') {
                cursor_.take();
            } else if (cursor_.peek() != ']') {
                return refuse_open_list(list);
            }
        }
        if (cursor_.problem()) {
            return false;
        }
        cursor_.take();
        return true;
    }

    bool refuse_open_list(const Node& list) {
        if (cursor_.at_end()) {
            return cursor_.refuse(list.at, "the list that begins here is never closed",
                                  "end it with ]");
        }
        return cursor_.refuse(quoted(cursor_.code_point()) +
                                  " instead of a comma in the list that begins on line " +
                                  std::to_string(list.at.line),
                              "put commas between the values and ] at the end");
    }

    bool read_inline_table(Node& table, std::size_t depth) {
        cursor_.take();
        const TomlTree::Place place = tree_.open_inline(table, depth);
        skip_blanks();
        while (cursor_.peek() != '}') {
            if (line_ends() || !read_pair(place)) {
                return refuse_open_table(table);
            }
            skip_blanks();
            if (cursor_.peek() == '}') {
                break;
            }
            if (cursor_.peek() != ',') {
                return refuse_open_table(table);
            }
            cursor_.take();
            skip_blanks();
            if (cursor_.peek() == '}') {
                return cursor_.refuse("a comma right before }", "remove the comma");
            }
        }
        cursor_.take();
        tree_.close_inline(place);
        return true;
    }

    bool line_ends() const {
        const char byte = cursor_.peek();
        return cursor_.at_end() || byte == '\n' || byte == '\r' || byte == '#';
    }

    /// Adds nothing where the pair that was read last is the problem.
    bool refuse_open_table(const Node& table) {
        if (line_ends()) {
            return cursor_.refuse(table.at, "the table that begins here is not closed on its line",
                                  "a table in braces stands on one line; end it with }");
        }
        return cursor_.refuse(quoted(cursor_.code_point()) +
                                  " instead of a comma in a table in braces",
                              "put commas between the pairs and } at the end");
    }

    TextCursor cursor_;
    DocumentBudget budget_;
    TomlTree tree_;
};

} // namespace

Result<Node> read_toml(std::string_view bytes, const std::string& file_name,
                       const DocumentLimits& limits) {
    const Result<std::string_view> text = checked_text(bytes, file_name, limits);
    if (!text) {
        return text.problems();
    }
    return TomlReader(text.value(), file_name, limits).read();
}

} // namespace unbracket
