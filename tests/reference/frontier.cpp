#include "tests/reference/frontier.hpp"

#include "tests/reference/condition.hpp"
#include "tests/reference/verdict.hpp"

#include <algorithm>
#include <utility>

namespace unbracket::reference {

namespace {

bool crosses_red_line(const Reading& reading, const Outcome& outcome) {
    for (std::size_t at = 0; at < outcome.size(); ++at) {
        if (reading.red_lines[at][as_index(outcome[at])]) {
            return true;
        }
    }
    return false;
}

bool breaks_nothing_of(const Case& whole, const std::map<PartyId, Reading>& readings, PartyId party,
                       const Outcome& outcome) {
    const auto reading = readings.find(party);
    const bool is_crossed = reading != readings.end() && crosses_red_line(reading->second, outcome);
    return !is_crossed && keeps_limits_of(whole, party, outcome);
}

Gains gains_of(const Case& whole, const std::map<PartyId, Reading>& readings,
               const Outcome& outcome) {
    Gains gains;
    for (const auto& [party, reading] : readings) {
        gains.push_back(value(whole, view_of(whole, party), reading, outcome) -
                        accepted_from(whole, reading, party));
    }
    return gains;
}

/// Whether the outcome breaks nothing of the party's, and it gains by it and takes part.
bool agrees(const Case& whole, const std::map<PartyId, Reading>& readings, PartyId party,
            const Outcome& outcome) {
    const auto reading = readings.find(party);
    const bool loses =
        reading != readings.end() && value(whole, view_of(whole, party), reading->second, outcome) <
                                         accepted_from(whole, reading->second, party);
    return !loses && whole.intent_of(party) != Intent::refuses &&
           breaks_nothing_of(whole, readings, party, outcome);
}

bool is_among(const Case& whole, const std::map<PartyId, Reading>& readings, Among among,
              const Outcome& outcome) {
    const AgreementRule& rule = whole.agreement;
    const auto does = [&](PartyId party) { return agrees(whole, readings, party, outcome); };
    if (!is_permitted(whole, outcome)) {
        return false;
    }
    switch (among) {
    case Among::feasible:
        return std::all_of(rule.counted.begin(), rule.counted.end(), [&](PartyId party) {
            return breaks_nothing_of(whole, readings, party, outcome);
        });
    case Among::zone:
        return std::all_of(rule.required.begin(), rule.required.end(), does) &&
               std::count_if(rule.counted.begin(), rule.counted.end(), does) >=
                   rule.at_least.value_or(0);
    case Among::suits_all:
        return std::all_of(rule.counted.begin(), rule.counted.end(), does);
    }
    return true;
}

bool is_better(const Gains& one, const Gains& other) {
    bool is_never_worse = true;
    for (std::size_t at = 0; at < one.size(); ++at) {
        is_never_worse = is_never_worse && one[at] >= other[at];
    }
    return is_never_worse && one != other;
}

} // namespace

std::optional<Gains> gains_by(const Case& whole, const std::map<PartyId, Reading>& readings,
                              const Outcome& outcome, Among among) {
    const bool is_one = is_among(whole, readings, among, outcome);
    return is_one ? std::optional(gains_of(whole, readings, outcome)) : std::nullopt;
}

std::map<Gains, std::uint64_t> all_gains(const Case& whole,
                                         const std::map<PartyId, Reading>& readings, Among among) {
    std::map<Gains, std::uint64_t> all;
    for (const Outcome& outcome : all_outcomes(whole)) {
        if (const auto gains = gains_by(whole, readings, outcome, among)) {
            ++all[*gains];
        }
    }
    return all;
}

std::map<Gains, std::uint64_t> frontier(const Case& whole,
                                        const std::map<PartyId, Reading>& readings, Among among) {
    const std::map<Gains, std::uint64_t> all = all_gains(whole, readings, among);
    std::map<Gains, std::uint64_t> best;
    for (const auto& [gains, count] : all) {
        const bool is_beaten = std::any_of(all.begin(), all.end(), [&](const auto& other) {
            return is_better(other.first, gains);
        });
        if (!is_beaten) {
            best.emplace(gains, count);
        }
    }
    return best;
}

} // namespace unbracket::reference
