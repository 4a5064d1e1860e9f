#pragma once

#include "unbracket/frontier/frontier.hpp"
#include "unbracket/frontier/gain_table.hpp"

#include <cstddef>
#include <vector>

namespace unbracket {

/// The points that NegMAS 0.16 calls by these names, for comparison: places in the list of a
/// frontier, several where they tie.
struct NegmasReadings {
    std::vector<std::size_t> nash;
    std::vector<std::size_t> kalai;
    std::vector<std::size_t> kalai_smorodinsky;
    std::vector<std::size_t> welfare;
};

enum class NegmasState {
    known,
    not_listed,  // the frontier is not complete, or not all of it is listed
    beyond,      // the list holds outcomes that break limits of parties that count
    conditional, // totals depend on several issues at once, so that ranges are not sums
    empty        // no efficient outcome is acceptable to all
};

/// Whether the readings can be told from this frontier.
NegmasState negmas_state(const GainTable& table, const Frontier& frontier);

/// The readings, where they are known. NegMAS looks at efficient outcomes that are worth at least
/// the reserved value to everybody, and counts from the reserved value r or, where that is lower,
/// from the least value of the party; x is its largest value. Nash: the largest product of u - r.
/// Kalai: the largest smallest u - r. Kalai-Smorodinsky: the least difference between the largest
/// and the smallest (u - r) / (x - r). Welfare: the largest sum of u. Where x - r is 0 for some
/// party, all of them.
NegmasReadings negmas_readings(const GainTable& table, const Frontier& frontier);

} // namespace unbracket
