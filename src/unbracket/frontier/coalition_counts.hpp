#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/frontier/acceptance_table.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// Coalitions are listed one by one for at most so many counted parties, else by size.
inline constexpr std::size_t most_listed_parties = 8;

/// A number of outcomes by who accepts them.
struct CoalitionTally {
    Rational permitted; // break no rule and no norm
    /// Accepted by exactly the parties of a set: bit i stands for the i-th party of the table.
    /// Empty for more than `most_listed_parties`.
    std::vector<Rational> exactly;
    std::vector<Rational> by_size; // accepted by exactly so many parties, from none to all

    /// Accepted by all parties of the set, whoever else does; needs `exactly`.
    Rational at_least(std::size_t parties) const;
};

enum class CountMethod { enumerated, tabled, sampled, cut };

/// How many outcomes each set of counted parties accepts. Counts are exact where the method is
/// `enumerated` or `tabled`; where it is `sampled` they are counts of `draws` outcomes, each drawn
/// uniformly from all, whether they break rules or not. `cut`: somebody stopped the count.
struct CoalitionCounts {
    CountMethod method = CountMethod::enumerated;
    Rational outcomes; // one option for every issue
    CoalitionTally tally;
    std::vector<PartyId> parties; // the counted ones
    std::uint64_t draws = 0;
    std::uint64_t seed = 0;
};

struct CountOptions {
    std::uint64_t samples = 1'000'000; // where neither enumeration nor a table is within reach
    std::uint64_t seed = 1;
    /// Outcomes that are looked at one by one, for up to eight parties; fewer for more.
    std::uint64_t most_enumerated = 10'000'000'000;
    const CancelFlag* cancel = nullptr;
};

/// Counts in the central reading, by whichever exact way is quicker, or draws a sample.
CoalitionCounts count_coalitions(const CentralCase& central, const CountOptions& options = {});

/// One outcome after the other. Cost: outcomes times parties, in vectors where few conditions tie
/// issues together. Nothing where it was stopped. `most_in_block` is how many choices may stand
/// side by side.
std::optional<CoalitionTally> enumerate_coalitions(const AcceptanceTable& table,
                                                   const CancelFlag* cancel = nullptr,
                                                   std::size_t most_in_block = 8'192);

/// States of a table over sums, times choices on the issues that conditions touch; nothing where
/// that is more than memory or patience allow, or where counts are longer than 126 bit.
struct TableCost {
    double steps = 0;
};
std::optional<TableCost> tabled_cost(const AcceptanceTable& table);
/// By dynamic programming over sums; tabled_cost() must have given a cost.
std::optional<CoalitionTally> table_coalitions(const AcceptanceTable& table,
                                               const CancelFlag* cancel = nullptr);

/// Counts `draws` outcomes drawn uniformly; nothing where it was stopped.
std::optional<CoalitionTally> sample_coalitions(const CentralCase& central,
                                                const AcceptanceTable& table,
                                                const CountOptions& options);

/// A share between two bounds.
struct ShareRange {
    double low = 0;
    double share = 0;
    double high = 0;
};
/// The 95 percent interval of Wilson for a share of which `hits` of `draws` were seen.
ShareRange wilson_range(std::uint64_t hits, std::uint64_t draws);

/// The tally of counts of each set of so many parties, at most `most_listed_parties`.
CoalitionTally tally_of(std::vector<Rational> exactly);
/// The same of outcomes told apart by a code: the set of those who accept, or for more parties how
/// many do.
CoalitionTally tally_of_codes(const std::array<std::uint64_t, 256>& codes, std::size_t parties);

} // namespace unbracket
