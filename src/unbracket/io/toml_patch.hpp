#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <string>
#include <string_view>

namespace unbracket {

/// The bytes of a TOML file with some values changed, added or taken out, so that it reads as
/// `after`, up to the order of keys in a table; comments, blanks and everything else stay as they
/// are. `before` is what read_toml made of the bytes. What is new stands behind its neighbours in
/// the same table, or in a block at the end of the file; a line that goes takes its comment along.
///
/// A problem where the layout does not allow it, as where a table that has a header of its own
/// would have to go, or where the result does not read as `after`. Time O(n log n) in the bytes.
Result<std::string> patched_toml(std::string_view bytes, const Node& before, const Node& after);

/// Whether two documents hold the same, in any order of the keys of their tables.
bool same_in_any_order(const Node& one, const Node& other);

} // namespace unbracket
