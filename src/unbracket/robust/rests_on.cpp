#include "unbracket/robust/rests_on.hpp"

#include "unbracket/robust/evidence.hpp"
#include "unbracket/robust/hinges.hpp"
#include "unbracket/robust/trials.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/conflict.hpp"

// What carries a verdict. An agreement is carried by the entries without which it is not sure any
// more: each is made unknown by itself, and unless the outcome shown stays sure, another sure one
// is looked for. No agreement is carried by a conflict set, `depends` by its hinges, and a
// contradiction by the entries that clash.
//
// Source: Ríos Insua and French (1991), A framework for sensitivity analysis in discrete
// multi-objective decision-making [rios1991framework], for asking it of one judgement at a time.

namespace unbracket {

namespace {

bool is_limit_like(EntryKind kind) {
    return kind == EntryKind::limit || kind == EntryKind::norm || kind == EntryKind::rule ||
           kind == EntryKind::curve_redline || kind == EntryKind::intent ||
           kind == EntryKind::bonus || kind == EntryKind::risk;
}

RestsOn needed_for_agreement(const Case& negotiation, const Appraisal& appraisal,
                             const Outcome& outcome, const ClaimOptions& options) {
    Trials trials(negotiation, options);
    Appraisal changed = appraisal;
    RestsOn found;
    for (const EntryId entry : verdict_entries(negotiation, appraisal)) {
        if (is_limit_like(negotiation.entry(entry).kind) || !trials.may_try()) {
            continue;
        }
        const PartyId party = *negotiation.entry(entry).party;
        PartyAppraisal& own = changed[as_index(party)];
        own = appraise_party(negotiation, party, EntryOverride{entry, std::nullopt});
        const bool is_kept = is_agreement(negotiation, changed, outcome, Certainty::sure) ||
                             !trials.has_no_outcome(negotiation, changed, Certainty::sure);
        if (!is_kept) {
            found.entries.push_back(entry);
        }
        own = appraisal[as_index(party)];
    }
    found.is_complete = trials.is_complete();
    return found;
}

RestsOn one_conflict(const Case& negotiation, const Appraisal& appraisal,
                     const ClaimOptions& options) {
    const Trials trials(negotiation, options);
    const ConflictSet conflict =
        minimal_conflict(negotiation, appraisal, Certainty::possible, trials.options());
    return {conflict.entries(), {}, conflict.is_minimal};
}

} // namespace

RestsOn find_rests_on(const Case& negotiation, const Appraisal& appraisal, const Verdict& verdict,
                      const ClaimOptions& options) {
    if (const auto* agreement = std::get_if<AgreementVerdict>(&verdict.answer)) {
        return needed_for_agreement(negotiation, appraisal, agreement->outcome, options);
    }
    if (const auto* depends = std::get_if<DependsVerdict>(&verdict.answer)) {
        return find_hinges(negotiation, appraisal, depends->possible_outcome, options);
    }
    if (std::holds_alternative<NoAgreementVerdict>(verdict.answer)) {
        return one_conflict(negotiation, appraisal, options);
    }
    if (const auto* contradiction = std::get_if<ContradictionVerdict>(&verdict.answer)) {
        return {contradiction->entries, {}, true};
    }
    return {{}, {}, false};
}

} // namespace unbracket
