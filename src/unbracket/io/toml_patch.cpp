#include "unbracket/io/toml_patch.hpp"

#include "unbracket/io/toml_layout.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/io/toml_value.hpp"

#include <algorithm>
#include <optional>
#include <utility>

// Compares the two trees from the root down. Where they differ, the text of a value is replaced,
// a line goes, or a line comes behind the last one of its table. At the end the result is read
// again and compared, so that a layout that was not thought of is refused and never spoilt.

namespace unbracket {

namespace {

class Patcher {
public:
    Patcher(std::string_view text, const TomlLayout& layout) : text_(text), layout_(layout) {
        const std::size_t first = text.find('\n');
        const bool is_dos = first != std::string_view::npos && first > 0 && text[first - 1] == '\r';
        line_end_ = is_dos ? "\r\n" : "\n";
    }

    std::optional<std::string> run(const Node& before, const Node& after) {
        root_ = &before;
        take_table(before, after, "");
        if (is_lost_) {
            return std::nullopt;
        }
        std::stable_sort(edits_.begin(), edits_.end(), [](const Edit& one, const Edit& other) {
            return one.span.start < other.span.start;
        });
        std::string result;
        std::size_t copied = 0;
        for (const Edit& edit : edits_) {
            if (edit.span.start < copied) {
                return std::nullopt;
            }
            result += text_.substr(copied, edit.span.start - copied);
            result += edit.text;
            copied = edit.span.end;
        }
        result += text_.substr(copied);
        if (!behind_.empty() && !result.empty() && result.back() != '\n') {
            result += line_end_;
        }
        return result + behind_;
    }

private:
    struct Edit {
        TomlLayout::Span span;
        std::string text;
    };

    void replace(const Node& before, const Node& after) {
        const auto span = layout_.values.find(&before);
        if (span == layout_.values.end()) {
            is_lost_ = true;
            return;
        }
        edits_.push_back({span->second, toml_inline(after)});
    }

    /// `path` is how a header calls the table; empty for the root.
    void take(const Node& before, const Node& after, const std::string& path) {
        if (before.same_content(after)) {
            return;
        }
        const bool is_written = layout_.values.contains(&before);
        if (before.kind == NodeKind::table && after.kind == NodeKind::table) {
            if (is_written && !has_same_keys(before, after)) {
                replace(before, after);
            } else {
                take_table(before, after, path);
            }
        } else if (before.kind == NodeKind::list && after.kind == NodeKind::list) {
            take_list(before, after, path);
        } else {
            replace(before, after);
        }
    }

    static bool has_same_keys(const Node& before, const Node& after) {
        return std::equal(before.members.begin(), before.members.end(), after.members.begin(),
                          after.members.end(),
                          [](const Node::Member& one, const Node::Member& other) {
                              return one.key == other.key;
                          });
    }

    void take_list(const Node& before, const Node& after, const std::string& path) {
        const bool is_written = layout_.values.contains(&before);
        const std::size_t count = before.items.size();
        if (is_written && count != after.items.size()) {
            replace(before, after);
            return;
        }
        if (count > after.items.size()) {
            is_lost_ = true;
            return;
        }
        for (std::size_t i = 0; i < count; ++i) {
            take(before.items[i], after.items[i], "");
        }
        for (std::size_t i = count; i < after.items.size(); ++i) {
            add_block("[[" + path + "]]", after.items[i]);
        }
    }

    void take_table(const Node& before, const Node& after, const std::string& path) {
        for (const Node::Member& member : before.members) {
            if (after.find(member.key) == nullptr) {
                take_out(before, member.value);
            }
        }
        for (const Node::Member& member : after.members) {
            const std::string inner_path = path + (path.empty() ? "" : ".") + toml_key(member.key);
            if (const Node* own = before.find(member.key)) {
                take(*own, member.value, inner_path);
            } else {
                add(before, member, inner_path);
            }
        }
    }

    void take_out(const Node& table, const Node& value) {
        const auto lines = layout_.lines.find(&table);
        for (std::size_t i = 0; lines != layout_.lines.end() && i < lines->second.size(); ++i) {
            if (lines->second[i].value == &value) {
                edits_.push_back({lines->second[i].span, ""});
                return;
            }
        }
        if (value.kind != NodeKind::table || layout_.headers.contains(&value)) {
            is_lost_ = true;
            return;
        }
        for (const Node::Member& member : value.members) {
            take_out(value, member.value);
        }
    }

    void add(const Node& table, const Node::Member& member, const std::string& path) {
        const auto lines = layout_.lines.find(&table);
        const auto header = layout_.headers.find(&table);
        const bool has_lines = lines != layout_.lines.end();
        const bool is_block = member.value.kind == NodeKind::table;
        if (is_block && table_is_spread(table)) {
            add_block("[" + path + "]", member.value);
        } else if (has_lines) {
            const TomlLayout::Line& last = lines->second.back();
            add_line(last.span.end, last.prefix, member);
        } else if (header != layout_.headers.end()) {
            add_line(header->second, "", member);
        } else {
            is_lost_ = true;
        }
    }

    /// Whether new tables in it have a header of their own: the root, and tables that no line and
    /// no header of the text opens.
    bool table_is_spread(const Node& table) const {
        return !layout_.values.contains(&table) &&
               (is_root(table) ||
                (!layout_.lines.contains(&table) && !layout_.headers.contains(&table)));
    }
    bool is_root(const Node& table) const { return &table == root_; }

    /// A line, or several where the value is a table of tables.
    void add_line(std::size_t at, const std::string& prefix, const Node::Member& member) {
        const bool is_nested = member.value.kind == NodeKind::table &&
                               !member.value.members.empty() &&
                               std::all_of(member.value.members.begin(), member.value.members.end(),
                                           [](const Node::Member& inner) {
                                               return inner.value.kind == NodeKind::table;
                                           });
        const std::string key = prefix + toml_key(member.key);
        std::string text = at > 0 && text_[at - 1] != '\n' ? line_end_ : "";
        if (is_nested) {
            for (const Node::Member& inner : member.value.members) {
                text +=
                    key + "." + toml_key(inner.key) + " = " + toml_inline(inner.value) + line_end_;
            }
        } else {
            text += key + " = " + toml_inline(member.value) + line_end_;
        }
        edits_.push_back({{at, at}, text});
    }

    void add_block(const std::string& header, const Node& table) {
        behind_ += line_end_ + header + line_end_;
        for (const Node::Member& member : table.members) {
            behind_ += toml_key(member.key) + " = " + toml_inline(member.value) + line_end_;
        }
    }

    std::string_view text_;
    const TomlLayout& layout_;
    const Node* root_ = nullptr;
    std::string line_end_;
    std::vector<Edit> edits_;
    std::string behind_; // blocks at the end
    bool is_lost_ = false;
};

} // namespace

bool same_in_any_order(const Node& one, const Node& other) {
    if (one.kind != other.kind || one.text != other.text || one.flag != other.flag ||
        one.items.size() != other.items.size() || one.members.size() != other.members.size()) {
        return false;
    }
    for (std::size_t i = 0; i < one.items.size(); ++i) {
        if (!same_in_any_order(one.items[i], other.items[i])) {
            return false;
        }
    }
    return std::all_of(one.members.begin(), one.members.end(), [&](const Node::Member& member) {
        const auto place = static_cast<std::size_t>(&member - one.members.data());
        const bool is_at_same = other.members[place].key == member.key;
        const Node* found = is_at_same ? &other.members[place].value : other.find(member.key);
        return found != nullptr && same_in_any_order(member.value, *found);
    });
}

Result<std::string> patched_toml(std::string_view bytes, const Node& before, const Node& after) {
    const std::optional<TomlLayout> layout = toml_layout(bytes, before);
    std::optional<std::string> text;
    if (layout) {
        text = Patcher(bytes, *layout).run(before, after);
    }
    const bool is_good = text && [&] {
        const Result<Node> again = read_toml(*text, before.at.file);
        return again && same_in_any_order(again.value(), after);
    }();
    if (!is_good) {
        return Diagnostic{{before.at.file},
                          "the file is laid out in a way that cannot be changed in place",
                          "convert it to a file that unbracket wrote, then try again"};
    }
    return *text;
}

} // namespace unbracket
