#include "unbracket/zone/best_gain.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/gain_rise.hpp"
#include "unbracket/zone/total_range.hpp"

#include <algorithm>

// The largest smallest gain, by threshold questions: the interval between what was reached and what
// was ruled out is halved, and every outcome found raises the lower end to what it really gives.
// Once the interval is narrow the question becomes "more than what was reached?", which ends the
// search exactly whatever the denominators of the gains are. Each answer is a decision of the
// engine, so nothing here is a matter of tolerance. Edmonds and Fulkerson solve bottleneck problems
// by such questions over the values that occur; here there are too many to list.
//
// Source: Edmonds and Fulkerson (1970), Bottleneck extrema [edmonds1970bottleneck]

namespace unbracket {

Rational gain_in(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                 const Outcome& outcome, Certainty certainty) {
    const Interval range = surplus(negotiation, appraisal, party, outcome);
    return certainty == Certainty::possible ? range.high : range.low;
}

bool has_gain(const Appraisal& appraisal, PartyId party) {
    return appraisal[as_index(party)].scale != Scale::none;
}

Rational beyond_all_gains(const CaseView& view, const std::vector<PartyId>& parties) {
    std::optional<Rational> least;
    for (const PartyId party : parties) {
        if (has_gain(view.appraisal, party)) {
            const Rational most = widest_gain(view.negotiation, view.appraisal, party);
            least = least ? std::min(*least, most) : most;
        }
    }
    return least.value_or(1);
}

Rational widest_gain(const Case& negotiation, const Appraisal& appraisal, PartyId party) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    Interval range = total_range(negotiation, party, own);
    if (const auto* fallback = std::get_if<Interval>(&own.fallback)) {
        range = hull(range, *fallback);
    }
    return Rational(2) * (range.high - range.low) + Rational(1) + own.supposed_less;
}

namespace {

class GainSearch {
public:
    GainSearch(const CaseView& view, const GainQuestion& question, const ClaimOptions& options)
        : view_(view), question_(question), options_(options), asked_(view.appraisal),
          can_rise_(can_rise(view, question)) {
        options_.breaking = question.breaking;
        options_.proofs = Proofs::left_out;
    }

    BestGainAnswer run() {
        BestGainAnswer answer;
        if (question_.known) {
            answer.best = improve(*question_.known, Than::more);
            answer.nodes = nodes_;
            return answer;
        }
        switch (ask_anything()) {
        case Reply::none:
            break;
        case Reply::cut:
            answer.is_proved = false;
            break;
        case Reply::found:
            answer.best = improve({reached(), outcome_, true}, Than::at_least);
            break;
        }
        answer.nodes = nodes_;
        return answer;
    }

private:
    enum class Reply { found, none, cut };
    enum class Than { at_least, more };

    Reply ask(const Omissions& omissions, std::uint64_t most_nodes = UINT64_MAX) {
        if (is_spent(options_, nodes_)) {
            return Reply::cut;
        }
        ClaimOptions options = what_is_left(options_, nodes_);
        options.node_budget = std::min(options.node_budget, most_nodes);
        const ClaimAnswer answer =
            decide_claim(view_.negotiation, asked_, question_.certainty, options, omissions);
        nodes_ += answer.nodes + 1;
        if (const auto* found = std::get_if<OutcomeFound>(&answer.answer)) {
            outcome_ = found->outcome;
            return Reply::found;
        }
        return std::holds_alternative<NoOutcome>(answer.answer) ? Reply::none : Reply::cut;
    }

    /// Any gain whatever, so that the search has somewhere to start. A fallback that was not
    /// entered is no entry to be left out; asking for the least there is does the same. With a
    /// floor nothing below it.
    Reply ask_anything() {
        for (const PartyId party : question_.parties) {
            PartyAppraisal& own = asked_[as_index(party)];
            own.accepts_less = question_.floor
                                   ? -*question_.floor
                                   : widest_gain(view_.negotiation, view_.appraisal, party);
            own.wants_more = false;
        }
        return ask(question_.omissions);
    }

    Reply ask(const Rational& gain, Than than, std::uint64_t most_nodes) {
        for (const PartyId party : question_.parties) {
            PartyAppraisal& own = asked_[as_index(party)];
            own.accepts_less = -gain, own.wants_more = than == Than::more;
        }
        return ask(question_.omissions, most_nodes);
    }

    /// The smallest gain of those that have to accept the outcome, and of the others that do.
    Rational reached() const {
        Rational smallest = ceiling();
        for (const PartyId party : question_.parties) {
            if (!has_gain(view_.appraisal, party)) {
                continue;
            }
            const bool is_with_them = view_.negotiation.is_required(party) ||
                                      accepts(view_.negotiation, asked_, party, outcome_,
                                              {question_.certainty, question_.omissions});
            if (is_with_them) {
                smallest = std::min(smallest, gain_in(view_.negotiation, view_.appraisal, party,
                                                      outcome_, question_.certainty));
            }
        }
        return smallest;
    }

    /// No outcome gives those who have to accept more than their best total over their least
    /// fallback. To ask for more could be refuted only outcome by outcome where a party's weights
    /// may all be 0.
    Rational most_conceivable() const {
        Rational most = ceiling();
        for (const PartyId party : question_.parties) {
            if (has_gain(view_.appraisal, party) && view_.negotiation.is_required(party)) {
                const PartyAppraisal& own = view_.appraisal[as_index(party)];
                const Interval range = total_range(view_.negotiation, party, own);
                const auto* fallback = std::get_if<Interval>(&own.fallback);
                most = std::min(most, own.supposed_less + range.high -
                                          (fallback ? fallback->low : range.low));
            }
        }
        return most;
    }

    Rational ceiling() const { return beyond_all_gains(view_, question_.parties); }

    /// From a gain that was reached; `than` says what the first question asks for, since what is
    /// known from elsewhere is often the best there is.
    BestGain improve(BestGain best, Than than) {
        const bool was_sharp = best.is_optimal;
        const Rational unbounded = ceiling(); // reached only where none of the parties is needed
        Rational ruled_out = std::max(best.gain, std::min(unbounded, most_conceivable()));
        const Rational narrow = (ruled_out - best.gain) / Rational(256);
        while (best.gain < unbounded) {
            const bool is_narrow = than == Than::more || ruled_out - best.gain <= narrow;
            than = Than::at_least;
            const Rational middle = is_narrow ? best.gain : (best.gain + ruled_out) / Rational(2);
            const Reply reply = ask(middle, is_narrow ? Than::more : Than::at_least,
                                    can_rise_ ? quick_nodes : UINT64_MAX);
            if (reply == Reply::cut && can_rise_ && !is_spent(options_, nodes_)) {
                return risen(best);
            }
            if (reply == Reply::cut || (is_narrow && reply == Reply::none)) {
                best.is_optimal = reply == Reply::none && was_sharp;
                return best;
            }
            if (reply == Reply::none) {
                ruled_out = middle;
                continue;
            }
            // A fallback draft with too many open contents may show a smaller gain than was asked
            // for.
            const Rational gain = reached();
            if (gain < middle || (is_narrow && gain == middle)) {
                best.is_optimal = false;
                return best;
            }
            best = {gain, outcome_, was_sharp};
            ruled_out = std::max(ruled_out, gain);
        }
        return best;
    }

    BestGain risen(const BestGain& best) {
        GainRise rise = rise_from(view_, question_, best, what_is_left(options_, nodes_));
        nodes_ += rise.nodes;
        return std::move(rise.best);
    }

    /// Questions that take more are better answered by one walk to the end.
    static constexpr std::uint64_t quick_nodes = 20'000;

    CaseView view_;
    const GainQuestion& question_;
    ClaimOptions options_;
    Appraisal asked_;
    bool can_rise_;
    Outcome outcome_;
    std::uint64_t nodes_ = 0;
};

} // namespace

BestGainAnswer find_best_gain(const Case& negotiation, const Appraisal& appraisal,
                              const GainQuestion& question, const ClaimOptions& options) {
    UNBRACKET_REQUIRE(!question.parties.empty(), "some party's gain is asked about");
    return GainSearch({negotiation, appraisal}, question, options).run();
}

} // namespace unbracket
