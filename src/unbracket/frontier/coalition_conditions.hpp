#pragma once

#include "unbracket/frontier/acceptance_table.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace unbracket {

/// The issues of a table in two groups: those that wheels turn through one by one, and those whose
/// choices stand side by side in a block.
struct IssueSplit {
    std::vector<std::size_t> wheels;
    std::vector<std::size_t> block;
};

/// How many combinations look at each issue.
std::vector<std::size_t> conditions_on_issues(const AcceptanceTable& table);

/// The issue that a row belongs to.
std::size_t issue_of(const AcceptanceTable& table, Row row);

/// What a choice on some issues leaves of a condition on all of them.
enum class Left { broken, open, met };

/// Conditions of a table, seen from a choice on some of the issues. A choice is a row for each
/// issue, or `no_row` where none is chosen yet.
inline constexpr Row no_row = UINT32_MAX;
Left left_of(const AcceptanceTable& table, const std::vector<std::vector<Row>>& literals,
             const std::vector<Row>& choice);

/// The acceptance of one outcome, by definition: whether rules and norms permit it, and each
/// party's sum, with all it earns on top; `accepts` is false where a limit is broken.
struct OutcomeAcceptance {
    bool is_permitted = true;
    std::vector<bool> accepts;
};
OutcomeAcceptance acceptance_of(const AcceptanceTable& table, const std::vector<Row>& choice);

} // namespace unbracket
