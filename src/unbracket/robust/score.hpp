#pragma once

#include "unbracket/base/interval.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// Whether a text is accepted, over all readings and over all contents the text leaves open:
/// `surely` in all of them, `possibly` in some, `never` in none; `no_reading` where there is
/// nothing to be over, since the entries of the party (for an agreement: of a counted party)
/// contradict each other.
enum class Acceptance { surely, possibly, never, no_reading };

/// One thing that stands between a party, or the plan itself, and a text.
struct Objection {
    Refusal kind = Refusal::none; // none: a rule or norm of the plan
    /// The red line, limit, rule, norm, fallback or intent; nothing where none was entered.
    std::optional<EntryId> entry;
    std::optional<IssueId> issue;   // of a red line or an unknown option
    std::optional<OptionId> option; // likewise
    /// Holds in every reading and whatever the text turns out to say; else only in some reading or
    /// for some of its open contents.
    bool is_certain = true;
};

/// What a text means for one party.
struct PartyScore {
    PartyId party;
    bool is_required = false;
    bool is_counted = false;
    Acceptance acceptance = Acceptance::never; // no_reading: what follows is empty
    /// Value above the party's fallback, in its own points; limits are not looked at. Nothing for a
    /// party that has neither scores nor stances.
    std::optional<Interval> surplus;
    /// Both ends occur, each in some reading and for some content the text leaves open; where a
    /// judgement or an order of weights excludes equality, readings come as near as one likes.
    bool surplus_is_attained = true;
    std::vector<Objection> objections; // limits first, then value
};

/// A text measured against every party that has entries or is counted.
struct DraftScore {
    std::optional<DraftId> draft; // nothing: an outcome, not a draft of the case
    /// How many outcomes the text leaves open; saturates at UINT64_MAX.
    std::uint64_t completions = 1;
    /// Each of them was looked at, so that acceptances are exact. Else `possibly` of a party may be
    /// `never`.
    bool is_exact = true;
    /// Whether an `agreement` of `possibly` is known to be no `never`. Else a text that is possibly
    /// accepted by each party may still not suit them together.
    bool is_possibly_proved = true;
    std::vector<Objection> broken; // rules and norms
    Acceptance agreement = Acceptance::never;
    std::vector<PartyScore> parties;
};

/// Looks at every completion while there are at most this many.
inline constexpr std::uint64_t most_scored_completions = 512;

/// Measures a draft of the case; `appraisal` is that of the case. Cost: a few acceptances for each
/// completion looked at, else linear in the options the text leaves open, and one decision.
DraftScore score_draft(const Case& negotiation, const Appraisal& appraisal, DraftId draft,
                       std::uint64_t most_completions = most_scored_completions);

/// The same for contents that are no draft of the case: a setting for each issue.
DraftScore score_contents(const Case& negotiation, const Appraisal& appraisal,
                          const std::vector<DraftSetting>& contents,
                          std::uint64_t most_completions = most_scored_completions);

/// The same for one outcome.
DraftScore score_outcome(const Case& negotiation, const Appraisal& appraisal,
                         const Outcome& outcome);

} // namespace unbracket
