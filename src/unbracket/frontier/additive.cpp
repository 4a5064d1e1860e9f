#include "unbracket/frontier/additive.hpp"

#include <algorithm>

namespace unbracket {

namespace {

/// At least as good everywhere, and better somewhere.
bool improves_on(std::span<const std::int64_t> one, std::span<const std::int64_t> other) {
    return std::equal(one.begin(), one.end(), other.begin(), std::greater_equal<>()) &&
           !std::equal(one.begin(), one.end(), other.begin());
}

bool is_improved_on(const SearchProblem& problem, std::size_t issue, Row row) {
    for (Row other = problem.first_row[issue]; other < problem.first_row[issue + 1]; ++other) {
        if (improves_on(problem.row(other), problem.row(row))) {
            return true;
        }
    }
    return false;
}

} // namespace

std::int64_t AdditiveProblem::most(std::size_t column) const {
    std::int64_t sum = 0;
    for (std::size_t issue = 0; issue < issue_count(); ++issue) {
        std::int32_t most = 0;
        for (std::size_t at = first[issue]; at < first[issue + 1]; ++at) {
            most = std::max(most, option(at)[column]);
        }
        sum += most;
    }
    return sum;
}

AdditiveProblem AdditiveProblem::slice(std::size_t begin, std::size_t end) const {
    AdditiveProblem part;
    part.width = width, part.cancel = cancel;
    for (std::size_t issue = begin; issue <= end; ++issue) {
        part.first.push_back(first[issue] - first[begin]);
    }
    for (std::size_t at = first[begin]; at < first[end]; ++at) {
        part.values.insert(part.values.end(), option(at).begin(), option(at).end());
        part.rows.push_back(rows[at]);
    }
    return part;
}

std::optional<AdditiveProblem> additive_problem(const GainTable& table, const CancelFlag* cancel) {
    const SearchProblem& from = table.problem;
    const bool is_tied =
        !from.forbidden.empty() || !from.at_most.empty() || !table.conditionals.empty();
    if (is_tied || table.digit_count > 0) {
        return std::nullopt;
    }
    std::vector<std::int64_t> most(from.party_count, 0);
    AdditiveProblem problem;
    problem.width = from.party_count, problem.cancel = cancel;
    problem.first.push_back(0);
    for (std::size_t issue = 0; issue < from.issue_count(); ++issue) {
        std::vector<std::int64_t> most_here(from.party_count, 0);
        for (Row row = from.first_row[issue]; row < from.first_row[issue + 1]; ++row) {
            if (is_raised(cancel)) {
                return std::nullopt;
            }
            if (is_improved_on(from, issue, row)) {
                continue;
            }
            problem.rows.push_back(row);
            for (std::size_t at = 0; at < from.party_count; ++at) {
                const std::int64_t value = from.row(row)[at];
                most_here[at] = std::max(most_here[at], value);
                problem.values.push_back(static_cast<std::int32_t>(value));
            }
        }
        problem.first.push_back(problem.rows.size());
        for (std::size_t at = 0; at < from.party_count; ++at) {
            most[at] += most_here[at];
            if (most[at] > additive_limit) {
                return std::nullopt;
            }
        }
    }
    return problem;
}

Front additive_front(const AdditiveProblem& problem) {
    return problem.width == 2 || problem.width == 3 ? list_front(problem) : dense_front(problem);
}

} // namespace unbracket
