#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <string>
#include <string_view>

namespace unbracket {

/// The bytes of a TOML file with some keys and texts spelled anew, so that it reads as `after`;
/// comments, blanks and everything else stay as they are. `before` is what read_toml made of the
/// bytes; `after` has the same shape, except that a table in a list may have one member more, at
/// its end, which is put first.
///
/// A problem where the result does not read as `after`. Time O(n log n) in the bytes.
Result<std::string> respelled_toml(std::string_view bytes, const Node& before, const Node& after);

} // namespace unbracket
