#pragma once

#include "unbracket/model/document.hpp"

#include <array>
#include <string>
#include <string_view>

namespace unbracket {

/// The keys that say who entered and who checked: at the head of a file for all of it, in
/// `[[said]]` and `[[entry]]` for one statement or entry.
inline constexpr std::array<std::string_view, 2> author_keys = {"entered_by", "checked_by"};

/// What `layer` says at its head goes with the statements and entries that it adds to `before` or
/// changes, and leaves the head of `after`, the document with it: so everything keeps its people
/// when further layers come. Of a statement that the layer changes, others no longer vouch.
void write_authors_down(const Node& before, Node& after, const Node& layer);

/// Whom the layer names, under one of these keys, for what stands at an address: on the statement
/// or entry itself, else at its head; empty where it names nobody.
std::string author_of(const Node& layer, std::string_view address, std::string_view key);

/// Takes these keys out of the whole document; a remark on an entry that says nothing else goes.
void forget_authors(Node& document);

} // namespace unbracket
