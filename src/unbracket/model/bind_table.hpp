#pragma once

#include "unbracket/model/bind_context.hpp"
#include "unbracket/model/bind_value.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket::binding {

/// Reads the keys of one table. Every key asked for is a known key; `refuse_others`, called last,
/// reports the rest. Where the node is no table this is reported once, and nothing is found in it.
class Table {
public:
    /// `name` says in reports which table this is: "issue `share`"; `example` shows how one is
    /// written where there is something else.
    Table(Context& context, const Node& node, std::string name, const std::string& example);

    const std::string& name() const { return name_; }
    const SourcePosition& at() const { return node_.at; }
    bool is_table() const { return node_.kind == NodeKind::table; }
    /// The members, for tables whose keys are ids.
    const std::vector<Node::Member>& members() const { return node_.members; }

    /// The value, or nothing where the key is not there.
    const Node* find(std::string_view key);
    /// The same, and a missing key is reported.
    const Node* need(std::string_view key);

    std::string text(std::string_view key);  // "" where missing
    std::string label(std::string_view key); // a text or a number as text
    bool flag(std::string_view key);         // false where missing
    std::optional<Date> date(std::string_view key);
    template <class IdType>
    std::optional<IdType> id(std::string_view key, const Names<IdType>& names) {
        const Node* node = find(key);
        return node == nullptr ? std::nullopt : read_id(context_, *node, names);
    }
    template <class IdType>
    std::vector<IdType> ids(std::string_view key, const Names<IdType>& names) {
        const Node* node = find(key);
        return node == nullptr ? std::vector<IdType>{} : read_ids(context_, *node, names);
    }
    template <class Enum>
    Enum word(std::string_view key, std::span<const std::string_view> in_order_of_enum,
              Enum missing) {
        const Node* node = find(key);
        return node == nullptr ? missing
                               : read_word<Enum>(context_, *node, in_order_of_enum, quoted(key))
                                     .value_or(missing);
    }

    /// Who may see the thing: views read it from the document, here it is only checked.
    void check_visibility();

    /// Reports every key that was never asked for.
    void refuse_others();

private:
    Context& context_;
    const Node& node_;
    std::string name_;
    std::vector<std::string> known_;
};

/// `0.3` for a key 0.3 without quotation marks, which TOML reads as the key 3 in a table 0. Where a
/// member is such a key this is reported, and the member is of no use. The remedy is quotation
/// marks where none is named.
bool is_split_number(Context& context, const Node::Member& member, const std::string& remedy = "");

/// Calls `bind(member)` for each member of a table section such as `[draft]`, if it is there;
/// anything but a table is reported.
template <class Bind>
void for_each_member(Context& context, std::string_view section, Bind bind) {
    const Node* node = context.document.find(section);
    if (node == nullptr) {
        return;
    }
    if (node->kind != NodeKind::table) {
        context.problems.add(node->at,
                             quoted(section) + " must be a table, not " +
                                 std::string(name_of_kind(node->kind)),
                             "write [" + std::string(section) + ".ID]");
        return;
    }
    for (const Node::Member& member : node->members) {
        bind(member);
    }
}

/// The items of a list section such as `[[rule]]`; anything but a list is reported, once, where
/// `report` says so.
enum class ReportKind { no, yes };
std::span<const Node> section_items(Context& context, std::string_view section, ReportKind report);

} // namespace unbracket::binding
