#include "unbracket/zone/verdict.hpp"

#include "unbracket/zone/completion.hpp"
#include "unbracket/zone/contradiction.hpp"
#include "unbracket/zone/data_order.hpp"

#include <algorithm>

namespace unbracket {

namespace {

std::vector<PartyReading> readings_that_accept(const Case& negotiation, const Appraisal& appraisal,
                                               const Outcome& outcome) {
    std::vector<PartyReading> readings;
    for (const PartyId party : negotiation.agreement.counted) {
        if (accepts(negotiation, appraisal, party, outcome, Certainty::possible)) {
            readings.push_back(favourable_reading(negotiation, appraisal, party, outcome));
        }
    }
    return readings;
}

UndecidedReason why_cut(const ClaimOptions& options) {
    const bool was_stopped = options.cancel != nullptr && options.cancel->is_raised();
    return was_stopped ? UndecidedReason::stopped : UndecidedReason::budget;
}

/// A fallback draft with very many open contents that bonuses tie together is not enumerated.
std::optional<UndecidedVerdict> too_many_completions(const Case& negotiation,
                                                     const Appraisal& appraisal) {
    std::vector<PartyId> parties = negotiation.agreement.counted;
    std::erase_if(parties, [&](PartyId party) {
        return tied_completions(negotiation, appraisal[as_index(party)], party) <=
               most_tied_completions;
    });
    if (parties.empty()) {
        return std::nullopt;
    }
    DataOrder(negotiation, appraisal).sort(parties);
    return UndecidedVerdict{{}, {}, UndecidedReason::open_fallback, parties.front()};
}

} // namespace

VerdictKind kind_of(const Verdict& verdict) {
    return static_cast<VerdictKind>(verdict.answer.index());
}

std::string to_text(VerdictKind kind) {
    switch (kind) {
    case VerdictKind::agreement:
        return "agreement";
    case VerdictKind::no_agreement:
        return "no_agreement";
    case VerdictKind::depends:
        return "depends";
    case VerdictKind::undecided:
        return "undecided";
    case VerdictKind::contradiction:
        break;
    }
    return "contradiction";
}

Verdict decide(const Case& negotiation, const Appraisal& appraisal, const ClaimOptions& options) {
    if (auto contradiction = find_contradiction(negotiation, appraisal)) {
        return {ContradictionVerdict{contradiction->party, std::move(contradiction->entries)}, 0};
    }
    if (auto undecided = too_many_completions(negotiation, appraisal)) {
        return {std::move(*undecided), 0};
    }
    ClaimAnswer possible = decide_claim(negotiation, appraisal, Certainty::possible, options);
    if (auto* none = std::get_if<NoOutcome>(&possible.answer)) {
        return {NoAgreementVerdict{std::move(*none)}, possible.nodes};
    }
    const auto* found = std::get_if<OutcomeFound>(&possible.answer);
    if (found == nullptr) {
        return {UndecidedVerdict{{}, {}, why_cut(options), {}}, possible.nodes};
    }
    if (is_agreement(negotiation, appraisal, found->outcome, Certainty::sure)) {
        return {AgreementVerdict{found->outcome}, possible.nodes};
    }
    ClaimAnswer sure = decide_claim(negotiation, appraisal, Certainty::sure,
                                    what_is_left(options, possible.nodes));
    const std::uint64_t nodes = possible.nodes + sure.nodes;
    if (const auto* agreed = std::get_if<OutcomeFound>(&sure.answer)) {
        return {AgreementVerdict{agreed->outcome}, nodes};
    }
    auto readings = readings_that_accept(negotiation, appraisal, found->outcome);
    if (auto* none = std::get_if<NoOutcome>(&sure.answer)) {
        return {DependsVerdict{found->outcome, std::move(readings), std::move(*none), {}}, nodes};
    }
    return {UndecidedVerdict{found->outcome, std::move(readings), why_cut(options), {}}, nodes};
}

} // namespace unbracket
