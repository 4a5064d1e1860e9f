#include "unbracket/zone/limit_effect.hpp"

#include <algorithm>

// The effect of a limit is what its absence would make possible, for every party in its own points:
// the same questions are asked as entered and with the limit open, and both answers are shown. No
// price is put on a limit, since the points of different parties cannot be added. In linear
// programs such differences are read off dual values; here each is worked out by the exact search.
// Opening an entry takes no outcome away, so each search goes on from what is best as entered, and
// looks only at outcomes that break the entry: the others were open before. For most entries one
// decision, small for that reason, shows that nothing better opens up.
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
    EffectSearch(const CaseView& view, Certainty certainty, const ClaimOptions& options,
                 const std::optional<BestGain>& smallest)
        : view_(view), certainty_(certainty), options_(options),
          smallest_{smallest, smallest.has_value()},
          best_(view.negotiation.agreement.counted.size()) {}

    /// As entered first; what is possible then is possible with any entry open.
    LimitEffect effect_of(std::optional<EntryId> entry) {
        LimitEffect effect{.entry = entry};
        Omissions omissions(view_.negotiation.entries.size(), false);
        if (entry) {
            omissions[as_index(*entry)] = true;
        }
        const auto& counted = view_.negotiation.agreement.counted;
        const BestGainAnswer answer =
            ask(view_.negotiation, {certainty_, counted, omissions}, entry, smallest_);
        effect.smallest_gain_is_proved = answer.best ? answer.best->is_optimal : answer.is_proved;
        effect.has_outcome = answer.best.has_value();
        if (answer.best && answer.best->gain < beyond_all_gains(view_, counted)) {
            effect.smallest_gain = answer.best->gain;
        }
        const bool is_none = leaves_nothing(effect);
        for (std::size_t at = 0; at < counted.size(); ++at) {
            effect.best.push_back(is_none ? PartyBest{counted[at], std::nullopt, true}
                                          : best_of(at, omissions, entry));
        }
        if (!entry && is_none) {
            best_.assign(counted.size(), {std::nullopt, true});
        }
        return effect;
    }

private:
    /// Where all who are counted have to accept and somebody always loses, nothing is accepted.
    bool leaves_nothing(const LimitEffect& effect) const {
        const AgreementRule& rule = view_.negotiation.agreement;
        return rule.required.size() == rule.counted.size() && effect.smallest_gain_is_proved &&
               (!effect.has_outcome || (effect.smallest_gain && effect.smallest_gain->sign() < 0));
    }

    /// The best as entered, and whether it is proved that nothing is better.
    struct Entered {
        std::optional<BestGain> best;
        bool is_settled = false;
    };

    /// As entered, which is kept, or with an entry open. Then whatever is better breaks the entry.
    BestGainAnswer ask(const Case& negotiation, GainQuestion question, std::optional<EntryId> entry,
                       Entered& entered) {
        if (!entry && entered.is_settled) {
            return {entered.best, true, 0};
        }
        question.known = entered.best;
        question.breaking = entered.is_settled ? entry : std::nullopt;
        BestGainAnswer answer =
            find_best_gain(negotiation, view_.appraisal, question, what_is_left(options_, nodes_));
        nodes_ += answer.nodes;
        if (!entry) {
            entered = {answer.best, answer.best ? answer.best->is_optimal : answer.is_proved};
        }
        return answer;
    }

    PartyBest best_of(std::size_t place, const Omissions& omissions, std::optional<EntryId> entry) {
        const PartyId party = view_.negotiation.agreement.counted[place];
        if (!has_gain(view_.appraisal, party)) {
            return {party, std::nullopt, true};
        }
        const GainQuestion question{certainty_, {party}, omissions, Rational(0)};
        const BestGainAnswer answer =
            view_.negotiation.is_required(party)
                ? ask(view_.negotiation, question, entry, best_[place])
                : ask(with_required(view_.negotiation, party), question, entry, best_[place]);
        if (!answer.best || answer.best->gain.sign() < 0) {
            // Below 0 only where gains are known as bounds.
            return {party, std::nullopt, !answer.best && answer.is_proved};
        }
        return {party, answer.best->gain, answer.best->is_optimal};
    }

    CaseView view_;
    Certainty certainty_;
    ClaimOptions options_;
    Entered smallest_;
    std::vector<Entered> best_; // by place in `agreement.counted`
    std::uint64_t nodes_ = 0;
};

} // namespace

std::optional<BestGain> smallest_gain_behind(const Case& negotiation,
                                             const Bridge& smallest_largest) {
    const AgreementRule& rule = negotiation.agreement;
    const std::vector<Rational>& burden = smallest_largest.burden;
    const auto largest = std::max_element(burden.begin(), burden.end());
    if (rule.required.size() != rule.counted.size() || !smallest_largest.opened.empty() ||
        largest == burden.end() || largest->sign() == 0) {
        return std::nullopt;
    }
    return BestGain{-*largest, smallest_largest.outcome};
}

std::vector<LimitEffect> find_limit_effects(const Case& negotiation, const Appraisal& appraisal,
                                            Certainty certainty, const ClaimOptions& options,
                                            const std::optional<BestGain>& smallest) {
    return find_limit_effects_of({negotiation, appraisal}, certainty,
                                 openable_entries(negotiation, appraisal), options, smallest);
}

std::vector<LimitEffect> find_limit_effects_of(const CaseView& view, Certainty certainty,
                                               std::vector<EntryId> entries,
                                               const ClaimOptions& options,
                                               const std::optional<BestGain>& smallest) {
    if (view.negotiation.agreement.counted.empty()) {
        return {};
    }
    std::sort(entries.begin(), entries.end());
    EffectSearch search(view, certainty, options, smallest);
    std::vector<LimitEffect> effects = {search.effect_of(std::nullopt)};
    for (const EntryId entry : entries) {
        effects.push_back(search.effect_of(entry));
    }
    return effects;
}

} // namespace unbracket
