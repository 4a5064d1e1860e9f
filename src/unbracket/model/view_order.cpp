#include "unbracket/model/view_order.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Sections that it does not name come last, by name: `ratify` alone.

namespace unbracket {

namespace {

constexpr std::array<std::string_view, 33> sections = {
    "unbracket", "title",  "summary",  "as_of",     "view",     "entered_by", "checked_by",
    "party",     "person", "source",   "agreement", "document", "package",    "point",
    "issue",     "order",  "fallback", "intent",    "rule",     "limit",      "bonus",
    "risk",      "draft",  "said",     "entry",     "words",    "change",     "alternative",
    "quantity",  "driver", "event",    "step",      "deadline"};
constexpr std::array<std::string_view, 13> parts_of_issues = {
    "title",   "point",  "document", "option", "range", "status_quo", "agenda",
    "between", "weight", "stance",   "order",  "curve", "score"};
constexpr std::array<std::string_view, 5> parts_by_party = {"weight", "stance", "order", "curve",
                                                            "score"};

/// Members that the list does not name come last, by key.
void sort_members(Node& table, std::span<const std::string_view> order) {
    const auto rank = [&](const Node::Member& member) {
        return std::find(order.begin(), order.end(), member.key) - order.begin();
    };
    std::stable_sort(table.members.begin(), table.members.end(),
                     [&](const Node::Member& a, const Node::Member& b) {
                         const auto ranks = std::pair(rank(a), rank(b));
                         const bool is_unnamed = ranks.first == std::ssize(order);
                         return ranks.first != ranks.second ? ranks.first < ranks.second
                                                            : is_unnamed && a.key < b.key;
                     });
}

void sort_member(Node& table, std::string_view key, std::span<const std::string_view> order) {
    if (Node* member = table.find(key)) {
        sort_members(*member, order);
    }
}

} // namespace

void put_in_order(Node& document) {
    std::vector<std::string> ids;
    if (const Node* parties = document.find("party")) {
        for (const Node::Member& party : parties->members) {
            ids.push_back(party.key);
        }
    }
    const std::vector<std::string_view> parties(ids.begin(), ids.end());
    sort_members(document, sections);
    for (const std::string_view section : {"fallback", "intent"}) {
        sort_member(document, section, parties);
    }
    if (Node* order = document.find("order")) {
        sort_member(*order, "weight", parties);
    }
    Node* issues = document.find("issue");
    for (std::size_t at = 0; issues != nullptr && at < issues->members.size(); ++at) {
        Node& issue = issues->members[at].value;
        sort_members(issue, parts_of_issues);
        for (const std::string_view part : parts_by_party) {
            sort_member(issue, part, parties);
        }
    }
}

} // namespace unbracket
