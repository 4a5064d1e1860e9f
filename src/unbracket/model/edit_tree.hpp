#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/model/edit_address.hpp"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// What stands at that place, or nothing.
const Node* node_at(const Node& document, const std::vector<PlaceStep>& steps);

/// Replaces what stands there, or adds it together with the tables above it.
void put_at(Node& document, const std::vector<PlaceStep>& steps, Node value);

/// Takes a member or an element out; nothing happens where there is none. Tables that this empties
/// go too, except whole issues and drafts. Later elements without an id get their position as id,
/// so that every address keeps its meaning.
void take_out(Node& document, const std::vector<PlaceStep>& steps);

/// Removes a member of a table where it is there.
void erase_member(Node& table, std::string_view key);

/// Takes names out of a member that is one name or a list of them. True when it held one of these
/// and holds none any more; a member that was one name is then gone, a list empty.
bool forget_names(Node& table, std::string_view key, const std::set<std::string>& names);

/// The text of a member; empty where it is not there.
std::string text_of(const Node& table, std::string_view key);

/// The keys of a table, none of no table.
std::vector<std::string> member_keys(const Node* table);

/// The date that a member holds; nothing where it is not there or is none.
std::optional<Date> date_of(const Node& table, std::string_view key);

/// The items of a list, or the one value that stands for a list of one.
std::span<const Node> one_or_several(const Node& value);

/// The elements of a list of the document's root; empty where there is none.
std::span<Node> elements_of(Node& document, std::string_view list);
std::span<const Node> elements_of(const Node& document, std::string_view list);

} // namespace unbracket
