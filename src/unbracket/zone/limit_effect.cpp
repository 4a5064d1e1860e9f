#include "unbracket/zone/limit_effect.hpp"

#include "unbracket/zone/best_gain.hpp"
#include "unbracket/zone/bridge.hpp"

#include <algorithm>

// The effect of a limit is what its absence would make possible, for every party in its own points:
// the same questions are asked as entered and with the limit open, and both answers are shown. No
// price is put on a limit, since the points of different parties cannot be added. In linear
// programs such differences are read off dual values; here each is worked out by the exact search.
//
// Source: Edmonds and Fulkerson (1970), Bottleneck extrema, for the smallest gain
// [edmonds1970bottleneck]

namespace unbracket {

namespace {

/// The party's acceptance is asked for even where the agreement rule could do without it.
Case with_required(Case negotiation, PartyId party) {
    if (!negotiation.is_required(party)) {
        negotiation.agreement.required.push_back(party);
        std::sort(negotiation.agreement.required.begin(), negotiation.agreement.required.end());
    }
    return negotiation;
}

LimitEffect effect_of(const CaseView& view, Certainty certainty, std::optional<EntryId> entry,
                      const ClaimOptions& options) {
    const Case& negotiation = view.negotiation;
    LimitEffect effect{entry, {}, std::nullopt, true};
    Omissions omissions(negotiation.entries.size(), false);
    if (entry) {
        omissions[as_index(*entry)] = true;
    }
    for (const PartyId party : negotiation.agreement.counted) {
        const BestGainAnswer answer =
            find_best_gain(with_required(negotiation, party), view.appraisal,
                           {certainty, {party}, omissions}, options);
        PartyBest best{party, std::nullopt, answer.is_proved};
        if (answer.best) {
            best.is_proved = answer.best->is_optimal;
            if (answer.best->gain.sign() >= 0) {
                best.gain = answer.best->gain;
            }
        }
        effect.best.push_back(std::move(best));
    }
    const BestGainAnswer answer =
        find_best_gain(negotiation, view.appraisal,
                       {certainty, negotiation.agreement.counted, omissions}, options);
    effect.smallest_gain_is_proved = answer.best ? answer.best->is_optimal : answer.is_proved;
    if (answer.best) {
        effect.smallest_gain = answer.best->gain;
    }
    return effect;
}

} // namespace

std::vector<LimitEffect> find_limit_effects(const Case& negotiation, const Appraisal& appraisal,
                                            Certainty certainty, const ClaimOptions& options) {
    if (negotiation.agreement.counted.empty()) {
        return {};
    }
    std::vector<EntryId> entries = openable_entries(negotiation, appraisal);
    std::sort(entries.begin(), entries.end());
    const CaseView view{negotiation, appraisal};
    std::vector<LimitEffect> effects = {effect_of(view, certainty, std::nullopt, options)};
    for (const EntryId entry : entries) {
        effects.push_back(effect_of(view, certainty, entry, options));
    }
    return effects;
}

} // namespace unbracket
