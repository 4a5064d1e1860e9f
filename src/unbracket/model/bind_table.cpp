#include "unbracket/model/bind_table.hpp"

#include <algorithm>

namespace unbracket::binding {

Table::Table(Context& context, const Node& node, std::string name, const std::string& example)
    : context_(context), node_(node), name_(std::move(name)) {
    if (!is_table()) {
        context_.problems.add(
            node_.at, name_ + " must be a table, not " + std::string(name_of_kind(node_.kind)),
            "write " + example);
    }
}

const Node* Table::find(std::string_view key) {
    known_.emplace_back(key);
    return is_table() ? node_.find(key) : nullptr;
}

const Node* Table::need(std::string_view key) {
    const Node* found = find(key);
    if (found == nullptr && is_table()) {
        context_.problems.add(node_.at, name_ + " has no " + quoted(key));
    }
    return found;
}

std::string Table::text(std::string_view key) {
    const Node* node = find(key);
    return node == nullptr ? std::string()
                           : read_text(context_, *node, quoted(key)).value_or(std::string());
}

std::string Table::label(std::string_view key) {
    const Node* node = find(key);
    return node == nullptr ? std::string()
                           : read_label(context_, *node, quoted(key)).value_or(std::string());
}

bool Table::flag(std::string_view key) {
    const Node* node = find(key);
    return node != nullptr && read_flag(context_, *node, quoted(key)).value_or(false);
}

std::optional<Date> Table::date(std::string_view key) {
    const Node* node = find(key);
    return node == nullptr ? std::nullopt : read_date(context_, *node, quoted(key));
}

void Table::check_visibility() {
    if (const Node* node = find("visibility")) {
        read_visibility(context_, *node);
    }
}

void Table::refuse_others() {
    if (!is_table()) {
        return;
    }
    for (const Node::Member& member : node_.members) {
        if (std::find(known_.begin(), known_.end(), member.key) == known_.end()) {
            context_.problems.add(member.at, "unknown key " + quoted(member.key) + " in " + name_,
                                  context_.problems.suggestion(member.key, known_));
        }
    }
}

bool is_split_number(Context& context, const Node::Member& member, const std::string& remedy) {
    if (member.value.kind != NodeKind::table || member.value.members.empty()) {
        return false;
    }
    const std::string& inner = member.value.members.front().key;
    const std::string whole = member.key + "." + inner;
    if (parse_decimal(whole).problem != DecimalProblem::none) {
        return false;
    }
    context.problems.add(member.at,
                         quoted(whole) + " without quotation marks is the key " + quoted(inner) +
                             " in a table " + quoted(member.key),
                         remedy.empty() ? "write \"" + whole + "\" = ..." : remedy);
    return true;
}

std::span<const Node> section_items(Context& context, std::string_view section, ReportKind report) {
    const Node* node = context.document.find(section);
    if (node == nullptr) {
        return {};
    }
    if (node->kind == NodeKind::list) {
        return node->items;
    }
    if (report == ReportKind::yes) {
        context.problems.add(node->at,
                             quoted(section) + " must be a list of tables, not " +
                                 std::string(name_of_kind(node->kind)),
                             "write [[" + std::string(section) + "]]");
    }
    return {};
}

} // namespace unbracket::binding
