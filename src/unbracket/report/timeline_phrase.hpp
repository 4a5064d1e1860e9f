#pragma once

#include "unbracket/robust/timeline.hpp"

#include <string>
#include <string_view>

namespace unbracket::phrase {

/// `event`, `informed`, `draft` ...: as in JSON.
std::string_view name(OccurrenceKind kind);

/// The id of what happened, or of what it belongs to: an event, a draft, a party with a fallback;
/// empty for what has no id.
std::string occurrence_id(const Case& negotiation, const Occurrence& occurrence);

/// `Talks in Moscow (Moscow; present: Russia and United States)`, `Bera's no-agreement value:
/// 30..45 (falling)`: what happened, without its date. Of a statement its id and who speaks.
std::string occurrence_text(const Case& negotiation, const Occurrence& occurrence);

/// The same in few words: `US visit, being arranged (planned)`, `Ban on gas (on Russia, lowers)`.
std::string occurrence_name(const Case& negotiation, const Occurrence& occurrence);

/// `soft`, `hard, quick`, behind a deadline
std::string firmness_of(const Deadline& deadline);

/// `lowers`, `-10..0 points`: what a lever does to a no-agreement value, as far as it is entered.
std::string effect_of(const Driver& driver);

} // namespace unbracket::phrase
