#include "unbracket/zone/gain_curve.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/zone/best_gain.hpp"

#include <algorithm>
#include <optional>
#include <utility>

// The curve by the constraint method: the best smallest gain of the others when the party is to
// have at least so much; then, at that gain of the others, the most the party can have, which is a
// step. The two ends come first, then a step at the party's fallback, then one at the middle of
// whatever gap is the widest, so that few steps already show the whole curve. Where a level brings
// nothing but the step above it, the gap ends at that level. A narrow gap is gone through from
// below, each time with strictly more asked for the party, until the step above is reached: so none
// is missed.
//
// Source: Haimes, Lasdon and Wismer (1971), On a bicriterion formulation of the problems of
// integrated system identification and system optimization, for the constraint method
// [haimes1971bicriterion]

namespace unbracket {

namespace {

class CurveSearch {
public:
    CurveSearch(const CaseView& view, const CurveQuestion& question, const ClaimOptions& options)
        : view_(view), party_(question.party), certainty_(question.certainty), options_(options) {
        for (const PartyId other : view.negotiation.agreement.counted) {
            if (other != party_ && has_gain(view.appraisal, other)) {
                others_.push_back(other);
            }
        }
    }

    GainCurve run(std::size_t most_steps) {
        const bool is_decided = put_ends() && fill_gaps(most_steps);
        curve_.is_complete = is_decided && gaps_.empty() && curve_.steps.size() <= most_steps;
        std::sort(curve_.steps.begin(), curve_.steps.end(),
                  [](const GainStep& a, const GainStep& b) { return a.own < b.own; });
        return std::move(curve_);
    }

private:
    ClaimOptions left() const { return what_is_left(options_, curve_.nodes); }

    BestGainAnswer best(const Appraisal& appraisal, const std::vector<PartyId>& parties,
                        const std::optional<BestGain>& known = {}) {
        BestGainAnswer answer = find_best_gain(view_.negotiation, appraisal,
                                               {certainty_, parties, {}, {}, known, {}}, left());
        curve_.nodes += answer.nodes;
        return answer;
    }

    /// What is asked of the party: at least, or more than, so much over its fallback.
    struct Level {
        Rational gain;
        bool is_strict = false;
        std::optional<BestGain> known; // what the others have in an outcome that answers to this
    };

    /// Gains of the party between two steps, both ends excluded, where steps may lie; the others
    /// have more there than at the step above.
    struct Gap {
        Rational low;
        Rational high;
        BestGain above; // what the others have there
        Rational width() const { return high - low; }
    };

    BestGainAnswer best_for_others(const Level& level) {
        Appraisal asked = view_.appraisal;
        PartyAppraisal& own = asked[as_index(party_)];
        own.accepts_less = -level.gain;
        own.wants_more = level.is_strict;
        return best(asked, others_, level.known);
    }

    BestGainAnswer best_for_party(const Rational& others) {
        Appraisal asked = view_.appraisal;
        for (const PartyId other : others_) {
            asked[as_index(other)].accepts_less = -others;
        }
        return best(asked, {party_});
    }

    static BestGain for_others(const GainStep& step) { return {step.others, step.outcome}; }

    static bool is_known(const BestGainAnswer& answer) {
        return answer.best && answer.best->is_optimal;
    }

    /// The step at that level; nothing where the budget ran out or there is none.
    std::optional<GainStep> step_at(const Level& level) {
        const BestGainAnswer others = best_for_others(level);
        if (!is_known(others)) {
            is_empty_ = !others.best && others.is_proved;
            return std::nullopt;
        }
        const BestGainAnswer most = best_for_party(others.best->gain);
        if (!is_known(most)) {
            return std::nullopt;
        }
        return GainStep{most.best->gain, others.best->gain, most.best->outcome};
    }

    /// The steps where the others and where the party have most. False where the budget ran out.
    bool put_ends() {
        const Rational anything = -widest_gain(view_.negotiation, view_.appraisal, party_);
        const std::optional<GainStep> first = step_at({anything, false, {}});
        if (!first) {
            return is_empty_;
        }
        curve_.steps.push_back(*first);
        const BestGainAnswer most = best_for_party(-most_that_others_may_lack());
        const auto last = is_known(most) ? step_at({most.best->gain, false, {}}) : std::nullopt;
        if (last && last->own != first->own) {
            curve_.steps.push_back(*last);
            gaps_.push_back({first->own, last->own, for_others(*last)});
        }
        return last.has_value();
    }

    Rational most_that_others_may_lack() const {
        Rational most;
        for (const PartyId other : others_) {
            most = std::max(most, widest_gain(view_.negotiation, view_.appraisal, other));
        }
        return most;
    }

    /// Puts steps into gaps, the widest first, until there are so many. False where the budget ran
    /// out.
    bool fill_gaps(std::size_t most_steps) {
        const Rational narrow = gaps_.empty() ? Rational() : gaps_.front().width() / Rational(256);
        while (!gaps_.empty() && curve_.steps.size() < most_steps) {
            const auto widest =
                std::max_element(gaps_.begin(), gaps_.end(),
                                 [](const Gap& a, const Gap& b) { return a.width() < b.width(); });
            const Gap gap = std::move(*widest);
            gaps_.erase(widest);
            const bool is_narrow = gap.width() <= narrow;
            const bool holds_fallback = gap.low.sign() < 0 && gap.high.sign() > 0;
            const Rational middle =
                holds_fallback ? Rational() : (gap.low + gap.high) / Rational(2);
            if (!fill(gap, is_narrow ? Level{gap.low, true, gap.above}
                                     : Level{middle, false, gap.above})) {
                return false;
            }
        }
        return true;
    }

    bool fill(const Gap& gap, const Level& level) {
        const std::optional<GainStep> step = step_at(level);
        if (!step) {
            return false;
        }
        if (!level.is_strict) {
            gaps_.push_back({gap.low, level.gain, for_others(*step)});
        }
        if (step->others != gap.above.gain) {
            gaps_.push_back({step->own, gap.high, gap.above});
            curve_.steps.push_back(*step);
        }
        return true;
    }

    CaseView view_;
    PartyId party_;
    Certainty certainty_;
    ClaimOptions options_;
    std::vector<PartyId> others_;
    bool is_empty_ = false; // no outcome is left, whatever anybody accepts less
    std::vector<Gap> gaps_;
    GainCurve curve_;
};

/// All counted parties have to accept, so that each one's gain is defined.
Case with_all_required(Case negotiation) {
    negotiation.agreement.required = negotiation.agreement.counted;
    return negotiation;
}

} // namespace

bool has_curve(const Case& negotiation, const Appraisal& appraisal, PartyId party) {
    const auto& counted = negotiation.agreement.counted;
    return negotiation.is_counted(party) && has_gain(appraisal, party) &&
           std::any_of(counted.begin(), counted.end(),
                       [&](PartyId other) { return other != party && has_gain(appraisal, other); });
}

GainCurve find_gain_curve(const Case& negotiation, const Appraisal& appraisal,
                          const CurveQuestion& question, const ClaimOptions& options) {
    UNBRACKET_REQUIRE(has_curve(negotiation, appraisal, question.party),
                      "the party and some other one are counted and have gains");
    const Case whole = with_all_required(negotiation);
    return CurveSearch({whole, appraisal}, question, options).run(question.most_steps);
}

} // namespace unbracket
