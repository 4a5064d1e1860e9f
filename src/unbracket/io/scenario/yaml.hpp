#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <string>
#include <string_view>

namespace unbracket {

/// Reads the first document of a YAML file: tables, lists, texts. A plain word is a number where it
/// is written like one in JSON, or true, false or null where it says exactly that; every other word
/// (`no`, `.inf`, a date) stays a text. An alias stands for a copy of what it names, and counts as
/// that many values, so that aliases of aliases end at the limit. Tags are passed over.
///
/// Refused, with a place: whatever checked_text refuses, what is no YAML, a key that is a table or
/// a list, or stands twice, an alias that names nothing yet, several documents, and more nesting or
/// values than the limits allow. Never throws.
Result<Node> read_yaml(std::string_view bytes, const std::string& file_name,
                       const DocumentLimits& limits = {});

} // namespace unbracket
