#include "unbracket/frontier/adjusted_winner.hpp"

#include <algorithm>

// Adjusted winner. Each party spreads 100 points over the issues; here these are what it gains on
// an issue by getting its way, as a share of what it could gain on all. First every issue goes to
// the party with more points on it, then issues move from the party that is ahead to the other,
// those first on which the ratio of its points to the other's is smallest, the last one in part,
// until both have the same number of points. Sorted by that ratio the issues are a line, the first
// party's at one end and the second's at the other, and the answer is the one place where the line
// can be cut so that both ends weigh the same. So the place is computed, and nothing is moved.
//
// Issues with equal ratios could be exchanged along the line without changing what anybody gets.
// They keep the order of the file, and which party stands at the near end is decided by its data
// (the order of columns), so that names do not matter.
//
// Source: Brams and Taylor (1996), Fair Division, chapter 4 [brams1996fair]

namespace unbracket {

namespace {

using Pair = std::array<Rational, 2>;

/// The points of an issue as the table has them, before they are made shares of 100.
std::optional<NoDivision> read_issue(const GainTable& table, std::size_t issue,
                                     DividedIssue& divided) {
    const Row first = table.problem.first_row[issue];
    const Row count = table.problem.first_row[issue + 1] - first;
    if (count > 2) {
        return NoDivision::several_options;
    }
    std::array<Row, 2> wanted = {first, first};
    std::array<bool, 2> is_concerned = {false, false};
    for (std::size_t column = 0; column < 2 && count == 2; ++column) {
        const Rational near = table.row_value(column, first);
        const Rational far = table.row_value(column, first + 1);
        is_concerned[column] = near != far;
        wanted[column] = far > near ? first + 1 : first;
        divided.points[column] = std::max(near, far) - std::min(near, far);
    }
    if (is_concerned[0] && is_concerned[1] && wanted[0] == wanted[1]) {
        return NoDivision::same_wish;
    }
    for (std::size_t column = 0; column < 2; ++column) {
        if (!is_concerned[column] && count == 2) {
            wanted[column] = first + (wanted[1 - column] == first ? 1U : 0U);
        }
        divided.wanted[column] = table.row_options[wanted[column]];
    }
    divided.issue = IssueId(issue);
    return std::nullopt;
}

Pair totals_of(const std::vector<DividedIssue>& issues) {
    Pair totals;
    for (const DividedIssue& issue : issues) {
        totals[0] += issue.points[0];
        totals[1] += issue.points[1];
    }
    return totals;
}

/// The first column's points are a larger part of both's points there.
bool leans_nearer(const DividedIssue& a, const DividedIssue& b) {
    return a.points[0] * b.points[1] > b.points[0] * a.points[1];
}

/// Gives each issue away along the line and returns what the first column has then, of 100.
Rational cut(std::vector<DividedIssue>& line, std::optional<IssueId>& split) {
    Rational near, far = totals_of(line)[1];
    for (DividedIssue& issue : line) {
        far -= issue.points[1];
        // near + share * points[0] == far + (1 - share) * points[1]
        const Rational even = (far + issue.points[1] - near) / (issue.points[0] + issue.points[1]);
        const Rational share = std::clamp(even, Rational(0), Rational(1));
        issue.shares = {share, Rational(1) - share};
        if (share.sign() > 0 && share < Rational(1)) {
            split = issue.issue;
        }
        near += share * issue.points[0];
    }
    return near;
}

std::optional<NotDivisible> problem_with(const GainTable& table) {
    if (table.is_empty) { // has no columns either
        return NotDivisible{NoDivision::no_outcome, std::nullopt};
    }
    if (table.columns.size() != 2) {
        return NotDivisible{NoDivision::not_two_parties, std::nullopt};
    }
    if (!table.conditionals.empty() || !table.problem.forbidden.empty() ||
        !table.problem.at_most.empty()) {
        return NotDivisible{NoDivision::tied_issues, std::nullopt};
    }
    return std::nullopt;
}

/// What each column has, of its own points.
void add_values(const GainTable& table, const Pair& totals, AdjustedWinner& winner) {
    for (std::size_t at = 0; at < 2; ++at) {
        const GainColumn& column = table.columns[at];
        const Rational more = winner.points * totals[at] / Rational(100);
        winner.gains[at] = table.gain(at, table.start()) + column.step * more;
        winner.values[at] = column.fallback + winner.gains[at];
    }
}

} // namespace

std::variant<AdjustedWinner, NotDivisible> adjusted_winner(const GainTable& table) {
    if (const auto problem = problem_with(table)) {
        return *problem;
    }
    AdjustedWinner winner;
    for (std::size_t issue = 0; issue < table.problem.issue_count(); ++issue) {
        DividedIssue divided;
        if (const auto reason = read_issue(table, issue, divided)) {
            return NotDivisible{*reason, IssueId(issue)};
        }
        if (divided.points[0].sign() > 0 || divided.points[1].sign() > 0) {
            winner.issues.push_back(std::move(divided));
        }
    }
    const Pair totals = totals_of(winner.issues);
    if (totals[0].sign() == 0 || totals[1].sign() == 0) {
        return NotDivisible{NoDivision::nothing_to_divide, std::nullopt};
    }
    for (DividedIssue& issue : winner.issues) {
        for (std::size_t column = 0; column < 2; ++column) {
            issue.points[column] *= Rational(100) / totals[column];
        }
    }
    std::stable_sort(winner.issues.begin(), winner.issues.end(), leans_nearer);
    winner.points = cut(winner.issues, winner.split);
    std::sort(winner.issues.begin(), winner.issues.end(),
              [](const DividedIssue& a, const DividedIssue& b) { return a.issue < b.issue; });
    add_values(table, totals, winner);
    return winner;
}

} // namespace unbracket
