#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/robust/ledger.hpp"

#include <string>
#include <string_view>

// How statements are told: who speaks, in whose name, and what of it is the speaker's own.

namespace unbracket::phrase {

/// `party`, `unnamed`, `other`, `expert`, `narrator`: as in JSON.
std::string_view name(SpeakerClass speaker);

/// Who said it, as reported; `the narrator` where nobody is named.
std::string speaker(const Case& negotiation, const Statement& statement);

/// `for Alta, by name`, `for Alta, officially`, `without a name, for Alta`, `expert`, `narrator`,
/// `by name, for no party here`.
std::string speaks_as(const Case& negotiation, const Statement& statement);

/// `s1 (water minister; for Alta, by name)`
std::string statement_with_speaker(const Case& negotiation, StatementId id);

/// `s1, 22 Jan 2026, in radio, position, of itself: "no more than 40 percent"`, with what limits it
/// behind: a condition, a bound, a claim of one's own strength.
std::string statement_line(const Case& negotiation, StatementId id);

/// `entered by kl, checked by mo`, `entered and checked by kl`, `entered by kl, checked by nobody`;
/// empty where nobody is named.
std::string people(const std::string& entered_by, const std::string& checked_by);

/// A claim on a quantity as it was made: `30..50 km`, `above 95 %`, `at least 1..2 years`.
std::string claimed_value(const Case& negotiation, const Quantity& quantity,
                          const Quantity::Claim& claim);

/// The numbers that are left: `30..50 km`, `above 95 and below 100 %`, `from 3 years on`.
std::string claimed_range(const ClaimedRange& range, const std::string& unit);

} // namespace unbracket::phrase
