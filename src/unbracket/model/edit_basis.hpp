#pragma once

#include "unbracket/model/document.hpp"

#include <set>
#include <string>

namespace unbracket {

/// The addresses of entries of `after` that `before` has not, or with another value.
std::set<std::string> changed_entries(const Node& before, const Node& after);

/// What a statement supports is a value. Where `after`, an edit of `before`, has another value for
/// an entry, or a new entry below an address that `before` had, statements no longer support or
/// suggest that entry and [[entry]] no longer names its basis, nor who entered or checked it: it is
/// assumed until something says otherwise. References of `own_words`, the layer that brought the
/// change, stay; so do firmness, visibility, and references to what `before` did not have. An
/// address that covers several entries becomes a list of those that stay as they were.
///
/// Cost: about linear in both documents, times the references to changed entries.
void drop_basis_of_changed_values(const Node& before, Node& after, const Node* own_words = nullptr);

} // namespace unbracket
