#pragma once

#include "unbracket/base/diagnostic.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// `null` stands in what the program writes, for an answer that there is none of, and in
/// certificates; in a case no reader accepts it.
enum class NodeKind { null, boolean, number, text, date, list, table };

/// One value of a case file as it was written, whatever the format it came from: a tree of tables,
/// lists and scalars in order of appearance, each with its place in the file. Numbers keep their
/// text, so that nothing is rounded before the exact reader sees it.
struct Node {
    struct Member;

    NodeKind kind = NodeKind::table;
    bool flag = false; // of a boolean
    SourcePosition at;
    std::string text;            // of a number (as written), a text (the text itself), a date (ISO)
    std::vector<Node> items;     // of a list
    std::vector<Member> members; // of a table, in order of appearance, keys distinct

    /// The member's value, or nothing where there is no such key or this is no table.
    const Node* find(std::string_view key) const;
    Node* find(std::string_view key);

    /// Same content in the same order; places in files do not count.
    bool same_content(const Node& other) const;
};

struct Node::Member {
    std::string key;
    SourcePosition at;
    Node value;
};

Node null_node(SourcePosition at = {});
Node boolean_node(bool flag, SourcePosition at = {});
Node number_node(std::string text, SourcePosition at = {});
Node text_node(std::string text, SourcePosition at = {});
Node date_node(std::string iso_date, SourcePosition at = {});
Node list_node(std::vector<Node> items, SourcePosition at = {});
Node table_node(SourcePosition at = {});

/// Adds a member at the end; the key must not be there yet.
Node& add_member(Node& table, std::string key, Node value, SourcePosition at = {});

/// What a reader of any format accepts at most. The readers refuse anything beyond it with a
/// diagnostic and allocate nothing for it.
struct DocumentLimits {
    std::size_t bytes = 16U << 20U;
    std::size_t depth = 32;
    std::size_t nodes = 4'000'000;
};

} // namespace unbracket
