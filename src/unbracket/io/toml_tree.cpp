#include "unbracket/io/toml_tree.hpp"

#include "unbracket/io/checked_text.hpp"

#include <utility>

namespace unbracket {
namespace {

std::string line_of(const SourcePosition& at) {
    return "line " + std::to_string(at.line);
}

} // namespace

TomlTree::TomlTree(TextCursor& cursor, DocumentBudget& budget)
    : cursor_(cursor), budget_(budget), root_(table_node(cursor.where())), states_(1) {}

bool TomlTree::may_add(std::size_t depth, const SourcePosition& at) {
    return budget_.allows_depth(depth, at) && budget_.count_value(at);
}

void TomlTree::insert(const Place& place, TomlKey key, Node value) {
    std::vector<Node::Member>& members = place.node->members;
    State& state = states_[place.state];
    members.push_back({std::move(key.text), std::move(key.at), std::move(value)});
    state.children.push_back(0);
    state.index.note_added(members);
}

TomlTree::Place TomlTree::child(const Place& place, std::uint32_t member) {
    return {&place.node->members[member].value, states_[place.state].children[member],
            place.depth + 1};
}

TomlTree::Place TomlTree::last_element(const Place& list) {
    return {&list.node->items.back(), states_[list.state].children.back(), list.depth + 1};
}

std::optional<TomlTree::Place> TomlTree::add_table(const Place& place, const TomlKey& key,
                                                   Origin origin) {
    if (!may_add(place.depth + 1, key.at)) {
        return std::nullopt;
    }
    insert(place, key, table_node(key.at));
    const auto state = static_cast<std::uint32_t>(states_.size());
    states_.push_back({origin, {}, {}});
    states_[place.state].children.back() = state;
    return Place{&place.node->members.back().value, state, place.depth + 1};
}

std::optional<TomlTree::Place> TomlTree::add_list(const Place& place, const TomlKey& key,
                                                  SourcePosition at) {
    const std::optional<Place> list = add_table(place, key, Origin::list_of_tables);
    if (!list) {
        return std::nullopt;
    }
    *list->node = list_node({}, key.at);
    return add_element(*list, std::move(at));
}

std::optional<TomlTree::Place> TomlTree::add_element(const Place& list, SourcePosition at) {
    if (!may_add(list.depth + 1, at)) {
        return std::nullopt;
    }
    list.node->items.push_back(table_node(std::move(at)));
    const auto state = static_cast<std::uint32_t>(states_.size());
    states_.push_back({Origin::header, {}, {}});
    states_[list.state].children = {state};
    return last_element(list);
}

std::nullopt_t TomlTree::refuse_again(const TomlKey& key, const Node::Member& first) {
    const std::string name = quoted(key.text);
    if (first.value.kind == NodeKind::table || first.value.kind == NodeKind::list) {
        cursor_.refuse(key.at, name + " is defined twice",
                       "it was first defined on " + line_of(first.at) +
                           "; put everything about it in one place");
    } else {
        cursor_.refuse(key.at, "the key " + name + " stands twice",
                       "it was first given on " + line_of(first.at) + "; keep one of them");
    }
    return std::nullopt;
}

std::optional<TomlTree::Place> TomlTree::step_through_header(const Place& place,
                                                             const TomlKey& key) {
    const std::optional<std::uint32_t> member = find(place, key.text);
    if (!member) {
        return add_table(place, key, Origin::implied);
    }
    const Place next = child(place, *member);
    if (next.state == 0) {
        return refuse_again(key, place.node->members[*member]);
    }
    const bool is_list = states_[next.state].origin == Origin::list_of_tables;
    return is_list ? last_element(next) : next;
}

std::optional<TomlTree::Place> TomlTree::reopen(const Place& place, std::uint32_t member,
                                                const TomlKey& key, TomlHeader header,
                                                SourcePosition at) {
    const Place next = child(place, member);
    if (next.state != 0) {
        Origin& origin = states_[next.state].origin;
        if (header == TomlHeader::element && origin == Origin::list_of_tables) {
            return add_element(next, std::move(at));
        }
        if (header == TomlHeader::table && origin == Origin::implied) {
            origin = Origin::header;
            return next;
        }
    }
    return refuse_again(key, place.node->members[member]);
}

std::optional<TomlTree::Place> TomlTree::open_header(const TomlPath& path, TomlHeader header,
                                                     SourcePosition at) {
    std::optional<Place> place = root();
    for (std::size_t i = 0; i + 1 < path.size() && place; ++i) {
        place = step_through_header(*place, path[i]);
    }
    if (!place) {
        return std::nullopt;
    }
    const TomlKey& last = path.back();
    if (const std::optional<std::uint32_t> member = find(*place, last.text)) {
        return reopen(*place, *member, last, header, std::move(at));
    }
    return header == TomlHeader::element ? add_list(*place, last, std::move(at))
                                         : add_table(*place, last, Origin::header);
}

std::optional<TomlTree::Place> TomlTree::step_through_dotted(const Place& place,
                                                             const TomlKey& key) {
    const std::optional<std::uint32_t> member = find(place, key.text);
    if (!member) {
        return add_table(place, key, Origin::dotted);
    }
    const Place next = child(place, *member);
    Origin& origin = states_[next.state].origin;
    if (next.state == 0 || (origin != Origin::dotted && origin != Origin::implied)) {
        return refuse_again(key, place.node->members[*member]);
    }
    origin = Origin::dotted;
    return next;
}

std::optional<TomlTree::Place> TomlTree::open_dotted(Place from, const TomlPath& path) {
    std::optional<Place> place = from;
    for (std::size_t i = 0; i + 1 < path.size() && place; ++i) {
        place = step_through_dotted(*place, path[i]);
    }
    if (!place) {
        return std::nullopt;
    }
    if (const std::optional<std::uint32_t> member = find(*place, path.back().text)) {
        return refuse_again(path.back(), place->node->members[*member]);
    }
    return place;
}

TomlTree::Place TomlTree::open_inline(Node& table, std::size_t depth) {
    states_.push_back({Origin::inlined, {}, {}});
    return {&table, static_cast<std::uint32_t>(states_.size() - 1), depth};
}

void TomlTree::close_inline(const Place& place) {
    states_.resize(place.state);
}

} // namespace unbracket
