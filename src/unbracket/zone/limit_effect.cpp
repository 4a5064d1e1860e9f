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
    negotiation.agreement.required.push_back(party);
    std::sort(negotiation.agreement.required.begin(), negotiation.agreement.required.end());
    return negotiation;
}

class EffectSearch {
public:
    EffectSearch(const CaseView& view, Certainty certainty, const ClaimOptions& options)
        : view_(view), certainty_(certainty), options_(options) {}

    LimitEffect effect_of(std::optional<EntryId> entry) {
        LimitEffect effect{entry, {}, std::nullopt, true};
        Omissions omissions(view_.negotiation.entries.size(), false);
        if (entry) {
            omissions[as_index(*entry)] = true;
        }
        for (const PartyId party : view_.negotiation.agreement.counted) {
            effect.best.push_back(best_of(party, omissions));
        }
        const BestGainAnswer answer =
            ask(view_.negotiation, {certainty_, view_.negotiation.agreement.counted, omissions});
        effect.smallest_gain_is_proved = answer.best ? answer.best->is_optimal : answer.is_proved;
        if (answer.best) {
            effect.smallest_gain = answer.best->gain;
        }
        return effect;
    }

private:
    BestGainAnswer ask(const Case& negotiation, const GainQuestion& question) {
        BestGainAnswer answer =
            find_best_gain(negotiation, view_.appraisal, question, what_is_left(options_, nodes_));
        nodes_ += answer.nodes;
        return answer;
    }

    PartyBest best_of(PartyId party, const Omissions& omissions) {
        const GainQuestion question{certainty_, {party}, omissions};
        const BestGainAnswer answer = view_.negotiation.is_required(party)
                                          ? ask(view_.negotiation, question)
                                          : ask(with_required(view_.negotiation, party), question);
        PartyBest best{party, std::nullopt, answer.is_proved};
        if (answer.best) {
            best.is_proved = answer.best->is_optimal;
            if (answer.best->gain.sign() >= 0) {
                best.gain = answer.best->gain;
            }
        }
        return best;
    }

    CaseView view_;
    Certainty certainty_;
    ClaimOptions options_;
    std::uint64_t nodes_ = 0;
};

} // namespace

std::vector<LimitEffect> find_limit_effects(const Case& negotiation, const Appraisal& appraisal,
                                            Certainty certainty, const ClaimOptions& options) {
    if (negotiation.agreement.counted.empty()) {
        return {};
    }
    std::vector<EntryId> entries = openable_entries(negotiation, appraisal);
    std::sort(entries.begin(), entries.end());
    EffectSearch search({negotiation, appraisal}, certainty, options);
    std::vector<LimitEffect> effects = {search.effect_of(std::nullopt)};
    for (const EntryId entry : entries) {
        effects.push_back(search.effect_of(entry));
    }
    return effects;
}

} // namespace unbracket
