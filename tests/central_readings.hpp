#pragma once

#include "unbracket/zone/central_reading.hpp"

#include "tests/reference/reading.hpp"

#include <cstddef>
#include <map>

// The engine's central readings in the words of the reference.

namespace unbracket::testing {

inline reference::Reading as_reference(const Case& whole, const Appraisal& appraisal,
                                       PartyId party) {
    const PartyReading central = central_reading(whole, appraisal, party);
    reference::Reading reading;
    reading.weights = central.weights;
    const PartyAppraisal& own = appraisal[as_index(party)];
    for (std::size_t at = 0; at < central.values.size(); ++at) {
        const std::size_t size = whole.issues[at].options.size();
        reading.values.push_back(central.values[at]);
        reading.values.back().resize(size);
        reading.red_lines.emplace_back(size, false);
        for (std::size_t option = 0; option < own.issues[at].options.size(); ++option) {
            reading.red_lines.back()[option] = own.issues[at].options[option].is_red_line;
        }
    }
    reading.bonuses.resize(whole.bonuses.size());
    for (const auto& [at, value] : central.bonuses) {
        reading.bonuses[at] = value;
    }
    reading.losses.resize(whole.risks.size());
    for (const auto& [at, value] : central.losses) {
        reading.losses[at] = value;
    }
    reading.fallback = *central.fallback;
    return reading;
}

inline std::map<PartyId, reference::Reading> readings_of(const Case& whole,
                                                         const Appraisal& appraisal) {
    std::map<PartyId, reference::Reading> readings;
    for (const PartyReading& reading : central_readings(whole, appraisal)) {
        readings.emplace(reading.party, as_reference(whole, appraisal, reading.party));
    }
    return readings;
}

} // namespace unbracket::testing
