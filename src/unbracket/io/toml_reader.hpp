#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <string>
#include <string_view>

namespace unbracket {

/// Reads TOML 1.0 into a document: order of appearance, place of each key and value, numbers as
/// written, dates as ISO text. A table whose members stand under several headers keeps the order in
/// which they first appear. A table or list of `[header]`s stands where its key first stands, an
/// element of `[[header]]` at its brackets.
///
/// Refused with line, column and hint: whatever checked_text refuses, the first breach of the
/// syntax, a key given twice, times of day, more nesting or values than the limits allow. Time
/// O(n log n) in the bytes, space linear in them; never throws.
Result<Node> read_toml(std::string_view bytes, const std::string& file_name,
                       const DocumentLimits& limits = {});

} // namespace unbracket
