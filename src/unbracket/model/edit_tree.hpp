#pragma once

#include "unbracket/model/document.hpp"
#include "unbracket/model/edit_address.hpp"

#include <span>
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

/// The elements of a list of the document's root; empty where there is none.
std::span<Node> elements_of(Node& document, std::string_view list);
std::span<const Node> elements_of(const Node& document, std::string_view list);

} // namespace unbracket
