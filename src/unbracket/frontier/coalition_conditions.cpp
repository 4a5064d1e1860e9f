#include "unbracket/frontier/coalition_conditions.hpp"

#include <algorithm>

namespace unbracket {

std::size_t issue_of(const AcceptanceTable& table, Row row) {
    const auto after = std::upper_bound(table.first_row.begin(), table.first_row.end(), row);
    return static_cast<std::size_t>(after - table.first_row.begin()) - 1;
}

std::vector<std::size_t> conditions_on_issues(const AcceptanceTable& table) {
    std::vector<std::size_t> counts(table.issue_count(), 0);
    const auto count = [&](const std::vector<std::vector<Row>>& literals) {
        for (const std::vector<Row>& rows : literals) {
            if (!rows.empty()) {
                ++counts[issue_of(table, rows.front())];
            }
        }
    };
    for (const RowCombination& combination : table.combinations) {
        count(combination.literals);
    }
    for (const AtMostRows& rule : table.at_most) {
        for (const auto& condition : rule.conditions) {
            count(condition);
        }
    }
    return counts;
}

Left left_of(const AcceptanceTable& table, const std::vector<std::vector<Row>>& literals,
             const std::vector<Row>& choice) {
    Left left = Left::met;
    for (const std::vector<Row>& rows : literals) {
        if (rows.empty()) {
            return Left::broken;
        }
        const Row chosen = choice[issue_of(table, rows.front())];
        if (chosen == no_row) {
            left = Left::open;
        } else if (std::find(rows.begin(), rows.end(), chosen) == rows.end()) {
            return Left::broken;
        }
    }
    return left;
}

OutcomeAcceptance acceptance_of(const AcceptanceTable& table, const std::vector<Row>& choice) {
    OutcomeAcceptance result;
    std::vector<std::int64_t> sums;
    for (const AcceptingRows& own : table.parties) {
        std::int64_t sum = -own.needed;
        bool is_barred = own.refuses;
        for (const Row row : choice) {
            sum += own.values[row];
            is_barred = is_barred || own.is_barred[row];
        }
        sums.push_back(sum);
        result.accepts.push_back(!is_barred);
    }
    for (const RowCombination& combination : table.combinations) {
        if (left_of(table, combination.literals, choice) != Left::met) {
            continue;
        }
        if (!combination.party) {
            result.is_permitted = false;
        } else if (combination.amount) {
            sums[*combination.party] += *combination.amount;
        } else {
            result.accepts[*combination.party] = false;
        }
    }
    for (const AtMostRows& rule : table.at_most) {
        const auto met = std::count_if(
            rule.conditions.begin(), rule.conditions.end(),
            [&](const auto& condition) { return left_of(table, condition, choice) == Left::met; });
        result.is_permitted = result.is_permitted && static_cast<std::size_t>(met) <= rule.count;
    }
    for (std::size_t at = 0; at < sums.size(); ++at) {
        result.accepts[at] = result.accepts[at] && sums[at] >= 0;
    }
    return result;
}

} // namespace unbracket
