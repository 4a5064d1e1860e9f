#include "unbracket/zone/coupled_readings.hpp"
#include "unbracket/zone/verdict.hpp"

#include <algorithm>

// A reading in which nothing is accepted, looked for by turns: make every party as hard to please
// as its ranges allow, with weights that speak against the outcomes met so far; see which outcome
// is still accepted; lean the weights against that one too. A few rounds either end in a reading
// without an agreement or give up. Giving up proves nothing, and the report says so.
//
// It is the exchange method for infinitely many constraints, each outcome being one: keep a finite
// list, solve for it, add the one that is violated. Where the paper solves exactly for the list,
// the weights here are only leaned, so that no round needs more than one search.
//
// Source: Blankenship and Falk (1976), Infinitely constrained optimization problems
// [blankenship1976infinitely]

namespace unbracket {

namespace {

constexpr int most_rounds = 12;
/// Nodes of one round at most.
constexpr std::uint64_t round_nodes = 2'000'000;

/// For each party and issue: how many of the outcomes met leave the party worse off there.
using Grudges = std::vector<std::vector<int>>;

void add_grudges(const Case& negotiation, const Appraisal& appraisal, const Outcome& outcome,
                 Grudges& grudges) {
    for (std::size_t party = 0; party < appraisal.size(); ++party) {
        const PartyAppraisal& own = appraisal[party];
        Rational line(50);
        if (const auto* fallback = std::get_if<Interval>(&own.fallback)) {
            line = fallback->high;
        }
        for (std::size_t at = 0; at < negotiation.issues.size(); ++at) {
            if (own.issues[at].is_concerned()) {
                const auto& option = own.issues[at].options[as_index(outcome[at])];
                grudges[party][at] += option.value.low < line ? 1 : -1;
            }
        }
    }
}

/// A reading that judgements leave, and in which the outcome is missed if there is one.
PartyReading coupled_reading(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                             const Outcome& met) {
    const CoupledReadings readings(negotiation, appraisal, party);
    auto found = readings.missing(met);
    if (std::holds_alternative<ReadingRefusal>(found)) {
        found = readings.some();
    }
    PartyReading reading = readings.as_entered(std::get<WeightedReading>(found));
    const PartyAppraisal& own = appraisal[as_index(party)];
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        for (std::size_t option = 0; option < own.issues[at].options.size(); ++option) {
            if (own.issues[at].options[option].is_unknown) {
                reading.red_lines.emplace_back(IssueId(at), OptionId(option));
            }
        }
    }
    return reading;
}

std::vector<PartyReading> harsh_readings(const Case& negotiation, const Appraisal& appraisal,
                                         const Grudges& grudges, const Outcome& met) {
    std::vector<PartyReading> readings;
    for (const PartyId party : negotiation.agreement.counted) {
        const bool refuses = negotiation.intent_of(party) != Intent::seeks;
        if (appraisal[as_index(party)].scale == Scale::none) {
            if (refuses) {
                readings.push_back({.party = party, .refuses = true});
            }
            continue;
        }
        if (!appraisal[as_index(party)].couplings.empty()) {
            readings.push_back(coupled_reading(negotiation, appraisal, party, met));
            readings.back().refuses = refuses;
            continue;
        }
        std::vector<bool> heavy;
        for (const int grudge : grudges[as_index(party)]) {
            heavy.push_back(grudge > 0);
        }
        PartyReading reading = harsh_reading(negotiation, appraisal, party, heavy);
        const bool has_weight = std::any_of(reading.weights.begin(), reading.weights.end(),
                                            [](const Rational& w) { return w.sign() > 0; });
        if (!has_weight) {
            reading = harsh_reading(negotiation, appraisal, party,
                                    std::vector<bool>(negotiation.issues.size(), true));
        }
        reading.refuses = refuses;
        readings.push_back(std::move(reading));
    }
    return readings;
}

} // namespace

Case pinned(Case negotiation, const std::vector<PartyReading>& readings) {
    for (const PartyReading& reading : readings) {
        for (const auto& [at, value] : reading.bonuses) {
            negotiation.bonuses[at].value = single(value);
        }
        for (const auto& [at, value] : reading.losses) {
            negotiation.risks[at].loss = single(value);
        }
        if (const auto draft = std::find_if(
                negotiation.fallbacks.begin(), negotiation.fallbacks.end(),
                [&](const Fallback& fallback) { return fallback.party == reading.party; });
            !reading.fallback_completion.empty() && draft != negotiation.fallbacks.end()) {
            const auto id = std::get<DraftId>(draft->periods[*draft->in_force].value);
            for (std::size_t at = 0; at < reading.fallback_completion.size(); ++at) {
                negotiation.drafts[as_index(id)].content[at].options = {
                    reading.fallback_completion[at]};
            }
        }
    }
    return negotiation;
}

Appraisal pinned(const Appraisal& appraisal, const std::vector<PartyReading>& readings) {
    Appraisal exact = appraisal;
    for (const PartyReading& reading : readings) {
        PartyAppraisal& own = exact[as_index(reading.party)];
        own.couplings.clear(); // which the reading keeps to
        if (own.scale == Scale::none) {
            continue;
        }
        for (std::size_t at = 0; at < own.issues.size(); ++at) {
            own.issues[at].weight =
                own.scale == Scale::stances ? single(reading.weights[at]) : own.issues[at].weight;
            for (std::size_t option = 0; option < own.issues[at].options.size(); ++option) {
                own.issues[at].options[option].value = single(reading.values[at][option]);
                own.issues[at].options[option].is_unknown = false;
            }
        }
        for (const auto& [issue, option] : reading.red_lines) {
            own.issues[as_index(issue)].options[as_index(option)].is_red_line = true;
        }
        if (reading.fallback) {
            own.fallback = single(*reading.fallback);
        }
    }
    return exact;
}

std::optional<std::vector<PartyReading>> find_failing_reading(const Case& negotiation,
                                                              const Appraisal& appraisal,
                                                              const Outcome& possible_outcome,
                                                              const ClaimOptions& options) {
    Grudges grudges(appraisal.size(), std::vector<int>(negotiation.issues.size(), 0));
    Outcome met = possible_outcome;
    ClaimOptions round_options = options;
    round_options.node_budget = std::min(options.node_budget, round_nodes);
    for (int round = 0; round < most_rounds; ++round) {
        add_grudges(negotiation, appraisal, met, grudges);
        std::vector<PartyReading> readings = harsh_readings(negotiation, appraisal, grudges, met);
        const Case exact_case = pinned(negotiation, readings);
        const ClaimAnswer answer =
            decide_claim(exact_case, pinned(appraisal, readings), Certainty::sure, round_options);
        if (std::holds_alternative<NoOutcome>(answer.answer)) {
            return readings;
        }
        const auto* found = std::get_if<OutcomeFound>(&answer.answer);
        if (found == nullptr) {
            return std::nullopt;
        }
        met = found->outcome;
    }
    return std::nullopt;
}

} // namespace unbracket
