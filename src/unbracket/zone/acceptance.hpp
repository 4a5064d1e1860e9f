#pragma once

#include "unbracket/base/rational.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/zone/case_view.hpp"

namespace unbracket {

bool is_fallback_omitted(const Case& negotiation, const Omissions& omissions, PartyId party);
/// The party's intent; `seeks` where the entry is left out.
Intent intent_under(const Case& negotiation, const Omissions& omissions, PartyId party);
/// Whether the party's intent alone rules out acceptance.
bool is_unwilling(const Case& negotiation, const Omissions& omissions, PartyId party,
                  Certainty certainty);
/// Whether an option that is marked a red line for the party is one under these omissions.
bool is_red_line(const CaseView& view, PartyId party, IssueId issue, OptionId option);

/// Why a party does not accept an outcome, or that it does. Entries are those of the limit or red
/// line broken.
enum class Refusal { none, intent, red_line, unknown_option, limit, value };

/// Decides exactly whether the party accepts the outcome, in some reading or in every reading.
/// Rules and norms are not looked at.
Refusal refusal(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                const Outcome& outcome, const Asked& asked);

/// The same with the party's value left out: only intent, red lines, unknown options and limits.
Refusal refusal_by_limits(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                          const Outcome& outcome, const Asked& asked);

inline bool accepts(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                    const Outcome& outcome, const Asked& asked) {
    return refusal(negotiation, appraisal, party, outcome, asked) == Refusal::none;
}

/// Whether the outcome breaks a rule or a norm.
bool breaks_plan(const Case& negotiation, const Outcome& outcome, const Omissions& omissions = {});

/// Whether an outcome breaks this limit.
bool breaks(const Limit& limit, const Outcome& outcome);
bool breaks(const Rule& rule, const Outcome& outcome);

/// Whether the agreement rule accepts the outcome, in some reading or in every reading.
bool is_agreement(const Case& negotiation, const Appraisal& appraisal, const Outcome& outcome,
                  const Asked& asked);

/// What the party has above its fallback in that outcome, least and most over the readings, in the
/// party's own points (for weights and stances: of the weighted mean). Limits are not looked at.
/// Exact, but for a fallback draft with more than `most_tied_completions` contents that bonuses tie
/// together; there perhaps too wide, never too narrow.
Interval surplus(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                 const Outcome& outcome);

} // namespace unbracket
