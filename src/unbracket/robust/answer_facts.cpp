#include "unbracket/robust/answer_facts.hpp"

#include "unbracket/zone/find_couplings.hpp"

#include <algorithm>

namespace unbracket {

namespace {

bool is_range(const Interval& interval) {
    return !interval.is_single();
}

bool leaves_room(const IssueAppraisal& issue) {
    return is_range(issue.weight) ||
           std::any_of(issue.options.begin(), issue.options.end(),
                       [](const OptionAppraisal& o) { return o.is_unknown || is_range(o.value); });
}

bool leaves_room(const Case& negotiation, const PartyAppraisal& own) {
    const auto* fallback = std::get_if<Interval>(&own.fallback);
    const bool fallback_is_open =
        fallback != nullptr ? is_range(*fallback)
                            : !negotiation.draft(std::get<DraftId>(own.fallback)).is_complete();
    return fallback_is_open ||
           std::any_of(own.issues.begin(), own.issues.end(), [](const IssueAppraisal& issue) {
               return issue.is_concerned() && leaves_room(issue);
           });
}

bool has_unknown_option(const PartyAppraisal& party) {
    return std::any_of(party.issues.begin(), party.issues.end(), [](const IssueAppraisal& issue) {
        return issue.is_concerned() &&
               std::any_of(issue.options.begin(), issue.options.end(),
                           [](const OptionAppraisal& option) { return option.is_unknown; });
    });
}

} // namespace

bool has_several_readings(const Case& negotiation, const Appraisal& appraisal) {
    const auto& counted = negotiation.agreement.counted;
    const auto is_counted = [&](PartyId party) { return negotiation.is_counted(party); };
    return std::any_of(counted.begin(), counted.end(),
                       [&](PartyId party) {
                           return leaves_room(negotiation, appraisal[as_index(party)]);
                       }) ||
           std::any_of(negotiation.bonuses.begin(), negotiation.bonuses.end(),
                       [&](const Bonus& b) { return is_counted(b.party) && is_range(b.value); }) ||
           std::any_of(negotiation.risks.begin(), negotiation.risks.end(),
                       [&](const Risk& r) { return is_counted(r.party) && is_range(r.loss); }) ||
           std::any_of(negotiation.intents.begin(), negotiation.intents.end(),
                       [&](const IntentEntry& i) {
                           return is_counted(i.party) && i.intent == Intent::doubtful;
                       });
}

LeftOut find_left_out(const Case& negotiation, const Appraisal& appraisal) {
    LeftOut left_out;
    for (const UnusedCoupling& unused : unused_couplings(negotiation, appraisal)) {
        const bool may_matter =
            unused.gap == CouplingGap::open_draft || unused.gap == CouplingGap::open_fallback;
        const bool is_judgement = std::holds_alternative<StatementId>(unused.origin);
        left_out.judgements = left_out.judgements || (may_matter && is_judgement);
        left_out.weight_orders = left_out.weight_orders || (may_matter && !is_judgement);
    }
    return left_out;
}

HardReasons find_hard_reasons(const Case& negotiation, const Appraisal& appraisal,
                              Certainty certainty) {
    const auto& counted = negotiation.agreement.counted;
    const bool is_sure = certainty == Certainty::sure;
    const auto has_unknown = [&](PartyId party) {
        return has_unknown_option(appraisal[as_index(party)]);
    };
    const auto may_refuse = [&](PartyId party) {
        const Intent intent = negotiation.intent_of(party);
        return intent == Intent::refuses || (is_sure && intent == Intent::doubtful);
    };
    return {is_sure && std::any_of(counted.begin(), counted.end(), has_unknown),
            std::any_of(counted.begin(), counted.end(), may_refuse)};
}

} // namespace unbracket
