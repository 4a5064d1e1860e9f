#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/frontier/gain_table.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace unbracket {

/// One combination of gains that no feasible outcome improves on for a party without costing
/// another party something, with one outcome that has it.
struct EfficientPoint {
    Totals totals;
    RowChoice choice;
    std::uint64_t outcomes = 1; // that have these totals; 2^64 - 1: at least that many
};

struct FrontierOptions {
    /// Only outcomes that the agreement rule accepts.
    bool zone_only = false;
    /// More points than this are counted; of these as many are listed, spread evenly over the list.
    std::size_t most_listed = 1'000;
    /// Comparisons of partial outcomes before an exact search turns into a cover.
    std::uint64_t comparison_budget = 60'000'000;
    /// Whether to go on with a cover then, how many partial outcomes it keeps of each stage, and
    /// comparisons that it may take in all before the search is cut.
    bool may_cover = true;
    std::size_t cover_size = 3'000;
    std::uint64_t cover_budget = 2'000'000'000;
    const CancelFlag* cancel = nullptr;
};

enum class FrontierEnd {
    complete, // every efficient combination of gains was found
    covered,  // every efficient outcome is within `slack` of a listed one
    cut       // nothing is known of what is missing
};

struct Frontier {
    FrontierEnd end = FrontierEnd::complete;
    /// In ascending order of totals. All of a complete frontier, or `most_listed` of it.
    std::vector<EfficientPoint> points;
    std::uint64_t size = 0; // points found, listed or not
    bool is_counted = true; // whether `outcomes` of the points are exact, else at least so many
    /// For each column: no efficient outcome has a total more than so many steps above that of one
    /// and the same listed outcome. All 0 where complete.
    std::vector<std::int64_t> slack;
};

/// Places of as many of `size` things as may be shown, in order and evenly spread, both ends among
/// them where more than one may.
std::vector<std::size_t> evenly_spread(std::size_t size, std::size_t most);
/// Leaves the points at these places.
void shorten(std::vector<EfficientPoint>& points, std::size_t most);

/// The Pareto frontier of the feasible outcomes, or of those in the zone. Where nothing ties issues
/// together and a table over all parties but one fits (see fits_table(): 50 million cells), it is
/// always complete; everything else is complete within the budget.
Frontier find_frontier(const GainTable& table, const FrontierOptions& options = {});

} // namespace unbracket
