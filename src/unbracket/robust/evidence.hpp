#pragma once

#include "unbracket/robust/check.hpp"

#include <vector>

namespace unbracket {

/// Entries some value of which could move the verdict: those of counted parties, rules and norms.
/// Weights and ratings of issues that cannot weigh anything for the party are left out, red lines
/// not.
std::vector<EntryId> verdict_entries(const Case& negotiation, const Appraisal& appraisal);

/// Whether the speaker speaks for the entry's party, by name or office.
bool is_own_word(const Statement& statement, const Entry& entry);

/// Whether somebody who speaks for the entry's party said it, by name or office.
bool in_own_words(const Case& negotiation, const Entry& entry);

/// Whose words a reported entry rests on. Own words count before all others; those of experts
/// before the narrator's, and both only where nobody else said it.
enum class WhoseWords { own, others, experts, narrator };
WhoseWords whose_words(const Case& negotiation, const Entry& entry);

/// The entries with the weakest basis: all that share the lowest rank, then the next ones, at least
/// `count` where there are as many. Assumed is weaker than inferred, that than said by others, that
/// than a party's own words; within one basis by firmness.
std::vector<EntryId> weakest(const Case& negotiation, const std::vector<EntryId>& entries,
                             std::size_t count);

/// Whether some value of the entry could move the verdict: one of verdict_entries.
bool can_move_verdict(const Case& negotiation, const Appraisal& appraisal, EntryId id);

Coverage take_coverage(const Case& negotiation, const Appraisal& appraisal);

/// The latest meeting held, and the counted parties that it does not list as present, whether they
/// were told afterwards or not.
RoomReport look_into_the_room(const Case& negotiation);

/// What the file records and the verdict does not use.
std::vector<Note> notes_on(const Case& negotiation, const Appraisal& appraisal);

} // namespace unbracket
