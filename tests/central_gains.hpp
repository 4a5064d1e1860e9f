#pragma once

#include "unbracket/frontier/gain_table.hpp"

#include "tests/central_readings.hpp"
#include "tests/reference/frontier.hpp"

#include <algorithm>
#include <utility>
#include <vector>

// For comparing what a gain table says with enumeration over the central reading.

namespace unbracket::testing {

/// Gains in the order of party ids.
inline reference::Gains gains_of(const GainTable& table, const Totals& totals) {
    std::vector<std::pair<PartyId, Rational>> by_party;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        by_party.emplace_back(table.columns[at].party, table.gain(at, totals));
    }
    std::sort(by_party.begin(), by_party.end());
    reference::Gains gains;
    for (const auto& [party, gain] : by_party) {
        gains.push_back(gain);
    }
    return gains;
}

} // namespace unbracket::testing
