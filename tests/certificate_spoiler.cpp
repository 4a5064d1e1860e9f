#include "tests/certificate_spoiler.hpp"

#include <algorithm>
#include <utility>

namespace unbracket::testing {

namespace {

using Visit = std::function<void(Node& node, const std::string& path)>;

void visit_all(Node& node, const std::string& path, const Visit& visit) {
    visit(node, path);
    for (Node::Member& member : node.members) {
        visit_all(member.value, path + "." + member.key, visit);
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        visit_all(node.items[i], path + "[" + std::to_string(i) + "]", visit);
    }
}

std::vector<Node> other_kinds(NodeKind kind) {
    std::vector<Node> others;
    for (Node node : {null_node(), boolean_node(true), number_node("7"), text_node("what"),
                      date_node("2026-01-01"), list_node({text_node("a")}), table_node()}) {
        if (node.kind != kind) {
            others.push_back(std::move(node));
        }
    }
    return others;
}

/// All texts that occur, keys included.
std::vector<std::string> texts_of(Node& certificate) {
    std::vector<std::string> texts;
    visit_all(certificate, "", [&texts](Node& node, const std::string&) {
        texts.push_back(node.text);
        for (const Node::Member& member : node.members) {
            texts.push_back(member.key);
        }
    });
    return texts;
}

template <class Things>
auto& one_of(Things& things, Random& random) {
    return things[static_cast<std::size_t>(random.between(0, std::ssize(things) - 1))];
}

std::ptrdiff_t place_in(std::size_t size, Random& random) {
    return random.between(0, static_cast<std::int64_t>(size) - 1);
}

template <class Things>
void shuffle_things(Things& things, Random& random) {
    if (things.empty()) {
        return;
    }
    const auto place = things.begin() + place_in(things.size(), random);
    switch (random.between(0, 2)) {
    case 0:
        things.erase(place);
        break;
    case 1: {
        auto copy = *place;
        things.push_back(std::move(copy));
        break;
    }
    default:
        std::iter_swap(place, things.begin() + place_in(things.size(), random));
        break;
    }
}

void spoil_scalar(Node& node, const std::vector<std::string>& texts, Random& random) {
    const std::vector<std::string> numbers = {"0",
                                              "1",
                                              "2",
                                              "3",
                                              "-1",
                                              "10",
                                              "100",
                                              "1/2",
                                              "7/3",
                                              "0.5",
                                              "1e3",
                                              "1e-3",
                                              "1e400",
                                              "1/0",
                                              "01",
                                              "2.0",
                                              "",
                                              "-",
                                              "98765432109876543210"};
    switch (node.kind) {
    case NodeKind::number:
        node.text = one_of(numbers, random);
        break;
    case NodeKind::boolean:
        node.flag = !node.flag;
        break;
    case NodeKind::text:
        node.text = random.chance(1, 2) ? one_of(texts, random) : one_of(numbers, random);
        break;
    case NodeKind::null:
    case NodeKind::date:
    case NodeKind::list:
    case NodeKind::table:
        break;
    }
}

} // namespace

std::vector<Spoiled> spoiled_in_form(const Node& certificate) {
    std::vector<Spoiled> all;
    Node work = certificate;
    visit_all(work, "", [&](Node& node, const std::string& path) {
        const Node original = node;
        const auto keep = [&](const std::string& what) {
            all.push_back({path + " " + what, work});
            node = original;
        };
        for (Node& other : other_kinds(original.kind)) {
            node = std::move(other);
            keep("is of another kind");
        }
        if (original.kind != NodeKind::table) {
            return;
        }
        add_member(node, "stranger", number_node("1"));
        keep("has a stranger");
        for (std::size_t i = 0; i < original.members.size(); ++i) {
            const std::string& key = original.members[i].key;
            node.members.erase(node.members.begin() + static_cast<std::ptrdiff_t>(i));
            keep("lacks " + key);
            node.members[i].key += "s";
            keep("has a misspelt " + key);
            node.members.push_back(original.members[i]);
            keep("has twice " + key);
        }
    });
    return all;
}

void spoil_at_random(Node& certificate, Random& random) {
    const std::vector<std::string> texts = texts_of(certificate);
    std::vector<Node*> nodes;
    visit_all(certificate, "",
              [&nodes](Node& node, const std::string&) { nodes.push_back(&node); });
    Node& node = *one_of(nodes, random);
    if (node.kind == NodeKind::list) {
        shuffle_things(node.items, random);
    } else if (node.kind != NodeKind::table) {
        spoil_scalar(node, texts, random);
    } else if (random.chance(1, 2)) {
        shuffle_things(node.members, random);
    } else if (!node.members.empty()) {
        one_of(node.members, random).key = one_of(texts, random);
    }
}

} // namespace unbracket::testing
