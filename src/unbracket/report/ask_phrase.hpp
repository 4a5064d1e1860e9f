#pragma once

#include "unbracket/model/case.hpp"

#include <string>

namespace unbracket {

/// What to ask about an entry, to go on after "Ask Alta": `how much "Inspection" matters to it
/// (assumed so far).`; after "Find out" for an entry of no party.
std::string entry_question(const Case& negotiation, EntryId id);

} // namespace unbracket
