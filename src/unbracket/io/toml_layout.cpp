#include "unbracket/io/toml_layout.hpp"

#include "unbracket/io/text_cursor.hpp"
#include "unbracket/io/toml_scalar.hpp"
#include "unbracket/io/toml_walk.hpp"

#include <utility>

// The text is known to be a good TOML file, so nothing is checked on the way but that keys are
// found.

namespace unbracket {

namespace {

class LayoutReader {
public:
    LayoutReader(std::string_view text, const std::string& name, const Node& document)
        : cursor_(text, name), document_(document) {}

    std::optional<TomlLayout> read() {
        const Node* table = &document_;
        cursor_.skip(cursor_.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        while (!cursor_.at_end() && !is_lost_) {
            const std::size_t start = cursor_.offset();
            skip_blanks(cursor_);
            if (cursor_.peek() == '[') {
                table = header();
            } else if (cursor_.peek() != '#' && !is_at_line_break(cursor_) && !cursor_.at_end()) {
                line(table, start);
                continue;
            }
            end_line();
            if (table != nullptr && opened_now_) {
                layout_.headers[table] = cursor_.offset();
                opened_now_ = false;
            }
        }
        return is_lost_ ? std::nullopt : std::optional(std::move(layout_));
    }

private:
    void end_line() {
        skip_blanks(cursor_);
        skip_comment(cursor_);
        cursor_.skip(cursor_.starts_with("\r\n") ? 2 : 1);
    }

    const Node* lost() {
        is_lost_ = true;
        return nullptr;
    }

    /// Finds quickly in tables of many keys.
    const Node* member(const Node* table, const std::string& key) {
        constexpr std::size_t few = 16;
        if (table == nullptr || table->members.size() <= few) {
            const Node* found = table == nullptr ? nullptr : table->find(key);
            return found == nullptr ? lost() : found;
        }
        auto [place, is_new] = indices_.try_emplace(table);
        if (is_new) {
            for (const Node::Member& each : table->members) {
                place->second.emplace(each.key, &each.value);
            }
        }
        const auto found = place->second.find(key);
        return found == place->second.end() ? lost() : found->second;
    }

    /// A list that is passed through stands for its element opened last.
    const Node* last_opened(const Node* node) {
        if (node == nullptr || node->kind != NodeKind::list) {
            return node;
        }
        const std::size_t count = opened_[node];
        return count == 0 || count > node->items.size() ? lost() : &node->items[count - 1];
    }

    struct Path {
        const Node* parent = nullptr;
        const Node* node = nullptr;
        std::size_t last_key = 0; // where it starts
    };
    Path path(const Node* from) {
        Path found{from, from, cursor_.offset()};
        while (!is_lost_) {
            skip_blanks(cursor_);
            found.parent = last_opened(found.node);
            found.last_key = cursor_.offset();
            found.node = member(found.parent, take_key(cursor_));
            skip_blanks(cursor_);
            if (cursor_.peek() != '.') {
                break;
            }
            cursor_.take();
        }
        return found;
    }

    const Node* header() {
        const bool opens_element = cursor_.starts_with("[[");
        cursor_.skip(opens_element ? 2 : 1);
        const Node* node = path(&document_).node;
        cursor_.skip(opens_element ? 2 : 1);
        if (node != nullptr && opens_element) {
            ++opened_[node];
        }
        opened_now_ = true;
        return last_opened(node);
    }

    void line(const Node* table, std::size_t start) {
        const Path found = path(table);
        const std::size_t end_of_prefix = found.last_key - start;
        const std::string prefix(cursor_.since(start).substr(0, end_of_prefix));
        cursor_.take();
        skip_blanks(cursor_);
        value(found.node);
        end_line();
        if (!is_lost_) {
            layout_.lines[found.parent].push_back({found.node, prefix, {start, cursor_.offset()}});
        }
    }

    void value(const Node* node) {
        if (is_lost_ || node == nullptr || cursor_.at_end()) {
            return;
        }
        const std::size_t start = cursor_.offset();
        const char byte = cursor_.peek();
        if (byte == '[') {
            list(*node);
        } else if (byte == '{') {
            inline_table(node);
        } else if (byte == '"' || byte == '\'') {
            std::string ignored;
            read_toml_string(cursor_, TomlQuotes::any, ignored);
        } else {
            Node ignored;
            read_toml_bare_value(cursor_, ignored);
        }
        layout_.values[node] = {start, cursor_.offset()};
    }

    void list(const Node& node) {
        cursor_.take();
        skip_between_values(cursor_);
        for (std::size_t i = 0; cursor_.peek() != ']' && !is_lost_ && !cursor_.at_end(); ++i) {
            value(i < node.items.size() ? &node.items[i] : lost());
            skip_between_values(cursor_);
            cursor_.skip(cursor_.peek() == ',' ? 1 : 0);
            skip_between_values(cursor_);
        }
        cursor_.skip(1);
    }

    void inline_table(const Node* node) {
        cursor_.take();
        skip_blanks(cursor_);
        while (cursor_.peek() != '}' && !is_lost_ && !cursor_.at_end()) {
            const Path found = path(node);
            cursor_.take();
            skip_blanks(cursor_);
            value(found.node);
            skip_blanks(cursor_);
            cursor_.skip(cursor_.peek() == ',' ? 1 : 0);
            skip_blanks(cursor_);
        }
        cursor_.skip(1);
    }

    TextCursor cursor_;
    const Node& document_;
    TomlLayout layout_;
    std::map<const Node*, std::size_t> opened_; // elements of each list of [[headers]]
    std::map<const Node*, std::map<std::string, const Node*>> indices_;
    bool opened_now_ = false;
    bool is_lost_ = false;
};

} // namespace

std::optional<TomlLayout> toml_layout(std::string_view text, const Node& document) {
    return LayoutReader(text, document.at.file, document).read();
}

} // namespace unbracket
