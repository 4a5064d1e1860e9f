#include "unbracket/zone/conflict_oracle.hpp"

#include "unbracket/zone/acceptance.hpp"

#include <algorithm>

// One question of a conflict analysis: can these entries hold together? Leaving entries out only
// makes parties easier to please, so an outcome under which a set of entries holds answers for
// every subset of it. Each outcome found is therefore tried on all other entries at once and kept;
// after a while most questions are answered from what was met. Liffiton and others call such cached
// models out as the cheapest gain in enumerating minimal unsatisfiable subsets.
//
// Source: Liffiton, Previti, Malik and Marques-Silva (2016), Fast, flexible MUS enumeration
// [liffiton2016fast]

namespace unbracket {

namespace {

bool is_within(const Subset& inner, const Subset& outer) {
    for (std::size_t item = 0; item < inner.size(); ++item) {
        if (inner[item] && !outer[item]) {
            return false;
        }
    }
    return true;
}

} // namespace

ConflictOracle::ConflictOracle(const CaseView& view, Certainty certainty,
                               std::vector<EntryId> items, const ClaimOptions& options)
    : view_(view), certainty_(certainty), items_(std::move(items)), options_(options) {}

Omissions ConflictOracle::omitted(const Subset& held) const {
    Omissions omissions(view_.negotiation.entries.size(), false);
    for (std::size_t item = 0; item < items_.size(); ++item) {
        omissions[as_index(items_[item])] = !held[item];
    }
    return omissions;
}

ConflictOracle::Met ConflictOracle::extended(const Subset& held, Outcome outcome) const {
    Met met{held, std::move(outcome)};
    Omissions omissions = omitted(held);
    for (std::size_t item = 0; item < items_.size(); ++item) {
        if (held[item]) {
            continue;
        }
        omissions[as_index(items_[item])] = false;
        met.holding[item] =
            is_agreement(view_.negotiation, view_.appraisal, met.outcome, {certainty_, omissions});
        omissions[as_index(items_[item])] = !met.holding[item];
    }
    return met;
}

ConflictOracle::Answer ConflictOracle::decide_without(const Subset& conflicting, std::size_t item) {
    Subset held = conflicting;
    held[item] = false;
    return decide(held, items_[item]);
}

ConflictOracle::Answer ConflictOracle::decide(const Subset& held, std::optional<EntryId> breaking) {
    for (std::size_t at = 0; at < met_.size(); ++at) {
        if (is_within(held, met_[at].holding)) {
            last_ = at;
            return Answer::holds;
        }
    }
    if (is_spent(options_, nodes_)) {
        return Answer::cut;
    }
    ClaimOptions options = what_is_left(options_, nodes_);
    options.breaking = breaking;
    options.proofs = Proofs::left_out;
    const ClaimAnswer answer =
        decide_claim(view_.negotiation, view_.appraisal, certainty_, options, omitted(held));
    nodes_ += answer.nodes + 1;
    if (const auto* found = std::get_if<OutcomeFound>(&answer.answer)) {
        met_.push_back(extended(held, found->outcome));
        last_ = met_.size() - 1;
        return Answer::holds;
    }
    return std::holds_alternative<NoOutcome>(answer.answer) ? Answer::conflicts : Answer::cut;
}

bool ConflictOracle::shrink(Subset& conflicting) {
    bool is_minimal = true;
    for (std::size_t item = 0; item < conflicting.size(); ++item) {
        if (!conflicting[item]) {
            continue;
        }
        const Answer answer = decide_without(conflicting, item);
        is_minimal = is_minimal && answer != Answer::cut;
        conflicting[item] = answer != Answer::conflicts;
    }
    return is_minimal;
}

bool ConflictOracle::grow(Subset& held) {
    bool is_maximal = true;
    for (std::size_t item = 0; item < held.size(); ++item) {
        if (held[item]) {
            continue;
        }
        held[item] = true;
        const Answer answer = decide(held);
        is_maximal = is_maximal && answer != Answer::cut;
        held[item] = answer == Answer::holds;
        if (answer == Answer::holds) {
            held = holding();
        }
    }
    return is_maximal;
}

} // namespace unbracket
