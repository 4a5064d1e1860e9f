#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/frontier/frontier.hpp"
#include "unbracket/frontier/negmas_readings.hpp"
#include "unbracket/frontier/solutions.hpp"
#include "unbracket/robust/loaded_case.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// The efficient outcomes of a case in its central reading.
struct EfficientOutcomes {
    GainTable table; // of the outcomes that keep the limits of all counted parties
    /// Where the zone reaches beyond these: see zone_front().
    std::optional<GainTable> zone_table;
    Frontier frontier; // of the listed table
    bool zone_only = false;
    /// False where outcomes of the zone that break a limit of a party that is not needed are left
    /// out, since such parties can be chosen in too many ways.
    bool is_zone_whole = true;
    /// For each point the counted parties that have a limit or red line broken there.
    std::vector<std::vector<PartyId>> limits_broken;
    /// Some number of a counted party is a range, unknown or left open, so that values are those of
    /// the central reading; else there is only one reading.
    bool is_central = false;
    std::size_t unknown_options = 0; // of counted parties, taken at their middle
    /// Where central, for each point and column the least and most gain over all readings.
    std::vector<std::vector<Interval>> gain_ranges;
    Solutions solutions;
    Rational tolerance; // a share of each party's span; 0: optima are exact
    /// Where central, by kind and column the same for the outcome of each solution.
    std::array<std::vector<Interval>, all_solution_kinds.size()> solution_ranges;
    NegmasState negmas_state = NegmasState::not_listed;
    NegmasReadings negmas; // where known

    /// The table that points of the frontier refer to. Its columns are the same parties in the same
    /// order, where both tables have any; their units may differ.
    const GainTable& listed_table() const { return zone_table ? *zone_table : table; }
    bool is_complete() const;
    /// By column, where outcomes may be missing: no efficient outcome gives a party more than this
    /// above one listed outcome, the same for all parties. Nothing where nothing can be said.
    std::optional<std::vector<Rational>> guarantee() const;
    /// Columns in the order of the file.
    std::vector<std::size_t> columns_in_file_order() const;
};

/// Of little use for a party: the guarantee may hide more than a quarter of what lies between its
/// worst and its best value.
inline bool is_weak(const Rational& guarantee, const Rational& span) {
    return guarantee * Rational(4) > span;
}

/// What to say where a counted party's entries leave it no reading.
std::optional<Diagnostic> problem_without_reading(const Case& negotiation,
                                                  const Appraisal& appraisal);

/// The Pareto frontier of the feasible outcomes, or of the zone, and the solutions. A problem where
/// a party's entries leave it no reading.
Result<EfficientOutcomes> efficient_outcomes(const LoadedCase& loaded,
                                             const FrontierOptions& options = {},
                                             const SolutionOptions& solving = {});

} // namespace unbracket
