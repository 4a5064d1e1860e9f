#include "unbracket/robust/rests_on.hpp"

#include "unbracket/robust/evidence.hpp"
#include "unbracket/robust/hinges.hpp"
#include "unbracket/robust/trials.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/conflict.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

// What carries a verdict. An agreement is carried by the entries without which it is not sure any
// more: each is made unknown by itself, and unless the outcome shown stays sure, another sure one
// is looked for. No agreement is carried by a conflict set, `depends` by its hinges, and a
// contradiction by the entries that clash. Judgements of drafts and orders of weights are no
// entries with a range: of these, one after the other is left out for good as long as the answer
// stands.
//
// Source: Ríos Insua and French (1991), A framework for sensitivity analysis in discrete
// multi-objective decision-making [rios1991framework], for asking it of one judgement at a time.

namespace unbracket {

namespace {

bool is_limit_like(EntryKind kind) {
    return kind == EntryKind::limit || kind == EntryKind::norm || kind == EntryKind::rule ||
           kind == EntryKind::curve_redline || kind == EntryKind::intent ||
           kind == EntryKind::bonus || kind == EntryKind::risk || kind == EntryKind::weight_order;
}

/// All that ties entries of counted parties together, each once, in the order of the file.
std::vector<CouplingOrigin> said_of_readings(const Case& negotiation, const Appraisal& appraisal) {
    std::vector<CouplingOrigin> origins;
    for (const PartyId party : negotiation.agreement.counted) {
        for (const Coupling& coupling : appraisal[as_index(party)].couplings) {
            origins.push_back(coupling.origin);
        }
    }
    std::sort(origins.begin(), origins.end());
    origins.erase(std::unique(origins.begin(), origins.end()), origins.end());
    return origins;
}

Appraisal with_said(Appraisal appraisal, const std::vector<CouplingOrigin>& kept) {
    for (PartyAppraisal& own : appraisal) {
        std::erase_if(own.couplings, [&](const Coupling& coupling) {
            return std::find(kept.begin(), kept.end(), coupling.origin) == kept.end();
        });
    }
    return appraisal;
}

/// By deletion. Nothing where the answer needs none of them.
template <class Stands>
std::vector<CouplingOrigin> needed_of_said(const Case& negotiation, const Appraisal& appraisal,
                                           Stands stands) {
    std::vector<CouplingOrigin> needed = said_of_readings(negotiation, appraisal);
    if (needed.empty() || stands(with_said(appraisal, {}))) {
        return {};
    }
    for (std::size_t at = needed.size(); at-- > 0;) {
        std::vector<CouplingOrigin> fewer = needed;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at));
        if (stands(with_said(appraisal, fewer))) {
            needed = std::move(fewer);
        }
    }
    return needed;
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
    found.said = needed_of_said(negotiation, appraisal, [&](const Appraisal& other) {
        return is_agreement(negotiation, other, outcome, Certainty::sure) ||
               std::holds_alternative<OutcomeFound>(
                   trials.decide(negotiation, other, Certainty::sure).answer);
    });
    found.is_complete = trials.is_complete();
    return found;
}

RestsOn one_conflict(const Case& negotiation, const Appraisal& appraisal,
                     const ClaimOptions& options) {
    Trials trials(negotiation, options);
    const ConflictSet conflict =
        minimal_conflict(negotiation, appraisal, Certainty::possible, trials.options());
    std::vector<CouplingOrigin> said =
        needed_of_said(negotiation, appraisal, [&](const Appraisal& other) {
            return trials.has_no_outcome(negotiation, other, Certainty::possible);
        });
    return {conflict.entries(), {}, std::move(said), conflict.is_minimal && trials.is_complete()};
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
        return {contradiction->entries, {}, {}, true};
    }
    return {{}, {}, {}, false};
}

} // namespace unbracket
