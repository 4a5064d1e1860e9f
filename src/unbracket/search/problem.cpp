#include "unbracket/search/problem.hpp"

#include <algorithm>

namespace unbracket {

namespace {

using Literals = std::vector<std::vector<Row>>;

bool is_chosen(const std::vector<bool>& chosen, const std::vector<Row>& rows) {
    return std::any_of(rows.begin(), rows.end(), [&](Row row) { return chosen[row]; });
}

bool all_hold(const std::vector<bool>& chosen, const Literals& literals) {
    return std::all_of(literals.begin(), literals.end(),
                       [&](const std::vector<Row>& rows) { return is_chosen(chosen, rows); });
}

} // namespace

bool breaks_no_constraint(const SearchProblem& problem, const RowChoice& choice) {
    if (problem.forbidden.empty() && problem.at_most.empty()) {
        return true;
    }
    std::vector<bool> chosen(problem.row_count(), false);
    for (const Row row : choice) {
        chosen[row] = true;
    }
    for (const ForbiddenRows& combination : problem.forbidden) {
        if (all_hold(chosen, combination.literals)) {
            return false;
        }
    }
    for (const AtMostRows& rule : problem.at_most) {
        const auto held = std::count_if(rule.conditions.begin(), rule.conditions.end(),
                                        [&](const Literals& l) { return all_hold(chosen, l); });
        if (static_cast<std::size_t>(held) > rule.count) {
            return false;
        }
    }
    return true;
}

bool satisfies(const SearchProblem& problem, const RowChoice& choice) {
    std::size_t optional_accepting = 0;
    for (std::size_t party = 0; party < problem.party_count; ++party) {
        std::int64_t sum = problem.constants[party];
        for (const Row row : choice) {
            sum += problem.row(row)[party];
        }
        if (party < problem.required_count && sum < 0) {
            return false;
        }
        optional_accepting += party >= problem.required_count && sum >= 0 ? 1U : 0U;
    }
    return optional_accepting >= problem.optional_needed && breaks_no_constraint(problem, choice);
}

} // namespace unbracket
