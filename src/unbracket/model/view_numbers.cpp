#include "unbracket/model/view_numbers.hpp"

#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_tree.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace unbracket {

namespace {

constexpr std::array<std::string_view, 4> numbered_lists = {"rule", "limit", "bonus", "risk"};

void change_address_texts(Node* addresses, const std::function<void(std::string&)>& change) {
    if (addresses == nullptr) {
        return;
    }
    if (addresses->kind == NodeKind::text) {
        change(addresses->text);
    }
    for (Node& address : addresses->items) {
        change(address.text);
    }
}

void change_address_keys(Node* settings, const std::function<void(std::string&)>& change) {
    if (settings != nullptr) {
        for (Node::Member& setting : settings->members) {
            change(setting.key);
        }
    }
}

void prune_ratings(Node& issue) {
    constexpr std::array<std::string_view, 5> parts = {"weight", "stance", "score", "curve",
                                                       "order"};
    std::erase_if(issue.members, [&](Node::Member& part) {
        if (std::find(parts.begin(), parts.end(), part.key) == parts.end()) {
            return false;
        }
        std::erase_if(part.value.members, [](const Node::Member& party) {
            return party.value.kind == NodeKind::table && party.value.members.empty();
        });
        return part.value.members.empty();
    });
}

} // namespace

std::set<std::string> name_by_number(Node& document) {
    std::set<std::string> numbered;
    for (const std::string_view list : numbered_lists) {
        Node* elements = document.find(list);
        for (std::size_t i = 0; elements != nullptr && i < elements->items.size(); ++i) {
            if (elements->items[i].find("id") == nullptr) {
                const std::string number = element_name(*elements, i);
                add_member(elements->items[i], "id", text_node(number));
                numbered.insert(std::string(list) + "." + number);
            }
        }
    }
    return numbered;
}

void number_anew(Node& document, const std::set<std::string>& numbered) {
    std::map<std::string, std::string> new_names;
    for (const std::string_view list : numbered_lists) {
        Node* elements = document.find(list);
        for (std::size_t i = 0; elements != nullptr && i < elements->items.size(); ++i) {
            const std::string old = std::string(list) + "." + element_name(*elements, i);
            const std::string number = std::to_string(i + 1);
            const auto other = find_element(document, list, number);
            const bool is_taken = other && !numbered.contains(std::string(list) + "." + number);
            if (numbered.contains(old) && !is_taken) {
                new_names.emplace(old, std::string(list) + "." + number);
            }
        }
    }
    change_addresses(document, [&](std::string& address) {
        const std::vector<std::string> parts = address_parts(address);
        const auto renamed =
            parts.size() > 1 ? new_names.find(parts[0] + "." + parts[1]) : new_names.end();
        if (renamed != new_names.end()) {
            const std::string rest = joined_address(parts, 2);
            address = renamed->second + (rest.empty() ? "" : "." + rest);
        }
    });
    for (const std::string_view list : numbered_lists) {
        for (Node& element : elements_of(document, list)) {
            if (new_names.contains(std::string(list) + "." + text_of(element, "id"))) {
                erase_member(element, "id");
            }
        }
    }
}

void change_addresses(Node& document, const std::function<void(std::string&)>& change) {
    for (Node& statement : elements_of(document, "said")) {
        change_address_texts(statement.find("supports"), change);
        change_address_texts(statement.find("suggests"), change);
    }
    for (Node& remark : elements_of(document, "entry")) {
        change_address_texts(remark.find("at"), change);
    }
    for (Node& element : elements_of(document, "change")) {
        change_address_keys(element.find("set"), change);
    }
    for (Node& element : elements_of(document, "driver")) {
        change_address_keys(element.find("moves"), change);
    }
    if (Node* alternatives = document.find("alternative")) {
        for (Node::Member& question : alternatives->members) {
            for (Node::Member& answer : question.value.members) {
                change_address_keys(&answer.value, change);
            }
        }
    }
}

void prune(Node& document) {
    const auto is_empty = [](const Node::Member& member) {
        return (member.value.kind == NodeKind::table && member.value.members.empty()) ||
               (member.value.kind == NodeKind::list && member.value.items.empty());
    };
    if (Node* issues = document.find("issue")) {
        for (Node::Member& issue : issues->members) {
            prune_ratings(issue.value);
        }
    }
    if (Node* order = document.find("order")) {
        std::erase_if(order->members, is_empty);
    }
    for (Node& statement : elements_of(document, "said")) {
        std::erase_if(statement.members, is_empty);
    }
    for (Node& event : elements_of(document, "event")) {
        std::erase_if(event.members, is_empty);
    }
    for (Node& driver : elements_of(document, "driver")) {
        std::erase_if(driver.members, is_empty);
    }
    std::erase_if(document.members, [&](const Node::Member& section) {
        return section.key != "party" && section.key != "agreement" && is_empty(section);
    });
}

void forget_places(Node& node) {
    node.at = {};
    for (Node& item : node.items) {
        forget_places(item);
    }
    for (Node::Member& member : node.members) {
        member.at = {};
        forget_places(member.value);
    }
}

} // namespace unbracket
