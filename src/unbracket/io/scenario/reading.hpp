#pragma once

#include "unbracket/io/scenario/scenario.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// What the readers of all formats share.

namespace unbracket {

/// The values without those that stand there again.
std::vector<std::string> distinct(std::vector<std::string> values);

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

/// How often something was decided for a file that its own program decides without a word.
struct Assumed {
    std::size_t unknown_values = 0; // passed over
    std::size_t doubled_values = 0; // the last one counts
    std::size_t idle_weights = 0;   // of no issue, passed over
    std::size_t open_weights = 0;   // 1 is taken
};

/// A sentence for each kind that occurred.
void add_assumptions(const Assumed& assumed, ScenarioNotes& notes);

/// Where readers of values put what they meet.
struct Findings {
    Diagnostics& problems;
    Diagnostics& oddities;
    Assumed& assumed;
};

/// What a profile may say about values that an issue does not have.
enum class UnknownValues { refused, passed_over };

/// What a profile says about the values of one issue, matched by value. A problem for a value that
/// is missing, and for one that stands twice with different worth, unless it stands twice in the
/// domain as well: then the last one counts. Notes an issue all of whose values are worth the same.
class ValueTable {
public:
    ValueTable(const ScenarioIssue& issue, UnknownValues unknown, const Findings& findings);

    /// Values that stand twice in the domain.
    void allow_twice(const std::set<std::string>& values) { doubled_ = values; }
    void add(const std::string& value, const Rational& worth, const SourcePosition& at);
    /// By value of the issue; 0 where a problem was reported.
    std::vector<Rational> finished(const SourcePosition& at);
    /// The worth of what was passed over.
    const std::vector<Rational>& passed_over() const { return passed_over_; }

private:
    /// Its place among those of the issue, or their number.
    std::size_t position_of(const std::string& value);
    void add_unknown(const std::string& value, const Rational& worth, const SourcePosition& at);
    void add_again(const std::string& value, bool differs, const SourcePosition& at);
    void note_flat(const std::vector<Rational>& all, const SourcePosition& at);

    const ScenarioIssue& issue_;
    UnknownValues unknown_;
    Findings findings_;
    std::map<std::string_view, std::size_t> positions_; // once they are needed
    std::size_t expected_ = 0;                          // where the next value is looked for first
    std::vector<std::optional<Rational>> worth_;
    std::set<std::string> doubled_;
    std::string stranger_; // the first value that the issue does not have
    std::vector<Rational> passed_over_;
};

/// Notes weights whose sum is off 1 by more than a millionth.
void note_weight_sum(const SourcePosition& at, const Rational& sum, Diagnostics& oddities);

/// "1 profile", "3 profiles".
std::string counted(std::size_t count, const std::string& thing);

/// The remark on profiles whose worth shrinks with time.
std::string discounts_left_out(std::size_t profiles);

/// The remark on profiles without a reservation.
std::string without_reservation(std::size_t profiles);

/// The remark on issues that are real numbers.
std::string put_on_grid_of(std::size_t steps);

} // namespace unbracket
