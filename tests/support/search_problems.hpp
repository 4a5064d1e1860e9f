#pragma once

#include "unbracket/base/odometer.hpp"
#include "unbracket/base/random.hpp"
#include "unbracket/search/problem.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

// Search problems written by hand or drawn, and what holds of their choices by definition.

namespace unbracket::testing {

/// By issue, by option, by party: what the option adds to the party's total.
using PlainIssues = std::vector<std::vector<std::vector<std::int64_t>>>;

/// All parties are required; constants are 0 where none are given.
inline SearchProblem problem_of(const PlainIssues& issues,
                                std::vector<std::int64_t> constants = {}) {
    SearchProblem problem;
    problem.party_count = problem.required_count = issues.front().front().size();
    constants.resize(problem.party_count, 0);
    problem.constants = std::move(constants);
    problem.first_row = {0};
    for (const auto& options : issues) {
        for (const auto& values : options) {
            problem.values.insert(problem.values.end(), values.begin(), values.end());
        }
        problem.first_row.push_back(problem.first_row.back() + static_cast<Row>(options.size()));
    }
    return problem;
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

/// Ties issues together by what is forbidden and by at-most rules.
inline void draw_constraints(SearchProblem& problem, Random& random) {
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

} // namespace unbracket::testing
