#pragma once

#include "unbracket/io/scenario/weighted.hpp"
#include "unbracket/model/document.hpp"

#include <string_view>

// The keys that functions of NegMAS 0.16 may have. Its own constructors stop over any other, which
// would otherwise be a misspelt one without a say.

namespace unbracket::negmas {

/// Refuses each key of a function, of outcomes or of one issue, that its kind does not have, and
/// constraints, which make outcomes invalid. Nothing for a kind that is not read: it is refused as
/// a whole.
void refuse_unknown_keys(const Node& function, TreeReader& reader);

/// The same for a function that has to be of that kind, and may leave its type out.
void refuse_unknown_keys(const Node& function, std::string_view kind, TreeReader& reader);

/// Whether a function of that kind takes off with time from another one.
bool is_discount(std::string_view kind);

} // namespace unbracket::negmas
