#include "unbracket/zone/verdict.hpp"

#include "unbracket/base/overloaded.hpp"
#include "unbracket/zone/completion.hpp"
#include "unbracket/zone/contradiction.hpp"
#include "unbracket/zone/coupled_readings.hpp"
#include "unbracket/zone/data_order.hpp"

#include <algorithm>

namespace unbracket {

namespace {

PartyReading reading_that_accepts(const Case& negotiation, const Appraisal& appraisal,
                                  PartyId party, const Outcome& outcome) {
    if (appraisal[as_index(party)].couplings.empty()) {
        return favourable_reading(negotiation, appraisal, party, outcome);
    }
    const CoupledReadings readings(negotiation, appraisal, party);
    return readings.as_entered(std::get<WeightedReading>(readings.reaching(outcome)));
}

std::vector<PartyReading> readings_that_accept(const Case& negotiation, const Appraisal& appraisal,
                                               const Outcome& outcome) {
    std::vector<PartyReading> readings;
    for (const PartyId party : negotiation.agreement.counted) {
        if (accepts(negotiation, appraisal, party, outcome, Certainty::possible)) {
            readings.push_back(reading_that_accepts(negotiation, appraisal, party, outcome));
        }
    }
    return readings;
}

AgreementVerdict agreement_on(const Case& negotiation, const Appraisal& appraisal,
                              const Outcome& outcome) {
    AgreementVerdict verdict{outcome, {}};
    for (const PartyId party : negotiation.agreement.counted) {
        if (appraisal[as_index(party)].couplings.empty()) {
            continue;
        }
        Appraisal ranges = appraisal;
        ranges[as_index(party)].couplings.clear();
        if (accepts(negotiation, ranges, party, outcome, Certainty::sure) ||
            !accepts(negotiation, appraisal, party, outcome, Certainty::sure)) {
            continue;
        }
        const CoupledReadings readings(negotiation, appraisal, party);
        const auto missing = readings.missing(outcome);
        verdict.refusals.push_back({party, readings.named(std::get<ReadingRefusal>(missing))});
    }
    return verdict;
}

bool is_certifiable(const NoOutcome& none) {
    return std::none_of(none.parts.begin(), none.parts.end(), [](const PartProof& part) {
        return std::holds_alternative<CoupledPartProof>(part.proof);
    });
}

std::vector<PartyReading> some_readings(const Case& negotiation, const Appraisal& appraisal) {
    std::vector<PartyReading> readings;
    for (const PartyId party : negotiation.agreement.counted) {
        if (!appraisal[as_index(party)].couplings.empty()) {
            const CoupledReadings left(negotiation, appraisal, party);
            readings.push_back(left.as_entered(std::get<WeightedReading>(left.some())));
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

/// The verdict where every counted party has a reading.
Verdict decide_by_readings(const Case& negotiation, const Appraisal& appraisal,
                           const ClaimOptions& options) {
    if (auto undecided = too_many_completions(negotiation, appraisal)) {
        return {std::move(*undecided), 0, {}};
    }
    ClaimAnswer possible = decide_claim(negotiation, appraisal, Certainty::possible, options);
    if (auto* none = std::get_if<NoOutcome>(&possible.answer)) {
        return {NoAgreementVerdict{std::move(*none)}, possible.nodes, {}};
    }
    const auto* found = std::get_if<OutcomeFound>(&possible.answer);
    if (found == nullptr) {
        return {UndecidedVerdict{{}, {}, why_cut(options), {}}, possible.nodes, {}};
    }
    if (is_agreement(negotiation, appraisal, found->outcome, Certainty::sure)) {
        return {agreement_on(negotiation, appraisal, found->outcome), possible.nodes, {}};
    }
    ClaimAnswer sure = decide_claim(negotiation, appraisal, Certainty::sure,
                                    what_is_left(options, possible.nodes));
    const std::uint64_t nodes = possible.nodes + sure.nodes;
    if (const auto* agreed = std::get_if<OutcomeFound>(&sure.answer)) {
        return {agreement_on(negotiation, appraisal, agreed->outcome), nodes, {}};
    }
    auto readings = readings_that_accept(negotiation, appraisal, found->outcome);
    if (auto* none = std::get_if<NoOutcome>(&sure.answer)) {
        return {
            DependsVerdict{found->outcome, std::move(readings), std::move(*none), {}}, nodes, {}};
    }
    return {UndecidedVerdict{found->outcome, std::move(readings), why_cut(options), {}}, nodes, {}};
}

} // namespace

VerdictKind kind_of(const Verdict& verdict) {
    return static_cast<VerdictKind>(verdict.answer.index());
}

bool is_certifiable(const Verdict& verdict) {
    return std::visit(
        Overloaded{
            [](const AgreementVerdict&) { return true; },
            [](const NoAgreementVerdict& none) { return is_certifiable(none.proof); },
            [](const DependsVerdict& depends) { return is_certifiable(depends.none_sure); },
            [](const UndecidedVerdict&) { return true; },
            [](const ContradictionVerdict&) { return true; },
        },
        verdict.answer);
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
        return {ContradictionVerdict{contradiction->party, std::move(contradiction->entries),
                                     std::move(contradiction->statements),
                                     std::move(contradiction->refusal)},
                0,
                {}};
    }
    Verdict verdict = decide_by_readings(negotiation, appraisal, options);
    if (options.proofs == Proofs::kept) {
        verdict.some_readings = some_readings(negotiation, appraisal);
    }
    return verdict;
}

} // namespace unbracket
