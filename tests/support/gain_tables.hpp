#pragma once

#include "unbracket/frontier/frontier.hpp"

#include "tests/support/search_problems.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

// Gain tables written by hand or drawn, and their frontiers by looking at every outcome.

namespace unbracket::testing {

/// A table of these issues; all constants are 0 where none are given.
inline GainTable table_of(const PlainIssues& issues, std::vector<std::int64_t> constants = {}) {
    GainTable table;
    table.problem = problem_of(issues, std::move(constants));
    table.columns.resize(table.problem.party_count);
    for (std::size_t party = 0; party < table.columns.size(); ++party) {
        table.columns[party].party = PartyId(static_cast<std::uint32_t>(party));
        table.columns[party].step = Rational(1);
    }
    for (const auto& options : issues) {
        for (std::size_t option = 0; option < options.size(); ++option) {
            table.row_options.emplace_back(static_cast<std::uint32_t>(option));
        }
    }
    return table;
}

/// Ties issues of the table together: what is forbidden, at-most rules, conditional gains.
inline void draw_conditions(GainTable& table, Random& random) {
    draw_constraints(table.problem, random);
    for (std::int64_t count = random.between(0, 2); count > 0; --count) {
        const auto last = static_cast<std::int64_t>(table.problem.party_count) - 1;
        const auto column = static_cast<std::size_t>(random.between(0, last));
        if (auto literals = drawn_literals(table.problem, random); literals.size() >= 2) {
            table.conditionals.push_back({column, 0, std::move(literals), random.between(-5, 5)});
        }
    }
}

inline std::vector<std::int64_t> plain_totals(const GainTable& table, const RowChoice& choice) {
    std::vector<std::int64_t> totals = table.problem.constants;
    for (std::size_t party = 0; party < totals.size(); ++party) {
        for (const Row row : choice) {
            totals[party] += table.problem.values[row * table.problem.party_count + party];
        }
        for (const ConditionalGain& gain : table.conditionals) {
            totals[party] +=
                gain.column == party && all_met(gain.literals, choice) ? gain.amount : 0;
        }
    }
    return totals;
}

/// Totals, and how many outcomes have them.
using CountedTotals = std::map<std::vector<std::int64_t>, std::uint64_t>;

inline bool is_nowhere_less(const std::vector<std::int64_t>& one,
                            const std::vector<std::int64_t>& other) {
    return std::equal(one.begin(), one.end(), other.begin(), std::greater_equal<>());
}

/// The totals of allowed outcomes that no other allowed outcome improves on. In the zone those
/// count alone that nobody loses by.
inline CountedTotals plain_frontier(const GainTable& table, bool zone_only = false) {
    CountedTotals all;
    for_each_choice(table.problem, [&](const RowChoice& choice) {
        const auto totals = plain_totals(table, choice);
        const bool suits =
            !zone_only || is_nowhere_less(totals, std::vector<std::int64_t>(totals.size(), 0));
        if (suits && plainly_allowed(table.problem, choice)) {
            ++all[totals];
        }
    });
    CountedTotals best;
    for (const auto& [totals, count] : all) {
        const bool is_beaten = std::any_of(all.begin(), all.end(), [&](const auto& other) {
            return other.first != totals && is_nowhere_less(other.first, totals);
        });
        if (!is_beaten) {
            best.emplace(totals, count);
        }
    }
    return best;
}

inline CountedTotals counted_totals(const Frontier& frontier) {
    CountedTotals points;
    for (const EfficientPoint& point : frontier.points) {
        points[point.totals] += point.outcomes;
    }
    return points;
}

} // namespace unbracket::testing
