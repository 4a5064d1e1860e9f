#pragma once

#include "unbracket/io/scenario/scenario.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

// What the readers of all formats share.

namespace unbracket {

/// The values without those that stand there again.
std::vector<std::string> distinct(const std::vector<std::string>& values);

/// False after a report: the parties would rate more values than a case holds.
bool fits_a_case(const Scenario& scenario, Diagnostics& problems);

/// Numbers from `grid.low` to `high` as the values of an issue; false after a report: too many, or
/// `high` is missed.
bool set_grid(ScenarioIssue& issue, const ScenarioIssue::Grid& grid, const Rational& high,
              Diagnostics& problems);

/// Reports an issue whose name another one has, and issues beyond those that a case holds.
class IssueNames {
public:
    explicit IssueNames(Diagnostics& problems) : problems_(problems) {}
    void add(const ScenarioIssue& issue);

private:
    Diagnostics& problems_;
    std::set<std::string> names_;
};

/// What a profile says about the values of one issue, matched by value. Notes values that stand
/// twice (the last one counts), that the issue does not have, and that are missing (worth 0), and
/// an issue all of whose values are worth the same.
class ValueTable {
public:
    ValueTable(const ScenarioIssue& issue, Diagnostics& oddities);

    void add(const std::string& value, const Rational& worth, const SourcePosition& at);
    std::vector<Rational> finished(const SourcePosition& at);

private:
    const ScenarioIssue& issue_;
    Diagnostics& oddities_;
    std::map<std::string, std::size_t> positions_;
    std::vector<std::optional<Rational>> worth_;
};

/// Notes weights whose sum is off 1 by more than a millionth.
void note_weight_sum(const SourcePosition& at, const Rational& sum, Diagnostics& oddities);

/// "1 profile", "3 profiles".
std::string counted(std::size_t count, const std::string& thing);

/// The remark on profiles without a reservation.
std::string without_reservation(std::size_t profiles);

} // namespace unbracket
