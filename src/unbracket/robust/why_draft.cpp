#include "unbracket/robust/why_draft.hpp"

#include "unbracket/robust/answer_facts.hpp"
#include "unbracket/zone/central_reading.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

namespace {

Draft as_draft(const Outcome& outcome) {
    Draft draft;
    for (const OptionId option : outcome) {
        draft.content.push_back({{option}, DraftOrigin::set, false});
    }
    return draft;
}

std::vector<PartyGain> gains_over(Case negotiation, const Appraisal& appraisal, DraftId draft,
                                  const Outcome& outcome) {
    negotiation.drafts.push_back(as_draft(outcome));
    const DraftId other(negotiation.drafts.size() - 1);
    return diff_drafts(negotiation, appraisal, draft, other).totals;
}

/// Gains of counted parties alone are in the central reading; the others have theirs as entered.
Improvement described(const Case& negotiation, const Appraisal& appraisal,
                      const CentralCase& central, DraftId draft, BetterAnswer found) {
    Improvement improvement{std::move(found), {}, {}, Acceptance::never};
    if (improvement.found.better) {
        const Outcome& outcome = improvement.found.better->outcome;
        improvement.gains = gains_over(negotiation, appraisal, draft, outcome);
        improvement.central_gains =
            gains_over(central.negotiation, central.appraisal, draft, outcome);
        improvement.agreement = score_outcome(negotiation, appraisal, outcome).agreement;
    }
    return improvement;
}

} // namespace

DraftWhy why_draft(const LoadedCase& loaded, DraftId draft, const ClaimOptions& options) {
    const Case& negotiation = loaded.negotiation;
    const Appraisal appraisal = appraise(negotiation);
    const std::vector<DraftSetting>& content = negotiation.draft(draft).content;
    DraftWhy result;
    result.score = score_draft(negotiation, appraisal, draft);
    for (const PartyScore& party : result.score.parties) {
        const bool has_reading = party.acceptance != Acceptance::no_reading;
        result.costs.push_back(has_reading ? costs_of(negotiation, appraisal, party.party, content)
                                           : std::vector<IssueCost>());
    }
    result.changes = single_changes(negotiation, appraisal, result.score, content, options.cancel);
    if (result.score.agreement == Acceptance::no_reading) {
        return result;
    }
    const CentralCase central = central_case(negotiation, appraisal);
    result.in_every_reading = described(negotiation, appraisal, central, draft,
                                        find_better(negotiation, appraisal, draft, options));
    if (!result.in_every_reading->found.better && has_several_readings(negotiation, appraisal)) {
        result.in_central_reading =
            described(negotiation, appraisal, central, draft,
                      find_better(central.negotiation, central.appraisal, draft, options));
    }
    return result;
}

} // namespace unbracket
