#pragma once

#include "unbracket/robust/entry_ends.hpp"
#include "unbracket/zone/verdict.hpp"

#include <vector>

namespace unbracket {

/// Entries that exclude outcomes whatever else is offered, or would: red lines and limits of
/// counted parties, limits that are switched off too, rules of the plan, intents that are doubtful.
/// Left out are norms, which never move, and what an alternative of the file asks about already. In
/// an order that depends on what was entered alone.
std::vector<EntryId> hard_entries_to_ask(const Case& negotiation, const Appraisal& appraisal);

/// Whether the entry is a rating of a counted party that is not known, so that the option may be a
/// red line.
bool may_be_red_line(const Case& negotiation, const Appraisal& appraisal, EntryId id);

/// Whether the entry is a limit that is switched off: it waits for somebody to say that it holds.
bool is_switched_off(const Case& negotiation, EntryId id);

/// Taken to hold, or to be open: limits on and off, an option a red line or rated as entered, a
/// rule there or not, a party that refuses or seeks an agreement.
enum class HardState { open, holds };

/// The case with the entry, one of hard_entries_to_ask() or one that may be a red line, taken so.
CaseVersion with_hard_entry(const Case& negotiation, const Appraisal& appraisal, EntryId id,
                            HardState state);

/// Of hard_entries_to_ask() those that settle the verdict by themselves: for `depends` what being
/// open makes an agreement, or holding makes none possible; for an agreement what is switched off
/// and would leave none sure. Cost: a decision for each, within the budget of `Trials`.
std::vector<EntryId> find_decisive_limits(const Case& negotiation, const Appraisal& appraisal,
                                          const Verdict& verdict, const ClaimOptions& options);

} // namespace unbracket
