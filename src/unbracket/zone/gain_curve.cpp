#include "unbracket/zone/gain_curve.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/zone/best_gain.hpp"

#include <algorithm>
#include <optional>

// The curve by the constraint method: the best smallest gain of the others when the party's gain is
// free; then, at that gain of the others, the most the party can have, which is the first step;
// then the same with more than that asked for the party, until nothing is left. Every step is
// efficient for the two quantities, and none is missed, since each question asks for strictly more.
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
        std::optional<Rational> above;
        while (curve_.steps.size() < most_steps) {
            const std::optional<bool> is_done = step(above);
            if (is_done) {
                curve_.is_complete = *is_done;
                break;
            }
            above = curve_.steps.back().own;
        }
        return std::move(curve_);
    }

private:
    ClaimOptions left() const { return what_is_left(options_, curve_.nodes); }

    BestGainAnswer best(const Appraisal& appraisal, const std::vector<PartyId>& parties) {
        BestGainAnswer answer =
            find_best_gain(view_.negotiation, appraisal, {certainty_, parties, {}}, left());
        curve_.nodes += answer.nodes;
        return answer;
    }

    /// Adds a step with more than that for the party. True: there is none; false: cut.
    std::optional<bool> step(const std::optional<Rational>& above) {
        Appraisal asked = view_.appraisal;
        PartyAppraisal& own = asked[as_index(party_)];
        own.accepts_less =
            above ? -*above : widest_gain(view_.negotiation, view_.appraisal, party_);
        own.wants_more = above.has_value();
        const BestGainAnswer others = best(asked, others_);
        if (!others.best) {
            return others.is_proved;
        }
        asked = view_.appraisal;
        for (const PartyId other : others_) {
            asked[as_index(other)].accepts_less = -others.best->gain;
        }
        const BestGainAnswer most = best(asked, {party_});
        const bool is_proved = others.best->is_optimal && most.best && most.best->is_optimal;
        if (!is_proved) {
            return false;
        }
        curve_.steps.push_back({most.best->gain, others.best->gain, most.best->outcome});
        return std::nullopt;
    }

    CaseView view_;
    PartyId party_;
    Certainty certainty_;
    ClaimOptions options_;
    std::vector<PartyId> others_;
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
