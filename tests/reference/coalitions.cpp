#include "tests/reference/coalitions.hpp"

#include "tests/reference/condition.hpp"
#include "tests/reference/verdict.hpp"

namespace unbracket::reference {

namespace {

bool is_accepted(const Case& whole, const std::map<PartyId, Reading>& readings, PartyId party,
                 const Outcome& outcome) {
    if (whole.intent_of(party) == Intent::refuses || !keeps_limits_of(whole, party, outcome)) {
        return false;
    }
    const auto reading = readings.find(party);
    if (reading == readings.end()) {
        return true;
    }
    for (std::size_t at = 0; at < outcome.size(); ++at) {
        if (reading->second.red_lines[at][as_index(outcome[at])]) {
            return false;
        }
    }
    return value(whole, view_of(whole, party), reading->second, outcome) >=
           accepted_from(whole, reading->second, party);
}

} // namespace

std::map<std::set<PartyId>, std::uint64_t> coalitions(const Case& whole,
                                                      const std::map<PartyId, Reading>& readings) {
    std::map<std::set<PartyId>, std::uint64_t> counts;
    for (const Outcome& outcome : all_outcomes(whole)) {
        if (!is_permitted(whole, outcome)) {
            continue;
        }
        std::set<PartyId> accepting;
        for (const PartyId party : whole.agreement.counted) {
            if (is_accepted(whole, readings, party, outcome)) {
                accepting.insert(party);
            }
        }
        ++counts[accepting];
    }
    return counts;
}

} // namespace unbracket::reference
