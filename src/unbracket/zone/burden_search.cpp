#include "unbracket/zone/burden_search.hpp"

#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/data_order.hpp"

#include <algorithm>

// All Pareto-minimal burdens by boxes. A box bounds the burden of some parties strictly from above;
// the boxes together hold every burden that is not known to be met or beaten. Is there an outcome
// with a burden inside the box? If not, the box goes for good. If so, the burden is made minimal
// party by party, and every box that contains it is split: to be better than it, some party has to
// bear less than it does there. When no box is left the list is complete. These boxes are the local
// upper bounds of multi-objective optimisation, after Klamroth, Lacour and Vanderpooten; the
// question about a box is a decision of the engine, so the list is exact.
//
// Source: Klamroth, Lacour and Vanderpooten (2015), On the representation of the search region in
// multi-objective optimization [klamroth2015representation]

namespace unbracket {

namespace {

/// Places in `agreement.counted`.
std::vector<std::size_t> places_by_data(const CaseView& view) {
    const std::vector<PartyId>& counted = view.negotiation.agreement.counted;
    std::vector<PartyId> parties = counted;
    DataOrder(view.negotiation, view.appraisal).sort(parties);
    std::vector<std::size_t> places;
    for (const PartyId party : parties) {
        places.push_back(static_cast<std::size_t>(std::find(counted.begin(), counted.end(), party) -
                                                  counted.begin()));
    }
    return places;
}

/// What a party with that gain has to bear.
Rational burden_for(const Rational& gain) {
    return gain.sign() < 0 ? -gain : Rational(0);
}

bool is_inside(const Burden& burden, const BurdenBox& box) {
    for (std::size_t at = 0; at < box.size(); ++at) {
        if (box[at] && burden[at] >= *box[at]) {
            return false;
        }
    }
    return true;
}

/// Whether every burden in the first box is in the second.
bool is_within(const BurdenBox& inner, const BurdenBox& outer) {
    for (std::size_t at = 0; at < outer.size(); ++at) {
        if (outer[at] && (!inner[at] || *inner[at] > *outer[at])) {
            return false;
        }
    }
    return true;
}

} // namespace

BurdenSearch::BurdenSearch(const CaseView& view, Certainty certainty, std::vector<EntryId> opened,
                           const ClaimOptions& options)
    : view_(view), certainty_(certainty), opened_(std::move(opened)),
      omissions_(view.negotiation.entries.size(), false), options_(options),
      places_(places_by_data(view)), boxes_{BurdenBox(view.negotiation.agreement.counted.size())} {
    for (const EntryId entry : opened_) {
        omissions_[as_index(entry)] = true;
    }
}

Appraisal BurdenSearch::moved(const Burden& burden) const {
    Appraisal appraisal = view_.appraisal;
    for (std::size_t at = 0; at < burden.size(); ++at) {
        appraisal[as_index(view_.negotiation.agreement.counted[at])].accepts_less = burden[at];
    }
    return appraisal;
}

Burden BurdenSearch::burden_of(const Appraisal& asked, const Outcome& outcome) const {
    Burden burden;
    for (const PartyId party : view_.negotiation.agreement.counted) {
        const bool accepts_it =
            accepts(view_.negotiation, asked, party, outcome, {certainty_, omissions_});
        const Rational gain =
            gain_in(view_.negotiation, view_.appraisal, party, outcome, certainty_);
        burden.push_back(accepts_it ? burden_for(gain) : Rational(0));
    }
    return burden;
}

BurdenSearch::Reply BurdenSearch::ask(const BurdenBox& box, Bridge& bridge) {
    Appraisal asked = view_.appraisal;
    for (std::size_t at = 0; at < box.size(); ++at) {
        const PartyId party = view_.negotiation.agreement.counted[at];
        PartyAppraisal& own = asked[as_index(party)];
        own.accepts_less =
            box[at] ? *box[at] : widest_gain(view_.negotiation, view_.appraisal, party);
        own.wants_more = box[at].has_value();
    }
    if (is_spent(options_, nodes_)) {
        return Reply::cut;
    }
    ClaimOptions options = left();
    options.proofs = Proofs::left_out;
    const ClaimAnswer answer =
        decide_claim(view_.negotiation, asked, certainty_, options, omissions_);
    nodes_ += answer.nodes + 1;
    if (const auto* found = std::get_if<OutcomeFound>(&answer.answer)) {
        bridge = {opened_, burden_of(asked, found->outcome), found->outcome};
        return Reply::found;
    }
    return std::holds_alternative<NoOutcome>(answer.answer) ? Reply::none : Reply::cut;
}

/// Where no outcome has burdens that are all below the largest one, a party that alone bears so
/// much cannot bear less while the others bear no more.
bool BurdenSearch::minimise(Bridge& bridge, const std::optional<Rational>& least_largest) {
    for (const std::size_t at : places_) {
        const Rational own = bridge.burden[at];
        const bool is_alone =
            std::count_if(bridge.burden.begin(), bridge.burden.end(),
                          [&](const Rational& other) { return other >= own; }) == 1;
        if (own.sign() == 0 || (own == least_largest && is_alone)) {
            continue;
        }
        const PartyId party = view_.negotiation.agreement.counted[at];
        Burden others = bridge.burden;
        others[at] = 0;
        GainQuestion question{certainty_, {party}, omissions_};
        if (is_agreement(view_.negotiation, moved(bridge.burden), bridge.outcome,
                         {certainty_, omissions_})) {
            question.known = BestGain{-bridge.burden[at], bridge.outcome};
        }
        const BestGainAnswer answer =
            find_best_gain(view_.negotiation, moved(others), question, left());
        nodes_ += answer.nodes;
        if (!answer.best || !answer.best->is_optimal) {
            return false;
        }
        bridge.burden[at] = burden_for(answer.best->gain);
        bridge.outcome = answer.best->outcome;
    }
    return true;
}

AloneBurden BurdenSearch::alone(PartyId party) {
    AloneBurden alone{party, std::nullopt, true};
    const BestGainAnswer answer = find_best_gain(view_.negotiation, view_.appraisal,
                                                 {certainty_, {party}, omissions_}, left());
    nodes_ += answer.nodes;
    alone.is_proved = answer.best ? answer.best->is_optimal : answer.is_proved;
    if (answer.best) {
        const auto& counted = view_.negotiation.agreement.counted;
        Burden burden(counted.size());
        burden[static_cast<std::size_t>(std::find(counted.begin(), counted.end(), party) -
                                        counted.begin())] = burden_for(answer.best->gain);
        alone.bridge = Bridge{opened_, std::move(burden), answer.best->outcome};
    }
    return alone;
}

SmallestLargest BurdenSearch::smallest_largest() {
    const auto& counted = view_.negotiation.agreement.counted;
    const BestGainAnswer answer = find_best_gain(view_.negotiation, view_.appraisal,
                                                 {certainty_, counted, omissions_}, left());
    nodes_ += answer.nodes;
    if (!answer.best) {
        return {std::nullopt, answer.is_proved};
    }
    const Rational largest = burden_for(answer.best->gain);
    const Appraisal asked = moved(Burden(counted.size(), largest));
    Bridge bridge{opened_, burden_of(asked, answer.best->outcome), answer.best->outcome};
    const bool is_minimal =
        minimise(bridge, answer.best->is_optimal ? std::optional(largest) : std::nullopt);
    return {std::move(bridge), answer.best->is_optimal && is_minimal};
}

void BurdenSearch::note(const Bridge& bridge) {
    const bool is_known = std::any_of(found_.begin(), found_.end(), [&](const Bridge& other) {
        return other.burden == bridge.burden;
    });
    if (!is_known) {
        split_boxes(bridge.burden);
        found_.push_back(bridge);
    }
}

void BurdenSearch::add_box(BurdenBox box) {
    const bool is_covered = std::any_of(boxes_.begin(), boxes_.end(), [&](const BurdenBox& other) {
        return is_within(box, other);
    });
    if (!is_covered) {
        std::erase_if(boxes_, [&](const BurdenBox& other) { return is_within(other, box); });
        boxes_.push_back(std::move(box));
    }
}

void BurdenSearch::split_boxes(const Burden& burden) {
    std::vector<BurdenBox> split;
    std::erase_if(boxes_, [&](const BurdenBox& box) {
        if (!is_inside(burden, box)) {
            return false;
        }
        split.push_back(box);
        return true;
    });
    for (const BurdenBox& box : split) {
        for (const std::size_t at : places_) {
            if (burden[at].sign() > 0) {
                BurdenBox part = box;
                part[at] = burden[at];
                add_box(std::move(part));
            }
        }
    }
}

BurdenList BurdenSearch::all(std::size_t most, std::uint64_t nodes) {
    BurdenList list;
    const std::uint64_t whole_budget = options_.node_budget;
    options_.node_budget = std::min(options_.node_budget, nodes_ + std::min(nodes, ~nodes_));
    while (!boxes_.empty() && found_.size() < most) {
        Bridge bridge;
        const Reply reply = ask(boxes_.front(), bridge);
        if (reply == Reply::none) {
            boxes_.erase(boxes_.begin());
        } else if (reply == Reply::cut || !minimise(bridge, std::nullopt) ||
                   !is_inside(bridge.burden, boxes_.front())) {
            break; // a burden outside its box is known only as a bound
        } else {
            note(bridge);
        }
    }
    options_.node_budget = whole_budget;
    list.bridges = found_;
    list.bridges.resize(std::min(most, list.bridges.size()));
    if (found_.size() > most || !boxes_.empty()) {
        list.end = found_.size() < most ? ListEnd::cut : ListEnd::full;
    } else {
        list.end = ListEnd::complete;
    }
    std::sort(list.bridges.begin(), list.bridges.end(), [&](const Bridge& a, const Bridge& b) {
        for (const std::size_t at : places_) {
            if (a.burden[at] != b.burden[at]) {
                return a.burden[at] < b.burden[at];
            }
        }
        return false;
    });
    return list;
}

} // namespace unbracket
