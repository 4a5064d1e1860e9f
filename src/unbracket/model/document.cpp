#include "unbracket/model/document.hpp"

#include "unbracket/base/require.hpp"

#include <utility>

namespace unbracket {

const Node* Node::find(std::string_view key) const {
    if (kind != NodeKind::table) {
        return nullptr;
    }
    for (const Member& member : members) {
        if (member.key == key) {
            return &member.value;
        }
    }
    return nullptr;
}

Node* Node::find(std::string_view key) {
    return const_cast<Node*>(std::as_const(*this).find(key));
}

bool Node::same_content(const Node& other) const {
    if (kind != other.kind || flag != other.flag || text != other.text) {
        return false;
    }
    if (items.size() != other.items.size() || members.size() != other.members.size()) {
        return false;
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!items[i].same_content(other.items[i])) {
            return false;
        }
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (members[i].key != other.members[i].key) {
            return false;
        }
        if (!members[i].value.same_content(other.members[i].value)) {
            return false;
        }
    }
    return true;
}

namespace {

Node scalar(NodeKind kind, std::string text, SourcePosition at) {
    Node node;
    node.kind = kind;
    node.text = std::move(text);
    node.at = std::move(at);
    return node;
}

} // namespace

Node null_node(SourcePosition at) {
    return scalar(NodeKind::null, {}, std::move(at));
}

Node boolean_node(bool flag, SourcePosition at) {
    Node node = scalar(NodeKind::boolean, {}, std::move(at));
    node.flag = flag;
    return node;
}

Node number_node(std::string text, SourcePosition at) {
    return scalar(NodeKind::number, std::move(text), std::move(at));
}

Node text_node(std::string text, SourcePosition at) {
    return scalar(NodeKind::text, std::move(text), std::move(at));
}

Node date_node(std::string iso_date, SourcePosition at) {
    return scalar(NodeKind::date, std::move(iso_date), std::move(at));
}

Node list_node(std::vector<Node> items, SourcePosition at) {
    Node node = scalar(NodeKind::list, {}, std::move(at));
    node.items = std::move(items);
    return node;
}

Node table_node(SourcePosition at) {
    return scalar(NodeKind::table, {}, std::move(at));
}

Node& add_member(Node& table, std::string key, Node value, SourcePosition at) {
    UNBRACKET_REQUIRE(table.kind == NodeKind::table, "members are added to tables");
    UNBRACKET_REQUIRE(table.find(key) == nullptr, "a key stands once in a table");
    table.members.push_back({std::move(key), std::move(at), std::move(value)});
    return table.members.back().value;
}

} // namespace unbracket
