#pragma once

#include "unbracket/model/case.hpp"

#include <cstddef>
#include <optional>
#include <vector>

// What is said of whole drafts: over every reading and every outcome a draft may turn out to be.

namespace unbracket::reference {

/// In how many readings and completions a draft is accepted.
enum class Standing { in_all, in_some, in_none };

Standing acceptance(const Case& whole, PartyId party, const Draft& draft);
/// By the agreement rule, with rules and norms.
Standing agreement(const Case& whole, const Draft& draft);

/// The draft with one issue set anew.
Draft with_change(Draft draft, IssueId issue, OptionId option);

/// The outcome breaks nothing that holds for a counted party or for all, and has an option that is
/// unknown for one only where the draft settles on it.
bool is_clear(const Case& whole, const Draft& draft, const Outcome& outcome);

/// In no reading is the outcome worth less to the party than any completion of the draft.
bool is_never_worse(const Case& whole, PartyId party, const Draft& draft, const Outcome& outcome);
/// In some reading it is worth more than some completion.
bool is_sometimes_better(const Case& whole, PartyId party, const Draft& draft,
                         const Outcome& outcome);

/// Clear, never worse for any counted party, sometimes better for one.
bool is_better_for_all(const Case& whole, const Draft& draft, const Outcome& outcome);

/// Issues where the outcome has none of the draft's options.
std::size_t changes(const Draft& draft, const Outcome& outcome);

/// Changes of the outcomes that are better for all, of those with fewest; nothing where there are
/// none. Cost: outcomes times completions times parties times 2^issues.
std::optional<std::size_t> fewest_changes(const Case& whole, const Draft& draft);

} // namespace unbracket::reference
