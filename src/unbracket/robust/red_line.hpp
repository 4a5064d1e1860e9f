#pragma once

#include "unbracket/model/issue.hpp"

#include <optional>

namespace unbracket {

/// The entry that makes an option a red line of a party; `assessment` is that party's.
std::optional<EntryId> red_line_entry(const Assessment& assessment, OptionId option);

} // namespace unbracket
