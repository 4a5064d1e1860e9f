#pragma once

#include "unbracket/base/odometer.hpp"
#include "unbracket/base/random.hpp"
#include "unbracket/frontier/frontier.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

// Gain tables written by hand or drawn, and their frontiers by looking at every outcome.

namespace unbracket::testing {

/// By issue, by option, by party: what the option adds to the party's total.
using PlainIssues = std::vector<std::vector<std::vector<std::int64_t>>>;

/// A table of these issues; all constants are 0 where none are given.
inline GainTable table_of(const PlainIssues& issues, std::vector<std::int64_t> constants = {}) {
    GainTable table;
    SearchProblem& problem = table.problem;
    const std::size_t parties = issues.front().front().size();
    constants.resize(parties, 0);
    table.columns.resize(parties);
    for (std::size_t party = 0; party < parties; ++party) {
        table.columns[party].party = PartyId(static_cast<std::uint32_t>(party));
        table.columns[party].step = Rational(1);
    }
    problem.party_count = problem.required_count = parties;
    problem.constants = std::move(constants);
    problem.first_row = {0};
    for (const auto& options : issues) {
        for (std::size_t option = 0; option < options.size(); ++option) {
            table.row_options.emplace_back(static_cast<std::uint32_t>(option));
            problem.values.insert(problem.values.end(), options[option].begin(),
                                  options[option].end());
        }
        problem.first_row.push_back(static_cast<Row>(table.row_options.size()));
    }
    return table;
}

struct DrawnShape {
    std::size_t parties = 2;
    std::size_t issues = 4;
    std::size_t options = 4;
    std::int64_t most = 9;
};

/// Issues with one option up to so many, values from 0 to the most.
inline PlainIssues drawn_issues(const DrawnShape& shape, Random& random) {
    PlainIssues issues(shape.issues);
    for (auto& options : issues) {
        options.resize(
            static_cast<std::size_t>(random.between(1, static_cast<int>(shape.options))));
        for (auto& values : options) {
            for (std::size_t party = 0; party < shape.parties; ++party) {
                values.push_back(random.between(0, shape.most));
            }
        }
    }
    return issues;
}

/// One row of each of some different issues or more, as a condition may ask for.
inline std::vector<std::vector<Row>> drawn_literals(const SearchProblem& problem, Random& random) {
    std::vector<std::vector<Row>> literals;
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        std::vector<Row> rows;
        for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
            if (random.chance(1, 2)) {
                rows.push_back(row);
            }
        }
        if (!rows.empty() && random.chance(1, 2)) {
            literals.push_back(std::move(rows));
        }
    }
    return literals;
}

/// Ties issues of the table together: what is forbidden, at-most rules, conditional gains.
inline void draw_conditions(GainTable& table, Random& random) {
    SearchProblem& problem = table.problem;
    for (std::int64_t count = random.between(0, 2); count > 0; --count) {
        if (auto literals = drawn_literals(problem, random); literals.size() >= 2) {
            problem.forbidden.push_back({std::move(literals)});
        }
    }
    for (std::int64_t count = random.between(0, 2); count > 0; --count) {
        AtMostRows rule{static_cast<std::size_t>(random.between(0, 2)), {}};
        for (int condition = 0; condition < 3; ++condition) {
            if (auto literals = drawn_literals(problem, random); !literals.empty()) {
                rule.conditions.push_back(std::move(literals));
            }
        }
        problem.at_most.push_back(std::move(rule));
    }
    for (std::int64_t count = random.between(0, 2); count > 0; --count) {
        const auto last = static_cast<std::int64_t>(problem.party_count) - 1;
        const auto column = static_cast<std::size_t>(random.between(0, last));
        if (auto literals = drawn_literals(problem, random); literals.size() >= 2) {
            table.conditionals.push_back({column, 0, std::move(literals), random.between(-5, 5)});
        }
    }
}

/// Whether for each literal one of its rows is chosen.
inline bool all_met(const std::vector<std::vector<Row>>& literals, const RowChoice& choice) {
    return std::all_of(literals.begin(), literals.end(), [&](const std::vector<Row>& rows) {
        return std::any_of(rows.begin(), rows.end(), [&](Row row) {
            return std::find(choice.begin(), choice.end(), row) != choice.end();
        });
    });
}

/// Whether the choice breaks no condition of the problem, by definition.
inline bool plainly_allowed(const SearchProblem& problem, const RowChoice& choice) {
    for (const ForbiddenRows& forbidden : problem.forbidden) {
        if (all_met(forbidden.literals, choice)) {
            return false;
        }
    }
    for (const AtMostRows& rule : problem.at_most) {
        std::size_t held = 0;
        for (const auto& literals : rule.conditions) {
            held += all_met(literals, choice) ? 1U : 0U;
        }
        if (held > rule.count) {
            return false;
        }
    }
    return true;
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

/// Every choice of one row for each issue.
template <class Visit>
void for_each_choice(const SearchProblem& problem, Visit visit) {
    std::vector<std::size_t> sizes;
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        sizes.push_back(problem.first_row[issue + 1] - problem.first_row[issue]);
    }
    Odometer odometer(sizes);
    do {
        RowChoice choice;
        for (std::size_t issue = 0; issue < sizes.size(); ++issue) {
            choice.push_back(problem.first_row[issue] + static_cast<Row>(odometer[issue]));
        }
        visit(choice);
    } while (odometer.advance());
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
