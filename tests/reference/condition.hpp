#pragma once

#include "unbracket/model/case.hpp"

// Conditions, rules, norms and limits: what an outcome must keep whatever anybody prefers.

namespace unbracket::reference {

/// Whether the option of that issue is one that the literal names.
bool holds(const Literal& literal, IssueId issue, OptionId option);
bool holds(const Literal& literal, const Outcome& outcome);
/// All literals hold.
bool holds(const Condition& condition, const Outcome& outcome);

bool keeps(const Rule& rule, const Outcome& outcome);
bool keeps(const Limit& limit, const Outcome& outcome);

/// The outcome breaks no rule and no norm.
bool is_permitted(const Case& whole, const Outcome& outcome);

/// The outcome breaks none of the party's limits that are on; red lines are not looked at.
bool keeps_limits_of(const Case& whole, PartyId party, const Outcome& outcome);

} // namespace unbracket::reference
