#include "unbracket/model/edit_tree.hpp"

#include "unbracket/base/require.hpp"

#include <utility>

namespace unbracket {

namespace {

const Node* next_node(const Node& node, const PlaceStep& step) {
    if (!step.element) {
        return node.find(step.key);
    }
    return *step.element < node.items.size() ? &node.items[*step.element] : nullptr;
}

Node* next_node(Node& node, const PlaceStep& step) {
    return const_cast<Node*>(next_node(std::as_const(node), step));
}

void name_by_position(Node& list, std::size_t first) {
    for (std::size_t i = first; i < list.items.size(); ++i) {
        Node& element = list.items[i];
        if (element.kind == NodeKind::table && element.find("id") == nullptr) {
            add_member(element, "id", text_node(std::to_string(i + 1)));
        }
    }
}

/// Below `issue.X` and `draft.D` an empty table says nothing; above, it is the issue or draft.
constexpr std::size_t shortest_path_to_prune = 3;

} // namespace

const Node* node_at(const Node& document, const std::vector<PlaceStep>& steps) {
    const Node* node = &document;
    for (const PlaceStep& step : steps) {
        node = next_node(*node, step);
        if (node == nullptr) {
            return nullptr;
        }
    }
    return node;
}

void put_at(Node& document, const std::vector<PlaceStep>& steps, Node value) {
    Node* node = &document;
    for (const PlaceStep& step : steps) {
        Node* next = next_node(*node, step);
        if (next == nullptr) {
            UNBRACKET_REQUIRE(!step.element, "elements of lists are replaced, not added");
            next = &add_member(*node, step.key, table_node(value.at), value.at);
        }
        node = next;
    }
    *node = std::move(value);
}

void take_out(Node& document, const std::vector<PlaceStep>& steps) {
    if (steps.empty() || node_at(document, steps) == nullptr) {
        return;
    }
    std::vector<PlaceStep> above(steps.begin(), steps.end() - 1);
    Node& parent = const_cast<Node&>(*node_at(document, above));
    if (const std::optional<std::size_t> element = steps.back().element) {
        name_by_position(parent, *element + 1);
        parent.items.erase(parent.items.begin() + static_cast<std::ptrdiff_t>(*element));
        return;
    }
    erase_member(parent, steps.back().key);
    if (parent.members.empty() && above.size() >= shortest_path_to_prune) {
        take_out(document, above);
    }
}

void erase_member(Node& table, std::string_view key) {
    std::erase_if(table.members, [&](const Node::Member& member) { return member.key == key; });
}

bool forget_names(Node& table, std::string_view key, const std::set<std::string>& names) {
    Node* held = table.find(key);
    if (held == nullptr) {
        return false;
    }
    if (held->kind != NodeKind::list) {
        const bool goes = names.contains(held->text);
        if (goes) {
            erase_member(table, key);
        }
        return goes;
    }
    const auto taken =
        std::erase_if(held->items, [&](const Node& name) { return names.contains(name.text); });
    return taken > 0 && held->items.empty();
}

std::string text_of(const Node& table, std::string_view key) {
    const Node* node = table.find(key);
    return node == nullptr ? std::string() : node->text;
}

std::vector<std::string> member_keys(const Node* table) {
    std::vector<std::string> keys;
    if (table != nullptr) {
        for (const Node::Member& member : table->members) {
            keys.push_back(member.key);
        }
    }
    return keys;
}

std::optional<Date> date_of(const Node& table, std::string_view key) {
    const Node* date = table.find(key);
    return date == nullptr ? std::nullopt : parse_date(date->text);
}

std::span<const Node> one_or_several(const Node& value) {
    return value.kind == NodeKind::list ? std::span<const Node>(value.items) : std::span(&value, 1);
}

std::span<Node> elements_of(Node& document, std::string_view list) {
    Node* node = document.find(list);
    return node == nullptr ? std::span<Node>() : std::span<Node>(node->items);
}

std::span<const Node> elements_of(const Node& document, std::string_view list) {
    const Node* node = document.find(list);
    return node == nullptr ? std::span<const Node>() : std::span<const Node>(node->items);
}

} // namespace unbracket
