#include "unbracket/base/date.hpp"
#include "unbracket/base/rational.hpp"
#include "unbracket/base/trimmed.hpp"
#include "unbracket/model/edit.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What a person types after `--set ADDRESS=` is read here. A bare word needs no quotes; lists,
// tables and quoted texts look as in TOML. Text that starts like one of these but does not end like
// it is taken as plain text: the validation of the case then says what it expected.

namespace unbracket {

namespace {

constexpr int deepest_value = 32;

constexpr std::string_view blanks = " \t\r\n";

bool is_number(std::string_view text) {
    const DecimalProblem problem = parse_decimal(text).problem;
    return problem != DecimalProblem::not_a_number && problem != DecimalProblem::not_finite;
}

Node scalar_value(std::string_view text) {
    if (text == "true" || text == "false") {
        return boolean_node(text == "true");
    }
    if (is_number(text)) {
        return number_node(std::string(text));
    }
    if (parse_date(text)) {
        return date_node(std::string(text));
    }
    const std::size_t dots = text.find("..");
    if (dots != std::string_view::npos) {
        const std::string_view low = trimmed(text.substr(0, dots), blanks);
        const std::string_view high = trimmed(text.substr(dots + 2), blanks);
        if (is_number(low) && is_number(high)) {
            return list_node({number_node(std::string(low)), number_node(std::string(high))});
        }
    }
    return text_node(std::string(text));
}

/// Reads one value that may hold others. Every function gives nothing where the text is not well
/// formed.
class ValueReader {
public:
    explicit ValueReader(std::string_view text) : rest_(text) {}

    std::optional<Node> read_all() {
        std::optional<Node> node = read_value(0);
        skip_blanks();
        return rest_.empty() ? std::move(node) : std::nullopt;
    }

private:
    void skip_blanks() {
        const std::size_t first = rest_.find_first_not_of(" \t\r\n");
        rest_.remove_prefix(first == std::string_view::npos ? rest_.size() : first);
    }

    bool take(char wanted) {
        skip_blanks();
        if (rest_.empty() || rest_.front() != wanted) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }

    std::optional<Node> read_value(int depth) {
        if (depth > deepest_value) {
            return std::nullopt;
        }
        if (take('[')) {
            return read_list(depth);
        }
        if (take('{')) {
            return read_table(depth);
        }
        if (take('"')) {
            std::optional<std::string> text = read_quoted();
            return text ? std::optional(text_node(std::move(*text))) : std::nullopt;
        }
        const std::string_view bare = read_bare(",]}");
        return bare.empty() ? std::nullopt : std::optional(scalar_value(bare));
    }

    std::string_view read_bare(std::string_view stops) {
        const std::size_t end = std::min(rest_.find_first_of(stops), rest_.size());
        const std::string_view bare = trimmed(rest_.substr(0, end), blanks);
        rest_.remove_prefix(end);
        return bare;
    }

    std::optional<std::string> read_quoted() {
        std::string text;
        while (!rest_.empty()) {
            const char character = rest_.front();
            rest_.remove_prefix(1);
            if (character == '"') {
                return text;
            }
            if (character == '\\' && !rest_.empty()) {
                text += rest_.front();
                rest_.remove_prefix(1);
                continue;
            }
            text += character;
        }
        return std::nullopt;
    }

    std::optional<Node> read_list(int depth) {
        std::vector<Node> items;
        while (!take(']')) {
            std::optional<Node> item = read_value(depth + 1);
            if (!item) {
                return std::nullopt;
            }
            items.push_back(std::move(*item));
            if (!take(',')) {
                return take(']') ? std::optional(list_node(std::move(items))) : std::nullopt;
            }
        }
        return list_node(std::move(items));
    }

    std::optional<Node> read_table(int depth) {
        Node table = table_node();
        while (!take('}')) {
            if (!read_member(table, depth)) {
                return std::nullopt;
            }
            if (!take(',')) {
                return take('}') ? std::optional(std::move(table)) : std::nullopt;
            }
        }
        return table;
    }

    /// `key = value`; dots in a key without quotes lead into tables, as in TOML.
    bool read_member(Node& table, int depth) {
        std::vector<std::string> keys;
        do {
            std::optional<std::string> key =
                take('"') ? read_quoted() : std::optional(std::string(read_bare(".=,]}")));
            if (!key || key->empty()) {
                return false;
            }
            keys.push_back(std::move(*key));
        } while (take('.'));
        if (!take('=')) {
            return false;
        }
        std::optional<Node> value = read_value(depth + static_cast<int>(keys.size()));
        return value && put(table, keys, std::move(*value));
    }

    static bool put(Node& table, const std::vector<std::string>& keys, Node value) {
        Node* inner = &table;
        for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
            Node* next = inner->find(keys[i]);
            inner = next != nullptr ? next : &add_member(*inner, keys[i], table_node());
            if (inner->kind != NodeKind::table) {
                return false;
            }
        }
        if (inner->find(keys.back()) != nullptr) {
            return false;
        }
        add_member(*inner, keys.back(), std::move(value));
        return true;
    }

    std::string_view rest_;
};

} // namespace

Node parse_setting_value(std::string_view text) {
    const std::string_view value = trimmed(text, blanks);
    if (!value.empty() && std::string_view("[{\"").find(value.front()) != std::string_view::npos) {
        if (std::optional<Node> node = ValueReader(value).read_all()) {
            return std::move(*node);
        }
        return text_node(std::string(value));
    }
    return scalar_value(value);
}

} // namespace unbracket
