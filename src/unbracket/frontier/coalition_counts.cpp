#include "unbracket/frontier/coalition_counts.hpp"

#include "unbracket/base/require.hpp"

#include <algorithm>
#include <bit>

namespace unbracket {

namespace {

Rational outcomes_of(const Case& negotiation) {
    Rational outcomes(1);
    for (const Issue& issue : negotiation.issues) {
        outcomes *= Rational(static_cast<std::int64_t>(issue.options.size()));
    }
    return outcomes;
}

/// Outcomes looked at in the time in which a table takes one step.
constexpr double outcomes_a_step = 2;

bool may_be_enumerated(const AcceptanceTable& table, const CountOptions& options) {
    const std::size_t parties = std::max(table.parties.size(), most_listed_parties);
    return table.is_exact && table.size() * Rational(static_cast<std::int64_t>(parties)) <=
                                 Rational(static_cast<std::int64_t>(options.most_enumerated)) *
                                     Rational(static_cast<std::int64_t>(most_listed_parties));
}

CountMethod method_for(const AcceptanceTable& table, const CountOptions& options) {
    const bool is_enumerable = may_be_enumerated(table, options);
    const std::optional<TableCost> cost = tabled_cost(table);
    if (cost && (!is_enumerable || cost->steps * outcomes_a_step < table.size().approximate())) {
        return CountMethod::tabled;
    }
    return is_enumerable ? CountMethod::enumerated : CountMethod::sampled;
}

} // namespace

Rational CoalitionTally::at_least(std::size_t parties) const {
    Rational sum;
    for (std::size_t set = 0; set < exactly.size(); ++set) {
        sum += (set & parties) == parties ? exactly[set] : Rational(0);
    }
    return sum;
}

CoalitionTally tally_of(std::vector<Rational> exactly) {
    const auto parties = static_cast<std::size_t>(std::countr_zero(exactly.size()));
    CoalitionTally tally;
    tally.by_size.resize(parties + 1);
    for (std::size_t set = 0; set < exactly.size(); ++set) {
        tally.permitted += exactly[set];
        tally.by_size[static_cast<std::size_t>(std::popcount(set))] += exactly[set];
    }
    tally.exactly = std::move(exactly);
    return tally;
}

CoalitionTally tally_of_codes(const std::array<std::uint64_t, 256>& codes, std::size_t parties) {
    const bool is_listed = parties <= most_listed_parties;
    std::vector<Rational> counts;
    for (std::size_t code = 0; code < (is_listed ? std::size_t{1} << parties : parties + 1);
         ++code) {
        counts.emplace_back(static_cast<std::int64_t>(codes[code]));
    }
    if (is_listed) {
        return tally_of(std::move(counts));
    }
    CoalitionTally tally;
    for (const Rational& count : counts) {
        tally.permitted += count;
    }
    tally.by_size = std::move(counts);
    return tally;
}

CoalitionCounts count_coalitions(const CentralCase& central, const CountOptions& options) {
    UNBRACKET_REQUIRE(options.samples > 0, "a sample has at least one draw");
    const AcceptanceTable table = acceptance_table(central);
    CoalitionCounts counts;
    counts.outcomes = outcomes_of(central.negotiation);
    counts.parties = central.negotiation.agreement.counted;
    counts.method = method_for(table, options);
    std::optional<CoalitionTally> tally;
    switch (counts.method) {
    case CountMethod::enumerated:
        tally = enumerate_coalitions(table, options.cancel);
        break;
    case CountMethod::tabled:
        tally = table_coalitions(table, options.cancel);
        break;
    case CountMethod::sampled:
        tally = sample_coalitions(central, table, options);
        counts.draws = options.samples;
        counts.seed = options.seed;
        break;
    case CountMethod::cut:
        break;
    }
    counts.method = tally ? counts.method : CountMethod::cut;
    counts.tally = tally.value_or(CoalitionTally{});
    return counts;
}

} // namespace unbracket
