#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/robust/diff_cases.hpp"
#include "unbracket/robust/diff_drafts.hpp"

#include <string>
#include <string_view>

// Words for differences; text, tables and JSON use the same.

namespace unbracket::differing {

/// Whether both texts settle the issue, on options that differ in wording and not in substance.
bool differs_in_wording_only(const Case& negotiation, const DraftDiff& diff, IssueId issue);

std::string_view name(DraftChange change);
std::string_view name(ChangeKind kind);
std::string_view name(ThingKind kind);

/// `+10`, `-5..+20`, `0`
std::string gain_text(const Interval& gain);

/// A gain with what is crossed: `+10..+20, past its red line`.
std::string gain_with_limits(const PartyGain& gain);

} // namespace unbracket::differing
