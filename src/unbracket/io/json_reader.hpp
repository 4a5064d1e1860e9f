#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <string>
#include <string_view>

namespace unbracket {

/// A case has no use for null; other files written by programs may.
enum class JsonNulls { refused, kept };

/// Reads JSON (RFC 8259) into a document: order of appearance, place of each key and value, numbers
/// as written. JSON has no dates; a case in JSON writes them as text.
///
/// Refused with line, column and hint: whatever checked_text refuses, the first breach of the
/// syntax, null unless it is kept, a key given twice, more nesting or values than the limits allow,
/// and a file that is not one object. Time O(n log n) in the bytes, space linear in them; never
/// throws.
Result<Node> read_json(std::string_view bytes, const std::string& file_name,
                       const DocumentLimits& limits, JsonNulls nulls);
/// As a reader of cases: null is refused.
Result<Node> read_json(std::string_view bytes, const std::string& file_name,
                       const DocumentLimits& limits = {});

} // namespace unbracket
