#pragma once

#include "unbracket/zone/appraisal.hpp"

#include <vector>

namespace unbracket {

/// What binding judgements and orders of weights say about the readings of a party whose ranges are
/// these. Judgements that every reading can meet are left out.
std::vector<Coupling> couplings_of(const Case& negotiation, PartyId party,
                                   const PartyAppraisal& own);

/// Binding judgements of counted parties that say nothing, and why.
std::vector<UnusedCoupling> unused_couplings(const Case& negotiation, const Appraisal& appraisal);

/// Whether the statement's judgements, should they bind, say something about the readings of a
/// counted party.
bool would_tie(const Case& negotiation, const Appraisal& appraisal, StatementId statement);

/// A binding judgement that accepts a draft, and the red line or limit of the party's own that the
/// draft breaks.
struct BrokenAcceptance {
    StatementId statement;
    EntryId entry;
};
std::optional<BrokenAcceptance> broken_acceptance(const Case& negotiation, PartyId party,
                                                  const PartyAppraisal& own);

/// What a draft says about every issue, where it is settled on all that the party rates.
Outcome contents_of(const Case& negotiation, DraftId draft);

} // namespace unbracket
