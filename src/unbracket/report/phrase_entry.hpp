#pragma once

#include "unbracket/model/case.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// What an entry says, without its value: `Alta's red line against "teams from Coda" (Inspection)`.
std::string entry_phrase(const Case& negotiation, EntryId entry);

/// Red lines, limits, norms and rules: what cannot be outweighed. Not a red line that is opened.
bool is_limit(const Case& negotiation, EntryId entry);

/// Where an entry comes from: `in its own words`, `said by others`, `judged by experts`, `told by
/// the narrator`, `inferred`, `assumed`, with the firmness where one is stated.
std::string basis_phrase(const Case& negotiation, EntryId entry);

/// Both: `... (assumed)`.
std::string entry_with_basis(const Case& negotiation, EntryId entry);

/// `30..45`, `bad`, `as good as "First text"`, `not entered: from its worst to its best`; `40, less
/// 5 points as supposed` where it is supposed to accept less.
std::string fallback_phrase(const Case& negotiation, PartyId party);

/// The statements under an entry that exist at the case's date: `s4, water minister, 22 Jan 2026`.
std::string statements_phrase(const Case& negotiation, EntryId entry);

/// Whether all of them rest on assumptions alone.
bool all_assumed(const Case& negotiation, const std::vector<EntryId>& entries);

} // namespace unbracket
