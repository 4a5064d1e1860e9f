#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace unbracket {

/// How much memory copies may take that anchors and aliases ask for, in bytes: what is left of it.
/// The files of one folder share one budget.
struct AliasBudget {
    std::size_t bytes = std::size_t{64} << 20U;
};

/// Reads the one document of a YAML file: tables, lists, texts. A plain word is a number where it
/// is written like one in JSON, or true, false or null where it says exactly that; every other word
/// (`no`, `.inf`, a date) stays a text. An alias stands for a copy of what it names, and counts as
/// that many values, so that aliases of aliases end at the limit, and as memory of the budget; so
/// does what an anchor names. Tags are passed over.
///
/// Refused, with a place: whatever checked_text refuses, what is no YAML, a key that is a table or
/// a list, or stands twice, or merges (`<<`), an alias that names nothing yet, a second document
/// that is not empty, and more nesting, values or copies than the limits allow. Never throws.
Result<Node> read_yaml(std::string_view bytes, const std::string& file_name,
                       const DocumentLimits& limits = {});
Result<Node> read_yaml(std::string_view bytes, const std::string& file_name,
                       const DocumentLimits& limits, AliasBudget& aliases);

} // namespace unbracket
